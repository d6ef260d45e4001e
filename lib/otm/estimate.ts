import type { Assumption, Range } from '../prompt';
import type { Disclosure, Factors } from '../refdb/types';
import { listAssumptions } from './assumptions';
import { co2eGrams } from './carbon';
import { cachedTokensOf, systemPromptWeight } from './context';
import { apiCostUsd, electricityUsd } from './cost';
import { type Methods, runMethods } from './methods';
import { type Prepared, prepare } from './prepare';
import { causesOf, lnReach, type RangeCauses, rangeOf } from './range';
import { inferReasoning, type Reasoning, reasoningSpeed } from './reasoning';
import { sharedEnergyWh, weightedTokens } from './shared';
import { type Times, timesOf } from './timing';
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
    inferReasoning(workload, factors.model, p.speed.tokensPerSecond, routed, p.reasoning);
  const times = timesOf(workload, reasoning.tokens.central, p.speed);
  const cachedTokens = cachedTokensOf(workload, p.cache);
  const outputTokens = workload.outputTokens + reasoning.tokens.central;

  const weighed = weigh(workload, cachedTokens, reasoning.tokens, p);
  const energyCentral = sharedEnergyWh(p.facilityJoules, weighed.weight);
  const tokensLow = Math.log(workload.tokenError.low);
  const tokensHigh = Math.log(workload.tokenError.high);
  const lowSquares = p.lowSquares + square(weighed.reasoningLow) + square(tokensLow);
  const highSquares =
    p.highSquares + square(weighed.reasoningHigh) + square(weighed.contextHigh) + square(tokensHigh);
  const water = waterMl(energyCentral, p.pue, p.wueOnSite, p.wueOffSite);
  const waterRange = rangeOf(water.total, lowSquares + p.waterLowSquare, highSquares + p.waterHighSquare);

  const v1 = estimateV1(p.methods.v1, times, reading);
  const tokensPerSecond = reasoningSpeed(workload, p.speed.tokensPerSecond, p.reasoning);
  const billed = {
    uncachedInput: workload.inputTokens + workload.contextTokens - cachedTokens,
    cachedInput: cachedTokens,
    output: outputTokens,
  };
  return {
    model: factors.model.id,
    headline: options.headline ?? 'otm-shared',
    energyWh: rangeOf(energyCentral, lowSquares, highSquares),
    co2eGrams: rangeOf(
      co2eGrams(energyCentral, p.gridGco2ePerKwh),
      lowSquares + p.gridLowSquare,
      highSquares + p.gridHighSquare,
    ),
    embodiedGrams:
      p.embodiedGramsPerGpuSecond * (times.ttftSeconds + times.generationSeconds) * v1.activeGpus,
    waterMl: { ...waterRange, onSite: water.onSite, offSite: water.offSite },
    reasoningTokens: reasoning.tokens,
    reasoning,
    times,
    cachedTokens,
    joulesPerOutputToken: p.facilityJoules,
    gpuJoulesPerOutputToken: p.gpuJoules,
    costUsd: apiCostUsd(billed, factors.model.usdPerMtok),
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
