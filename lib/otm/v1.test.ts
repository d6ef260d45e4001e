import { describe, expect, it } from 'vitest';
import { activeGpus, estimateV1, memoryGb, perToken, type V1Inputs } from './v1';

const record: V1Inputs = {
  totalParametersB: 440,
  weightBits: 16,
  bytesPerParameter: 4,
  memoryOverhead: 1.2,
  gpuMemoryGb: 80,
  gpuPowerKw: 0.7,
  utilization: 0.1,
  utilizationFloor: 0.1,
  serverPowerKw: 1.2,
  pue: 1.2,
  gridGco2ePerKwh: 384,
};
const times = { ttftSeconds: 1.427, generationSeconds: 7.941 };

describe('One-Token Model v1.0', () => {
  it('takes half the memory with the two bytes per parameter of AI Wattch', () => {
    expect(memoryGb(440, 8, 1.2, 2)).toBeCloseTo(264, 9);
    expect(memoryGb(440, 8, 1.2)).toBeCloseTo(528, 9);
  });

  it('needs at least one accelerator, however small the model', () => {
    expect(activeGpus(0, 80)).toBe(1);
    expect(activeGpus(0, 80, 'power-of-two')).toBe(1);
  });

  it('rounds to powers of two only when asked', () => {
    expect(estimateV1(record, times).activeGpus).toBe(14);
    expect(estimateV1(record, times, { gpuCount: 'power-of-two' }).activeGpus).toBe(16);
  });

  it('never goes below the utilisation floor', () => {
    const idle = estimateV1({ ...record, utilization: 0 }, times);
    expect(idle.utilizationUsed).toBe(0.1);
    expect(idle.energyWh).toBe(estimateV1(record, times).energyWh);
  });

  it('multiplies the server by PUE in reading B and not in the literal reading', () => {
    const whole = estimateV1(record, times);
    const literal = estimateV1(record, times, { pue: 'literal' });
    expect(whole.energyWh - literal.energyWh).toBeCloseTo(whole.serverWh * 0.2, 12);
  });

  it('divides by output tokens as published, or by all tokens, or by none at all', () => {
    const result = estimateV1(record, times);
    const tokens = { input: 10, output: 309 };
    expect(perToken(result, tokens)?.joules).toBeCloseTo(79.30967, 4);
    expect(perToken(result, tokens, 'input-and-output')?.joules).toBeCloseTo((79.30967 * 309) / 319, 4);
    expect(perToken(result, { input: 10, output: 0 })).toBeNull();
  });
});
