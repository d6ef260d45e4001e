/** What the numbers leave out, for every prompt and for this one. */
import type { PromptRecord } from '../../../lib/prompt';
import { mediaSentences } from '../../../lib/ui/caveats';
import { formatCompact, formatFactor, formatQuantity, formatRange } from '../../../lib/ui/format';
import { locale, t } from '../../../lib/ui/i18n';
import type { Working } from './working';

/** Lines that a setting changes and no total holds. */
function Beside({ working }: { working: Working }) {
  const { networkWh, trainingGrams, embodiedGramsWithIdle, antarcticaTokens } = working.estimate.apart();
  const { trainingTonnesCo2e, trainingLifetimeTokens } = working.factors.values;
  return (
    <>
      <li>
        {t('working.beside.network', {
          energy: formatQuantity('energy', networkWh.central, locale()).text,
          range: formatRange('energy', networkWh, locale()),
        })}
      </li>
      <li>
        {t('working.beside.hardware', {
          grams: formatQuantity('co2e', embodiedGramsWithIdle.central, locale()).text,
          range: formatRange('co2e', embodiedGramsWithIdle, locale()),
        })}
      </li>
      <li>
        {t('working.beside.training', {
          grams: formatQuantity('co2e', trainingGrams, locale()).text,
          tonnes: formatFactor(trainingTonnesCo2e.value.central, locale()),
          tokens: formatCompact(trainingLifetimeTokens.value.central, locale()),
        })}
      </li>
      <li>
        {t('working.beside.antarctica', {
          tokens: formatFactor(Math.round(antarcticaTokens), locale()),
        })}
      </li>
    </>
  );
}

export function NotCounted({ record, working }: { record: PromptRecord; working: Working }) {
  return (
    <ul class="plain-list">
      {mediaSentences(record.media).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
      <li>
        {t('working.notCounted.always', {
          grams: formatQuantity('co2e', working.estimate.embodiedGrams, locale()).text,
        })}
      </li>
      <Beside working={working} />
    </ul>
  );
}
