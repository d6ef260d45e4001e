/** A storage fault is shown at once, on the icon and in the pages, until a write succeeds again. */
import { browser } from 'wxt/browser';
import type { Failure } from '../../lib/messages';
import { readProblem, writeProblem } from '../../lib/settings';
import { StoreError } from '../../lib/store';

const BADGE = { text: '!', colour: '#b3261e' };

/** The fault as the page's outbox and the views understand it. */
export function failureOf(error: unknown): Failure {
  if (error instanceof StoreError && error.kind !== 'invalid-import') {
    return { kind: error.kind, message: error.message };
  }
  return { kind: 'unexpected', message: error instanceof Error ? error.message : String(error) };
}

/** Shows a fault. Never throws: telling of a problem must not become one. */
export async function showProblem(failure: Failure, nowSeconds: number): Promise<void> {
  const { kind, message } = failure;
  if (kind === 'refused' || kind === 'invalid') return;
  await Promise.allSettled([
    writeProblem({ kind, message, time: nowSeconds }),
    browser.action.setBadgeText({ text: BADGE.text }),
    browser.action.setBadgeBackgroundColor({ color: BADGE.colour }),
  ]);
}

/** Takes the sign away after a write that succeeded. */
export async function clearProblem(): Promise<void> {
  if ((await readProblem()) === null) return;
  await Promise.allSettled([writeProblem(null), browser.action.setBadgeText({ text: '' })]);
}
