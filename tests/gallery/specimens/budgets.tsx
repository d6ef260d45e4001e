import { BudgetBars } from '../../../entrypoints/popup/budget-bars';
import type { BudgetState } from '../../../lib/budgets';
import type { Specimen } from '../specimen';

const states: readonly BudgetState[] = [
  { budget: { period: 'day', quantity: 'prompts', limit: 10 }, used: 4, share: 0.4, level: 'under' },
  { budget: { period: 'week', quantity: 'energy', limit: 40 }, used: 33.5, share: 0.8375, level: 'near' },
  { budget: { period: 'month', quantity: 'water', limit: 200 }, used: 430, share: 2.15, level: 'reached' },
];

/** A budget far from its end, one near to it, one that is used up. */
export const budgets: Specimen = { name: 'budgets', cases: [<BudgetBars key="three" states={states} />] };
