import type { Assumption, Range } from '../prompt';
import type { Disclosure, Factors, Price } from '../refdb/types';
import { type Apart, apartOf } from './apart';
import { listAssumptions } from './assumptions';
import { co2eGrams } from './carbon';
import { cachedTokensOf } from './context';
import { apiCostUsd, electricityUsd } from './cost';
import { type Methods, runMethods } from './methods';
import { prepare } from './prepare';
import { causesOf, merged, type RangeCauses, rangeFromNothing, rangeOf } from './range';
import { inferReasoning, type Reasoning, reasoningSpeed } from './reasoning';
import { sharedEnergyWh } from './shared';
import { type Times, timesOf } from './timing';
import { readsOf, unansweredReasoning } from './unanswered';
import { estimateV1, type V1Reading, type V1Result } from './v1';
import { otmVersion } from './version';
import { highSquares, lowSquares, reachesOfRequest, scalingHighSquares, weigh } from './weigh';
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
  /** Lines beside the headline, worked out when asked for. */
  apart(): Apart;
  /** Every assumption with its source, worked out when asked for. */
  assumptions(): Assumption[];
}

function ranged(isNothing: boolean, base: number, low: number, high: number): Range {
  return isNothing ? rangeFromNothing(base, high) : rangeOf(base, low, high);
}

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

  const weighed = weigh(workload, cacheable, reasoning.tokens, p);
  const energyCentral = sharedEnergyWh(p.facilityJoules, weighed.weight);
  const low = p.lowSquares + lowSquares(weighed);
  const nothing = weighed.weight <= 0;
  // Around nothing only what scales it counts, and the most that may have been made takes the centre's place.
  const base = nothing ? sharedEnergyWh(p.facilityJoules, weighed.weightHigh) : energyCentral;
  const high = p.highSquares + (nothing ? scalingHighSquares(weighed) : highSquares(weighed));
  const waterRange = ranged(nothing, base * p.waterMlPerWh, low + p.waterLowSquare, high + p.waterHighSquare);
  const onSite = (energyCentral / p.pue) * p.wueOnSite;

  const v1 = estimateV1(p.methods.v1, times, reading);
  const embodied =
    p.embodiedGramsPerGpuSecond * (times.ttftSeconds + times.generationSeconds) * v1.activeGpus;
  const tokensPerSecond = reasoningSpeed(workload, p.speed.tokensPerSecond, p.reasoning);
  const billed = {
    uncachedInput: readTokens - cachedTokens,
    cachedInput: cachedTokens,
    output: outputTokens,
  };
  return {
    model: factors.model.id,
    headline: options.headline ?? 'otm-shared',
    energyWh: ranged(nothing, base, low, high),
    co2eGrams: ranged(
      nothing,
      co2eGrams(base, p.gridGco2ePerKwh),
      low + p.gridLowSquare,
      high + p.gridHighSquare,
    ),
    embodiedGrams: embodied,
    waterMl: {
      low: waterRange.low,
      central: waterRange.central,
      high: waterRange.high,
      onSite,
      offSite: energyCentral * p.wueOffSite,
    },
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
      return causesOf(merged([...p.reaches, ...reachesOfRequest(weighed)]));
    },
    apart() {
      return apartOf(factors, {
        textTokens: workload.inputTokens + workload.outputTokens,
        visibleTokens: workload.outputTokens,
        outputTokens,
        embodiedGrams: embodied,
      });
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
