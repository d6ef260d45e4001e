/** One prompt by every method on one logarithmic axis: a picture in the cells of a table that holds its numbers. */
import type { Range } from '../prompt';
import type { Disclosure } from '../refdb/types';
import { ESTIMATORS, type EstimatorName } from './factor-text';
import { formatQuantity, formatRange, formatTick } from './format';
import { locale, t } from './i18n';
import { type LogAxis, labelAnchor, logAxis, positionOn } from './log-axis';
import { ScrollX } from './scroll-x';

export interface MethodTableProps {
  /** Energy in Wh by method; a method without data is absent. */
  readonly energyWh: Partial<Readonly<Record<EstimatorName, Range>>>;
  /** The provider's own figure, drawn as a line through all rows. */
  readonly disclosure: Disclosure | null;
}

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

export function MethodTable({ energyWh, disclosure }: MethodTableProps) {
  const rows = ESTIMATORS.flatMap((name) => {
    const range = energyWh[name];
    return range === undefined ? [] : [{ name, range }];
  });
  const axis = logAxis([
    ...rows.flatMap(({ range }) => [range.low, range.central, range.high]),
    ...(disclosure ? [disclosure.energyWh] : []),
  ]);
  const line = disclosure && positionOn(axis, disclosure.energyWh);
  return (
    <div class="stack">
      <ScrollX label={t('working.methods')}>
        <table class="methods small">
          <thead>
            <tr>
              <th scope="col">{t('methods.method')}</th>
              <th scope="col" class="method-bar">
                <span class="visually-hidden">{t('methods.picture')}</span>
                <AxisTicks axis={axis} />
              </th>
              <th scope="col" class="number">
                {t('methods.energy')}
              </th>
              <th scope="col" class="number">
                {t('methods.range')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, range }) => (
              <tr key={name} class={name === 'otm-shared' ? 'lead' : undefined}>
                <th scope="row">
                  {t(`estimator.${name}`)}
                  <span class="method-note">{t(`estimator.${name}.note`)}</span>
                </th>
                <td class="method-bar">
                  <MethodBar range={range} axis={axis} line={line} lead={name === 'otm-shared'} />
                </td>
                <td class="number">{formatQuantity('energy', range.central, locale()).text}</td>
                <td class="number">
                  {range.low === range.high ? '' : formatRange('energy', range, locale())}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
      <p class="small soft">
        {disclosure
          ? t('methods.line', {
              value: formatQuantity('energy', disclosure.energyWh, locale()).text,
              label: t(`methods.line.${disclosure.provider}`),
            })
          : t('methods.line.none')}{' '}
        {disclosure?.source.url && (
          <a href={disclosure.source.url} target="_blank" rel="noreferrer">
            {disclosure.source.title}
          </a>
        )}
      </p>
    </div>
  );
}

interface MethodBarProps {
  readonly range: Range;
  readonly axis: LogAxis;
  readonly line: number | null;
  readonly lead: boolean;
}

function MethodBar({ range, axis, line, lead }: MethodBarProps) {
  const low = positionOn(axis, range.low);
  const high = positionOn(axis, range.high);
  const central = percent(positionOn(axis, range.central));
  return (
    <svg class="range-bar" height="100%" width="100%" aria-hidden="true">
      {axis.ticks.map((value) => {
        const at = percent(positionOn(axis, value));
        return <line key={value} class="axis" x1={at} x2={at} y1="0" y2="100%" />;
      })}
      {line !== null && <line class="disclosed" x1={percent(line)} x2={percent(line)} y1="0" y2="100%" />}
      <rect
        class={lead ? 'energy' : 'other'}
        x={percent(low)}
        width={percent(Math.max(high - low, 0.005))}
        y="50%"
        height="8"
        rx="2"
        transform="translate(0 -4)"
      />
      <svg x={central} y="50%" overflow="visible" aria-hidden="true">
        <rect class="central" x="-1" y="-7" width="2.5" height="14" />
      </svg>
    </svg>
  );
}

function AxisTicks({ axis }: { axis: LogAxis }) {
  // Five labels would not fit; every second one does.
  const labels = axis.ticks.filter((_, index, all) => all.length <= 4 || index % 2 === 0);
  return (
    <svg class="range-bar" height="16" width="100%" aria-hidden="true">
      {labels.map((value) => {
        const at = positionOn(axis, value);
        return (
          <text key={value} class="tick" x={percent(at)} y="12" text-anchor={labelAnchor(at)}>
            {formatTick('energy', value, locale())}
          </text>
        );
      })}
    </svg>
  );
}
