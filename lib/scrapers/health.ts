/** Whether this page can be read. Silence is never taken for "nothing happened". */
import type { FinalStatus, PageState, SiteId, UnreadableReason } from '../prompt';

/** A page is given this long to show a known layout before it is called unreadable. */
export const LOADING_MS = 15_000;

/** So many signs in a row that answers escape us, with no answer read in between, and the page is unreadable. */
const DOUBTS_ENOUGH = 2;

export interface HealthInput {
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
export function pageState(input: HealthInput, before: PageState | null): PageState {
  const { site } = input;
  if (!input.chatPage) return { kind: 'not-a-chat', site };
  if (input.layout !== null && input.trouble === null)
    return { kind: 'measuring', site, layout: input.layout };
  if (input.layout === null && input.ageMs < LOADING_MS) return { kind: 'loading', site };
  const sinceTime = before?.kind === 'unreadable' ? before.sinceTime : input.nowSeconds;
  return { kind: 'unreadable', site, reason: input.trouble ?? 'layout', sinceTime };
}

export const sameState = (one: PageState | null, other: PageState): boolean =>
  one !== null && JSON.stringify(one) === JSON.stringify(other);

/** What a prompt that ended tells of how well the page can be read. */
export interface EndSeen {
  readonly status: FinalStatus;
  /** The answer's turn was found in the page. */
  readonly answerFound: boolean;
  readonly answerLength: number;
  readonly answerImages: number;
  /** The site showed that it was answering. */
  readonly sawStreaming: boolean;
  /** The site itself says that the answer failed. */
  readonly siteSaysFailed: boolean;
}

export interface SelfCheck {
  /** Whether a prompt left the composer and nothing of it has been found on the page since. */
  lostSend(lost: boolean): void;
  ended(end: EndSeen): void;
  /** Why the page cannot be believed; null when it can. */
  trouble(): UnreadableReason | null;
}

/**
 * Counts the signs that a site has changed under a layout that is still recognised. One answer that is read clears
 * them; a prompt that its person stopped, that the site failed or that the page left proves nothing.
 */
export function createSelfCheck(): SelfCheck {
  let doubts = 0;
  let lost = false;
  let reason: UnreadableReason = 'lost-send';

  function doubt(weight: number, why: UnreadableReason): void {
    doubts += weight;
    reason = why;
  }

  return {
    lostSend: (now) => {
      lost = now;
    },
    ended(end) {
      if (end.answerLength > 0 || end.answerImages > 0) {
        doubts = 0;
        return;
      }
      if (end.status === 'stopped' || end.status === 'interrupted' || end.siteSaysFailed) return;
      if (end.answerFound) doubt(1, 'empty-answer');
      // A site that streamed has answered; one that showed nothing at all may have refused or lost its network.
      else if (end.sawStreaming) doubt(DOUBTS_ENOUGH, 'lost-answer');
      else doubt(1, 'lost-send');
    },
    trouble: () => (lost ? 'lost-send' : doubts >= DOUBTS_ENOUGH ? reason : null),
  };
}
