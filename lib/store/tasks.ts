/** Which task a prompt belongs to, and which attempt of it this is. */
import type { PromptRecord } from '../prompt';
import type { Database } from './db';
import { isKnown, known } from './known';

/** The facts that tie a prompt to earlier ones. */
export interface TaskTies {
  readonly id: string;
  readonly startTime: number;
  readonly conversation: string;
  readonly turnKeyHash: string | null;
  readonly attemptOf: string | null;
}

/** The task: that of the prompt it tries again, else that of the same turn of the same chat, else its own. */
export async function resolveTask(db: Database, ties: TaskTies): Promise<string> {
  if (ties.attemptOf !== null && ties.attemptOf !== ties.id) {
    // A first attempt not stored yet will be found under its own id when it arrives.
    return known(await db.records.get(ties.attemptOf))?.taskId ?? ties.attemptOf;
  }
  if (ties.turnKeyHash !== null) {
    const same = await db.records
      .where('[conversation+turnKeyHash]')
      .equals([ties.conversation, ties.turnKeyHash])
      .filter((row) => row.id !== ties.id)
      .first();
    const record = known(same);
    if (record) return record.taskId;
  }
  return ties.id;
}

/**
 * Ties attempts that named `id` as the start of their task, because it was not stored yet, to the task that it
 * belongs to itself. Tasks are in no roll-up. Inside a write transaction.
 */
export async function adoptAttempts(db: Database, id: string, taskId: string): Promise<void> {
  if (id === taskId) return;
  const adopted = await others(db, id, id);
  if (adopted.length > 0) await db.records.bulkPut(adopted.map((record) => ({ ...record, taskId })));
}

/** The other attempts of a task, in order. */
async function others(db: Database, taskId: string, id: string): Promise<PromptRecord[]> {
  const rows = await db.records.where('[taskId+attempt]').between([taskId, 0], [taskId, Infinity]).toArray();
  return rows.filter(isKnown).filter((row) => row.id !== id);
}

/**
 * The attempt number in `taskId`: 1 for the prompt the task is named after, else by the time of sending. Records
 * that arrive late move later attempts up; attempt numbers are in no roll-up. Inside a write transaction.
 */
export async function resolveAttempt(db: Database, taskId: string, ties: TaskTies): Promise<number> {
  const isFirst = (record: { readonly id: string }) => record.id === taskId;
  const members = await others(db, taskId, ties.id);
  const sorted = [...members, ties].sort(
    (a, b) =>
      Number(isFirst(b)) - Number(isFirst(a)) ||
      a.startTime - b.startTime ||
      (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
  // The first attempt keeps its number while it is missing.
  const base = sorted.some(isFirst) ? 1 : 2;
  const numbers = new Map(sorted.map((member, index) => [member.id, base + index]));
  const moved = members.flatMap((member) => {
    const attempt = numbers.get(member.id) ?? member.attempt;
    return attempt === member.attempt ? [] : [{ ...member, attempt }];
  });
  if (moved.length > 0) await db.records.bulkPut(moved);
  return numbers.get(ties.id) ?? base;
}
