/**
 * How much text the model re-reads: the earlier turns of the chat. Each turn is read once, in small slices when
 * the page is idle, and remembered, so that a long thread costs nothing while an answer streams.
 */
import type { ContextSeen } from '../prompt';
import type { Clock } from './clock';
import type { Layout, Turn } from './site';
import { textLength } from './text';
import { turnText } from './thread';
import type { TurnMemory } from './turn-memory';

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
  /** The names of both that have one. */
  readonly names: ReadonlySet<string>;
  /** So many turns are all there are: none where nothing can be missing, infinitely many where nobody knows. */
  readonly enough: number;
}

/** Starts reading the earlier turns that are not known yet; what is returned grows until every slice is done. */
export function readContext(
  { layout, earlier, replaced, names, enough }: ContextQuestion,
  memory: TurnMemory,
  clock: Clock,
): () => ContextSeen {
  const open = earlier.filter((turn) => memory.lengthOf(turn) === undefined);
  const slice = (): void => {
    let characters = 0;
    try {
      for (let read = 0; read < SLICE && characters < SLICE_CHARACTERS; read += 1) {
        const turn = open.shift();
        if (turn === undefined) break;
        const length = textLength(turnText(layout, turn));
        memory.keepLength(turn, length);
        characters += length;
      }
    } finally {
      // A turn that cannot be read does not end the reading.
      if (open.length > 0) clock.whenIdle(slice);
    }
  };
  if (open.length > 0) clock.whenIdle(slice);
  // A virtualised thread has had more turns mounted than it shows now: those are known by their keys.
  const others = layout.virtualised ? memory.lengthsBeside(names, replaced) : [];
  const turns = earlier.length + others.length;
  const whole = !layout.virtualised || turns >= enough;
  let seen: ContextSeen | null = null;
  return () => {
    if (seen !== null) return seen;
    const lengths = earlier.map(memory.lengthOf);
    const now = {
      turns,
      textLength: [...others, ...lengths].reduce<number>((sum, length) => sum + (length ?? 0), 0),
      // A turn that is not read yet, or cannot be read, is missing from the sum.
      complete: whole && !lengths.includes(undefined),
    };
    if (open.length === 0) seen = now;
    return now;
  };
}
