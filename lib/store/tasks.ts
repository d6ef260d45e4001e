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
  /** A first attempt tries nothing again, though its turn may stand where an earlier one stood. */
  readonly isFirst: boolean;
}

/** The task: that of the prompt it tries again, else that of the same turn of the same chat, else its own. */
export async function resolveTask(db: Database, ties: TaskTies): Promise<string> {
  if (ties.attemptOf !== null && ties.attemptOf !== ties.id) {
    // A first attempt not stored yet will be found under its own id when it arrives.
    return known(await db.records.get(ties.attemptOf))?.taskId ?? ties.attemptOf;
  }
  if (ties.isFirst) return ties.id;
  // What was sent later cannot be what this one tries again, though it may have been stored first.
  const earlier = (await ofSameTurn(db, ties)).find((row) => row.startTime <= ties.startTime);
  return earlier?.taskId ?? ties.id;
}

/** The other prompts of the same turn of the same chat, in order of sending. */
async function ofSameTurn(db: Database, ties: TaskTies): Promise<PromptRecord[]> {
  if (ties.turnKeyHash === null) return [];
  const rows = await db.records
    .where('[conversation+turnKeyHash]')
    .equals([ties.conversation, ties.turnKeyHash])
    .toArray();
  const records = rows.filter(isKnown).filter((row) => row.id !== ties.id);
  return records.sort((one, other) => one.startTime - other.startTime);
}

/**
 * Ties attempts that were stored before the prompt they belong to: those that named it as the start of their task,
 * and those of the same turn that took themselves for the first. Inside a write transaction, when the prompt is
 * stored for the first time.
 * @returns each record that changed its task, before and after, for the roll-ups
 */
export async function adoptAttempts(
  db: Database,
  ties: TaskTies,
  taskId: string,
): Promise<readonly (readonly [before: PromptRecord, after: PromptRecord])[]> {
  const alone = (await ofSameTurn(db, ties)).filter(
    (row) => row.startTime > ties.startTime && row.taskId === row.id && row.attemptKind !== 'first',
  );
  const tasks = new Set([ties.id, ...alone.map((row) => row.taskId)]);
  tasks.delete(taskId);
  const moved: (readonly [PromptRecord, PromptRecord])[] = [];
  for (const task of tasks) {
    for (const record of await others(db, task, ties.id)) moved.push([record, { ...record, taskId }]);
  }
  if (moved.length > 0) await db.records.bulkPut(moved.map(([, after]) => after));
  return moved;
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
