/** A person's own values as a layer over the reference tables. Pure. */
import {
  type Accelerator,
  acceleratorOverrides,
  accelerators,
  factorDefinitions,
  isFactorName,
  validateOverride,
} from '../../../lib/refdb';
import type { FactorName } from '../../../lib/refdb/types';
import type { Settings } from '../../../lib/settings';

export type Overrides = Settings['overrides'];

/** What a person typed: nothing, a value that the factor may have, or neither. */
export type TypedValue =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'refused'; readonly min: number; readonly max: number };

/** A number with the point or the comma as decimal mark, a sign, or a power of ten. */
const NUMBER = /^[-+]?(\d+([.,]\d*)?|[.,]\d+)(e[-+]?\d+)?$/i;

export function readValue(name: FactorName, text: string): TypedValue {
  const typed = text.trim().replace('−', '-');
  if (typed === '') return { kind: 'empty' };
  const value = NUMBER.test(typed) ? Number(typed.replace(',', '.')) : Number.NaN;
  if (validateOverride(name, value).ok) return { kind: 'value', value };
  const [min, max] = factorDefinitions[name].accepts;
  return { kind: 'refused', min, max };
}

export const withOverride = (overrides: Overrides, name: FactorName, value: number): Overrides => ({
  ...overrides,
  [name]: value,
});

export function withoutOverrides(overrides: Overrides, names: readonly string[]): Overrides {
  return Object.fromEntries(Object.entries(overrides).filter(([name]) => !names.includes(name)));
}

/** Own values that the tables know and accept, and so are used. */
export const usedOverrides = (overrides: Overrides): readonly FactorName[] =>
  Object.entries(overrides).flatMap(([name, value]) =>
    isFactorName(name) && validateOverride(name, value).ok ? [name] : [],
  );

/** Every factor that some accelerator sets. */
const ACCELERATOR_FACTORS = [
  ...new Set(accelerators.flatMap((one) => Object.keys(acceleratorOverrides(one)))),
];

/** Which accelerator the own values are those of: an id, `default`, or `own` for a mixture. */
export function acceleratorOf(overrides: Overrides): string {
  const set = ACCELERATOR_FACTORS.filter((name) => overrides[name] !== undefined);
  if (set.length === 0) return 'default';
  const same = accelerators.find((one) => {
    const wanted = Object.entries(acceleratorOverrides(one));
    return wanted.length === set.length && wanted.every(([name, value]) => overrides[name] === value);
  });
  return same?.id ?? 'own';
}

/** The own values with one accelerator's in place of another's; null takes the accelerator's away. */
export const withAccelerator = (overrides: Overrides, chosen: Accelerator | null): Overrides => ({
  ...withoutOverrides(overrides, ACCELERATOR_FACTORS),
  ...(chosen === null ? {} : acceleratorOverrides(chosen)),
});
