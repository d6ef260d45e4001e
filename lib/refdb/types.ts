/** Shapes of the reference tables. Types only: lib/otm and lib/refdb share them without sharing code. */
import type { ModelMatchKind, Range, SiteId } from '../prompt';

/** Where a figure comes from and how old it is. */
export interface Source {
  readonly title: string;
  readonly url: string | null;
  readonly licence: string;
  /** ISO date or month of the figure. */
  readonly date: string;
}

export type ProviderId = string;
export type Tier = 'small' | 'medium' | 'large' | 'xlarge' | 'pro' | 'open' | 'unknown';
/** Whether hidden reasoning happens: never, when asked, when the model decides, behind a router, always. */
export type Reasoning = 'none' | 'optional' | 'adaptive' | 'router' | 'always' | 'unknown';
export type Effort = 'instant' | 'low' | 'medium' | 'high' | 'extra-high' | 'thinking' | 'pro' | 'auto';

/**
 * Whose token counts a model has: o200k and cl100k can be counted here, Claude's and Gemini's are published
 * multiples of o200k, `other` is any open vocabulary.
 */
export type TokenizerFamily =
  | 'openai-o200k'
  | 'openai-cl100k'
  | 'claude-3-to-4.6'
  | 'claude-4.7+'
  | 'claude-haiku-5.5'
  | 'gemini'
  | 'other';

/** API list price, US dollars per million tokens. */
export interface Price {
  readonly input: number;
  readonly output: number;
  readonly cachedInput: number | null;
}

/** A list price from a day on, YYYY-MM-DD or YYYY-MM. */
export interface DatedPrice extends Price {
  readonly since: string;
  /** What prompts above a length cost instead; null where the length does not matter. */
  readonly longPrompt: (Price & { readonly aboveTokens: number }) | null;
  readonly source: Source;
}

/** One chat model. Parameter counts in 10^9. */
export interface Model {
  readonly id: string;
  readonly displayName: string;
  readonly provider: ProviderId;
  /** Day of release, YYYY-MM-DD, or its month where the day is not known: it then counts from the first on. */
  readonly release: string;
  /** What its successors have in common with it, such as "gemini flash": a newer one makes a bare word doubtful. */
  readonly family: string;
  /** When the site stopped offering it, with the source; null while it is offered or when nobody has said so. */
  readonly retired: { readonly day: string; readonly source: Source } | null;
  readonly labels: readonly string[];
  readonly slugs: readonly string[];
  readonly reasoning: Reasoning;
  readonly tier: Tier;
  readonly totalParametersB: Range;
  readonly activeParametersB: Range;
  readonly weightBits: Range;
  readonly tokenizer: TokenizerFamily;
  /** Native 4-bit weights disclosed by the vendor. */
  readonly native4Bit: boolean;
  readonly outputTokensPerSecond: number | null;
  readonly ttftSeconds: number | null;
  /** List price on the day of the tables; null where there is none. */
  readonly usdPerMtok: Price | null;
  /** Origin of that list price; null where there is none. */
  readonly priceSource: Source | null;
  /** Every list price, oldest first; one may lie ahead. */
  readonly prices: readonly DatedPrice[];
  readonly confidence: 'high' | 'medium' | 'low' | 'very-low';
  readonly source: Source;
  readonly note: string;
}

export const EQUIVALENCE_IDS = [
  'phone-charge',
  'led-hour',
  'kettle',
  'car-km',
  'train-km',
  'streaming-hour',
  'glass-of-water',
] as const;
/** Everyday things that an amount is compared with. */
export type EquivalenceId = (typeof EQUIVALENCE_IDS)[number];

/** What a page's slug or label was taken to mean on a date. */
export interface ModelMatch {
  readonly model: Model;
  readonly match: ModelMatchKind;
  /** True when the model is a guess (family or unknown) and its range is widened. */
  readonly guessed: boolean;
  readonly effort: Effort | null;
}

export const PLANS = ['free', 'paid'] as const;
/** Sites give people without a subscription another default model. */
export type Plan = (typeof PLANS)[number];

/** A question for the look-up. */
export interface ModelQuery {
  readonly site: SiteId;
  readonly slug: string | null;
  readonly label: string | null;
  /** Unix seconds of the prompt: the same word names another model every few months. */
  readonly time: number;
  /** Model id that the person chose for pages that show no model; absent or null when none. */
  readonly chosen?: string | null;
  /** The person's plan on this site, which decides its default model; absent or null when not known. */
  readonly plan?: Plan | null;
}

/** One constant of the method with its spread, unit and origin; the only home of its value. */
export interface Factor {
  readonly name: string;
  readonly value: Range;
  readonly unit: string;
  readonly description: string;
  readonly source: Source;
  /** True when the user set it: exact, and out of the range's causes. */
  readonly overridden: boolean;
}

/**
 * Every constant of the method by name. A user override, `--set` of the command line and the assumptions of a
 * result all use these names.
 */
export const FACTOR_NAMES = [
  // model and serving
  'totalParameters',
  'activeParameters',
  'weightBits',
  'batchSize',
  'blackwellShare',
  'hostOverhead',
  'provisionedIdle',
  'pue',
  'prefillRatio',
  'cacheRatio',
  'cachedShareRecent',
  'cachedShareStale',
  'cacheRecencySeconds',
  'hiddenContextTokens',
  // the fitted energy per output token
  'fitIntercept',
  'fitBlackwell',
  'fit8Bit',
  'fitNative4Bit',
  'fitActiveExponent',
  'fitTotalExponent',
  'fitBatchExponent',
  // spans of the range, natural logarithms
  'spanBatchLn',
  'spanFitLn',
  'spanHostLn',
  'spanIdleLn',
  'spanPueLn',
  'spanGpuCountLn',
  'spanHardwareLn',
  'spanFourBitLn',
  'spanOutsideFitLn',
  'longContextTokens',
  'spanLongContextLn',
  // hidden reasoning
  'reasoningWaitBaseSeconds',
  'reasoningMinVisibleTokens',
  'reasoningMinDecodeSeconds',
  'reasoningLowFactor',
  'reasoningHighFactor',
  'reasoningTokensMedium',
  'reasoningTokensThinking',
  'reasoningTokensHigh',
  'reasoningProMultiple',
  'reasoningWeight',
  // place
  'gridGco2ePerKwh',
  'wueOnSite',
  'wueOffSite',
  'electricityUsdPerKwh',
  // One-Token Model v1.0 and v1.1
  'utilization',
  'utilizationFloor',
  'serverPowerKw',
  'gpuPowerKw',
  'gpuMemoryGb',
  'memoryOverhead',
  'bytesPerParameter',
  'fullLoadFraction',
  'idlePowerFraction',
  'powerExponent',
  'cpuRamShare',
  'networkKwhPerGb',
  'gpuEmbodiedKgco2e',
  'serverEmbodiedKgco2e',
  'hardwareLifeYears',
  'productiveFraction',
  'gpusPerServer',
  'trainingTonnesCo2e',
  'trainingLifetimeTokens',
  'antarcticaReferenceCharactersPerToken',
  'charactersPerToken',
] as const;
export type FactorName = (typeof FACTOR_NAMES)[number];

/** A user's own value for a factor: exact. */
export type FactorOverrides = Partial<Readonly<Record<FactorName, number>>>;

/** Everything the estimators need to know of the world for one model on one day, with its origin. */
export interface Factors {
  /** Stable key: equal keys mean equal factors. Stored with each record. */
  readonly key: string;
  readonly refdbVersion: string;
  readonly model: Model;
  /** The model is a guess: its parameter range is already widened. */
  readonly guessed: boolean;
  /** Targets of a routed label ("Auto"): the mixture's low and high ends; null when the label names one model. */
  readonly routed: { readonly low: Model; readonly high: Model } | null;
  /** Grid zone code (ISO alpha-3 or region) whose carbon is used. */
  readonly gridZone: string;
  /** True when the off-site water is the provider's because the chosen zone has none. */
  readonly waterIsProviders: boolean;
  readonly values: Readonly<Record<FactorName, Factor>>;
  readonly peers: PeerFactors;
}

/** Inputs of the other published methods; null where a method has no data for this model or provider. */
export interface PeerFactors {
  readonly ecologits: EcoLogitsFactors | null;
  readonly howHungry: HowHungryFactors | null;
  readonly epoch: EpochFactors;
  readonly silicon: SiliconFactors;
  readonly aiWattch: AiWattchFactors | null;
  /** What the provider itself has published per prompt: a line to compare with, not an estimate. */
  readonly disclosure: Disclosure | null;
}

/** EcoLogits 0.9.3 for one model: see estimators.md section 1 for the formulas. */
export interface EcoLogitsFactors {
  readonly totalB: readonly [number, number];
  readonly activeB: readonly [number, number];
  readonly tokensPerSecond: number | null;
  readonly ttftSeconds: number | null;
  readonly pue: readonly [number, number];
  readonly wueOnSite: readonly [number, number];
  readonly gridGco2ePerKwh: number;
  readonly wueOffSite: number;
  readonly constants: EcoLogitsConstants;
  readonly source: Source;
}

/** The constants of EcoLogits 0.9.3, units in the names. */
export interface EcoLogitsConstants {
  readonly quantizationBits: number;
  readonly memoryOverhead: number;
  readonly gpuEnergyAlphaWh: number;
  readonly gpuEnergyBeta: number;
  readonly gpuEnergyGammaWh: number;
  readonly latencyAlphaSeconds: number;
  readonly latencyBetaSeconds: number;
  readonly latencyGammaSeconds: number;
  readonly gpuMemoryGb: number;
  readonly gpuEmbodiedKgco2e: number;
  readonly serverGpus: number;
  readonly serverPowerKw: number;
  readonly serverEmbodiedKgco2e: number;
  readonly hardwareLifeSeconds: number;
  readonly batchSize: number;
}

/** How Hungry is AI v6 for one model: shares of a node's power that one request takes. */
export interface HowHungryFactors {
  readonly gpuPowerKw: number;
  readonly nonGpuPowerKw: number;
  readonly gpuUtilization: readonly [number, number];
  readonly nonGpuUtilization: number;
  readonly pue: number;
  readonly wueOnSite: number;
  readonly wueOffSite: number;
  readonly gridKgco2ePerKwh: number;
  readonly source: Source;
}

/** Epoch AI, February 2025. */
export interface EpochFactors {
  readonly peakFlopPerSecond: number;
  readonly modelFlopUtilization: number;
  readonly serverWattsPerGpu: number;
  readonly load: number;
  readonly pue: number;
  readonly source: Source;
}

/** The silicon rule of thumb: weights read once per token and batch. */
export interface SiliconFactors {
  readonly bandwidthGbPerSecond: number;
  readonly gpuPowerWatts: number;
  readonly source: Source;
}

/** AI Wattch 1.1's own inputs for one model. */
export interface AiWattchFactors {
  readonly nodePowerKw: number;
  readonly utilization: number;
  readonly pue: number;
  readonly serverPowerKw: number;
  readonly source: Source;
}

/** A provider's own figure per prompt. */
export interface Disclosure {
  /** Who states it: the pages say what it is of in the person's language. */
  readonly provider: 'google' | 'openai';
  /** What it is of, in English, for the command line. */
  readonly label: string;
  readonly energyWh: number;
  readonly co2eGrams: number | null;
  readonly waterMl: number | null;
  readonly source: Source;
}

/** A published life-cycle figure per answer; it states no energy. */
export interface LifeCycleDisclosure {
  readonly provider: ProviderId;
  readonly label: string;
  readonly co2eGrams: number;
  readonly waterMl: number;
  readonly source: Source;
}
