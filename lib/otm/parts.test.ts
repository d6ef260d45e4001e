/** The small formulas: context, times, carbon, cost. */
import { describe, expect, it } from 'vitest';
import { workload } from '../../tests/fixtures/otm-workload';
import { embodiedGrams } from './carbon';
import { meanErrorFactor, meanRatio, rmsErrorFactor } from './compare';
import { cachedTokensOf, systemPromptWeight } from './context';
import { apiCostUsd } from './cost';
import { durationsOf, timesOf } from './timing';

const cache = { shareRecent: 0.85, shareStale: 0.25, recencySeconds: 300 };

describe('the context that is read again', () => {
  it.each([
    ['given', { cachedTokens: 10, secondsSinceLastTurn: 5 }, 10],
    ['mostly cached when the last turn is recent', { secondsSinceLastTurn: 300 }, 850],
    ['mostly not when it is old', { secondsSinceLastTurn: 301 }, 250],
    ['mostly not when its age is unknown', { secondsSinceLastTurn: null }, 250],
  ])('is cached as %s', (_, changes, cached) => {
    expect(cachedTokensOf(workload({ contextTokens: 1000, ...changes }), cache)).toBe(cached);
  });

  it('weighs a system prompt of 10,000 tokens, nine tenths cached, like 190 output tokens', () => {
    expect(systemPromptWeight(10_000, { ...cache, shareRecent: 0.9 }, 0.1, 0.1)).toBeCloseTo(190, 9);
  });
});

describe('times', () => {
  const speed = { ttftSeconds: 0.6, tokensPerSecond: 75 };

  it('are the model’s where none was measured, reasoning before the first token', () => {
    expect(timesOf(workload(), 150, speed)).toEqual({
      ttftSeconds: 2.6,
      generationSeconds: 4,
      ttftAssumed: true,
      generationAssumed: true,
    });
  });

  it('are the measured ones where there are any', () => {
    const times = timesOf(workload({ ttftSeconds: 9, generationSeconds: 0 }), 150, speed);
    expect(times).toEqual({
      ttftSeconds: 9,
      generationSeconds: 0,
      ttftAssumed: false,
      generationAssumed: false,
    });
  });

  it('give no rate over no time', () => {
    const record = { startTime: 5, firstTokenTime: 5, lastTokenTime: 5 };
    expect(durationsOf(record, 10)).toMatchObject({
      decodeTokensPerSecond: null,
      totalTokensPerSecond: null,
    });
  });
});

describe('money', () => {
  const tokens = { uncachedInput: 1e6, cachedInput: 1e6, output: 1e6 };

  it('is the list price of uncached, cached and written tokens', () => {
    expect(apiCostUsd(tokens, { input: 1.25, output: 10, cachedInput: 0.125 })).toBeCloseTo(11.375, 9);
  });

  it('takes cached input at the full price where the list has no other', () => {
    expect(apiCostUsd(tokens, { input: 1.25, output: 10, cachedInput: null })).toBeCloseTo(12.5, 9);
  });

  it('is unknown, not zero, without a list price', () => {
    expect(apiCostUsd(tokens, null)).toBeNull();
  });
});

describe('making the hardware', () => {
  it('is the request’s share of one server’s life', () => {
    const aSecondOfAServer = embodiedGrams({
      seconds: 1,
      gpus: 8,
      batchSize: 1,
      gpuEmbodiedKgco2e: 164,
      serverEmbodiedKgco2e: 5700,
      gpusPerServer: 8,
      hardwareLifeYears: 3,
      productiveFraction: 1,
    });
    expect(aSecondOfAServer).toBeCloseTo(((8 * 164 + 5700) * 1000) / (3 * 365 * 24 * 3600), 12);
  });
});

describe('comparing with published values', () => {
  it('weighs twice and half the same', () => {
    expect(meanErrorFactor([2, 0.5])).toBeCloseTo(2, 12);
    expect(rmsErrorFactor([2, 0.5])).toBeCloseTo(2, 12);
    expect(meanRatio([2, 0.5])).toBeCloseTo(1, 12);
  });
});
