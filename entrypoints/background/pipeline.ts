/**
 * One observation's way into the store: tokens → model → factors → estimate → record. Each step is pure or asks
 * one room; repeating the whole changes nothing, since the store knows the observation's id and revision.
 */
import { estimatePrompt, type PromptEstimate, toStoredEstimate, type Workload } from '../../lib/otm';
import { type Assumption, type Observation, RECORD_VERSION, type TokenCounts } from '../../lib/prompt';
import {
  type FactorName,
  type FactorOverrides,
  type Factors,
  factorsFor,
  isFactorName,
  lookUpModel,
  type ModelMatch,
  resolveZone,
  validateOverride,
} from '../../lib/refdb';
import type { Settings } from '../../lib/settings';
import {
  type ApplyResult,
  applyRecord,
  type ChatContext,
  findContext,
  putFactorSet,
  type Store,
} from '../../lib/store';
import { countFromLengths, countPrompt, type TokenCounter, tokensFromLength } from '../../lib/tokens';
import { contextTokens } from './context-tokens';

export interface PipelineDeps {
  readonly store: Store;
  readonly counter: TokenCounter;
  readonly settings: () => Promise<Settings>;
  /** Unix seconds now. */
  readonly now: () => number;
}

/**
 * Takes one observation in.
 * @throws StoreError when the store cannot take it: the sender keeps it and tries again
 */
export async function takeIn(deps: PipelineDeps, observation: Observation): Promise<ApplyResult> {
  const settings = await deps.settings();
  const { site, model, startTime } = observation;
  const match = lookUpModel({ site, ...model, time: startTime });
  const factors = factorsFor(match, { overrides: knownOverrides(settings), zone: knownZone(settings) });
  const known = await findContext(
    deps.store,
    { site, ...observation.chat },
    { beforeTime: startTime, id: observation.id, attemptOf: observation.attempt.of },
  );
  const counts = await countAll(deps.counter, observation, match, known);
  const workload = workloadOf(observation, counts, match, known.lastTime);
  const estimate = estimatePrompt(workload, factors, { headline: settings.headline });
  await keepFactorSet(deps.store, factors, estimate);
  const { attempt, texts: _dropped, ...seen } = observation;
  return applyRecord(deps.store, {
    ...seen,
    ...counts,
    version: RECORD_VERSION,
    attemptKind: attempt.kind,
    attemptOf: attempt.of,
    modelId: match.model.id,
    modelMatch: match.match,
    modelLabel: model.label ?? model.slug ?? '',
    estimate: toStoredEstimate(estimate, factors, settings.headline),
    formerEstimate: null,
    updatedTime: deps.now(),
  });
}

async function countAll(
  counter: TokenCounter,
  observation: Observation,
  { model }: ModelMatch,
  known: ChatContext,
): Promise<TokenCounts> {
  const visible =
    observation.texts === null
      ? countFromLengths(observation, model)
      : await countPrompt(observation.texts, model, counter);
  const { textLength } = observation.context;
  const tokensPerCharacter = textLength === 0 ? 0 : tokensFromLength(textLength, model) / textLength;
  return { ...visible, contextTokens: contextTokens(observation.context, known, tokensPerCharacter) };
}

function workloadOf(
  observation: Observation,
  counts: TokenCounts,
  match: ModelMatch,
  lastTime: number | null,
): Workload {
  const { startTime, firstTokenTime, lastTokenTime } = observation;
  const between = (from: number, to: number): number => Math.max(0, to - from);
  return {
    ...counts,
    cachedTokens: null,
    reasoningTokens: null,
    ttftSeconds: firstTokenTime === null ? null : between(startTime, firstTokenTime),
    generationSeconds:
      firstTokenTime === null || lastTokenTime === null ? null : between(firstTokenTime, lastTokenTime),
    thinking: observation.thinking,
    effort: match.effort,
    secondsSinceLastTurn: lastTime === null ? null : between(lastTime, startTime),
  };
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

async function keepFactorSet(store: Store, factors: Factors, estimate: PromptEstimate): Promise<void> {
  const assumptions: readonly Assumption[] = estimate
    .assumptions()
    .filter((assumption) => !OF_ONE_PROMPT.has(assumption.name));
  await putFactorSet(store, {
    key: factors.key,
    refdbVersion: estimate.versions.refdb,
    otmVersion: estimate.versions.otm,
    modelId: factors.model.id,
    assumptions,
  });
}

/** The person's own factors, without any that this version does not know or that are out of bounds. */
function knownOverrides({ overrides }: Settings): FactorOverrides {
  const known: Partial<Record<FactorName, number>> = {};
  for (const [name, value] of Object.entries(overrides)) {
    if (isFactorName(name) && validateOverride(name, value).ok) known[name] = value;
  }
  return known;
}

const knownZone = ({ gridZone }: Settings): string | null =>
  gridZone !== null && resolveZone(gridZone) !== null ? gridZone : null;
