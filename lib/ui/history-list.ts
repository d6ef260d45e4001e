/** A list read in pages whose first page is live: how pages join without gaps or doubles. Pure. */
import type { PromptRecord } from '../prompt';
import type { PageCursor, RecordPage } from '../store/types';

export interface HistoryList {
  /** Newest first. */
  readonly records: readonly PromptRecord[];
  /** Where to read on; null at the end. */
  readonly next: PageCursor | null;
}

export const EMPTY_LIST: HistoryList = { records: [], next: null };

/** Newest first, ties by id, as the store orders them. */
const isBefore = (a: PromptRecord, b: PromptRecord): boolean =>
  a.startTime === b.startTime ? a.id < b.id : a.startTime < b.startTime;

/**
 * Puts a newer state of the first page over the list. Older rows that were read before stay; when the page no
 * longer reaches them (a large import), the list starts again from the page, because rows between are missing.
 */
export function withFirstPage(list: HistoryList, page: RecordPage): HistoryList {
  const end = page.records.at(-1);
  if (page.next === null || end === undefined) return { records: page.records, next: page.next };
  const known = list.records.findIndex((record) => record.id === end.id);
  const older = list.records.filter((record) => isBefore(record, end));
  if (known === -1 || older.length === 0) return { records: page.records, next: page.next };
  return { records: [...page.records, ...older], next: list.next };
}

/** Adds the next page; rows that are already there are not repeated. */
export function withNextPage(list: HistoryList, page: RecordPage): HistoryList {
  const known = new Set(list.records.map((record) => record.id));
  return {
    records: [...list.records, ...page.records.filter((record) => !known.has(record.id))],
    next: page.next,
  };
}
