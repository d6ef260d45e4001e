/** What chat pages are told of the settings, and the script that one of them asks for. */
import { browser } from 'wxt/browser';
import { type PageSettings, tellPageSettings } from '../../lib/messages';
import type { SiteId } from '../../lib/prompt';
import { siteFor } from '../../lib/scrapers/registry';
import type { Settings } from '../../lib/settings';

export const pageSettingsOf = (
  { paused, sites, inPageLine }: Pick<Settings, 'paused' | 'sites' | 'inPageLine'>,
  site: SiteId,
): PageSettings => ({ on: !paused && sites[site], line: inPageLine });

/** Starts what makes lines under answers; a second one in the same page does nothing. Never throws. */
export async function startLines(tabId: number): Promise<void> {
  // The tab may just have gone elsewhere.
  await browser.scripting
    .executeScript({ target: { tabId }, files: ['/answer-line.js'] })
    .catch(() => undefined);
}

/** Tells every open chat the settings as they are now. Never throws. */
export async function tellOpenChats(settings: Settings): Promise<void> {
  const scripts = browser.runtime.getManifest().content_scripts ?? [];
  const chats = await browser.tabs
    .query({ url: scripts.flatMap(({ matches }) => matches ?? []) })
    .catch(() => []);
  for (const { id, url } of chats) {
    const site = url === undefined ? null : siteFor(new URL(url).host);
    if (id === undefined || site === null) continue;
    const told = pageSettingsOf(settings, site.id);
    void tellPageSettings(id, told);
    if (told.line) void startLines(id);
  }
}
