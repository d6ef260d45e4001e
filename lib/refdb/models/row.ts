import type { Range } from '../../prompt';
import type { Model, ProviderId, Reasoning, Source, Tier, TokenizerFamily } from '../types';

/** low, central, high */
export type Triple = readonly [number, number, number];

/** A model as the tables write it; what a whole table shares is filled in by {@link modelsOf}. */
export interface ModelRow {
  readonly id: string;
  readonly name: string;
  /** YYYY-MM */
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
  /** US$ per million tokens: input, output, cached input. */
  readonly usd: readonly [number, number, number | null] | null;
  readonly sure: Model['confidence'];
  readonly note?: string;
  readonly provider?: ProviderId;
  readonly tokenizer?: TokenizerFamily;
  readonly source?: Source;
  readonly native4Bit?: boolean;
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

/** Turns the rows of one table into models. */
export function modelsOf(shared: SharedColumns, rows: readonly ModelRow[]): readonly Model[] {
  return rows.map((row) => ({
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
    usdPerMtok: row.usd ? { input: row.usd[0], output: row.usd[1], cachedInput: row.usd[2] } : null,
    priceSource: row.usd ? shared.priceSource : null,
    confidence: row.sure,
    source: row.source ?? shared.source,
    note: row.note ?? '',
  }));
}
