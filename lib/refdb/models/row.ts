import type { Range } from '../../prompt';
import { priceOfDay } from '../prices';
import type { DatedPrice, Model, ProviderId, Reasoning, Source, Tier, TokenizerFamily } from '../types';
import { tablesDate } from '../version';

/** low, central, high */
export type Triple = readonly [number, number, number];

/** A model as the tables write it; what a whole table shares is filled in by {@link modelsOf}. */
export interface ModelRow {
  readonly id: string;
  readonly name: string;
  /** YYYY-MM-DD, or YYYY-MM where the day is not known. */
  readonly release: string;
  /** Words that the site's page shows for it; bare mode words live in names/defaults.ts. */
  readonly labels: readonly string[];
  /** The page's machine names or API ids. */
  readonly slugs?: readonly string[];
  readonly reasoning: Reasoning;
  readonly tier: Tier;
  /** Total parameters, 10^9. */
  readonly totalB: Triple;
  /** Active parameters, 10^9. */
  readonly activeB: Triple;
  readonly bits: Triple;
  /** Output tokens per second. */
  readonly tps: number | null;
  /** Time to first token, seconds. */
  readonly ttft: number | null;
  /** US$ per million tokens at launch: input, output, cached input. */
  readonly usd: PriceTriple | null;
  /** Later list prices with the day from which they hold. */
  readonly repriced?: readonly (readonly [since: string, usd: PriceTriple, source: Source])[];
  /** What prompts above a number of tokens cost. */
  readonly longPrompt?: readonly [aboveTokens: number, usd: PriceTriple];
  readonly priceSource?: Source;
  /** In place of the name without its version. */
  readonly family?: string;
  readonly retired?: Model['retired'];
  readonly sure: Model['confidence'];
  readonly note?: string;
  readonly provider?: ProviderId;
  readonly tokenizer?: TokenizerFamily;
  readonly source?: Source;
  readonly native4Bit?: boolean;
}

/** Input, output, cached input. */
export type PriceTriple = readonly [number, number, number | null];

/** How far a size that was scaled by price may lie from the truth, each side. */
const SCALED_SPAN = 3;

const twoDigits = (value: number): number => Number(value.toPrecision(2));

/**
 * Size of a closed model that nobody has said anything about: that of the nearest older row with evidence, scaled by
 * (launch price of output over its launch price)^0.8, total and active alike (otm.md section 11.11). Frozen at
 * launch: later prices are no argument here.
 * @param than total and active parameters (10^9) and launch price of output of the row with evidence
 */
export function scaledSize(
  than: readonly [totalB: number, activeB: number, usd: number],
  launchUsd: number,
): { readonly totalB: Triple; readonly activeB: Triple } {
  const by = (launchUsd / than[2]) ** 0.8;
  const span = (central: number): Triple => [
    twoDigits(central / SCALED_SPAN),
    twoDigits(central),
    twoDigits(central * SCALED_SPAN),
  ];
  return { totalB: span(than[0] * by), activeB: span(than[1] * by) };
}

export interface SharedColumns {
  readonly provider: ProviderId;
  readonly tokenizer: TokenizerFamily;
  readonly source: Source;
  readonly priceSource: Source;
}

export function rangeOf([low, central, high]: Triple): Range {
  return { low, central, high };
}

function priceOf(since: string, usd: PriceTriple, row: ModelRow, source: Source): DatedPrice {
  const [input, output, cachedInput] = usd;
  const long = row.longPrompt;
  return {
    since,
    input,
    output,
    cachedInput,
    longPrompt: long
      ? { aboveTokens: long[0], input: long[1][0], output: long[1][1], cachedInput: long[1][2] }
      : null,
    source,
  };
}

function pricesOf(row: ModelRow, shared: SharedColumns): readonly DatedPrice[] {
  const launch = row.usd ? [priceOf(row.release, row.usd, row, row.priceSource ?? shared.priceSource)] : [];
  const later = (row.repriced ?? []).map(([since, usd, source]) => priceOf(since, usd, row, source));
  return [...launch, ...later];
}

function priced(prices: readonly DatedPrice[]): Pick<Model, 'prices' | 'usdPerMtok' | 'priceSource'> {
  const now = priceOfDay(prices, tablesDate);
  if (now === null) return { prices, usdPerMtok: null, priceSource: null };
  const { input, output, cachedInput, source } = now;
  return { prices, usdPerMtok: { input, output, cachedInput }, priceSource: source };
}

/** A name without its versions and brackets, such as "claude opus". */
function familyOf(name: string): string {
  const words = name
    .toLowerCase()
    .replace(/\(.*\)/g, ' ')
    .split(/[\s-]+/);
  const plain = words.filter((word) => word !== '' && !/\d/.test(word));
  return plain.length === 0 ? name.toLowerCase() : plain.join(' ');
}

/** Turns the rows of one table into models. */
export function modelsOf(shared: SharedColumns, rows: readonly ModelRow[]): readonly Model[] {
  return rows.map((row) => ({
    ...priced(pricesOf(row, shared)),
    family: row.family ?? familyOf(row.name),
    retired: row.retired ?? null,
    id: row.id,
    displayName: row.name,
    provider: row.provider ?? shared.provider,
    release: row.release,
    labels: row.labels,
    slugs: row.slugs ?? [],
    reasoning: row.reasoning,
    tier: row.tier,
    totalParametersB: rangeOf(row.totalB),
    activeParametersB: rangeOf(row.activeB),
    weightBits: rangeOf(row.bits),
    tokenizer: row.tokenizer ?? shared.tokenizer,
    native4Bit: row.native4Bit ?? false,
    outputTokensPerSecond: row.tps,
    ttftSeconds: row.ttft,
    confidence: row.sure,
    source: row.source ?? shared.source,
    note: row.note ?? '',
  }));
}
