/** Reading single records and small sets; each reads a bounded number of rows. */
import Dexie, { type Collection } from 'dexie';
import { type PromptRecord, RECORD_VERSION } from '../prompt';
import { type Database, reading, type Store, type UnknownRecord } from './db';
import { isKnown, known } from './known';
import { ZERO_MEASURES } from './measures';
import type { ConversationSummary, RecordCounts } from './types';

/** Attempts of one task that are read at most. */
const TASK_LIMIT = 200;

type Rows = Collection<PromptRecord | UnknownRecord, string>;

const firstKnown = async (rows: Rows): Promise<PromptRecord | null> => {
  const row = await rows.filter(isKnown).first();
  return known(row);
};

/** The newest record by the time of sending, pending ones included; null in an empty store. @throws StoreError */
export function lastRecord(store: Store): Promise<PromptRecord | null> {
  return reading(store, (db) => firstKnown(db.records.orderBy('[startTime+id]').reverse()));
}

const ofConversation = (db: Database, conversation: string): Rows =>
  db.records
    .where('[conversation+startTime+id]')
    .between([conversation, Dexie.minKey], [conversation, Dexie.maxKey]);

/** The newest record of a chat, pending ones included; null when it has none. @throws StoreError */
export function latestOfConversation(store: Store, conversation: string): Promise<PromptRecord | null> {
  return reading(store, (db) => firstKnown(ofConversation(db, conversation).reverse()));
}

/** Sums over the final records of a chat, and the time from its first to its last record. */
export async function summaryOf(db: Database, conversation: string): Promise<ConversationSummary | null> {
  const row = await db.conversations.get(conversation);
  const first = await firstKnown(ofConversation(db, conversation));
  const last = await firstKnown(ofConversation(db, conversation).reverse());
  if (first === null || last === null) return null;
  return {
    conversation,
    site: last.site,
    measures: row?.measures ?? ZERO_MEASURES,
    firstTime: first.startTime,
    lastTime: last.startTime,
  };
}

/** One chat; null when nothing of it is stored. @throws StoreError */
export function conversationSummary(store: Store, conversation: string): Promise<ConversationSummary | null> {
  return reading(store, (db) => summaryOf(db, conversation));
}

/** One record; null when it is not there or written by a newer version. @throws StoreError */
export function getRecord(store: Store, id: string): Promise<PromptRecord | null> {
  return reading(store, async (db) => known(await db.records.get(id)));
}

/** The attempts of a task in order, at most 200. @throws StoreError */
export function recordsOfTask(store: Store, taskId: string): Promise<readonly PromptRecord[]> {
  return reading(store, async (db) => {
    const rows = await db.records
      .where('[taskId+attempt]')
      .between([taskId, Dexie.minKey], [taskId, Dexie.maxKey])
      .limit(TASK_LIMIT)
      .toArray();
    return rows.filter(isKnown);
  });
}

/** How many records there are, from the roll-ups; only those of a newer version are counted themselves. */
export function countAll(store: Store): Promise<RecordCounts> {
  return reading(store, async (db) => {
    const rows = await db.rollups.where('key').startsWith('all|').toArray();
    return {
      records: rows.reduce((sum, row) => sum + row.measures.count, 0),
      unknown: await db.records.where('version').above(RECORD_VERSION).count(),
    };
  });
}
