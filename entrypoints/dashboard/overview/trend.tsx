/** The course of time: choices, chart, and the same numbers as a table. */
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { type RecentDays, trendOfDays } from '../../../lib/store/recent-days';
import { trend } from '../../../lib/store/trend';
import { TREND_STEPS, type TrendPoint, type TrendStep } from '../../../lib/store/types';
import { formatCount, formatQuantity, formatRange, QUANTITIES, type Quantity } from '../../../lib/ui/format';
import { formatDay, formatMonth } from '../../../lib/ui/format-time';
import { locale, t } from '../../../lib/ui/i18n';
import { type Loaded, type Source, whenReady } from '../../../lib/ui/live';
import type { ModelNames } from '../../../lib/ui/model-text';
import { ScrollX } from '../../../lib/ui/scroll-x';
import { Segments } from '../../../lib/ui/segments';
import { SiteMark } from '../../../lib/ui/site-mark';
import { query } from '../../../lib/ui/sources';
import { useLive } from '../../../lib/ui/use-live';
import { Await } from '../await';
import type { RoomProps } from '../dashboard';
import { fillOf, TrendChart } from './trend-chart';
import {
  firstDay,
  periodsUntil,
  TREND_GROUPS,
  TREND_LENGTH,
  type TrendChartData,
  type TrendGroup,
  type TrendGrouping,
  trendChart,
} from './trend-data';

const labelOf = (period: string): string =>
  period.length === 7 ? formatMonth(period, locale()) : formatDay(period, locale());

export interface TrendProps extends RoomProps {
  readonly recent: Loaded<RecentDays>;
}

/** Never answers: for a view that has what it shows from elsewhere. */
const NOTHING: Source<never> = () => () => {};

export function Trend({ dashboard, recent }: TrendProps) {
  const { store, today, names } = dashboard;
  const step = useSignal<TrendStep>('day');
  const by = useSignal<TrendGrouping>('site');
  const quantity = useSignal<Quantity>('energy');
  const periods = periodsUntil(step.value, today.value, TREND_LENGTH[step.value]);
  const from = firstDay(periods[0] ?? today.value);
  const longer = useLive<readonly TrendPoint[]>(`${step.value} ${from} ${today.value}`, () => {
    const chosen = step.value;
    return chosen === 'day' ? NOTHING : query(store, () => trend(store, chosen, from, today.value));
  });
  const shown = useMemo(() => {
    const points = step.value === 'day' ? whenReady(recent, (value) => trendOfDays(value, from)) : longer;
    return whenReady(points, (value) => trendChart(value, periods, by.value, quantity.value));
  }, [recent, longer, step.value, today.value, by.value, quantity.value]);
  return (
    <section class="stack" aria-labelledby="trend">
      <div class="row spread">
        <h2 id="trend">{t('overview.trend')}</h2>
        <div class="row">
          <Segments
            legend={t('overview.trend.step')}
            options={TREND_STEPS.map((value) => ({ value, text: t(`overview.step.${value}`) }))}
            value={step.value}
            onChange={(value) => {
              step.value = value;
            }}
          />
          <Segments
            legend={t('overview.trend.by')}
            options={TREND_GROUPS.map((value) => ({ value, text: t(`overview.by.${value}`) }))}
            value={by.value}
            onChange={(value) => {
              by.value = value;
            }}
          />
          <Segments
            legend={t('overview.trend.quantity')}
            options={QUANTITIES.map((value) => ({ value, text: t(`quantity.${value}`) }))}
            value={quantity.value}
            onChange={(value) => {
              quantity.value = value;
            }}
          />
        </div>
      </div>
      <Await value={shown} dashboard={dashboard}>
        {(data) => {
          if (data.groups.length === 0) return <p class="soft">{t('overview.trend.none')}</p>;
          return (
            <figure class="stack">
              <figcaption class="legend small">
                {data.groups.map((group) => (
                  <Legend key={fillOf(group)} group={group} names={names.value} />
                ))}
              </figcaption>
              <TrendChart data={data} quantity={quantity.value} label={labelOf} />
              <TrendTable data={data} quantity={quantity.value} names={names.value} />
            </figure>
          );
        }}
      </Await>
    </section>
  );
}

function nameOf(group: TrendGroup, names: ModelNames): string {
  switch (group.kind) {
    case 'site':
      return t(`site.${group.site}`);
    case 'model':
      return names(group.modelId) ?? group.modelId;
    case 'other':
      return t('overview.trend.other');
  }
}

function Legend({ group, names }: { group: TrendGroup; names: ModelNames }) {
  return (
    <span class="site">
      {group.kind === 'site' ? (
        <SiteMark site={group.site} />
      ) : (
        <svg class="site-mark" viewBox="0 0 10 10" aria-hidden="true">
          <rect class={fillOf(group)} width="10" height="10" rx="2" />
        </svg>
      )}
      <bdi>{nameOf(group, names)}</bdi>
    </span>
  );
}

interface TrendTableProps {
  readonly data: TrendChartData;
  readonly quantity: Quantity;
  readonly names: ModelNames;
}

function TrendTable({ data, quantity, names }: TrendTableProps) {
  const text = (value: number) => formatQuantity(quantity, value, locale()).text;
  const used = data.rows.filter(({ count }) => count > 0).reverse();
  return (
    <details>
      <summary class="small">{t('chart.table')}</summary>
      <ScrollX label={t('overview.trend')}>
        <table class="small">
          <thead>
            <tr>
              <th scope="col">{t('overview.trend.period')}</th>
              <th scope="col" class="number">
                {t('overview.prompts')}
              </th>
              {data.groups.map((group) => (
                <th key={fillOf(group)} scope="col" class="number">
                  {nameOf(group, names)}
                </th>
              ))}
              <th scope="col" class="number">
                {t('chart.total')}
              </th>
              <th scope="col" class="number">
                {t('overview.range')}
              </th>
            </tr>
          </thead>
          <tbody>
            {used.map((row) => (
              <tr key={row.period}>
                <th scope="row">{labelOf(row.period)}</th>
                <td class="number">{formatCount(row.count, locale())}</td>
                {data.groups.map((group, index) => (
                  <td key={fillOf(group)} class="number">
                    {text(row.values[index] ?? 0)}
                  </td>
                ))}
                <td class="number">{text(row.total.central)}</td>
                <td class="number soft">{formatRange(quantity, row.total, locale())}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
    </details>
  );
}
