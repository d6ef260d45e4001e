/** A short table of prompts. */
import type { PromptRecord } from '../../lib/prompt';
import { CaveatSign } from '../../lib/ui/caveats';
import { formatCount, formatQuantity, formatRange, type Quantity } from '../../lib/ui/format';
import { formatMoment } from '../../lib/ui/format-time';
import { locale, t } from '../../lib/ui/i18n';
import { ModelName, Status } from '../../lib/ui/labels';
import { type LogAxis, logAxis } from '../../lib/ui/log-axis';
import type { ModelNames } from '../../lib/ui/model-text';
import { RangeBar } from '../../lib/ui/range-bar';
import { ScrollX } from '../../lib/ui/scroll-x';
import { Site } from '../../lib/ui/site-mark';

export interface PromptTableProps {
  readonly caption: string;
  readonly records: readonly PromptRecord[];
  readonly names: ModelNames;
  readonly onOpen: (record: PromptRecord) => void;
}

export function PromptTable({ caption, records, names, onOpen }: PromptTableProps) {
  // One axis for all rows, so that their bars can be compared.
  const axis = logAxis(records.flatMap(({ estimate }) => [estimate.energyWh.low, estimate.energyWh.high]));
  return (
    <ScrollX label={caption}>
      <table class="prompts">
        <caption class="visually-hidden">{caption}</caption>
        <Head />
        <tbody>
          {records.map((record) => (
            <Row key={record.id} record={record} axis={axis} names={names} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </ScrollX>
  );
}

function Head() {
  return (
    <thead>
      <tr>
        <th scope="col">{t('history.time')}</th>
        <th scope="col" class="medium-up">
          {t('history.site')}
        </th>
        <th scope="col">{t('history.model')}</th>
        <th scope="col" class="medium-up">
          {t('history.status')}
        </th>
        <th scope="col" class="number wide-up">
          {t('history.tokens')}
        </th>
        <th scope="col">{t('quantity.energy')}</th>
        <th scope="col" class="number medium-up">
          {t('quantity.co2e')}
        </th>
        <th scope="col" class="number medium-up">
          {t('quantity.water')}
        </th>
        <th scope="col" class="number wide-up" title={t('v1.note')}>
          {t('v1.short')}
        </th>
      </tr>
    </thead>
  );
}

interface RowProps extends Pick<PromptTableProps, 'names' | 'onOpen'> {
  readonly record: PromptRecord;
  readonly axis: LogAxis;
}

function Row({ record, axis, names, onOpen }: RowProps) {
  const { estimate } = record;
  const moment = formatMoment(record.startTime, record.utcOffsetMinutes, locale());
  const central = (quantity: Quantity, value: number) => formatQuantity(quantity, value, locale()).text;
  return (
    <tr>
      <th scope="row" class="nowrap">
        <button
          type="button"
          class="link"
          aria-label={t('history.open', { time: moment })}
          onClick={() => onOpen(record)}
        >
          {moment}
        </button>
      </th>
      <td class="medium-up">
        <Site site={record.site} />
      </td>
      <td class="model-cell">
        <ModelName record={record} names={names} />
      </td>
      <td class="medium-up">
        <Status status={record.status} />
      </td>
      <td class="number wide-up">
        {formatCount(record.inputTokens, locale())} / {formatCount(record.outputTokens, locale())}
      </td>
      <td class="energy-cell">
        <div class="row spread nowrap">
          <strong>
            <bdi>{central('energy', estimate.energyWh.central)}</bdi> <CaveatSign record={record} />
          </strong>
          <bdi class="small soft">{formatRange('energy', estimate.energyWh, locale())}</bdi>
        </div>
        <RangeBar quantity="energy" range={estimate.energyWh} axis={axis} compact />
      </td>
      <td class="number medium-up">{central('co2e', estimate.co2eGrams.central)}</td>
      <td class="number medium-up">{central('water', estimate.waterMl.central)}</td>
      <td class="number soft wide-up">{central('energy', estimate.otmV1EnergyWh)}</td>
    </tr>
  );
}
