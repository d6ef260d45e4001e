import type { Assumption, Range } from '../prompt';
import type { Disclosure, Factors, Price } from '../refdb/types';
import { listAssumptions } from './assumptions';
import { co2eGrams } from './carbon';
import { cachedTokensOf, systemPromptWeight } from './context';
import { apiCostUsd, electricityUsd } from './cost';
import { type Methods, runMethods } from './methods';
import { type Prepared, prepare } from './prepare';
import { causesOf, lnReach, type RangeCauses, rangeFromNothing, rangeOf } from './range';
import { inferReasoning, type Reasoning, reasoningSpeed } from './reasoning';
import { sharedEnergyWh, weightedTokens } from './shared';
import { type Times, timesOf } from './timing';
import { mayHaveReadInstructions, readsOf, unansweredReasoning } from './unanswered';
import { estimateV1, type V1Reading, type V1Result } from './v1';
import { otmVersion } from './version';
import { waterMl } from './water';
import { checkWorkload, type Workload } from './workload';

export type Headline = 'otm-shared' | 'otm-v1';

export interface EstimateOptions {
  /** Which method the person reads first. Default `otm-shared`. */
  readonly headline?: Headline;
  /** Readings of v1.0 where the paper is ambiguous. */
  readonly v1?: V1Reading;
  /** Hidden reasoning that is known already, instead of inferring it: to change one thing and hold the rest. */
  readonly reasoning?: Reasoning;
  /** List price on the day of the prompt; that of the model's row when absent. */
  readonly usdPerMtok?: Price | null;
}

/** Water with its two places, central, mL. */
export interface WaterRange extends Range {
  readonly onSite: number;
  readonly offSite: number;
}

/** One prompt priced by every method. Energy Wh, carbon g CO2e, water mL, money US dollars; facility level. */
export interface PromptEstimate {
  readonly model: string;
  readonly headline: Headline;
  readonly energyWh: Range;
  /** Operational and location-based. */
  readonly co2eGrams: Range;
  /** Share of making the hardware; not in `co2eGrams`. */
  readonly embodiedGrams: number;
  readonly waterMl: WaterRange;
  readonly reasoningTokens: Range;
  readonly reasoning: Reasoning;
  readonly times: Times;
  /** Prompt and context tokens that were charged, and how many of them were cached; 0 where nothing was read. */
  readonly readTokens: number;
  readonly cachedTokens: number;
  /** e of otm.md section 6: facility joules per output token, not E / n_out. */
  readonly joulesPerOutputToken: number;
  readonly gpuJoulesPerOutputToken: number;
  readonly costUsd: number | null;
  readonly electricityUsd: number;
  readonly otmV1: V1Result;
  readonly methods: Methods;
  /** What the provider published per prompt: a line to compare with, not an estimate of this prompt. */
  readonly disclosure: Disclosure | null;
  readonly versions: { readonly otm: string; readonly refdb: string };
  /** Share of the energy range by cause, worked out when asked for. */
  rangeCauses(): RangeCauses;
  /** Every assumption with its source, worked out when asked for. */
  assumptions(): Assumption[];
}

/** A request in output-token equivalents, with the causes of range that are its own. */
interface Weighed {
  readonly weight: number;
  readonly reasoningLow: number;
  readonly reasoningHigh: number;
  readonly contextHigh: number;
  /** Reach of how far a prompt without an answer got; 0 for every other prompt. */
  readonly unansweredLow: number;
  readonly unansweredHigh: number;
  /** The most that may have been made and read where the centre is nothing. */
  readonly weightHigh: number;
}

/** A prompt that ended without a first token: each end has its own tokens and its own reading (otm.md 11.1). */
function weighUnanswered(workload: Workload, cachedTokens: number, reasoning: Range, p: Prepared): Weighed {
  const reads = readsOf(workload);
  const visible = (end: keyof Range): number =>
    weightedTokens(
      {
        output: workload.outputTokens + reasoning[end],
        input: reads[end] * (workload.inputTokens + workload.contextTokens),
        cached: reads[end] * cachedTokens,
      },
      p.prefillRatio,
      p.cacheRatio,
    );
  const system = systemPromptWeight(p.hiddenContextTokens, p.cache, p.prefillRatio, p.cacheRatio);
  const fixed = (end: keyof Range): number => (p.hiddenContextFixed ? reads[end] * system : 0);
  const mayHaveRead = mayHaveReadInstructions(workload) && workload.hiddenContext !== 'none';
  const possible = mayHaveRead && !p.hiddenContextFixed ? system : 0;
  const weight = visible('central') + fixed('central');
  const weightHigh = visible('high') + fixed('high');
  return {
    weight,
    reasoningLow: 0,
    reasoningHigh: 0,
    contextHigh: lnReach(weight + possible, weight),
    unansweredLow: lnReach(weight, visible('low') + fixed('low')),
    unansweredHigh: lnReach(weightHigh, weight),
    weightHigh: weightHigh + possible,
  };
}

function weigh(workload: Workload, cachedTokens: number, reasoning: Range, p: Prepared): Weighed {
  const tokens = {
    output: workload.outputTokens + reasoning.central,
    input: workload.inputTokens + workload.contextTokens,
    cached: cachedTokens,
  };
  const visible = weightedTokens(tokens, p.prefillRatio, p.cacheRatio);
  const system = systemPromptWeight(p.hiddenContextTokens, p.cache, p.prefillRatio, p.cacheRatio);
  const weight = p.hiddenContextFixed ? visible + system : visible;
  const possible = !p.hiddenContextFixed && workload.hiddenContext !== 'none';
  return {
    weight,
    reasoningLow: lnReach(weight, weight - (reasoning.central - reasoning.low)),
    reasoningHigh: lnReach(weight + (reasoning.high - reasoning.central), weight),
    contextHigh: possible ? lnReach(weight + system, weight) : 0,
    unansweredLow: 0,
    unansweredHigh: 0,
    weightHigh: weight,
  };
}

const square = (value: number): number => value * value;

/**
 * What a workload costs, by every method.
 *
 * @param workload numbers of one prompt; null fields are inferred or assumed, and listed as assumptions
 * @param factors the factor set of its model and day; must not be changed afterwards, its derived numbers are kept
 * @throws WorkloadError when a number is NaN, negative, infinite or absurd
 */
export function estimatePrompt(
  workload: Workload,
  factors: Factors,
  options: EstimateOptions = {},
): PromptEstimate {
  checkWorkload(workload);
  const p = prepare(factors);
  const reading = options.v1 ?? {};
  const routed = factors.routed !== null;
  const reasoning =
    options.reasoning ??
    (workload.unanswered
      ? unansweredReasoning(
          workload,
          workload.unanswered,
          factors.model,
          p.speed.tokensPerSecond,
          routed,
          p.reasoning,
        )
      : inferReasoning(workload, factors.model, p.speed.tokensPerSecond, routed, p.reasoning));
  const times = timesOf(workload, reasoning.tokens.central, p.speed);
  const cacheable = cachedTokensOf(workload, p.cache);
  const reads = readsOf(workload).central;
  const cachedTokens = reads * cacheable;
  const readTokens = reads * (workload.inputTokens + workload.contextTokens);
  const outputTokens = workload.outputTokens + reasoning.tokens.central;

  const weighed = (workload.unanswered ? weighUnanswered : weigh)(workload, cacheable, reasoning.tokens, p);
  const energyCentral = sharedEnergyWh(p.facilityJoules, weighed.weight);
  const tokensLow = Math.log(workload.tokenError.low);
  const tokensHigh = Math.log(workload.tokenError.high);
  const lowSquares =
    p.lowSquares + square(weighed.reasoningLow) + square(weighed.unansweredLow) + square(tokensLow);
  const highSquares =
    p.highSquares +
    square(weighed.reasoningHigh) +
    square(weighed.contextHigh) +
    square(weighed.unansweredHigh) +
    square(tokensHigh);
  const water = waterMl(energyCentral, p.pue, p.wueOnSite, p.wueOffSite);
  const mostWh = sharedEnergyWh(p.facilityJoules, weighed.weightHigh);
  /** The range of a quantity that grows with energy; further squares are its own. */
  const ranged = (perWh: number, low: number, high: number): Range =>
    weighed.weight > 0
      ? rangeOf(energyCentral * perWh, lowSquares + low, highSquares + high)
      : rangeFromNothing(mostWh * perWh, p.highSquares + square(tokensHigh) + high);
  const waterRange = ranged(
    waterMl(1, p.pue, p.wueOnSite, p.wueOffSite).total,
    p.waterLowSquare,
    p.waterHighSquare,
  );

  const v1 = estimateV1(p.methods.v1, times, reading);
  const tokensPerSecond = reasoningSpeed(workload, p.speed.tokensPerSecond, p.reasoning);
  const billed = {
    uncachedInput: readTokens - cachedTokens,
    cachedInput: cachedTokens,
    output: outputTokens,
  };
  return {
    model: factors.model.id,
    headline: options.headline ?? 'otm-shared',
    energyWh: ranged(1, 0, 0),
    co2eGrams: ranged(co2eGrams(1, p.gridGco2ePerKwh), p.gridLowSquare, p.gridHighSquare),
    embodiedGrams:
      p.embodiedGramsPerGpuSecond * (times.ttftSeconds + times.generationSeconds) * v1.activeGpus,
    waterMl: { ...waterRange, onSite: water.onSite, offSite: water.offSite },
    reasoningTokens: reasoning.tokens,
    reasoning,
    times,
    readTokens,
    cachedTokens,
    joulesPerOutputToken: p.facilityJoules,
    gpuJoulesPerOutputToken: p.gpuJoules,
    costUsd: apiCostUsd(
      billed,
      options.usdPerMtok === undefined ? factors.model.usdPerMtok : options.usdPerMtok,
    ),
    electricityUsd: electricityUsd(energyCentral, p.usdPerKwh),
    otmV1: v1,
    methods: runMethods(p.methods, { outputTokens, times, tokensPerSecond }, v1, reading),
    disclosure: factors.peers.disclosure,
    versions: { otm: otmVersion, refdb: factors.refdbVersion },
    rangeCauses() {
      return causesOf([
        ...p.reaches,
        { cause: 'hiddenReasoning', low: weighed.reasoningLow, high: weighed.reasoningHigh },
        { cause: 'hiddenContext', low: 0, high: weighed.contextHigh },
        { cause: 'unanswered', low: weighed.unansweredLow, high: weighed.unansweredHigh },
        { cause: 'tokenCount', low: tokensLow, high: tokensHigh },
      ]);
    },
    assumptions() {
      return listAssumptions({
        workload,
        factors,
        reasoning,
        times,
        cachedTokens,
        outputTokensPerSecond: p.speed.tokensPerSecond,
        speedAssumed: p.speedAssumed,
        reading,
      });
    },
  };
}
