import type { Workload } from './workload';

/** Default cached shares of the context by the age of the chat's last turn. */
export interface CacheRule {
  readonly shareRecent: number;
  readonly shareStale: number;
  readonly recencySeconds: number;
}

/** How much of the context came from the prefix cache: as given, else the share that its age makes likely. */
export function cachedTokensOf(workload: Workload, rule: CacheRule): number {
  if (workload.cachedTokens !== null) return workload.cachedTokens;
  const age = workload.secondsSinceLastTurn;
  const recent = age !== null && age <= rule.recencySeconds;
  return workload.contextTokens * (recent ? rule.shareRecent : rule.shareStale);
}

/**
 * Output-token equivalents of a system prompt of `tokens`. It is the same text for everyone who uses the app, so
 * it is in the cache whatever the age of this chat: always the recent share.
 */
export function systemPromptWeight(
  tokens: number,
  rule: CacheRule,
  prefillRatio: number,
  cacheRatio: number,
): number {
  return tokens * prefillRatio * (1 - rule.shareRecent + rule.shareRecent * cacheRatio);
}
