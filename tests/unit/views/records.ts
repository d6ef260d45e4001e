/** Plain records and sums for the tests of views. */
import type { PromptRecord, Range, StoredEstimate } from '../../../lib/prompt';
import { parseSettings, type Settings } from '../../../lib/settings';
import { ZERO_MEASURES } from '../../../lib/store/measures';
import type { Measures, Totals } from '../../../lib/store/types';

export const SETTINGS: Settings = parseSettings(null);

/** A range around a central value. */
export const spread = (central: number): Range => ({ low: central / 2, central, high: central * 3 });

export const estimate = (change: Partial<StoredEstimate> = {}): StoredEstimate => ({
  energyWh: { low: 0.12, central: 0.34, high: 0.95 },
  co2eGrams: { low: 0.04, central: 0.13, high: 0.4 },
  waterMl: { low: 0.4, central: 1.1, high: 3.2 },
  waterOnSiteMl: 0.1,
  waterOffSiteMl: 1,
  otmV1EnergyWh: 5.28,
  costUsd: 0.0031,
  reasoningTokens: 0,
  gridZone: 'USA',
  gridGco2ePerKwh: 384,
  pue: 1.17,
  method: 'otm-shared',
  refdbVersion: '2026.11',
  otmVersion: '1',
  factorSet: 'factors-1',
  rangeCauses: { batch: { low: 0.7, high: 0.6 }, model: { low: 0.3, high: 0.4 } },
  ...change,
});

export const START = Date.UTC(2026, 10, 22, 12, 0, 0) / 1000;

export const record = (change: Partial<PromptRecord> = {}): PromptRecord => ({
  id: 'r1',
  version: 1,
  revision: 1,
  taskId: 'r1',
  attempt: 1,
  attemptKind: 'first',
  site: 'chatgpt',
  layout: 'chatgpt-a',
  conversation: 'chat-1',
  turnKeyHash: null,
  status: 'complete',
  modelId: 'gpt-5',
  modelMatch: 'slug',
  modelLabel: 'GPT-5',
  startTime: START,
  firstTokenTime: START + 1.2,
  lastTokenTime: START + 4.2,
  utcOffsetMinutes: 60,
  inputTextLength: 400,
  outputTextLength: 1200,
  inputTokens: 100,
  contextTokens: 0,
  outputTokens: 300,
  tokenMethod: 'exact',
  tokenError: { low: 1, high: 1.15 },
  thinking: { seen: false, statedSeconds: null, textLength: 0 },
  context: { turns: 0, textLength: 0, complete: true },
  media: { inputFiles: 0, inputImages: 0, outputImages: 0 },
  timesThrottled: false,
  estimate: estimate(),
  formerEstimate: null,
  updatedTime: START + 5,
  ...change,
});

export const measures = (count: number, energyWh: number): Measures => ({
  ...ZERO_MEASURES,
  count,
  energyWh: spread(energyWh),
  co2eGrams: spread(energyWh * 0.4),
  waterMl: spread(energyWh * 3),
  otmV1EnergyWh: energyWh * 15,
});

export const totals = (total: Measures): Totals => ({
  total,
  bySite: { chatgpt: total, claude: ZERO_MEASURES, gemini: ZERO_MEASURES },
  byStatus: {
    complete: total,
    stopped: ZERO_MEASURES,
    failed: ZERO_MEASURES,
    interrupted: ZERO_MEASURES,
  },
});
