/** Factor sets: the assumptions behind many records, stored once. */
import { guarded, reading, type Store } from './db';
import type { FactorSet } from './types';

/** Stores a factor set; one with the same key is the same set and stays. @throws StoreError */
export function putFactorSet(store: Store, set: FactorSet): Promise<void> {
  return guarded(async () => {
    const db = await store.write();
    await db.transaction('rw', db.factorSets, async () => {
      if ((await db.factorSets.get(set.key)) === undefined) await db.factorSets.put(set);
    });
  });
}

/** The factor set of this key; null when it is not stored, as for imported CSV records. @throws StoreError */
export function getFactorSet(store: Store, key: string): Promise<FactorSet | null> {
  return reading(store, async (db) => (await db.factorSets.get(key)) ?? null);
}
