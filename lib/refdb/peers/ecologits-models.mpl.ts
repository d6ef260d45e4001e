// biome-ignore-all format: a table reads by its rows
/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/.
 */

/** EcoLogits' own view of one model: parameters in 10^9 as [min, max], median speed and waiting time. */
export interface EcoLogitsRow {
  readonly totalB: readonly [number, number];
  readonly activeB: readonly [number, number];
  readonly tps: number | null;
  readonly ttft: number | null;
}

/** Models of EcoLogits 0.9.3 (github.com/mlco2/ecologits, commit 5be90da, 2026-03-13) by the id used here. */
export const ecoLogitsModels: ReadonlyMap<string, EcoLogitsRow> = new Map<string, EcoLogitsRow>([
  ['gpt-4o-mini', { totalB: [8, 28], activeB: [8, 28], tps: 36.8, ttft: 0.49 }],
  ['gpt-4o', { totalB: [440, 440], activeB: [44, 132], tps: 37.8, ttft: 0.52 }],
  ['gpt-4-turbo', { totalB: [880, 880], activeB: [88, 264], tps: 25.9, ttft: 1.02 }],
  ['gpt-4', { totalB: [1760, 1760], activeB: [176, 528], tps: 25.4, ttft: 0.7 }],
  ['gpt-4.1', { totalB: [352, 352], activeB: [35, 106], tps: 40.0, ttft: 0.79 }],
  ['gpt-4.1-mini', { totalB: [40, 112], activeB: [40, 112], tps: 36.2, ttft: 0.62 }],
  ['o1', { totalB: [440, 440], activeB: [44, 132], tps: 126.7, ttft: 6.19 }],
  ['o3-mini', { totalB: [8, 28], activeB: [8, 28], tps: 231.4, ttft: 6.48 }],
  ['o4-mini', { totalB: [8, 28], activeB: [8, 28], tps: 91.8, ttft: 6.12 }],
  ['gpt-5', { totalB: [300, 300], activeB: [30, 90], tps: 71.1, ttft: 0.56 }],
  ['gpt-5-thinking', { totalB: [300, 300], activeB: [30, 90], tps: 44.9, ttft: 9.8 }],
  ['gpt-5.1', { totalB: [300, 300], activeB: [30, 90], tps: 50.4, ttft: 5.18 }],
  ['gpt-5.1-thinking', { totalB: [300, 300], activeB: [30, 90], tps: 50.4, ttft: 5.18 }],
  ['gpt-5-thinking-mini', { totalB: [25, 70], activeB: [25, 70], tps: 57.0, ttft: 7.98 }],
  ['gpt-5-mini', { totalB: [25, 70], activeB: [25, 70], tps: 57.0, ttft: 7.98 }],
  ['gpt-5-pro', { totalB: [3600, 3600], activeB: [360, 1080], tps: 11.8, ttft: 61.71 }],
  ['gpt-5.2', { totalB: [420, 420], activeB: [42, 126], tps: 46.1, ttft: 1.54 }],
  ['gpt-5.2-thinking', { totalB: [420, 420], activeB: [42, 126], tps: 40.9, ttft: 3.7 }],
  ['gpt-5.2-pro', { totalB: [5040, 5040], activeB: [504, 1512], tps: 12.2, ttft: 31.89 }],
  ['gpt-5.3', { totalB: [420, 420], activeB: [42, 126], tps: 64.6, ttft: 1.87 }],
  ['gpt-5.4', { totalB: [450, 450], activeB: [45, 150], tps: 42.2, ttft: 1.27 }],
  ['gpt-5.4-pro', { totalB: [5400, 5400], activeB: [540, 1800], tps: 7.8, ttft: 116.74 }],
  ['claude-3-haiku', { totalB: [300, 300], activeB: [30, 90], tps: 81.4, ttft: 0.46 }],
  ['claude-sonnet-4', { totalB: [440, 440], activeB: [44, 132], tps: 47.5, ttft: 1.13 }],
  ['claude-opus-4', { totalB: [2000, 2000], activeB: [200, 600], tps: 24.2, ttft: 1.62 }],
  ['claude-opus-4.1', { totalB: [2000, 2000], activeB: [200, 600], tps: 25.1, ttft: 1.95 }],
  ['claude-sonnet-4.5', { totalB: [440, 440], activeB: [44, 132], tps: 36.1, ttft: 1.83 }],
  ['claude-haiku-4.5', { totalB: [10, 35], activeB: [10, 35], tps: 69.9, ttft: 0.58 }],
  ['claude-opus-4.5', { totalB: [670, 670], activeB: [67, 200], tps: 32.5, ttft: 1.65 }],
  ['claude-opus-4.6', { totalB: [670, 670], activeB: [67, 200], tps: 34.0, ttft: 2.09 }],
  ['claude-sonnet-4.6', { totalB: [440, 440], activeB: [44, 132], tps: 42.0, ttft: 1.38 }],
  ['gemini-2.0-flash', { totalB: [440, 440], activeB: [44, 132], tps: 69.1, ttft: 0.53 }],
  ['gemini-2.0-flash-lite', { totalB: [8, 28], activeB: [8, 28], tps: 76.9, ttft: 0.57 }],
  ['gemini-2.5-flash', { totalB: [440, 440], activeB: [44, 132], tps: 71.0, ttft: 0.66 }],
  ['gemini-2.5-flash-lite', { totalB: [8, 28], activeB: [8, 28], tps: 76.9, ttft: 0.57 }],
  ['gemini-2.5-pro', { totalB: [2000, 2000], activeB: [200, 600], tps: 92.0, ttft: 2.67 }],
  ['gemini-3-pro', { totalB: [1200, 1200], activeB: [120, 360], tps: 71.6, ttft: 4.47 }],
  ['gemini-3-flash', { totalB: [300, 300], activeB: [100, 300], tps: 60.4, ttft: 1.47 }],
  ['gemini-3.1-pro', { totalB: [1200, 1200], activeB: [120, 360], tps: 57.8, ttft: 4.68 }],
  ['gemini-3.1-flash-lite', { totalB: [30, 105], activeB: [30, 105], tps: 71.9, ttft: 0.89 }],
  ['mistral-large-2', { totalB: [123, 123], activeB: [123, 123], tps: 36.9, ttft: 1.05 }],
]);
