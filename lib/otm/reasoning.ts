import type { Range } from '../prompt';
import type { Effort, Model } from '../refdb/types';
import { exactly } from './range';
import type { Workload } from './workload';

/** Where a count of hidden reasoning comes from. */
export type ReasoningBasis =
  | 'given'
  | 'model-without-reasoning'
  | 'instant-label'
  | 'stated-duration'
  | 'waiting-time'
  | 'effort-default'
  /** The site refused the prompt or failed: nothing was made. */
  | 'refused'
  /** Stopped before the first token: what the wait could have made. */
  | 'stopped';

/** The rule's constants, otm.md section 6. */
export interface ReasoningRule {
  readonly waitBaseSeconds: number;
  readonly minVisibleTokens: number;
  readonly minDecodeSeconds: number;
  readonly lowFactor: number;
  readonly highFactor: number;
  readonly tokensMedium: number;
  readonly tokensThinking: number;
  readonly tokensHigh: number;
  readonly proMultiple: number;
  readonly charactersPerToken: number;
}

export interface Reasoning {
  readonly tokens: Range;
  readonly basis: ReasoningBasis;
  /** Tokens per second and seconds that made the count; null where time played no part. */
  readonly tokensPerSecond: number | null;
  readonly seconds: number | null;
}

const NONE_MODEL: Reasoning = {
  tokens: exactly(0),
  basis: 'model-without-reasoning',
  tokensPerSecond: null,
  seconds: null,
};
const NONE_INSTANT: Reasoning = { ...NONE_MODEL, basis: 'instant-label' };

/** The answer's own visible rate where it is long enough to mean something, else the model's output speed. */
export function reasoningSpeed(
  workload: Workload,
  modelTokensPerSecond: number,
  rule: ReasoningRule,
): number {
  const seconds = workload.generationSeconds;
  if (
    seconds !== null &&
    seconds > 0 &&
    seconds >= rule.minDecodeSeconds &&
    workload.outputTokens >= rule.minVisibleTokens
  ) {
    return workload.outputTokens / seconds;
  }
  return modelTokensPerSecond;
}

/** Central tokens of an effort word; only where no time is known. */
export function effortTokens(effort: Effort, rule: ReasoningRule): number {
  switch (effort) {
    case 'instant':
      return 0;
    case 'low':
      return rule.tokensMedium * rule.lowFactor;
    case 'medium':
    case 'auto':
      return rule.tokensMedium;
    case 'thinking':
      return rule.tokensThinking;
    case 'high':
      return rule.tokensHigh;
    case 'extra-high':
      return rule.tokensHigh * rule.highFactor;
    case 'pro':
      return rule.tokensThinking * rule.proMultiple;
  }
}

/** The effort to assume where neither a time nor a word is known. */
function effortFromModel(model: Model, thinkingSeen: boolean): Effort {
  if (model.tier === 'pro') return 'pro';
  if (thinkingSeen) return 'thinking';
  switch (model.reasoning) {
    case 'always':
      return 'thinking';
    case 'router':
    case 'adaptive':
    case 'unknown':
      return 'auto';
    case 'optional':
    case 'none':
      return 'instant';
  }
}

/** An Instant or Fast label, and no sign of thinking on the page. */
export const isInstant = ({ effort, thinking }: Workload): boolean =>
  effort === 'instant' && !thinking.seen && thinking.statedSeconds === null;

/** Hidden reasoning by the effort alone, where no time is known. */
export function byEffort(workload: Workload, model: Model, routed: boolean, rule: ReasoningRule): Reasoning {
  const effort = workload.effort ?? (routed ? 'auto' : effortFromModel(model, workload.thinking.seen));
  const central = effortTokens(effort, rule);
  // A router may have gone either way: from its Instant to its Thinking target.
  const tokens =
    effort === 'auto'
      ? { low: 0, central, high: Math.max(central, rule.tokensThinking) }
      : { low: central * rule.lowFactor, central, high: central * rule.highFactor };
  return { tokens, basis: 'effort-default', tokensPerSecond: null, seconds: null };
}

function byTime(
  workload: Workload,
  wait: number,
  basis: 'stated-duration' | 'waiting-time',
  modelTokensPerSecond: number,
  routed: boolean,
  rule: ReasoningRule,
): Reasoning {
  const speed = reasoningSpeed(workload, modelTokensPerSecond, rule);
  const central = wait * speed;
  // Behind a router the wait may have been queueing for the Instant target, unless the page showed thinking.
  const low = routed && !workload.thinking.seen && basis === 'waiting-time' ? 0 : central * rule.lowFactor;
  return {
    tokens: { low, central, high: central * rule.highFactor },
    basis,
    tokensPerSecond: speed,
    seconds: wait,
  };
}

/** Thinking text on the page is a summary: the count cannot be below it. */
function atLeastShown(reasoning: Reasoning, shownTokens: number): Reasoning {
  if (shownTokens <= reasoning.tokens.low) return reasoning;
  const { low, central, high } = reasoning.tokens;
  return {
    ...reasoning,
    tokens: {
      low: Math.max(low, shownTokens),
      central: Math.max(central, shownTokens),
      high: Math.max(high, shownTokens),
    },
  };
}

/**
 * Hidden reasoning tokens of one answer, low, central, high (otm.md section 6): max(0, TTFT - 1.0 s) times the
 * token rate; a stated duration replaces TTFT - 1.0 s; none for models that do not reason and for Instant or Fast
 * labels without a sign of thinking; effort defaults only where no time is known; half and twice as bounds.
 */
export function inferReasoning(
  workload: Workload,
  model: Model,
  modelTokensPerSecond: number,
  routed: boolean,
  rule: ReasoningRule,
): Reasoning {
  if (workload.reasoningTokens !== null) {
    return {
      tokens: exactly(workload.reasoningTokens),
      basis: 'given',
      tokensPerSecond: null,
      seconds: null,
    };
  }
  if (model.reasoning === 'none') return NONE_MODEL;
  const { statedSeconds, textLength = 0 } = workload.thinking;
  if (isInstant(workload)) return NONE_INSTANT;
  const shownTokens = textLength / rule.charactersPerToken;
  if (statedSeconds !== null) {
    return atLeastShown(
      byTime(workload, statedSeconds, 'stated-duration', modelTokensPerSecond, routed, rule),
      shownTokens,
    );
  }
  if (workload.ttftSeconds !== null) {
    const wait = Math.max(0, workload.ttftSeconds - rule.waitBaseSeconds);
    return atLeastShown(
      byTime(workload, wait, 'waiting-time', modelTokensPerSecond, routed, rule),
      shownTokens,
    );
  }
  return atLeastShown(byEffort(workload, model, routed, rule), shownTokens);
}
