/** Deleting what is older than the person wants to keep. */
import Dexie from 'dexie';
import { reading, type Store } from './db';
import { isKnown } from './known';
import { deleteRecords } from './remove';

/** Records that one transaction deletes: short enough that a prompt's own write never waits long for it. */
export const RETENTION_CHUNK = 500;

export interface RetentionOptions {
  /** Transactions at most; what is left waits for the next call. */
  readonly chunks: number;
}

/**
 * Deletes records sent before `beforeTime`, oldest first, with their part of the totals, in transactions of at most
 * {@link RETENTION_CHUNK}. Records of a newer version stay.
 * @param beforeTime Unix seconds
 * @returns how many were deleted. @throws StoreError
 */
export async function deleteOlder(
  store: Store,
  beforeTime: number,
  { chunks }: RetentionOptions = { chunks: 20 },
): Promise<number> {
  let deleted = 0;
  for (let chunk = 0; chunk < chunks; chunk++) {
    const ids = await reading(store, async (db) => {
      const rows = await db.records
        .where('[startTime+id]')
        .between([Dexie.minKey], [beforeTime], true, false)
        .filter(isKnown)
        .limit(RETENTION_CHUNK)
        .toArray();
      return rows.map(({ id }) => id);
    });
    if (ids.length === 0) break;
    deleted += (await deleteRecords(store, ids)).records.length;
    if (ids.length < RETENTION_CHUNK) break;
  }
  return deleted;
}
