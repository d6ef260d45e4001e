/** What a chat page can read, asked by our own pages. */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { PageState, SiteId } from '../prompt';
import { listenForMessages } from './listen';
import { pageStateSchema } from './payloads';
import type { RawSender } from './sender';

const PAGE_STATE_REQUEST = { to: 'tab', request: 'page-state' } as const;

function asksForPageState(message: unknown): boolean {
  const asked = message as Partial<Record<keyof typeof PAGE_STATE_REQUEST, unknown>> | null | undefined;
  return asked?.to === PAGE_STATE_REQUEST.to && asked.request === PAGE_STATE_REQUEST.request;
}

/** Lets the content script tell our pages what it can read; only our own pages get an answer. */
export function servePageState(state: () => PageState, signal: AbortSignal): void {
  const listener = (message: unknown, raw: RawSender, sendResponse: (reply: PageState) => void) => {
    if (raw.id === browser.runtime.id && asksForPageState(message)) sendResponse(state());
    return undefined;
  };
  listenForMessages(listener, signal);
}

/** What our pages can say of a tab. */
export type TabState =
  | PageState
  /** No page of a known site. */
  | { readonly kind: 'no-site' }
  /** A known site's page where the content script does not answer: a reload starts it. */
  | { readonly kind: 'not-answering'; readonly site: SiteId }
  /** The browser withholds the permission for the site. */
  | { readonly kind: 'withheld'; readonly site: SiteId };

/** Asks a tab's content script for its state; null when nothing answers there. */
export async function askPageState(tabId: number): Promise<PageState | null> {
  try {
    const raw: unknown = await browser.tabs.sendMessage(tabId, PAGE_STATE_REQUEST);
    const state = v.safeParse(pageStateSchema(), raw);
    return state.success ? state.output : null;
  } catch {
    return null;
  }
}
