/** What this page remembers of the turns of the chat it shows: their lengths, and which prompt was measured for each. */
import { ROLES } from './page-reading';
import type { Turn } from './site';
import { turnName } from './snapshot';

/** Known of a turn, or of an exchange whose question and answer share their key and element. */
interface Known {
  key: string | null;
  /** Lengths of its texts; null once it was replaced. */
  user?: number | null;
  assistant?: number | null;
  /** Id of the prompt that was measured for it. */
  prompt?: string;
}

export interface TurnMemory {
  /** Length of the turn's text; undefined when it was never read. */
  lengthOf(turn: Turn): number | undefined;
  keepLength(turn: Turn, length: number): void;
  /** Whether the turn's length was known until it was replaced. */
  wasReplaced(turn: Turn): boolean;
  /** These turns are replaced, and with them all that came after the first of them: their lengths count no more. */
  dropLengths(replaced: readonly Turn[]): void;
  /** Id of the prompt that was measured for a user's turn; null when none was. */
  promptOf(turn: Turn | null): string | null;
  keepPrompt(turn: Turn, id: string): void;
  /** Lengths of turns that are remembered by their keys: not of those named, nor of what came after the first replaced. */
  lengthsBeside(names: ReadonlySet<string>, replaced: readonly Turn[]): number[];
}

/** Grows by some hundred bytes per exchange, which a chat that re-reads all of them cannot do without. */
export function createTurnMemory(): TurnMemory {
  /** In the order in which the turns were first seen: in a chat that was watched from its start, that of the chat. */
  const byKey = new Map<string, Known>();
  // Sites may give a turn its final key only after its answer: until then its element stands for it. With two keys
  // it stands for two turns, as the rows of a virtualised thread do.
  const byElement = new WeakMap<Element, Known>();

  function known({ key, element }: Turn): Known | undefined {
    const there = byElement.get(element);
    if (key === null) return there;
    if (there?.key === null && !byKey.has(key)) {
      there.key = key;
      byKey.set(key, there);
    }
    return byKey.get(key);
  }

  function keep(turn: Turn, what: Omit<Known, 'key'>): void {
    const { key, element } = turn;
    const before = known(turn);
    // A turn that shows no key for the moment may get another one than it had.
    const now = before === undefined || (key === null && before.key !== null) ? { key } : before;
    Object.assign(now, what);
    if (key !== null) byKey.set(key, now);
    byElement.set(element, now);
  }

  function drop(lengths: Known | undefined, role: Turn['role']): void {
    if (lengths?.[role] !== undefined) lengths[role] = null;
  }

  return {
    lengthOf: (turn) => known(turn)?.[turn.role] ?? undefined,
    wasReplaced: (turn) => known(turn)?.[turn.role] === null,
    keepLength: (turn, length) => keep(turn, { [turn.role]: length }),
    dropLengths(replaced) {
      const [first] = replaced;
      let after = false;
      for (const [key, lengths] of byKey) {
        after ||= key === first?.key;
        if (after) for (const role of ROLES) drop(lengths, role);
      }
      for (const turn of replaced) drop(known(turn), turn.role);
    },
    promptOf: (turn) => (turn && known(turn)?.prompt) ?? null,
    keepPrompt: (turn, prompt) => keep(turn, { prompt }),
    lengthsBeside(names, replaced) {
      const [first] = replaced;
      const found: number[] = [];
      for (const [key, lengths] of byKey) {
        if (key === first?.key) break;
        for (const role of ROLES) {
          const length = lengths[role];
          if (length != null && !names.has(turnName({ role, key }))) found.push(length);
        }
      }
      return found;
    },
  };
}
