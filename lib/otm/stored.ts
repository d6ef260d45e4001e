import type { Range, StoredEstimate } from '../prompt';
import type { Factors } from '../refdb/types';
import type { Headline, PromptEstimate } from './estimate';
import { exactly } from './range';
import { waterMl } from './water';

/**
 * The part of an estimate that a record keeps. Energy, carbon and water are always OTM-shared and
 * `otmV1EnergyWh` always v1.0, whatever the headline, so that records can be compared.
 */
export function toStoredEstimate(
  estimate: PromptEstimate,
  factors: Factors,
  method: Headline = estimate.headline,
): StoredEstimate {
  const { low, central, high, onSite, offSite } = estimate.waterMl;
  return {
    energyWh: estimate.energyWh,
    co2eGrams: estimate.co2eGrams,
    waterMl: { low, central, high },
    waterOnSiteMl: onSite,
    waterOffSiteMl: offSite,
    otmV1EnergyWh: estimate.otmV1.energyWh,
    costUsd: estimate.costUsd,
    reasoningTokens: estimate.reasoningTokens.central,
    gridZone: factors.gridZone,
    gridGco2ePerKwh: factors.values.gridGco2ePerKwh.value.central,
    pue: factors.values.pue.value.central,
    method,
    refdbVersion: estimate.versions.refdb,
    otmVersion: estimate.versions.otm,
    factorSet: factors.key,
    rangeCauses: estimate.rangeCauses(),
  };
}

/** The three quantities as the headline method has them; v1.0 has no range of its own. */
export function headlineOf(
  estimate: PromptEstimate,
  factors: Factors,
): { readonly energyWh: Range; readonly co2eGrams: Range; readonly waterMl: Range } {
  switch (estimate.headline) {
    case 'otm-shared':
      return estimate;
    case 'otm-v1': {
      const { energyWh, co2eGrams } = estimate.otmV1;
      const central = (name: 'pue' | 'wueOnSite' | 'wueOffSite'): number =>
        factors.values[name].value.central;
      const water = waterMl(energyWh, central('pue'), central('wueOnSite'), central('wueOffSite'));
      return { energyWh: exactly(energyWh), co2eGrams: exactly(co2eGrams), waterMl: exactly(water.total) };
    }
  }
}
