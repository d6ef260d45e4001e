/** Every model with its rates as experienced. */
import type { ModelTotals } from '../../../lib/store/types';
import { costText } from '../../../lib/ui/cost';
import { formatCount, formatFactor, formatQuantity, formatRange, UNKNOWN_TEXT } from '../../../lib/ui/format';
import { formatDuration, formatDurationRange } from '../../../lib/ui/format-time';
import { locale, t } from '../../../lib/ui/i18n';
import type { ModelNames } from '../../../lib/ui/model-text';
import { ScrollX } from '../../../lib/ui/scroll-x';
import { Site } from '../../../lib/ui/site-mark';
import { routeHash } from '../route';
import { keyOf, perThousand, type Spread, spreadOf } from './figures';
import { SpreadText } from './spread';

export const speedText = (value: number): string => formatFactor(Number(value.toPrecision(2)), locale());
export const secondsText = (value: number): string => formatDuration(value, locale());
export const secondsRange = ({ low, high }: Spread): string => formatDurationRange(low, high, locale());
export const energyRange = ({ low, median, high }: Spread): string =>
  formatRange('energy', { low, central: median, high }, locale());

export interface ModelTableProps {
  readonly models: readonly ModelTotals[];
  readonly names: ModelNames;
}

export function ModelTable({ models, names }: ModelTableProps) {
  return (
    <ScrollX label={t('models.title')}>
      <table class="prompts">
        <caption class="visually-hidden">{t('models.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('models.model')}</th>
            <th scope="col" class="medium-up">
              {t('history.site')}
            </th>
            <th scope="col" class="number">
              {t('models.prompts')}
            </th>
            <th scope="col" class="number medium-up">
              {t('quantity.energy')}
            </th>
            <th scope="col" class="number">
              {t('models.per-thousand')}
            </th>
            <th scope="col" class="number">
              {t('models.ttft')}
            </th>
            <th scope="col" class="number">
              {t('models.speed')}
            </th>
            <th scope="col" class="number">
              {t('models.cost')}
            </th>
          </tr>
        </thead>
        <tbody>
          {models.map((model) => (
            <ModelRow key={keyOf(model)} model={model} names={names} />
          ))}
        </tbody>
      </table>
    </ScrollX>
  );
}

function ModelRow({ model: { site, modelId, measures }, names }: { model: ModelTotals; names: ModelNames }) {
  const rate = perThousand(measures);
  return (
    <tr>
      <th scope="row">
        <a href={routeHash('history', { model: modelId, site })}>
          <bdi>{names(modelId) ?? modelId}</bdi>
        </a>
      </th>
      <td class="medium-up">
        <Site site={site} />
      </td>
      <td class="number">{formatCount(measures.count, locale())}</td>
      <td class="number medium-up">{formatQuantity('energy', measures.energyWh.central, locale()).text}</td>
      <td class="number">
        {rate === null ? (
          UNKNOWN_TEXT
        ) : (
          <>
            {formatQuantity('energy', rate.central, locale()).text}{' '}
            <span class="small soft">{formatRange('energy', rate, locale())}</span>
          </>
        )}
      </td>
      <td class="number">
        <SpreadText spread={spreadOf(measures.ttftHistogram)} text={secondsText} range={secondsRange} />
      </td>
      <td class="number">
        <SpreadText spread={spreadOf(measures.speedHistogram)} text={speedText} />
      </td>
      <td class="number">{costText(measures.priced > 0 ? measures.costUsd : null)}</td>
    </tr>
  );
}
