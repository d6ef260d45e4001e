/** Which causes make a range wide, as one sentence. */
import type { StoredEstimate } from '../prompt';
import { causeReason } from './factor-text';
import { t } from './i18n';

/** From here on one cause alone explains the range. */
const MOST = 0.5;

/** Causes by their share of both sides together, largest first; each share is of 1. */
export function rankedCauses(
  causes: StoredEstimate['rangeCauses'],
): readonly { readonly cause: string; readonly low: number; readonly high: number }[] {
  return Object.entries(causes)
    .map(([cause, { low, high }]) => ({ cause, low, high }))
    .sort((a, b) => b.low + b.high - (a.low + a.high));
}

/** "The range is wide mostly because …"; null for an estimate without a range. */
export function becauseText(causes: StoredEstimate['rangeCauses']): string | null {
  const [first, second] = rankedCauses(causes).filter(({ low, high }) => low + high > 0);
  const reason = first && causeReason(first.cause);
  if (!first || !reason) return null;
  const other = second && causeReason(second.cause);
  if ((first.low + first.high) / 2 >= MOST || !other) return t('working.because', { first: reason });
  return t('working.because.two', { first: reason, second: other });
}
