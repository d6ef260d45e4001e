/** What an amount is about as much as; one comparison for each quantity, its source beside it, off with one press. */
import { type Comparison, compareAmount, type Equivalence } from '../refdb/equivalences';
import type { EquivalenceId } from '../refdb/types';
import type { Figures, Headline } from './figures';
import { formatShareExactly, formatUnit } from './format';
import { locale, t } from './i18n';

export interface EquivalencesProps {
  readonly figures: Figures;
  /** The method whose energy is compared. */
  readonly headline: Headline;
  /** Those that the person wants; none shows nothing. */
  readonly wanted: readonly EquivalenceId[];
  readonly onHide: () => void;
}

export function Equivalences({ figures, headline, wanted, onHide }: EquivalencesProps) {
  const energyWh = headline === 'otm-v1' ? figures.otmV1EnergyWh : figures.energyWh.central;
  const found = [
    compareAmount('energy', energyWh, wanted),
    compareAmount('co2e', figures.co2eGrams.central, wanted),
    compareAmount('water', figures.waterMl.central, wanted),
  ].filter((comparison) => comparison !== null);
  if (found.length === 0) return null;
  return (
    <div class="equivalences small">
      <div class="row spread">
        <span class="soft">{t('equivalence.about')}</span>
        <button type="button" class="link" onClick={onHide}>
          {t('equivalence.hide')}
        </button>
      </div>
      <ul>
        {found.map((comparison) => (
          <li key={comparison.equivalence.id}>{comparisonText(comparison)}</li>
        ))}
      </ul>
      <details>
        <summary>{t('equivalence.sources')}</summary>
        <ul>
          {found.map(({ equivalence: { id, source } }) => (
            <li key={id}>
              {t('text.name', { name: t(`equivalence.name.${id}`) })} <SourceText id={id} source={source} />
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

/** A publication with its year; what is a definition or arithmetic says so in the person's language. */
function SourceText({ id, source }: Pick<Equivalence, 'id' | 'source'>) {
  if (source.url === null) {
    switch (id) {
      case 'led-hour':
      case 'kettle':
      case 'glass-of-water':
        return <>{t(`equivalence.own.${id}`)}</>;
      case 'phone-charge':
      case 'car-km':
      case 'train-km':
      case 'streaming-hour':
        return <>{source.title}</>;
    }
  }
  return (
    <>
      <a href={source.url} target="_blank" rel="noreferrer">
        {source.title}
      </a>{' '}
      ({source.date.slice(0, 4)})
    </>
  );
}

/** Hours with two digits and one unit: "18 min", not minutes and seconds. */
function hoursText(hours: number): string {
  // The limits are where two digits would round up to the next unit.
  if (hours * 3600 < 59.5) return formatUnit(hours * 3600, 'second', locale());
  if (hours * 60 < 59.5) return formatUnit(hours * 60, 'minute', locale());
  return formatUnit(hours, 'hour', locale());
}

/** In the unit that fits the size: an hour of light may be a minute, a kilometre some metres. */
function comparisonText({ equivalence: { id }, count }: Comparison): string {
  switch (id) {
    case 'led-hour':
    case 'streaming-hour':
      return t(`equivalence.${id}`, { amount: hoursText(count) });
    case 'phone-charge':
      return count < 1
        ? t('equivalence.phone-charge.part', { share: formatShareExactly(count, locale()) })
        : t('equivalence.phone-charge', { amount: formatUnit(count, null, locale()) });
    case 'kettle':
      return t('equivalence.kettle', {
        amount:
          count < 1 ? formatUnit(count * 1000, 'milliliter', locale()) : formatUnit(count, 'liter', locale()),
      });
    case 'car-km':
    case 'train-km':
      return t(`equivalence.${id}`, {
        amount:
          count < 1 ? formatUnit(count * 1000, 'meter', locale()) : formatUnit(count, 'kilometer', locale()),
      });
    case 'glass-of-water':
      return count < 1
        ? t('equivalence.glass-of-water.part', { share: formatShareExactly(count, locale()) })
        : t('equivalence.glass-of-water', { amount: formatUnit(count, null, locale()) });
  }
}
