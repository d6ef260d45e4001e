// biome-ignore-all format: a table reads by its rows
import type { SiteId } from '../../prompt';
import type { Model, TokenizerFamily } from '../types';
import { type ModelRow, modelsOf } from './row';
import { PRICE_LIST, UNKNOWN_MODEL } from './sources';

const row = (id: string, name: string, release: string): ModelRow => ({
  id, name, release, labels: [],
  reasoning: 'unknown', tier: 'unknown', totalB: [100, 400, 2000], activeB: [20, 60, 200], bits: [4, 8, 16],
  tps: 70, ttft: 1, usd: null, sure: 'very-low', note: 'Speed and waiting time of a typical large model of the tables',
});

const entry = (provider: string, tokenizer: TokenizerFamily, model: ModelRow): readonly Model[] =>
  modelsOf({ provider, tokenizer, source: UNKNOWN_MODEL, priceSource: PRICE_LIST }, [model]);

/** One wide entry per site, taken when the page names nothing that the tables know. */
export const unknownModels: readonly Model[] = [
  ...entry('openai', 'openai-o200k', row('unknown-chatgpt', 'Unknown ChatGPT model', '2022-11')),
  ...entry('anthropic', 'claude-4.7+', row('unknown-claude', 'Unknown Claude model', '2023-03')),
  ...entry('google', 'gemini', row('unknown-gemini', 'Unknown Gemini model', '2023-03')),
];

/** Id of the unknown model of a site. */
export function unknownModelId(site: SiteId): string {
  return `unknown-${site}`;
}
