/** The choices that a stored price was made with, read back from its factor set. */
import type { PromptRecord } from '../prompt';
import { isFactorName } from '../refdb';
import type { PricingChoices } from './choices';
import type { FactorSetFacts } from './price';

/** How `listAssumptions` names the origin of a person's own value. */
const OWN_VALUE = /^set by the user/;
/** The place in a factor set's key, `=` before a zone that was chosen. */
const ZONE_PART = 2;

/**
 * What the person had chosen when a record was priced. Without its factor set (an import may lack it) the zone
 * alone is known.
 */
export function choicesOf(
  { estimate }: Pick<PromptRecord, 'estimate'>,
  set: Pick<FactorSetFacts, 'assumptions'> | null,
): PricingChoices {
  const place = estimate.factorSet.split('|')[ZONE_PART] ?? '';
  const overrides: Record<string, number> = {};
  for (const { name, value, source } of set?.assumptions ?? []) {
    if (isFactorName(name) && typeof value === 'number' && OWN_VALUE.test(source)) overrides[name] = value;
  }
  return {
    headline: estimate.method,
    gridZone: place.startsWith('=') ? place.slice(1) : null,
    overrides,
  };
}
