/** Records in pages, by keyset: a page costs the same at the start and after a million rows. */
import Dexie, { type Collection } from 'dexie';
import type { PromptRecord } from '../prompt';
import { type Database, reading, type Store, type UnknownRecord } from './db';
import { isKnown } from './known';
import type { PageCursor, PageOrder, PageQuery, RecordFilter, RecordPage } from './types';

/** Rows that one page reads at most, whatever the filter leaves of them. */
export const SCAN_LIMIT = 2_000;

/** Whether a known record is in a filter; pending ones only when the filter asks for them. */
export function matches(record: PromptRecord, filter: RecordFilter): boolean {
  return (
    (filter.status === undefined ? record.status !== 'pending' : record.status === filter.status) &&
    (filter.site === undefined || record.site === filter.site) &&
    (filter.modelId === undefined || record.modelId === filter.modelId) &&
    (filter.conversation === undefined || record.conversation === filter.conversation) &&
    (filter.fromTime === undefined || record.startTime >= filter.fromTime) &&
    (filter.toTime === undefined || record.startTime < filter.toTime)
  );
}

/** What a record is sorted by. */
export const orderValue = (record: PromptRecord, order: PageOrder): number => {
  switch (order) {
    case 'time':
      return record.startTime;
    case 'energy':
      return record.estimate.energyWh.central;
    case 'output':
      return record.outputTokens;
  }
};

/** The narrowest index for a list by time: the first filter named here that is set leads it. */
function timeIndex(filter: RecordFilter): { readonly index: string; readonly prefix: readonly string[] } {
  if (filter.conversation !== undefined) {
    return { index: '[conversation+startTime+id]', prefix: [filter.conversation] };
  }
  if (filter.status !== undefined && filter.status !== 'complete') {
    return { index: '[status+startTime+id]', prefix: [filter.status] };
  }
  if (filter.modelId !== undefined) return { index: '[modelId+startTime+id]', prefix: [filter.modelId] };
  if (filter.site !== undefined) return { index: '[site+startTime+id]', prefix: [filter.site] };
  if (filter.status !== undefined) return { index: '[status+startTime+id]', prefix: [filter.status] };
  return { index: '[startTime+id]', prefix: [] };
}

/** Rows in falling order from `before` on. */
function rowsBefore(
  db: Database,
  order: PageOrder,
  filter: RecordFilter,
  before: PageCursor | null,
): Collection<PromptRecord | UnknownRecord, string> {
  const last = before === null ? null : [before.value, before.id];
  if (order === 'time') {
    const { index, prefix } = timeIndex(filter);
    const low = [...prefix, filter.fromTime ?? Dexie.minKey];
    const bound = filter.toTime ?? Dexie.maxKey;
    const high = [...prefix, ...(last ?? [bound])];
    return db.records.where(index).between(low, high, true, false).reverse();
  }
  const index = order === 'energy' ? '[estimate.energyWh.central+id]' : '[outputTokens+id]';
  return db.records
    .where(index)
    .between([Dexie.minKey], last ?? [Dexie.maxKey], true, false)
    .reverse();
}

/**
 * One page of records from the largest down. Reads at most {@link SCAN_LIMIT} rows: a filter that leaves few of
 * them gives a short page whose cursor reads on. @throws StoreError
 */
export function pageRecords(store: Store, query: PageQuery): Promise<RecordPage> {
  return reading(store, async (db) => {
    const filter = query.filter ?? {};
    const limit = Math.max(1, Math.floor(query.limit));
    const records: PromptRecord[] = [];
    let cursor = query.before ?? null;
    let scanned = 0;
    while (records.length < limit && scanned < SCAN_LIMIT) {
      const missing = limit - records.length;
      // Where most rows are wanted, just those that are missing; more at once where a filter leaves few.
      const wanted = records.length * 2 >= scanned ? missing : Math.max(limit, 100);
      const size = Math.min(wanted, SCAN_LIMIT - scanned);
      const rows = await rowsBefore(db, query.order, filter, cursor).limit(size).toArray();
      scanned += rows.length;
      for (const record of rows.filter(isKnown)) {
        if (records.length === limit) break;
        cursor = { value: orderValue(record, query.order), id: record.id };
        if (matches(record, filter)) records.push(record);
      }
      if (records.length < limit && (rows.length < size || !rows.some(isKnown)))
        return { records, next: null };
    }
    return { records, next: cursor };
  });
}

/** Known records oldest first, in chunks: for exports, which read everything. */
export async function* recordsByTime(
  db: Database,
  filter: RecordFilter,
  size: number,
): AsyncGenerator<readonly PromptRecord[]> {
  let last: readonly [unknown, unknown?] = [filter.fromTime ?? Dexie.minKey];
  for (;;) {
    const rows = await db.records
      .where('[startTime+id]')
      .between(last, [filter.toTime ?? Dexie.maxKey], last.length === 1, false)
      .limit(size)
      .toArray();
    yield rows.filter(isKnown).filter((record) => matches(record, filter));
    const end = rows.at(-1);
    if (rows.length < size || end === undefined || !('startTime' in end)) return;
    last = [end.startTime, end.id];
  }
}
