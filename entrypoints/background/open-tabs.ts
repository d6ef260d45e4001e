/**
 * Chats that are already open when the extension is installed, updated, enabled or given a host back. Firefox runs
 * content scripts in open tabs by itself, but not for a host that comes back; Chrome never does.
 */
import { browser } from 'wxt/browser';
import type { ScriptPublicPath } from 'wxt/utils/inject-script';
import { askPageState } from '../../lib/messages';

/** Starts the content script in every open chat; one that still runs there gives way to the new one. */
export async function startInOpenTabs(): Promise<void> {
  if (import.meta.env.FIREFOX) return;
  await start({}, async () => true);
}

/** Starts it where nothing answers, after the person has given a host back. */
export function startWhereAllowed(): Promise<void> {
  return start({}, isSilent);
}

const STARTED = 'startedInOpenTabs';

/**
 * Starts it where nothing answers, once per session of the extension: the session's memory is empty after it was
 * disabled and enabled, of which the worker is not told.
 */
export async function startWhereSilent(): Promise<void> {
  if (import.meta.env.FIREFOX) return;
  const known = await browser.storage.session.get(STARTED);
  if (known[STARTED] === true) return;
  await browser.storage.session.set({ [STARTED]: true });
  // A page that is still loading starts its content script by itself.
  await start({ status: 'complete' }, isSilent);
}

const isSilent = async (tabId: number): Promise<boolean> => (await askPageState(tabId)) === null;

async function start(
  which: { readonly status?: 'complete' },
  isWanted: (tabId: number) => Promise<boolean>,
): Promise<void> {
  const scripts = browser.runtime.getManifest().content_scripts ?? [];
  for (const { matches, js } of scripts) {
    if (matches === undefined || js === undefined) continue;
    const tabs = await browser.tabs.query({ url: matches, ...which });
    const starts = tabs.map(async ({ id, discarded }) => {
      if (id === undefined || discarded || !(await isWanted(id))) return;
      await browser.scripting.executeScript({
        target: { tabId: id },
        // The manifest is our own: what it names is in the package.
        files: js as ScriptPublicPath[],
      });
    });
    // A tab that is an error page or just closing refuses; the others must still start.
    await Promise.allSettled(starts);
  }
}
