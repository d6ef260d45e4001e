/** Runs in a page of the extension: fills its store through the bulk path that undo uses. */
import { openStore } from '../../../lib/store/db';
import { restoreRecords } from '../../../lib/store/remove';
import { madePrompt } from './prompts';

export interface SeedRequest {
  /** Prompts to make: from `from` inclusive to `to` exclusive, of `count` in all. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly endTime: number;
}

const CHUNK = 2_500;

/** @returns how many prompts were written */
export async function seed({ from, to, count, endTime }: SeedRequest): Promise<number> {
  const store = openStore();
  for (let start = from; start < to; start += CHUNK) {
    const size = Math.min(CHUNK, to - start);
    const records = Array.from({ length: size }, (_, index) => madePrompt(start + index, count, endTime));
    await restoreRecords(store, { records, chats: [] });
  }
  store.close();
  return to - from;
}
