// biome-ignore-all format: a table reads by its rows
import type { Range } from '../prompt';
import { FACTOR_NAMES, type FactorName, type Source } from './types';

const fact = (title: string, url: string | null, date: string): Source => ({ title, url, licence: 'facts', date });

const OTM = fact('The One-Token Model v1.0, Antarctica Global', 'https://www.antarctica.io/research/one-token-model', '2025-12-01');
const OTM_SLIDES = fact('The One-Token Model: A Multi-Layer Framework, SC4RC, CERN', 'https://indico.cern.ch/event/1526482/contributions/7027731/', '2026-05-07');
const CONSOLE = fact('Energy Per Inference Console, Antarctica Global', 'https://www.antarctica.io', '2026-06');
const ML_ENERGY: Source = { title: 'ML.ENERGY Leaderboard v3.0: our fit to 186 text-chat configurations', url: 'https://github.com/ml-energy/leaderboard', licence: 'Apache-2.0', date: '2025-12' };
const BATCH = fact('Calibrated: 300 tokens of a 400B/90B model at 0.33 Wh, beside 0.24, 0.31 and 0.34 Wh published', 'https://arxiv.org/abs/2509.20241', '2026-11-21');
const GOOGLE = fact('Elsworth et al.: shares of accelerators, host, idle reserve and overhead', 'https://arxiv.org/abs/2508.15734', '2025-08');
const CONVENTION = fact("Tokenprint's convention, explained in the method", null, '2026-11-21');
const PREFILL = fact('Nine pairs of runs of one engine on the same accelerators, long input against long output', null, '2026-11-27');
const LONG_CONTEXT = fact('How Hungry is AI? v6: the formula gives 0.27 of its modelled figure at 100,000 tokens in', 'https://arxiv.org/abs/2505.09598', '2025-11-24');
const LEFT_OUT: Source = { title: 'ML.ENERGY Leaderboard v3.0: 1.645 ln(rms) of models left out of the fit, 186 text-chat configurations of 12 models (`npm run validate`)', url: 'https://github.com/ml-energy/leaderboard', licence: 'Apache-2.0', date: '2026-11-27' };
const GPU_COUNT = fact('Llama 8B on 1, 2 and 4 H100: 27.2, 24.6 and 17.2 tokens per joule', null, '2026-11-27');
const REASONING_ENERGY: Source = { title: 'ML.ENERGY Leaderboard v3.0: the fit gives 0.78-0.83 of measured reasoning traces', url: 'https://github.com/ml-energy/leaderboard', licence: 'Apache-2.0', date: '2026-11-27' };
const OUTSIDE_FIT: Source = { title: 'ML.ENERGY Leaderboard v3.0: outside batch 4-600, and above 256 for reasoning, the formula is low by up to 3', url: 'https://github.com/ml-energy/leaderboard', licence: 'Apache-2.0', date: '2026-11-27' };
const FOUR_BIT = fact('Serving in 4 bits takes 0.30-0.45 of 8 bits: ln of their geometric mean; how often it is done is not known', null, '2026-11-27');
const CACHE = fact('Vendors: cached input about 90 % cheaper, kept for some minutes', 'https://docs.claude.com/en/docs/build-with-claude/prompt-caching', '2026-11-21');
const H100 = fact('NVIDIA H100 SXM data sheet, DGX H100', 'https://www.nvidia.com/en-us/data-center/h100/', '2026-11-21');
const NETWORK = fact('Aslan et al. 2018: 0.06 kWh/GB in 2015, halving every two years', 'https://doi.org/10.1111/jiec.12630', '2018');
const EMBODIED = fact('NVIDIA HGX H100 product carbon footprint, server as in EcoLogits 0.9.3', 'https://github.com/mlco2/ecologits', '2026-03-13');
const TRAINING = fact('Example of the EcoLogits FAQ: 1,900 t over 10^11 requests, here of 300 tokens', 'https://ecologits.ai', '2026-03-13');

/** Factors that depend on the model or its provider; all others are constants of the method. */
export const MODEL_FACTOR_NAMES = [
  'totalParameters', 'activeParameters', 'weightBits', 'pue', 'hiddenContextTokens',
  'gridGco2ePerKwh', 'wueOnSite', 'wueOffSite', 'charactersPerToken', 'spanHardwareLn',
] as const satisfies readonly FactorName[];
export type ModelFactorName = (typeof MODEL_FACTOR_NAMES)[number];
export type MethodFactorName = Exclude<FactorName, ModelFactorName>;


const ofModel: ReadonlySet<FactorName> = new Set(MODEL_FACTOR_NAMES);

export const METHOD_FACTOR_NAMES: readonly MethodFactorName[] = FACTOR_NAMES.filter(
  (name): name is MethodFactorName => !ofModel.has(name),
);

interface Constant { readonly value: Range; readonly source: Source }

const c = (low: number, central: number, high: number, source: Source): Constant => ({ value: { low, central, high }, source });
const exact = (value: number, source: Source): Constant => c(value, value, value, source);

/** The constants of the method, each in this one place. */
export const methodConstants: Readonly<Record<MethodFactorName, Constant>> = {
  batchSize: c(16, 96, 256, BATCH),
  blackwellShare: c(0, 0.5, 1, CONVENTION),
  hostOverhead: c(1.25, 1.43, 1.7, GOOGLE),
  provisionedIdle: c(1, 1.1, 1.3, GOOGLE),
  prefillRatio: c(0.06, 0.092, 0.14, PREFILL),
  cacheRatio: c(0.02, 0.1, 0.25, CACHE),
  cachedShareRecent: c(0.8, 0.85, 0.9, CACHE),
  cachedShareStale: c(0.2, 0.25, 0.3, CACHE),
  cacheRecencySeconds: exact(300, CACHE),
  fitIntercept: exact(-1.4371, ML_ENERGY),
  fitBlackwell: exact(-0.11328, ML_ENERGY),
  fit8Bit: exact(-0.3112, ML_ENERGY),
  fitNative4Bit: exact(0.3, ML_ENERGY),
  fitActiveExponent: exact(0.14934, ML_ENERGY),
  fitTotalExponent: exact(0.73539, ML_ENERGY),
  fitBatchExponent: exact(-0.55503, ML_ENERGY),
  spanBatchLn: exact(0.77, CONVENTION),
  spanFitLn: exact(0.685, LEFT_OUT),
  spanHostLn: exact(0.16, GOOGLE),
  spanIdleLn: exact(0.13, GOOGLE),
  spanPueLn: exact(0.07, CONVENTION),
  spanGpuCountLn: exact(0.458, GPU_COUNT),
  spanFourBitLn: exact(1, FOUR_BIT),
  spanOutsideFitLn: exact(1.0986, OUTSIDE_FIT),
  longContextTokens: exact(32_000, LONG_CONTEXT),
  spanLongContextLn: exact(1.309, LONG_CONTEXT),
  reasoningWaitBaseSeconds: exact(1, CONVENTION),
  reasoningMinVisibleTokens: exact(50, CONVENTION),
  reasoningMinDecodeSeconds: exact(1, CONVENTION),
  reasoningLowFactor: exact(0.5, CONVENTION),
  reasoningHighFactor: exact(2, CONVENTION),
  reasoningTokensMedium: exact(500, CONVENTION),
  reasoningTokensThinking: exact(2000, CONVENTION),
  reasoningTokensHigh: exact(5000, CONVENTION),
  reasoningProMultiple: exact(8, CONVENTION),
  reasoningWeight: c(1, 1.25, 1.6, REASONING_ENERGY),
  electricityUsdPerKwh: exact(0.08, CONSOLE),
  utilization: c(0.1, 0.1, 0.8, OTM),
  utilizationFloor: exact(0.1, OTM),
  serverPowerKw: exact(1.2, OTM),
  gpuPowerKw: exact(0.7, H100),
  gpuMemoryGb: exact(80, H100),
  memoryOverhead: exact(1.2, OTM),
  bytesPerParameter: exact(4, OTM),
  fullLoadFraction: c(0.63, 0.78, 0.84, OTM_SLIDES),
  idlePowerFraction: c(0.08, 0.1, 0.12, OTM_SLIDES),
  powerExponent: exact(1, OTM_SLIDES),
  cpuRamShare: exact(0.3, OTM_SLIDES),
  networkKwhPerGb: c(0.0005, 0.002, 0.01, NETWORK),
  gpuEmbodiedKgco2e: exact(164, EMBODIED),
  serverEmbodiedKgco2e: exact(5700, EMBODIED),
  hardwareLifeYears: c(3, 4, 6, CONVENTION),
  productiveFraction: c(0.3, 0.5, 0.7, CONVENTION),
  gpusPerServer: exact(8, H100),
  trainingTonnesCo2e: exact(1900, TRAINING),
  trainingLifetimeTokens: exact(3e13, TRAINING),
  antarcticaReferenceCharactersPerToken: exact(4, OTM),
};

/** Guessed size of the app's own instructions by provider: in the high bound only. */
export const HIDDEN_CONTEXT_GUESS: Readonly<Record<string, number>> = { openai: 5000, anthropic: 25_000, google: 4000 };
export const HIDDEN_CONTEXT_SOURCE = fact('Guess: ChatGPT 2-5 k, Claude 10-25 k, Gemini 1-4 k tokens; sizes are not published', null, '2026-11-21');

/** Reach of accelerators by what a provider runs on: the fit has seen Hopper and Blackwell alone. */
export const HARDWARE_REACH = { seen: 0.06, unseen: 0.26 } as const;
export const HARDWARE_SOURCE = fact("Tokenprint's convention: half the step from Hopper to Blackwell; a factor of 1.3 where TPU or Trainium serve, of which no measurement is public", null, '2026-11-27');
