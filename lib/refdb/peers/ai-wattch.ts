// biome-ignore-all format: a table reads by its rows
import type { AiWattchFactors, Model, Source } from '../types';

const AI_WATTCH: Source = {
  title: '@antarctica-global/ai-wattch-constants 1.0.2',
  url: 'https://www.npmjs.com/package/@antarctica-global/ai-wattch-constants',
  licence: 'ISC',
  date: '2026-05-07',
};

/** The node powers that it uses, kW: those of How Hungry is AI. */
type Row = readonly [id: string, nodePowerKw: number, utilization: number];

/**
 * One row per model here; their entry for a GPT-5 version covers its Instant, Thinking and Pro. The utilisation
 * is already one request's share of the node, so it is never multiplied by a number of GPUs.
 */
const rows: readonly Row[] = [
  ['gpt-5.2', 10.5, 0.07], ['gpt-5.2-thinking', 10.5, 0.07], ['gpt-5.2-pro', 10.5, 0.07],
  ['gpt-5', 10.2, 0.065], ['gpt-5-thinking', 10.2, 0.065], ['gpt-5-pro', 10.2, 0.065],
  ['gpt-5.1', 10.5, 0.07], ['gpt-5.1-thinking', 10.5, 0.07],
  ['gpt-4', 6.5, 0.1375],
  ['gpt-4o', 6.5, 0.1375],
  ['gpt-4o-mini', 6.5, 0.06625],
  ['gpt-4.1-mini', 10.2, 0.0375],
  ['gpt-4.1', 10.2, 0.065],
  ['claude-3-opus', 10.2, 0.065],
  ['claude-opus-4', 10.2, 0.065],
  ['claude-opus-4.1', 10.2, 0.065],
  ['claude-3.5-haiku', 6.5, 0.0375],
  ['claude-haiku-4.5', 10.2, 0.085],
  ['claude-3.7-sonnet', 10.2, 0.065],
  ['claude-sonnet-4', 10.2, 0.065],
  ['claude-sonnet-4.5', 10.2, 0.065],
  ['claude-opus-4.5', 10.2, 0.065],
];

const byId = new Map(rows.map(([id, nodePowerKw, utilization]) => [id, { nodePowerKw, utilization }]));

/** AI Wattch 1.1's inputs for a model; null for the models that it does not list. */
export function aiWattchFactors(model: Model): AiWattchFactors | null {
  const row = byId.get(model.id);
  if (!row) return null;
  return { ...row, pue: model.provider === 'anthropic' ? 1.115 : 1.2, serverPowerKw: 1.2, source: AI_WATTCH };
}
