/** How long prompts are kept. Shortening it deletes, so it takes a second press. */
import { useSignal } from '@preact/signals';
import { formatCount } from '../../../lib/ui/format';
import { locale, t } from '../../../lib/ui/i18n';
import { Notice } from '../../../lib/ui/notice';
import { Choice, Part, type PartProps } from './parts';

const DAYS = ['', '30', '90', '180', '365', '730', '1825'] as const;

const daysText = (days: number): string =>
  t('settings.retention.days', { count: days, formatted: formatCount(days, locale()) });
const wordOf = (days: number | null): string =>
  days === null ? t('settings.retention.ever') : daysText(days);

export function Retention({ settings: { retentionDays }, change }: PartProps) {
  const picked = useSignal<number | null | undefined>(undefined);
  const shown = picked.value === undefined ? retentionDays : picked.value;
  const options: { value: string; text: string }[] = DAYS.map((value) => ({
    value,
    text: wordOf(value === '' ? null : Number(value)),
  }));
  const current = shown === null ? '' : String(shown);
  if (!options.some(({ value }) => value === current)) options.push({ value: current, text: wordOf(shown) });
  const pick = (value: string) => {
    const days = value === '' ? null : Number(value);
    const shortens = days !== null && (retentionDays === null || days < retentionDays);
    picked.value = shortens ? days : undefined;
    if (!shortens) change({ retentionDays: days });
  };
  return (
    <Part title="settings.retention" hint="settings.retention.hint">
      <Choice label={t('settings.retention.keep')} value={current} options={options} onChange={pick} />
      {typeof picked.value === 'number' && (
        <Notice tone="warn" title={t('settings.retention.warning', { days: daysText(picked.value) })}>
          <p>{t('settings.retention.totals')}</p>
          <p class="row">
            <button
              type="button"
              class="danger"
              onClick={() => {
                change({ retentionDays: picked.value ?? null });
                picked.value = undefined;
              }}
            >
              {t('settings.retention.confirm')}
            </button>
            <button
              type="button"
              onClick={() => {
                picked.value = undefined;
              }}
            >
              {t('settings.retention.cancel')}
            </button>
          </p>
        </Notice>
      )}
    </Part>
  );
}
