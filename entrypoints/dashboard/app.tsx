/** The dashboard's page: only renders what its models say. */
import type { ReadonlySignal } from '@preact/signals';
import type { Settings } from '../../lib/settings';
import { PERIODS } from '../../lib/store/types';
import { DayChart } from '../../lib/ui/day-chart';
import { Empty } from '../../lib/ui/empty';
import { ExportButtons, type Exporter } from '../../lib/ui/export-buttons';
import { t } from '../../lib/ui/i18n';
import type { ModelNames } from '../../lib/ui/model-text';
import { ProblemNotice } from '../../lib/ui/problem';
import { Segments } from '../../lib/ui/segments';
import { Title } from '../../lib/ui/title';
import { PeriodTotals, promptCount } from '../../lib/ui/totals';
import type { DeleteModel } from './delete-model';
import { DeletePanel } from './delete-panel';
import { Details } from './details';
import { History } from './history';
import type { ImportModel } from './import-model';
import { ImportPanel } from './import-panel';
import type { DashboardModel } from './model';
import { SettingsStrip } from './settings-strip';

export interface AppProps {
  readonly model: DashboardModel;
  readonly imports: ImportModel;
  readonly deletion: DeleteModel;
  readonly settings: ReadonlySignal<Settings>;
  readonly settingsFailure: ReadonlySignal<string | null>;
  readonly onSettings: (change: Partial<Settings>) => void;
  readonly names: ReadonlySignal<ModelNames>;
  readonly utcOffsetMinutes: number;
  readonly exporter: Exporter;
}

export function App(props: AppProps) {
  const { model, utcOffsetMinutes } = props;
  const problem = model.problem.value;
  const open = model.open.value;
  return (
    <>
      <header class="top">
        <Title />
      </header>
      <main>
        {problem && <ProblemNotice problem={problem} utcOffsetMinutes={utcOffsetMinutes} />}
        <Prompts {...props} />
        <Data {...props} />
        <SettingsStrip
          settings={props.settings.value}
          onChange={props.onSettings}
          failure={props.settingsFailure.value}
        />
      </main>
      {open && (
        <Details key={open.record.id} open={open} names={props.names.value} onClose={model.closePrompt} />
      )}
    </>
  );
}

function Prompts({ model, settings, names }: AppProps) {
  const history = model.history.value;
  switch (history.kind) {
    case 'loading':
      return (
        <p class="soft" role="status">
          {t('app.loading')}
        </p>
      );
    case 'failed':
      return null;
    case 'ready':
      return history.value.records.length === 0 && history.value.next === null ? (
        <Empty next="empty.dashboard" />
      ) : (
        <>
          <Overview model={model} settings={settings} />
          <History
            list={history.value}
            loadingMore={model.loadingMore.value}
            names={names.value}
            onOpen={(record) => void model.openPrompt(record)}
            onMore={() => void model.showMore()}
          />
        </>
      );
  }
}

function Overview({ model, settings }: Pick<AppProps, 'model' | 'settings'>) {
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

function Data({ exporter, imports, deletion, utcOffsetMinutes }: AppProps) {
  return (
    <section class="stack" aria-labelledby="data">
      <h2 id="data">{t('data.title')}</h2>
      <p class="soft">{t('data.intro')}</p>
      <ExportButtons exporter={exporter} />
      <ImportPanel model={imports} utcOffsetMinutes={utcOffsetMinutes} />
      <DeletePanel model={deletion} />
    </section>
  );
}
