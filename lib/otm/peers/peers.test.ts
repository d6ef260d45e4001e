import { describe, expect, it } from 'vitest';
import { ecoLogitsConstants as published, source } from '../../../tests/fixtures/otm-factors';
import type { EcoLogitsFactors } from '../../refdb/types';
import { aiWattch, aiWattchTokens } from './ai-wattch';
import { consoleReading } from './console';
import { type EcoLogitsEstimate, ecoLogits, ecoLogitsConstants } from './ecologits';

const gpt4o: EcoLogitsFactors = {
  totalB: [440, 440],
  activeB: [44, 132],
  tokensPerSecond: 37.8,
  ttftSeconds: 0.52,
  pue: [1.2, 1.2],
  wueOnSite: [0.569, 0.569],
  gridGco2ePerKwh: 383.55,
  wueOffSite: 3.1321,
  constants: published,
  source,
};

function priced(factors: EcoLogitsFactors, outputTokens: number, measured: number | null): EcoLogitsEstimate {
  return ecoLogits(ecoLogitsConstants(factors), outputTokens, measured);
}

describe('EcoLogits 0.9.3', () => {
  it('caps its own latency by the time that was measured', () => {
    expect(priced(gpt4o, 300, 3).low.latencySeconds).toBe(3);
    expect(priced(gpt4o, 300, 30).low.latencySeconds).toBeCloseTo(8.4565, 4);
  });

  it('falls back to its regression where it has no speed', () => {
    const { low } = priced({ ...gpt4o, tokensPerSecond: null }, 100, null);
    expect(low.latencySeconds).toBeCloseTo(
      100 * (6.785088094353663e-4 * 44 + 3.119310311688259e-4 * 64 + 1.9473717579473387e-2),
      12,
    );
    expect(priced({ ...gpt4o, ttftSeconds: null }, 378, null).low.latencySeconds).toBeCloseTo(10, 9);
  });

  it('has one PUE too many in its water, and the corrected value beside it', () => {
    const { low } = priced(gpt4o, 300, null);
    expect(low.waterAsCodedMl / low.waterCorrectedMl).toBeCloseTo(1.2, 12);
  });

  it('puts a tiny model on one accelerator', () => {
    expect(priced({ ...gpt4o, totalB: [0, 0] }, 300, null).low.gpus).toBe(1);
  });
});

describe('AI Wattch', () => {
  it('gives 6.538 Wh for GPT-4o on the slide record', () => {
    const factors = { nodePowerKw: 6.5, utilization: 0.1375, pue: 1.2, serverPowerKw: 1.2, source };
    expect(aiWattch(factors, 9.368)).toBeCloseTo(6.538, 3);
  });

  it('counts at least ten tokens, even for no text', () => {
    expect(aiWattchTokens(0)).toBe(10);
  });
});

describe('the console', () => {
  it('is at IT level unless told the PUE: 0.373333 Wh at 1.2', () => {
    const reading = consoleReading({
      powerWatts: 5600,
      tokensPerSecond: 2500,
      queryTokens: 500,
      usdPerKwh: 0.08,
      pue: 1.2,
    });
    expect(reading.queryWh).toBeCloseTo(0.373333, 6);
  });
});
