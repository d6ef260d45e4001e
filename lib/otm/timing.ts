import type { Unanswered, Workload } from './workload';

/** The two durations that the clock-based estimators need, with what had to be assumed. */
export interface Times {
  readonly ttftSeconds: number;
  readonly generationSeconds: number;
  readonly ttftAssumed: boolean;
  readonly generationAssumed: boolean;
}

/** Speed of a model as measured at its API. */
export interface ModelSpeed {
  readonly ttftSeconds: number;
  readonly tokensPerSecond: number;
}

/** A prompt without a first token held its servers while it was awaited; one that was refused never did. */
function timesWithoutAnswer({ kind, waitedSeconds }: Unanswered): Times {
  const ttftSeconds = kind === 'refused' ? 0 : (waitedSeconds ?? 0);
  return { ttftSeconds, generationSeconds: 0, ttftAssumed: false, generationAssumed: false };
}

/**
 * Measured times, or where missing the model's: together ttft_s + n_out / output_tps. Hidden reasoning happens
 * before the first visible token, so it belongs to the waiting time.
 */
export function timesOf(workload: Workload, reasoningTokens: number, speed: ModelSpeed): Times {
  if (workload.unanswered) return timesWithoutAnswer(workload.unanswered);
  const ttftAssumed = workload.ttftSeconds === null;
  const generationAssumed = workload.generationSeconds === null;
  return {
    ttftSeconds: workload.ttftSeconds ?? speed.ttftSeconds + reasoningTokens / speed.tokensPerSecond,
    generationSeconds: workload.generationSeconds ?? workload.outputTokens / speed.tokensPerSecond,
    ttftAssumed,
    generationAssumed,
  };
}

/** Durations and rates of a record with the white paper's three timestamps, Unix seconds. */
export function durationsOf(
  record: {
    readonly startTime: number;
    readonly firstTokenTime: number;
    readonly lastTokenTime: number;
  },
  outputTokens: number,
): {
  readonly ttftSeconds: number;
  readonly generationSeconds: number;
  readonly inferenceSeconds: number;
  /** Null where the duration is zero. */
  readonly decodeTokensPerSecond: number | null;
  readonly totalTokensPerSecond: number | null;
} {
  const generationSeconds = record.lastTokenTime - record.firstTokenTime;
  const inferenceSeconds = record.lastTokenTime - record.startTime;
  return {
    ttftSeconds: record.firstTokenTime - record.startTime,
    generationSeconds,
    inferenceSeconds,
    decodeTokensPerSecond: generationSeconds > 0 ? outputTokens / generationSeconds : null,
    totalTokensPerSecond: inferenceSeconds > 0 ? outputTokens / inferenceSeconds : null,
  };
}
