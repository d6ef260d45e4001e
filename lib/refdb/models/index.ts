import type { SiteId } from '../../prompt';
import type { Model, ProviderId } from '../types';
import { anthropicModels } from './anthropic';
import { anthropicAutumn, googleAutumn, openAiAutumn } from './autumn-2026';
import { earlyModels } from './early';
import { googleModels } from './google';
import { eitherPlan, NEWER_TIERS, newerOf } from './mixtures';
import { openModels } from './open';
import { openAiModels } from './openai';
import { unknownModels } from './unknown';

const rows: readonly Model[] = [
  ...earlyModels,
  ...openAiModels,
  ...openAiAutumn,
  ...anthropicModels,
  ...anthropicAutumn,
  ...googleModels,
  ...googleAutumn,
  ...openModels,
];

function row(id: string): Model {
  const found = rows.find((model) => model.id === id);
  /* v8 ignore next -- @preserve: the ids stand below; a wrong one fails every test of the tables */
  if (!found) throw new Error(`no model ${id} in the reference tables`);
  return found;
}

const PROVIDERS: readonly ProviderId[] = ['openai', 'anthropic', 'google'];

/** Rows made of others. */
const mixtures: readonly Model[] = [
  eitherPlan(row('gpt-6-luna'), row('gpt-6-sol'), { id: 'gpt-6-by-plan', displayName: 'GPT-6 Luna or Sol' }),
  eitherPlan(row('claude-sonnet-5.5'), row('claude-opus-5.5'), {
    id: 'claude-5.5-by-plan',
    displayName: 'Claude Sonnet 5.5 or Opus 5.5',
  }),
  ...PROVIDERS.flatMap((provider) =>
    NEWER_TIERS.flatMap(
      (tier) =>
        newerOf(
          provider,
          tier,
          rows.filter((model) => model.provider === provider && model.tier === tier),
        ) ?? [],
    ),
  ),
];

/** Every model of the tables, those made of others and the unknown ones last. */
export const models: readonly Model[] = [...rows, ...mixtures, ...unknownModels];

const byId = new Map(models.map((model) => [model.id, model]));

/** A model by its id; null when there is none. */
export function modelById(id: string): Model | null {
  return byId.get(id) ?? null;
}

/** A model whose id is written in the code or in another table: throws when the tables contradict each other. */
export function knownModel(id: string): Model {
  const model = byId.get(id);
  if (!model) throw new Error(`no model ${id} in the reference tables`);
  return model;
}

/** Whose models a site serves. */
export function siteProvider(site: SiteId): ProviderId {
  switch (site) {
    case 'chatgpt':
      return 'openai';
    case 'claude':
      return 'anthropic';
    case 'gemini':
      return 'google';
  }
}
