/** Tasks of several attempts from the costliest down, each with its attempts. */
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { PromptRecord } from '../../../lib/prompt';
import { costliestTasks } from '../../../lib/store/costs';
import { recordsOfTask } from '../../../lib/store/queries';
import type { CostPage, TaskSummary } from '../../../lib/store/types';
import { formatCount, formatQuantity, formatShare } from '../../../lib/ui/format';
import { formatMoment } from '../../../lib/ui/format-time';
import { locale, t } from '../../../lib/ui/i18n';
import { Status } from '../../../lib/ui/labels';
import { type LogAxis, logAxis } from '../../../lib/ui/log-axis';
import { ScrollX } from '../../../lib/ui/scroll-x';
import { Site } from '../../../lib/ui/site-mark';
import { query } from '../../../lib/ui/sources';
import { useLive } from '../../../lib/ui/use-live';
import { Await } from '../await';
import type { Dashboard, RoomProps } from '../dashboard';
import { EnergyCell } from './energy-cell';

const STEP = 10;

export function Tasks({ dashboard }: RoomProps) {
  const { store } = dashboard;
  const limit = useSignal(STEP);
  const page = useLive<CostPage<TaskSummary>>(`${limit.value}`, () =>
    query(store, () => costliestTasks(store, limit.value)),
  );
  return (
    <section class="stack" aria-labelledby="tasks">
      <h2 id="tasks">{t('chats.tasks')}</h2>
      <Await value={page} dashboard={dashboard}>
        {({ items, next }) =>
          items.length === 0 ? (
            <p class="soft">{t('chats.rework.none')}</p>
          ) : (
            <>
              <TaskTable tasks={items} dashboard={dashboard} />
              {next !== null && (
                <p>
                  <button
                    type="button"
                    onClick={() => {
                      limit.value += STEP;
                    }}
                  >
                    {t('chats.more')}
                  </button>
                </p>
              )}
            </>
          )
        }
      </Await>
    </section>
  );
}

function TaskTable({ tasks, dashboard }: RoomProps & { tasks: readonly TaskSummary[] }) {
  const axis = logAxis(tasks.flatMap(({ energyWh }) => [energyWh.low, energyWh.high]));
  return (
    <ScrollX label={t('chats.tasks')}>
      <table class="prompts">
        <caption class="visually-hidden">{t('chats.tasks.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('chats.task')}</th>
            <th scope="col" class="medium-up">
              {t('history.site')}
            </th>
            <th scope="col" class="medium-up">
              {t('models.model')}
            </th>
            <th scope="col">{t('quantity.energy')}</th>
            <th scope="col" class="number medium-up">
              {t('chats.attempts')}
            </th>
            <th scope="col" class="number medium-up">
              {t('chats.energy.not-kept')}
            </th>
            <th scope="col" class="number">
              {t('chats.share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => (
            <TaskRows key={task.taskId} task={task} axis={axis} dashboard={dashboard} />
          ))}
        </tbody>
      </table>
    </ScrollX>
  );
}

interface TaskRowsProps extends RoomProps {
  readonly task: TaskSummary;
  readonly axis: LogAxis;
}

function TaskRows({ task, axis, dashboard }: TaskRowsProps) {
  const open = useSignal(false);
  const id = useId();
  const time = formatMoment(task.lastTime, dashboard.utcOffsetMinutes, locale());
  return (
    <>
      <tr>
        <th scope="row" class="nowrap">
          <button
            type="button"
            class="link"
            aria-expanded={open.value}
            aria-controls={id}
            aria-label={t(open.value ? 'chats.attempts.hide' : 'chats.attempts.show', { time })}
            onClick={() => {
              open.value = !open.value;
            }}
          >
            {time}
          </button>
        </th>
        <td class="medium-up">
          <Site site={task.site} />
        </td>
        <td class="medium-up">
          <bdi>{dashboard.names.value(task.modelId) ?? task.modelId}</bdi>
        </td>
        <EnergyCell range={task.energyWh} axis={axis} />
        <td class="number medium-up">{formatCount(task.attempts, locale())}</td>
        <td class="number medium-up">{formatQuantity('energy', task.reworkWh.central, locale()).text}</td>
        <td class="number">{formatShare(task.reworkWh.central / task.energyWh.central, locale())}</td>
      </tr>
      <tr id={id} hidden={!open.value}>
        <td colSpan={7}>{open.value && <Attempts taskId={task.taskId} dashboard={dashboard} />}</td>
      </tr>
    </>
  );
}

function Attempts({ taskId, dashboard }: { taskId: string; dashboard: Dashboard }) {
  const { store, openPrompt } = dashboard;
  const records = useLive<readonly PromptRecord[]>(taskId, () =>
    query(store, () => recordsOfTask(store, taskId)),
  );
  return (
    <Await value={records} dashboard={dashboard}>
      {(attempts) => (
        <ol class="attempts">
          {attempts.map((record) => (
            <li key={record.id}>
              <button type="button" class="link" onClick={() => openPrompt(record)}>
                {formatMoment(record.startTime, record.utcOffsetMinutes, locale())}
              </button>{' '}
              · <span class="soft">{t(`attempt.${record.attemptKind}`)}</span> ·{' '}
              <Status status={record.status} /> ·{' '}
              {formatQuantity('energy', record.estimate.energyWh.central, locale()).text}
            </li>
          ))}
        </ol>
      )}
    </Await>
  );
}
