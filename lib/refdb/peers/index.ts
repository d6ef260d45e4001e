import type { Model, PeerFactors } from '../types';
import { aiWattchFactors } from './ai-wattch';
import { epochFactors, siliconFactors } from './constants';
import { disclosureOf } from './disclosures';
import { ecoLogitsFactors } from './ecologits.mpl';
import { howHungryFactors } from './how-hungry';

export { lifeCycleDisclosures } from './disclosures';

/** The inputs of every other published method for one model. */
export function peerFactors(model: Model): PeerFactors {
  return {
    ecologits: ecoLogitsFactors(model),
    howHungry: howHungryFactors(model),
    epoch: epochFactors,
    silicon: siliconFactors,
    aiWattch: aiWattchFactors(model),
    // Open models run anywhere: a vendor's figure for its app says nothing of them.
    disclosure: model.tier === 'open' ? null : disclosureOf(model.provider),
  };
}
