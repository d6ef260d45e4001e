/**
 * The state machine of one prompt, pure: what was seen goes in, the next state comes out.
 *
 *   submitted → (reasoning) → answering → ended: complete | stopped | failed | interrupted
 *
 * All times are milliseconds on the monotonic clock. Two facts make it necessary to measure growth and not
 * mutations: sites go on changing the DOM for seconds after the end, and re-render what they have written.
 */
import type { FinalStatus } from '../prompt';

/** The end must hold this long: stop buttons flicker between thinking and answering. */
export const SETTLE_MS = 300;
/** Without an action bar, an answer that stands still this long after its streaming marks went is complete. */
export const QUIET_END_MS = 5_000;
/** An answer that lost its streaming marks without any text is given this long. */
export const EMPTY_END_MS = 15_000;
/** A prompt that never showed a sign of an answer is given this long. */
export const NO_SIGN_END_MS = 60_000;

/** An answer that ended out of view is waited for so long, to be read when it is looked at. */
export const AWAY_END_MS = 300_000;

export type TurnPhase = 'submitted' | 'reasoning' | 'answering';

export interface LiveState {
  readonly phase: TurnPhase;
  readonly startedAt: number;
  readonly firstTokenAt: number | null;
  /** When the answer's text last seemed to grow. */
  readonly growthAt: number | null;
  /** The last length that was read, and the growth time that belongs to it. */
  readonly measuredLength: number;
  readonly measuredGrowthAt: number | null;
  readonly sawStreaming: boolean;
  /** Since when no streaming mark has been seen; null while one is there. */
  readonly idleSince: number | null;
  readonly finished: boolean;
  readonly stopRequested: boolean;
  readonly ended: FinalStatus | null;
}

/** What one look at the page shows of the live answer. */
export interface Look {
  readonly streaming: boolean;
  readonly finished: boolean;
  readonly failed: boolean;
  readonly thinking: boolean;
  /** The answer shows text or a picture. */
  readonly hasContent: boolean;
  /** The thread is scrolled away from the answer: what it says now cannot be seen. */
  readonly away: boolean;
}

export type TurnEvent =
  /** The page was looked at. */
  | { readonly type: 'look'; readonly at: number; readonly look: Look }
  /** Text was added inside the answer. */
  | { readonly type: 'grew'; readonly at: number; readonly visible: boolean }
  /** What seemed to be the last growth left the text as long as it was; the growth before it is the last one. */
  | { readonly type: 'rerendered'; readonly growthAt: number | null }
  /** The answer's text was read in full. */
  | { readonly type: 'measured'; readonly length: number }
  /** The person pressed the site's stop button. */
  | { readonly type: 'stop' }
  /** The page or the chat went away. */
  | { readonly type: 'gone' }
  /** Another prompt took its place; `still` when nothing was being made any more as it was sent. */
  | { readonly type: 'superseded'; readonly still: boolean }
  /** The page came back with the answer still under way. */
  | { readonly type: 'back' };

export const startTurn = (at: number): LiveState => ({
  phase: 'submitted',
  startedAt: at,
  firstTokenAt: null,
  growthAt: null,
  measuredLength: 0,
  measuredGrowthAt: null,
  sawStreaming: false,
  idleSince: null,
  finished: false,
  stopRequested: false,
  ended: null,
});

/** The next state. An ended prompt changes no more, but for its page coming back. */
export function step(state: LiveState, event: TurnEvent): LiveState {
  // What stood still while nobody looked has not stood still for so long.
  if (event.type === 'back') return { ...state, ended: null, idleSince: null };
  if (state.ended !== null) return state;
  switch (event.type) {
    case 'look':
      return look(state, event.look, event.at);
    case 'grew':
      return grew(state, event.at, event.visible);
    case 'measured':
      return measured(state, event.length);
    case 'rerendered':
      return event.growthAt === null ? state : { ...state, growthAt: event.growthAt };
    case 'stop':
      return { ...state, stopRequested: true };
    case 'gone':
      return { ...state, ended: state.stopRequested ? 'stopped' : 'interrupted' };
    case 'superseded':
      return { ...state, ended: superseded(state, event.still) };
  }
}

/** Who sends on after the end has a whole answer; who sends on before it has cut it off. */
function superseded(state: LiveState, still: boolean): FinalStatus {
  const whole = (still || state.idleSince !== null) && state.firstTokenAt !== null && !state.stopRequested;
  return whole ? 'complete' : 'stopped';
}

function grew(state: LiveState, at: number, visible: boolean): LiveState {
  // After the finished mark a site only re-renders what it has written.
  if (state.finished) return state;
  if (state.firstTokenAt !== null) return { ...state, growthAt: at };
  return visible ? { ...state, phase: 'answering', firstTokenAt: at, growthAt: at } : state;
}

function measured(state: LiveState, length: number): LiveState {
  // Growth that left the length as it was, or shorter, was a re-rendering: its time counts for nothing.
  const real = length > state.measuredLength || state.measuredGrowthAt === null;
  return real
    ? { ...state, measuredLength: length, measuredGrowthAt: state.growthAt }
    : { ...state, measuredLength: length, growthAt: state.measuredGrowthAt };
}

function look(before: LiveState, seen: Look, at: number): LiveState {
  const state: LiveState = {
    ...before,
    phase: before.phase === 'submitted' && seen.thinking ? 'reasoning' : before.phase,
    sawStreaming: before.sawStreaming || seen.streaming,
    idleSince: seen.streaming ? null : (before.idleSince ?? at),
    finished: seen.finished && !seen.streaming,
  };
  return { ...state, ended: ending(state, seen, at) };
}

function ending(state: LiveState, seen: Look, at: number): FinalStatus | null {
  if (state.idleSince === null || at - state.idleSince < SETTLE_MS) return null;
  if (state.stopRequested) return 'stopped';
  if (seen.away) return at - state.idleSince >= AWAY_END_MS ? 'interrupted' : null;
  if (seen.failed) return 'failed';
  if (seen.finished && seen.hasContent) return 'complete';
  const still = at - Math.max(state.idleSince, state.growthAt ?? 0);
  if (seen.hasContent || seen.finished) return still >= QUIET_END_MS ? 'complete' : null;
  const patience = state.sawStreaming ? EMPTY_END_MS : NO_SIGN_END_MS;
  return at - Math.max(state.idleSince, state.startedAt) >= patience ? 'failed' : null;
}
