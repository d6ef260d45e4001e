/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/.
 */
import type { EcoLogitsConstants, EcoLogitsFactors, Model, ProviderId, Source } from '../types';
import { ecoLogitsModels } from './ecologits-models.mpl';

const ECOLOGITS: Source = {
  title: 'EcoLogits 0.9.3 (mlco2/ecologits, commit 5be90da)',
  url: 'https://github.com/mlco2/ecologits',
  licence: 'MPL-2.0',
  date: '2026-03-13',
};

/** ecologits/impacts/llm.py and ecologits/tracers/utils.py of 0.9.3. */
export const ecoLogitsConstants: EcoLogitsConstants = {
  quantizationBits: 16,
  memoryOverhead: 1.2,
  gpuEnergyAlphaWh: 1.1665273170451914e-6,
  gpuEnergyBeta: -0.011205921025579175,
  gpuEnergyGammaWh: 4.052928146734005e-5,
  latencyAlphaSeconds: 6.785088094353663e-4,
  latencyBetaSeconds: 3.119310311688259e-4,
  latencyGammaSeconds: 1.9473717579473387e-2,
  gpuMemoryGb: 80,
  gpuEmbodiedKgco2e: 164,
  serverGpus: 8,
  serverPowerKw: 1.2,
  serverEmbodiedKgco2e: 5700,
  hardwareLifeSeconds: 94_608_000,
  batchSize: 64,
};

type Host = Pick<EcoLogitsFactors, 'pue' | 'wueOnSite' | 'gridGco2ePerKwh' | 'wueOffSite'>;

const USA = { gridGco2ePerKwh: 383.55, wueOffSite: 3.1321 };
const SWEDEN = { gridGco2ePerKwh: 35.82, wueOffSite: 6.0315 };

/** Provider settings of 0.9.3. */
const hosts: ReadonlyMap<ProviderId, Host> = new Map<ProviderId, Host>([
  ['openai', { pue: [1.2, 1.2], wueOnSite: [0.569, 0.569], ...USA }],
  ['anthropic', { pue: [1.09, 1.14], wueOnSite: [0.13, 0.999], ...USA }],
  ['google', { pue: [1.09, 1.09], wueOnSite: [0.999, 0.999], ...USA }],
  ['mistral', { pue: [1.16, 1.16], wueOnSite: [0.09, 0.09], ...SWEDEN }],
]);

/** What EcoLogits 0.9.3 knows of a model; null where it lists none. */
export function ecoLogitsFactors(model: Model): EcoLogitsFactors | null {
  const row = ecoLogitsModels.get(model.id);
  const host = hosts.get(model.provider);
  if (!row || !host) return null;
  return {
    totalB: row.totalB,
    activeB: row.activeB,
    tokensPerSecond: row.tps,
    ttftSeconds: row.ttft,
    ...host,
    constants: ecoLogitsConstants,
    source: ECOLOGITS,
  };
}
