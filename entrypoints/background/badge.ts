/**
 * What the icon shows. Everything that wants a place on it comes through here, in this order: a storage fault for
 * all tabs, what is wrong with one tab's page, and last the figure that the person chose, in the colour of the
 * fullest budget.
 */
import { browser } from 'wxt/browser';
import type { BudgetState } from '../../lib/budgets';
import type { PageState } from '../../lib/prompt';
import { readProblem, readSettings } from '../../lib/settings';
import { formatQuantity, plainUnit, setUnits } from '../../lib/ui/format';

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

/** Thousands and more of the chosen unit, each up to where the next begins when rounded. */
const LARGE = [
  { below: 999_500, size: 1e3, symbol: 'k' },
  { below: 999_500_000, size: 1e6, symbol: 'M' },
  { below: Number.POSITIVE_INFINITY, size: 1e9, symbol: 'G' },
] as const;

/**
 * An amount in Wh or J, as chosen, in at most four characters: more has no room on the icon. Thousands are `k`,
 * millions `M`; the decimal sign is the language's.
 */
export function badgeNumber(wattHours: number, locale?: string): string {
  const digits = (least: number, most: number) =>
    new Intl.NumberFormat(locale, {
      useGrouping: false,
      minimumFractionDigits: least,
      maximumFractionDigits: most,
    });
  const shorter = (value: number): string => digits(0, value < 9.95 ? 1 : 0).format(value);
  const amount = wattHours / plainUnit('energy').factor;
  if (amount === 0) return digits(0, 0).format(0);
  if (amount < 0.01) {
    const parts = digits(2, 2).formatToParts(0.01);
    return `<${parts.map(({ type, value }) => (type === 'integer' ? '' : value)).join('')}`;
  }
  if (amount < 0.995) return digits(2, 2).format(amount);
  if (amount < 999.5) return shorter(amount);
  const { size, symbol } = LARGE.find(({ below }) => amount < below) ?? LARGE[2];
  return `${shorter(amount / size)}${symbol}`;
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
export function generalBadge(facts: BadgeFigure & { readonly hasProblem: boolean }, locale?: string): Badge {
  if (facts.hasProblem) return { text: '!', colour: DANGER };
  const { amountWh, budget } = facts;
  const colour = colourOf(budget?.level);
  if (amountWh !== null) return { text: badgeNumber(amountWh, locale), colour };
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
    const settings = await readSettings();
    setUnits(settings);
    const language = settings.locale ?? browser.i18n.getUILanguage();
    await show(generalBadge({ ...facts, hasProblem }, language));
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
