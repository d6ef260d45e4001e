/** A page that cannot be read says so on the icon of its tab: silence must not look like nothing used. */
import { browser } from 'wxt/browser';
import type { PageState } from '../../lib/prompt';

const BADGE = { text: '?', colour: '#b3261e' };

/** Shows or clears the sign of one tab. Never throws: the tab may just have been closed. */
export async function showPageState(tabId: number, state: PageState): Promise<void> {
  if (state.kind !== 'unreadable') {
    // Without a text of its own a tab shows the general one, such as that of a storage fault.
    // Both browsers take null for that; the types know text only.
    const { action } = browser;
    await Promise.allSettled([Reflect.apply(action.setBadgeText, action, [{ tabId, text: null }])]);
    return;
  }
  await Promise.allSettled([
    browser.action.setBadgeText({ tabId, text: BADGE.text }),
    browser.action.setBadgeBackgroundColor({ tabId, color: BADGE.colour }),
  ]);
}
