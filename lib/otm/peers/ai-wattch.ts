import type { AiWattchFactors } from '../../refdb/types';

/**
 * v1.0 with the constants that AI Wattch 1.1 itself ships: E = (server * t + node * share * t) * PUE, Wh.
 *
 * Its "GPU power" is the node's power and its "utilisation" the request's share of the node at batch 8, so the pair
 * is not multiplied by the number of GPUs again. How their server combines them is not public.
 */
export function aiWattch(factors: AiWattchFactors, inferenceSeconds: number): number {
  const kw = factors.serverPowerKw + factors.nodePowerKw * factors.utilization;
  return (kw * inferenceSeconds * factors.pue) / 3.6;
}

/** Its token count: characters over the ratio, rounded up, at least ten (empty text counts ten as well). */
export function aiWattchTokens(characters: number, charactersPerToken = 4, minimum = 10): number {
  return Math.max(minimum, Math.ceil(characters / charactersPerToken));
}
