/** How much of each budget is used, from the daily totals. Pure. */
import type { StoredEstimate } from './prompt';
import type { Budget } from './settings';
import type { Measures, SeriesPoint } from './store/types';

/** The shares of a budget at which one notice is given. */
export const NEAR = 0.8;
export const REACHED = 1;

export interface BudgetState {
  readonly budget: Budget;
  /** In the budget's own unit: Wh, g, mL or prompts. */
  readonly used: number;
  /** `used` over the limit. */
  readonly share: number;
  readonly level: BudgetLevel;
}
export type BudgetLevel = 'under' | 'near' | 'reached';

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** First day of a period that holds `today` (`YYYY-MM-DD`); weeks begin on Monday. */
export function firstDay(period: Budget['period'], today: string): string {
  switch (period) {
    case 'day':
      return today;
    case 'week': {
      const date = new Date(`${today}T00:00:00Z`);
      const sinceMonday = (date.getUTCDay() + 6) % 7;
      return dayOf(date.getTime() - sinceMonday * 86_400_000);
    }
    case 'month':
      return `${today.slice(0, 8)}01`;
  }
}

/** First day that any of the budgets needs, so that one read serves them all. */
export function firstDayOf(budgets: readonly Budget[], today: string): string {
  return budgets
    .map(({ period }) => firstDay(period, today))
    .reduce((first, day) => (day < first ? day : first), today);
}

function amountOf(
  { count, energyWh, co2eGrams, waterMl, otmV1EnergyWh }: Measures,
  quantity: Budget['quantity'],
  headline: StoredEstimate['method'],
): number {
  switch (quantity) {
    case 'energy':
      return headline === 'otm-v1' ? otmV1EnergyWh : energyWh.central;
    case 'co2e':
      return co2eGrams.central;
    case 'water':
      return waterMl.central;
    case 'prompts':
      return count;
  }
}

function levelOf(share: number): BudgetLevel {
  if (share >= REACHED) return 'reached';
  return share >= NEAR ? 'near' : 'under';
}

/**
 * The state of each budget, the fullest first.
 * @param days totals of the local days up to today, from {@link firstDayOf} on
 * @param headline the method whose energy counts
 */
export function budgetStates(
  budgets: readonly Budget[],
  days: readonly SeriesPoint[],
  today: string,
  headline: StoredEstimate['method'],
): readonly BudgetState[] {
  return budgets
    .map((budget) => {
      const from = firstDay(budget.period, today);
      const used = days
        .filter(({ period }) => period >= from && period <= today)
        .flatMap(({ bySite }) => Object.values(bySite))
        .reduce((sum, measures) => sum + amountOf(measures, budget.quantity, headline), 0);
      const share = used / budget.limit;
      return { budget, used, share, level: levelOf(share) };
    })
    .sort((a, b) => b.share - a.share);
}
