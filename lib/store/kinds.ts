/** Kinds of prompts, and the sums by kind: what short, long, thinking and file prompts cost apart. */
import type { PromptRecord } from '../prompt';
import { bucketOf, mergeHistograms } from './histogram';
import { combine, measuresOf, ZERO_MEASURES } from './measures';
import type { KindMeasures, PromptKind } from './types';

/** Tokens of the prompt just sent from which it counts as long: about one page of text. */
export const LONG_INPUT_TOKENS = 500;

/**
 * The one kind that a record counts under, so that the kinds add up to the whole: files before thinking, and both
 * before the length.
 */
export function kindOf(record: PromptRecord): PromptKind {
  const { inputFiles, inputImages } = record.media;
  if (inputFiles + inputImages > 0) return 'files';
  if (record.thinking.seen || record.estimate.reasoningTokens >= 1) return 'thinking';
  return record.inputTokens >= LONG_INPUT_TOKENS ? 'long' : 'short';
}

export const ZERO_KIND: KindMeasures = { ...ZERO_MEASURES, outputHistogram: {}, ratioHistogram: {} };

/** What one final record adds to the sum of its kind. */
export function kindMeasuresOf(record: PromptRecord): KindMeasures {
  const { inputTokens, outputTokens } = record;
  return {
    ...measuresOf(record),
    outputHistogram: { [bucketOf(outputTokens)]: 1 },
    ratioHistogram: inputTokens > 0 ? { [bucketOf(outputTokens / inputTokens)]: 1 } : {},
  };
}

/** `a + sign * b`, as {@link combine}. */
export function combineKind(a: KindMeasures, b: KindMeasures, sign: 1 | -1): KindMeasures {
  const sums = combine(a, b, sign);
  if (sums.count === 0) return ZERO_KIND;
  return {
    ...sums,
    outputHistogram: mergeHistograms(a.outputHistogram, b.outputHistogram, sign),
    ratioHistogram: mergeHistograms(a.ratioHistogram, b.ratioHistogram, sign),
  };
}
