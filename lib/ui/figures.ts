/** Which number comes first, for one prompt or a sum of prompts. */
import type { Range, StoredEstimate } from '../prompt';
import type { Measures } from '../store/types';

/** What every estimate and every sum holds, in base units (Wh, g, mL). */
export type Figures = Pick<StoredEstimate & Measures, 'energyWh' | 'co2eGrams' | 'waterMl' | 'otmV1EnergyWh'>;

/** The person's choice of the method that is read first. */
export type Headline = StoredEstimate['method'];

/** The estimate read first and the one beside it. OTM v1.0 has no range: it is one number, with nothing shared. */
export type Leading =
  | { readonly method: 'otm-shared'; readonly energyWh: Range; readonly besideWh: number }
  | { readonly method: 'otm-v1'; readonly energyWh: number; readonly beside: Range };

/** Orders both estimates of the energy by the chosen headline. */
export function leading(figures: Figures, headline: Headline): Leading {
  switch (headline) {
    case 'otm-shared':
      return { method: headline, energyWh: figures.energyWh, besideWh: figures.otmV1EnergyWh };
    case 'otm-v1':
      return { method: headline, energyWh: figures.otmV1EnergyWh, beside: figures.energyWh };
  }
}
