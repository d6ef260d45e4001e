/** Sums over prompts: of a period, or of one chat. */
import type { Measures, Sums } from '../store/types';
import { Estimate } from './estimate';
import type { Headline } from './figures';
import { formatCount, formatQuantity, formatRange } from './format';
import { locale, t } from './i18n';

export function promptCount(count: number): string {
  return t('totals.prompts', { count, formatted: formatCount(count, locale()) });
}

/** The sum of a period with the remark on its range; says so when it is empty. */
export function PeriodTotals({ measures, headline }: { measures: Sums; headline: Headline }) {
  if (measures.count === 0) return <p class="soft">{t('totals.none')}</p>;
  return (
    <div class="stack">
      <Estimate figures={measures} headline={headline} />
      {measures.count > 1 && <p class="small soft">{t('totals.shared')}</p>}
    </div>
  );
}

/** The sum of one chat in two lines. */
export function ChatTotals({ measures, headline }: { measures: Measures; headline: Headline }) {
  const { energyWh, co2eGrams, waterMl, otmV1EnergyWh } = measures;
  const energy = headline === 'otm-v1' ? otmV1EnergyWh : energyWh.central;
  const note =
    headline === 'otm-v1'
      ? t('text.named', { name: t('v1.short'), text: t('v1.note') })
      : t('range.likely', { range: formatRange('energy', energyWh, locale()) });
  return (
    <section class="stack" aria-labelledby="this-chat">
      <div class="row spread">
        <h2 id="this-chat">{t('chat.title')}</h2>
        <span class="small soft">{promptCount(measures.count)}</span>
      </div>
      <p>
        <strong>
          <bdi>{formatQuantity('energy', energy, locale()).text}</bdi>
        </strong>{' '}
        <span class="soft">{note}</span>
      </p>
      <p class="small soft">
        <bdi>
          {t('quantity.co2e')} {formatQuantity('co2e', co2eGrams.central, locale()).text} ·{' '}
          {t('quantity.water')} {formatQuantity('water', waterMl.central, locale()).text}
        </bdi>
      </p>
    </section>
  );
}
