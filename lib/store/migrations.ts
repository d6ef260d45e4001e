/**
 * Every version of the schema since the first, oldest first. A version is never edited once released: a change is
 * a new entry with its own `upgrade`, and an example before and after in `migrations.test.ts`.
 */
import type { Transaction } from 'dexie';
import { combineDay, dayMeasuresOfRow, ZERO_DAY } from './days';
import type { DayRow, RollupRow } from './db';
import type { DayMeasures } from './types';

/** One version: Dexie's index lists of the tables that changed, and what happens to existing rows. */
export interface Migration {
  readonly version: number;
  /** What changed, for people. */
  readonly why: string;
  /** Dexie schema strings; null deletes a table. */
  readonly stores: Readonly<Record<string, string | null>>;
  readonly upgrade?: (transaction: Transaction) => Promise<void>;
}

export const MIGRATIONS: readonly [Migration, ...Migration[]] = [
  {
    version: 1,
    why: 'The first schema.',
    stores: {
      // Each list order ends in the id, so that paging by the last row seen is exact among equal values.
      records: [
        'id',
        'version',
        '[startTime+id]',
        '[estimate.energyWh.central+id]',
        '[outputTokens+id]',
        '[site+startTime+id]',
        '[modelId+startTime+id]',
        '[status+startTime+id]',
        '[conversation+startTime+id]',
        '[conversation+turnKeyHash]',
        '[taskId+attempt]',
      ].join(','),
      rollups: 'key',
      hours: 'key',
      conversations: 'conversation,[measures.energyWh.central+conversation]',
      kinds: 'key',
      tasks: 'taskId,[energyWh.central+taskId]',
      rework: 'key',
      chats: 'key,label',
      factorSets: 'key',
      meta: 'key',
    },
  },
  {
    version: 2,
    why: 'Each day in one row, so that the overview reads as many rows as it shows days.',
    stores: { days: 'day' },
    upgrade: async (transaction) => {
      const days = new Map<string, DayMeasures>();
      await transaction.table<RollupRow, string>('rollups').each((row) => {
        if (row.period.length !== '2026-11-22'.length) return;
        days.set(row.period, combineDay(days.get(row.period) ?? ZERO_DAY, dayMeasuresOfRow(row), 1));
      });
      await transaction
        .table<DayRow, string>('days')
        .bulkPut([...days].map(([day, measures]) => ({ day, measures })));
    },
  },
];

/** The schema version that this code reads and writes. */
export const SCHEMA_VERSION = MIGRATIONS.reduce((newest, { version }) => Math.max(newest, version), 0);
