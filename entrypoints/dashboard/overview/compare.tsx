/** A period beside the one of the same length before it. */
import type { Period, Sums } from '../../../lib/store/types';
import { formatChange, formatCount, formatQuantity } from '../../../lib/ui/format';
import { locale, t } from '../../../lib/ui/i18n';

export interface CompareProps {
  readonly period: Exclude<Period, 'all'>;
  readonly now: Sums;
  readonly before: Sums;
}

export function Compare({ period, now, before }: CompareProps) {
  const wh = (value: number) => formatQuantity('energy', value, locale()).text;
  const grams = (value: number) => formatQuantity('co2e', value, locale()).text;
  const ml = (value: number) => formatQuantity('water', value, locale()).text;
  const count = (value: number) => formatCount(value, locale());
  const rows = [
    { name: t('overview.prompts'), now: now.count, before: before.count, text: count },
    {
      name: t('overview.output'),
      now: now.outputTokens + now.reasoningTokens,
      before: before.outputTokens + before.reasoningTokens,
      text: count,
    },
    { name: t('quantity.energy'), now: now.energyWh.central, before: before.energyWh.central, text: wh },
    { name: t('quantity.co2e'), now: now.co2eGrams.central, before: before.co2eGrams.central, text: grams },
    { name: t('quantity.water'), now: now.waterMl.central, before: before.waterMl.central, text: ml },
  ];
  return (
    <table class="compare">
      <caption class="small soft">{t(`overview.compare.${period}`)}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col" class="number">
            {t('overview.compare.now')}
          </th>
          <th scope="col" class="number">
            {t('overview.compare.before')}
          </th>
          <th scope="col" class="number">
            {t('overview.compare.change')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row">{row.name}</th>
            <td class="number">{row.text(row.now)}</td>
            <td class="number soft">{row.text(row.before)}</td>
            <td class="number">{formatChange(row.now, row.before, locale())}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
