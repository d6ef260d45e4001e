/** Text in, token count and its error out. */
export {
  type CountedModel,
  countFromLengths,
  countPrompt,
  tokensFromLength,
  tokensPerCharacter,
  type VisibleCounts,
} from './count-prompt';
export { createTokenCounter, type TextCount, type TokenCounter } from './counter';
export type { ErrorFactors } from './errors';
