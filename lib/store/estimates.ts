/** Replacing the results of stored records, as re-estimation does. */
import type { PromptRecord, StoredEstimate } from '../prompt';
import { type Database, type Store, writing } from './db';
import { isKnown } from './known';
import { noteChange } from './meta';
import { RollupChange } from './rollups';

/** A new result for a record in the state that it was made from. */
export interface EstimateUpdate {
  readonly id: string;
  readonly revision: number;
  readonly estimate: StoredEstimate;
  /** The model that the result is for, when it is to change with it. */
  readonly model?: Pick<PromptRecord, 'modelId' | 'modelMatch'>;
}

/**
 * Gives records new estimates, keeps the former ones and lets the roll-ups follow, in one transaction. An update
 * for a record that is gone, has moved on, or already has this result is passed over, so that a run can be
 * repeated after a stop.
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
    const changes = distinct.flatMap((update, index) => {
      const before = rows[index];
      if (before === undefined || !isKnown(before) || before.revision !== update.revision) return [];
      return [{ before, update }];
    });
    return writeEstimates(db, changes, nowSeconds);
  });
}

/** A record as it stands and what it is to become. */
export interface EstimateChange {
  readonly before: PromptRecord;
  readonly update: Pick<EstimateUpdate, 'estimate' | 'model'>;
}

/**
 * Writes new estimates and the roll-ups over records just read; those that have the result already are passed
 * over. Inside a write transaction. @returns how many records changed
 */
export async function writeEstimates(
  db: Database,
  changes: readonly EstimateChange[],
  nowSeconds: number,
): Promise<number> {
  const rollups = new RollupChange();
  const changed: PromptRecord[] = [];
  for (const { before, update } of changes) {
    const after = withEstimate(before, update);
    if (after === null) continue;
    rollups.replace(before, after);
    changed.push(after);
  }
  if (changed.length === 0) return 0;
  await db.records.bulkPut(changed);
  await rollups.write(db);
  await noteChange(db, nowSeconds);
  return changed.length;
}

/** Same tables, same factors, same formulas over the same observables: the same numbers. */
const hasSameNumbers = (one: StoredEstimate, other: StoredEstimate): boolean =>
  one.factorSet === other.factorSet &&
  one.refdbVersion === other.refdbVersion &&
  one.otmVersion === other.otmVersion;

/** The record with its new result; null when it has that result already. */
function withEstimate(
  before: PromptRecord,
  { estimate, model }: EstimateChange['update'],
): PromptRecord | null {
  if (!hasSameNumbers(before.estimate, estimate)) {
    return { ...before, ...model, estimate, formerEstimate: before.estimate };
  }
  if (before.estimate.method === estimate.method) return null;
  // Only the headline differs: the numbers stay, and so does what they were before.
  return { ...before, estimate: { ...before.estimate, method: estimate.method } };
}
