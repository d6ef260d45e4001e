/**
 * Everyday amounts to compare with. Each has a source of the last five years. A minute of video streaming is not
 * among them: the published estimates (IEA 2020, Carbon Trust June 2021) are older.
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

const EPA: Source = {
  title: 'US EPA, Greenhouse Gas Equivalencies Calculator, calculations and references',
  url: 'https://www.epa.gov/energy/greenhouse-gas-equivalencies-calculator-calculations-and-references',
  licence: 'facts',
  date: '2024',
};

const UK_FACTORS: Source = {
  title: 'UK Government GHG conversion factors for company reporting 2022',
  url: 'https://www.gov.uk/government/publications/greenhouse-gas-reporting-conversion-factors-2022',
  licence: 'OGL 3.0',
  date: '2022',
};

const own = (title: string): Source => ({ title, url: null, licence: 'MIT (this project)', date: '2026' });

export const equivalences: readonly Equivalence[] = [
  { id: 'led-hour', quantity: 'energy', perUnit: 9, source: EPA },
  { id: 'phone-charge', quantity: 'energy', perUnit: 19, source: EPA },
  {
    id: 'kettle',
    quantity: 'energy',
    // 4.19 kJ per litre and kelvin, 85 K, a tenth lost.
    perUnit: (4.19 * 85) / 3.6 / 0.9,
    source: own(
      'Calculated: one litre from 15 to 100 °C takes 99 Wh, of which the kettle loses a tenth more',
    ),
  },
  { id: 'train-km', quantity: 'co2e', perUnit: 35, source: UK_FACTORS },
  { id: 'car-km', quantity: 'co2e', perUnit: 170, source: UK_FACTORS },
  { id: 'glass-of-water', quantity: 'water', perUnit: 250, source: own('A glass of a quarter of a litre') },
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
