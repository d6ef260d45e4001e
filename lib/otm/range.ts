import type { Range } from '../prompt';

/** What makes the range wide. `grid` and `waterIntensity` act on carbon and water only. */
export type Cause =
  | 'modelParameters'
  | 'batchSize'
  | 'measurementFit'
  | 'hostOverhead'
  | 'provisionedIdle'
  | 'pue'
  /** A model that fits on one accelerator may be spread over several. */
  | 'gpuCount'
  /** Accelerators that the fit has not seen. */
  | 'otherHardware'
  /** Closed models may be served in 4 bits. */
  | 'fourBitServing'
  /** A batch, or a batch with reasoning, that the fit has not seen. */
  | 'outsideFit'
  /** Energy of reading a token over writing one. */
  | 'prefill'
  | 'longContext'
  /** Energy of a hidden reasoning token over a visible one. */
  | 'reasoningWeight'
  | 'hiddenReasoning'
  | 'hiddenContext'
  | 'tokenCount'
  /** How far a prompt got that ended without a first token. */
  | 'unanswered'
  | 'grid'
  | 'waterIntensity';

/** One cause's reach as natural logarithms: truth within [x / e^low, x * e^high] for this cause alone; both >= 0. */
export interface Reach {
  readonly cause: Cause;
  readonly low: number;
  readonly high: number;
}

/** Share of the range by cause; each side sums to 1 (or to 0 when nothing is uncertain on that side). */
export type RangeCauses = Readonly<Record<string, { readonly low: number; readonly high: number }>>;

/** The smallest part of the centre that a bound may reach: keeps ln finite where a bound would be nothing. */
const SMALLEST_SHARE = 1e-6;

/** ln(larger / smaller), never negative and finite for any non-negative pair. */
export function lnReach(larger: number, smaller: number): number {
  if (!(larger > smaller)) return 0;
  return Math.log(larger / Math.max(smaller, larger * SMALLEST_SHARE));
}

/** A value without spread. */
export function exactly(value: number): Range {
  return { low: value, central: value, high: value };
}

/** Combines independent one-sided causes in log space: low = x / exp(sqrt(sum low^2)), high likewise. */
export function rangeOf(central: number, lowSquares: number, highSquares: number): Range {
  return {
    low: central / Math.exp(Math.sqrt(lowSquares)),
    central,
    high: central * Math.exp(Math.sqrt(highSquares)),
  };
}

/**
 * The range around nothing, which logarithms cannot hold: up to what there may have been, widened by its causes.
 * @param possible the largest value before those causes
 */
export function rangeFromNothing(possible: number, highSquares: number): Range {
  return { low: 0, central: 0, high: possible * Math.exp(Math.sqrt(highSquares)) };
}

/** The range around `central` that these causes make together. */
export function combine(central: number, reaches: readonly Reach[]): Range {
  let low = 0;
  let high = 0;
  for (const reach of reaches) {
    low += reach.low * reach.low;
    high += reach.high * reach.high;
  }
  return rangeOf(central, low, high);
}

/** Each cause's share of the squared logs. Causes that reach nowhere are left out. */
export function causesOf(reaches: readonly Reach[]): RangeCauses {
  let low = 0;
  let high = 0;
  for (const reach of reaches) {
    low += reach.low * reach.low;
    high += reach.high * reach.high;
  }
  const shares: Record<string, { low: number; high: number }> = {};
  for (const reach of reaches) {
    if (reach.low === 0 && reach.high === 0) continue;
    shares[reach.cause] = {
      low: low === 0 ? 0 : (reach.low * reach.low) / low,
      high: high === 0 ? 0 : (reach.high * reach.high) / high,
    };
  }
  return shares;
}

/** Reaches with those of one cause put together: a cause may come from the factors and from the request. */
export function merged(reaches: readonly Reach[]): readonly Reach[] {
  const byCause = new Map<Cause, Reach>();
  for (const reach of reaches) {
    const known = byCause.get(reach.cause);
    byCause.set(
      reach.cause,
      known === undefined
        ? reach
        : { ...reach, low: Math.hypot(known.low, reach.low), high: Math.hypot(known.high, reach.high) },
    );
  }
  return [...byCause.values()];
}
