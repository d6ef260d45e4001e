/** The tracker: what happens in a page goes in, the next state and what is to be done come out. */
import { answerTurn } from './answer';
import { growAttempt, outOfSight } from './attempt';
import { followAddress } from './chats';
import { andThen, close, quiet, readNow, type Step, takeText } from './closing';
import { keepMeasured, measureContext } from './context';
import type { Found, Gesture, TrackerEvent } from './events';
import { comeBackTo, leaveOpen } from './leaving';
import { revive, supersede } from './lifecycle';
import { resumeAttempt } from './resume';
import { isSettling, waitFor } from './sends';
import { settle } from './settle';
import type { Attempt, TrackerState } from './state';
import { openAttempt, openAttempts, shownChat, withShownChat } from './state';
import { ASLEEP_MS, GROWTH_STEP_MS, LOOK_MS, SETTLING_TICK_MS, TICK_MS, WAITING_LOOK_MS } from './timing';
import { answerOf, last, turnKeyOf, viewAfter } from './view';

export type { Step } from './closing';

export function reduce(state: TrackerState, event: TrackerEvent): Step {
  switch (event.type) {
    case 'reading': {
      const awake = wake(state, event.at);
      return settle({ ...awake, view: viewAfter(awake.view, event.page) }, event.at, event.since);
    }
    case 'tick':
      return settle(wake(state, event.at), event.at, event.at);
    case 'grew':
      return quiet(grew(wake(state, event.at), event));
    case 'text':
      return takeText(state, event.attempt, event.text, event.at);
    case 'lengths':
      return quiet(measured(state, event));
    case 'gesture':
      return gesture(state, event);
    case 'address':
      return followAddress(state, event.chatKey, event.at);
    case 'watch':
      return quiet(watch(state, event));
    case 'gone':
      return go(state, event.at);
    case 'kept':
      return quiet(comeBack(state, event.at));
    case 'found':
      return resume(state, event);
  }
}

/** A page that could not be looked at for long was frozen, as it was. */
function wake(before: TrackerState, at: number): TrackerState {
  const state = at - before.lookedAt > ASLEEP_MS ? thaw(before, at) : before;
  return state.lookedAt === at ? state : { ...state, lookedAt: at };
}

const forOpen = (state: TrackerState, change: (attempt: Attempt) => Attempt): TrackerState => {
  const open = new Set(openAttempts(state).map(({ no }) => no));
  if (open.size === 0) return state;
  return { ...state, attempts: state.attempts.map((one) => (open.has(one.no) ? change(one) : one)) };
};

const thaw = (state: TrackerState, at: number): TrackerState =>
  forOpen(state, (attempt) => ({
    ...outOfSight(attempt, Math.min(state.lookedAt, at), at, true),
    life: revive(attempt.life),
  }));

function watch(state: TrackerState, { change, at }: Extract<TrackerEvent, { type: 'watch' }>): TrackerState {
  if (change === 'thawed') return thaw(state, at);
  if (change === 'shown') return { ...state, hidden: false };
  const throttle = (one: Attempt): Attempt => ({ ...one, witness: { ...one.witness, throttled: true } });
  return { ...forOpen(state, throttle), hidden: true };
}

type Grew = Extract<TrackerEvent, { type: 'grew' }>;

/** Growth is timed in steps: a burst of changes costs as much as one. */
function grew(state: TrackerState, { at, turn, part }: Grew): TrackerState {
  return forOpen(state, (attempt) => {
    if (answerTurn(attempt)?.id !== turn || attempt.part !== part) return attempt;
    const { firstTokenAt, growthAt } = attempt.life;
    if (firstTokenAt === null)
      return attempt.unseenGrowthAt === null ? { ...attempt, unseenGrowthAt: at } : attempt;
    return growthAt !== null && at - growthAt < GROWTH_STEP_MS ? attempt : growAttempt(attempt, at, true);
  });
}

function measured(
  state: TrackerState,
  { chat, lengths }: Extract<TrackerEvent, { type: 'lengths' }>,
): TrackerState {
  return {
    ...state,
    attempts: state.attempts.map((one) =>
      one.chat !== chat || one.context === null
        ? one
        : { ...one, context: measureContext(one.context, lengths) },
    ),
    chats: state.chats.map((one) =>
      one.no === chat ? { ...one, memory: keepMeasured(one.memory, state.attempts, lengths) } : one,
    ),
  };
}

function gesture(before: TrackerState, event: Gesture): Step {
  const { kind, at } = event;
  if (kind === 'stop')
    return quiet(forOpen(before, (one) => ({ ...one, life: { ...one.life, stopRequested: true } })));
  const { view } = before;
  if (view === null) return quiet(before);
  return andThen(endBefore(before, event), (state) => {
    if (kind === 'navigate') return quiet(withShownChat(state, { sends: [], linkAt: at }));
    const open = openAttempt(state);
    // An edit may be sent while an answer grows; of anything else only a further send begins a prompt then.
    const mayBegin = kind === 'send' || open === null || isSettling(open) || kind === 'edit';
    if (!mayBegin) return quiet(state);
    return quiet({ ...withShownChat(state, waitFor(state, view, event, kind)), nextNo: state.nextNo + 1 });
  });
}

/**
 * A gesture while the last answer settles: if its marks of the end are there, they are believed at once, and so is its
 * own button of another attempt.
 */
function endBefore(state: TrackerState, { kind, element, at }: Gesture): Step {
  const open = openAttempt(state);
  if (open === null || state.view === null) return quiet(state);
  const turn = answerTurn(open);
  const answer = answerOf(state.view, turn);
  const how = { at, soon: false, isLeft: false };
  const isIdle = open.life.idleSince !== null;
  // What a button beside the turns asks for again, while nothing is being made, has failed.
  const isGivenUp = kind === 'retry' && element === null && open.life.firstTokenAt === null;
  if (isIdle && (isGivenUp || answer?.failed === true)) return close(state, open, 'failed', how);
  const isOwnRetry = kind === 'retry' && turn !== null && turn.element === element;
  if (open.life.finished || (isSettling(open) && isOwnRetry))
    return close(state, open, supersede(open.life, true), how);
  // What is edited may be filled anew: its answer is read while it stands.
  return kind === 'edit' && open.life.firstTokenAt !== null ? readNow(state, open) : quiet(state);
}

/** The page goes: what is under way ends as far as it was seen, and goes on if the page comes back. */
const go = (before: TrackerState, at: number): Step =>
  leaveOpen({ ...before, gone: true }, at, { canComeBack: true, change: {} });

function comeBack(before: TrackerState, at: number): TrackerState {
  const { no } = shownChat(before);
  const attempts = before.attempts.map((one) => comeBackTo(one, no, at, true));
  return { ...before, gone: false, lookedAt: at, attempts };
}

/** Goes on with a stored prompt, unless another chat is shown since, whose turn may have the same key. */
function resume(before: TrackerState, found: Found): Step {
  const { view } = before;
  const chat = shownChat(before);
  if (before.gone || view === null || found.chat !== chat.no) return quiet(before);
  if (openAttempt(before) !== null || chat.sends.length > 0) return quiet(before);
  if (turnKeyOf(view, last(view, 'user')) !== found.turnKey) return quiet(before);
  const attempt = resumeAttempt(found, view, {
    no: before.nextNo,
    chat: chat.no,
    layout: view.layout.id,
    siteKey: chat.siteKey,
  });
  const state = { ...before, nextNo: before.nextNo + 1, attempts: [...before.attempts, attempt] };
  return settle(state, found.at, found.at);
}

/** How soon the page is to be looked at after a change, ms; null when at rest. */
export function lookEvery(state: TrackerState): number | null {
  if (shownChat(state).sends.length > 0) return WAITING_LOOK_MS;
  return openAttempt(state) === null ? null : LOOK_MS;
}

/** When to look again although nothing changes, ms from now; null when at rest. */
export function nextTick(state: TrackerState): number | null {
  const open = openAttempt(state);
  if (open !== null && open.life.idleSince !== null && open.life.sawStreaming && open.answer.kind !== 'away')
    return SETTLING_TICK_MS;
  return open !== null || shownChat(state).sends.length > 0 ? TICK_MS : null;
}

/** An answer has begun: its growth is timed by the changes themselves, not by looks. */
export const hasText = (state: TrackerState): boolean => openAttempt(state)?.life.firstTokenAt != null;

export const isBusy = (state: TrackerState): boolean =>
  openAttempt(state) !== null || shownChat(state).sends.length > 0;
