/** A request in output-token equivalents, with the causes of range that are its own. */
import type { Range } from '../prompt';
import { systemPromptWeight } from './context';
import type { Prepared } from './prepare';
import { lnReach, type Reach } from './range';
import { weightedTokens } from './shared';
import { mayHaveReadInstructions, type Reads, readsOf } from './unanswered';
import type { Workload } from './workload';

/** Reaches are natural logarithms, one-sided, 0 where a cause does not act. */
export interface Weighed {
  /** Output-token equivalents, central. */
  readonly weight: number;
  /** The most that may have been made and read: the high end where the centre is nothing. */
  readonly weightHigh: number;
  readonly reasoningLow: number;
  readonly reasoningHigh: number;
  readonly reasoningWeightLow: number;
  readonly reasoningWeightHigh: number;
  readonly contextHigh: number;
  readonly prefillLow: number;
  readonly prefillHigh: number;
  readonly longContextHigh: number;
  readonly outsideFitHigh: number;
  /** How far a prompt without an answer got. */
  readonly unansweredLow: number;
  readonly unansweredHigh: number;
  readonly tokensLow: number;
  readonly tokensHigh: number;
}

interface Parts {
  readonly visible: number;
  /** Hidden reasoning with its own energy weight. */
  readonly hidden: number;
  readonly read: number;
}

const total = ({ visible, hidden, read }: Parts): number => visible + hidden + read;

function readWeight(workload: Workload, cachedTokens: number, reads: number, p: Prepared): number {
  const tokens = {
    output: 0,
    input: reads * (workload.inputTokens + workload.contextTokens),
    cached: reads * cachedTokens,
  };
  return weightedTokens(tokens, p.prefillRatio, p.cacheRatio);
}

function partsAt(
  end: keyof Range,
  workload: Workload,
  cachedTokens: number,
  reasoning: Range,
  reads: Reads,
  system: number,
  p: Prepared,
): Parts {
  return {
    visible: workload.outputTokens,
    hidden: reasoning[end] * p.reasoningWeight.central,
    read:
      readWeight(workload, cachedTokens, reads[end], p) + (p.hiddenContextFixed ? reads[end] * system : 0),
  };
}

/** Reaches that scale a part of the weight: of reading, of a hidden token, of a long prompt and of the batch. */
function scalingReaches(parts: Parts, reasoning: Range, workload: Workload, p: Prepared) {
  const weight = total(parts);
  const { low, central, high } = p.reasoningWeight;
  const read = workload.inputTokens + workload.contextTokens;
  const isLong = read > p.longContextTokens;
  return {
    prefillLow: lnReach(weight, weight - parts.read * (1 - p.prefillLow / p.prefillRatio)),
    prefillHigh: lnReach(weight + parts.read * (p.prefillHigh / p.prefillRatio - 1), weight),
    reasoningWeightLow: lnReach(weight, weight - parts.hidden * (1 - low / central)),
    reasoningWeightHigh: lnReach(weight + parts.hidden * (high / central - 1), weight),
    longContextHigh: isLong ? p.longContextSlope * Math.log(read / p.longContextTokens) : 0,
    outsideFitHigh: reasoning.central > 0 ? p.reasoningOutsideFitLn : 0,
    tokensLow: Math.log(workload.tokenError.low),
    tokensHigh: Math.log(workload.tokenError.high),
  };
}

/** A prompt that ended without a first token: each end has its own tokens and its own reading (otm.md 11.1). */
function weighUnanswered(workload: Workload, cachedTokens: number, reasoning: Range, p: Prepared): Weighed {
  const system = systemPromptWeight(p.hiddenContextTokens, p.cache, p.prefillRatio, p.cacheRatio);
  const reads = readsOf(workload);
  const at = (end: keyof Range): Parts => partsAt(end, workload, cachedTokens, reasoning, reads, system, p);
  const mayHaveRead = mayHaveReadInstructions(workload) && workload.hiddenContext !== 'none';
  const possible = mayHaveRead && !p.hiddenContextFixed ? system : 0;
  const central = at('central');
  const weight = total(central);
  const weightHigh = total(at('high'));
  return {
    weight,
    weightHigh: weightHigh + possible,
    reasoningLow: 0,
    reasoningHigh: 0,
    contextHigh: lnReach(weight + possible, weight),
    unansweredLow: lnReach(weight, total(at('low'))),
    unansweredHigh: lnReach(weightHigh, weight),
    // Where the centre is nothing, what may have been made and read is what these causes scale.
    ...scalingReaches(weight > 0 ? central : at('high'), reasoning, workload, p),
  };
}

const ONCE: Reads = { low: 1, central: 1, high: 1 };

/** Weighs one request. */
export function weigh(workload: Workload, cachedTokens: number, reasoning: Range, p: Prepared): Weighed {
  if (workload.unanswered) return weighUnanswered(workload, cachedTokens, reasoning, p);
  const system = systemPromptWeight(p.hiddenContextTokens, p.cache, p.prefillRatio, p.cacheRatio);
  const parts = partsAt('central', workload, cachedTokens, reasoning, ONCE, system, p);
  const weight = total(parts);
  const possible = !p.hiddenContextFixed && workload.hiddenContext !== 'none';
  const perHidden = p.reasoningWeight.central;
  return {
    weight,
    weightHigh: weight,
    reasoningLow: lnReach(weight, weight - (reasoning.central - reasoning.low) * perHidden),
    reasoningHigh: lnReach(weight + (reasoning.high - reasoning.central) * perHidden, weight),
    contextHigh: possible ? lnReach(weight + system, weight) : 0,
    unansweredLow: 0,
    unansweredHigh: 0,
    ...scalingReaches(parts, reasoning, workload, p),
  };
}

const square = (value: number): number => value * value;

/** Squares of the reaches that scale whatever was made, on the low side. */
export function lowSquares(w: Weighed): number {
  return (
    square(w.reasoningLow) +
    square(w.unansweredLow) +
    square(w.prefillLow) +
    square(w.reasoningWeightLow) +
    square(w.tokensLow)
  );
}

/** The same on the high side, without those that make something of nothing. */
export function scalingHighSquares(w: Weighed): number {
  return (
    square(w.prefillHigh) +
    square(w.reasoningWeightHigh) +
    square(w.longContextHigh) +
    square(w.outsideFitHigh) +
    square(w.tokensHigh)
  );
}

/** All squares on the high side. */
export function highSquares(w: Weighed): number {
  return scalingHighSquares(w) + square(w.reasoningHigh) + square(w.contextHigh) + square(w.unansweredHigh);
}

/** The request's own causes, for those who ask where the range comes from. */
export function reachesOfRequest(w: Weighed): readonly Reach[] {
  return [
    { cause: 'hiddenReasoning', low: w.reasoningLow, high: w.reasoningHigh },
    { cause: 'reasoningWeight', low: w.reasoningWeightLow, high: w.reasoningWeightHigh },
    { cause: 'hiddenContext', low: 0, high: w.contextHigh },
    { cause: 'prefill', low: w.prefillLow, high: w.prefillHigh },
    { cause: 'longContext', low: 0, high: w.longContextHigh },
    { cause: 'outsideFit', low: 0, high: w.outsideFitHigh },
    { cause: 'unanswered', low: w.unansweredLow, high: w.unansweredHigh },
    { cause: 'tokenCount', low: w.tokensLow, high: w.tokensHigh },
  ];
}
