/** The sum of a period, and how it compares with the period before. */
import { useSignal } from '@preact/signals';
import { type RecentDays, sumOfDays } from '../../../lib/store/recent-days';
import { periodDays } from '../../../lib/store/totals';
import { PERIODS, type Period, type Sums } from '../../../lib/store/types';
import { Equivalences } from '../../../lib/ui/equivalences';
import { t } from '../../../lib/ui/i18n';
import { type Loaded, whenReady } from '../../../lib/ui/live';
import { Segments } from '../../../lib/ui/segments';
import { PeriodTotals, promptCount } from '../../../lib/ui/totals';
import { Await } from '../await';
import type { RoomProps } from '../dashboard';
import { Compare } from './compare';

interface Compared {
  readonly now: Sums;
  /** Null for everything: nothing was before it. */
  readonly before: Sums | null;
}

function compared(recent: RecentDays, period: Period, today: string): Compared {
  if (period === 'all') return { now: recent.all, before: null };
  const { from, to, fromBefore, toBefore } = periodDays(period, today);
  return { now: sumOfDays(recent, from, to), before: sumOfDays(recent, fromBefore, toBefore) };
}

export interface OverviewTotalsProps extends RoomProps {
  readonly recent: Loaded<RecentDays>;
}

export function OverviewTotals({ dashboard, recent }: OverviewTotalsProps) {
  const { today, settings, changeSettings } = dashboard;
  const period = useSignal<Period>('30d');
  const totals = whenReady(recent, (value) => compared(value, period.value, today.value));
  return (
    <section class="stack" aria-labelledby="totals">
      <div class="row spread">
        <div class="row headed">
          <h2 id="totals">{t('totals.title')}</h2>
          {totals.kind === 'ready' && <span class="soft">{promptCount(totals.value.now.count)}</span>}
        </div>
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
              <PeriodTotals measures={value.now} headline={settings.value.headline} />
              {settings.value.equivalencesShown && (
                <Equivalences
                  figures={value.now}
                  headline={settings.value.headline}
                  wanted={settings.value.equivalences}
                  onHide={() => void changeSettings({ equivalencesShown: false })}
                />
              )}
            </div>
            {value.before !== null && period.value !== 'all' && (
              <Compare period={period.value} now={value.now} before={value.before} />
            )}
          </div>
        )}
      </Await>
    </section>
  );
}
