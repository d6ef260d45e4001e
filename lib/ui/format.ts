/**
 * Numbers as people read them. Everything local goes through `Intl`; unit symbols are the international ones
 * and the same in every language. Locales are BCP 47 tags; `undefined` means the browser's.
 */
import { signal } from '@preact/signals';
import type { Range } from '../prompt';

export const QUANTITIES = ['energy', 'co2e', 'water'] as const;
/** What a prompt costs. Base units: Wh, g CO2e, mL. */
export type Quantity = (typeof QUANTITIES)[number];

interface Unit {
  readonly symbol: string;
  /** Base units in one of this unit. */
  readonly factor: number;
  /** Smallest value, in base units, that is shown in this unit. */
  readonly from: number;
}
type Scale = readonly [Unit, ...Unit[]];

// Providers publish 0.24 Wh and 0.03 g, so the base unit starts at a tenth; below that the fraction is clearer.
const WATT_HOURS: Scale = [
  { symbol: 'mWh', factor: 1e-3, from: 0 },
  { symbol: 'Wh', factor: 1, from: 0.1 },
  { symbol: 'kWh', factor: 1e3, from: 1e3 },
  { symbol: 'MWh', factor: 1e6, from: 1e6 },
];
const JOULE = 1 / 3600;
const JOULES: Scale = [
  { symbol: 'J', factor: JOULE, from: 0 },
  { symbol: 'kJ', factor: 1e3 * JOULE, from: 1e3 * JOULE },
  { symbol: 'MJ', factor: 1e6 * JOULE, from: 1e6 * JOULE },
  { symbol: 'GJ', factor: 1e9 * JOULE, from: 1e9 * JOULE },
];
const GRAMS: Scale = [
  { symbol: 'mg', factor: 1e-3, from: 0 },
  { symbol: 'g', factor: 1, from: 0.1 },
  { symbol: 'kg', factor: 1e3, from: 1e3 },
  { symbol: 't', factor: 1e6, from: 1e6 },
];
const OUNCE = 28.349523125;
const POUND = 16 * OUNCE;
const OUNCES: Scale = [
  { symbol: 'oz', factor: OUNCE, from: 0 },
  { symbol: 'lb', factor: POUND, from: POUND },
  { symbol: 'tn', factor: 2000 * POUND, from: 2000 * POUND },
];
const LITRES: Scale = [
  { symbol: 'mL', factor: 1, from: 0 },
  { symbol: 'L', factor: 1e3, from: 1e3 },
  { symbol: 'm³', factor: 1e6, from: 1e6 },
];
const US_GALLON = 3785.411784;
const GALLONS: Scale = [
  { symbol: 'fl oz', factor: US_GALLON / 128, from: 0 },
  { symbol: 'gal', factor: US_GALLON, from: US_GALLON },
];

/** Units as the person wants them; `us` means ounces, pounds and US gallons. */
export interface UnitChoice {
  readonly energyUnit: 'watt-hours' | 'joules';
  readonly unitSystem: 'metric' | 'us';
}
const METRIC: UnitChoice = { energyUnit: 'watt-hours', unitSystem: 'metric' };
const chosen = signal<UnitChoice>(METRIC);

/** Switches the units of all numbers; components that have formatted a quantity render anew. */
export function setUnits({ energyUnit, unitSystem }: UnitChoice): void {
  const before = chosen.peek();
  if (before.energyUnit === energyUnit && before.unitSystem === unitSystem) return;
  chosen.value = { energyUnit, unitSystem };
}

function scaleOf(quantity: Quantity): Scale {
  const { energyUnit, unitSystem } = chosen.value;
  switch (quantity) {
    case 'energy':
      return energyUnit === 'joules' ? JOULES : WATT_HOURS;
    case 'co2e':
      return unitSystem === 'us' ? OUNCES : GRAMS;
    case 'water':
      return unitSystem === 'us' ? GALLONS : LITRES;
  }
}

/** Below so much of a unit a number is only said to be below it. */
const SMALLEST = 1e-3;

/** The unit in which nothing is said, and in which people type: Wh or J, g or oz, mL or fl oz. */
export function plainUnit(quantity: Quantity): { readonly symbol: string; readonly factor: number } {
  const scale = scaleOf(quantity);
  return scale.find(({ symbol }) => symbol === 'Wh' || symbol === 'g') ?? scale[0];
}

/**
 * A decade of Wh, g or mL as the label of an axis: one digit is exact in these units only. Empty below what the
 * smallest unit shows, where several labels would read the same.
 */
export function formatTick(quantity: Quantity, value: number, locale?: string): string {
  if (value > 0 && value / scaleOf(quantity)[0].factor < SMALLEST) return '';
  const digits = Number.isInteger(Math.log10(plainUnit(quantity).factor)) ? 1 : 2;
  return formatQuantity(quantity, value, locale, digits).text;
}

/** A round value of an axis that begins at nothing: two digits, but none that only says how exact it is. */
export function formatStep(quantity: Quantity, value: number, locale?: string): string {
  const isOneDigit = Number(value.toPrecision(1)) === value;
  return isOneDigit ? formatTick(quantity, value, locale) : formatQuantity(quantity, value, locale).text;
}

/** Shown for a value that is not known or not a number. */
export const UNKNOWN_TEXT = '–';

/** A number apart from its unit, and both together with a space that does not break. */
export interface FormattedQuantity {
  readonly number: string;
  readonly unit: string;
  readonly text: string;
}

const SPACE = '\u00a0';
const cache = new Map<string, Intl.NumberFormat>();

/** One formatter per locale and options: making them is the slow part of `Intl`. */
function numberFormat(locale: string | undefined, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = cache.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, options);
  cache.set(key, made);
  return made;
}

function significant(locale: string | undefined, digits: number): Intl.NumberFormat {
  return numberFormat(locale, { minimumSignificantDigits: digits, maximumSignificantDigits: digits });
}

function roundTo(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}

function unitFor(quantity: Quantity, value: number, digits: number): Unit {
  const units = scaleOf(quantity);
  const rounded = roundTo(value, digits);
  // 999.7 Wh rounds to 1000 and so is already 1.0 kWh.
  return units.findLast((unit) => rounded >= unit.from) ?? units[0];
}

/**
 * Significant digits that a range allows: two, and three only where low and high agree within 2 %.
 * More would claim a precision that the estimate does not have.
 */
export function digitsOf(range: Range): 2 | 3 {
  return range.low > 0 && range.high / range.low <= 1.02 ? 3 : 2;
}

/**
 * One value in base units (Wh, g, mL) as text, such as "0.34 Wh" or "5.3 kWh".
 * Zero is "0 Wh"; below a thousandth of the smallest unit it is "<0.001 mWh"; negative or not finite is "–".
 */
export function formatQuantity(
  quantity: Quantity,
  value: number,
  locale?: string,
  digits = 2,
): FormattedQuantity {
  if (!Number.isFinite(value) || value < 0) return { number: UNKNOWN_TEXT, unit: '', text: UNKNOWN_TEXT };
  if (value === 0) return joined('0', plainUnit(quantity).symbol);
  const unit = unitFor(quantity, value, digits);
  return joined(inUnit(value, unit, locale, digits), unit.symbol);
}

/**
 * Low to high of a range in the unit of its central value, such as "0.12–0.95 Wh"; one number where both ends
 * read the same. Not finite or negative ends give "–".
 */
export function formatRange(quantity: Quantity, range: Range, locale?: string): string {
  const { low, central, high } = range;
  if (![low, central, high].every((value) => Number.isFinite(value) && value >= 0)) return UNKNOWN_TEXT;
  if (high === 0) return joined('0', plainUnit(quantity).symbol).text;
  const digits = digitsOf(range);
  const unit = unitFor(quantity, central > 0 ? central : high, digits);
  const from = inUnit(low, unit, locale, digits);
  const to = inUnit(high, unit, locale, digits);
  if (from === to) return joined(from, unit.symbol).text;
  const bothPlain = low / unit.factor >= SMALLEST;
  const span = bothPlain
    ? significant(locale, digits).formatRange(low / unit.factor, high / unit.factor)
    : `${from}–${to}`;
  return joined(span, unit.symbol).text;
}

function inUnit(value: number, unit: Unit, locale: string | undefined, digits: number): string {
  const scaled = value / unit.factor;
  if (scaled === 0) return '0';
  if (scaled < SMALLEST) return `<${numberFormat(locale, { maximumFractionDigits: 3 }).format(SMALLEST)}`;
  return significant(locale, digits).format(scaled);
}

function joined(number: string, unit: string): FormattedQuantity {
  return { number, unit, text: `${number}${SPACE}${unit}` };
}

/** A whole number with the locale's grouping. */
export function formatCount(value: number, locale?: string): string {
  if (!Number.isFinite(value)) return UNKNOWN_TEXT;
  return numberFormat(locale, { maximumFractionDigits: 0 }).format(value);
}

/** A count for narrow places: in full below 10,000, then short, such as "12K". */
export function formatCompact(value: number, locale?: string): string {
  if (!Number.isFinite(value)) return UNKNOWN_TEXT;
  if (Math.abs(value) < 10_000) return formatCount(value, locale);
  return numberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 }).format(value);
}

/** Any number of a table of assumptions: up to four significant digits, powers of ten where it is far from 1. */
export function formatFactor(value: number, locale?: string): string {
  if (!Number.isFinite(value)) return UNKNOWN_TEXT;
  const size = Math.abs(value);
  const notation = size !== 0 && (size < 1e-4 || size >= 1e9) ? 'scientific' : 'standard';
  return numberFormat(locale, { maximumSignificantDigits: 4, notation }).format(value);
}

/** A share between 0 and 1 in per cent, whole; what would round to nothing is "<1%". */
export function formatShare(share: number, locale?: string): string {
  if (!Number.isFinite(share)) return UNKNOWN_TEXT;
  const format = numberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  return share > 0 && share < 0.005 ? `<${format.format(0.01)}` : format.format(share);
}

/** US dollars with two significant digits below one dollar, cents above. */
export function formatUsd(value: number | null, locale?: string): string {
  return value === null ? UNKNOWN_TEXT : formatMoney(value, 'USD', locale);
}

/** An amount in a currency (ISO 4217), two significant digits below one unit, and the usual decimals above. */
export function formatMoney(value: number, code: string, locale?: string): string {
  if (!Number.isFinite(value)) return UNKNOWN_TEXT;
  const currency = { style: 'currency', currency: code } as const;
  if (value === 0 || value >= 1) return numberFormat(locale, currency).format(value);
  return numberFormat(locale, { ...currency, maximumSignificantDigits: 2 }).format(value);
}

/** A change as a signed share in whole per cent, "+12%" or "−30%"; "–" when there is nothing to compare with. */
export function formatChange(now: number, before: number, locale?: string): string {
  if (!(before > 0) || !Number.isFinite(now)) return UNKNOWN_TEXT;
  const format = { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' } as const;
  return numberFormat(locale, format).format(now / before - 1);
}

/**
 * A number with two significant digits and a unit that `Intl` knows, such as "3.7 km", with a space that does not
 * break; null for the number alone.
 */
export function formatUnit(value: number, unit: string | null, locale?: string): string {
  if (!Number.isFinite(value)) return UNKNOWN_TEXT;
  const digits = { maximumSignificantDigits: 2 };
  const format = numberFormat(locale, unit === null ? digits : { ...digits, style: 'unit', unit });
  return format.format(value).replaceAll(' ', SPACE);
}

/** A share between 0 and 1 in per cent with two significant digits, such as "0.44%". */
export function formatShareExactly(share: number, locale?: string): string {
  if (!Number.isFinite(share)) return UNKNOWN_TEXT;
  return numberFormat(locale, { style: 'percent', maximumSignificantDigits: 2 }).format(share);
}
