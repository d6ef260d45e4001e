/** Which question of the page is an attempt's own: its new one, or the one that it asks again. */
import type { TextSeen, TurnSeen } from './events';
import { beginsAlike, isAgain, isAnchored, isSure, known, newQuestions, sameTurn } from './identity';
import type { Attempt, Known, View } from './state';
import { isBefore, isMounted, last, questionOf } from './view';

/** A question that is shown shorter than this share of what was typed is cut ("show more"): the typed text counts. */
const WHOLE_TEXT_SHARE = 0.98;

/** What surrounds an attempt: turns that belong to others, and whether its chat is the one that is shown. */
export interface Surroundings {
  readonly view: View;
  /** Questions of other attempts, and those that a waiting send has a better claim to. */
  readonly taken: (turn: TurnSeen) => boolean;
  /** Those among them that were asked after this one. */
  readonly later: (turn: TurnSeen) => boolean;
  readonly isOwnChat: boolean;
}

const hasText = (attempt: Attempt): boolean => attempt.life.firstTokenAt !== null;

const textOf = (view: View, turn: Known | null): TextSeen | null => questionOf(view, turn)?.text ?? null;

const lastSeen = (attempt: Attempt, turn: Known) => ({
  turn,
  text: attempt.shownText,
  wasLeft: attempt.chatLeft,
});

/** The new question as the page shows it now; null when there is none that can be the attempt's. */
function newQuestion(attempt: Attempt, { view, taken }: Surroundings): TurnSeen | null {
  const { send } = attempt;
  const found = newQuestions(view, send).filter((turn) => !taken(turn));
  // Of turns that come late, or where the thread was scrolled up, only what was typed is the question.
  const alike = found.find((turn) => beginsAlike(textOf(view, turn), send.typed));
  return alike ?? (isSure(view, send) ? (found[0] ?? null) : null);
}

/** What answers already without a new question is asked again: a question that comes now is only scrolled to. */
function isScrolledTo(attempt: Attempt, view: View, shown: Known): boolean {
  if (attempt.question !== null || attempt.send.kind === 'send' || !hasText(attempt)) return false;
  const { answer } = attempt;
  return answer.kind === 'shown' ? !isBefore(view, answer.turn, shown) : !isAnchored(view, attempt.send);
}

/** The attempt after its question is looked for; `isFirst` when it was found for the first time. */
export function findQuestion(before: Attempt, around: Surroundings): { attempt: Attempt; isFirst: boolean } {
  const { view } = around;
  let attempt = before;
  const seen = attempt.question === null ? null : view.thread.places.get(attempt.question.id);
  if (attempt.question?.key === null && seen != null) {
    // The key was not there at first.
    const turn = view.thread.turns[seen];
    if (turn !== undefined) attempt = { ...attempt, question: known(turn) };
  }
  // A question that comes while something is tried again is that of the next prompt.
  if (isMounted(view, attempt.question) || attempt.send.kind === 'retry')
    return { attempt: keepText(attempt, view), isFirst: false };
  const shown = newQuestion(attempt, around);
  if (shown === null || isScrolledTo(attempt, view, shown)) return { attempt, isFirst: false };
  const isFirst = attempt.question === null;
  if (
    !isFirst &&
    attempt.question !== null &&
    !isAgain(view, shown, lastSeen(attempt, attempt.question), attempt.send)
  )
    return { attempt, isFirst };
  const text = textOf(view, shown);
  if (!isFirst) return { attempt: { ...attempt, question: known(shown) }, isFirst };
  return { attempt: readInput({ ...attempt, question: known(shown), shownText: text }, text), isFirst };
}

/** What the question shows is what was asked, unless it is shown cut. */
function readInput(attempt: Attempt, shown: TextSeen | null): Attempt {
  const typed = attempt.input;
  const isWhole = typed === null || (shown?.length ?? 0) >= typed.length * WHOLE_TEXT_SHARE;
  return isWhole && shown !== null ? { ...attempt, input: shown } : attempt;
}

/** A question may be there before its text; and words that were dropped at rest are read again, under a new number. */
function keepText(attempt: Attempt, view: View): Attempt {
  if (attempt.question === null || !isMounted(view, attempt.question)) return attempt;
  const shown = textOf(view, attempt.question);
  if (shown === null || shown.length === 0) return attempt;
  const { input } = attempt;
  if (input === null || input.length === 0) return { ...attempt, shownText: shown, input: shown };
  return input.ref !== shown.ref && input.hash === shown.hash ? { ...attempt, input: shown } : attempt;
}

/** Follows the question that is asked again: the site may give it another key. */
export function followAskedAgain(before: Attempt, { view, isOwnChat }: Surroundings): Attempt {
  if (before.question !== null) return before;
  const { askedAgain, send } = before;
  if (!isOwnChat || isMounted(view, askedAgain)) {
    const text = textOf(view, isMounted(view, askedAgain) ? askedAgain : null);
    return text !== null && text.length > 0 ? { ...before, shownText: text } : before;
  }
  const now = last(view, 'user');
  if (now === null) return before;
  // While it is scrolled out, the question of a retry or of an edit in its place stays the one it was.
  const inPlace = askedAgain?.key != null && askedAgain.key === send.edited?.key;
  const isSettled = inPlace || send.kind === 'retry' || (send.kind !== 'send' && hasText(before));
  if (isSettled && askedAgain !== null && !isAgain(view, now, lastSeen(before, askedAgain), send))
    return before;
  return { ...before, askedAgain: known(now), shownText: textOf(view, now) ?? before.shownText };
}

/** The attempt's question: its own, or the one that it asks again. */
export const questionTurn = (attempt: Attempt): Known | null => attempt.question ?? attempt.askedAgain;

/** The question is known and not mounted: the thread is scrolled away from it. */
export function isScrolledAway(attempt: Attempt, view: View): boolean {
  const { question, askedAgain, send } = attempt;
  const asksAgain =
    send.kind === 'retry' || send.kind === 'edit' || (send.kind === 'press' && hasText(attempt));
  const turn = question ?? (asksAgain ? askedAgain : null);
  return turn !== null && !isMounted(view, turn);
}

/** Another question stands under its key: that of a chat which is still shown, whose rows have the same keys. */
export function isReplaced(attempt: Attempt, view: View): boolean {
  const { question } = attempt;
  if (!attempt.chatLeft || question?.key == null || isMounted(view, question)) return false;
  return view.thread.turns.some((turn) => sameTurn(turn, question));
}

/** Where an edited turn is filled anew, nothing but its text tells the edit from a retry. */
export function isEdited(attempt: Attempt): boolean {
  const { send, shownText } = attempt;
  if (send.edited === null) return false;
  const length = shownText?.length ?? 0;
  return length > 0 && shownText?.hash !== send.editedText?.hash;
}

/** What was asked, as it counts: nothing for a continuation, the older question for a retry. */
export function inputOf(attempt: Attempt): TextSeen | null {
  if (attempt.continued !== null) return null;
  const { input } = attempt;
  return input !== null && input.length > 0 ? input : attempt.shownText;
}
