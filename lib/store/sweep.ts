/** Closing records whose page is gone. */
import Dexie from 'dexie';
import type { PromptRecord } from '../prompt';
import { guarded, type Store, writing } from './db';
import { isKnown, known } from './known';
import { noteChange } from './meta';
import { RollupChange } from './rollups';

/** How long a prompt without any text was awaited: until its page's last sign of life, as far as anybody knows. */
function waitedSeconds(record: PromptRecord): number | null {
  if (record.firstTokenTime !== null || record.outputTextLength > 0) return null;
  const until = record.updatedTime - record.startTime - (record.waitedForUserSeconds ?? 0);
  return Math.max(0, record.waitedSeconds ?? 0, Math.round(until * 1000) / 1000);
}

export interface SweepOptions {
  /** Seconds without a sign of life after which a pending record counts as interrupted; 60 unless said otherwise. */
  readonly olderThanSeconds?: number;
  /** Unix seconds before which nothing that lives now can have spoken; nothing is that old unless said otherwise. */
  readonly sinceTime?: number;
}

/**
 * Turns pending records without a sign of life into `interrupted`, each in a transaction of its own, so that a
 * stop half way loses nothing. The revision stays: a page that comes back goes on with the same record.
 * @returns how many were closed. @throws StoreError
 */
export function sweepPending(
  store: Store,
  nowSeconds: number,
  { olderThanSeconds = 60, sinceTime = Number.NEGATIVE_INFINITY }: SweepOptions = {},
): Promise<number> {
  return guarded(async () => {
    const isSilent = (record: PromptRecord) =>
      record.status === 'pending' &&
      (record.updatedTime < sinceTime ||
        // A sign of life from the future was given before the computer's clock was put back.
        Math.abs(nowSeconds - record.updatedTime) >= olderThanSeconds);
    const db = await store.write();
    const rows = await db.records
      .where('[status+startTime+id]')
      .between(['pending', Dexie.minKey], ['pending', Dexie.maxKey])
      .toArray();
    let closed = 0;
    for (const { id } of rows.filter(isKnown).filter(isSilent)) {
      closed += await writing(store, async (inside) => {
        const record = known(await inside.records.get(id));
        if (record === null || !isSilent(record)) return 0;
        const interrupted: PromptRecord = {
          ...record,
          status: 'interrupted',
          waitedSeconds: waitedSeconds(record),
        };
        await inside.records.put(interrupted);
        const change = new RollupChange();
        change.replace(record, interrupted);
        await change.write(inside);
        await noteChange(inside, nowSeconds);
        return 1;
      });
    }
    return closed;
  });
}
