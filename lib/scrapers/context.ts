/**
 * How much text the model re-reads: the earlier turns of the chat. Each turn is read once, in small slices when
 * the page is idle, and remembered, so that a long thread costs nothing while an answer streams.
 */
import type { ContextSeen } from '../prompt';
import type { Clock } from './clock';
import type { Layout, Turn } from './site';
import { turnName } from './snapshot';
import { textLength } from './text';
import { turnText } from './thread';

/** Turns read in one idle slice; none after so many characters, which take a few milliseconds. */
const SLICE = 4;
const SLICE_CHARACTERS = 20_000;

/** What is asked of the reader at a submit. */
export interface ContextQuestion {
  readonly layout: Layout;
  /** Mounted turns that come before the prompt. */
  readonly earlier: readonly Turn[];
  /** Mounted turns that the prompt replaces (the answer tried again, the turns after an edit). */
  readonly replaced: readonly Turn[];
  /** Messages in the chat where the page states it. */
  readonly total: number | null;
  /** The chat was empty at its first prompt seen here: nothing can be unmounted that was not seen. */
  readonly seenFromStart: boolean;
}

export interface ContextReader {
  /** Starts reading the earlier turns; the result grows until every slice is done. */
  read(question: ContextQuestion): () => ContextSeen;
  /** Remembers a turn whose text is known already. */
  remember(turn: Turn, length: number): void;
  /** Another chat: what was remembered by key no longer applies. */
  forget(): void;
}

export function createContextReader(clock: Clock): ContextReader {
  // The site's own keys, not names made of them, which would be kept for as long as the chat.
  let byKey = { user: new Map<string, number>(), assistant: new Map<string, number>() };
  let byElement = new WeakMap<Element, Map<string, number>>();

  // A turn may get its final key only after its answer: until then its element stands for it.
  const known = ({ role, key, element }: Turn): number | undefined =>
    (key === null ? undefined : byKey[role].get(key)) ?? byElement.get(element)?.get(role);

  function remember({ role, key, element }: Turn, length: number): void {
    if (key !== null) {
      byKey[role].set(key, length);
      return;
    }
    const roles = byElement.get(element) ?? new Map<string, number>();
    roles.set(role, length);
    byElement.set(element, roles);
  }

  /** Lengths of turns that have been mounted before and are not among these. */
  function unmounted(mounted: readonly Turn[]): number[] {
    const names = new Set(mounted.map(turnName));
    return (['user', 'assistant'] as const).flatMap((role) =>
      [...byKey[role]].filter(([key]) => !names.has(turnName({ role, key }))).map(([, length]) => length),
    );
  }

  return {
    remember,
    forget() {
      byKey = { user: new Map(), assistant: new Map() };
      byElement = new WeakMap();
    },
    read({ layout, earlier, replaced, total, seenFromStart }) {
      const open = earlier.filter((turn) => known(turn) === undefined);
      const slice = (): void => {
        let characters = 0;
        try {
          for (let read = 0; read < SLICE && characters < SLICE_CHARACTERS; read += 1) {
            const turn = open.shift();
            if (turn === undefined) break;
            const length = textLength(turnText(layout, turn));
            remember(turn, length);
            characters += length;
          }
        } finally {
          // A turn that cannot be read does not end the reading.
          if (open.length > 0) clock.whenIdle(slice);
        }
      };
      if (open.length > 0) clock.whenIdle(slice);
      // A virtualised thread has had more turns mounted than it shows now: those are known by their keys.
      const others = layout.virtualised ? unmounted([...earlier, ...replaced]) : [];
      const turns = earlier.length + others.length;
      const whole = !layout.virtualised || seenFromStart || (total !== null && turns >= total);
      const count = (): ContextSeen => {
        const lengths = earlier.map(known);
        return {
          turns,
          textLength: [...others, ...lengths].reduce<number>((sum, length) => sum + (length ?? 0), 0),
          // A turn that could not be read is missing from the sum.
          complete: whole && open.length === 0 && !lengths.includes(undefined),
        };
      };
      let seen: ContextSeen | null = null;
      return () => {
        const now = seen ?? count();
        if (open.length === 0) seen = now;
        return now;
      };
    },
  };
}
