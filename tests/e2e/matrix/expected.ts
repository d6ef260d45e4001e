/** What must be stored, from what the page played and what the situation says beyond it. */
import type { FinalStatus } from '../../../lib/prompt';
import type { LogEntry, LogStatus } from '../../sites/types';
import type { Expected } from './types';

function statusOf(status: LogStatus): FinalStatus {
  switch (status) {
    case 'complete':
    case 'stopped':
    case 'failed':
      return status;
    // The site took the prompt and answered nothing: an attempt that failed, with no output.
    case 'refused':
      return 'failed';
    case 'live':
    case 'lost':
      return 'interrupted';
  }
}

/** One expectation per prompt of the log: a retry or an edit is the next attempt of the prompt before it. */
export function expectedOf(log: readonly LogEntry[], beyond: readonly Partial<Expected>[]): Expected[] {
  const all: Expected[] = [];
  for (const [index, entry] of log.entries()) {
    const before = all.at(-1);
    const again = entry.kind !== 'first' && before !== undefined;
    all.push({
      recorded: true,
      status: statusOf(entry.status),
      kind: entry.kind,
      attempt: again ? before.attempt + 1 : 1,
      task: again ? before.task : index,
      chat: 0,
      times: 'all',
      clockAhead: 0,
      lengths: true,
      texts: true,
      also: () => null,
      ...beyond[index],
    });
  }
  return all;
}
