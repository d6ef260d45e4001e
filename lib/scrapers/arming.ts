/** The gesture that waits for its live sign, and the thread as it stood when it was made. */
import type { Clock } from './clock';
import type { GestureKind } from './gestures';
import type { PageReading } from './page-reading';
import { type Snapshot, takeSnapshot } from './snapshot';
import { typedText } from './text';

/** An address that changes this soon after a link was followed changed because of it. */
const LEAVING_MS = 5_000;

/** When and where a gesture was made. */
export interface GestureMade {
  readonly siteKey: string | null;
  readonly at: number;
  /** A prompt waits for its answer: none that begins to stream now is a sign of this gesture. */
  readonly awaited: boolean;
}

export interface Arming {
  /** The waiting gesture's snapshot; null when none waits. */
  armed(): Snapshot | null;
  /** A gesture that may begin a prompt. */
  arm(kind: GestureKind, target: Element, page: PageReading, made: GestureMade): void;
  /** Nothing waits any more; an edit that was begun is still open. */
  disarm(): void;
  /** A prompt began, or another chat is shown. */
  reset(): void;
  /** A link was followed. */
  leave(at: number): void;
  isLeaving(at: number): boolean;
}

export function createArming(clock: Clock): Arming {
  let armed: Snapshot | null = null;
  /** The thread as it stood when the person began to edit a prompt. */
  let editing: Snapshot | null = null;
  let leftAt = Number.NEGATIVE_INFINITY;
  /** The gesture that this one only goes on with: the thread stands as it stood then. */
  function beganWith(kind: GestureKind, target: Element): Snapshot | null {
    // An editor in the place of a prompt may leave nothing that tells a turn.
    if (kind !== 'send' && editing?.editedTurn?.element.contains(target) === true) return editing;
    // The button of another attempt may open a menu, which stands anywhere.
    return kind === 'press' && armed?.gesture === 'retry' && target.closest('[role^="menuitem"]') !== null
      ? armed
      : null;
  }

  return {
    armed: () => armed,
    arm(kind, target, page, { siteKey, at, awaited }) {
      leftAt = Number.NEGATIVE_INFINITY;
      const composer = kind === 'send' ? page.composer() : null;
      const typed = composer === null ? '' : typedText(composer);
      const time = { at, wall: clock.wall() };
      const taken = takeSnapshot(page, kind, target, { ...time, siteKey, awaited }, typed);
      const began = beganWith(kind, target);
      armed = began === null ? taken : { ...began, ...time, model: taken.model };
      editing = armed.editedTurn === null ? null : armed;
    },
    disarm() {
      armed = null;
    },
    reset() {
      armed = null;
      editing = null;
    },
    leave(at) {
      armed = null;
      leftAt = at;
    },
    isLeaving: (at) => at - leftAt < LEAVING_MS,
  };
}
