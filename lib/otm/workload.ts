import type { TokenMethod } from '../prompt';
import type { Effort } from '../refdb/types';

/**
 * How a prompt ended that got no first token: `refused` or failed by the site, or `stopped` (by the user, or because
 * its page went away).
 */
export interface Unanswered {
  readonly kind: 'refused' | 'stopped';
  /** How long it was awaited, seconds; null when not known. */
  readonly waitedSeconds: number | null;
}

/**
 * What is known of one prompt, as plain numbers. In the formulas n_in = input + context, n_cached is a part of
 * context, n_out = output + reasoning.
 */
export interface Workload {
  /** The prompt just sent. */
  readonly inputTokens: number;
  /** Earlier turns re-read with it, not in `inputTokens`. */
  readonly contextTokens: number;
  /** How much of `contextTokens` came from the prefix cache; null: the default share by recency. */
  readonly cachedTokens: number | null;
  /** The visible answer only. */
  readonly outputTokens: number;
  /** Hidden reasoning, exactly; null: inferred from time, page and effort (otm.md section 6). */
  readonly reasoningTokens: number | null;
  /** From sending to the first visible token; null when not measured. */
  readonly ttftSeconds: number | null;
  /** From the first to the last visible token; null when not measured. */
  readonly generationSeconds: number | null;
  readonly thinking: {
    /** The page showed a sign of thinking. */
    readonly seen: boolean;
    /** Duration that the page stated ("Thought for 12s"). */
    readonly statedSeconds: number | null;
    /** Code points of thinking text shown: a summary, so a lower bound of the reasoning. Default 0. */
    readonly textLength?: number;
  };
  /** Effort that the model's label names; null when it names none. */
  readonly effort: Effort | null;
  /** Age of the chat's previous turn; null when it is not known to be recent. */
  readonly secondsSinceLastTurn: number | null;
  /** One-sided error factors of the token counts, each >= 1: the truth is in [n / low, n * high]. */
  readonly tokenError: { readonly low: number; readonly high: number };
  readonly tokenMethod: TokenMethod;
  /**
   * `possible`: the system prompt of unknown size enters the high bound. `none`: the tokens given are all there
   * is. A user's own value of `hiddenContextTokens` is priced in both cases. Default `possible`.
   */
  readonly hiddenContext?: 'possible' | 'none';
  /** How it ended when it got no first token; absent or null for every other prompt. */
  readonly unanswered?: Unanswered | null;
}

/** Tokens and seconds above this are no measurement: integers stop being exact here. */
export const LARGEST_QUANTITY = Number.MAX_SAFE_INTEGER;

/** A workload that cannot be priced. Names the field and what to do about it. */
export class WorkloadError extends Error {
  constructor(
    readonly field: string,
    readonly value: number,
    readonly advice: string,
  ) {
    super(`${field} is ${value}: ${advice}`);
    this.name = 'WorkloadError';
  }
}

function quantity(field: string, value: number): void {
  // Written so that NaN fails as well.
  if (!(value >= 0 && value <= LARGEST_QUANTITY)) {
    throw new WorkloadError(field, value, `give a number from 0 to ${LARGEST_QUANTITY}`);
  }
}

function errorFactor(field: string, value: number): void {
  if (!(value >= 1 && value <= 100)) {
    throw new WorkloadError(field, value, 'give a factor from 1 (exact) to 100');
  }
}

/**
 * Checks every number of a workload.
 * @throws WorkloadError for NaN, negative, infinite or absurd values and for more cached than context tokens.
 */
export function checkWorkload(workload: Workload): void {
  quantity('inputTokens', workload.inputTokens);
  quantity('contextTokens', workload.contextTokens);
  quantity('outputTokens', workload.outputTokens);
  if (workload.cachedTokens !== null) {
    quantity('cachedTokens', workload.cachedTokens);
    if (workload.cachedTokens > workload.contextTokens) {
      throw new WorkloadError(
        'cachedTokens',
        workload.cachedTokens,
        `cached tokens are a part of the context: give at most contextTokens (${workload.contextTokens})`,
      );
    }
  }
  if (workload.reasoningTokens !== null) quantity('reasoningTokens', workload.reasoningTokens);
  if (workload.ttftSeconds !== null) quantity('ttftSeconds', workload.ttftSeconds);
  if (workload.generationSeconds !== null) quantity('generationSeconds', workload.generationSeconds);
  if (workload.thinking.statedSeconds !== null) {
    quantity('thinking.statedSeconds', workload.thinking.statedSeconds);
  }
  if (workload.thinking.textLength !== undefined) {
    quantity('thinking.textLength', workload.thinking.textLength);
  }
  if (workload.secondsSinceLastTurn !== null) {
    quantity('secondsSinceLastTurn', workload.secondsSinceLastTurn);
  }
  const waited = workload.unanswered?.waitedSeconds ?? null;
  if (waited !== null) quantity('unanswered.waitedSeconds', waited);
  errorFactor('tokenError.low', workload.tokenError.low);
  errorFactor('tokenError.high', workload.tokenError.high);
}
