/** The course of time by site and model, from the roll-ups only. */
import { type RollupRow, reading, type Store } from './db';
import { mondayOf, monthOf } from './local-time';
import { plusRange } from './measures';
import { dayRows, monthRows } from './totals';
import type { TrendPart, TrendPoint, TrendStep } from './types';

const periodOf = (row: RollupRow, step: TrendStep): string =>
  step === 'week' ? mondayOf(row.period) : row.period;

function plusRow(part: TrendPart | undefined, { site, modelId, measures }: RollupRow): TrendPart {
  const { count, energyWh, co2eGrams, waterMl } = measures;
  if (part === undefined) return { site, modelId, count, energyWh, co2eGrams, waterMl };
  return {
    ...part,
    count: part.count + count,
    energyWh: plusRange(part.energyWh, energyWh, 1),
    co2eGrams: plusRange(part.co2eGrams, co2eGrams, 1),
    waterMl: plusRange(part.waterMl, waterMl, 1),
  };
}

/** Rows by day, week or month, site and model, oldest first. */
export function trendPoints(rows: readonly RollupRow[], step: TrendStep): readonly TrendPoint[] {
  const points = new Map<string, Map<string, TrendPart>>();
  for (const row of rows) {
    const period = periodOf(row, step);
    const parts = points.get(period) ?? new Map<string, TrendPart>();
    const key = `${row.site}|${row.modelId}`;
    parts.set(key, plusRow(parts.get(key), row));
    points.set(period, parts);
  }
  return [...points]
    .map(([period, parts]) => ({ period, parts: [...parts.values()] }))
    .sort((a, b) => (a.period < b.period ? -1 : 1));
}

/**
 * Measures by day, week or month, site and model from the local day `fromDay` to `toDay`, oldest first; a month
 * counts whole. Times without records are absent. @throws StoreError
 */
export function trend(
  store: Store,
  step: TrendStep,
  fromDay: string,
  toDay: string,
): Promise<readonly TrendPoint[]> {
  return reading(store, async (db) => {
    const rows =
      step === 'month'
        ? await monthRows(db, monthOf(fromDay), monthOf(toDay))
        : await dayRows(db, fromDay, toDay);
    return trendPoints(rows, step);
  });
}
