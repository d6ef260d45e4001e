/**
 * What of an answer nobody saw. A hidden tab, sleep, a kept page, another chat and a thread that is scrolled away only
 * widen the interval in which a time lies; a time whose interval is too wide is no time of an answer.
 */
import type { Life } from './lifecycle';
import { SIGHT_MS, WIDEST_TIME_MS } from './timing';

/** What of an attempt nobody saw. */
export interface Witness {
  readonly throttled: boolean;
  readonly wasAway: boolean;
  /** The time out of sight that is not over; null while everything is seen to come. */
  readonly gap: {
    readonly from: number;
    /** When it was in sight again; marks are believed a while later. */
    readonly backAt: number;
    readonly frozen: boolean;
  } | null;
  /** Earliest time of the first token, as far as it is known. */
  readonly firstTokenNotBefore: number | null;
  /** Nothing was seen to grow since the answer went out of sight at this length, after this time. */
  readonly stale: {
    readonly length: number;
    readonly from: number;
    /** Width of the interval in which the growth to that length lies, ms. */
    readonly widthMs: number;
  } | null;
  readonly streams: boolean;
}

/** Everything is seen to come, from the sending on. */
export const seesAll = (hidden: boolean): Witness => ({
  throttled: hidden,
  wasAway: false,
  gap: null,
  firstTokenNotBefore: null,
  stale: null,
  streams: false,
});

/** What an earlier page saw: until `from`, with an answer of this length that grew to it in an interval of `widthMs`. */
interface SeenEarlier {
  readonly from: number;
  readonly at: number;
  readonly length: number;
  readonly firstTokenNotBefore: number | null;
  readonly widthMs: number;
}

export const seesFrom = ({ from, at, length, firstTokenNotBefore, widthMs }: SeenEarlier): Witness => ({
  ...seesAll(true),
  wasAway: true,
  firstTokenNotBefore,
  gap: { from, backAt: at, frozen: false },
  stale: { length, from, widthMs },
});

/** A reading has seen whether an answer is being made. */
export function looked(witness: Witness, streams: boolean, at: number): Witness {
  const over = witness.gap !== null && streams && at >= witness.gap.backAt + SIGHT_MS;
  return { ...witness, streams, gap: over ? null : witness.gap };
}

/** Text was added; `first` when none was known before. */
export function grew(witness: Witness, first: boolean, at: number): Witness {
  const { gap, streams } = witness;
  const seen = gap === null || (streams && !gap.frozen);
  return {
    ...witness,
    firstTokenNotBefore: first ? (gap?.from ?? at) : witness.firstTokenNotBefore,
    stale: seen ? null : witness.stale,
  };
}

/** The answer, of this length so far, was out of sight from `from` until now; `frozen` with all of its page. */
export const back = (
  witness: Witness,
  { from, at, length, frozen }: { from: number; at: number; length: number; frozen: boolean },
): Witness => ({
  ...witness,
  throttled: true,
  wasAway: true,
  streams: false,
  gap: { from: witness.gap?.from ?? from, backAt: at, frozen },
  // Reading a text after a gap does not tell when it came.
  stale: witness.stale ?? { length, from, widthMs: 0 },
});

/** A time on the page's clock, and the width of the interval it lies in, ms. */
export interface TimeSeen {
  readonly at: number;
  readonly widthMs: number;
}

const narrow = (at: number, notBefore: number): TimeSeen | null => {
  const widthMs = Math.max(0, at - notBefore);
  return widthMs < WIDEST_TIME_MS ? { at, widthMs } : null;
};

export function firstToken(life: Life, witness: Witness): TimeSeen | null {
  if (life.firstTokenAt === null) return null;
  return narrow(life.firstTokenAt, witness.firstTokenNotBefore ?? life.firstTokenAt);
}

/** When an answer that is this long now was last seen to grow. */
export function lastToken(life: Life, witness: Witness, length: number, now: number): TimeSeen | null {
  if (life.firstTokenAt === null) return null;
  const at = life.growthAt ?? life.firstTokenAt;
  const { stale } = witness;
  if (stale === null) return { at, widthMs: 0 };
  if (length === stale.length) return { at, widthMs: stale.widthMs };
  return narrow(now, stale.from);
}
