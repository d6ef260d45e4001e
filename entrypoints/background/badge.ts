/**
 * What the icon shows. Everything that wants a place on it comes through here, in this order: a storage fault for
 * all tabs, what is wrong with one tab's page, and last the figure that the person chose.
 */
import { browser } from 'wxt/browser';
import type { PageState } from '../../lib/prompt';
import { readProblem } from '../../lib/settings';

/** One sign on the icon; an empty text shows none. */
export interface Badge {
  readonly text: string;
  readonly colour: string;
}

const DANGER = '#b3261e';
const QUIET = '#55605b';
const NONE: Badge = { text: '', colour: QUIET };

/** The sign for all tabs. */
export function generalBadge(facts: { readonly hasProblem: boolean }): Badge {
  return facts.hasProblem ? { text: '!', colour: DANGER } : NONE;
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

/**
 * Shows the general sign as it should be now. Never throws: a sign must not become a fault.
 * @param sure a fault that could perhaps not be written down, because the disk is full
 */
export async function refreshBadge(sure: { readonly hasProblem: boolean } | null = null): Promise<void> {
  try {
    await show(generalBadge(sure ?? { hasProblem: (await readProblem()) !== null }));
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
