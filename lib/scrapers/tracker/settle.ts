/** What the state of the page means for the prompts: names, ends, beginnings and what is due, in this order. */
import { answerTurn } from './answer';
import { consider } from './asking';
import { beginAttempt, lookAtAttempt } from './attempt';
import { settleName } from './chats';
import { andThen, close, quiet, type Step } from './closing';
import { findContext } from './context';
import type { Effect, TurnSeen } from './events';
import { beginsAlike, isNew, sameTurn } from './identity';
import { supersede } from './lifecycle';
import type { Surroundings } from './question';
import { followUp, readOf } from './report';
import { asksAgain, inOrder, keepWaiting, signOf, waitingAfter } from './sends';
import type { Attempt, Send, TrackerState, View } from './state';
import { newChat, openAttempt, openAttempts, shownChat, withAttempt, withShownChat } from './state';
import { HELD_BACK_MS } from './timing';
import { answerOf, inUse, questionOf } from './view';

/** `since` is the time of the earliest change of the page that was not looked at yet. */
export function settle(before: TrackerState, at: number, since: number): Step {
  const { view } = before;
  if (before.gone || view === null) return quiet(before);
  let step = settleName(before, view, at);
  step = andThen(step, (state) => quiet(withShownChat(state, { sends: keepWaiting(state, at) })));
  const open = openAttempt(step.state);
  // What comes once another prompt is sent is no answer to one that is scrolled away from; nor is what takes the place
  // of one that settles.
  const claimsFirst =
    open !== null && (open.answer.kind === 'away' || shownChat(step.state).sends.some(asksAgain));
  if (claimsFirst) step = andThen(step, (state) => claim(state, view, at));
  for (const { no } of openAttempts(step.state)) {
    const isNewer =
      open === null ||
      (claimsFirst && no > open.no && !step.state.attempts.some((one) => one.no === open.no));
    if (!isNewer) step = andThen(step, (state) => lookAt(state, view, no, { at, since }));
  }
  step = andThen(step, (state) => claim(state, view, at));
  const isAtRest =
    step.state.attempts.every(({ isLeft }) => isLeft) && shownChat(step.state).sends.length === 0;
  if (isAtRest) return andThen(step, (state) => consider(state, view, at));
  step = andThen(step, (state) => readContexts(state, view));
  return andThen(step, (state) => reportOpen(state, at));
}

/** Turns that belong to others, for an attempt. */
function surroundings(state: TrackerState, view: View, attempt: Attempt): Surroundings {
  const isKin = (one: Attempt): boolean =>
    one.no === attempt.no || one.besides === attempt.no || one.no === attempt.besides;
  const others = state.attempts.filter(
    (one) => one.chat === attempt.chat && !isKin(one) && one.question !== null,
  );
  const { sends } = shownChat(state);
  const owns = ({ question }: Attempt, turn: TurnSeen): boolean =>
    question !== null && (question.id === turn.id || sameTurn(question, turn));
  const claims = (send: Send, turn: TurnSeen): boolean =>
    send.typed !== null &&
    send.typed.length > 0 &&
    isNew(turn, send) &&
    beginsAlike(questionOf(view, turn)?.text ?? null, send.typed);
  const isAwaited = (turn: TurnSeen): boolean => sends.some((send) => claims(send, turn));
  return {
    view,
    isOwnChat: attempt.chat === shownChat(state).no,
    taken: (turn) => others.some((one) => owns(one, turn)) || isAwaited(turn),
    later: (turn) => others.some((one) => one.no > attempt.no && owns(one, turn)) || isAwaited(turn),
  };
}

function lookAt(before: TrackerState, view: View, no: number, when: { at: number; since: number }): Step {
  const found = before.attempts.find((one) => one.no === no);
  if (found === undefined || found.closing !== null) return quiet(before);
  const { at, since } = when;
  const attempt = lookAtAttempt(found, surroundings(before, view, found), at, since);
  let step: Step = { state: withAttempt(before, attempt), effects: readLost(found, attempt, view) };
  if (attempt.besides !== null) return step;
  const { ended } = attempt.life;
  if (ended !== null)
    return andThen(step, (state) => close(state, attempt, ended, { at, soon: true, isLeft: false }));
  step = andThen(step, (state) => findSecond(state, view, attempt, when));
  return step;
}

/** An element that was taken out as a whole still holds what was seen of the answer since it was last read. */
function readLost(before: Attempt, after: Attempt, view: View): Effect[] {
  const lost = answerTurn(before);
  if (lost === null || before.life.firstTokenAt === null || answerTurn(after)?.id === lost.id) return [];
  return view.details.get(lost.id)?.connected === true ? [] : [readOf(before, lost.id, false)];
}

/** Two answers to choose from grow side by side in one turn: the second is an attempt of its own, of the same start. */
function findSecond(
  before: TrackerState,
  view: View,
  first: Attempt,
  when: { at: number; since: number },
): Step {
  const turn = answerTurn(first);
  if (turn === null || first.part !== null || first.witness.wasAway || first.life.idleSince !== null)
    return quiet(before);
  if (before.attempts.some(({ besides }) => besides === first.no)) return quiet(before);
  const [own, other] = answerOf(view, turn)?.parts ?? [];
  if (own === undefined || other === undefined) return quiet(before);
  const { chat, layout, send, question, shownText, input, answer } = first;
  const begun = beginAttempt({ no: before.nextNo, chat, layout, send, hidden: before.hidden });
  const second: Attempt = {
    ...begun,
    besides: first.no,
    part: other.element,
    question,
    shownText,
    input,
    answer,
  };
  const kept: Attempt = { ...first, part: own.element };
  const state = {
    ...withAttempt(before, kept),
    nextNo: before.nextNo + 1,
    attempts: [...withAttempt(before, kept).attempts, second],
  };
  return lookAt(state, view, second.no, { at: when.since, since: when.since });
}

/** Has a waiting gesture begun a prompt? */
function claim(before: TrackerState, view: View, at: number): Step {
  let step = quiet(before);
  for (const send of inOrder(before, view)) {
    step = andThen(step, (state) => {
      if (!shownChat(state).sends.some(({ no }) => no === send.no)) return quiet(state);
      const sign = signOf(state, view, send, at);
      if (sign.kind === 'begun') return begin(state, view, send, at);
      const { health } = state;
      const lost = sign.lost ? { ...state, health: { ...health, lostSend: true } } : state;
      if (sign.kind === 'waiting') return quiet(lost);
      return quiet(withShownChat(lost, { sends: shownChat(lost).sends.filter(({ no }) => no !== send.no) }));
    });
  }
  return step;
}

function begin(before: TrackerState, view: View, send: Send, at: number): Step {
  const open = openAttempt(before);
  // A question that comes so late was held back until the answer before it ended: it has cut nothing off, and the
  // wait was the site's.
  const isHeldBack = send.kind === 'send' && send.answerPending && at - send.at >= HELD_BACK_MS;
  let step = quiet(before);
  if (open !== null) {
    const status = supersededStatus(open, !send.answerPending || isHeldBack);
    step = close(before, open, status, { at, soon: false, isLeft: false });
  }
  return andThen(step, (state) => {
    const chat = shownChat(state);
    const isEmpty = inUse(send.before).length === 0 && !send.early;
    const isRenewed = isEmpty && chat.siteKey === null && chat.prompts > 0;
    const shown = isRenewed ? { ...newChat(state.nextNo, chat.siteKey), naming: chat.naming } : chat;
    const sent: Send = isHeldBack ? { ...send, at, wall: send.wall + (at - send.at) } : send;
    const attempt = beginAttempt({
      no: state.nextNo + 1,
      chat: shown.no,
      layout: view.layout.id,
      send: sent,
      hidden: state.hidden,
    });
    const next: TrackerState = {
      ...state,
      nextNo: state.nextNo + 2,
      health: { ...state.health, lostSend: false },
      attempts: [...state.attempts, attempt],
      chats: [
        ...state.chats.slice(0, -1),
        {
          ...shown,
          seenFromStart: isEmpty || shown.seenFromStart,
          sends: waitingAfter(chat.sends, send),
          editing: null,
        },
      ],
    };
    return lookAt(next, view, attempt.no, { at, since: at });
  });
}

const supersededStatus = (open: Attempt, isStill: boolean) =>
  open.answer.kind === 'away' && open.life.ended === null
    ? open.life.stopRequested
      ? 'stopped'
      : 'interrupted'
    : supersede(open.life, isStill);

/** Starts measuring what open attempts re-read, once the prompt before them is kept. */
function readContexts(before: TrackerState, view: View): Step {
  let step = quiet(before);
  if (before.attempts.some(({ closing, isLeft }) => closing !== null && !isLeft)) return step;
  for (const { no, besides } of openAttempts(before)) {
    step = andThen(step, (state) => {
      const attempt = state.attempts.find((one) => one.no === no);
      if (attempt === undefined) return quiet(state);
      const first = besides === null ? null : state.attempts.find((one) => one.no === besides);
      if (first != null) return quiet(withAttempt(state, { ...attempt, context: first.context }));
      const found = findContext(attempt, shownChat(state), view);
      if (found === null) return quiet(state);
      const { context, chat } = found;
      const effects: Effect[] =
        context.open.size === 0 ? [] : [{ type: 'measure', chat: chat.no, turns: [...context.open] }];
      return { state: withShownChat(withAttempt(state, { ...attempt, context }), chat), effects };
    });
  }
  return step;
}

/** Reads and tells what is due. */
function reportOpen(before: TrackerState, at: number): Step {
  let step = quiet(before);
  for (const { no } of openAttempts(before)) {
    step = andThen(step, (state) => {
      const found = state.attempts.find((one) => one.no === no);
      if (found === undefined) return quiet(state);
      const { attempt, effects } = followUp(state, found, at);
      return { state: withAttempt(state, attempt), effects };
    });
  }
  return step;
}
