/** What a person may choose about how prompts are priced. */
import type { StoredEstimate } from '../prompt';
import { type FactorName, type FactorOverrides, isFactorName, resolveZone, validateOverride } from '../refdb';

/** The choices as they were stored, perhaps by another version of the tables. */
export interface PricingChoices {
  readonly headline: StoredEstimate['method'];
  /** Grid zone instead of the provider's region; null for the provider's. */
  readonly gridZone: string | null;
  /** The person's own factors by name. */
  readonly overrides: Readonly<Record<string, number>>;
}

/** The choices without what the tables of this version do not know or do not accept. */
export function usableChoices({ headline, gridZone, overrides }: PricingChoices): {
  readonly headline: StoredEstimate['method'];
  readonly gridZone: string | null;
  readonly overrides: FactorOverrides;
} {
  const known: Partial<Record<FactorName, number>> = {};
  for (const [name, value] of Object.entries(overrides)) {
    if (isFactorName(name) && validateOverride(name, value).ok) known[name] = value;
  }
  const zone = gridZone !== null && resolveZone(gridZone) !== null ? gridZone : null;
  return { headline, gridZone: zone, overrides: known };
}
