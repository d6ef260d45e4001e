/** From the two texts of a prompt to its token counts: exact, calibrated, or from characters. */
import type { MarkupSeen, TokenCounts, TokenMethod } from '../prompt';
import { markupTokens } from '../refdb/markup';
import {
  CHARACTERS_PER_O200K_TOKEN,
  charactersPerToken,
  multipleError,
  type TextKind,
  type TokenizerRelation,
  tokenErrors,
  tokenizerRelation,
} from '../refdb/tokenizers';
import type { ProviderId, TokenizerFamily } from '../refdb/types';
import type { TextCount, TokenCounter } from './counter';
import { combineErrors, type ErrorFactors, errorOfSum, NO_ERROR } from './errors';
import { charactersByKind, type TextMix, textMix } from './text-kinds';

/** What of a model decides how its tokens are counted; any `Model` of lib/refdb is one. */
export interface CountedModel {
  readonly tokenizer: TokenizerFamily;
  readonly provider: ProviderId;
}

/** Counts of the visible texts; the context is counted where the earlier turns are known. */
export type VisibleCounts = Omit<TokenCounts, 'contextTokens'>;

interface Counted {
  readonly tokens: number;
  readonly method: TokenMethod;
  readonly error: ErrorFactors;
}

/** From most to least sure. */
const METHOD_ORDER: readonly TokenMethod[] = ['exact', 'calibrated', 'characters'];

const atLeastOne = (tokens: number, isEmpty: boolean): number =>
  isEmpty ? 0 : Math.max(1, Math.round(tokens));

/** The family's multiple of o200k for a mix, and by how much it may be wrong: kinds of one family err together. */
function multipleFor(relation: TokenizerRelation, mix: TextMix): { multiple: number; error: number } {
  let multiple = 0;
  let most = 0;
  for (const [kind, share] of mix) {
    const part = share * relation.multiples[kind];
    multiple += part;
    most += part * multipleError(kind);
  }
  return { multiple, error: most / multiple };
}

function fromCount(
  count: Extract<TextCount, { kind: 'counted' }>,
  text: string,
  markup: number,
  model: CountedModel,
): Counted {
  const relation = tokenizerRelation(model.tokenizer);
  const tokens = count.tokens + markup;
  if (relation.exact)
    return { tokens: atLeastOne(tokens, tokens === 0), method: 'exact', error: count.error };
  const { multiple, error } = multipleFor(relation, textMix(text, markup > 0));
  return {
    tokens: atLeastOne(tokens * multiple, tokens === 0),
    method: 'calibrated',
    error: combineErrors([count.error, { low: error, high: error }, tokenErrors.text]),
  };
}

/** Kinds that the providers' characters per token are meant for. */
const LATIN_TEXT: ReadonlySet<TextKind> = new Set(['english', 'markdown', 'code', 'json', 'latex', 'html']);

/**
 * Without a vocabulary: the provider's characters per token for English and code, and o200k's by kind times the
 * family's multiple for other languages and scripts, where theirs would be far off.
 */
function fromCharacters(text: string, markup: number, model: CountedModel): Counted {
  const { multiples } = tokenizerRelation(model.tokenizer);
  const byKind = charactersByKind(text, markup > 0);
  const sampled = [...byKind.values()].reduce((sum, part) => sum + part, 0);
  let perCharacter = sampled === 0 ? 1 / charactersPerToken(model.provider).value : 0;
  for (const [kind, characters] of byKind) {
    const rate = LATIN_TEXT.has(kind)
      ? 1 / charactersPerToken(model.provider).value
      : multiples[kind] / CHARACTERS_PER_O200K_TOKEN[kind];
    perCharacter += (characters / sampled) * rate;
  }
  return {
    tokens: atLeastOne([...text].length * perCharacter + markup, text === ''),
    method: 'characters',
    error: tokenErrors.characters,
  };
}

async function countText(
  text: string,
  markup: number,
  model: CountedModel,
  counter: TokenCounter,
): Promise<Counted> {
  const count = await counter.count(text);
  switch (count.kind) {
    case 'counted':
      return fromCount(count, text, markup, model);
    case 'no-vocabulary':
      return fromCharacters(text, markup, model);
  }
}

/** Markup can only be missing where its elements were not counted (otm.md sections 4 and 11.3). */
const markupError = (counted: boolean): ErrorFactors =>
  counted ? tokenErrors.countedMarkup : tokenErrors.markup;

function together(input: Counted, output: Counted, markup: ErrorFactors): VisibleCounts {
  /* v8 ignore next 2 -- @preserve: a count has one of the methods */
  const tokenMethod =
    METHOD_ORDER.findLast((method) => input.method === method || output.method === method) ?? 'characters';
  const isEmpty = input.tokens + output.tokens === 0;
  return {
    inputTokens: input.tokens,
    outputTokens: output.tokens,
    tokenMethod,
    tokenError: isEmpty ? NO_ERROR : combineErrors([errorOfSum([input, output]), markup]),
  };
}

/**
 * Counts the two texts of a prompt: exactly for models with the o200k vocabulary, as a published multiple of it
 * by the mix of languages, scripts and notations for others, from characters when the vocabulary cannot be loaded. An
 * empty text is 0 tokens. Never throws.
 * @param markup elements of the answer, whose markup the page does not show; null when nobody counted them
 */
export async function countPrompt(
  texts: { readonly input: string; readonly output: string },
  model: CountedModel,
  counter: TokenCounter,
  markup: MarkupSeen | null = null,
): Promise<VisibleCounts> {
  const input = await countText(texts.input, 0, model, counter);
  const hidden = markup === null || texts.output === '' ? 0 : markupTokens(markup);
  const output = await countText(texts.output, hidden, model, counter);
  return together(input, output, markupError(markup !== null));
}

/**
 * Tokens per code point of text of which only the length is known, such as earlier turns: that of the prompt's own
 * texts, in whose language the chat is, where there is enough of them, else the provider's.
 */
export function tokensPerCharacter(
  lengths: { readonly inputTextLength: number; readonly outputTextLength: number },
  counts: Pick<TokenCounts, 'inputTokens' | 'outputTokens'>,
  model: CountedModel,
): number {
  const length = lengths.inputTextLength + lengths.outputTextLength;
  const tokens = counts.inputTokens + counts.outputTokens;
  if (length < ENOUGH_TO_TELL || tokens === 0) return 1 / charactersPerToken(model.provider).value;
  return tokens / length;
}

/** Code points from which a text says how its language is cut. */
const ENOUGH_TO_TELL = 200;

/** Tokens of a text of which only the length in code points is known. */
export const tokensFromLength = (textLength: number, model: CountedModel): number =>
  atLeastOne(textLength / charactersPerToken(model.provider).value, textLength <= 0);

/** Counts from lengths alone, when the texts were lost on the way: code points over characters per token. */
export function countFromLengths(
  lengths: { readonly inputTextLength: number; readonly outputTextLength: number },
  model: CountedModel,
): VisibleCounts {
  const counted = (textLength: number): Counted => ({
    tokens: tokensFromLength(textLength, model),
    method: 'characters',
    error: tokenErrors.characters,
  });
  return together(counted(lengths.inputTextLength), counted(lengths.outputTextLength), tokenErrors.markup);
}
