/** How much text the model re-reads with a prompt: the earlier turns of its chat. Each is measured once. */
import type { ContextSeen } from '../../prompt';
import type { MeasuredTurn, TurnId } from './events';
import { known, sameTurn } from './identity';
import type { Memory } from './memory';
import { adoptKeys, dropLengths, keepLengths, lengthOf, lengthsBeside, wasReplaced } from './memory';
import type { Attempt, AttemptContext, Chat, Known, View } from './state';
import { inUse, last } from './view';

/** Nothing is known of what came before. */
export const UNKNOWN_CONTEXT: ContextSeen = { turns: 0, textLength: 0, complete: false };

const SENT = new Set(['send']);

/** What kind of attempt it is, as far as its context goes. */
function kindOf(attempt: Attempt): AttemptContext['kind'] {
  if (attempt.continued !== null) return 'continued';
  return SENT.has(attempt.send.kind) || attempt.question !== null ? 'new' : 'again';
}

/** The turn from which on earlier turns are replaced; null when none is. */
function firstReplaced(attempt: Attempt, kind: AttemptContext['kind'], view: View): Known | null {
  // A continuation re-reads everything: its question and the answer so far as well.
  if (kind === 'continued') return null;
  const { send } = attempt;
  // The turn that is edited may be an editor still; what is asked again is the last question.
  return send.edited ?? (kind === 'again' ? (send.retried ?? last(view, 'user')) : null);
}

export interface ContextFound {
  readonly context: AttemptContext;
  readonly chat: Chat;
}

/** The context of an attempt, when it is not known or the attempt turned out to be of another kind; else null. */
export function findContext(attempt: Attempt, before: Chat, view: View): ContextFound | null {
  const kind = kindOf(attempt);
  if (attempt.resumed !== null || attempt.chatLeft || attempt.send.early) return null;
  if (attempt.context?.kind === kind) return null;
  const turns = inUse(attempt.send.before);
  const cut = firstReplaced(attempt, kind, view);
  const found = cut === null ? -1 : turns.findIndex((turn) => sameTurn(turn, cut));
  const end = found === -1 ? turns.length : found;
  const earlier = turns.slice(0, end);
  const replaced = turns.slice(end).map(known);
  // A turn that was replaced is shown again: what took its place, and came after that, is another branch now.
  const adopted = adoptKeys(before.memory, turns);
  const back = earlier.find((turn) => wasReplaced(adopted, turn));
  const memory = back === undefined ? adopted : dropLengths(adopted, [back]);
  const open = earlier.filter((turn) => lengthOf(memory, turn) === undefined);
  // A turn that nobody saw come belongs to another branch, or was sent elsewhere: what is remembered is not all.
  const seenFromStart = before.seenFromStart && open.length === 0;
  const enough = seenFromStart ? 0 : (view.totalTurns ?? Number.POSITIVE_INFINITY);
  // A virtualised thread has had more turns mounted than it shows now: those are known by their keys.
  const { virtualised } = view.layout;
  const others = virtualised ? lengthsBeside(memory, attempt.send.before.names, replaced) : [];
  const turnCount = earlier.length + others.length;
  const lengths = [...others, ...earlier.map((turn) => lengthOf(memory, turn) ?? 0)];
  const isWhole = !virtualised || turnCount >= enough;
  return {
    chat: { ...before, memory, seenFromStart },
    context: {
      kind,
      isWhole,
      seen: {
        turns: turnCount,
        textLength: lengths.reduce((sum, length) => sum + length, 0),
        complete: isWhole && open.length === 0,
      },
      open: new Set(open.map(({ id }) => id)),
      replaced,
    },
  };
}

/** The context with what was measured since. */
export function measureContext(context: AttemptContext, lengths: readonly MeasuredTurn[]): AttemptContext {
  const open = new Set(context.open);
  let { textLength } = context.seen;
  for (const { id, length } of lengths) if (open.delete(id)) textLength += length;
  const complete = context.isWhole && open.size === 0;
  return { ...context, open, seen: { ...context.seen, textLength, complete } };
}

/** Keeps the measured lengths of turns as they stood before an attempt. */
export function keepMeasured(
  memory: Memory,
  attempts: readonly Attempt[],
  lengths: readonly MeasuredTurn[],
): Memory {
  const turnOf = (id: TurnId): Known | null => {
    for (const { send } of attempts) {
      const place = send.before.places.get(id);
      const turn = place === undefined ? undefined : send.before.turns[place];
      if (turn !== undefined) return turn;
    }
    return null;
  };
  return keepLengths(
    memory,
    lengths.flatMap(({ id, length }) => {
      const turn = turnOf(id);
      return turn === null ? [] : [{ turn, length }];
    }),
  );
}
