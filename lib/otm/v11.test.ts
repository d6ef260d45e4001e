import { describe, expect, it } from 'vitest';
import { estimateV11, trainingGrams } from './v11';

describe('the parts announced for v1.1', () => {
  it('change nothing when all are off', () => {
    expect(estimateV11({ gpuWh: 2, serverWh: 1, pue: 1.2 })).toEqual({
      itWh: 3,
      networkWh: 0,
      energyWh: 3.5999999999999996,
    });
  });

  it('put CPU and RAM in the place of the server, never beside it', () => {
    expect(estimateV11({ gpuWh: 2, serverWh: 50, pue: 1 }, { cpuRamShare: 0.3 }).itWh).toBeCloseTo(2.6, 12);
  });

  it('spread training over every token to come: 1,900 t over 10^11 requests is 0.019 g each', () => {
    expect(trainingGrams(300, 1900, 300 * 1e11)).toBeCloseTo(0.019, 12);
  });
});
