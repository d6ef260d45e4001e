/**
 * What the icon shows. Everything that wants a place on it comes through here, in this order: a storage fault for
 * all tabs, what is wrong with one tab's page, and last the figure that the person chose, in the colour of the
 * fullest budget.
 */
import { browser } from 'wxt/browser';
import type { BudgetState } from '../../lib/budgets';
import type { PageState } from '../../lib/prompt';
import { readProblem, readSettings } from '../../lib/settings';
import { formatQuantity } from '../../lib/ui/format';

/** One sign on the icon; an empty text shows none. */
export interface Badge {
  readonly text: string;
  readonly colour: string;
}

/** What the figure on the icon is made of. */
export interface BadgeFigure {
  /** The chosen amount, Wh; null when none was chosen. */
  readonly amountWh: number | null;
  /** The fullest budget; null without budgets. */
  readonly budget: Pick<BudgetState, 'level' | 'share'> | null;
}

const DANGER = '#b3261e';
const WARN = '#7a5200';
const QUIET = '#55605b';
const NO_FIGURE: BadgeFigure = { amountWh: null, budget: null };

/** An amount in at most four characters: more has no room on the icon. Thousands are `k`, millions `M`. */
export function badgeNumber(wattHours: number): string {
  const shorter = (value: number): string =>
    value < 9.95 ? String(Number(value.toFixed(1))) : String(Math.round(value));
  if (wattHours === 0) return '0';
  if (wattHours < 0.01) return '<.01';
  if (wattHours < 0.995) return wattHours.toFixed(2);
  if (wattHours < 999.5) return shorter(wattHours);
  return wattHours < 999_500 ? `${shorter(wattHours / 1e3)}k` : `${shorter(wattHours / 1e6)}M`;
}

function colourOf(level: BudgetState['level'] | undefined): string {
  switch (level) {
    case 'reached':
      return DANGER;
    case 'near':
      return WARN;
    case 'under':
    case undefined:
      return QUIET;
  }
}

/** The sign for all tabs. */
export function generalBadge(facts: BadgeFigure & { readonly hasProblem: boolean }): Badge {
  if (facts.hasProblem) return { text: '!', colour: DANGER };
  const { amountWh, budget } = facts;
  const colour = colourOf(budget?.level);
  if (amountWh !== null) return { text: badgeNumber(amountWh), colour };
  if (budget === null || budget.level === 'under') return { text: '', colour };
  return { text: `${Math.min(999, Math.floor(budget.share * 100 + 1e-9))}%`, colour };
}

/** What the icon says when it is pointed at: the badge has no room for the unit. */
export function iconTitle({ amountWh }: BadgeFigure, locale: string): string {
  return amountWh === null ? 'Tokenprint' : `Tokenprint: ${formatQuantity('energy', amountWh, locale).text}`;
}

/** The sign of one tab in place of the general one; null where the page needs none. */
export function tabBadge(state: PageState): Badge | null {
  switch (state.kind) {
    case 'unreadable':
      // Silence must not look like nothing used.
      return { text: '?', colour: DANGER };
    case 'paused':
      return { text: 'off', colour: QUIET };
    case 'loading':
    case 'measuring':
    case 'not-a-chat':
      return null;
  }
}

let figure: () => Promise<BadgeFigure> = async () => NO_FIGURE;

/** Says where the figure comes from; call synchronously at the worker's start. */
export function provideFigure(source: () => Promise<BadgeFigure>): void {
  figure = source;
}

/**
 * Shows the general sign as it should be now. Never throws: a sign must not become a fault.
 * @param sure a fault that could perhaps not be written down, because the disk is full
 */
export async function refreshBadge(sure: { readonly hasProblem: boolean } | null = null): Promise<void> {
  try {
    const { hasProblem } = sure ?? { hasProblem: (await readProblem()) !== null };
    const facts = hasProblem ? NO_FIGURE : await figure();
    await show(generalBadge({ ...facts, hasProblem }));
    const language = (await readSettings()).locale ?? browser.i18n.getUILanguage();
    await browser.action.setTitle({ title: iconTitle(facts, language) });
  } catch {
    // The icon keeps what it shows.
  }
}

/** Shows or clears the sign of one tab. Never throws: the tab may just have been closed. */
export async function showPageState(tabId: number, state: PageState): Promise<void> {
  await show(tabBadge(state), tabId).catch(() => undefined);
}

async function show(badge: Badge | null, tabId?: number): Promise<void> {
  const { action } = browser;
  const where = tabId === undefined ? {} : { tabId };
  // A tab without a text of its own shows the general one. Both browsers take null for that; the types do not.
  await Reflect.apply(action.setBadgeText, action, [{ ...where, text: badge?.text ?? null }]);
  if (badge !== null) await action.setBadgeBackgroundColor({ ...where, color: badge.colour });
}
