/** The costliest chats and tasks, rework, and kinds of prompts: read by index or from roll-ups, page by page. */
import Dexie, { type Table } from 'dexie';
import { SITE_IDS, type SiteId } from '../prompt';
import { type ConversationRow, type Database, reading, type Store } from './db';
import { summaryOf } from './queries';
import { chatReworkKey, NO_REWORK, siteReworkKey } from './rework';
import type { ChatCost, CostPage, EnergyCursor, KindTotals, Rework, TaskSummary } from './types';

/** Rows from the costliest down, after `before`. */
async function costliest<Row>(
  table: Table<Row, string>,
  index: string,
  before: EnergyCursor | null,
  limit: number,
): Promise<Row[]> {
  const high = before === null ? [Dexie.maxKey] : [before.energyWh, before.key];
  return table.where(index).between([Dexie.minKey], high, true, false).reverse().limit(limit).toArray();
}

async function chatCost(db: Database, row: ConversationRow): Promise<ChatCost | null> {
  const summary = await summaryOf(db, row.conversation);
  const rework = await db.rework.get(chatReworkKey(row.conversation));
  return summary === null ? null : { ...summary, rework: rework?.rework ?? NO_REWORK };
}

/** Chats from the costliest down. @throws StoreError */
export function costliestChats(
  store: Store,
  limit: number,
  before: EnergyCursor | null = null,
): Promise<CostPage<ChatCost>> {
  return reading(store, async (db) => {
    const index = '[measures.energyWh.central+conversation]';
    const rows = await costliest(db.conversations, index, before, limit);
    const items = await Promise.all(rows.map((row) => chatCost(db, row)));
    const last = rows.at(-1);
    return {
      items: items.filter((item) => item !== null),
      next:
        rows.length < limit || last === undefined
          ? null
          : { energyWh: last.measures.energyWh.central, key: last.conversation },
    };
  });
}

/** Tasks of several attempts from the costliest down. @throws StoreError */
export function costliestTasks(
  store: Store,
  limit: number,
  before: EnergyCursor | null = null,
): Promise<CostPage<TaskSummary>> {
  return reading(store, async (db) => {
    const items = await costliest(db.tasks, '[energyWh.central+taskId]', before, limit);
    const last = items.at(-1);
    return {
      items,
      next:
        items.length < limit || last === undefined
          ? null
          : { energyWh: last.energyWh.central, key: last.taskId },
    };
  });
}

/** The task when it has several attempts; null otherwise. @throws StoreError */
export function taskSummary(store: Store, taskId: string): Promise<TaskSummary | null> {
  return reading(store, async (db) => (await db.tasks.get(taskId)) ?? null);
}

/** What attempts that were not kept cost, by site. @throws StoreError */
export function reworkBySite(store: Store): Promise<Readonly<Record<SiteId, Rework>>> {
  return reading(store, async (db) => {
    const rows = await db.rework.bulkGet(SITE_IDS.map(siteReworkKey));
    const [chatgpt, claude, gemini] = rows.map((row) => row?.rework ?? NO_REWORK);
    return { chatgpt: chatgpt ?? NO_REWORK, claude: claude ?? NO_REWORK, gemini: gemini ?? NO_REWORK };
  });
}

/** Sums by kind of prompt, site and model over everything stored. @throws StoreError */
export function kindTotals(store: Store): Promise<readonly KindTotals[]> {
  return reading(store, async (db) =>
    (await db.kinds.toArray()).map(({ kind, site, modelId, measures }) => ({
      kind,
      site,
      modelId,
      measures,
    })),
  );
}

/** Labels of chats that begin with `start`, in capitals or not, at most `limit`. @throws StoreError */
export function findChats(store: Store, start: string, limit: number): Promise<readonly string[]> {
  return reading(store, (db) =>
    db.conversations.where('conversation').startsWithIgnoreCase(start).limit(limit).primaryKeys(),
  );
}
