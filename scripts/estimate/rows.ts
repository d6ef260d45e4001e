/** One row of JSON lines or CSV as a request. */
import { factorsFor, isFactorName, providerOf } from '../../lib/refdb';
import { type Priced, price } from './price';
import { model, type RawRequest, readRequest, UsageError, zone } from './request';

export type Row = Readonly<Record<string, unknown>>;

/** What the command line gave. */
export interface Defaults {
  readonly raw: RawRequest;
  readonly sets: readonly string[];
}

/** CSV columns and the flags that mean the same. */
export const COLUMNS: Readonly<Record<string, string>> = {
  input_tokens: 'input',
  context_tokens: 'context',
  cached_tokens: 'cached',
  output_tokens: 'output',
  reasoning_tokens: 'reasoning',
  ttft_s: 'ttft',
  generation_s: 'generation',
};

/** Columns of the product's own export that say how a row was priced: kept unless a flag says otherwise. */
const OWN_CHOICES: Readonly<Record<string, string>> = { grid_zone: 'zone', method: 'headline' };

/** Factors of the export's own, with their columns. */
const OWN_FACTORS: Readonly<Record<string, string>> = {
  grid_gco2e_per_kwh: 'gridGco2ePerKwh',
  pue: 'pue',
};

const FLAGS: ReadonlySet<string> = new Set([
  'model',
  'zone',
  'token-error',
  'headline',
  'pue-reading',
  'gpu-clock',
  'gpu-count',
  ...Object.values(COLUMNS),
]);

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

/** The fields of a row that the command understands; other columns pass through untouched. */
function rawOf(row: Row): RawRequest {
  const raw: Record<string, string | number> = {};
  const from: Record<string, string> = {};
  for (const [key, value] of Object.entries(row)) {
    const name = COLUMNS[key] ?? key;
    if (!FLAGS.has(name) || isEmpty(value)) continue;
    if (typeof value !== 'string' && typeof value !== 'number') {
      throw new UsageError(`${key} is ${JSON.stringify(value)}: give text or a number`);
    }
    const other = from[name];
    if (other !== undefined && String(raw[name]) !== String(value)) {
      throw new UsageError(
        `${other} is ${raw[name]} and ${key} is ${value}: they mean the same, give one of them`,
      );
    }
    raw[name] = value;
    from[name] = key;
  }
  return raw;
}

/** `"set": {"batchSize": 8}` of a JSON line. */
function setsOf(row: Row): string[] {
  const set = row.set;
  if (set === undefined || set === null) return [];
  if (typeof set !== 'object' || Array.isArray(set)) {
    throw new UsageError(`set is ${JSON.stringify(set)}: give an object such as {"batchSize": 8}`);
  }
  return Object.entries(set).map(([name, value]) => `${name}=${String(value)}`);
}

/** Zone and headline of an exported row. The provider's own zone is no choice: it keeps its spread over regions. */
function ownChoices(row: Row, raw: RawRequest, flags: RawRequest): RawRequest {
  const own: Record<string, string> = {};
  for (const [column, flag] of Object.entries(OWN_CHOICES)) {
    const value = row[column];
    if (isEmpty(value) || flags[flag] !== undefined || raw[flag] !== undefined) continue;
    own[flag] = String(value);
  }
  const providers = providerOf(model({ ...flags, ...raw }).provider).zone;
  if (own.zone !== undefined && zone({ zone: own.zone }) === providers) delete own.zone;
  return own;
}

/** Factors of an exported row that are not those of the tables, so that the person had set them. */
function ownFactors(row: Row, raw: RawRequest, sets: readonly string[]): string[] {
  const { values } = factorsFor({ model: model(raw), guessed: false }, { zone: zone(raw) });
  return Object.entries(OWN_FACTORS).flatMap(([column, factor]) => {
    const value = row[column];
    const isGiven = sets.some((set) => set.startsWith(`${factor}=`));
    if (isEmpty(value) || isGiven || !isFactorName(factor)) return [];
    return Number(value) === values[factor].value.central ? [] : [`${factor}=${String(value)}`];
  });
}

/** Prices a row of the product's own CSV, with its own zone, headline and factors unless a flag says otherwise. */
export function priceCsvRow(row: Row, defaults: Defaults): Priced {
  const read = rawOf(row);
  const raw = { ...defaults.raw, ...ownChoices(row, read, defaults.raw), ...read };
  return price(readRequest(raw, [...ownFactors(row, raw, defaults.sets), ...defaults.sets]));
}

/** Prices a JSON line; its own values come before the flags. */
export function priceJsonRow(row: Row, defaults: Defaults): Priced {
  return price(readRequest({ ...defaults.raw, ...rawOf(row) }, [...defaults.sets, ...setsOf(row)]));
}
