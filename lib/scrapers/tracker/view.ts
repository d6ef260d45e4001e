/** Questions to the page as it was last read. Work: of what is mounted only where a turn is looked for by its name. */
import type { AnswerSeen, PageReading, QuestionSeen, Role, TurnId, TurnSeen } from './events';
import { EMPTY_THREAD, type Known, type Thread, type View } from './state';

/** The name of a turn that has a key. */
export const turnName = ({ role, key }: Pick<Known, 'role' | 'key'>): string => `${role}:${key}`;

function threadOf({ turns, covered }: NonNullable<PageReading['thread']>): Thread {
  return {
    turns,
    covered,
    places: new Map(turns.map(({ id }, place) => [id, place])),
    names: new Set(
      inUse({ turns, covered })
        .filter(({ key }) => key !== null)
        .map(turnName),
    ),
    elements: new Set(inUse({ turns, covered }).map(({ element }) => element)),
  };
}

/** The view after a reading: what did not change stays as it was, and what is in focus no more is forgotten. */
export function viewAfter(before: View | null, reading: PageReading): View {
  const { thread, changed, inFocus, ...page } = reading;
  const now = new Map(changed.map((one) => [one.id, one]));
  const details = inFocus.flatMap((id) => now.get(id) ?? before?.details.get(id) ?? []);
  return {
    ...page,
    details: new Map(details.map((one) => [one.id, one])),
    thread: thread === null ? (before?.thread ?? EMPTY_THREAD) : threadOf(thread),
  };
}

/** The turns that count: those in view, or all of them while something lies over the page. */
export const inUse = ({ turns, covered }: Pick<Thread, 'turns' | 'covered'>): readonly TurnSeen[] =>
  covered || turns.every(({ shown }) => shown) ? turns : turns.filter(({ shown }) => shown);

/** The last turn of a role. */
export function last({ thread }: View, role: Role): TurnSeen | null {
  const found = thread.turns.findLast((turn) => turn.role === role && turn.shown);
  return found ?? (thread.covered ? thread.turns.findLast((turn) => turn.role === role) : null) ?? null;
}

/** How many turns of a role are mounted; put away, while none is in use. */
export function count({ thread }: View, role: Role): number {
  const of = (turns: readonly TurnSeen[]): number => turns.filter((turn) => turn.role === role).length;
  return of(inUse(thread)) || of(thread.turns);
}

const seenTurn = (view: View, id: TurnId): TurnSeen | null => {
  const place = view.thread.places.get(id);
  return place === undefined ? null : (view.thread.turns[place] ?? null);
};

/** Whether a turn is mounted, even if put away or emptied: its element is there and not used for another turn. */
export function isMounted(view: View, turn: Known | null): boolean {
  if (turn === null) return false;
  const seen = seenTurn(view, turn.id);
  if (seen !== null) return turn.key === null || seen.key === turn.key;
  const details = view.details.get(turn.id);
  return details?.connected === true && (turn.key === null || details.key === turn.key);
}

/** Whether a turn is in view, and neither emptied nor put away nor used for another turn. */
export function isShown(view: View, turn: Known): boolean {
  const seen = seenTurn(view, turn.id);
  return seen?.shown === true && seen.key === turn.key;
}

/** Whether a turn stands before a question, so that it cannot be its answer. */
export function isBefore(view: View, turn: Known, question: Known): boolean {
  const place = view.thread.places.get(turn.id);
  const asked = view.thread.places.get(question.id);
  return place !== undefined && asked !== undefined && place < asked;
}

export const questionOf = (view: View, turn: Known | null): QuestionSeen | null =>
  turn === null ? null : (view.details.get(turn.id)?.question ?? null);

export const answerOf = (view: View, turn: Known | null): AnswerSeen | null =>
  turn === null ? null : (view.details.get(turn.id)?.answer ?? null);

/**
 * Whether an answer is being made: a stop button is there, or the turn is marked. Where no composer is mounted no
 * stop button can be, and a turn that waits for its answer counts as well.
 */
export function isStreaming(view: View, turn: Known | null): boolean {
  if (view.generating) return true;
  const answer = answerOf(view, turn);
  if (answer === null) return false;
  return answer.streaming || (view.composer === 'absent' && answer.awaiting);
}

/** The site's key of a turn, else its place where all turns stay mounted; null when neither tells it. */
export function turnKeyOf(view: View, turn: Known | null): string | null {
  if (turn === null || turn.key !== null) return turn?.key ?? null;
  return view.layout.virtualised ? null : `nth-${count(view, 'user')}`;
}
