/** One row of the long list. */
import { useMemo } from 'preact/hooks';
import type { PromptRecord } from '../../../lib/prompt';
import { CaveatSign } from '../../../lib/ui/caveats';
import { formatCompact, formatQuantity, formatRange, type Quantity } from '../../../lib/ui/format';
import { formatMoment } from '../../../lib/ui/format-time';
import { locale, t } from '../../../lib/ui/i18n';
import { ModelName, Status } from '../../../lib/ui/labels';
import { logAxis } from '../../../lib/ui/log-axis';
import type { ModelNames } from '../../../lib/ui/model-text';
import { RangeBar } from '../../../lib/ui/range-bar';
import { Site } from '../../../lib/ui/site-mark';

/** One axis for all rows however far one scrolls: 1 mWh to 100 Wh. */
const AXIS = logAxis([1e-3, 1e2]);

export interface RowProps {
  readonly record: PromptRecord;
  /** Place in the list, from 0. */
  readonly index: number;
  readonly names: ModelNames;
  readonly selected: boolean;
  readonly onOpen: (record: PromptRecord) => void;
  readonly onToggle: (id: string) => void;
}

export function Row({ record, index, names, selected, onOpen, onToggle }: RowProps) {
  const language = locale();
  // The same element again lets Preact pass over rows that only moved.
  return useMemo(() => {
    const { estimate } = record;
    const moment = formatMoment(record.startTime, record.utcOffsetMinutes, language);
    const central = (quantity: Quantity, value: number) => formatQuantity(quantity, value, language).text;
    return (
      <tr aria-rowindex={index + 2} class={selected ? 'selected' : undefined}>
        <td class="col-select">
          <input
            type="checkbox"
            aria-label={t('history.select', { time: moment })}
            checked={selected}
            onChange={() => onToggle(record.id)}
          />
        </td>
        <th scope="row" class="col-time">
          <button
            type="button"
            class="link"
            aria-label={t('history.open', { time: moment })}
            onClick={() => onOpen(record)}
          >
            {moment}
          </button>
        </th>
        <td class="col-site">
          <Site site={record.site} />
        </td>
        <td class="col-model">
          <ModelName record={record} names={names} />
        </td>
        <td class="col-status">
          <Status status={record.status} />
        </td>
        <td class="col-tokens number">
          {formatCompact(record.inputTokens, language)} / {formatCompact(record.outputTokens, language)}
        </td>
        <td class="col-energy">
          <span class="row spread nowrap">
            <strong>
              <bdi>{central('energy', estimate.energyWh.central)}</bdi> <CaveatSign record={record} />
            </strong>
            <bdi class="small soft">{formatRange('energy', estimate.energyWh, language)}</bdi>
          </span>
          <RangeBar quantity="energy" range={estimate.energyWh} axis={AXIS} compact />
        </td>
        <td class="col-co2e number">{central('co2e', estimate.co2eGrams.central)}</td>
        <td class="col-water number">{central('water', estimate.waterMl.central)}</td>
      </tr>
    );
  }, [record, index, names, selected, language]);
}

/** Stands for a row that is being read again. */
export function WaitingRow({ index }: { index: number }) {
  return (
    <tr aria-rowindex={index + 2}>
      <td colSpan={9} />
    </tr>
  );
}
