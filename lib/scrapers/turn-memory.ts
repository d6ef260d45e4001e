/** What this page remembers of the turns of the chat it shows: their lengths, and which prompt was measured for each. */
import { ROLES } from './page-reading';
import type { Turn } from './site';
import { turnName } from './snapshot';

/** Known of a turn, or of an exchange whose question and answer share their key and element. */
interface Known {
  key: string | null;
  /** Lengths of its texts. */
  user?: number;
  assistant?: number;
  /** Id of the prompt that was measured for it. */
  prompt?: string;
}

export interface TurnMemory {
  /** Length of the turn's text; undefined when it was never read. */
  lengthOf(turn: Turn): number | undefined;
  keepLength(turn: Turn, length: number): void;
  /** Id of the prompt that was measured for a user's turn; null when none was. */
  promptOf(turn: Turn | null): string | null;
  keepPrompt(turn: Turn, id: string): void;
  /** Lengths of the turns that are remembered by their keys and are not among these. */
  lengthsBeside(turns: readonly Turn[]): number[];
}

/** Grows by some hundred bytes per exchange, which a chat that re-reads all of them cannot do without. */
export function createTurnMemory(): TurnMemory {
  const byKey = new Map<string, Known>();
  // Sites may give a turn its final key only after its answer: until then its element stands for it. With two keys
  // it stands for two turns, as the rows of a virtualised thread do.
  const byElement = new WeakMap<Element, Known>();

  function known({ key, element }: Turn): Known | undefined {
    const named = key === null ? undefined : byKey.get(key);
    const there = byElement.get(element);
    return named ?? (key === null || there?.key === null ? there : undefined);
  }

  function keep(turn: Turn, what: Omit<Known, 'key'>): void {
    const key = turn.key ?? known(turn)?.key ?? null;
    const now = Object.assign(known(turn) ?? { key }, what, { key });
    if (key !== null) byKey.set(key, now);
    byElement.set(turn.element, now);
  }

  return {
    lengthOf: (turn) => known(turn)?.[turn.role],
    keepLength: (turn, length) => keep(turn, { [turn.role]: length }),
    promptOf: (turn) => (turn === null ? undefined : known(turn)?.prompt) ?? null,
    keepPrompt: (turn, prompt) => keep(turn, { prompt }),
    lengthsBeside(turns) {
      const names = new Set(turns.map(turnName));
      return [...byKey].flatMap(([key, lengths]) =>
        ROLES.flatMap((role) => (names.has(turnName({ role, key })) ? [] : (lengths[role] ?? []))),
      );
    },
  };
}
