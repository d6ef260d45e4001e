import type { SiteId } from '../../prompt';
import type { Model, ProviderId } from '../types';
import { anthropicModels } from './anthropic';
import { googleModels } from './google';
import { openModels } from './open';
import { openAiModels } from './openai';
import { unknownModels } from './unknown';

/** Every model of the tables, the unknown ones last. */
export const models: readonly Model[] = [
  ...openAiModels,
  ...anthropicModels,
  ...googleModels,
  ...openModels,
  ...unknownModels,
];

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
