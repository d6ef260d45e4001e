/**
 * Which answer of the page is an attempt's own:
 *
 *   expected → shown → expected (its element was taken out and is built anew, or its question came only now)
 *   expected ↔ away (the thread is scrolled to where neither the answer nor its place can be seen) → shown
 */
import type { AnswerSeen } from './events';
import { isAnchored, isNew, known, sameTurn } from './identity';
import { isReplaced, isScrolledAway, type Surroundings } from './question';
import type { AnswerPlace, Attempt, Known, View } from './state';
import { answerOf, inUse, isBefore, isMounted, last } from './view';

const hasText = (attempt: Attempt): boolean => attempt.life.firstTokenAt !== null;

export const answerTurn = (attempt: Attempt): Known | null =>
  attempt.answer.kind === 'shown' ? attempt.answer.turn : null;

/** Whether the turn can be read: mounted, not used for another turn, nor emptied once its text was there. */
const isWhole = (attempt: Attempt, view: View, turn: Known): boolean =>
  isMounted(view, turn) && !(hasText(attempt) && answerOf(view, turn)?.isShell === true);

/** Takes note of an answer that has left the page. */
export function leaveAnswer(attempt: Attempt, view: View): Attempt {
  const { answer } = attempt;
  if (answer.kind !== 'shown' || isWhole(attempt, view, answer.turn)) return attempt;
  return { ...attempt, answer: { kind: 'expected', left: answer.turn }, part: null };
}

/** What stood there before the question came was no answer to it. */
export const startOver = (attempt: Attempt): Attempt => ({
  ...attempt,
  answer: { kind: attempt.answer.kind === 'away' ? 'away' : 'expected', left: null },
});

/** The last answer of the page that stands before the next prompt's question. */
function lastAnswer({ view, later }: Surroundings): Known | null {
  const next = inUse(view.thread).find((turn) => turn.role === 'user' && later(turn));
  const found = last(view, 'assistant');
  if (next === undefined || found === null) return found;
  const limit = view.thread.places.get(next.id) ?? Number.POSITIVE_INFINITY;
  const place = view.thread.places.get(found.id) ?? 0;
  if (place < limit) return found;
  // The answers after the next question are that one's.
  return (
    view.thread.turns.findLast((turn, at) => at < limit && turn.role === 'assistant' && turn.shown) ?? null
  );
}

function candidate(attempt: Attempt, around: Surroundings): Known | null {
  const { view } = around;
  const { question, send } = attempt;
  const left = attempt.answer.kind === 'shown' ? null : attempt.answer.left;
  const found = lastAnswer(around);
  if (found === null || (question === null && send.early)) return null;
  const marked = answerOf(view, found)?.streaming === true;
  if (left !== null) {
    if (!isWhole(attempt, view, found) || isReplaced(attempt, view)) return null;
    if (left.key !== null && found.key === left.key) return found;
    if (hasText(attempt) && !isAnchored(view, send) && !marked) return null;
  }
  // Where the old answer is taken away first, the last one is that of another question.
  const asked = question ?? last(view, 'user');
  if (asked !== null && isBefore(view, found, asked)) return null;
  // Scrolled away from the question, any older answer may be the last one: only that which grows is its own.
  if (isScrolledAway(attempt, view) && !marked) return null;
  if (isNew(found, send)) return found;
  // Without a new question it is the old turn that is being filled again.
  return question === null && send.kind !== 'send' ? found : null;
}

/**
 * The thread ends where it ended before the prompt was sent, and nothing is being made: the question was taken back.
 * What is seen of it after all was out of sight until then.
 */
export function isTakenBack(attempt: Attempt, view: View): boolean {
  const [before, now] = [inUse(attempt.send.before).at(-1), inUse(view.thread).at(-1)];
  if (before === undefined || now === undefined || attempt.chatLeft || hasText(attempt)) return false;
  return !view.generating && sameTurn(before, now);
}

/** Whether the answer that is not found is out of view. */
function isOutOfView(attempt: Attempt, view: View): boolean {
  if (!view.layout.virtualised) return false;
  const { answer } = attempt;
  if (answer.kind !== 'shown' && answer.left !== null && hasText(attempt)) return true;
  // A page without any turn is one that the site builds anew, or a first question that was taken back.
  const isEmpty = last(view, 'user') === null && last(view, 'assistant') === null;
  return isEmpty ? answer.kind === 'away' : isScrolledAway(attempt, view);
}

/** Finds the answer while none is shown; `isBack` when it was out of sight until now. */
export function findAnswer(attempt: Attempt, around: Surroundings): { attempt: Attempt; isBack: boolean } {
  const { answer, send } = attempt;
  const turn = answer.kind === 'shown' ? null : candidate(attempt, around);
  if (answer.kind === 'shown') {
    // An old turn was only believed to be filled anew: one that comes after it is the answer.
    const found = hasText(attempt) || isNew(answer.turn, send) ? null : candidate(attempt, around);
    if (found === null || !isNew(found, send)) return { attempt, isBack: false };
    return { attempt: { ...attempt, answer: { kind: 'shown', turn: known(found) } }, isBack: false };
  }
  const place: AnswerPlace =
    turn !== null
      ? { kind: 'shown', turn: known(turn) }
      : { kind: isOutOfView(attempt, around.view) ? 'away' : 'expected', left: answer.left };
  // Found beside a question that is out of the page, it was seen to come.
  const isBack =
    turn !== null &&
    answer.kind === 'away' &&
    (answer.left !== null || !isScrolledAway(attempt, around.view));
  return { attempt: { ...attempt, answer: place }, isBack };
}

/** The text that stood in the answer's element is gone from it, for an answer that takes its place. */
export function isFilledAnew(attempt: Attempt, view: View): boolean {
  const compared = answerOf(view, answerTurn(attempt))?.compared;
  return attempt.length > 0 && (compared === 'empty' || compared === 'other');
}

/** Whether the answer shows text that this attempt has made, and what that says of a refilled turn. */
export function seeText(
  attempt: Attempt,
  view: View,
  isEdited: boolean,
): { attempt: Attempt; visible: boolean } {
  const turn = answerTurn(attempt);
  const seen = answerOf(view, turn);
  if (turn === null || seen === null) return { attempt, visible: false };
  if (attempt.send.former === null || isNew(turn, attempt.send))
    return { attempt, visible: partOf(attempt, seen)?.hasText ?? seen.hasText };
  const { compared } = seen;
  if (compared === null || compared === 'same') return { attempt, visible: false };
  if (compared === 'empty') return { attempt: { ...attempt, refilled: true }, visible: false };
  const isContinued =
    compared === 'continued' && !attempt.refilled && !isEdited && attempt.send.former.length > 0;
  return { attempt: isContinued ? { ...attempt, continued: attempt.send.former } : attempt, visible: true };
}

const partOf = ({ part }: Attempt, { parts }: AnswerSeen) =>
  part === null ? null : (parts.find(({ element }) => element === part) ?? { hasText: false });
