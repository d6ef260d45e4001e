// biome-ignore-all format: a table reads by its rows
import { type ModelRow, modelsOf, scaledSize } from './row';
import { ANTHROPIC_AUTUMN, CLOUD_NOTES, GOOGLE_AUTUMN, GOOGLE_PRICES, OPENAI_AUTUMN, PRICE_LIST, SIZE_GUESS } from './sources';

/** Nearest older rows with evidence: total and active parameters (10^9), launch price of output. */
const GPT_55 = [1500, 130, 30] as const;
const OPUS_46 = [1000, 150, 25] as const;
const SONNET_46 = [440, 90, 15] as const;
const HAIKU_45 = [80, 20, 5] as const;
const GEMINI_25_FLASH = [200, 30, 2.5] as const;
const GEMINI_3_PRO = [1200, 120, 12] as const;

const closed = { sure: 'very-low', bits: [4, 8, 16] } as const satisfies Partial<ModelRow>;
const SCALED = 'Size scaled by launch price from';
const NO_PRICE = 'No price found';

/** OpenAI from September 2026 on. */
export const openAiAutumn = modelsOf({ provider: 'openai', tokenizer: 'openai-o200k', source: SIZE_GUESS, priceSource: OPENAI_AUTUMN }, [
  { ...closed, id: 'gpt-6-astra', name: 'GPT-6 Astra', release: '2026-09-03', labels: ['GPT-6 Astra', 'GPT-6 Pro'], slugs: ['gpt-6-astra', 'gpt-6-astra-wm', 'gpt-6-pro'],
    reasoning: 'always', tier: 'pro', ...scaledSize(GPT_55, 50), tps: 30, ttft: 20, usd: [10, 50, 1], note: `${SCALED} GPT-5.5; the Pro reasoning of ChatGPT; speed guessed`, },
  { ...closed, id: 'gpt-6-sol', name: 'GPT-6 Sol', release: '2026-09-22', labels: ['GPT-6 Sol'], slugs: ['gpt-6-sol'],
    reasoning: 'router', tier: 'large', ...scaledSize(GPT_55, 10), tps: 80, ttft: 1.3, usd: [2, 10, 0.2], note: `${SCALED} GPT-5.5; speed guessed`, },
  { ...closed, id: 'gpt-6-luna', name: 'GPT-6 Luna', release: '2026-09-22', labels: ['GPT-6 Luna'], slugs: ['gpt-6-luna'],
    reasoning: 'router', tier: 'small', ...scaledSize(GPT_55, 0.5), tps: 180, ttft: 0.6, usd: [0.1, 0.5, 0.01], note: `${SCALED} GPT-5.5; speed guessed`, },
  { ...closed, id: 'gpt-6.1-sol', name: 'GPT-6.1 Sol', release: '2026-09-29', labels: ['GPT-6.1 Sol'], slugs: ['gpt-6-1-sol'],
    reasoning: 'router', tier: 'large', ...scaledSize(GPT_55, 10), tps: 80, ttft: 1.3, usd: [2, 10, 0.1], note: `${SCALED} GPT-5.5; speed guessed`, },
  { ...closed, id: 'gpt-6.1-terra', name: 'GPT-6.1 Terra', release: '2026-11-11', labels: ['GPT-6.1 Terra'], slugs: ['gpt-6-1-terra'],
    reasoning: 'router', tier: 'large', totalB: [100, 600, 3000], activeB: [15, 80, 400], tps: 90, ttft: 1.2, usd: null, source: CLOUD_NOTES, note: `${NO_PRICE}: size of GPT-5.6 Terra, wider`, },
  { ...closed, id: 'gpt-6.2-sol', name: 'GPT-6.2 Sol', release: '2026-11-17', labels: ['GPT-6.2 Sol'], slugs: ['gpt-6-2-sol'],
    reasoning: 'router', tier: 'large', ...scaledSize(GPT_55, 10), tps: 80, ttft: 1.3, usd: null, source: CLOUD_NOTES, note: `${NO_PRICE}: size of GPT-6.1 Sol`, },
  { ...closed, id: 'gpt-6.2-astra', name: 'GPT-6.2 Astra', release: '2026-11-17', labels: ['GPT-6.2 Astra'], slugs: ['gpt-6-2-astra'],
    reasoning: 'always', tier: 'pro', ...scaledSize(GPT_55, 50), tps: 30, ttft: 20, usd: null, source: CLOUD_NOTES, note: `${NO_PRICE}: size of GPT-6 Astra`, },
]);

/** Anthropic from September 2026 on, and the two Mythos rows, which are Fable by weights and price. */
export const anthropicAutumn = modelsOf({ provider: 'anthropic', tokenizer: 'claude-4.7+', source: SIZE_GUESS, priceSource: ANTHROPIC_AUTUMN }, [
  { ...closed, id: 'claude-mythos-5', name: 'Claude Mythos 5', release: '2026-06', labels: ['Claude Mythos 5', 'Mythos 5'], slugs: ['claude-mythos-5'],
    reasoning: 'always', tier: 'xlarge', totalB: [800, 3000, 10000], activeB: [130, 300, 800], bits: [4, 8, 8], tps: 45, ttft: 5, usd: [10, 50, 1], priceSource: PRICE_LIST, note: 'Weights and price of Fable 5; restricted access', },
  { ...closed, id: 'claude-fable-5.1', name: 'Claude Fable 5.1', release: '2026-09', labels: ['Claude Fable 5.1', 'Fable 5.1'], slugs: ['claude-fable-5-1'],
    reasoning: 'always', tier: 'xlarge', ...scaledSize(OPUS_46, 50), tps: 45, ttft: 5, usd: [10, 50, 0.25], note: `${SCALED} Opus 4.6; speed of Fable 5`, },
  { ...closed, id: 'claude-mythos-5.1', name: 'Claude Mythos 5.1', release: '2026-09', labels: ['Claude Mythos 5.1', 'Mythos 5.1'], slugs: ['claude-mythos-5-1'],
    reasoning: 'always', tier: 'xlarge', ...scaledSize(OPUS_46, 50), tps: 45, ttft: 5, usd: [10, 50, 0.25], note: 'Weights and price of Fable 5.1; restricted access', },
  { ...closed, id: 'claude-opus-5.5', name: 'Claude Opus 5.5', release: '2026-09-22', labels: ['Claude Opus 5.5', 'Opus 5.5'], slugs: ['claude-opus-5-5'],
    reasoning: 'adaptive', tier: 'large', ...scaledSize(OPUS_46, 20), tps: 65, ttft: 2, usd: [4, 20, 0.2], note: `${SCALED} Opus 4.6; speed guessed`, },
  { ...closed, id: 'claude-sonnet-5.5', name: 'Claude Sonnet 5.5', release: '2026-09-28', labels: ['Claude Sonnet 5.5', 'Sonnet 5.5'], slugs: ['claude-sonnet-5-5'],
    reasoning: 'adaptive', tier: 'large', ...scaledSize(SONNET_46, 10), tps: 75, ttft: 1.4, usd: [2, 10, 0.1], note: `${SCALED} Sonnet 4.6; tokenizer of Sonnet 5; speed guessed`, },
  { ...closed, id: 'claude-haiku-5.5', name: 'Claude Haiku 5.5', tokenizer: 'claude-haiku-5.5', release: '2026-10-07', labels: ['Claude Haiku 5.5', 'Haiku 5.5'], slugs: ['claude-haiku-5-5'],
    reasoning: 'adaptive', tier: 'small', ...scaledSize(HAIKU_45, 0.5), tps: 160, ttft: 0.6, usd: [0.1, 0.5, null], longPrompt: [100_000, [0.5, 2.5, null]], note: `${SCALED} Haiku 4.5; about 30 % more tokens than Haiku 4.5; speed guessed`, },
  { ...closed, id: 'claude-fable-5.2', name: 'Claude Fable 5.2', release: '2026-11-09', labels: ['Claude Fable 5.2', 'Fable 5.2'], slugs: ['claude-fable-5-2'],
    reasoning: 'always', tier: 'xlarge', ...scaledSize(OPUS_46, 50), tps: 45, ttft: 5, usd: null, source: CLOUD_NOTES, note: `${NO_PRICE}: size of Fable 5.1`, },
]);

/** Google from September 2026 on. */
export const googleAutumn = modelsOf({ provider: 'google', tokenizer: 'gemini', source: SIZE_GUESS, priceSource: GOOGLE_PRICES }, [
  { ...closed, id: 'gemini-3.8-flash', name: 'Gemini 3.8 Flash', release: '2026-09', labels: ['3.8 Flash'], slugs: ['gemini-3-8-flash'],
    reasoning: 'optional', tier: 'medium', ...scaledSize(GEMINI_25_FLASH, 7.5), tps: 250, ttft: 1.8,
    usd: [0.75, 3.75, null], repriced: [['2027-01-01', [1.5, 7.5, null], GOOGLE_AUTUMN]], priceSource: GOOGLE_AUTUMN, note: `${SCALED} 2.5 Flash by the list price, which follows the introductory one; speed of 3.7 Flash`, },
  { ...closed, id: 'gemini-4-argon', name: 'Gemini 4 Argon', release: '2026-09-30', labels: ['Gemini 4 Argon', '4 Argon'], slugs: ['gemini-4-argon'], family: 'gemini pro',
    reasoning: 'always', tier: 'large', ...scaledSize(GEMINI_3_PRO, 20), tps: 100, ttft: 5, usd: [2, 10, 0.1], priceSource: GOOGLE_AUTUMN, note: `${SCALED} Gemini 3 Pro by the list price of $20; introductory price, its end is not known; generally available from 13 October; speed of 3.1 Pro`, },
]);
