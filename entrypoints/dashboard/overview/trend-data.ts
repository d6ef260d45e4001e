/** The trend as its chart and its table show it: one row per day, week or month, one group per site or model. */
import { type Range, SITE_IDS, type SiteId } from '../../../lib/prompt';
import { mondayOf } from '../../../lib/store/local-time';
import type { TrendPart, TrendPoint, TrendStep } from '../../../lib/store/types';
import type { Quantity } from '../../../lib/ui/format';
import { daysUntil } from '../../../lib/ui/format-time';

export const TREND_GROUPS = ['site', 'model'] as const;
export type TrendGrouping = (typeof TREND_GROUPS)[number];

/** What one colour of the chart stands for. */
export type TrendGroup =
  | { readonly kind: 'site'; readonly site: SiteId }
  /** `place` is 1 for the model with the most. */
  | { readonly kind: 'model'; readonly modelId: string; readonly place: number }
  | { readonly kind: 'other' };

export interface TrendRow {
  readonly period: string;
  readonly count: number;
  /** Central values in the base unit, one per group. */
  readonly values: readonly number[];
  readonly total: Range;
}

export interface TrendChartData {
  readonly rows: readonly TrendRow[];
  readonly groups: readonly TrendGroup[];
}

/** Models with a colour of their own; the rest is "other". */
export const OWN_COLOURS = 5;

/** How far back the chart looks, in steps. */
export const TREND_LENGTH: Readonly<Record<TrendStep, number>> = { day: 30, week: 26, month: 12 };

/** The last `count` periods with that of `today`, oldest first. */
export function periodsUntil(step: TrendStep, today: string, count: number): string[] {
  switch (step) {
    case 'day':
      return daysUntil(today, count);
    case 'week':
      return daysUntil(mondayOf(today), (count - 1) * 7 + 1).filter((_, index) => index % 7 === 0);
    case 'month': {
      const [year = 0, month = 1] = today.split('-').map(Number);
      return Array.from({ length: count }, (_, index) =>
        new Date(Date.UTC(year, month - count + index, 1)).toISOString().slice(0, 7),
      );
    }
  }
}

/** The first local day of a period. */
export const firstDay = (period: string): string => (period.length === 7 ? `${period}-01` : period);

function rangeOf(part: TrendPart, quantity: Quantity): Range {
  switch (quantity) {
    case 'energy':
      return part.energyWh;
    case 'co2e':
      return part.co2eGrams;
    case 'water':
      return part.waterMl;
  }
}

const sumOf = (parts: readonly TrendPart[], pick: (part: TrendPart) => number): number =>
  parts.reduce((sum, part) => sum + pick(part), 0);

function groupsOf(parts: readonly TrendPart[], by: TrendGrouping, quantity: Quantity): TrendGroup[] {
  if (by === 'site') {
    const used = new Set(parts.map(({ site }) => site));
    return SITE_IDS.filter((site) => used.has(site)).map((site) => ({ kind: 'site', site }));
  }
  const byModel = new Map<string, number>();
  for (const part of parts) {
    byModel.set(part.modelId, (byModel.get(part.modelId) ?? 0) + rangeOf(part, quantity).central);
  }
  const models = [...byModel].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([id]) => id);
  const own = models
    .slice(0, OWN_COLOURS)
    .map((modelId, index): TrendGroup => ({ kind: 'model', modelId, place: index + 1 }));
  return models.length > OWN_COLOURS ? [...own, { kind: 'other' }] : own;
}

function isIn(part: TrendPart, group: TrendGroup, groups: readonly TrendGroup[]): boolean {
  switch (group.kind) {
    case 'site':
      return part.site === group.site;
    case 'model':
      return part.modelId === group.modelId;
    case 'other':
      return !groups.some((other) => other.kind === 'model' && other.modelId === part.modelId);
  }
}

/** One row for each period, whether or not the store has something for it. */
export function trendChart(
  points: readonly TrendPoint[],
  periods: readonly string[],
  by: TrendGrouping,
  quantity: Quantity,
): TrendChartData {
  const partsOf = new Map(points.map(({ period, parts }) => [period, parts]));
  const used = periods.map((period) => partsOf.get(period) ?? []);
  const groups = groupsOf(used.flat(), by, quantity);
  const rows = periods.map((period, index) => {
    const parts = used[index] ?? [];
    const values = groups.map((group) =>
      sumOf(
        parts.filter((part) => isIn(part, group, groups)),
        (part) => rangeOf(part, quantity).central,
      ),
    );
    const total = {
      low: sumOf(parts, (part) => rangeOf(part, quantity).low),
      central: sumOf(parts, (part) => rangeOf(part, quantity).central),
      high: sumOf(parts, (part) => rangeOf(part, quantity).high),
    };
    return { period, count: sumOf(parts, ({ count }) => count), values, total };
  });
  return { rows, groups };
}

const [FEWEST_STEPS, MOST_STEPS] = [3, 6];

/**
 * Round steps for an axis from zero that holds `largest`: three to six, the last one as little above it as can be, and
 * no more of them than that takes.
 */
export function axisSteps(largest: number): readonly number[] {
  if (!(largest > 0)) return [0, 1];
  const power = 10 ** Math.floor(Math.log10(largest / 3));
  const fits = [10, 5, 2.5, 2, 1]
    .map((factor) => ({ size: factor * power, count: Math.ceil(largest / (factor * power) - 1e-9) }))
    .filter(({ count }) => count >= FEWEST_STEPS && count <= MOST_STEPS);
  const top = Math.min(...fits.map(({ size, count }) => size * count)) * (1 + 1e-9);
  const { size, count } = fits.find((fit) => fit.size * fit.count <= top) ?? { size: largest, count: 1 };
  return Array.from({ length: count + 1 }, (_, index) => index * size);
}
