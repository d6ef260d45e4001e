/** The first view: totals, trend, the latest prompts, and what can be done with the data. */
import { PERIODS } from '../../../lib/store/types';
import { DayChart } from '../../../lib/ui/day-chart';
import { t } from '../../../lib/ui/i18n';
import { Segments } from '../../../lib/ui/segments';
import { PeriodTotals, promptCount } from '../../../lib/ui/totals';
import type { RoomProps } from '../dashboard';
import { DataRoom } from '../data/room';
import { History } from '../history/table';
import { Prompts } from '../prompts';

export function OverviewRoom({ dashboard }: RoomProps) {
  const { model, names, openPrompt } = dashboard;
  return (
    <>
      <Prompts model={model}>
        {(list) => (
          <>
            <Overview dashboard={dashboard} />
            <History
              list={list}
              loadingMore={model.loadingMore.value}
              names={names.value}
              onOpen={openPrompt}
              onMore={() => void model.showMore()}
            />
          </>
        )}
      </Prompts>
      <DataRoom dashboard={dashboard} />
    </>
  );
}

function Overview({ dashboard: { model, settings } }: RoomProps) {
  const totals = model.totals.value;
  const days = model.days.value;
  return (
    <section class="stack" aria-labelledby="totals">
      <div class="row">
        <h2 id="totals">{t('totals.title')}</h2>
        {totals.kind === 'ready' && <span class="soft">{promptCount(totals.value.total.count)}</span>}
        <Segments
          legend={t('period.label')}
          options={PERIODS.map((value) => ({ value, text: t(`period.${value}`) }))}
          value={model.period.value}
          onChange={(period) => {
            model.period.value = period;
          }}
        />
      </div>
      <div class="overview">
        {totals.kind === 'ready' && (
          <PeriodTotals measures={totals.value.total} headline={settings.value.headline} />
        )}
        {days && days.sites.length > 0 && <DayChart data={days} theme={settings.value.theme} />}
      </div>
    </section>
  );
}
