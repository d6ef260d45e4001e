/**
 * The roll-ups: day, month and everything by site, model and status; hour of the week by site; chat. They change
 * in the transaction that changes the records, so that no total is ever read by a scan.
 */
import type { Table } from 'dexie';
import type { FinalStatus, PromptRecord } from '../prompt';
import type { ConversationRow, Database, HourRow, RollupRow } from './db';
import { hourOfWeek, localDay, monthOf } from './local-time';
import { combine, measuresOf, ZERO_MEASURES } from './measures';
import type { Measures } from './types';

/** Key of a roll-up row. A model id may hold any character: the parts around it cannot be mistaken. */
export const rollupKey = (period: string, site: string, modelId: string, status: string): string =>
  `${period}|${site}|${modelId}|${status}`;

interface Delta<Row> {
  readonly row: Row;
  added: Measures;
  removed: Measures;
}
type Deltas<Row> = Map<string, Delta<Row>>;

/** Collects what records add and remove, to write each roll-up row once however many records change. */
export class RollupChange {
  readonly #rollups: Deltas<RollupRow> = new Map();
  readonly #hours: Deltas<HourRow> = new Map();
  readonly #conversations: Deltas<ConversationRow> = new Map();

  /** `before` leaves, `after` enters; pending records and null are in no sum. */
  replace(before: PromptRecord | null, after: PromptRecord | null): void {
    if (before) this.#collect(before, 'removed');
    if (after) this.#collect(after, 'added');
  }

  /** Writes the collected changes; must run inside the transaction that changes the records. */
  async write(db: Database): Promise<void> {
    await writeDeltas(db.rollups, this.#rollups);
    await writeDeltas(db.hours, this.#hours);
    await writeDeltas(db.conversations, this.#conversations);
  }

  #collect(record: PromptRecord, side: 'added' | 'removed'): void {
    if (record.status === 'pending') return;
    const measures = measuresOf(record);
    for (const row of rollupRows(record, record.status)) collect(this.#rollups, row.key, row, side, measures);
    const hour = hourOfWeek(record.startTime, record.utcOffsetMinutes);
    const hourKey = `${hour}|${record.site}`;
    const { site, conversation } = record;
    collect(this.#hours, hourKey, { key: hourKey, hour, site, measures: ZERO_MEASURES }, side, measures);
    collect(
      this.#conversations,
      conversation,
      { conversation, site, measures: ZERO_MEASURES },
      side,
      measures,
    );
  }
}

function rollupRows(record: PromptRecord, status: FinalStatus): RollupRow[] {
  const { site, modelId } = record;
  const day = localDay(record.startTime, record.utcOffsetMinutes);
  return [day, monthOf(day), 'all'].map((period) => ({
    key: rollupKey(period, site, modelId, status),
    period,
    site,
    modelId,
    status,
    measures: ZERO_MEASURES,
  }));
}

function collect<Row>(
  deltas: Deltas<Row>,
  key: string,
  row: Row,
  side: 'added' | 'removed',
  measures: Measures,
): void {
  const delta = deltas.get(key) ?? { row, added: ZERO_MEASURES, removed: ZERO_MEASURES };
  delta[side] = combine(delta[side], measures, 1);
  deltas.set(key, delta);
}

async function writeDeltas<Row extends { readonly measures: Measures }>(
  table: Table<Row, string>,
  deltas: Deltas<Row>,
): Promise<void> {
  const keys = [...deltas.keys()];
  if (keys.length === 0) return;
  const stored = await table.bulkGet(keys);
  const puts: Row[] = [];
  const deletes: string[] = [];
  [...deltas.entries()].forEach(([key, delta], index) => {
    const row = stored[index] ?? delta.row;
    // Removing first: when the last record leaves and comes back changed, the sum starts anew without residue.
    const measures = combine(combine(row.measures, delta.removed, -1), delta.added, 1);
    if (measures.count > 0) puts.push({ ...row, measures });
    else if (stored[index] !== undefined) deletes.push(key);
  });
  if (puts.length > 0) await table.bulkPut(puts);
  if (deletes.length > 0) await table.bulkDelete(deletes);
}
