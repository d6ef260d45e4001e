import { factorDefinitions } from './factor-definitions';
import { FACTOR_NAMES, type FactorName, type FactorOverrides } from './types';

/** Whether a value is one that a factor may have, and if not, what it may be. */
export type OverrideCheck = { readonly ok: true } | { readonly ok: false; readonly message: string };

/** Checked overrides in the order of {@link FACTOR_NAMES}. */
export type OverrideList = readonly (readonly [FactorName, number])[];

const names: ReadonlySet<string> = new Set(FACTOR_NAMES);

/** True for the name of a factor. */
export function isFactorName(name: string): name is FactorName {
  return names.has(name);
}

/** Checks one override; the message names the accepted values. */
export function validateOverride(name: string, value: number): OverrideCheck {
  if (!isFactorName(name)) {
    return { ok: false, message: `unknown factor; known are ${FACTOR_NAMES.join(', ')}` };
  }
  const { accepts, unit } = factorDefinitions[name];
  const [min, max] = accepts;
  if (Number.isFinite(value) && value >= min && value <= max) return { ok: true };
  return { ok: false, message: `${name} must be a number from ${min} to ${max} (${unit})` };
}

/**
 * The overrides in a fixed order, so that equal sets give equal text.
 * @throws RangeError when one of them is not accepted.
 */
export function orderedOverrides(overrides: FactorOverrides): OverrideList {
  for (const name of Object.keys(overrides)) {
    if (!isFactorName(name)) throw new RangeError(`unknown factor ${name.slice(0, 40)}`);
  }
  const ordered: [FactorName, number][] = [];
  for (const name of FACTOR_NAMES) {
    const value = overrides[name];
    if (value === undefined) continue;
    const check = validateOverride(name, value);
    if (!check.ok) throw new RangeError(check.message);
    ordered.push([name, value]);
  }
  return ordered;
}
