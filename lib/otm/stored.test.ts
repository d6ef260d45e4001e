import { describe, expect, it } from 'vitest';
import { testFactors } from '../../tests/fixtures/otm-factors';
import { workload } from '../../tests/fixtures/otm-workload';
import { estimatePrompt } from './estimate';
import { headlineOf, toStoredEstimate } from './stored';

const factors = testFactors();

describe('what a record keeps of an estimate', () => {
  it('is OTM-shared and v1.0 side by side, whatever the headline', () => {
    const shared = toStoredEstimate(estimatePrompt(workload(), factors), factors);
    const v1 = toStoredEstimate(estimatePrompt(workload(), factors, { headline: 'otm-v1' }), factors);
    expect(v1).toEqual({ ...shared, method: 'otm-v1' });
    expect(shared).toMatchObject({
      method: 'otm-shared',
      factorSet: 'test',
      refdbVersion: 'test-1',
      gridZone: 'USA',
      gridGco2ePerKwh: 383.55,
      pue: 1.17,
      reasoningTokens: 0,
    });
    expect(shared.waterMl.central).toBeCloseTo(shared.waterOnSiteMl + shared.waterOffSiteMl, 12);
    expect(Object.keys(shared.waterMl)).toEqual(['low', 'central', 'high']);
  });

  it('can name another headline', () => {
    expect(toStoredEstimate(estimatePrompt(workload(), factors), factors, 'otm-v1').method).toBe('otm-v1');
  });
});

describe('the headline', () => {
  it('is OTM-shared by default', () => {
    const estimate = estimatePrompt(workload(), factors);
    expect(headlineOf(estimate, factors).energyWh).toBe(estimate.energyWh);
  });

  it('is v1.0 without a range for those who report by the white paper', () => {
    const estimate = estimatePrompt(workload(), factors, { headline: 'otm-v1' });
    const { energyWh, co2eGrams, waterMl } = headlineOf(estimate, factors);
    expect(energyWh.low).toBe(estimate.otmV1.energyWh);
    expect(energyWh.high).toBe(estimate.otmV1.energyWh);
    expect(co2eGrams.central).toBe(estimate.otmV1.co2eGrams);
    expect(waterMl.central).toBeCloseTo(estimate.otmV1.energyWh * (0.27 / 1.17 + 3.1321), 9);
  });
});
