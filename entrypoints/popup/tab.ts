/** Which tab the popup speaks of, and what can be said of it. */
import { browser } from 'wxt/browser';
import {
  askPageState,
  askPageTrace,
  type TabState,
  type TraceAction,
  type TraceReply,
} from '../../lib/messages';
import { SITE_IDS, type SiteId } from '../../lib/prompt';
import { SITE_ORIGINS, siteOfAddress } from './sites';

interface Tab {
  readonly id: number;
  /** Hidden by the browser where the extension has no permission for the page. */
  readonly address: string | null;
}

/** The tab named by `?tab=` in the popup's own address, else the active one of this window. */
async function findTab(search: string): Promise<Tab | null> {
  const named = Number.parseInt(new URLSearchParams(search).get('tab') ?? '', 10);
  const tab = Number.isInteger(named)
    ? await browser.tabs.get(named).catch(() => null)
    : (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  return tab?.id === undefined ? null : { id: tab.id, address: tab.url ?? null };
}

/** Whether the browser lets the extension read a site. */
export async function isAllowed(site: SiteId): Promise<boolean> {
  return browser.permissions.contains({ origins: [SITE_ORIGINS[site]] });
}

async function withheldSites(): Promise<SiteId[]> {
  const allowed = await Promise.all(SITE_IDS.map(isAllowed));
  return SITE_IDS.filter((_, index) => !allowed[index]);
}

/** The state of the tab as far as the browser and the page tell. */
export async function readTabState(search: string): Promise<TabState> {
  const tab = await findTab(search);
  if (tab === null) return { kind: 'no-site' };
  const answer = await askPageState(tab.id);
  if (answer !== null) return answer;
  const site = tab.address === null ? null : siteOfAddress(tab.address);
  if (site !== null) return { kind: (await isAllowed(site)) ? 'not-answering' : 'withheld', site };
  // Without its permission a site's own address is hidden too, so a withheld site may be the one on show.
  const [withheld] = tab.address === null ? await withheldSites() : [];
  return withheld === undefined ? { kind: 'no-site' } : { kind: 'withheld', site: withheld };
}

/** Asks the tab that the popup speaks of for a page trace; null when nothing answers there. */
export async function askTabTrace(search: string, action: TraceAction): Promise<TraceReply | null> {
  const tab = await findTab(search);
  return tab === null ? null : askPageTrace(tab.id, action);
}

/** Asks the person for a site. Must run inside the click, before anything is awaited. */
export function grantSite(site: SiteId): Promise<boolean> {
  return browser.permissions.request({ origins: [SITE_ORIGINS[site]] });
}

/** Calls back when a permission came or went; returns the way to stop. */
export function watchPermissions(onChange: () => void): () => void {
  browser.permissions.onAdded.addListener(onChange);
  browser.permissions.onRemoved.addListener(onChange);
  return () => {
    browser.permissions.onAdded.removeListener(onChange);
    browser.permissions.onRemoved.removeListener(onChange);
  };
}
