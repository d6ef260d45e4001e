/** The popup's page: only renders what the model says. */
import type { ReadonlySignal } from '@preact/signals';
import type { BudgetState } from '../../lib/budgets';
import type { SiteId } from '../../lib/prompt';
import type { Settings } from '../../lib/settings';
import { PERIODS } from '../../lib/store/types';
import { DayChart } from '../../lib/ui/day-chart';
import { Empty } from '../../lib/ui/empty';
import { Equivalences } from '../../lib/ui/equivalences';
import { ExportButtons, type Exporter } from '../../lib/ui/export-buttons';
import { t } from '../../lib/ui/i18n';
import type { ModelNames } from '../../lib/ui/model-text';
import { ProblemNotice } from '../../lib/ui/problem';
import { PromptCard } from '../../lib/ui/prompt-card';
import { Segments } from '../../lib/ui/segments';
import { TaskTotals, type TaskTotalsProps } from '../../lib/ui/task-totals';
import { Title } from '../../lib/ui/title';
import { ChatTotals, PeriodTotals, promptCount } from '../../lib/ui/totals';
import { TracePanel, type TracePanelProps } from '../../lib/ui/trace-panel';
import { BudgetBars } from './budget-bars';
import type { PopupModel } from './model';
import { TabLine } from './tab-state';

export interface AppProps {
  readonly model: PopupModel;
  readonly settings: ReadonlySignal<Settings>;
  readonly names: ReadonlySignal<ModelNames>;
  readonly onSettings: (change: Partial<Settings>) => void;
  readonly budgets: ReadonlySignal<readonly BudgetState[]>;
  readonly utcOffsetMinutes: number;
  readonly exporter: Exporter;
  readonly onGrant: (site: SiteId) => void;
  readonly dashboardAddress: string;
  readonly askTrace: TracePanelProps['ask'];
}

export function App(props: AppProps) {
  const { model, utcOffsetMinutes } = props;
  const problem = model.problem.value;
  return (
    <>
      <header class="top stack">
        <div class="row spread">
          <Title />
          <a class="small" href={props.dashboardAddress} target="_blank" rel="noreferrer">
            {t('dashboard.open')}
          </a>
        </div>
        <TabLine tab={model.tab.value} utcOffsetMinutes={utcOffsetMinutes} onGrant={props.onGrant} />
      </header>
      <main>
        {problem && <ProblemNotice problem={problem} utcOffsetMinutes={utcOffsetMinutes} />}
        <Content {...props} />
      </main>
      <footer class="bottom">
        {problem && <p class="small soft">{t('problem.export')}</p>}
        <ExportButtons exporter={props.exporter} />
        <Trace {...props} />
      </footer>
    </>
  );
}

/** Only where a page of a known site answers; unfolded where a trace is the way to help. */
function Trace({ model, askTrace }: AppProps) {
  const tab = model.tab.value;
  if (tab.kind !== 'ready') return null;
  const { kind } = tab.value;
  if (kind !== 'measuring' && kind !== 'unreadable' && kind !== 'loading') return null;
  return (
    <details class="small" open={kind === 'unreadable'}>
      <summary>{t('trace.title')}</summary>
      <p class="soft">{t('trace.hint')}</p>
      <TracePanel site={tab.value.site} ask={askTrace} />
    </details>
  );
}

function Content({ model, settings, names, budgets, onSettings, dashboardAddress }: AppProps) {
  const last = model.last.value;
  const workingAddress = (id: string) => `${dashboardAddress}#overview?prompt=${encodeURIComponent(id)}`;
  switch (last.kind) {
    case 'loading':
      return (
        <p class="soft" role="status">
          {t('app.loading')}
        </p>
      );
    case 'failed':
      // The notice above says why.
      return null;
    case 'ready':
      return last.value === null ? (
        <Empty next="empty.popup" />
      ) : (
        <>
          <PromptCard
            record={last.value}
            headline={settings.value.headline}
            names={names.value}
            now={model.now.value}
            workingAddress={workingAddress(last.value.id)}
          />
          <Task model={model} workingAddress={workingAddress} />
          <Chat model={model} settings={settings} />
          <Totals model={model} settings={settings} onSettings={onSettings} />
          <BudgetBars states={budgets.value} />
        </>
      );
  }
}

type PartProps = Pick<AppProps, 'model' | 'settings'>;

/** Only for a prompt that was tried again. */
function Task({ model, workingAddress }: Pick<AppProps, 'model'> & Pick<TaskTotalsProps, 'workingAddress'>) {
  const task = model.task.value;
  if (task.kind !== 'ready' || task.value.length < 2) return null;
  return <TaskTotals attempts={task.value} workingAddress={workingAddress} />;
}

function Chat({ model, settings }: PartProps) {
  const chat = model.chat.value;
  // Without a finished prompt there is nothing to add up yet; the running one is shown above.
  if (chat.kind !== 'ready' || chat.value === null || chat.value.measures.count === 0) return null;
  return <ChatTotals measures={chat.value.measures} headline={settings.value.headline} />;
}

function Totals({ model, settings, onSettings }: PartProps & Pick<AppProps, 'onSettings'>) {
  const { headline, equivalences, equivalencesShown } = settings.value;
  const totals = model.totals.value;
  const days = model.days.value;
  return (
    <section class="stack" aria-labelledby="totals">
      <div class="row spread">
        <h2 id="totals">{t('totals.title')}</h2>
        {totals.kind === 'ready' && <span class="small soft">{promptCount(totals.value.total.count)}</span>}
      </div>
      <Segments
        legend={t('period.label')}
        options={PERIODS.map((value) => ({ value, text: t(`period.${value}`) }))}
        value={model.period.value}
        onChange={(period) => {
          model.period.value = period;
        }}
      />
      {totals.kind === 'ready' && <PeriodTotals measures={totals.value.total} headline={headline} />}
      {totals.kind === 'ready' && equivalencesShown && (
        <Equivalences
          figures={totals.value.total}
          headline={headline}
          wanted={equivalences}
          onHide={() => onSettings({ equivalencesShown: false })}
        />
      )}
      {days && days.sites.length > 0 && <DayChart data={days} />}
    </section>
  );
}
