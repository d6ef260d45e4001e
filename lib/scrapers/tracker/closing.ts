/** The end of an attempt: its answer is read once more, its last state is told, and what stays of it is kept. */
import type { FinalStatus } from '../../prompt';
import { answerTurn, isFilledAnew } from './answer';
import { attemptKind } from './attempt';
import type { AnswerText, Effect } from './events';
import { judge } from './health';
import { measure } from './lifecycle';
import { dropLengths, keepLength, keepPrompt } from './memory';
import { questionTurn } from './question';
import { isBehind, isUnproved, readEffect, tell } from './report';
import type { Attempt, Chat, Thread, TrackerState, View } from './state';
import { withAttempt } from './state';
import { answerOf, isMounted, turnName } from './view';

export interface Step {
  readonly state: TrackerState;
  readonly effects: readonly Effect[];
}

/** Does one step after the other. */
export function andThen(step: Step, next: (state: TrackerState) => Step): Step {
  const { state, effects } = next(step.state);
  return { state, effects: effects.length === 0 ? step.effects : [...step.effects, ...effects] };
}

export const quiet = (state: TrackerState): Step => ({ state, effects: [] });

/**
 * Ends an attempt and the second answer beside it. `soon` when reading a long answer may wait for a task of its own;
 * `isLeft` when it goes on once its page or chat is shown again.
 */
export function close(
  state: TrackerState,
  attempt: Attempt,
  status: FinalStatus,
  how: { readonly at: number; readonly soon: boolean; readonly isLeft: boolean },
): Step {
  // What was seen of an answer that was left and never found again is no proof that the site failed.
  const known = status === 'failed' && attempt.witness.wasAway ? 'interrupted' : status;
  const both = [
    attempt,
    ...state.attempts.filter(({ besides, closing }) => besides === attempt.no && closing === null),
  ];
  let step = quiet(state);
  for (const one of both) {
    const closing: Attempt = { ...one, closing: known, isLeft: how.isLeft };
    step = andThen(step, (now) => {
      const next = withAttempt(now, closing);
      const isGone = state.view !== null && isFilledAnew(closing, state.view);
      const read = isGone ? null : readEffect(closing, how.soon);
      return read === null ? endOf(next, closing, how.at, how.soon) : { state: next, effects: [read] };
    });
  }
  return step;
}

export function readNow(state: TrackerState, attempt: Attempt): Step {
  const read = readEffect(attempt, false);
  return read === null ? quiet(state) : { state, effects: [read] };
}

/** The answer of an attempt was read. */
export function takeText(before: TrackerState, no: number, text: AnswerText | null, at: number): Step {
  const found = before.attempts.find((one) => one.no === no);
  if (found === undefined) return quiet(before);
  const attempt = { ...withText(found, text), report: { ...found.report, reading: false, readAt: at } };
  const state = withAttempt(before, attempt);
  if (attempt.closing !== null) return endOf(state, attempt, at, false);
  if (attempt.isLeft || attempt.besides !== null || !isBehind(attempt, at)) return quiet(state);
  const told = tell(state, attempt, at, { status: 'pending', withTexts: false, soon: false });
  return { state: withAttempt(state, told.attempt), effects: [told.effect] };
}

function withText(attempt: Attempt, text: AnswerText | null): Attempt {
  if (text === null) return attempt;
  const { thinking, model } = text;
  return {
    ...attempt,
    life: attempt.life.ended === null ? measure(attempt.life, text.length) : attempt.life,
    length: text.length,
    wholeLength: text.wholeLength,
    thinking,
    media: { ...attempt.media, outputImages: text.images },
    // The model that was chosen at the send stands; an answer may name it by the site's own word.
    model:
      model === null
        ? attempt.model
        : { slug: model.slug ?? attempt.model.slug, label: attempt.send.model.label ?? model.label },
  };
}

/** Tells the last state, and keeps what is known of the prompt. */
function endOf(before: TrackerState, attempt: Attempt, at: number, soon: boolean): Step {
  const status = attempt.closing ?? 'interrupted';
  if (status !== 'stopped' && isUnproved(attempt))
    return quiet({ ...before, attempts: before.attempts.filter(({ no }) => no !== attempt.no) });
  const told = tell(before, attempt, at, { status, withTexts: true, soon });
  const effects = [told.effect];
  if (attempt.isLeft) {
    const left: Attempt = { ...told.attempt, closing: null };
    return { state: withAttempt(before, left), effects };
  }
  const state = { ...before, attempts: before.attempts.filter(({ no }) => no !== attempt.no) };
  return { state: attempt.besides === null ? keep(state, attempt, status) : state, effects };
}

/** Every end says something of how well this page can be read, and what the next prompt re-reads. */
function keep(state: TrackerState, attempt: Attempt, status: FinalStatus): TrackerState {
  const turn = answerTurn(attempt);
  const answer = state.view === null ? null : answerOf(state.view, turn);
  const { life, question } = attempt;
  const isTakenBack = state.view !== null && question !== null && !isMounted(state.view, question);
  const health = judge(state.health, {
    status,
    answerFound: turn !== null,
    answerLength: life.firstTokenAt === null ? 0 : attempt.wholeLength,
    answerImages: answer?.images ?? 0,
    sawStreaming: life.sawStreaming,
    wasRefused: answer?.failed === true || isTakenBack || state.view?.refused === true,
  });
  const chats = state.chats.map((chat) =>
    chat.no === attempt.chat ? queueAfter(remember(chat, attempt), attempt, state.view) : chat,
  );
  return { ...state, health, chats };
}

/** Follow-ups that the site still holds back come after this prompt: its turns are none of theirs. */
function queueAfter(chat: Chat, attempt: Attempt, view: View | null): Chat {
  const turns = [questionTurn(attempt), answerTurn(attempt)].flatMap((turn) => turn ?? []);
  if (view === null || turns.length === 0 || chat.sends.length === 0) return chat;
  const end = Math.max(...turns.map(({ id }) => view.thread.places.get(id) ?? -1)) + 1;
  const sends = chat.sends.map((send) =>
    send.kind === 'send' && send.answerPending
      ? { ...send, before: after(send.before, view.thread, end) }
      : send,
  );
  return { ...chat, sends };
}

/** A thread as it was and as it is up to a place. */
function after(before: Thread, now: Thread, end: number): Thread {
  const added = now.turns.slice(0, end);
  if (added.length === 0) return before;
  return {
    ...now,
    turns: added,
    places: new Map(added.map(({ id }, place) => [id, place])),
    names: new Set([...before.names, ...added.filter(({ key }) => key !== null).map(turnName)]),
    elements: new Set([...before.elements, ...added.map(({ element }) => element)]),
  };
}

function remember(chat: Chat, attempt: Attempt): Chat {
  let memory = dropLengths(chat.memory, attempt.context?.replaced ?? []);
  const question = questionTurn(attempt);
  const answer = answerTurn(attempt);
  if (question !== null) {
    const text =
      attemptKind(attempt) === 'continue' || attempt.question === null ? attempt.shownText : attempt.input;
    memory = keepLength(memory, question, text?.length ?? 0);
    memory = keepPrompt(memory, question, attempt.resumed?.id ?? attempt.no);
  }
  if (answer !== null) memory = keepLength(memory, answer, attempt.wholeLength);
  return { ...chat, memory, prompts: chat.prompts + 1 };
}
