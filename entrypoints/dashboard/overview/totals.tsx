/** The sum of a period, and how it compares with the period before. */
import { useSignal } from '@preact/signals';
import { dayTotals, periodDays, periodTotals } from '../../../lib/store/totals';
import { PERIODS, type Period, type Totals } from '../../../lib/store/types';
import { Equivalences } from '../../../lib/ui/equivalences';
import { t } from '../../../lib/ui/i18n';
import { Segments } from '../../../lib/ui/segments';
import { query } from '../../../lib/ui/sources';
import { PeriodTotals, promptCount } from '../../../lib/ui/totals';
import { useLive } from '../../../lib/ui/use-live';
import { Await } from '../await';
import type { RoomProps } from '../dashboard';
import { Compare } from './compare';

interface Compared {
  readonly period: Period;
  readonly now: Totals;
  /** Null for everything: nothing was before it. */
  readonly before: Totals | null;
}

export function OverviewTotals({ dashboard }: RoomProps) {
  const { store, today, now, utcOffsetMinutes, settings, changeSettings } = dashboard;
  const period = useSignal<Period>('30d');
  const read = async (chosen: Period): Promise<Compared> => {
    const totals = await periodTotals(store, chosen, now.peek(), utcOffsetMinutes);
    if (chosen === 'all') return { period: chosen, now: totals, before: null };
    const { fromBefore, toBefore } = periodDays(chosen, today.peek());
    return { period: chosen, now: totals, before: await dayTotals(store, fromBefore, toBefore) };
  };
  const totals = useLive<Compared>(`${period.value} ${today.value}`, () => {
    const chosen = period.value;
    return query(store, () => read(chosen));
  });
  return (
    <section class="stack" aria-labelledby="totals">
      <div class="row spread">
        <h2 id="totals">{t('totals.title')}</h2>
        {totals.kind === 'ready' && <span class="soft">{promptCount(totals.value.now.total.count)}</span>}
        <Segments
          legend={t('period.label')}
          options={PERIODS.map((value) => ({ value, text: t(`period.${value}`) }))}
          value={period.value}
          onChange={(value) => {
            period.value = value;
          }}
        />
      </div>
      <Await value={totals} dashboard={dashboard}>
        {(value) => (
          <div class="overview">
            <div class="stack">
              <PeriodTotals measures={value.now.total} headline={settings.value.headline} />
              {settings.value.equivalencesShown && (
                <Equivalences
                  figures={value.now.total}
                  headline={settings.value.headline}
                  wanted={settings.value.equivalences}
                  onHide={() => void changeSettings({ equivalencesShown: false })}
                />
              )}
            </div>
            {value.before !== null && value.period !== 'all' && (
              <Compare period={value.period} now={value.now.total} before={value.before.total} />
            )}
          </div>
        )}
      </Await>
    </section>
  );
}
