/**
 * Chats that are already open when the extension is installed or updated. Firefox runs content scripts in open
 * tabs by itself; Chrome does not, so they are started here.
 */
import { browser } from 'wxt/browser';

export async function startInOpenTabs(): Promise<void> {
  if (import.meta.env.FIREFOX) return;
  const scripts = browser.runtime.getManifest().content_scripts ?? [];
  for (const { matches } of scripts) {
    if (matches === undefined) continue;
    const tabs = await browser.tabs.query({ url: matches });
    const starts = tabs.map(async ({ id, discarded }) => {
      if (id === undefined || discarded) return;
      await browser.scripting.executeScript({
        target: { tabId: id },
        files: ['/content-scripts/content.js'],
      });
    });
    // A tab that is an error page or just closing refuses; the others must still start.
    await Promise.allSettled(starts);
  }
}
