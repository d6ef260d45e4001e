/** The amount and the budgets that the icon speaks of, read from the totals. */
import { budgetStates, firstDayOf } from '../../lib/budgets';
import type { Settings } from '../../lib/settings';
import { dailySeries, lastRecord, localDay, periodTotals, type Store } from '../../lib/store';
import type { BadgeFigure } from './badge';

export interface FigureDeps {
  readonly store: Store;
  readonly settings: () => Promise<Pick<Settings, 'badge' | 'budgets' | 'headline'>>;
  /** Unix seconds now. */
  readonly now: () => number;
  /** Minutes to add to UTC for local time now. */
  readonly utcOffsetMinutes: () => number;
}

type Choice = Awaited<ReturnType<FigureDeps['settings']>>;

/** @throws StoreError */
export async function readFigure(deps: FigureDeps): Promise<BadgeFigure> {
  const settings = await deps.settings();
  const today = localDay(deps.now(), deps.utcOffsetMinutes());
  const amountWh = await amountOf(deps, settings);
  if (settings.budgets.length === 0) return { amountWh, budget: null };
  const days = await dailySeries(deps.store, firstDayOf(settings.budgets, today), today);
  const [fullest = null] = budgetStates(settings.budgets, days, today, settings.headline);
  return { amountWh, budget: fullest };
}

async function amountOf(
  { store, now, utcOffsetMinutes }: FigureDeps,
  { badge, headline }: Choice,
): Promise<number | null> {
  switch (badge) {
    case 'nothing':
      return null;
    case 'today': {
      const { total } = await periodTotals(store, 'today', now(), utcOffsetMinutes());
      // An icon without a number until the first prompt of the day: nothing is to be said yet.
      if (total.count === 0) return null;
      return headline === 'otm-v1' ? total.otmV1EnergyWh : total.energyWh.central;
    }
    case 'last': {
      const last = await lastRecord(store);
      if (last === null) return null;
      return headline === 'otm-v1' ? last.estimate.otmV1EnergyWh : last.estimate.energyWh.central;
    }
  }
}
