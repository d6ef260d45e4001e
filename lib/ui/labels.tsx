/** Small labels of a prompt: its status, and its model with the doubt about it. */
import type { PromptRecord, PromptStatus } from '../prompt';
import { t } from './i18n';
import { type ModelNames, modelDoubt, modelText } from './model-text';

export function Status({ status }: { status: PromptStatus }) {
  return <span class={`tag ${status}`}>{t(`status.${status}`)}</span>;
}

type ModelParts = Pick<PromptRecord, 'modelId' | 'modelLabel' | 'modelMatch'>;

export function ModelName({ record, names }: { record: ModelParts; names: ModelNames }) {
  const doubt = modelDoubt(record.modelMatch);
  return (
    <span class="row">
      <bdi>{modelText(record, names)}</bdi>
      {doubt && (
        <span class={doubt.guessed ? 'tag guess' : 'tag soft'} title={t(doubt.why)}>
          {t(doubt.tag)}
        </span>
      )}
    </span>
  );
}

/** The doubt in a full sentence, where there is room; nothing when the model is known. */
export function ModelDoubtText({ record }: { record: ModelParts }) {
  const doubt = modelDoubt(record.modelMatch);
  return doubt?.guessed ? <p class="small soft">{t(doubt.why)}</p> : null;
}
