/** What a view says of a prompt's model: its name, and how sure that is. */
import type { ModelMatchKind, PromptRecord } from '../prompt';
import type { MessageKey } from './i18n';

/** Display name of a model id, or null while it is not known (tables still loading, or an id of long ago). */
export type ModelNames = (modelId: string) => string | null;

/** The doubt to show beside a model's name; null when slug or label named it. */
export interface ModelDoubt {
  readonly tag: MessageKey;
  readonly why: MessageKey;
  /** False for a mere remark, true where the numbers are a guess. */
  readonly guessed: boolean;
}

/** The name people know: the tables', else the page's own word, else the id. */
export function modelText(record: Pick<PromptRecord, 'modelId' | 'modelLabel'>, names: ModelNames): string {
  return names(record.modelId) ?? (record.modelLabel || record.modelId);
}

/** How sure the model is. */
export function modelDoubt(match: ModelMatchKind): ModelDoubt | null {
  switch (match) {
    case 'slug':
    case 'label':
      return null;
    case 'default':
      return { tag: 'model.default', why: 'model.default.why', guessed: false };
    case 'chosen':
      return { tag: 'model.chosen', why: 'model.chosen.why', guessed: false };
    case 'family':
      return { tag: 'model.family', why: 'model.family.why', guessed: true };
    case 'unknown':
      return { tag: 'model.unknown', why: 'model.unknown.why', guessed: true };
  }
}
