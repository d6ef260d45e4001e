import { EQUIVALENCE_IDS } from '../../../lib/refdb/types';
import { Equivalences } from '../../../lib/ui/equivalences';
import { measures } from '../../unit/views/records';
import type { Specimen } from '../specimen';

const of = (energyWh: number) => (
  <Equivalences
    figures={measures(1, energyWh)}
    headline="otm-shared"
    wanted={EQUIVALENCE_IDS}
    onHide={() => {}}
  />
);

/** What an amount is about as much as: of one prompt, of a day, of years. */
export const comparisons: Specimen = { name: 'comparisons', cases: [of(0.34), of(40), of(900_000)] };
