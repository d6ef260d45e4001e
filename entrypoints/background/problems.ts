/** A storage fault is shown at once, on the icon and in the pages, until a write succeeds again. */
import type { Failure } from '../../lib/messages';
import { readProblem, writeProblem } from '../../lib/settings';
import { StoreError } from '../../lib/store';
import { refreshBadge } from './badge';

/** The fault as the page's outbox and the views understand it. */
export function failureOf(error: unknown): Failure {
  if (error instanceof StoreError && error.kind !== 'invalid-import') {
    // The kind has words of its own in the views; only the browser's are worth adding.
    return { kind: error.kind, message: error.cause instanceof Error ? error.cause.message : '' };
  }
  return { kind: 'unexpected', message: error instanceof Error ? error.message : String(error) };
}

/** Shows a fault. Never throws: telling of a problem must not become one. */
export async function showProblem(failure: Failure, nowSeconds: number): Promise<void> {
  const { kind, message } = failure;
  if (kind === 'refused' || kind === 'invalid') return;
  await writeProblem({ kind, message, time: nowSeconds }).catch(() => undefined);
  await refreshBadge({ hasProblem: true });
}

/** Takes the sign away after a write that succeeded. */
export async function clearProblem(): Promise<void> {
  if ((await readProblem()) === null) return;
  await writeProblem(null).catch(() => undefined);
  await refreshBadge();
}
