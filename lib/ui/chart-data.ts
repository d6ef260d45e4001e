/** Days by site, as the chart and its table show them. */
import { SITE_IDS, type SiteId } from '../prompt';
import type { Period, SeriesPoint } from '../store/types';

export interface DayRow {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** Central energy, Wh; 0 without prompts. */
  readonly energyWh: Readonly<Record<SiteId, number>>;
  readonly totalWh: number;
}

export interface DayChartData {
  readonly rows: readonly DayRow[];
  /** Sites with any energy in these days, in their fixed order, so that colours never change places. */
  readonly sites: readonly SiteId[];
}

/** How many days the small chart shows beside a period: never so few that no trend is seen. */
export function chartDays(period: Period): number {
  switch (period) {
    case 'today':
    case '7d':
      return 7;
    case '30d':
      return 30;
    case 'all':
      return 90;
  }
}

/** One row for each day, whether or not the store has something for it. */
export function dayChart(points: readonly SeriesPoint[], days: readonly string[]): DayChartData {
  const byDay = new Map(points.map((point) => [point.period, point]));
  const rows = days.map((day) => {
    const sites = byDay.get(day)?.bySite ?? {};
    const energyWh = {
      chatgpt: sites.chatgpt?.energyWh.central ?? 0,
      claude: sites.claude?.energyWh.central ?? 0,
      gemini: sites.gemini?.energyWh.central ?? 0,
    };
    return { day, energyWh, totalWh: SITE_IDS.reduce((sum, site) => sum + energyWh[site], 0) };
  });
  return { rows, sites: SITE_IDS.filter((site) => rows.some((row) => row.energyWh[site] > 0)) };
}

/** Tops of an axis, times a power of ten, whose half is round too: none leaves more than a quarter empty. */
const TOPS = [1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8];

/** The smallest of {@link TOPS} that holds the largest bar. */
export function niceTop(largest: number): number {
  if (!(largest > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(largest));
  const factor = TOPS.find((top) => top * power >= largest * (1 - 1e-9)) ?? 10;
  return Number((factor * power).toPrecision(2));
}
