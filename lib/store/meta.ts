/** Small facts about the store itself. */
import { type Database, reading, type Store } from './db';

/** Unix seconds of the newest change, to the millisecond; null while nothing was ever stored. */
export async function changedTime(db: Database): Promise<number | null> {
  const row = await db.meta.get('changedTime');
  return typeof row?.value === 'number' ? row.value : null;
}

/** Notes a change; the newest one counts, whatever order they arrive in. Inside a write transaction. */
export async function noteChange(db: Database, timeSeconds: number): Promise<void> {
  const before = await changedTime(db);
  const rounded = Math.round(timeSeconds * 1000) / 1000;
  if (before === null || rounded > before) await db.meta.put({ key: 'changedTime', value: rounded });
}

/** When the store last changed, Unix seconds; null while nothing was ever stored. For views. @throws StoreError */
export function lastChange(store: Store): Promise<number | null> {
  return reading(store, changedTime);
}
