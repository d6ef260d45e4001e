import type { Range } from '../prompt';
import type { FactorName, Factors, Model } from '../refdb/types';
import { embodiedGrams } from './carbon';
import type { CacheRule } from './context';
import { type MethodConstants, methodConstants } from './methods';
import { lnReach, type Reach } from './range';
import type { ReasoningRule } from './reasoning';
import { type Fit, gpuJoulesPerToken, isInsideFit, precisionLn } from './serving';
import { facilityJoulesPerToken } from './shared';
import type { ModelSpeed } from './timing';
import { activeGpus, memoryGb } from './v1';
import { waterMl } from './water';

/** What the estimators need of a factor set and no prompt changes: worked out once per set. */
export interface Prepared {
  readonly gpuJoules: number;
  readonly facilityJoules: number;
  /** Causes of the range that no prompt changes, and the sums of their squares. */
  readonly reaches: readonly Reach[];
  readonly lowSquares: number;
  readonly highSquares: number;
  /** Further squares for carbon (grid) and water (on-site and off-site intensity). */
  readonly gridLowSquare: number;
  readonly gridHighSquare: number;
  readonly waterLowSquare: number;
  readonly waterHighSquare: number;
  readonly speed: ModelSpeed;
  /** True when the model row has no speed and the bandwidth rule stands in. */
  readonly speedAssumed: boolean;
  readonly reasoning: ReasoningRule;
  readonly cache: CacheRule;
  /** The numbers of the hot path, read once. */
  readonly pue: number;
  readonly prefillRatio: number;
  readonly prefillLow: number;
  readonly prefillHigh: number;
  /** Energy of a hidden reasoning token over a visible one. */
  readonly reasoningWeight: Range;
  readonly longContextTokens: number;
  /** Reach upward per ln of the prompt's length over `longContextTokens`. */
  readonly longContextSlope: number;
  /** Reach upward where hidden reasoning runs at a batch that the fit has not seen. */
  readonly reasoningOutsideFitLn: number;
  readonly cacheRatio: number;
  readonly gridGco2ePerKwh: number;
  readonly wueOnSite: number;
  /** Both waters per Wh of facility energy. */
  readonly waterMlPerWh: number;
  readonly wueOffSite: number;
  readonly hiddenContextTokens: number;
  /** True when the user fixed the hidden context: priced, not a cause. */
  readonly hiddenContextFixed: boolean;
  readonly usdPerKwh: number;
  /** Share of making the hardware per second and accelerator. */
  readonly embodiedGramsPerGpuSecond: number;
  readonly methods: MethodConstants;
}

/** Tokens of prompt and context at which the reach of a long context is stated. */
const LONG_CONTEXT_AT = 100_000;

const prepared = new WeakMap<Factors, Prepared>();

/** The prepared form of a factor set; kept for as long as the set lives (sets are immutable). */
export function prepare(factors: Factors): Prepared {
  let known = prepared.get(factors);
  if (known === undefined) {
    known = build(factors);
    prepared.set(factors, known);
  }
  return known;
}

interface Parameters {
  readonly totalB: number;
  readonly activeB: number;
}

function fitOf(central: (name: FactorName) => number): Fit {
  return {
    intercept: central('fitIntercept'),
    blackwell: central('fitBlackwell'),
    eightBit: central('fit8Bit'),
    nativeFourBit: central('fitNative4Bit'),
    activeExponent: central('fitActiveExponent'),
    totalExponent: central('fitTotalExponent'),
    batchExponent: central('fitBatchExponent'),
  };
}

/** Parameters at one end; a routed label reaches from its Instant target's low to its Thinking target's high. */
function parametersAt(factors: Factors, end: 'low' | 'high', target: Model | null): Parameters {
  const total = factors.values.totalParameters;
  const active = factors.values.activeParameters;
  return {
    totalB: total.overridden || target === null ? total.value[end] : target.totalParametersB[end],
    activeB: active.overridden || target === null ? active.value[end] : target.activeParametersB[end],
  };
}

/** Causes that the fit cannot know of, each on the side on which it acts (otm.md section 11.5). */
function furtherReaches(factors: Factors): Reach[] {
  const { values, model } = factors;
  const central = (name: FactorName): number => values[name].value.central;
  const weightsGb = memoryGb(central('totalParameters'), central('weightBits'), central('memoryOverhead'));
  const fitsOnOne = activeGpus(weightsGb, central('gpuMemoryGb')) === 1;
  const isClosed = model.tier !== 'open' && !model.native4Bit;
  const fourBit = isClosed && !values.weightBits.overridden;
  const hardware = central('spanHardwareLn');
  return [
    { cause: 'gpuCount', low: 0, high: fitsOnOne ? central('spanGpuCountLn') : 0 },
    { cause: 'otherHardware', low: hardware, high: hardware },
    {
      cause: 'fourBitServing',
      // From Blackwell on, and there as likely as not.
      low: fourBit ? central('spanFourBitLn') * central('blackwellShare') * FOUR_BIT_CHANCE : 0,
      high: 0,
    },
    {
      cause: 'outsideFit',
      low: 0,
      high: isInsideFit(central('batchSize'), false) ? 0 : central('spanOutsideFitLn'),
    },
  ];
}

/** Nobody says how often closed models are served in 4 bits. */
const FOUR_BIT_CHANCE = 0.5;

function reachesOf(factors: Factors, gpuJoules: (parameters: Parameters) => number): Reach[] {
  const central = gpuJoules({
    totalB: factors.values.totalParameters.value.central,
    activeB: factors.values.activeParameters.value.central,
  });
  let smallest = gpuJoules(parametersAt(factors, 'low', null));
  let largest = gpuJoules(parametersAt(factors, 'high', null));
  if (factors.routed !== null) {
    smallest = Math.min(smallest, gpuJoules(parametersAt(factors, 'low', factors.routed.low)));
    largest = Math.max(largest, gpuJoules(parametersAt(factors, 'high', factors.routed.high)));
  }
  const span = (cause: Reach['cause'], name: FactorName, of: FactorName | null): Reach => {
    const exact = of !== null && factors.values[of].overridden;
    const reach = exact ? 0 : factors.values[name].value.central;
    return { cause, low: reach, high: reach };
  };
  return [
    { cause: 'modelParameters', low: lnReach(central, smallest), high: lnReach(largest, central) },
    span('batchSize', 'spanBatchLn', 'batchSize'),
    span('measurementFit', 'spanFitLn', null),
    span('hostOverhead', 'spanHostLn', 'hostOverhead'),
    span('provisionedIdle', 'spanIdleLn', 'provisionedIdle'),
    span('pue', 'spanPueLn', 'pue'),
    ...furtherReaches(factors),
  ];
}

function build(factors: Factors): Prepared {
  const { values, model, peers } = factors;
  const central = (name: FactorName): number => values[name].value.central;
  const fit = fitOf(central);
  const weightBits = central('weightBits');
  const precision = precisionLn(fit, weightBits, model.native4Bit, values.weightBits.overridden);
  const gpuJoulesOf = ({ totalB, activeB }: Parameters): number =>
    gpuJoulesPerToken(fit, {
      totalParametersB: totalB,
      activeParametersB: activeB,
      weightBits,
      batchSize: central('batchSize'),
      blackwellShare: central('blackwellShare'),
      precisionLn: precision,
      bandwidthGbPerSecond: peers.silicon.bandwidthGbPerSecond,
      gpuPowerWatts: peers.silicon.gpuPowerWatts,
    });
  const active = central('activeParameters');
  const gpuJoules = gpuJoulesOf({ totalB: central('totalParameters'), activeB: active });
  const pue = central('pue');
  const reaches = reachesOf(factors, gpuJoulesOf);
  const grid = values.gridGco2ePerKwh.value;
  // Both waters move together: one intensity per kWh of facility energy.
  const water = (end: 'low' | 'central' | 'high'): number =>
    values.wueOnSite.value[end] / pue + values.wueOffSite.value[end];
  const bandwidthSpeed = peers.silicon.bandwidthGbPerSecond / ((active * weightBits) / 8);
  return {
    gpuJoules,
    facilityJoules: facilityJoulesPerToken(
      gpuJoules,
      central('hostOverhead'),
      central('provisionedIdle'),
      pue,
    ),
    reaches,
    lowSquares: reaches.reduce((sum, reach) => sum + reach.low * reach.low, 0),
    highSquares: reaches.reduce((sum, reach) => sum + reach.high * reach.high, 0),
    gridLowSquare: lnReach(grid.central, grid.low) ** 2,
    gridHighSquare: lnReach(grid.high, grid.central) ** 2,
    waterLowSquare: lnReach(water('central'), water('low')) ** 2,
    waterHighSquare: lnReach(water('high'), water('central')) ** 2,
    speed: {
      tokensPerSecond: model.outputTokensPerSecond ?? bandwidthSpeed,
      ttftSeconds: model.ttftSeconds ?? central('reasoningWaitBaseSeconds'),
    },
    speedAssumed: model.outputTokensPerSecond === null,
    reasoning: {
      waitBaseSeconds: central('reasoningWaitBaseSeconds'),
      minVisibleTokens: central('reasoningMinVisibleTokens'),
      minDecodeSeconds: central('reasoningMinDecodeSeconds'),
      lowFactor: central('reasoningLowFactor'),
      highFactor: central('reasoningHighFactor'),
      tokensMedium: central('reasoningTokensMedium'),
      tokensThinking: central('reasoningTokensThinking'),
      tokensHigh: central('reasoningTokensHigh'),
      proMultiple: central('reasoningProMultiple'),
      charactersPerToken: central('charactersPerToken'),
    },
    cache: {
      shareRecent: central('cachedShareRecent'),
      shareStale: central('cachedShareStale'),
      recencySeconds: central('cacheRecencySeconds'),
    },
    pue,
    prefillRatio: central('prefillRatio'),
    prefillLow: values.prefillRatio.value.low,
    prefillHigh: values.prefillRatio.value.high,
    reasoningWeight: values.reasoningWeight.value,
    longContextTokens: central('longContextTokens'),
    longContextSlope: central('spanLongContextLn') / Math.log(LONG_CONTEXT_AT / central('longContextTokens')),
    reasoningOutsideFitLn:
      isInsideFit(central('batchSize'), false) && !isInsideFit(central('batchSize'), true)
        ? central('spanOutsideFitLn')
        : 0,
    cacheRatio: central('cacheRatio'),
    gridGco2ePerKwh: grid.central,
    wueOnSite: values.wueOnSite.value.central,
    waterMlPerWh: waterMl(1, pue, values.wueOnSite.value.central, values.wueOffSite.value.central).total,
    wueOffSite: values.wueOffSite.value.central,
    hiddenContextTokens: values.hiddenContextTokens.overridden
      ? values.hiddenContextTokens.value.central
      : values.hiddenContextTokens.value.high,
    hiddenContextFixed: values.hiddenContextTokens.overridden,
    usdPerKwh: central('electricityUsdPerKwh'),
    embodiedGramsPerGpuSecond: embodiedGrams({
      seconds: 1,
      gpus: 1,
      batchSize: central('batchSize'),
      gpuEmbodiedKgco2e: central('gpuEmbodiedKgco2e'),
      serverEmbodiedKgco2e: central('serverEmbodiedKgco2e'),
      gpusPerServer: central('gpusPerServer'),
      hardwareLifeYears: central('hardwareLifeYears'),
      productiveFraction: 1,
    }),
    methods: methodConstants(factors),
  };
}
