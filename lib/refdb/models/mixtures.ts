/** Rows that stand for several models: which of them answered cannot be known. Wide, without a price, never sure. */
import type { Range } from '../../prompt';
import type { Model, ProviderId, Tier } from '../types';

const LN_MEAN = (values: readonly number[]): number =>
  Number(Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length).toPrecision(2));

function spanOf(ranges: readonly Range[], central: number): Range {
  return {
    low: Math.min(...ranges.map(({ low }) => low)),
    central,
    high: Math.max(...ranges.map(({ high }) => high)),
  };
}

interface MixtureNames {
  readonly id: string;
  readonly displayName: string;
  readonly note: string;
}

function mixture(
  like: Model,
  of: readonly Model[],
  central: (range: (model: Model) => number) => number,
  names: MixtureNames,
): Model {
  const span = (range: (model: Model) => Range): Range =>
    spanOf(
      of.map(range),
      central((model) => range(model).central),
    );
  return {
    ...like,
    ...names,
    labels: [],
    slugs: [],
    tier: 'unknown',
    totalParametersB: span(({ totalParametersB }) => totalParametersB),
    activeParametersB: span(({ activeParametersB }) => activeParametersB),
    usdPerMtok: null,
    priceSource: null,
    prices: [],
    retired: null,
    confidence: 'very-low',
  };
}

/** Either of the defaults of two plans: from the smaller's low to the larger's high, between them in the centre. */
export function eitherPlan(free: Model, paid: Model, names: Omit<MixtureNames, 'note'>): Model {
  const between = (value: (model: Model) => number): number => LN_MEAN([value(free), value(paid)]);
  /* v8 ignore next -- @preserve: every row of a closed model has a speed, which a test of the tables checks */
  const speedOf = ({ outputTokensPerSecond }: Model): number => outputTokensPerSecond ?? 1;
  const speed = LN_MEAN([speedOf(free), speedOf(paid)]);
  return {
    ...mixture(paid, [free, paid], between, {
      ...names,
      note: `The default of free plans is ${free.displayName}, that of paid plans ${paid.displayName}`,
    }),
    outputTokensPerSecond: speed,
  };
}

/** Tiers of which a newer model may come. */
export const NEWER_TIERS = ['small', 'medium', 'large', 'xlarge', 'pro'] as const satisfies readonly Tier[];

/** A version that is higher than any of the tables: the whole span of its provider's rows of that tier. */
export function newerOf(
  provider: ProviderId,
  tier: (typeof NEWER_TIERS)[number],
  rows: readonly Model[],
): Model | null {
  const newest = rows.toSorted((a, b) => a.release.localeCompare(b.release)).at(-1);
  if (newest === undefined) return null;
  return mixture(newest, rows, (value) => value(newest), {
    id: newerId(provider, tier),
    displayName: `Newer model of the class of ${newest.displayName}`,
    note: `A version that these tables do not know: span of the ${rows.length} rows of its class`,
  });
}

/** Id of the row for versions that the tables do not know. */
export function newerId(provider: ProviderId, tier: Tier): string {
  return `newer-${provider}-${tier}`;
}
