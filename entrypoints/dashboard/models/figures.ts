/** What the sums of a model say: rates and spreads. Pure. */
import type { Range } from '../../../lib/prompt';
import { bucketBounds, mergeHistograms, quantile } from '../../../lib/store/histogram';
import { combineKind, ZERO_KIND } from '../../../lib/store/kinds';
import {
  type Histogram,
  type KindMeasures,
  type KindTotals,
  type Measures,
  PROMPT_KINDS,
  type PromptKind,
} from '../../../lib/store/types';

/** Median, and what the middle 80 % lie between. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** Null for an empty histogram. */
export function spreadOf(histogram: Histogram): Spread | null {
  const [low, median, high] = [0.1, 0.5, 0.9].map((share) => quantile(histogram, share));
  if (low == null || median == null || high == null) return null;
  return { low, median, high };
}

/** Wh per 1,000 visible output tokens; null where no token was written. */
export function perThousand({ energyWh, outputTokens }: Measures): Range | null {
  if (!(outputTokens > 0)) return null;
  const rate = (sum: number) => (sum / outputTokens) * 1000;
  return { low: rate(energyWh.low), central: rate(energyWh.central), high: rate(energyWh.high) };
}

/** Sums by kind over one model (`site|modelId`) or all; kinds without prompts are absent. */
export function kindsOf(
  totals: readonly KindTotals[],
  model: string | null,
): readonly { readonly kind: PromptKind; readonly measures: KindMeasures }[] {
  return PROMPT_KINDS.flatMap((kind) => {
    const measures = totals
      .filter((total) => total.kind === kind && (model === null || keyOf(total) === model))
      .reduce((sum, total) => combineKind(sum, total.measures, 1), ZERO_KIND);
    return measures.count > 0 ? [{ kind, measures }] : [];
  });
}

/** Names one model on one site. */
export const keyOf = ({ site, modelId }: { readonly site: string; readonly modelId: string }): string =>
  `${site}|${modelId}`;

export interface Bar {
  /** Bounds of the bucket. */
  readonly low: number;
  readonly high: number;
  /** Height, 1 for the fullest bucket of its histogram. */
  readonly share: number;
}

/** Histograms over the same buckets, so that they can stand under each other. */
export function alignedBars(histograms: readonly Histogram[]): readonly (readonly Bar[])[] {
  const all = histograms.reduce((sum, histogram) => mergeHistograms(sum, histogram, 1), {});
  const buckets = Object.keys(all).map(Number);
  if (buckets.length === 0) return histograms.map(() => []);
  const first = Math.min(...buckets);
  const count = Math.max(...buckets) - first + 1;
  return histograms.map((histogram) => {
    const fullest = Math.max(1, ...Object.values(histogram));
    return Array.from({ length: count }, (_, index) => ({
      ...bucketBounds(first + index),
      share: (histogram[first + index] ?? 0) / fullest,
    }));
  });
}
