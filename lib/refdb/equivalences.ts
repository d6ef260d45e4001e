/**
 * Everyday amounts to compare with. A published one names a publication of the last five years; one that is a
 * definition or a line of arithmetic says so in place of a source.
 */
import type { EquivalenceId, Source } from './types';

/** How much of a quantity one everyday thing takes. */
export interface Equivalence {
  readonly id: EquivalenceId;
  readonly quantity: 'energy' | 'co2e' | 'water';
  /** Wh, g CO2e or mL for one charge, hour, litre, kilometre or glass. */
  readonly perUnit: number;
  readonly source: Source;
}

/** The page's smartphone entry: 0.019 kWh for one charge, which at its grid average is 12.4 g of CO2. */
const EPA: Source = {
  title: 'US EPA, Greenhouse Gas Equivalencies Calculator, calculations and references: smartphones charged',
  url: 'https://www.epa.gov/energy/greenhouse-gas-equivalencies-calculator-calculations-and-references',
  licence: 'facts',
  date: '2024',
};

/** Of the vehicle and the train in use; making the fuel is not in it. */
const UK_FACTORS: Source = {
  title: 'UK Government GHG conversion factors for company reporting 2025: average petrol car, national rail',
  url: 'https://www.gov.uk/government/publications/greenhouse-gas-reporting-conversion-factors-2025',
  licence: 'OGL 3.0',
  date: '2025',
};

/**
 * The upper end of what the study gives for an hour, which is where video on demand lies; France, 2022, over the whole
 * life of screen, network and data centre. The Carbon Trust's 55 g for Europe (June 2021) is older than five years.
 */
const ARCOM: Source = {
  title:
    'Arcom, Arcep and ADEME, Environmental impact of audiovisual uses in France: 6 to 57 g CO2e per hour',
  url: 'https://www.arcom.fr/presse/larcom-et-larcep-en-lien-avec-lademe-publient-une-etude-inedite-sur-limpact-environnemental-des-usages-audiovisuels-en-france-en-2022-et-lhorizon-2030',
  licence: 'facts',
  date: '2024-10',
};

const own = (title: string): Source => ({ title, url: null, licence: 'MIT (this project)', date: '2026' });

export const equivalences: readonly Equivalence[] = [
  { id: 'led-hour', quantity: 'energy', perUnit: 9, source: own('By definition: 9 W for one hour') },
  { id: 'phone-charge', quantity: 'energy', perUnit: 19, source: EPA },
  {
    id: 'kettle',
    quantity: 'energy',
    perUnit: (4.19 * 85) / 3.6,
    source: own(
      'Calculated: one litre from 15 to 100 °C at 4.19 kJ per litre and degree; a kettle’s losses come on top',
    ),
  },
  { id: 'train-km', quantity: 'co2e', perUnit: 35.46, source: UK_FACTORS },
  { id: 'car-km', quantity: 'co2e', perUnit: 162.72, source: UK_FACTORS },
  { id: 'streaming-hour', quantity: 'co2e', perUnit: 57, source: ARCOM },
  {
    id: 'glass-of-water',
    quantity: 'water',
    perUnit: 250,
    source: own('By definition: a glass of a quarter of a litre'),
  },
];

/** The number of units that reads best; others are judged by how many times they are off. */
const READS_BEST = 3;

export interface Comparison {
  readonly equivalence: Equivalence;
  /** How many charges, hours, litres, kilometres or glasses. */
  readonly count: number;
}

/**
 * One comparison for an amount, by size: the one whose number is easiest to picture. Null when none is wanted or the
 * amount is nothing.
 * @param amount Wh, g CO2e or mL
 */
export function compareAmount(
  quantity: Equivalence['quantity'],
  amount: number,
  wanted: readonly EquivalenceId[],
): Comparison | null {
  if (!Number.isFinite(amount) || amount <= 0) return null;
  const far = ({ count }: Comparison) => Math.abs(Math.log(count / READS_BEST));
  const [best = null] = equivalences
    .filter((one) => one.quantity === quantity && wanted.includes(one.id))
    .map((equivalence) => ({ equivalence, count: amount / equivalence.perUnit }))
    .sort((a, b) => far(a) - far(b));
  return best;
}
