import type { ProviderId, Source, TokenizerFamily } from './types';

/** Kinds of text whose token counts differ between vocabularies. */
export type TextKind = 'prose' | 'code' | 'cjk';

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
  title: 'VentureBeat on tokenizer costs: English 1.16, Python 1.30 against GPT-4o',
  url: 'https://venturebeat.com',
  licence: 'facts',
  date: '2025-05-01',
};
const CLAUDE_FROM_47: Source = {
  title: 'Claude Code Camp and sol.ava.dev counts: 1.20-1.47 of the 4.6 count for Latin text, 1.00 for CJK',
  url: 'https://sol.ava.dev',
  licence: 'facts',
  date: '2026-04',
};
const GEMINI: Source = {
  title: 'ai-tokenizer 1.0.6: o200k times 1.08',
  url: 'https://github.com/coder/ai-tokenizer',
  licence: 'MIT',
  date: '2026',
};

const relations: Readonly<Record<TokenizerFamily, TokenizerRelation>> = {
  'openai-o200k': {
    family: 'openai-o200k',
    multiples: { prose: 1, code: 1, cjk: 1 },
    exact: true,
    source: OWN_COUNT,
  },
  'openai-cl100k': {
    family: 'openai-cl100k',
    multiples: { prose: 1.01, code: 0.99, cjk: 1.51 },
    exact: false,
    source: OWN_COUNT,
  },
  'claude-3-to-4.6': {
    family: 'claude-3-to-4.6',
    multiples: { prose: 1.16, code: 1.3, cjk: 1 },
    exact: false,
    source: CLAUDE_TO_46,
  },
  'claude-4.7+': {
    family: 'claude-4.7+',
    multiples: { prose: 1.45, code: 1.63, cjk: 1 },
    exact: false,
    source: CLAUDE_FROM_47,
  },
  gemini: {
    family: 'gemini',
    multiples: { prose: 1.08, code: 1.08, cjk: 1.08 },
    exact: false,
    source: GEMINI,
  },
  other: {
    family: 'other',
    multiples: { prose: 1.02, code: 1.03, cjk: 0.9 },
    exact: false,
    source: OWN_COUNT,
  },
};

/** The family's multiples of an o200k count. */
export function tokenizerRelation(family: TokenizerFamily): TokenizerRelation {
  return relations[family];
}

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
  /** A published multiple of a real count: ln 1.10. */
  counter: { low: 1.1, high: 1.1 },
  /** Characters over characters per token: ln 1.25. */
  characters: { low: 1.25, high: 1.25 },
  /** Rendering removed the markup that the model wrote (4-16 % on Markdown files): one-sided. */
  markup: { low: 1, high: 1.15 },
} as const;
