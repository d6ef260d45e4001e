/**
 * The life of one answer:
 *
 *   submitted → (thinking) → answering → ended: complete | stopped | failed | interrupted
 *
 * Two facts make it necessary to measure growth and not mutations: sites go on changing the DOM for seconds after the
 * end, and they render anew what they have written.
 */
import type { FinalStatus } from '../../prompt';
import { AWAY_END_MS, EMPTY_END_MS, NO_SIGN_END_MS, QUIET_END_MS, SETTLE_MS } from './timing';

/** The life of one answer. */
export interface Life {
  readonly startedAt: number;
  readonly firstTokenAt: number | null;
  /** When the answer's text last seemed to grow, and the growth before that. */
  readonly growthAt: number | null;
  readonly growthBefore: number | null;
  readonly measuredLength: number;
  readonly measuredGrowthAt: number | null;
  readonly sawStreaming: boolean;
  /** Since when no mark of streaming has been seen; null while one is there. */
  readonly idleSince: number | null;
  readonly finished: boolean;
  readonly stopRequested: boolean;
  readonly ended: FinalStatus | null;
}

/** A text that is shorter than this share of what it was is filled anew. */
const REFILLED_SHARE = 0.5;

/** What one reading of the page shows of the answer. */
export interface Look {
  readonly at: number;
  readonly streaming: boolean;
  readonly finished: boolean;
  readonly failed: boolean;
  /** The answer shows text or a picture. */
  readonly hasContent: boolean;
  /** The thread is scrolled away from the answer: what it says now cannot be seen. */
  readonly away: boolean;
  /** When the answer left the page, if it is not there. */
  readonly leftAt: number | null;
  /** The site waits for its user: standing still says nothing. */
  readonly waitsForUser: boolean;
}

export const startLife = (at: number): Life => ({
  startedAt: at,
  firstTokenAt: null,
  growthAt: null,
  growthBefore: null,
  measuredLength: 0,
  measuredGrowthAt: null,
  sawStreaming: false,
  idleSince: null,
  finished: false,
  stopRequested: false,
  ended: null,
});

/** The page was looked at. */
export function look(before: Life, seen: Look): Life {
  if (before.ended !== null) return before;
  const life: Life = {
    ...before,
    sawStreaming: before.sawStreaming || seen.streaming,
    idleSince: seen.streaming || seen.waitsForUser ? null : (before.idleSince ?? seen.at),
    finished: seen.finished && !seen.streaming,
  };
  return { ...life, ended: ending(life, seen) };
}

function ending(life: Life, seen: Look): FinalStatus | null {
  const { at } = seen;
  if (life.idleSince === null || at - life.idleSince < SETTLE_MS) return null;
  if (life.stopRequested) return 'stopped';
  const { leftAt } = seen;
  const wasStill = leftAt !== null && leftAt - life.idleSince >= SETTLE_MS && life.firstTokenAt !== null;
  if (wasStill) return at - life.idleSince >= QUIET_END_MS ? 'complete' : null;
  if (seen.away) return at - life.idleSince >= AWAY_END_MS ? 'interrupted' : null;
  if (seen.failed) return 'failed';
  if (seen.finished && seen.hasContent) return 'complete';
  const still = at - Math.max(life.idleSince, life.growthAt ?? 0);
  if (seen.hasContent || seen.finished) return still >= QUIET_END_MS ? 'complete' : null;
  const patience = life.sawStreaming ? EMPTY_END_MS : NO_SIGN_END_MS;
  if (at - Math.max(life.idleSince, life.startedAt) < patience) return null;
  // An answer that was there and is nowhere now is lost to us, which is no failure of the site's.
  return life.firstTokenAt === null ? 'failed' : 'interrupted';
}

/** Text was added inside the answer; `visible` once some of it can be seen. */
export function grow(life: Life, at: number, visible: boolean): Life {
  // After the mark of the end a site only renders anew what it has written.
  if (life.ended !== null || life.finished) return life;
  const growthBefore = life.growthAt === at ? life.growthBefore : life.growthAt;
  if (life.firstTokenAt !== null) return { ...life, growthAt: at, growthBefore };
  return visible ? { ...life, firstTokenAt: at, growthAt: at, growthBefore } : life;
}

/** What seemed to be the last growth left the text as long as it was: the growth before it is the last one. */
export function takeGrowthBack(life: Life): Life {
  const { growthAt, growthBefore, measuredGrowthAt } = life;
  if (life.ended !== null || growthBefore === null) return life;
  const measured = measuredGrowthAt === growthAt ? growthBefore : measuredGrowthAt;
  return { ...life, growthAt: growthBefore, measuredGrowthAt: measured };
}

/** The answer's text was read in full. */
export function measure(life: Life, length: number): Life {
  // Growth that left the length about as it was was a rendering, and its time counts for nothing. What is much shorter
  // was emptied and is filled again.
  const isRefilled = length < life.measuredLength * REFILLED_SHARE;
  const real = length > life.measuredLength || isRefilled || life.measuredGrowthAt === null;
  return real
    ? { ...life, measuredLength: length, measuredGrowthAt: life.growthAt }
    : { ...life, measuredLength: length, growthAt: life.measuredGrowthAt };
}

/** The page or the chat went away. An answer that has stood still with text by then is whole. */
export function leave(life: Life, at: number): FinalStatus {
  if (life.ended !== null) return life.ended;
  if (life.stopRequested) return 'stopped';
  const settled = life.idleSince !== null && at - life.idleSince >= SETTLE_MS && life.firstTokenAt !== null;
  return life.finished || settled ? 'complete' : 'interrupted';
}

/** Another prompt took its place; `still` when nothing was being made any more as that was sent. */
export function supersede(life: Life, still: boolean): FinalStatus {
  if (life.ended !== null) return life.ended;
  const whole = (still || life.idleSince !== null) && life.firstTokenAt !== null && !life.stopRequested;
  return whole ? 'complete' : 'stopped';
}

/** The page came back with the answer still under way: what stood still while nobody looked says nothing. */
export const revive = (life: Life): Life => ({ ...life, ended: null, idleSince: null });
