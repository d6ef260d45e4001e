/** Logarithmic histograms: ten buckets per decade, so that a quantile read from one is within about 12 %. */
import type { Histogram } from './types';

const BUCKETS_PER_DECADE = 10;
const SMALLEST = 1e-6;
const LARGEST = 1e9;

/** Number of the bucket that holds `value`; values outside 10^-6 to 10^9 go to the first or last one. */
export function bucketOf(value: number): number {
  const bounded = Math.min(Math.max(value, SMALLEST), LARGEST);
  return Math.floor(Math.log10(bounded) * BUCKETS_PER_DECADE);
}

/** Lower (inclusive) and upper (exclusive) bound of a bucket, up to rounding. */
export function bucketBounds(bucket: number): { readonly low: number; readonly high: number } {
  return { low: 10 ** (bucket / BUCKETS_PER_DECADE), high: 10 ** ((bucket + 1) / BUCKETS_PER_DECADE) };
}

/** `a + sign * b`, without empty buckets. */
export function mergeHistograms(a: Histogram, b: Histogram, sign: 1 | -1): Histogram {
  const sum: Record<string, number> = { ...a };
  for (const [bucket, count] of Object.entries(b)) {
    const next = (sum[bucket] ?? 0) + sign * count;
    if (next > 0) sum[bucket] = next;
    else delete sum[bucket];
  }
  return sum;
}

/**
 * The value below which a share `p` (0 to 1) of the counted values lies: the geometric middle of the bucket that
 * reaches it; null for an empty histogram.
 */
export function quantile(histogram: Histogram, p: number): number | null {
  const buckets = Object.entries(histogram)
    .map(([bucket, count]) => ({ bucket: Number(bucket), count }))
    .sort((a, b) => a.bucket - b.bucket);
  const target = buckets.reduce((sum, { count }) => sum + count, 0) * Math.min(Math.max(p, 0), 1);
  let seen = 0;
  for (const { bucket, count } of buckets) {
    seen += count;
    if (seen >= target) {
      const { low, high } = bucketBounds(bucket);
      return Math.sqrt(low * high);
    }
  }
  return null;
}
