/** The local week by hour, as the heat map shows it. */
import type { HourOfWeekPoint } from '../../../lib/store/types';

export interface HeatCell {
  readonly count: number;
  /** Central energy, Wh. */
  readonly energyWh: number;
  /** 0 for nothing, else 1 to {@link HEAT_LEVELS} by share of the largest cell. */
  readonly level: number;
}

export const HEAT_LEVELS = 5;

/** Seven days from Monday with 24 hours each, all sites together. */
export function heatMap(points: readonly HourOfWeekPoint[]): readonly (readonly HeatCell[])[] {
  const sums = Array.from({ length: 168 }, () => ({ count: 0, energyWh: 0 }));
  for (const { hour, measures } of points) {
    const sum = sums[hour];
    if (sum === undefined) continue;
    sum.count += measures.count;
    sum.energyWh += measures.energyWh.central;
  }
  const largest = Math.max(...sums.map(({ energyWh }) => energyWh));
  const cells = sums.map((sum) => ({
    ...sum,
    level: sum.energyWh > 0 ? Math.max(1, Math.ceil((sum.energyWh / largest) * HEAT_LEVELS)) : 0,
  }));
  return Array.from({ length: 7 }, (_, day) => cells.slice(day * 24, day * 24 + 24));
}
