/** What is remembered of a chat's turns: their lengths, and which prompt was measured for each. */
import type { Role } from './events';
import type { Known } from './state';
import { turnName } from './view';

/** Lengths of a turn's texts by role; null once it was replaced. */
export interface KnownTurn {
  readonly key: string | null;
  readonly user?: number | null;
  readonly assistant?: number | null;
  /** The attempt that was measured for it, or its id of an earlier page. */
  readonly prompt?: number | string;
}

/** Some hundred bytes a turn, which a chat that re-reads all of them cannot do without. */
export interface Memory {
  /** By key, in the order in which the turns were first seen. */
  readonly byKey: ReadonlyMap<string, KnownTurn>;
  /** Elements whose turn had no key yet, or had this key. */
  readonly byElement: ReadonlyMap<number, KnownTurn>;
}

const ROLES = ['user', 'assistant'] as const satisfies Role[];

function knownTurn({ byKey, byElement }: Memory, { key, element }: Known): KnownTurn | undefined {
  const there = byElement.get(element);
  if (key === null) return there;
  // Sites may give a turn its final key only after its answer: until then its element stands for it.
  return byKey.get(key) ?? (there?.key === null ? there : undefined);
}

function keep(memory: Memory, turn: Known, what: Partial<KnownTurn>): Memory {
  const { key, element } = turn;
  const before = knownTurn(memory, turn);
  const isSame = before !== undefined && (key !== null || before.key === null);
  const now: KnownTurn = { ...(isSame ? before : {}), ...what, key };
  return {
    byKey: key === null ? memory.byKey : new Map([...memory.byKey, [key, now]]),
    byElement: new Map([...memory.byElement, [element, now]]),
  };
}

/** Length of the turn's text; undefined when it was never read, null once it was replaced. */
const entryOf = (memory: Memory, turn: Known): number | null | undefined =>
  knownTurn(memory, turn)?.[turn.role];

export const lengthOf = (memory: Memory, turn: Known): number | undefined =>
  entryOf(memory, turn) ?? undefined;

/** Whether the turn's length was known until it was replaced. */
export const wasReplaced = (memory: Memory, turn: Known): boolean => entryOf(memory, turn) === null;

export const keepLength = (memory: Memory, turn: Known, length: number): Memory =>
  keep(memory, turn, { [turn.role]: length });

/** Keeps many lengths at once: one copy of what is known, whatever their number. */
export function keepLengths(memory: Memory, lengths: readonly { turn: Known; length: number }[]): Memory {
  if (lengths.length === 0) return memory;
  const next = { byKey: new Map(memory.byKey), byElement: new Map(memory.byElement) };
  for (const { turn, length } of lengths) {
    const before = knownTurn(next, turn);
    const now: KnownTurn = { ...before, key: turn.key, [turn.role]: length };
    if (turn.key !== null) next.byKey.set(turn.key, now);
    next.byElement.set(turn.element, now);
  }
  return next;
}

/** Turns that got their keys since they were kept are known by them from now on. */
export function adoptKeys(memory: Memory, turns: readonly Known[]): Memory {
  const late = turns.filter(
    ({ key, element }) =>
      key !== null && !memory.byKey.has(key) && memory.byElement.get(element)?.key === null,
  );
  if (late.length === 0) return memory;
  const byKey = new Map(memory.byKey);
  const byElement = new Map(memory.byElement);
  for (const { key, element } of late) {
    if (key === null) continue;
    const now: KnownTurn = { ...byElement.get(element), key };
    byKey.set(key, now);
    byElement.set(element, now);
  }
  return { byKey, byElement };
}

export const promptOf = (memory: Memory, turn: Known | null): number | string | null =>
  turn === null ? null : (knownTurn(memory, turn)?.prompt ?? null);

export const keepPrompt = (memory: Memory, turn: Known, prompt: number | string): Memory =>
  keep(memory, turn, { prompt });

const dropped = (one: KnownTurn, roles: readonly Role[]): KnownTurn => {
  const next: { -readonly [K in keyof KnownTurn]: KnownTurn[K] } = { ...one };
  for (const role of roles) if (next[role] !== undefined) next[role] = null;
  return next;
};

/** These turns are replaced, and with them all that came after the first of them: their lengths count no more. */
export function dropLengths(memory: Memory, replaced: readonly Known[]): Memory {
  const [first] = replaced;
  if (first === undefined) return memory;
  const byKey = new Map(memory.byKey);
  const byElement = new Map(memory.byElement);
  const put = (before: KnownTurn, now: KnownTurn, element: number | null): void => {
    if (now.key !== null) byKey.set(now.key, now);
    for (const [number, one] of element === null ? byElement : [[element, before] as const])
      if (one === before) byElement.set(number, now);
  };
  let isAfter = false;
  const changes: [KnownTurn, KnownTurn][] = [];
  for (const [key, one] of byKey) {
    isAfter ||= key === first.key;
    if (isAfter) changes.push([one, dropped(one, ROLES)]);
  }
  for (const [before, now] of changes) put(before, now, null);
  for (const turn of replaced) {
    const before = knownTurn({ byKey, byElement }, turn);
    if (before !== undefined) put(before, dropped(before, [turn.role]), turn.element);
  }
  return { byKey, byElement };
}

/** Lengths of turns that are known by their keys: not of those named, nor of what came after the first replaced. */
export function lengthsBeside(
  memory: Memory,
  names: ReadonlySet<string>,
  replaced: readonly Known[],
): readonly number[] {
  const [first] = replaced;
  const found: number[] = [];
  for (const [key, one] of memory.byKey) {
    if (key === first?.key) break;
    for (const role of ROLES) {
      const length = one[role];
      if (length != null && !names.has(turnName({ role, key }))) found.push(length);
    }
  }
  return found;
}
