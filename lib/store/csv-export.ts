/** The history as CSV: UTF-8, RFC 4180, one header row, newest last. */
import Papa from 'papaparse';
import { CSV_HEADER, csvCells } from './csv-columns';
import { reading, type Store } from './db';
import { recordsByTime } from './page';
import type { RecordFilter } from './types';

/** Records turned into text at a time; the text goes to a Blob, so that memory does not grow with the history. */
export const EXPORT_PAGE = 10_000;

const NEWLINE = '\r\n';
const csvText = (rows: readonly (readonly string[])[]): string =>
  Papa.unparse(
    rows.map((row) => [...row]),
    { newline: NEWLINE },
  ) + NEWLINE;

/**
 * The final records as CSV; pending ones, and those of a newer version, are not in it. An empty store gives the
 * header alone. @throws StoreError
 */
export function exportCsv(store: Store, filter: RecordFilter = {}): Promise<Blob> {
  return reading(store, async (db) => {
    const parts: Blob[] = [new Blob([csvText([CSV_HEADER])])];
    for await (const records of recordsByTime(db, filter, EXPORT_PAGE)) {
      const final = records.filter(({ status }) => status !== 'pending');
      if (final.length > 0) parts.push(new Blob([csvText(final.map(csvCells))]));
    }
    return new Blob(parts, { type: 'text/csv;charset=utf-8' });
  });
}
