/** Short, long, thinking and file prompts apart. */
import { useSignal } from '@preact/signals';
import { LONG_INPUT_TOKENS } from '../../../lib/store/kinds';
import type { KindTotals, ModelTotals } from '../../../lib/store/types';
import { formatCompact, formatCount, formatQuantity } from '../../../lib/ui/format';
import { locale, t } from '../../../lib/ui/i18n';
import type { ModelNames } from '../../../lib/ui/model-text';
import { ScrollX } from '../../../lib/ui/scroll-x';
import { kindsOf, spreadOf } from './figures';
import { ModelSelect } from './model-select';
import { energyRange, speedText } from './model-table';
import { SpreadText } from './spread';

const LEAST_RATIO = 0.01;

export interface KindTableProps {
  readonly kinds: readonly KindTotals[];
  readonly models: readonly ModelTotals[];
  readonly names: ModelNames;
}

export function KindTable({ kinds, models, names }: KindTableProps) {
  const model = useSignal<string | null>(null);
  const energy = (value: number) => formatQuantity('energy', value, locale()).text;
  // As exact as the buckets that it is read from.
  const tokens = (value: number) => formatCompact(Number(value.toPrecision(2)), locale());
  // A prompt without an answer has a ratio of nothing, which its bucket holds as next to nothing.
  const ratio = (value: number) => (value < LEAST_RATIO ? `<${speedText(LEAST_RATIO)}` : speedText(value));
  return (
    <section class="stack" aria-labelledby="kinds">
      <div class="row spread">
        <h2 id="kinds">{t('models.kinds')}</h2>
        <ModelSelect
          label={t('models.model')}
          models={models}
          names={names}
          value={model.value}
          all
          onChange={(value) => {
            model.value = value;
          }}
        />
      </div>
      <p class="small soft">{t('models.kinds.caption')}</p>
      <ScrollX label={t('models.kinds')}>
        <table class="prompts">
          <caption class="visually-hidden">{t('models.kinds.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('models.kind')}</th>
              <th scope="col" class="number">
                {t('models.prompts')}
              </th>
              <th scope="col" class="number">
                {t('models.energy.each')}
              </th>
              <th scope="col" class="number">
                {t('models.output.each')}
              </th>
              <th scope="col" class="number">
                {t('models.ratio')}
              </th>
              <th scope="col" class="number">
                {t('models.energy.total')}
              </th>
            </tr>
          </thead>
          <tbody>
            {kindsOf(kinds, model.value).map(({ kind, measures }) => (
              <tr key={kind}>
                <th scope="row">
                  {t(`models.kind.${kind}`, { tokens: formatCount(LONG_INPUT_TOKENS, locale()) })}
                </th>
                <td class="number">{formatCount(measures.count, locale())}</td>
                <td class="number">
                  <SpreadText spread={spreadOf(measures.energyHistogram)} text={energy} range={energyRange} />
                </td>
                <td class="number">
                  <SpreadText spread={spreadOf(measures.outputHistogram)} text={tokens} />
                </td>
                <td class="number">
                  <SpreadText spread={spreadOf(measures.ratioHistogram)} text={ratio} />
                </td>
                <td class="number">{energy(measures.energyWh.central)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
    </section>
  );
}
