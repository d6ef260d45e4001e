/**
 * Tasks of several attempts, and what their attempts that were not kept cost. A task's row is made anew from its
 * records whenever one of them changes; tasks of one attempt have none. The sums by site and chat follow the rows.
 */
import type { PromptRecord } from '../prompt';
import type { Database, ReworkRow } from './db';
import { isKnown } from './known';
import { plusRange, ZERO_RANGE } from './measures';
import type { Rework, TaskSummary } from './types';

/** Tasks whose records are read in one query. */
const CHUNK = 2_000;

export const NO_REWORK: Rework = { tasks: 0, attempts: 0, energyWh: ZERO_RANGE };

/** Keys of the sums that a task counts in. */
export const siteReworkKey = (site: string): string => `site|${site}`;
export const chatReworkKey = (conversation: string): string => `chat|${conversation}`;

export function combineRework(a: Rework, b: Rework, sign: 1 | -1): Rework {
  const tasks = a.tasks + sign * b.tasks;
  if (tasks <= 0) return NO_REWORK;
  return {
    tasks,
    attempts: a.attempts + sign * b.attempts,
    energyWh: plusRange(a.energyWh, b.energyWh, sign),
  };
}

/** The last attempt is the one that stands in the chat; all before it are rework. Null for fewer than two. */
export function taskOf(members: readonly PromptRecord[]): TaskSummary | null {
  const ended = members
    .filter(({ status }) => status !== 'pending')
    .sort((a, b) => a.attempt - b.attempt || a.startTime - b.startTime || (a.id < b.id ? -1 : 1));
  const kept = ended.at(-1);
  if (kept === undefined || ended.length < 2) return null;
  const sum = (records: readonly PromptRecord[]) =>
    records.reduce((range, { estimate }) => plusRange(range, estimate.energyWh, 1), ZERO_RANGE);
  return {
    taskId: kept.taskId,
    site: kept.site,
    conversation: kept.conversation,
    modelId: kept.modelId,
    attempts: ended.length,
    energyWh: sum(ended),
    reworkWh: sum(ended.slice(0, -1)),
    lastTime: kept.startTime,
  };
}

/** Tasks that changed: `asked` may have come to be or gone, `known` only if they have a row already. */
export interface TouchedTasks {
  readonly asked: ReadonlySet<string>;
  readonly known: ReadonlySet<string>;
}

/** Makes the rows of the touched tasks anew and lets the sums follow. Inside the transaction, after the records. */
export async function writeTasks(db: Database, touched: TouchedTasks): Promise<void> {
  const ids = [...new Set([...touched.asked, ...touched.known])];
  const sums = new Map<string, Rework>();
  for (let start = 0; start < ids.length; start += CHUNK) {
    await writeChunk(db, ids.slice(start, start + CHUNK), touched, sums);
  }
  await writeSums(db, sums);
}

async function writeChunk(
  db: Database,
  ids: readonly string[],
  touched: TouchedTasks,
  sums: Map<string, Rework>,
): Promise<void> {
  const stored = await db.tasks.bulkGet([...ids]);
  const before = new Map(stored.flatMap((row) => (row === undefined ? [] : [[row.taskId, row] as const])));
  const read = ids.filter((id) => touched.asked.has(id) || before.has(id));
  if (read.length === 0) return;
  const members = new Map<string, PromptRecord[]>();
  for (const record of (await db.records.where('taskId').anyOf(read).toArray()).filter(isKnown)) {
    members.set(record.taskId, [...(members.get(record.taskId) ?? []), record]);
  }
  const puts: TaskSummary[] = [];
  const deletes: string[] = [];
  const collect = (task: TaskSummary | null, sign: 1 | -1) => {
    if (task === null) return;
    const one: Rework = { tasks: 1, attempts: task.attempts - 1, energyWh: task.reworkWh };
    for (const key of [siteReworkKey(task.site), chatReworkKey(task.conversation)]) {
      sums.set(key, addSigned(sums.get(key) ?? NO_REWORK, one, sign));
    }
  };
  for (const id of read) {
    const row = before.get(id) ?? null;
    const after = taskOf(members.get(id) ?? []);
    collect(row, -1);
    collect(after, 1);
    if (after !== null) puts.push(after);
    else if (row !== null) deletes.push(id);
  }
  if (puts.length > 0) await db.tasks.bulkPut(puts);
  if (deletes.length > 0) await db.tasks.bulkDelete(deletes);
}

/** A change may be negative until it meets the stored sum, so nothing is cut off here. */
function addSigned(a: Rework, b: Rework, sign: 1 | -1): Rework {
  return {
    tasks: a.tasks + sign * b.tasks,
    attempts: a.attempts + sign * b.attempts,
    energyWh: {
      low: a.energyWh.low + sign * b.energyWh.low,
      central: a.energyWh.central + sign * b.energyWh.central,
      high: a.energyWh.high + sign * b.energyWh.high,
    },
  };
}

async function writeSums(db: Database, sums: ReadonlyMap<string, Rework>): Promise<void> {
  const keys = [...sums.keys()];
  if (keys.length === 0) return;
  const stored = await db.rework.bulkGet(keys);
  const puts: ReworkRow[] = [];
  const deletes: string[] = [];
  keys.forEach((key, index) => {
    const rework = combineRework(stored[index]?.rework ?? NO_REWORK, sums.get(key) ?? NO_REWORK, 1);
    if (rework.tasks > 0) puts.push({ key, rework });
    else if (stored[index] !== undefined) deletes.push(key);
  });
  if (puts.length > 0) await db.rework.bulkPut(puts);
  if (deletes.length > 0) await db.rework.bulkDelete(deletes);
}
