/** Order and filter of the history. Every choice is in the page's address. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { SITE_IDS } from '../../../lib/prompt';
import type { ModelTotals } from '../../../lib/store/types';
import { t } from '../../../lib/ui/i18n';
import type { ModelNames } from '../../../lib/ui/model-text';
import { Segments } from '../../../lib/ui/segments';
import { type HistoryFilter, isNarrowed, ORDERS, parseFilter } from './filter';

/** Statuses that a stored prompt can be filtered by. */
const STATUSES = ['complete', 'stopped', 'failed', 'interrupted', 'pending'] as const;

export interface ToolbarProps {
  readonly filter: HistoryFilter;
  /** Models that have prompts. */
  readonly models: readonly ModelTotals[];
  readonly names: ModelNames;
  readonly onChange: (filter: HistoryFilter) => void;
  /** What can be done with what the filter leaves. */
  readonly children?: ComponentChildren;
}

interface Choice {
  readonly value: string;
  readonly text: string;
}

export function Toolbar({ filter, models, names, onChange, children }: ToolbarProps) {
  const modelIds = [...new Set(models.map(({ modelId }) => modelId))];
  const change = (name: string, value: string) => {
    const params = new URLSearchParams({ [name]: value });
    const parsed = parseFilter(params);
    switch (name) {
      case 'site':
        return onChange({ ...filter, site: parsed.site });
      case 'model':
        return onChange({ ...filter, modelId: parsed.modelId });
      case 'status':
        return onChange({ ...filter, status: parsed.status });
    }
  };
  return (
    <div class="toolbar">
      <Segments
        legend={t('history.order')}
        showLegend
        options={ORDERS.map((value) => ({ value, text: t(`history.order.${value}`) }))}
        value={filter.order}
        onChange={(order) => onChange({ ...filter, order })}
      />
      <Select
        label={t('history.filter.site')}
        value={filter.site}
        choices={SITE_IDS.map((value) => ({ value, text: t(`site.${value}`) }))}
        onChange={(value) => change('site', value)}
      />
      <Select
        label={t('history.filter.model')}
        value={filter.modelId}
        choices={modelIds.map((value) => ({ value, text: names(value) ?? value }))}
        onChange={(value) => change('model', value)}
      />
      <Select
        label={t('history.filter.status')}
        value={filter.status}
        choices={STATUSES.map((value) => ({ value, text: t(`status.${value}`) }))}
        onChange={(value) => change('status', value)}
      />
      {isNarrowed(filter) && (
        <button
          type="button"
          onClick={() => onChange({ ...parseFilter(new URLSearchParams()), order: filter.order })}
        >
          {t('history.filter.clear')}
        </button>
      )}
      {isNarrowed(filter) && children}
    </div>
  );
}

/** First and last day of what is shown. */
export function Days({ filter, onChange }: Pick<ToolbarProps, 'filter' | 'onChange'>) {
  const parsed = (name: 'from' | 'to', value: string) => parseFilter(new URLSearchParams({ [name]: value }));
  return (
    <div class="days">
      <DayField
        label={t('history.filter.from')}
        value={filter.fromDay}
        onChange={(value) => onChange({ ...filter, fromDay: parsed('from', value).fromDay })}
      />
      <DayField
        label={t('history.filter.to')}
        value={filter.toDay}
        onChange={(value) => onChange({ ...filter, toDay: parsed('to', value).toDay })}
      />
    </div>
  );
}

interface SelectProps {
  readonly label: string;
  readonly value: string | null;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
}

function Select({ label, value, choices, onChange }: SelectProps) {
  const id = useId();
  return (
    <div class="field">
      <label class="soft" for={id}>
        {label}
      </label>
      <select id={id} value={value ?? ''} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{t('history.filter.any')}</option>
        {choices.map(({ value: choice, text }) => (
          <option key={choice} value={choice}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

interface DayFieldProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (value: string) => void;
}

function DayField({ label, value, onChange }: DayFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label class="soft" for={id}>
        {label}
      </label>
      <input
        id={id}
        type="date"
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}
