/** Factors, units, causes and methods in people's words. */
import { METHOD_NAMES } from '../otm/method-names';
import type { Cause } from '../otm/range';
import type { Range } from '../prompt';
import { FACTOR_NAMES, type FactorName } from '../refdb/types';
import { formatFactor } from './format';
import { locale, type MessageKey, t } from './i18n';

const factors: ReadonlySet<string> = new Set(FACTOR_NAMES);
const isFactor = (name: string): name is FactorName => factors.has(name);

/** A factor's name; a name that this version does not know stays as it is. */
export const factorName = (name: string): string => (isFactor(name) ? t(`factor.${name}`) : name);

/** Units that are words; symbols such as kW stand as they are in every language. */
const UNIT_WORDS: Readonly<Record<string, MessageKey>> = {
  '10^9 parameters': 'unit.billion',
  bit: 'unit.bit',
  requests: 'unit.requests',
  fraction: 'unit.share',
  ratio: 'unit.times',
  tokens: 'unit.tokens',
  'ln (one-sided)': 'unit.log',
  ln: 'unit.log',
  'ln J': 'unit.logJoules',
  exponent: 'unit.exponent',
  bytes: 'unit.bytes',
  years: 'unit.years',
  accelerators: 'unit.accelerators',
  'characters/token': 'unit.charactersPerToken',
  'L/kWh (IT)': 'unit.itWater',
};

/** A unit of the reference tables. */
export function unitText(unit: string): string {
  const word = UNIT_WORDS[unit];
  return word === undefined ? unit.replace('CO2e', 'CO₂e') : t(word);
}

/** Units that say nothing beside a number. */
const isSilent = (unit: string): boolean => ['', 'fraction', 'exponent'].includes(unit);

/** A value with its unit. */
export function valueText(value: number, unit: string): string {
  const number = formatFactor(value, locale());
  return isSilent(unit) ? number : `${number}\u00a0${unitText(unit)}`;
}

/** Low to high without the unit; empty for an exact value. */
export function spreadText({ low, high }: Range): string {
  return low === high ? '' : `${formatFactor(low, locale())}–${formatFactor(high, locale())}`;
}

const CAUSES = {
  modelParameters: true,
  batchSize: true,
  measurementFit: true,
  hostOverhead: true,
  provisionedIdle: true,
  pue: true,
  gpuCount: true,
  otherHardware: true,
  fourBitServing: true,
  outsideFit: true,
  prefill: true,
  longContext: true,
  reasoningWeight: true,
  hiddenReasoning: true,
  hiddenContext: true,
  unanswered: true,
  tokenCount: true,
  grid: true,
  waterIntensity: true,
} as const satisfies Record<Cause, true>;
const isCause = (name: string): name is Cause => Object.hasOwn(CAUSES, name);

/** What makes a range wide, as a name; an unknown one, from another version, stays as it is. */
export const causeName = (cause: string): string => (isCause(cause) ? t(`cause.${cause}`) : cause);

/** The same as a reason: "because …"; null for an unknown one. */
export const causeReason = (cause: string): string | null =>
  isCause(cause) ? t(`cause.${cause}.why`) : null;

/** Every method that a view shows, OTM-shared first. */
export const ESTIMATORS = ['otm-shared', ...METHOD_NAMES] as const;
export type EstimatorName = (typeof ESTIMATORS)[number];
