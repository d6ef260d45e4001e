/** Replacing the results of stored records, as re-estimation does. */
import type { PromptRecord, StoredEstimate } from '../prompt';
import { type Store, writing } from './db';
import { isKnown } from './known';
import { noteChange } from './meta';
import { RollupChange } from './rollups';

/** A new result for a record in the state that it was made from. */
export interface EstimateUpdate {
  readonly id: string;
  readonly revision: number;
  readonly estimate: StoredEstimate;
}

/**
 * Gives records new estimates, keeps the former ones and lets the roll-ups follow, in one transaction. An update
 * for a record that is gone, has moved on, or already has the result of this factor set is passed over, so that
 * a run can be repeated after a stop.
 * @returns how many records changed. @throws StoreError
 */
export function replaceEstimates(
  store: Store,
  updates: readonly EstimateUpdate[],
  nowSeconds: number,
): Promise<number> {
  return writing(store, async (db) => {
    const distinct = [...new Map(updates.map((update) => [update.id, update])).values()];
    const rows = await db.records.bulkGet(distinct.map(({ id }) => id));
    const change = new RollupChange();
    const changed: PromptRecord[] = [];
    distinct.forEach(({ revision, estimate }, index) => {
      const before = rows[index];
      if (before === undefined || !isKnown(before) || before.revision !== revision) return;
      if (before.estimate.factorSet === estimate.factorSet) return;
      const after: PromptRecord = { ...before, estimate, formerEstimate: before.estimate };
      change.replace(before, after);
      changed.push(after);
    });
    await db.records.bulkPut(changed);
    await change.write(db);
    if (changed.length > 0) await noteChange(db, nowSeconds);
    return changed.length;
  });
}
