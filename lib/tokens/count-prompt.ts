/** From the two texts of a prompt to its token counts: exact, calibrated, or from characters. */
import type { TokenCounts, TokenMethod } from '../prompt';
import {
  charactersPerToken,
  type TokenizerRelation,
  tokenErrors,
  tokenizerRelation,
} from '../refdb/tokenizers';
import type { ProviderId, TokenizerFamily } from '../refdb/types';
import type { TextCount, TokenCounter } from './counter';
import { combineErrors, type ErrorFactors, errorOfSum, NO_ERROR } from './errors';
import { CHARACTERS_PER_O200K_TOKEN, charactersByKind, textMix } from './text-kinds';

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

/** The family's multiple of o200k for this text, by what the text is made of. */
function multipleFor(relation: TokenizerRelation, text: string): number {
  const { prose, code, cjk } = relation.multiples;
  const mix = textMix(text);
  return prose * mix.prose + code * mix.code + cjk * mix.cjk;
}

function fromCount(
  count: Extract<TextCount, { kind: 'counted' }>,
  text: string,
  model: CountedModel,
): Counted {
  const relation = tokenizerRelation(model.tokenizer);
  if (relation.exact) return { tokens: count.tokens, method: 'exact', error: count.error };
  return {
    tokens: atLeastOne(count.tokens * multipleFor(relation, text), count.tokens === 0),
    method: 'calibrated',
    error: combineErrors([count.error, tokenErrors.counter]),
  };
}

/** Without a vocabulary: the provider's characters per token, and o200k's for CJK, where theirs would be far off. */
function fromCharacters(text: string, model: CountedModel): Counted {
  const characters = charactersByKind(text);
  const sampled = characters.prose + characters.code + characters.cjk;
  const cjkShare = sampled === 0 ? 0 : characters.cjk / sampled;
  const perCharacter =
    cjkShare / CHARACTERS_PER_O200K_TOKEN.cjk + (1 - cjkShare) / charactersPerToken(model.provider).value;
  return {
    tokens: atLeastOne([...text].length * perCharacter, text === ''),
    method: 'characters',
    error: tokenErrors.characters,
  };
}

async function countText(text: string, model: CountedModel, counter: TokenCounter): Promise<Counted> {
  const count = await counter.count(text);
  switch (count.kind) {
    case 'counted':
      return fromCount(count, text, model);
    case 'no-vocabulary':
      return fromCharacters(text, model);
  }
}

function together(input: Counted, output: Counted): VisibleCounts {
  const tokenMethod =
    METHOD_ORDER.findLast((method) => input.method === method || output.method === method) ?? 'characters';
  const isEmpty = input.tokens + output.tokens === 0;
  return {
    inputTokens: input.tokens,
    outputTokens: output.tokens,
    tokenMethod,
    // What rendering removed from the text can only be missing (otm.md section 4).
    tokenError: isEmpty ? NO_ERROR : combineErrors([errorOfSum([input, output]), tokenErrors.markup]),
  };
}

/**
 * Counts the two texts of a prompt: exactly for models with the o200k vocabulary, as a published multiple of it
 * by the mix of prose, code and CJK for others, from characters when the vocabulary cannot be loaded. An empty
 * text is 0 tokens. Never throws.
 */
export async function countPrompt(
  texts: { readonly input: string; readonly output: string },
  model: CountedModel,
  counter: TokenCounter,
): Promise<VisibleCounts> {
  const input = await countText(texts.input, model, counter);
  return together(input, await countText(texts.output, model, counter));
}

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
  return together(counted(lengths.inputTextLength), counted(lengths.outputTextLength));
}
