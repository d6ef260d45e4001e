import type { ContextSeen } from '../../lib/prompt';
import type { ChatContext } from '../../lib/store';

/**
 * Tokens of the earlier turns that the model re-reads. The page says how much text there is; prompts measured
 * before say how many tokens a character of this chat takes. In a chat measured from its start the two texts are
 * the same, and the count is the sum of the counts. Without any measured prompt, `tokensPerCharacter` is used.
 */
export function contextTokens(seen: ContextSeen, known: ChatContext, tokensPerCharacter: number): number {
  if (seen.turns === 0) return 0;
  // A virtualised page may show less than was measured in it.
  const length = seen.complete ? seen.textLength : Math.max(seen.textLength, known.textLength);
  const knownTokens = known.inputTokens + known.outputTokens;
  const rate = known.textLength > 0 && knownTokens > 0 ? knownTokens / known.textLength : tokensPerCharacter;
  return Math.round(length * rate);
}
