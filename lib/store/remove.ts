/** Deleting records, and taking it back. */
import Dexie from 'dexie';
import type { Database, Store } from './db';
import { writing } from './db';
import { isKnown } from './known';
import { noteChange } from './meta';
import { RollupChange } from './rollups';
import type { ChatRow, RemovedRecords } from './types';

const nowSeconds = (): number => Date.now() / 1000;

/** Deletes everything, salt and labels included: the store is as new. @throws StoreError */
export function deleteAll(store: Store): Promise<void> {
  return writing(store, async (db) => {
    for (const table of db.tables) await table.clear();
  });
}

async function isEmptyChat(db: Database, conversation: string): Promise<boolean> {
  const first = await db.records
    .where('[conversation+startTime+id]')
    .between([conversation, Dexie.minKey], [conversation, Dexie.maxKey])
    .first();
  return first === undefined;
}

/**
 * Deletes records and lets the roll-ups follow; a chat that is left empty loses its keys too. Ids that are not
 * there, or were written by a newer version, are passed over.
 * @returns what was removed, for {@link restoreRecords}. @throws StoreError
 */
export function deleteRecords(store: Store, ids: readonly string[]): Promise<RemovedRecords> {
  return writing(store, async (db) => {
    const found = (await db.records.bulkGet([...new Set(ids)])).flatMap((row) => (row ? [row] : []));
    const records = found.filter(isKnown);
    const change = new RollupChange();
    for (const record of records) change.replace(record, null);
    await db.records.bulkDelete(records.map(({ id }) => id));
    await change.write(db);
    const chats: ChatRow[] = [];
    for (const conversation of new Set(records.map((record) => record.conversation))) {
      if (!(await isEmptyChat(db, conversation))) continue;
      chats.push(...(await db.chats.where('label').equals(conversation).toArray()));
    }
    await db.chats.bulkDelete(chats.map(({ key }) => key));
    if (records.length > 0) await noteChange(db, nowSeconds());
    return { records, chats };
  });
}

/** Puts back what {@link deleteRecords} removed; a record or chat key that exists again meanwhile stays. */
export function restoreRecords(store: Store, removed: RemovedRecords): Promise<void> {
  return writing(store, async (db) => {
    const records = [...new Map(removed.records.map((record) => [record.id, record])).values()];
    const present = await db.records.bulkGet(records.map(({ id }) => id));
    const missing = records.filter((_, index) => present[index] === undefined);
    const change = new RollupChange();
    for (const record of missing) change.replace(null, record);
    await db.records.bulkPut(missing);
    await change.write(db);
    const bound = await db.chats.bulkGet(removed.chats.map(({ key }) => key));
    await db.chats.bulkPut(removed.chats.filter((_, index) => bound[index] === undefined));
    if (missing.length > 0) await noteChange(db, nowSeconds());
  });
}
