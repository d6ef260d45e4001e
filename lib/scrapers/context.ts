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

/** Turns read in one idle slice. */
const SLICE = 4;

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
  let byKey = new Map<string, number>();
  let byElement = new WeakMap<Element, Map<string, number>>();

  // A turn may get its final key only after its answer: until then its element stands for it.
  const known = (turn: Turn): number | undefined =>
    (turn.key === null ? undefined : byKey.get(turnName(turn))) ??
    byElement.get(turn.element)?.get(turn.role);

  function remember(turn: Turn, length: number): void {
    if (turn.key !== null) {
      byKey.set(turnName(turn), length);
      return;
    }
    const roles = byElement.get(turn.element) ?? new Map<string, number>();
    roles.set(turn.role, length);
    byElement.set(turn.element, roles);
  }

  return {
    remember,
    forget() {
      byKey = new Map();
      byElement = new WeakMap();
    },
    read({ layout, earlier, replaced, total, seenFromStart }) {
      const open = earlier.filter((turn) => known(turn) === undefined);
      const gone = new Set(replaced.map(turnName));
      const slice = (): void => {
        const turns = open.splice(0, SLICE);
        // The next slice is asked for first: a turn that cannot be read must not end the reading.
        if (open.length > 0) clock.whenIdle(slice);
        for (const turn of turns) remember(turn, textLength(turnText(layout, turn)));
      };
      if (open.length > 0) clock.whenIdle(slice);
      // A virtualised thread has had more turns mounted than it shows now: those are known by their keys.
      const unmounted = layout.virtualised
        ? [...byKey].filter(([name]) => !gone.has(name) && !earlier.some((turn) => turnName(turn) === name))
        : [];
      const unmountedLength = unmounted.reduce((sum, [, length]) => sum + length, 0);
      const turns = earlier.length + unmounted.length;
      const whole = !layout.virtualised || seenFromStart || (total !== null && turns >= total);
      return () => ({
        turns,
        textLength: unmountedLength + earlier.reduce((sum, turn) => sum + (known(turn) ?? 0), 0),
        // A turn that could not be read is missing from the sum.
        complete: whole && open.length === 0 && earlier.every((turn) => known(turn) !== undefined),
      });
    },
  };
}
