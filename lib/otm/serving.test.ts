import { describe, expect, it } from 'vitest';
import { type Fit, gpuJoulesPerToken, precisionLn, type ServingInputs } from './serving';

const fit: Fit = {
  intercept: -1.4371,
  blackwell: -0.11328,
  eightBit: -0.3112,
  nativeFourBit: 0.3,
  activeExponent: 0.14934,
  totalExponent: 0.73539,
  batchExponent: -0.55503,
};

const dense70: ServingInputs = {
  totalParametersB: 70,
  activeParametersB: 70,
  weightBits: 16,
  batchSize: 64,
  blackwellShare: 0,
  precisionLn: 0,
  bandwidthGbPerSecond: 3350,
  gpuPowerWatts: 700,
};

describe('GPU energy per output token', () => {
  it('is near what ML.ENERGY measured for Llama 3.1 70B at batch 64 on four H100 (0.797 J)', () => {
    expect(gpuJoulesPerToken(fit, dense70) / 0.797).toBeGreaterThan(1 / 1.35);
    expect(gpuJoulesPerToken(fit, dense70) / 0.797).toBeLessThan(1.35);
  });

  it('follows the bandwidth rule when a request is alone: 70B at 16 bit is 29.25 J', () => {
    expect(gpuJoulesPerToken(fit, { ...dense70, batchSize: 1 })).toBeCloseTo(29.253731343, 6);
  });

  it('never makes a smaller batch cheaper than a larger one, mixture of experts included', () => {
    const experts = { ...dense70, totalParametersB: 671, activeParametersB: 37, weightBits: 8 };
    const at = (batchSize: number): number => gpuJoulesPerToken(fit, { ...experts, batchSize });
    expect(at(1)).toBeGreaterThanOrEqual(at(4));
    expect(at(3.9)).toBeGreaterThanOrEqual(at(4));
  });
});

describe('the precision of the weights', () => {
  it('is 1 at 16 bit, the measured factor at 8 bit, and that of gpt-oss at native 4 bit', () => {
    expect(precisionLn(fit, 16, false, false)).toBe(0);
    expect(Math.exp(precisionLn(fit, 8, false, false))).toBeCloseTo(0.733, 3);
    expect(Math.exp(precisionLn(fit, 4, true, false))).toBeCloseTo(0.3, 12);
  });

  it('treats guessed 4-bit weights as 8-bit unless the user asks what if', () => {
    expect(precisionLn(fit, 4, false, false)).toBe(precisionLn(fit, 8, false, false));
    expect(Math.exp(precisionLn(fit, 4, false, true))).toBeCloseTo(0.3, 12);
    expect(precisionLn(fit, 2, false, true)).toBe(precisionLn(fit, 4, false, true));
  });

  it('lets the user set native 4-bit weights wider', () => {
    expect(precisionLn(fit, 16, true, true)).toBe(0);
    expect(precisionLn(fit, 12, true, true)).toBeCloseTo(-0.1556, 9);
    expect(precisionLn(fit, 32, false, true)).toBe(0);
  });
});
