// biome-ignore-all format: a table reads by its rows
import type { FactorName } from './types';

/** What a factor is, whatever its value: unit, meaning, and which values a user may give it. */
export interface FactorDefinition {
  readonly unit: string;
  readonly description: string;
  /** Smallest and largest value that an override may have. */
  readonly accepts: readonly [min: number, max: number];
}

const d = (unit: string, min: number, max: number, description: string): FactorDefinition => ({ unit, description, accepts: [min, max] });

const LN = 'ln (one-sided)';

export const factorDefinitions: Readonly<Record<FactorName, FactorDefinition>> = {
  totalParameters: d('10^9 parameters', 0.01, 100_000, 'all parameters of the model, all experts included'),
  activeParameters: d('10^9 parameters', 0.01, 100_000, 'parameters that work on each token'),
  weightBits: d('bit', 1, 32, 'bits per stored weight'),
  batchSize: d('requests', 1, 4096, 'requests that share the server at a time; a larger batch means less energy each'),
  blackwellShare: d('fraction', 0, 1, 'share of Blackwell-class accelerators, the rest being Hopper-class'),
  hostOverhead: d('ratio', 1, 5, 'server energy over accelerator energy'),
  provisionedIdle: d('ratio', 1, 5, 'energy with idle reserve over energy without'),
  pue: d('ratio', 1, 3, 'facility energy over IT energy'),
  prefillRatio: d('ratio', 0, 2, 'energy of reading a token over energy of writing one'),
  cacheRatio: d('ratio', 0, 1, 'energy of a cached token read over an uncached one'),
  cachedShareRecent: d('fraction', 0, 1, 'share of earlier turns that is cached when the last turn is recent'),
  cachedShareStale: d('fraction', 0, 1, 'share of earlier turns that is cached when the last turn is old'),
  cacheRecencySeconds: d('s', 0, 604_800, 'age of the last turn up to which it counts as recent'),
  hiddenContextTokens: d('tokens', 0, 1_000_000, "the app's own instructions and tool definitions, read with each prompt"),
  fitIntercept: d('ln J', -10, 10, 'fit of GPU energy per output token: constant'),
  fitBlackwell: d('ln', -5, 5, 'fit: effect of Blackwell-class accelerators'),
  fit8Bit: d('ln', -5, 5, 'fit: effect of 8-bit weights'),
  fitNative4Bit: d('ratio', 0.01, 2, 'fit: factor of native 4-bit weights, in place of the 8-bit effect'),
  fitActiveExponent: d('exponent', -2, 2, 'fit: exponent of the active parameters'),
  fitTotalExponent: d('exponent', -2, 2, 'fit: exponent of the total parameters'),
  fitBatchExponent: d('exponent', -2, 2, 'fit: exponent of the batch size'),
  spanBatchLn: d(LN, 0, 5, 'range from the unknown batch size'),
  spanFitLn: d(LN, 0, 5, 'range from the scatter of the fit'),
  spanHostLn: d(LN, 0, 5, 'range from the host overhead'),
  spanIdleLn: d(LN, 0, 5, 'range from the provisioned idle'),
  spanPueLn: d(LN, 0, 5, 'range from the PUE'),
  spanGpuCountLn: d(LN, 0, 5, 'range upward where a model that fits on one accelerator may be spread over several'),
  spanHardwareLn: d(LN, 0, 5, 'range from accelerators that the fit has not seen'),
  spanFourBitLn: d(LN, 0, 5, 'range downward from serving in 4 bits on Blackwell-class accelerators, at full weight'),
  spanOutsideFitLn: d(LN, 0, 5, 'range upward outside the batches of the fit'),
  longContextTokens: d('tokens', 1000, 10_000_000, 'prompt and context above which the range widens upward'),
  spanLongContextLn: d(LN, 0, 5, 'range upward at 100,000 tokens of prompt and context'),
  reasoningWaitBaseSeconds: d('s', 0, 60, 'waiting time that is not thinking'),
  reasoningMinVisibleTokens: d('tokens', 0, 100_000, "fewest visible tokens for the answer's own speed to be used"),
  reasoningMinDecodeSeconds: d('s', 0, 3600, "shortest decoding for the answer's own speed to be used"),
  reasoningLowFactor: d('ratio', 0, 1, 'low end of hidden reasoning over its central value'),
  reasoningHighFactor: d('ratio', 1, 100, 'high end of hidden reasoning over its central value'),
  reasoningTokensMedium: d('tokens', 0, 1_000_000, 'hidden reasoning at medium effort where no time is known'),
  reasoningTokensThinking: d('tokens', 0, 1_000_000, 'hidden reasoning of a Thinking mode where no time is known'),
  reasoningTokensHigh: d('tokens', 0, 1_000_000, 'hidden reasoning at high effort where no time is known'),
  reasoningWeight: d('ratio', 0.1, 10, 'energy of a hidden reasoning token over a visible one'),
  reasoningProMultiple: d('ratio', 1, 100, 'hidden reasoning of a Pro mode over a Thinking mode'),
  gridGco2ePerKwh: d('gCO2e/kWh', 0, 2000, 'carbon intensity of the electricity'),
  wueOnSite: d('L/kWh (IT)', 0, 20, 'water evaporated at the data centre'),
  wueOffSite: d('L/kWh', 0, 50, 'water consumed in generating the electricity'),
  electricityUsdPerKwh: d('US$/kWh', 0, 10, 'price of electricity'),
  utilization: d('fraction', 0, 1, 'GPU power over rated power in OTM v1.0'),
  utilizationFloor: d('fraction', 0, 1, 'least utilisation that OTM v1.0 uses'),
  serverPowerKw: d('kW', 0, 200, 'server power without accelerators'),
  gpuPowerKw: d('kW', 0.01, 10, 'rated power of one accelerator'),
  gpuMemoryGb: d('GB', 1, 2000, 'memory of one accelerator'),
  memoryOverhead: d('ratio', 1, 5, 'memory in use over memory of the weights'),
  bytesPerParameter: d('bytes', 0.5, 8, 'bytes of a reference parameter before compression'),
  fullLoadFraction: d('fraction', 0.05, 1.5, 'power at full load over rated power'),
  idlePowerFraction: d('fraction', 0, 1, 'idle power over rated power'),
  powerExponent: d('exponent', 0.1, 5, 'curvature of power against utilisation'),
  cpuRamShare: d('fraction', 0, 5, 'CPU and memory energy over accelerator energy, in place of the server constant'),
  networkKwhPerGb: d('kWh/GB', 0, 1, 'energy of the network per data moved'),
  gpuEmbodiedKgco2e: d('kgCO2e', 0, 10_000, 'making one accelerator'),
  serverEmbodiedKgco2e: d('kgCO2e', 0, 100_000, 'making one server without accelerators'),
  hardwareLifeYears: d('years', 0.5, 20, 'time in service'),
  productiveFraction: d('fraction', 0.01, 1, 'share of the life in which the hardware serves requests'),
  gpusPerServer: d('accelerators', 1, 1000, 'accelerators in one server'),
  trainingTonnesCo2e: d('tCO2e', 0, 10_000_000, 'carbon of training the model'),
  trainingLifetimeTokens: d('tokens', 1, 1e18, 'output tokens over which training is spread'),
  antarcticaReferenceCharactersPerToken: d('characters/token', 0.5, 20, 'reference of the normalised token'),
  charactersPerToken: d('characters/token', 0.5, 20, "characters per token of the provider's models"),
};
