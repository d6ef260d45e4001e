/** One prompt's price: workload → factors → estimate. Pure. */
import {
  estimatePrompt,
  type PromptEstimate,
  toStoredEstimate,
  type Unanswered,
  type Workload,
} from '../otm';
import type { Assumption, PromptRecord, StoredEstimate, TokenCounts } from '../prompt';
import { type Factors, factorsFor, type ModelMatch, priceOn } from '../refdb';
import { type PricingChoices, usableChoices } from './choices';

/** The observables that a price is made from. Times in Unix seconds. */
export type TimedPrompt = TokenCounts &
  Pick<PromptRecord, 'startTime' | 'firstTokenTime' | 'lastTokenTime' | 'thinking'> & {
    /** Age of the chat's last turn at sending; null when not known. */
    readonly secondsSinceLastTurn: number | null;
  } & Partial<Pick<PromptRecord, 'status' | 'waitedSeconds' | 'waitedForUserSeconds' | 'outputTextLength'>>;

/** The model that is priced. */
export type PricedSubject = Pick<ModelMatch, 'model' | 'guessed' | 'effort'>;

/** The assumptions that all prompts of one factor set share. */
export interface FactorSetFacts {
  readonly key: string;
  readonly refdbVersion: string;
  readonly otmVersion: string;
  readonly modelId: string;
  readonly assumptions: readonly Assumption[];
}

export interface Priced {
  readonly estimate: StoredEstimate;
  /** Worked out when asked for: most prompts belong to a set that is stored already. */
  factorSet(): FactorSetFacts;
}

/** Assumptions that belong to one prompt; the rest is the same for all prompts of a factor set. */
const OF_ONE_PROMPT: ReadonlySet<string> = new Set([
  'ttftSeconds',
  'generationSeconds',
  'modelTokensPerSecond',
  'cachedTokens',
  'reasoningTokens',
  'tokenMethod',
]);

/**
 * Times without those in which the site waited for its user: approvals stand before the first text, and what is longer
 * than that wait was in the answer.
 */
function withoutPerson(
  ttft: number | null,
  generation: number | null,
  waitedSeconds: number,
): Pick<Workload, 'ttftSeconds' | 'generationSeconds'> {
  const before = Math.min(ttft ?? 0, waitedSeconds);
  return {
    ttftSeconds: ttft === null ? null : ttft - before,
    generationSeconds: generation === null ? null : Math.max(0, generation - (waitedSeconds - before)),
  };
}

/** How a prompt ended that got no answer at all; null for every other and while it is still awaited. */
function unansweredOf(prompt: TimedPrompt): Unanswered | null {
  const { status = 'complete', firstTokenTime, outputTokens, outputTextLength = 0 } = prompt;
  if (firstTokenTime !== null || outputTokens > 0 || outputTextLength > 0) return null;
  const waitedSeconds = prompt.waitedSeconds ?? null;
  switch (status) {
    case 'failed':
      return { kind: 'refused', waitedSeconds };
    case 'stopped':
    case 'interrupted':
      return { kind: 'stopped', waitedSeconds };
    case 'pending':
    case 'complete':
      return null;
  }
}

function workloadOf(prompt: TimedPrompt, effort: PricedSubject['effort']): Workload {
  const { startTime, firstTokenTime, lastTokenTime } = prompt;
  // A clock that jumped back must not make a duration negative.
  const between = (from: number, to: number): number => Math.max(0, to - from);
  const timesSeen = withoutPerson(
    firstTokenTime === null ? null : between(startTime, firstTokenTime),
    firstTokenTime === null || lastTokenTime === null ? null : between(firstTokenTime, lastTokenTime),
    prompt.waitedForUserSeconds ?? 0,
  );
  return {
    inputTokens: prompt.inputTokens,
    contextTokens: prompt.contextTokens,
    outputTokens: prompt.outputTokens,
    tokenMethod: prompt.tokenMethod,
    tokenError: prompt.tokenError,
    cachedTokens: null,
    reasoningTokens: null,
    ...timesSeen,
    thinking: prompt.thinking,
    effort,
    secondsSinceLastTurn: prompt.secondsSinceLastTurn,
    unanswered: unansweredOf(prompt),
  };
}

/** Everything between the observables and the numbers of one prompt. */
export interface Worked {
  readonly workload: Workload;
  readonly factors: Factors;
  readonly estimate: PromptEstimate;
}

/** Prices one prompt and keeps the working. @throws WorkloadError when a count or time cannot be priced */
export function work(prompt: TimedPrompt, subject: PricedSubject, choices: PricingChoices): Worked {
  const { headline, gridZone, overrides } = usableChoices(choices);
  const factors = factorsFor(subject, { overrides, zone: gridZone });
  const workload = workloadOf(prompt, subject.effort);
  const usdPerMtok = priceOn(subject.model, prompt.startTime, prompt.inputTokens + prompt.contextTokens);
  return { workload, factors, estimate: estimatePrompt(workload, factors, { headline, usdPerMtok }) };
}

/**
 * Prices one prompt; new prompts and stored ones alike go through here. Choices that the tables do not know are
 * left out. @throws WorkloadError when a count or time cannot be priced
 */
export function price(prompt: TimedPrompt, subject: PricedSubject, choices: PricingChoices): Priced {
  const { factors, estimate } = work(prompt, subject, choices);
  return {
    estimate: toStoredEstimate(estimate, factors, choices.headline),
    factorSet: () => ({
      key: factors.key,
      refdbVersion: estimate.versions.refdb,
      otmVersion: estimate.versions.otm,
      modelId: factors.model.id,
      assumptions: estimate.assumptions().filter(({ name }) => !OF_ONE_PROMPT.has(name)),
    }),
  };
}
