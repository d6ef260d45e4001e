import type { LayoutId, LogEntry } from '../types';
import type { Attempt } from './memory';

/** The log entry of an attempt that was just sent. */
export function newEntry(
  attempt: Attempt,
  layout: LayoutId,
  conversation: string | null,
  earlier: readonly string[],
): LogEntry {
  const { plan } = attempt;
  return {
    id: attempt.id,
    kind: attempt.kind,
    layout,
    conversation,
    userText: attempt.userText,
    earlier,
    answerText: '',
    thinkingText: plan.thinkingMs > 0 && plan.thinking !== 'hidden' ? plan.thinkingText : '',
    submitAt: attempt.sentAt,
    firstTokenAt: null,
    lastTokenAt: null,
    finishedAt: null,
    status: 'live',
    stopped: false,
    failed: false,
    thinkingMs: plan.thinkingMs / attempt.speed,
    model: attempt.model,
    files: attempt.files.length,
    resumed: false,
  };
}
