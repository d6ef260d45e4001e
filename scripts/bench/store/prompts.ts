/** Made-up prompts for the store's benchmark: the same for the same number, two years up to a given moment. */
import { type PromptRecord, RECORD_VERSION, type SiteId, type StoredEstimate } from '../../../lib/prompt';

interface MadeModel {
  readonly site: SiteId;
  readonly modelId: string;
  readonly label: string;
  /** Central Wh per 1,000 output tokens. */
  readonly energyWh: number;
  readonly tokensPerSecond: number;
  readonly thinks: boolean;
}

const MODELS: readonly MadeModel[] = [
  { site: 'chatgpt', modelId: 'gpt-5', label: 'GPT-5', energyWh: 1.1, tokensPerSecond: 80, thinks: false },
  {
    site: 'chatgpt',
    modelId: 'gpt-5-thinking',
    label: 'GPT-5 Thinking',
    energyWh: 2.9,
    tokensPerSecond: 55,
    thinks: true,
  },
  { site: 'chatgpt', modelId: 'gpt-4o', label: 'GPT-4o', energyWh: 1.4, tokensPerSecond: 95, thinks: false },
  {
    site: 'claude',
    modelId: 'claude-sonnet-5',
    label: 'Sonnet 5',
    energyWh: 1.2,
    tokensPerSecond: 65,
    thinks: false,
  },
  {
    site: 'claude',
    modelId: 'claude-opus-5',
    label: 'Opus 5',
    energyWh: 3.4,
    tokensPerSecond: 40,
    thinks: true,
  },
  {
    site: 'gemini',
    modelId: 'gemini-3.5-flash',
    label: 'Flash',
    energyWh: 0.3,
    tokensPerSecond: 160,
    thinks: false,
  },
  {
    site: 'gemini',
    modelId: 'gemini-3-pro',
    label: 'Pro',
    energyWh: 1.6,
    tokensPerSecond: 75,
    thinks: true,
  },
];

const SECONDS_OF_TWO_YEARS = 730 * 86_400;
const PROMPTS_PER_CHAT = 12;
/** Every so many prompts one is tried again. */
const RETRY_EVERY = 14;

/** A number from 0 to 1 that is the same for the same numbers (the mixer of MurmurHash3). */
function chance(index: number, salt: number): number {
  let mixed = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}

const hex = (index: number, salt: number): string =>
  Math.floor(chance(index, salt) * 0xffffffff)
    .toString(16)
    .padStart(8, '0');

/** Many small values, few large ones. */
const skewed = (index: number, salt: number, middle: number): number =>
  Math.max(1, Math.round(middle * Math.exp(2.2 * (chance(index, salt) + chance(index, salt + 50) - 1))));

function estimateOf(energyWh: number, reasoningTokens: number, tokens: number): StoredEstimate {
  const range = (central: number) => ({ low: central * 0.4, central, high: central * 2.6 });
  return {
    energyWh: range(energyWh),
    co2eGrams: range(energyWh * 0.37),
    waterMl: range(energyWh * 3.1),
    waterOnSiteMl: energyWh * 0.3,
    waterOffSiteMl: energyWh * 2.8,
    otmV1EnergyWh: energyWh * 14,
    costUsd: tokens * 1e-5,
    reasoningTokens,
    gridZone: 'USA',
    gridGco2ePerKwh: 384,
    pue: 1.15,
    method: 'otm-shared',
    refdbVersion: 'made',
    otmVersion: 'made',
    factorSet: 'made',
    rangeCauses: {
      batch: { low: 0.5, high: 0.4 },
      model: { low: 0.3, high: 0.4 },
      grid: { low: 0.2, high: 0.2 },
    },
  };
}

/** Prompt number `index` of `count`, the last one sent at `endTime` (Unix seconds). */
export function madePrompt(index: number, count: number, endTime: number): PromptRecord {
  const chat = Math.floor(index / PROMPTS_PER_CHAT);
  const model = MODELS[Math.floor(chance(chat, 1) ** 1.6 * MODELS.length)] ?? MODELS[0];
  if (model === undefined) throw new Error('no models');
  const startTime = Math.round(endTime - ((count - 1 - index) / count) * SECONDS_OF_TWO_YEARS);
  const isRetry = index % RETRY_EVERY === RETRY_EVERY - 1 && index % PROMPTS_PER_CHAT !== 0;
  const inputTokens = skewed(index, 2, 60);
  const outputTokens = skewed(index, 3, 420);
  const reasoningTokens = model.thinks ? skewed(index, 4, 700) : 0;
  const ttft = 0.4 + chance(index, 5) * 2 + reasoningTokens / 300;
  const ended = chance(index, 6);
  const status =
    ended < 0.95 ? 'complete' : ended < 0.98 ? 'stopped' : ended < 0.99 ? 'failed' : 'interrupted';
  const id = `made-${index}`;
  return {
    id,
    version: RECORD_VERSION,
    revision: 1,
    taskId: isRetry ? `made-${index - 1}` : id,
    attempt: isRetry ? 2 : 1,
    attemptKind: isRetry ? 'retry' : 'first',
    site: model.site,
    layout: `${model.site}-a`,
    conversation: `${hex(chat, 7)}-${hex(chat, 8)}`,
    turnKeyHash: null,
    status,
    modelId: model.modelId,
    modelMatch: 'slug',
    modelLabel: model.label,
    startTime,
    firstTokenTime: startTime + ttft,
    lastTokenTime: startTime + ttft + (outputTokens / model.tokensPerSecond) * (0.7 + chance(index, 9) * 0.6),
    utcOffsetMinutes: 60,
    inputTextLength: inputTokens * 4,
    outputTextLength: outputTokens * 4,
    inputTokens,
    contextTokens: (index % PROMPTS_PER_CHAT) * 500,
    outputTokens,
    tokenMethod: 'exact',
    tokenError: { low: 1, high: 1.1 },
    thinking: { seen: model.thinks, statedSeconds: null, textLength: 0 },
    context: { turns: index % PROMPTS_PER_CHAT, textLength: 0, complete: true },
    media: { inputFiles: chance(index, 10) < 0.05 ? 1 : 0, inputImages: 0, outputImages: 0 },
    timesThrottled: false,
    estimate: estimateOf(
      (model.energyWh * (outputTokens + reasoningTokens)) / 1000,
      reasoningTokens,
      outputTokens + reasoningTokens,
    ),
    formerEstimate: null,
    updatedTime: startTime + 60,
  };
}
