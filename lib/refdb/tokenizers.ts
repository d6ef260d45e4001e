// biome-ignore-all format: a table reads by its rows
import type { ProviderId, Source, TokenizerFamily } from './types';

/** Kinds of text whose token counts differ between vocabularies: languages, scripts and notations. */
export const TEXT_KINDS = [
  'english', 'markdown', 'code', 'json', 'latex', 'html',
  'german', 'french', 'spanish', 'italian', 'portuguese', 'polish', 'turkish', 'latin',
  'cyrillic', 'chinese', 'japanese', 'korean', 'arabic', 'devanagari', 'other',
] as const;
/** `markdown` is English with markup, as chats answer; `latin` any other language of that script; `other` any other script. */
export type TextKind = (typeof TEXT_KINDS)[number];

/** How many tokens a family makes of a text that is one token in o200k, on average. */
export interface TokenizerRelation {
  readonly family: TokenizerFamily;
  readonly multiples: Readonly<Record<TextKind, number>>;
  /** True when the count is the family's own and not a multiple. */
  readonly exact: boolean;
  readonly source: Source;
}

const OWN_COUNT: Source = {
  title: 'Counted by us on UDHR texts, READMEs and source files with eight vocabularies',
  url: null,
  licence: 'facts',
  date: '2026-11-21',
};
const CLAUDE_TO_46: Source = {
  title: 'The published Claude 2 vocabulary times 1.1, which reproduces Claude 3 to 4.5 counts, on our texts by script',
  url: 'https://github.com/coder/ai-tokenizer',
  licence: 'MIT',
  date: '2026-11-27',
};
const CLAUDE_FROM_47: Source = {
  title: 'Claude Code Camp and sol.ava.dev counts: 1.20-1.47 of the 4.6 count for Latin text, 1.00 for other scripts',
  url: 'https://sol.ava.dev',
  licence: 'facts',
  date: '2026-04',
};
const HAIKU_55: Source = {
  title: 'Anthropic: Claude Haiku 5.5 makes about 30 % more tokens than Haiku 4.5',
  url: 'https://www.anthropic.com/claude-haiku-5-5',
  licence: 'facts',
  date: '2026-10-07',
};
const GEMINI: Source = {
  title: 'The vocabulary of Gemma 3, the nearest open relative, on our texts by script',
  url: null,
  licence: 'facts',
  date: '2026-11-27',
};

/**
 * Multiples of o200k and the factor by which a multiple may be wrong (otm.md section 11.2). Open vocabularies and
 * cl100k from our own counts of UDHR texts; of scripts that are not named the mean of Greek, Hebrew, Thai and Bengali.
 */
const rows: Readonly<Record<TextKind, readonly [claudeTo46: number, from47: number, gemini: number, cl100k: number, open: number, error: number]>> = {
  english:    [1.12, 1.25, 1.06, 1.00, 1.00, 1.10],
  markdown:   [1.21, 1.25, 1.06, 1.01, 1.02, 1.10],
  code:       [1.23, 1.25, 1.14, 0.99, 1.03, 1.10],
  json:       [1.09, 1.25, 1.17, 1.01, 1.05, 1.10],
  latex:      [1.11, 1.25, 0.97, 1.01, 1.03, 1.10],
  html:       [1.20, 1.25, 1.04, 1.00, 1.03, 1.10],
  german:     [1.61, 1.46, 1.01, 1.30, 1.26, 1.25],
  french:     [1.63, 1.36, 1.04, 1.18, 1.16, 1.25],
  spanish:    [1.59, 1.24, 0.98, 1.18, 1.16, 1.25],
  italian:    [1.50, 1.30, 0.97, 1.16, 1.13, 1.25],
  portuguese: [1.45, 1.30, 1.02, 1.25, 1.21, 1.25],
  polish:     [1.52, 1.30, 0.87, 1.19, 1.08, 1.25],
  turkish:    [1.81, 1.30, 0.94, 1.35, 1.17, 1.25],
  latin:      [1.50, 1.30, 0.95, 1.25, 1.10, 1.35],
  cyrillic:   [2.34, 1.00, 0.97, 1.87, 1.19, 1.25],
  chinese:    [1.43, 1.00, 0.89, 1.47, 0.85, 1.15],
  japanese:   [1.51, 1.00, 0.71, 1.35, 0.81, 1.25],
  korean:     [1.96, 1.00, 0.87, 1.73, 1.07, 1.25],
  arabic:     [3.40, 1.00, 1.09, 2.28, 1.19, 1.35],
  devanagari: [3.50, 1.00, 0.82, 3.39, 2.29, 1.35],
  other:      [3.50, 1.00, 0.95, 2.50, 1.80, 1.60],
};

/** Latin-script kinds that take Haiku 5.5's own multiple, where the general one is 1.25. */
const HAIKU_FACTOR = 1.3;

type Columns = (typeof rows)[TextKind];

function multiplesBy(of: (columns: Columns) => number): Readonly<Record<TextKind, number>> {
  return Object.fromEntries(TEXT_KINDS.map((kind) => [kind, of(rows[kind])])) as Record<TextKind, number>;
}

const relation = (
  family: TokenizerFamily, source: Source, of: (columns: Columns) => number, exact = false,
): TokenizerRelation => ({ family, multiples: multiplesBy(of), exact, source });

const relations: Readonly<Record<TokenizerFamily, TokenizerRelation>> = {
  'openai-o200k': relation('openai-o200k', OWN_COUNT, () => 1, true),
  'openai-cl100k': relation('openai-cl100k', OWN_COUNT, ([, , , cl100k]) => cl100k),
  'claude-3-to-4.6': relation('claude-3-to-4.6', CLAUDE_TO_46, ([to46]) => to46),
  'claude-4.7+': relation('claude-4.7+', CLAUDE_FROM_47, ([to46, from47]) => to46 * from47),
  'claude-haiku-5.5': relation('claude-haiku-5.5', HAIKU_55, ([to46, from47]) => to46 * (from47 === 1.25 ? HAIKU_FACTOR : from47)),
  gemini: relation('gemini', GEMINI, ([, , gemini]) => gemini),
  other: relation('other', OWN_COUNT, ([, , , , open]) => open),
};

/** The family's multiples of an o200k count. */
export function tokenizerRelation(family: TokenizerFamily): TokenizerRelation {
  return relations[family];
}

/** Factor by which a multiple may be wrong: shared by all prompts of that family and kind. */
export function multipleError(kind: TextKind): number {
  return rows[kind][5];
}

/** Code points per o200k token by kind, on our texts: they turn shares of letters into shares of tokens. */
export const CHARACTERS_PER_O200K_TOKEN: Readonly<Record<TextKind, number>> = {
  english: 4.4, markdown: 4.4, code: 4.2, json: 3.0, latex: 2.3, html: 3.1,
  german: 4.6, french: 4.6, spanish: 4.8, italian: 4.1, portuguese: 4.6, polish: 3.1, turkish: 3.4, latin: 3.5,
  cyrillic: 4.0, chinese: 1.25, japanese: 1.2, korean: 1.7, arabic: 3.3, devanagari: 3.3, other: 2.7,
};

const WHITE_PAPER: Source = {
  title: 'The One-Token Model, Antarctica Global: characters per token by provider',
  url: 'https://www.antarctica.io/research/one-token-model',
  licence: 'facts',
  date: '2025-12-01',
};

const charactersByProvider: ReadonlyMap<ProviderId, number> = new Map([
  ['openai', 4],
  ['anthropic', 3.5],
  ['google', 3.8],
  ['meta', 4],
  ['mistral', 3.2],
]);

/** Published characters per token of a provider; 4 for one without a figure. */
export function charactersPerToken(provider: ProviderId): {
  readonly value: number;
  readonly source: Source;
} {
  return { value: charactersByProvider.get(provider) ?? 4, source: WHITE_PAPER };
}

/** One-sided error factors of a count: the true count is believed within [n / low, n * high]. */
export const tokenErrors = {
  /** From one text to the next of one kind: the part of a multiple's error that averages. */
  text: { low: 1.05, high: 1.05 },
  /** Characters over characters per token: ln 1.25. */
  characters: { low: 1.25, high: 1.25 },
  /** Elements not counted: rendering removed what the model wrote, up to a third in lists and tables. One-sided. */
  markup: { low: 1, high: 1.15 },
  /** Elements counted: nine in ten pieces of the fit lie within 1.1. */
  countedMarkup: { low: 1.1, high: 1.1 },
} as const;
