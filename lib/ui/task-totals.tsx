/** The attempts of one task: what they cost together, and how much of it was for those not kept. */
import type { PromptRecord, Range } from '../prompt';
import { formatCount, formatQuantity, formatRange, formatShare } from './format';
import { locale, t } from './i18n';
import { Status } from './labels';

/** Attempts that are listed; the sums are over all. */
const LISTED = 5;

export interface TaskSums {
  readonly energyWh: Range;
  /** Every attempt but the last. */
  readonly reworkWh: Range;
}

const sum = (records: readonly PromptRecord[]): Range => ({
  low: records.reduce((all, { estimate }) => all + estimate.energyWh.low, 0),
  central: records.reduce((all, { estimate }) => all + estimate.energyWh.central, 0),
  high: records.reduce((all, { estimate }) => all + estimate.energyWh.high, 0),
});

/** @param attempts in order, the last one is the one that stands in the chat */
export function taskSums(attempts: readonly PromptRecord[]): TaskSums {
  return { energyWh: sum(attempts), reworkWh: sum(attempts.slice(0, -1)) };
}

export interface TaskTotalsProps {
  readonly attempts: readonly PromptRecord[];
  /** Where the working of a prompt is shown. */
  readonly workingAddress: (id: string) => string;
}

export function TaskTotals({ attempts, workingAddress }: TaskTotalsProps) {
  const { energyWh, reworkWh } = taskSums(attempts);
  const text = (value: number) => formatQuantity('energy', value, locale()).text;
  return (
    <section class="stack" aria-labelledby="this-task">
      <div class="row spread">
        <h2 id="this-task">{t('task.title')}</h2>
        <span class="small soft">
          {t('task.attempts', { count: attempts.length, formatted: formatCount(attempts.length, locale()) })}
        </span>
      </div>
      <p>
        <strong>
          <bdi>{text(energyWh.central)}</bdi>
        </strong>{' '}
        <span class="soft">{t('range.likely', { range: formatRange('energy', energyWh, locale()) })}</span>
      </p>
      {energyWh.central > 0 && (
        <p class="small soft">
          <bdi>
            {t('task.rework', {
              energy: text(reworkWh.central),
              share: formatShare(reworkWh.central / energyWh.central, locale()),
            })}
          </bdi>
        </p>
      )}
      <ul class="attempts small">
        {attempts.slice(-LISTED).map((record) => (
          <li key={record.id} class="row spread">
            <span>
              <a href={workingAddress(record.id)} target="_blank" rel="noreferrer" title={t('working.open')}>
                {formatCount(record.attempt, locale())} · {t(`attempt.${record.attemptKind}`)}
              </a>{' '}
              · <Status status={record.status} />
            </span>
            <bdi>{text(record.estimate.energyWh.central)}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}
