/** The last days in one read, for a view that shows several periods of them at once. */
import { reading, type Store } from './db';
import { plainSum } from './measures';
import { dayRows } from './totals';
import { trendPoints } from './trend';
import type { Measures, Sums, TrendPart, TrendPoint } from './types';

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
 * The local days `fromDay` to `toDay`, both included, and the sum of everything: as many rows as these days have
 * models and endings, however many records they sum up. @throws StoreError
 */
export function recentDays(store: Store, fromDay: string, toDay: string): Promise<RecentDays> {
  return reading(store, async (db) => {
    const [rows, all] = await Promise.all([
      dayRows(db, fromDay, toDay),
      db.rollups.where('key').startsWith('all|').toArray(),
    ]);
    const byDay = new Map<string, Measures[]>();
    for (const { period, measures } of rows) {
      const ofDay = byDay.get(period);
      if (ofDay === undefined) byDay.set(period, [measures]);
      else ofDay.push(measures);
    }
    const days = trendPoints(rows, 'day').map(({ period, parts }) => ({
      day: period,
      sums: plainSum(byDay.get(period) ?? []),
      parts,
    }));
    return { days, all: plainSum(all.map(({ measures }) => measures)) };
  });
}

/** The sum of the days `fromDay` to `toDay`, both included. */
export const sumOfDays = ({ days }: RecentDays, fromDay: string, toDay: string): Sums =>
  plainSum(days.filter(({ day }) => day >= fromDay && day <= toDay).map(({ sums }) => sums));

/** The course of time by day from `fromDay` on. */
export const trendOfDays = ({ days }: RecentDays, fromDay: string): readonly TrendPoint[] =>
  days.filter(({ day }) => day >= fromDay).map(({ day, parts }) => ({ period: day, parts }));
