/** A choice among the models that have prompts. */
import { useId } from 'preact/hooks';
import type { ModelTotals } from '../../../lib/store/types';
import { t } from '../../../lib/ui/i18n';
import type { ModelNames } from '../../../lib/ui/model-text';
import { keyOf } from './figures';

export interface ModelSelectProps {
  readonly label: string;
  readonly models: readonly ModelTotals[];
  readonly names: ModelNames;
  /** See `keyOf`; null for all. */
  readonly value: string | null;
  /** Offers all models too. */
  readonly all?: boolean;
  readonly onChange: (value: string | null) => void;
}

export function ModelSelect({ label, models, names, value, all = false, onChange }: ModelSelectProps) {
  const id = useId();
  return (
    <div class="field">
      <label class="soft" for={id}>
        {label}
      </label>
      <select id={id} value={value ?? ''} onChange={(event) => onChange(event.currentTarget.value || null)}>
        {all && <option value="">{t('models.all')}</option>}
        {models.map((model) => (
          <option key={keyOf(model)} value={keyOf(model)}>
            {names(model.modelId) ?? model.modelId} · {t(`site.${model.site}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
