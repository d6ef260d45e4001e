/** Who sent a message, by the browser's word alone. */
import type { Sender } from './protocol';

/** What the browser says of a sender. */
export interface RawSender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
}

/** Reads the browser's word on who sent a message; null for anything that is not ours. */
export function readSender(raw: RawSender, ownId: string, ownOrigin: string): Sender | null {
  if (raw.id !== ownId || raw.url === undefined || !URL.canParse(raw.url)) return null;
  const url = new URL(raw.url);
  // moz-extension: URLs have a null origin in some engines, so compare protocol and host.
  const own = `${url.protocol}//${url.host}` === ownOrigin;
  return { caller: own ? 'page' : 'content', host: url.host, tabId: raw.tab?.id ?? null };
}
