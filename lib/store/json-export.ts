/** Everything stored, as JSON that {@link importFile} restores. */
import { RECORD_VERSION } from '../prompt';
import { EXPORT_PAGE } from './csv-export';
import { type Database, reading, type Store } from './db';
import { canonicalJson, EXPORT_FORMAT, EXPORT_VERSION, isoTime } from './json-format';
import { changedTime } from './meta';
import { recordsByTime } from './page';
import type { RecordFilter } from './types';

/**
 * All final records (or those of `filter`), the factor sets with their assumptions, the settings as given, and
 * what keeps chat labels alive after an import: the salt and the hashed keys. Records of a newer version are
 * copied as they are. The same data gives the same bytes: keys are sorted and `exportedAt` is the time of the
 * newest change, null for a store that was never written. @throws StoreError
 */
export function exportJson(store: Store, settings: unknown, filter: RecordFilter = {}): Promise<Blob> {
  return reading(store, async (db) => {
    const frame = {
      format: EXPORT_FORMAT,
      version: EXPORT_VERSION,
      exportedAt: isoTime(await changedTime(db)),
      settings: settings ?? null,
    };
    const salt = await db.meta.get('salt');
    const chats = await db.chats.where('key').startsWith('k:').toArray();
    const sections = [
      ...Object.entries(frame).map(([key, value]) => `"${key}": ${canonicalJson(value)}`),
      `"salt": ${canonicalJson(salt?.value ?? null)}`,
      `"chats": ${list(chats)}`,
      `"factorSets": ${list(await db.factorSets.orderBy('key').toArray())}`,
    ];
    const parts: Blob[] = [new Blob([`{\n${sections.join(',\n')},\n"prompts": [`])];
    let separator = '\n';
    for await (const records of exportedRecords(db, filter)) {
      if (records.length === 0) continue;
      parts.push(new Blob([separator, records.map(canonicalJson).join(',\n')]));
      separator = ',\n';
    }
    parts.push(new Blob(['\n]\n}\n']));
    return new Blob(parts, { type: 'application/json' });
  });
}

/** One entry a line, so that two exports can be compared line by line. */
const list = (rows: readonly unknown[]): string => `[\n${rows.map(canonicalJson).join(',\n')}\n]`;

async function* exportedRecords(db: Database, filter: RecordFilter): AsyncGenerator<readonly unknown[]> {
  for await (const records of recordsByTime(db, filter, EXPORT_PAGE)) {
    yield records.filter(({ status }) => status !== 'pending');
  }
  if (Object.keys(filter).length > 0) return;
  const unknown = await db.records.where('version').above(RECORD_VERSION).toArray();
  yield unknown.sort((a, b) => (a.id < b.id ? -1 : 1));
}
