/** Sums over records, and how one record enters or leaves them. */
import type { PromptRecord, Range } from '../prompt';
import { bucketOf, mergeHistograms } from './histogram';
import type { Measures, Sums } from './types';

export const ZERO_RANGE: Range = { low: 0, central: 0, high: 0 };

/** The sums of nothing. */
export const ZERO_SUMS: Sums = {
  count: 0,
  inputTokens: 0,
  contextTokens: 0,
  reasoningTokens: 0,
  outputTokens: 0,
  inputCharacters: 0,
  outputCharacters: 0,
  timed: 0,
  ttftSeconds: 0,
  generationSeconds: 0,
  totalSeconds: 0,
  energyWh: ZERO_RANGE,
  co2eGrams: ZERO_RANGE,
  waterMl: ZERO_RANGE,
  waterOnSiteMl: 0,
  waterOffSiteMl: 0,
  otmV1EnergyWh: 0,
  priced: 0,
  costUsd: 0,
};

/** The measures of nothing. */
export const ZERO_MEASURES: Measures = {
  ...ZERO_SUMS,
  energyHistogram: {},
  ttftHistogram: {},
  speedHistogram: {},
};

/** Measures without how their values are spread. */
export function sumsOf(measures: Measures): Sums {
  const { energyHistogram: _e, ttftHistogram: _t, speedHistogram: _s, ...sums } = measures;
  return sums;
}

/** A clock that jumped back must not make a sum negative. */
const duration = (from: number, to: number): number => Math.max(0, Math.round((to - from) * 1000) / 1000);

/** Time to the first token in seconds, to the millisecond; null when it was not seen. */
export const ttftSecondsOf = ({
  startTime,
  firstTokenTime,
}: Pick<PromptRecord, 'startTime' | 'firstTokenTime'>): number | null =>
  firstTokenTime === null ? null : duration(startTime, firstTokenTime);

/** Durations of a record in seconds, to the millisecond; null unless the first and the last token were seen. */
export function timesOf(record: Pick<PromptRecord, 'startTime' | 'firstTokenTime' | 'lastTokenTime'>): {
  readonly ttftSeconds: number;
  readonly generationSeconds: number;
  readonly totalSeconds: number;
} | null {
  const { startTime, firstTokenTime, lastTokenTime } = record;
  if (firstTokenTime === null || lastTokenTime === null) return null;
  return {
    ttftSeconds: duration(startTime, firstTokenTime),
    generationSeconds: duration(firstTokenTime, lastTokenTime),
    totalSeconds: duration(startTime, lastTokenTime),
  };
}

/** Visible output tokens per second of generation; null when nothing was timed. */
export function outputTokensPerSecond(record: PromptRecord): number | null {
  const times = timesOf(record);
  if (times === null || times.generationSeconds === 0) return null;
  return record.outputTokens / times.generationSeconds;
}

/** What one final record adds to a sum. */
export function measuresOf(record: PromptRecord): Measures {
  const { estimate } = record;
  const times = timesOf(record);
  const speed = outputTokensPerSecond(record);
  return {
    count: 1,
    inputTokens: record.inputTokens,
    contextTokens: record.contextTokens,
    reasoningTokens: estimate.reasoningTokens,
    outputTokens: record.outputTokens,
    inputCharacters: record.inputTextLength,
    outputCharacters: record.outputTextLength,
    timed: times === null ? 0 : 1,
    ttftSeconds: times?.ttftSeconds ?? 0,
    generationSeconds: times?.generationSeconds ?? 0,
    totalSeconds: times?.totalSeconds ?? 0,
    energyWh: estimate.energyWh,
    co2eGrams: estimate.co2eGrams,
    waterMl: estimate.waterMl,
    waterOnSiteMl: estimate.waterOnSiteMl,
    waterOffSiteMl: estimate.waterOffSiteMl,
    otmV1EnergyWh: estimate.otmV1EnergyWh,
    priced: estimate.costUsd === null ? 0 : 1,
    costUsd: estimate.costUsd ?? 0,
    energyHistogram: { [bucketOf(estimate.energyWh.central)]: 1 },
    ttftHistogram: times === null ? {} : { [bucketOf(times.ttftSeconds)]: 1 },
    speedHistogram: speed === null ? {} : { [bucketOf(speed)]: 1 },
  };
}

/** Subtraction of what was added in another order leaves residues of rounding; below this share they are zero. */
const RESIDUE = 1e-12;

function plus(a: number, b: number, sign: 1 | -1): number {
  const sum = a + sign * b;
  return sum <= 0 || sum < Math.abs(b) * RESIDUE ? 0 : sum;
}

/** `a + sign * b`, never negative. */
export const plusRange = (a: Range, b: Range, sign: 1 | -1): Range => ({
  low: plus(a.low, b.low, sign),
  central: plus(a.central, b.central, sign),
  high: plus(a.high, b.high, sign),
});

/** The numbers of {@link combine} alone. */
export function combineSums(a: Sums, b: Sums, sign: 1 | -1): Sums {
  const count = a.count + sign * b.count;
  if (count <= 0) return ZERO_SUMS;
  return {
    count,
    inputTokens: plus(a.inputTokens, b.inputTokens, sign),
    contextTokens: plus(a.contextTokens, b.contextTokens, sign),
    reasoningTokens: plus(a.reasoningTokens, b.reasoningTokens, sign),
    outputTokens: plus(a.outputTokens, b.outputTokens, sign),
    inputCharacters: plus(a.inputCharacters, b.inputCharacters, sign),
    outputCharacters: plus(a.outputCharacters, b.outputCharacters, sign),
    timed: plus(a.timed, b.timed, sign),
    ttftSeconds: plus(a.ttftSeconds, b.ttftSeconds, sign),
    generationSeconds: plus(a.generationSeconds, b.generationSeconds, sign),
    totalSeconds: plus(a.totalSeconds, b.totalSeconds, sign),
    energyWh: plusRange(a.energyWh, b.energyWh, sign),
    co2eGrams: plusRange(a.co2eGrams, b.co2eGrams, sign),
    waterMl: plusRange(a.waterMl, b.waterMl, sign),
    waterOnSiteMl: plus(a.waterOnSiteMl, b.waterOnSiteMl, sign),
    waterOffSiteMl: plus(a.waterOffSiteMl, b.waterOffSiteMl, sign),
    otmV1EnergyWh: plus(a.otmV1EnergyWh, b.otmV1EnergyWh, sign),
    priced: plus(a.priced, b.priced, sign),
    costUsd: plus(a.costUsd, b.costUsd, sign),
  };
}

/** `a + sign * b`. Never negative; exactly zero when the last record leaves. */
export function combine(a: Measures, b: Measures, sign: 1 | -1): Measures {
  const sums = combineSums(a, b, sign);
  if (sums.count === 0) return ZERO_MEASURES;
  return {
    ...sums,
    energyHistogram: mergeHistograms(a.energyHistogram, b.energyHistogram, sign),
    ttftHistogram: mergeHistograms(a.ttftHistogram, b.ttftHistogram, sign),
    speedHistogram: mergeHistograms(a.speedHistogram, b.speedHistogram, sign),
  };
}

/** The sum of two measures. */
export const addMeasures = (a: Measures, b: Measures): Measures => combine(a, b, 1);

const NUMBERS = [
  'count',
  'inputTokens',
  'contextTokens',
  'reasoningTokens',
  'outputTokens',
  'inputCharacters',
  'outputCharacters',
  'timed',
  'ttftSeconds',
  'generationSeconds',
  'totalSeconds',
  'waterOnSiteMl',
  'waterOffSiteMl',
  'otmV1EnergyWh',
  'priced',
  'costUsd',
] as const satisfies readonly (keyof Measures)[];
const RANGES = ['energyWh', 'co2eGrams', 'waterMl'] as const satisfies readonly (keyof Measures)[];
const HISTOGRAMS = [
  'energyHistogram',
  'ttftHistogram',
  'speedHistogram',
] as const satisfies readonly (keyof Measures)[];

/** The sum of many measures without their histograms, which are most of the work. */
export function plainSum(all: readonly Sums[]): Sums {
  const { energyWh: _energy, co2eGrams: _carbon, waterMl: _water, ...numbers } = ZERO_SUMS;
  const sums: Record<(typeof NUMBERS)[number], number> = { ...numbers };
  const noRange = () => ({ low: 0, central: 0, high: 0 });
  const ranges = { energyWh: noRange(), co2eGrams: noRange(), waterMl: noRange() };
  for (const measures of all) {
    for (const name of NUMBERS) sums[name] += measures[name];
    for (const name of RANGES) {
      ranges[name].low += measures[name].low;
      ranges[name].central += measures[name].central;
      ranges[name].high += measures[name].high;
    }
  }
  return { ...sums, ...ranges };
}

/** The sum of many measures, in one pass: adding pair by pair would copy every histogram each time. */
export function sumMeasures(all: readonly Measures[]): Measures {
  const histograms: Record<(typeof HISTOGRAMS)[number], Record<string, number>> = {
    energyHistogram: {},
    ttftHistogram: {},
    speedHistogram: {},
  };
  for (const measures of all) {
    for (const name of HISTOGRAMS) {
      const counts = histograms[name];
      for (const [bucket, count] of Object.entries(measures[name])) {
        counts[bucket] = (counts[bucket] ?? 0) + count;
      }
    }
  }
  return { ...plainSum(all), ...histograms };
}
