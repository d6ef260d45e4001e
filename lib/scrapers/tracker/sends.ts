/** Gestures that wait for their turn, and what makes one of them a prompt. */

import { isFilledAnew } from './answer';
import type { Gesture, TurnSeen } from './events';
import { beginsAlike, isSure, known, newQuestions, sameTurn, saysTheSame } from './identity';
import type { Attempt, Chat, Known, Send, TrackerState, View } from './state';
import { openAttempt, openAttempts, shownChat } from './state';
import { LOST_SEND_MS, PRESS_PATIENCE_MS, SEND_PATIENCE_MS } from './timing';
import { count, inUse, isMounted, isShown, isStreaming, last, questionOf } from './view';

/** Follow-ups that can wait at once: more than anybody types ahead. */
const MOST_SENDS = 8;

/** Another attempt at what was asked before. */
export const asksAgain = ({ kind }: Send): boolean => kind === 'retry' || kind === 'edit';

/** A prompt was sent, and nothing answers yet: what comes now is its answer. */
export const isAwaited = (attempt: Attempt | null): boolean =>
  attempt !== null && !attempt.life.sawStreaming && attempt.life.firstTokenAt === null;

/** The answer is not being made any more, and has no marks of its end yet. */
export const isSettling = ({ life }: Attempt): boolean =>
  life.idleSince !== null && life.firstTokenAt !== null;

function questionIn(view: View, element: number | null): Known | null {
  const found = inUse(view.thread).find((turn) => turn.role === 'user' && turn.element === element);
  return found === undefined ? null : known(found);
}

function questionBefore(view: View, element: number | null): Known | null {
  const turns = inUse(view.thread);
  const place = turns.findLastIndex((turn) => turn.element === element);
  const found = turns.slice(0, place + 1).findLast(({ role }) => role === 'user');
  return found === undefined ? null : known(found);
}

function sendOf(state: TrackerState, view: View, gesture: Gesture, kind: Send['kind']): Send {
  const { siteKey } = shownChat(state);
  const turns = inUse(view.thread);
  const lastAnswer = turns.findLast(({ role }) => role === 'assistant') ?? null;
  const open = openAttempt(state);
  const answerPending = isAwaited(open) || isStreaming(view, lastAnswer);
  const edited = kind === 'edit' ? questionIn(view, gesture.element) : null;
  return {
    no: state.nextNo,
    kind,
    at: gesture.at,
    wall: gesture.wall,
    utcOffsetMinutes: gesture.utcOffsetMinutes,
    siteKey,
    before: view.thread,
    early: kind === 'send' && siteKey !== null && turns.length === 0,
    answerPending,
    edited,
    editedText: edited === null ? null : gesture.edited,
    retried: kind === 'retry' ? questionBefore(view, gesture.element) : null,
    former:
      (!answerPending || kind === 'edit') && kind !== 'send' && lastAnswer !== null
        ? gesture.lastAnswer
        : null,
    typed: kind === 'send' ? gesture.typed : null,
    model: gesture.model,
    waitsFrom: gesture.at,
  };
}

/** The gesture that this one only goes on with: the thread stands as it stood then. */
function beganWith({ editing, sends }: Chat, gesture: Gesture): Send | null {
  const { kind, element } = gesture;
  if (kind !== 'send' && editing?.edited != null && editing.edited.element === element) return editing;
  // The button of another attempt may open a menu, which stands anywhere.
  const retry = sends.find((send) => send.kind === 'retry') ?? null;
  return kind === 'press' && gesture.inMenu ? retry : null;
}

/** A send of files alone, or Enter pressed once more on what has left the composer. */
const isEmpty = ({ kind, typed }: Send): boolean => kind === 'send' && typed?.length === 0;

/** The chat with a gesture that waits. A send joins the queue; any other gesture takes the place of the one before. */
export function waitFor(state: TrackerState, view: View, gesture: Gesture, kind: Send['kind']): Chat {
  const chat = shownChat(state);
  const taken = sendOf(state, view, gesture, kind);
  const began = beganWith(chat, gesture);
  const { at, wall, utcOffsetMinutes, model } = gesture;
  const send: Send =
    began === null ? taken : { ...began, no: taken.no, at, wall, utcOffsetMinutes, model, waitsFrom: at };
  const queue = chat.sends.filter((one) => one.kind === 'send');
  // Sent again, what was refused is sent now; an empty composer may have sent files alone.
  const isAgain = kind === 'send' && !taken.answerPending && !isEmpty(taken);
  const waiting = isAgain ? queue.filter((one) => one.answerPending) : queue;
  return {
    ...chat,
    linkAt: Number.NEGATIVE_INFINITY,
    sends: [...waiting, send].slice(-MOST_SENDS),
    editing: send.edited === null ? null : send,
  };
}

export type Sign =
  /** The prompt has begun; its new question, when that is what told it. */
  | { readonly kind: 'begun' }
  /** Nothing yet. `lost`: the prompt has left the composer long ago and is nowhere on the page. */
  | { readonly kind: 'waiting'; readonly lost: boolean }
  /** Too late: whatever comes now is another's. */
  | { readonly kind: 'over'; readonly lost: boolean };

/** Whether another attempt was asked for, and the answer before it is gone. */
const isTakenAway = (send: Send, view: View, before: Attempt): boolean =>
  asksAgain(send) && (before.answer.kind !== 'shown' || !isShown(view, before.answer.turn));

/** Whether the question that is edited says something else than when it was begun to be. */
function saysAnother({ edited, editedText }: Send, view: View, question: Known | null): boolean {
  const text = questionOf(view, isMounted(view, edited) ? edited : question)?.text ?? null;
  return edited !== null && text !== null && text.length > 0 && !saysTheSame(text, editedText);
}

/** Whether an edit that was sent while its answer grew has taken the place of what it edits. */
function isReworded(send: Send, view: View, question: Known | null, open: Attempt | null): boolean {
  if (!send.answerPending || !saysAnother(send, view, question)) return false;
  // In an editor the words change before they are sent: only the answer that is taken away or filled anew tells.
  if (!isMounted(view, send.edited) || open === null) return true;
  return open.answer.kind !== 'shown' || !isShown(view, open.answer.turn) || isFilledAnew(open, view);
}

/** Whether a question is that of an attempt which is not over. */
function isOwned(state: TrackerState, turn: TurnSeen): boolean {
  const chat = shownChat(state).no;
  return state.attempts.some(
    ({ question, chat: own }) =>
      own === chat && question !== null && (question.id === turn.id || sameTurn(question, turn)),
  );
}

/** The new question that a waiting gesture may claim. */
export function claimable(state: TrackerState, view: View, send: Send): TurnSeen | null {
  const textOf = (turn: TurnSeen) => questionOf(view, turn)?.text ?? null;
  const rivals = shownChat(state).sends.filter((one) => one.no !== send.no && one.kind === 'send');
  const found = newQuestions(view, send).filter((turn) => !isOwned(state, turn));
  const alike = (turn: TurnSeen, one: Send): boolean => beginsAlike(textOf(turn), one.typed);
  const own = found.findLast((turn) => alike(turn, send));
  if (own !== undefined) return own;
  // Enter on an emptied composer while a prompt waits asks for nothing but a question without words.
  if (isEmpty(send) && (send.answerPending || rivals.length > 0)) return null;
  // Of turns that come late, or where the thread was scrolled up, only what was typed is the question.
  if (!isSure(view, send)) return null;
  return found.find((turn) => !rivals.some((one) => alike(turn, one))) ?? null;
}

/** What another attempt was asked for after a send is that attempt's, unless it shows the words of the send. */
function isOutdone(state: TrackerState, view: View, send: Send, question: Known | null): boolean {
  if (send.kind !== 'send') return false;
  const isOwn = question !== null && beginsAlike(questionOf(view, question)?.text ?? null, send.typed);
  const hasBegun = (one: Send): boolean =>
    one.kind === 'retry' ||
    (one.kind === 'edit' && (!isMounted(view, one.edited) || saysAnother(one, view, null)));
  const later = shownChat(state).sends.filter((one) => one.no > send.no);
  return (isEmpty(send) || !isOwn) && later.some(hasBegun);
}

/** Whether a waiting gesture has begun a prompt: the sign that no history, scroll or switch shows. */
export function signOf(state: TrackerState, view: View, send: Send, at: number): Sign {
  const { siteKey, naming } = shownChat(state);
  const isSend = send.kind === 'send';
  const open = openAttempt(state);
  const question = claimable(state, view, send);
  const asked = question !== null && (isSend || question.element !== open?.question?.element);
  const rivals = shownChat(state).sends.some((one) => one.no !== send.no && one.kind === 'send');
  const streams =
    !send.answerPending &&
    !(isEmpty(send) && rivals) &&
    (isSend ||
      asked ||
      open === null ||
      isTakenAway(send, view, open) ||
      saysAnother(send, view, question)) &&
    isStreaming(view, last(view, 'assistant'));
  const emptied = isSend && view.composer !== 'text';
  // A control that opened another chat, where an answer happens to stream, has asked for nothing.
  const shownKey = naming?.key ?? siteKey;
  const moved = !isSend && send.siteKey !== shownKey && count(view, 'user') > 1;
  // A question that came with the messages of its chat may be an old one with the same words.
  const sent = (isSend && asked && emptied && !send.early) || isReworded(send, view, question, open);
  if (!moved && (streams || sent) && !isOutdone(state, view, send, question)) return { kind: 'begun' };
  const typed = (send.typed?.length ?? 0) > 0;
  const lost = isSend && at - send.waitsFrom >= LOST_SEND_MS && emptied && typed && !asked;
  const patience = isSend && !(isEmpty(send) && send.answerPending) ? SEND_PATIENCE_MS : PRESS_PATIENCE_MS;
  return { kind: at - send.waitsFrom >= patience ? 'over' : 'waiting', lost };
}

/** While an older answer is open, waiting costs a send nothing. */
export function keepWaiting(state: TrackerState, at: number): readonly Send[] {
  const { sends } = shownChat(state);
  if (openAttempts(state).length === 0) return sends;
  return sends.map((send) =>
    send.kind === 'send' && send.answerPending ? { ...send, waitsFrom: at } : send,
  );
}

/** Waiting gestures in the order in which they may claim: first those whose words a new question shows. */
export function inOrder(state: TrackerState, view: View): readonly Send[] {
  const { sends } = shownChat(state);
  if (sends.length < 2) return sends;
  const shows = (send: Send): boolean => {
    const turn = claimable(state, view, send);
    return turn !== null && beginsAlike(questionOf(view, turn)?.text ?? null, send.typed);
  };
  const [first, then] = [sends.filter(shows), sends.filter((send) => !shows(send))];
  return [...first, ...then];
}

/** What still waits once a gesture has begun a prompt: follow-ups that the site holds back. */
export const waitingAfter = (sends: readonly Send[], begun: Send): readonly Send[] =>
  sends.filter(
    (one) =>
      one.no !== begun.no && one.kind === 'send' && !isEmpty(one) && (one.answerPending || one.no > begun.no),
  );
