/**
 * One observation's way into the store: tokens → model → factors → estimate → record. Each step is pure or asks
 * one room; repeating the whole changes nothing, since the store knows the observation's id and revision.
 */

import { type PricingChoices, price } from '../../lib/pricing';
import { type Observation, RECORD_VERSION, type TokenCounts } from '../../lib/prompt';
import { lookUpModel, type ModelMatch } from '../../lib/refdb';
import type { Settings } from '../../lib/settings';
import {
  type ApplyResult,
  applyRecord,
  type ChatContext,
  findContext,
  putFactorSet,
  type Store,
} from '../../lib/store';
import { countFromLengths, countPrompt, type TokenCounter, tokensPerCharacter } from '../../lib/tokens';
import { contextTokens } from './context-tokens';

export interface PipelineDeps {
  readonly store: Store;
  readonly counter: TokenCounter;
  readonly settings: () => Promise<PricingChoices & Partial<Pick<Settings, 'defaultModels'>>>;
  /** Unix seconds now. */
  readonly now: () => number;
}

/**
 * Takes one observation in.
 * @throws StoreError when the store cannot take it: the sender keeps it and tries again
 */
export async function takeIn(deps: PipelineDeps, observation: Observation): Promise<ApplyResult> {
  const settings = await deps.settings();
  // What is not named here goes into the record as it is.
  const { attempt, model, texts: _dropped, ...seen } = observation;
  const { site, startTime } = seen;
  const match = lookUpModel({
    site,
    ...model,
    time: startTime,
    chosen: settings.defaultModels?.[site] ?? null,
  });
  const known = await findContext(
    deps.store,
    { site, ...observation.chat },
    { beforeTime: startTime, id: observation.id, attemptOf: observation.attempt.of },
  );
  const counts = await countAll(deps.counter, observation, match, known);
  const secondsSinceLastTurn = known.lastTime === null ? null : Math.max(0, startTime - known.lastTime);
  const priced = price({ ...observation, ...counts, secondsSinceLastTurn }, match, settings);
  await putFactorSet(deps.store, priced.factorSet());
  return applyRecord(deps.store, {
    ...seen,
    ...counts,
    version: RECORD_VERSION,
    attemptKind: attempt.kind,
    attemptOf: attempt.of,
    modelId: match.model.id,
    modelMatch: match.match,
    modelLabel: model.label ?? model.slug ?? '',
    modelSlug: model.slug,
    secondsSinceLastTurn,
    estimate: priced.estimate,
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
      : await countPrompt(observation.texts, model, counter, observation.markup ?? null);
  const rate = tokensPerCharacter(observation, visible, model);
  return { ...visible, contextTokens: contextTokens(observation.context, known, rate) };
}
