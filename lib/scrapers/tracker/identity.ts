/** Which turn of the page is which known turn, with keys and without. The only place that decides it. */
import type { TextSeen, TurnSeen } from './events';
import type { Known, Send, View } from './state';
import { count, inUse, isShown, questionOf, turnName } from './view';

export const known = ({ id, role, element, key }: Known): Known => ({ id, role, element, key });

export const sameTurn = (one: Known, other: Known): boolean =>
  one.role === other.role && (one.key !== null ? one.key === other.key : one.element === other.element);

/**
 * Whether a turn was not there at the gesture: neither its key (a row that scrolled back has a new element) nor its
 * element (a turn may get its final key only after its answer).
 */
export const isNew = (turn: Known, { before }: Pick<Send, 'before'>): boolean =>
  !before.elements.has(turn.element) && (turn.key === null || !before.names.has(turnName(turn)));

/** Whether the page still shows a turn of before the gesture: else its thread may be scrolled to anywhere. */
export function isAnchored(view: View, send: Pick<Send, 'before'>): boolean {
  const before = inUse(send.before);
  if (before.length === 0 || !view.layout.virtualised) return true;
  return before.some((turn) => isShown(view, turn)) || inUse(view.thread).some((turn) => !isNew(turn, send));
}

/** The same letters and digits, however they are rendered. */
export const saysTheSame = (one: TextSeen | null, other: TextSeen | null): boolean =>
  (one?.essence ?? '') === (other?.essence ?? '');

/** What was typed begins as the question does. */
export const beginsAlike = (one: TextSeen | null, other: TextSeen | null): boolean =>
  (one?.beginning ?? '') === (other?.beginning ?? '');

export interface LastSeen {
  readonly turn: Known;
  readonly text: TextSeen | null;
  /** Another chat or page was shown since. */
  readonly wasLeft: boolean;
}

/** Whether a question that was out of the page is back, perhaps with another key; else it is another's. */
export function isAgain(view: View, turn: Known, before: LastSeen, send: Send): boolean {
  const sameKey = turn.key === before.turn.key;
  // Rows of another chat may have the same keys.
  if (before.turn.key === null || (sameKey && !before.wasLeft)) return true;
  if (!sameKey && !isAnchored(view, send)) return false;
  return saysTheSame(questionOf(view, turn)?.text ?? null, before.text);
}

/** The last questions of the page, newest first: as many as are read. */
const QUESTIONS_READ = 2;

/**
 * The questions that were not there at a gesture, newest first. Without a key, which an element that was mounted anew
 * could be told by, the number of questions must have grown, or one was edited.
 */
export function newQuestions(view: View, send: Send): TurnSeen[] {
  const shown = inUse(view.thread).filter(({ role }) => role === 'user');
  const found: TurnSeen[] = [];
  for (const turn of shown.slice(-QUESTIONS_READ).reverse()) {
    if (!isNew(turn, send)) break;
    if (turn.key === null && send.edited === null && count(view, 'user') <= questionsBefore(send)) break;
    found.push(turn);
  }
  return found;
}

const questionsBefore = ({ before }: Send): number =>
  inUse(before).filter(({ role }) => role === 'user').length;

/** Whether a new question can be no other's: it comes below turns that were there at the gesture. */
export const isSure = (view: View, send: Send): boolean =>
  !send.early && (send.kind !== 'send' || isAnchored(view, send));
