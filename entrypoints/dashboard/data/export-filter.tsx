/** Which prompts an export holds: all, or those that the address names, as the history has it. */
import { PROMPT_STATUSES, SITE_IDS } from '../../../lib/prompt';
import { t } from '../../../lib/ui/i18n';
import type { ModelNames } from '../../../lib/ui/model-text';
import { filterParams, type HistoryFilter, isNarrowed } from '../history/filter';
import { routeHash } from '../route';
import { Choice } from '../settings/parts';

const FINAL = PROMPT_STATUSES.filter((status) => status !== 'pending');
const ANY = '';

export interface ExportFilterProps {
  readonly filter: HistoryFilter;
  readonly names: ModelNames;
}

export function ExportFilter({ filter, names }: ExportFilterProps) {
  // The address is the one place of the filter: it can be linked to, and the way back undoes it.
  const change = (part: Partial<HistoryFilter>) => {
    location.hash = routeHash('data', filterParams({ ...filter, ...part }));
  };
  return (
    <>
      <div class="fields">
        <Choice
          label={t('history.site')}
          value={filter.site ?? ANY}
          options={[
            { value: ANY, text: t('data.filter.all') },
            ...SITE_IDS.map((site) => ({ value: site, text: t(`site.${site}`) })),
          ]}
          onChange={(site) => change({ site: site || null })}
        />
        <Choice
          label={t('history.status')}
          value={filter.status ?? ANY}
          options={[
            { value: ANY, text: t('data.filter.all') },
            ...FINAL.map((status) => ({ value: status, text: t(`status.${status}`) })),
          ]}
          onChange={(status) => change({ status: status || null })}
        />
        <Day
          label={t('data.filter.from')}
          value={filter.fromDay}
          onChange={(fromDay) => change({ fromDay })}
        />
        <Day label={t('data.filter.to')} value={filter.toDay} onChange={(toDay) => change({ toDay })} />
      </div>
      <p class="small soft" role="status">
        {filter.modelId !== null &&
          `${t('data.filter.model', { model: names(filter.modelId) ?? filter.modelId })} `}
        {filter.conversation !== null && `${t('data.filter.chat')} `}
        {t(isNarrowed(filter) ? 'data.filter.some' : 'data.filter.none')}{' '}
        {isNarrowed(filter) && <a href={routeHash('data')}>{t('data.filter.reset')}</a>}
      </p>
    </>
  );
}

interface DayProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
}

function Day({ label, value, onChange }: DayProps) {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type="date"
        value={value ?? ''}
        onChange={({ currentTarget }) => onChange(currentTarget.value || null)}
      />
    </label>
  );
}
