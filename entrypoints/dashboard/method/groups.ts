/** The factors in the groups that the room shows, each in exactly one. */
import type { FactorName } from '../../../lib/refdb/types';

export const GROUP_NAMES = [
  'place',
  'serving',
  'model',
  'thinking',
  'v1',
  'options',
  'fit',
  'spans',
] as const;
export type GroupName = (typeof GROUP_NAMES)[number];

export const GROUPS: Readonly<Record<GroupName, readonly FactorName[]>> = {
  place: ['pue', 'gridGco2ePerKwh', 'wueOnSite', 'wueOffSite', 'electricityUsdPerKwh'],
  serving: [
    'batchSize',
    'blackwellShare',
    'hostOverhead',
    'provisionedIdle',
    'prefillRatio',
    'cacheRatio',
    'cachedShareRecent',
    'cachedShareStale',
    'cacheRecencySeconds',
    'hiddenContextTokens',
  ],
  model: ['totalParameters', 'activeParameters', 'weightBits', 'charactersPerToken'],
  thinking: [
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
  ],
  v1: [
    'utilization',
    'utilizationFloor',
    'serverPowerKw',
    'gpuPowerKw',
    'gpuMemoryGb',
    'gpusPerServer',
    'memoryOverhead',
    'bytesPerParameter',
    'fullLoadFraction',
    'idlePowerFraction',
    'powerExponent',
    'cpuRamShare',
  ],
  options: [
    'gpuEmbodiedKgco2e',
    'serverEmbodiedKgco2e',
    'hardwareLifeYears',
    'productiveFraction',
    'networkKwhPerGb',
    'trainingTonnesCo2e',
    'trainingLifetimeTokens',
    'antarcticaReferenceCharactersPerToken',
  ],
  fit: [
    'fitIntercept',
    'fitBlackwell',
    'fit8Bit',
    'fitNative4Bit',
    'fitActiveExponent',
    'fitTotalExponent',
    'fitBatchExponent',
  ],
  spans: [
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
  ],
};

/** Groups that most people never open. */
export const FOLDED: ReadonlySet<GroupName> = new Set(['thinking', 'v1', 'options', 'fit', 'spans']);
