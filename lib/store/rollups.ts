/**
 * The roll-ups: day, month and everything by site, model and status; the day in one row; hour of the week by site;
 * chat; kind of prompt; tasks. They change in the transaction that changes the records, so that no total is ever read by a scan.
 */
import type { Table } from 'dexie';
import type { FinalStatus, PromptRecord } from '../prompt';
import { combineDay, dayMeasuresOf, ZERO_DAY } from './days';
import type { ConversationRow, Database, DayRow, HourRow, KindRow, RollupRow } from './db';
import { combineKind, kindMeasuresOf, kindOf, ZERO_KIND } from './kinds';
import { hourOfWeek, localDay, monthOf } from './local-time';
import { combine, ZERO_MEASURES } from './measures';
import { writeTasks } from './rework';
import type { DayMeasures, KindMeasures, Measures } from './types';

/** Key of a roll-up row. A model id may hold any character: the parts around it cannot be mistaken. */
export const rollupKey = (period: string, site: string, modelId: string, status: string): string =>
  `${period}|${site}|${modelId}|${status}`;

/** How the sums of one table add up. */
interface Adding<M> {
  readonly zero: M;
  readonly combine: (a: M, b: M, sign: 1 | -1) => M;
}
const PLAIN: Adding<Measures> = { zero: ZERO_MEASURES, combine };
const BY_KIND: Adding<KindMeasures> = { zero: ZERO_KIND, combine: combineKind };
const BY_DAY: Adding<DayMeasures> = { zero: ZERO_DAY, combine: combineDay };

type RowOf<M> = { readonly measures: M };

interface Delta<Row, M> {
  readonly row: Row;
  added: M;
  removed: M;
}

/** What changes in one table, by key. */
class TableChange<M extends { readonly count: number }, Row extends RowOf<M>> {
  readonly #deltas = new Map<string, Delta<Row, M>>();

  constructor(readonly sums: Adding<M>) {}

  collect(key: string, row: Row, side: 'added' | 'removed', measures: M): void {
    const { zero } = this.sums;
    const delta = this.#deltas.get(key) ?? { row, added: zero, removed: zero };
    delta[side] = this.sums.combine(delta[side], measures, 1);
    this.#deltas.set(key, delta);
  }

  async write(table: Table<Row, string>): Promise<void> {
    const keys = [...this.#deltas.keys()];
    if (keys.length === 0) return;
    const stored = await table.bulkGet(keys);
    const puts: Row[] = [];
    const deletes: string[] = [];
    [...this.#deltas.entries()].forEach(([key, delta], index) => {
      const row = stored[index] ?? delta.row;
      // Removing first: when the last record leaves and comes back changed, the sum starts anew without residue.
      const measures = this.sums.combine(this.sums.combine(row.measures, delta.removed, -1), delta.added, 1);
      if (measures.count > 0) puts.push({ ...row, measures });
      else if (stored[index] !== undefined) deletes.push(key);
    });
    if (puts.length > 0) await table.bulkPut(puts);
    if (deletes.length > 0) await table.bulkDelete(deletes);
  }
}

/** Collects what records add and remove, to write each roll-up row once however many records change. */
export class RollupChange {
  readonly #rollups = new TableChange<Measures, RollupRow>(PLAIN);
  readonly #days = new TableChange<DayMeasures, DayRow>(BY_DAY);
  readonly #hours = new TableChange<Measures, HourRow>(PLAIN);
  readonly #conversations = new TableChange<Measures, ConversationRow>(PLAIN);
  readonly #kinds = new TableChange<KindMeasures, KindRow>(BY_KIND);
  readonly #askedTasks = new Set<string>();
  readonly #knownTasks = new Set<string>();

  /** `before` leaves, `after` enters; pending records and null are in no sum. */
  replace(before: PromptRecord | null, after: PromptRecord | null): void {
    if (before) this.#collect(before, 'removed');
    if (after) this.#collect(after, 'added');
    this.#touchTasks(before, after);
  }

  /** Writes the collected changes; must run inside the transaction that changes the records, after them. */
  async write(db: Database): Promise<void> {
    await this.#rollups.write(db.rollups);
    await this.#days.write(db.days);
    await this.#hours.write(db.hours);
    await this.#conversations.write(db.conversations);
    await this.#kinds.write(db.kinds);
    await writeTasks(db, { asked: this.#askedTasks, known: this.#knownTasks });
  }

  #touchTasks(before: PromptRecord | null, after: PromptRecord | null): void {
    const isEnded = (record: PromptRecord | null) => record !== null && record.status !== 'pending';
    // A record that stays in its task makes no task of several attempts; most tasks have one attempt only.
    const stays = isEnded(before) && isEnded(after) && before?.taskId === after?.taskId;
    for (const record of [before, after]) {
      if (record === null) continue;
      (stays ? this.#knownTasks : this.#askedTasks).add(record.taskId);
      // Later attempts may have named it as the start of their task before it came.
      if (record.taskId !== record.id) this.#knownTasks.add(record.id);
    }
  }

  #collect(record: PromptRecord, side: 'added' | 'removed'): void {
    if (record.status === 'pending') return;
    const measures = kindMeasuresOf(record);
    const { outputHistogram: _output, ratioHistogram: _ratio, ...plain } = measures;
    const { site, conversation, modelId } = record;
    for (const row of rollupRows(record, record.status)) this.#rollups.collect(row.key, row, side, plain);
    const day = localDay(record.startTime, record.utcOffsetMinutes);
    this.#days.collect(day, { day, measures: ZERO_DAY }, side, dayMeasuresOf(record));
    const hour = hourOfWeek(record.startTime, record.utcOffsetMinutes);
    const hourKey = `${hour}|${site}`;
    this.#hours.collect(hourKey, { key: hourKey, hour, site, measures: ZERO_MEASURES }, side, plain);
    this.#conversations.collect(conversation, { conversation, site, measures: ZERO_MEASURES }, side, plain);
    const kind = kindOf(record);
    const kindKey = `${kind}|${site}|${modelId}`;
    this.#kinds.collect(kindKey, { key: kindKey, kind, site, modelId, measures: ZERO_KIND }, side, measures);
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
