/** Whether this page can be read. Silence is never taken for "nothing happened". */
import type { FinalStatus, PageState, SiteId, UnreadableReason } from '../../prompt';
import { LOADING_MS } from './timing';

/** How well the answers of this page are found. */
export interface Health {
  readonly doubts: number;
  readonly lostSend: boolean;
  readonly reason: UnreadableReason;
}

/** So many signs in a row that answers escape us, with no answer read in between, and the page is unreadable. */
const DOUBTS_ENOUGH = 2;

/** What a prompt that ended tells of how well the page can be read. */
export interface EndSeen {
  readonly status: FinalStatus;
  /** The answer's turn was found in the page. */
  readonly answerFound: boolean;
  readonly answerLength: number;
  readonly answerImages: number;
  /** The site showed that it was answering. */
  readonly sawStreaming: boolean;
  /** The site itself says that the answer failed, or took the question back. */
  readonly wasRefused: boolean;
}

/**
 * Counts the signs that a site has changed under a layout that is still recognised. One answer that is read clears
 * them; a prompt that its user stopped, that the site refused or that the page left proves nothing.
 */
export function judge(health: Health, end: EndSeen): Health {
  if (end.answerLength > 0 || end.answerImages > 0) return { ...health, doubts: 0 };
  if (end.status === 'stopped' || end.status === 'interrupted' || end.wasRefused) return health;
  const doubt = (weight: number, reason: UnreadableReason): Health => ({
    ...health,
    doubts: health.doubts + weight,
    reason,
  });
  if (end.answerFound) return doubt(1, 'empty-answer');
  // A site that streamed has answered; one that showed nothing at all may have refused or lost its network.
  return end.sawStreaming ? doubt(DOUBTS_ENOUGH, 'lost-answer') : doubt(1, 'lost-send');
}

/** Why the answers of this page cannot be believed to be found; null when they can. */
export function trouble({ lostSend, doubts, reason }: Health): UnreadableReason | null {
  if (lostSend) return 'lost-send';
  return doubts >= DOUBTS_ENOUGH ? reason : null;
}

export interface PageFacts {
  readonly site: SiteId;
  readonly chatPage: boolean;
  readonly layout: string | null;
  /** What the self-check or a fault says against this page; null when nothing does. */
  readonly trouble: UnreadableReason | null;
  /** Monotonic ms since the page or the address changed. */
  readonly ageMs: number;
  /** Unix seconds now. */
  readonly nowSeconds: number;
}

/** The page's state; keeps the time since which it could not be read. */
export function pageState(facts: PageFacts, before: PageState | null): PageState {
  const { site } = facts;
  if (!facts.chatPage) return { kind: 'not-a-chat', site };
  if (facts.layout !== null && facts.trouble === null)
    return { kind: 'measuring', site, layout: facts.layout };
  if (facts.layout === null && facts.ageMs < LOADING_MS) return { kind: 'loading', site };
  const sinceTime = before?.kind === 'unreadable' ? before.sinceTime : facts.nowSeconds;
  return { kind: 'unreadable', site, reason: facts.trouble ?? 'layout', sinceTime };
}

export const sameState = (one: PageState | null, other: PageState): boolean =>
  one !== null && JSON.stringify(one) === JSON.stringify(other);
