/**
 * Which chat the page shows. The address names it, but the first prompt is sent before the address does, and temporary
 * chats never get a name: so each chat also has a number. A name that appears is a guess until the thread tells whether
 * it is this chat's own or that of another one which was opened.
 */

import { andThen, quiet, type Step } from './closing';
import { beginsAlike, isNew, saysTheSame } from './identity';
import { comeBackTo, leaveOpen } from './leaving';
import type { Attempt, Chat, Known, TrackerState, View } from './state';
import { NOT_ASKED, newChat, openAttempt, openAttempts, shownChat, withShownChat } from './state';
import { LEAVING_MS } from './timing';
import { inUse, isMounted, isShown, questionOf } from './view';

/** Chats that were left with an answer under way and are waited for. */
const MOST_LEFT = 3;

/** The address names this chat, or none. */
export function followAddress(before: TrackerState, chatKey: string | null, at: number): Step {
  const chat = shownChat(before);
  if (chatKey === (chat.naming?.key ?? chat.siteKey)) return quiet(before);
  const isKnown = before.knownKeys.has(chatKey);
  const state = { ...before, knownKeys: new Set([...before.knownKeys, chatKey]) };
  const isBusy = openAttempt(state) !== null || chat.sends.length > 0;
  // A name that was shown before is rather that of its own chat, unless the thread may tell by a question.
  const isGuess = !isKnown || openAttempts(state).some(({ question }) => question !== null);
  const mayBeItsName = chat.siteKey === null && chat.naming === null && isBusy && isGuess;
  if (chatKey !== null && mayBeItsName && at - chat.linkAt >= LEAVING_MS) {
    const naming = { key: chatKey, before: state.view?.thread ?? { ...newThread } };
    return quiet(withShownChat(state, { naming }));
  }
  return leaveChat(state, chatKey, at);
}

const newThread = {
  turns: [],
  covered: false,
  places: new Map(),
  names: new Set<string>(),
  elements: new Set<number>(),
};

/** Another chat is shown: what is under way in this one ends as far as it was seen, and goes on when it is shown again. */
export function leaveChat(before: TrackerState, chatKey: string | null, at: number): Step {
  const canComeBack = shownChat(before).siteKey !== null;
  const step = leaveOpen(before, at, { canComeBack, change: { chatLeft: true } });
  return andThen(step, (state) => quiet(showChat(state, chatKey, at)));
}

function showChat(state: TrackerState, chatKey: string | null, at: number): TrackerState {
  const hasLeft = (one: Chat): boolean =>
    state.attempts.some(({ chat, isLeft }) => isLeft && chat === one.no);
  const left = shownChat(state);
  const others = [...state.chats.slice(0, -1), { ...newChat(left.no, left.siteKey) }].filter(hasLeft);
  const again = chatKey === null ? undefined : others.find(({ siteKey }) => siteKey === chatKey);
  const shown = again ?? newChat(state.nextNo, chatKey);
  const chats = [...others.filter((one) => one !== again).slice(-MOST_LEFT), shown];
  const isKept = ({ chat }: Attempt): boolean => chats.some(({ no }) => no === chat);
  return {
    ...state,
    chats,
    nextNo: state.nextNo + 1,
    attempts: state.attempts
      .filter((one) => isKept(one) || one.closing !== null)
      .map((one) => comeBackTo(one, shown.no, at, false)),
    health: { ...state.health, lostSend: false },
    asking: NOT_ASKED,
  };
}

/** Whether a turn of the page is the question of an attempt, as it was known or built anew. */
function showsQuestion(view: View, attempt: Attempt): boolean {
  const own = attempt.question ?? attempt.askedAgain;
  if (own !== null && isMounted(view, own)) return true;
  const said = attempt.question === null ? attempt.send.typed : attempt.input;
  return inUse(view.thread).some((turn) => {
    if (turn.role !== 'user') return false;
    const text = questionOf(view, turn)?.text ?? null;
    if (text === null || said === null || text.length === 0) return false;
    const isAlike = saysTheSame(text, said) || beginsAlike(text, said);
    return isAlike && isNew(turn, attempt.send);
  });
}

/** Whether the name that the address shows is this chat's own; null when the page does not tell yet. */
function isOwnName(state: TrackerState, view: View, before: readonly Known[]): boolean | null {
  const attempts = openAttempts(state);
  const questions = inUse(view.thread).filter(({ role }) => role === 'user');
  if (attempts.length > 0) {
    if (attempts.some((attempt) => showsQuestion(view, attempt))) return true;
    const wasShown = attempts.some(({ question, askedAgain }) => (question ?? askedAgain) !== null);
    return questions.length === 0 || (!wasShown && questions.every((turn) => !isNewToAll(attempts, turn)))
      ? null
      : false;
  }
  if (before.length > 0) {
    if (before.some((turn) => isShown(view, turn))) return true;
    return questions.length === 0 ? null : false;
  }
  return questions.length === 0 ? null : questions.length === 1;
}

const isNewToAll = (attempts: readonly Attempt[], turn: Known): boolean =>
  attempts.every(({ send }) => isNew(turn, send));

/** Settles whose name the address shows, once the page tells. */
export function settleName(state: TrackerState, view: View, at: number): Step {
  const { naming, sends } = shownChat(state);
  if (naming === null) return quiet(state);
  const verdict = isOwnName(state, view, inUse(naming.before));
  const named = withShownChat(state, { siteKey: naming.key, naming: null });
  if (verdict === true) return quiet(named);
  // Nothing waits any more that could have asked for a name.
  const isOver = openAttempt(state) === null && sends.length === 0;
  return verdict === false || isOver ? leaveChat(state, naming.key, at) : quiet(state);
}
