/** What a prompt costs that ended without a first token: nothing made, nothing charged (otm.md section 11.1). */
import type { Range } from '../prompt';
import type { Model } from '../refdb/types';
import { byEffort, isInstant, type Reasoning, type ReasoningRule } from './reasoning';
import type { Unanswered, Workload } from './workload';

/** How often the prompt and its context were read: 0 or 1 at each end. */
export type Reads = Readonly<Range>;

const ONCE: Reads = { low: 1, central: 1, high: 1 };
const PERHAPS: Reads = { low: 0, central: 1, high: 1 };
const HARDLY: Reads = { low: 0, central: 0, high: 1 };

/** A site that failed after it had shown thinking had begun to work, as one that was stopped. */
const wasRefused = (unanswered: Unanswered, workload: Workload): boolean =>
  unanswered.kind === 'refused' && !workload.thinking.seen;

/** How often prompt and context count. An answered prompt was read once. */
export function readsOf(workload: Workload): Reads {
  const { unanswered } = workload;
  if (!unanswered) return ONCE;
  if (wasRefused(unanswered, workload)) return HARDLY;
  return workload.thinking.seen ? ONCE : PERHAPS;
}

/** Whether the app's own instructions may have been read: not for what the site refused. */
export function mayHaveReadInstructions(workload: Workload): boolean {
  const { unanswered } = workload;
  return !unanswered || !wasRefused(unanswered, workload);
}

/** Shares of the time that a model which showed its thinking has thought. */
const SHOWN_LOW = 0.25;
const SHOWN_CENTRAL = 0.5;
/** Without a sign of thinking the centre is half of what the wait could have made. */
const UNSEEN_CENTRAL = 0.5;

const isThinkingMode = (workload: Workload, model: Model): boolean =>
  model.reasoning !== 'none' && !isInstant(workload);

/**
 * Hidden tokens of a prompt without a first token. What a wait could have made at the model's speed bounds them;
 * where no wait is known the usual amount of the mode takes its place as the bound.
 */
export function unansweredReasoning(
  workload: Workload,
  unanswered: Unanswered,
  model: Model,
  modelTokensPerSecond: number,
  routed: boolean,
  rule: ReasoningRule,
): Reasoning {
  const { seen, statedSeconds, textLength = 0 } = workload.thinking;
  if (wasRefused(unanswered, workload)) {
    const nothing = { low: 0, central: 0, high: 0 };
    return { tokens: nothing, basis: 'refused', tokensPerSecond: null, seconds: null };
  }
  const waited = seen ? (statedSeconds ?? unanswered.waitedSeconds) : unanswered.waitedSeconds;
  const thought = waited === null ? null : seen ? waited : Math.max(0, waited - rule.waitBaseSeconds);
  const high =
    thought === null
      ? byEffort(workload, model, routed, rule).tokens.central
      : thought * modelTokensPerSecond;
  const timed = { basis: 'stopped', tokensPerSecond: modelTokensPerSecond, seconds: thought } as const;
  if (!seen) {
    const central = isThinkingMode(workload, model) ? high * UNSEEN_CENTRAL : 0;
    return { tokens: { low: 0, central, high }, ...timed };
  }
  // The thinking text that the page showed is a summary: the count cannot be below it.
  const shown = textLength / rule.charactersPerToken;
  const least = (tokens: number): number => Math.max(tokens, shown);
  return {
    tokens: { low: least(high * SHOWN_LOW), central: least(high * SHOWN_CENTRAL), high: least(high) },
    ...timed,
  };
}
