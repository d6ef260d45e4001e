/** When a page is looked at: one timer, set to the earliest time that anything asked for. */
import type { Clock } from '../clock';

/** A look may take this share of the time, so that a long thread on a slow machine is looked at less often. */
const LOOK_SHARE = 0.01;
/** Even so, the end of an answer is noticed within this time, and its beginning within the shorter one. */
const LONGEST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_BEFORE_TEXT_MS = 150;

export interface Pace {
  /** A look follows within this time, ms. */
  lookIn(ms: number): void;
  /** The page changed: when a look is due, `every` ms after the last one, says whether that is now. */
  isDue(every: number, hasText: boolean): boolean;
  /** A look has begun; tells how long it took when it is over, and sets the next one. */
  looked(begunAt: number, next: number | null, hasText: boolean): void;
  stop(): void;
}

export function createPace(clock: Clock, look: () => void): Pace {
  let timer: { readonly handle: number; readonly due: number } | null = null;
  let lastLookAt = Number.NEGATIVE_INFINITY;
  let lookCost = 0;

  const pause = (hasText: boolean): number =>
    Math.min(lookCost / LOOK_SHARE, hasText ? LONGEST_PAUSE_MS : LONGEST_PAUSE_BEFORE_TEXT_MS);

  function lookIn(ms: number): void {
    const due = clock.now() + ms;
    if (timer !== null) {
      if (timer.due <= due) return;
      clock.clearTimeout(timer.handle);
    }
    const handle = clock.setTimeout(() => {
      timer = null;
      look();
    }, ms);
    timer = { handle, due };
  }

  return {
    lookIn,
    isDue(every, hasText) {
      const at = clock.now();
      const due = lastLookAt + Math.max(every, pause(hasText));
      if (at >= due) return true;
      lookIn(due - at);
      return false;
    },
    looked(begunAt, next, hasText) {
      lastLookAt = begunAt;
      lookCost = clock.now() - begunAt;
      if (next !== null) lookIn(Math.max(next, pause(hasText)));
    },
    stop() {
      if (timer !== null) clock.clearTimeout(timer.handle);
    },
  };
}
