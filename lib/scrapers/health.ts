/** Whether this page can be read. Silence is never taken for "nothing happened". */
import type { PageState, SiteId } from '../prompt';

/** A page is given this long to show a known layout before it is called unreadable. */
export const LOADING_MS = 15_000;

export interface HealthInput {
  readonly site: SiteId;
  readonly chatPage: boolean;
  readonly layout: string | null;
  /** Why no layout was recognised. */
  readonly reason: string;
  /** A prompt left the composer and no answer was found. */
  readonly lostSubmit: boolean;
  /** Monotonic ms since the page or the address changed. */
  readonly ageMs: number;
  /** Unix seconds now. */
  readonly nowSeconds: number;
}

const LOST = 'A prompt was sent, but no answer could be found on the page.';

/** The page's state; keeps the time since which it could not be read. */
export function pageState(input: HealthInput, before: PageState | null): PageState {
  const { site } = input;
  if (!input.chatPage) return { kind: 'not-a-chat', site };
  if (input.layout !== null && !input.lostSubmit) return { kind: 'measuring', site, layout: input.layout };
  if (input.layout === null && input.ageMs < LOADING_MS) return { kind: 'loading', site };
  const sinceTime = before?.kind === 'unreadable' ? before.sinceTime : input.nowSeconds;
  return { kind: 'unreadable', site, reason: input.lostSubmit ? LOST : input.reason, sinceTime };
}

export const sameState = (one: PageState | null, other: PageState): boolean =>
  one !== null && JSON.stringify(one) === JSON.stringify(other);
