/** The last days in one read, for a view that shows several periods of them at once. */
import { reading, type Store } from './db';
import { plainSum } from './measures';
import type { DayPart, Sums, TrendPart, TrendPoint } from './types';

/** What one local day holds. */
export interface DaySums {
  readonly day: string;
  readonly sums: Sums;
  readonly parts: readonly TrendPart[];
}

export interface RecentDays {
  /** Oldest first; days without records are absent. */
  readonly days: readonly DaySums[];
  /** Everything stored, whatever its day. */
  readonly all: Sums;
}

/**
 * The local days `fromDay` to `toDay`, both included, and the sum of everything: a row for each day, and one for
 * each model and ending, however many records they sum up. @throws StoreError
 */
export function recentDays(store: Store, fromDay: string, toDay: string): Promise<RecentDays> {
  return reading(store, async (db) => {
    const [rows, all] = await Promise.all([
      db.days.where('day').between(fromDay, toDay, true, true).toArray(),
      db.rollups.where('key').startsWith('all|').toArray(),
    ]);
    const days = rows.map(({ day, measures }) => {
      const parts = Object.values(measures.parts);
      return { day, sums: plainSum(parts.map(({ sums }) => sums)), parts: parts.map(trendPart) };
    });
    return { days, all: plainSum(all.map(({ measures }) => measures)) };
  });
}

function trendPart({ site, modelId, sums }: DayPart): TrendPart {
  const { count, energyWh, co2eGrams, waterMl } = sums;
  return { site, modelId, count, energyWh, co2eGrams, waterMl };
}

/** The sum of the days `fromDay` to `toDay`, both included. */
export const sumOfDays = ({ days }: RecentDays, fromDay: string, toDay: string): Sums =>
  plainSum(days.filter(({ day }) => day >= fromDay && day <= toDay).map(({ sums }) => sums));

/** The course of time by day from `fromDay` on. */
export const trendOfDays = ({ days }: RecentDays, fromDay: string): readonly TrendPoint[] =>
  days.filter(({ day }) => day >= fromDay).map(({ day, parts }) => ({ period: day, parts }));
