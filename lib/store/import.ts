/** Import of JSON and CSV exports: all or nothing, in one transaction. */
import type { PromptRecord } from '../prompt';
import { type Database, guarded, reading, type Store, type UnknownRecord, writing } from './db';
import { parseCsv } from './import-csv';
import { type ImportedData, invalid, parseJson } from './import-json';
import { isKnown } from './known';
import { noteChange } from './meta';
import { RollupChange } from './rollups';
import type { ImportMode, ImportReport } from './types';

/** Rows read and written at a time inside the transaction. */
const CHUNK = 5_000;

type Row = PromptRecord | UnknownRecord;

/** Reads and checks a file. @throws StoreError `invalid-import` or `newer-version` */
async function parseFile(file: string | Blob): Promise<ImportedData> {
  let text: string;
  try {
    text = typeof file === 'string' ? file : await file.text();
  } catch (error) {
    throw invalid('unreadable', {}, { cause: error });
  }
  const content = text.replace(/^\uFEFF/, '');
  if (content.trim() === '') throw invalid('empty');
  return /^\s*[{[]/.test(content) ? parseJson(content) : parseCsv(content);
}

/** True when `next` says more than `stored`: a newer shape, else a later state, else a later sign of life. */
function supersedes(next: Row, stored: Row): boolean {
  if (!isKnown(stored)) return false;
  if (!isKnown(next)) return true;
  if (next.revision !== stored.revision) return next.revision > stored.revision;
  return next.updatedTime > stored.updatedTime;
}

/** One row per id: of doubles in a file the one that says more. */
function distinct(rows: readonly Row[]): Row[] {
  const byId = new Map<string, Row>();
  for (const row of rows) {
    const before = byId.get(row.id);
    if (before === undefined || supersedes(row, before)) byId.set(row.id, row);
  }
  return [...byId.values()];
}

type Take = (before: Row | null, after: Row) => void;

/** Compares the file with the store chunk by chunk and calls `take` for each row that is to be written. */
async function compare(
  db: Database,
  rows: readonly Row[],
  take: Take,
  write: (chunk: Row[]) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += CHUNK) {
    const chunk = rows.slice(start, start + CHUNK);
    const stored = await db.records.bulkGet(chunk.map(({ id }) => id));
    const taken = chunk.filter((row, index) => {
      const before = stored[index] ?? null;
      if (before !== null && !supersedes(row, before)) return false;
      take(before, row);
      return true;
    });
    await write(taken);
  }
}

/** Counts for the report while rows are taken. */
class Tally {
  added = 0;
  replaced = 0;
  readonly count = (before: Row | null): void => {
    if (before === null) this.added++;
    else this.replaced++;
  };

  report(data: ImportedData, rows: readonly Row[], removed: number): ImportReport {
    const times = rows.filter(isKnown).map(({ startTime }) => startTime);
    const pick = (better: (a: number, b: number) => number) =>
      times.length === 0 ? null : times.reduce((a, b) => better(a, b));
    return {
      kind: data.kind,
      records: rows.length,
      added: this.added,
      replaced: this.replaced,
      kept: rows.length - this.added - this.replaced,
      unknown: rows.length - times.length,
      removed,
      firstTime: pick(Math.min),
      lastTime: pick(Math.max),
      settings: data.settings,
    };
  }
}

/**
 * What an import of this file would do; changes nothing.
 * @throws StoreError `invalid-import` or `newer-version` with what is wrong in the file
 */
export function previewImport(
  store: Store,
  file: string | Blob,
  { mode }: { readonly mode: ImportMode } = { mode: 'merge' },
): Promise<ImportReport> {
  return guarded(async () => {
    const data = await parseFile(file);
    const rows = distinct(data.records);
    const tally = new Tally();
    return reading(store, async (db) => {
      if (mode === 'replace') {
        for (const _row of rows) tally.count(null);
        return tally.report(data, rows, await db.records.count());
      }
      await compare(db, rows, tally.count, async () => undefined);
      return tally.report(data, rows, 0);
    });
  });
}

/**
 * Takes over a JSON or CSV export. `merge` adds what is not here and replaces what the file knows in a later
 * state; `replace` deletes everything first. A damaged file, or a full disk half way, changes nothing.
 * @throws StoreError
 */
export function importFile(
  store: Store,
  file: string | Blob,
  { mode }: { readonly mode: ImportMode },
): Promise<ImportReport> {
  return guarded(async () => {
    const data = await parseFile(file);
    const rows = distinct(data.records);
    return writing(store, (db) => importInTransaction(db, data, rows, mode));
  });
}

async function importInTransaction(
  db: Database,
  data: ImportedData,
  rows: readonly Row[],
  mode: ImportMode,
): Promise<ImportReport> {
  const removed = mode === 'replace' ? await db.records.count() : 0;
  const isFresh = mode === 'replace' || (await db.records.limit(1).first()) === undefined;
  // A store without records takes over the file's identity whole, so that its export gives the same bytes.
  if (isFresh) for (const table of db.tables) await table.clear();

  const tally = new Tally();
  const change = new RollupChange();
  const take: Take = (before, after) => {
    tally.count(before);
    change.replace(before !== null && isKnown(before) ? before : null, isKnown(after) ? after : null);
  };
  await compare(db, rows, take, (chunk) => db.records.bulkPut(chunk));
  await change.write(db);
  await importIdentity(db, data, isFresh);
  if (isFresh || tally.added + tally.replaced > 0) {
    if (data.changedTime !== null) await noteChange(db, data.changedTime);
  }
  return tally.report(data, rows, removed);
}

/** Factor sets, and the hashed chat keys where they were made with this store's salt. */
async function importIdentity(db: Database, data: ImportedData, isFresh: boolean): Promise<void> {
  const present = new Set(await db.factorSets.toCollection().primaryKeys());
  await db.factorSets.bulkPut(data.factorSets.filter(({ key }) => !present.has(key)));
  if (data.salt === null) return;
  if (isFresh) await db.meta.put({ key: 'salt', value: data.salt });
  else if ((await db.meta.get('salt'))?.value !== data.salt) return;
  const bound = await db.chats.bulkGet(data.chats.map(({ key }) => key));
  await db.chats.bulkPut(data.chats.filter((_, index) => bound[index] === undefined));
}
