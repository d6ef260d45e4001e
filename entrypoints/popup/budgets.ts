/** The person's budgets as the popup shows them. */
import { computed, effect, type ReadonlySignal } from '@preact/signals';
import { type BudgetState, budgetStates, firstDayOf } from '../../lib/budgets';
import type { Settings } from '../../lib/settings';
import type { SeriesPoint } from '../../lib/store/types';
import { live, type Source } from '../../lib/ui/live';

export interface BudgetModel {
  readonly states: ReadonlySignal<readonly BudgetState[]>;
  readonly dispose: () => void;
}

/**
 * @param days totals by local day, both ends included
 * @param today the local day `YYYY-MM-DD`, as a signal
 */
export function budgetModel(
  days: (from: string, to: string) => Source<readonly SeriesPoint[]>,
  settings: ReadonlySignal<Pick<Settings, 'budgets' | 'headline'>>,
  today: ReadonlySignal<string>,
): BudgetModel {
  const points = live<readonly SeriesPoint[]>();
  const from = computed(() => {
    const { budgets } = settings.value;
    return budgets.length === 0 ? null : firstDayOf(budgets, today.value);
  });
  const stop = effect(() => points.follow(from.value === null ? null : days(from.value, today.value)));
  return {
    states: computed(() => {
      const state = points.state.value;
      const { budgets, headline } = settings.value;
      return state.kind === 'ready' ? budgetStates(budgets, state.value, today.value, headline) : [];
    }),
    dispose: () => {
      stop();
      points.follow(null);
    },
  };
}
