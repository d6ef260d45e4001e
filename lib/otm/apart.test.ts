import { describe, expect, it } from 'vitest';
import { testFactors } from '../../tests/fixtures/otm-factors';
import { workload } from '../../tests/fixtures/otm-workload';
import { estimatePrompt } from './estimate';

describe('lines beside the headline', () => {
  const factors = testFactors({ charactersPerToken: 3.5 });
  const estimate = estimatePrompt(workload({ outputTokens: 309, reasoningTokens: 691 }), factors);
  const apart = estimate.apart();

  it('are the network for the text alone: 409 tokens of 3.5 bytes at 0.002 kWh/GB', () => {
    expect(apart.networkWh.central).toBeCloseTo(409 * 3.5e-9 * 2, 15);
    expect(apart.networkWh.low).toBeCloseTo(409 * 3.5e-9 * 0.5, 15);
    expect(apart.networkWh.high).toBeCloseTo(409 * 3.5e-9 * 10, 15);
  });

  it('are training: 1,900 t over 3 * 10^13 tokens, of which these are 1,000', () => {
    expect(apart.trainingGrams).toBeCloseTo(0.0633333, 6);
  });

  it('are the hardware with its idle time: over 0.5 of its life, 0.3 to 0.7', () => {
    const { low, central, high } = apart.embodiedGramsWithIdle;
    expect(central / estimate.embodiedGrams).toBeCloseTo(2, 12);
    expect(low / estimate.embodiedGrams).toBeCloseTo(1 / 0.7, 12);
    expect(high / estimate.embodiedGrams).toBeCloseTo(1 / 0.3, 12);
  });

  it('are normalised tokens: 309 at 3.5 characters are 270.375 at 4', () => {
    expect(apart.antarcticaTokens).toBeCloseTo(270.375, 12);
  });

  it('change nothing of the headline', () => {
    const other = testFactors({
      charactersPerToken: 3.5,
      networkKwhPerGb: 1,
      trainingTonnesCo2e: 1e6,
      trainingLifetimeTokens: 1,
      productiveFraction: 0.01,
      antarcticaReferenceCharactersPerToken: 1,
    });
    const changed = estimatePrompt(workload({ outputTokens: 309, reasoningTokens: 691 }), other);
    expect(changed.energyWh).toEqual(estimate.energyWh);
    expect(changed.co2eGrams).toEqual(estimate.co2eGrams);
    expect(changed.apart().trainingGrams).toBeGreaterThan(apart.trainingGrams);
    expect(changed.apart().networkWh.high).toBe(changed.apart().networkWh.low);
  });

  it('are nothing for a prompt that was refused', () => {
    const { networkWh, trainingGrams, embodiedGramsWithIdle } = estimatePrompt(
      workload({ outputTokens: 0, unanswered: { kind: 'refused', waitedSeconds: 3 } }),
      factors,
    ).apart();
    expect([trainingGrams, embodiedGramsWithIdle.high]).toEqual([0, 0]);
    // The prompt itself was sent: 100 tokens.
    expect(networkWh.central).toBeCloseTo(100 * 3.5e-9 * 2, 15);
  });
});
