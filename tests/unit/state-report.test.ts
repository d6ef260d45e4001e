import { describe, expect, it } from 'vitest';
import { createStateReport } from '../../entrypoints/content/state-report';
import type { PageState } from '../../lib/prompt';

const LOADING: PageState = { kind: 'loading', site: 'claude' };
const MEASURING: PageState = { kind: 'measuring', site: 'claude', layout: 'claude-c' };
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

function reporter(worker: { reachable: boolean }) {
  const sent: PageState[] = [];
  const timers: (() => void)[] = [];
  const end = new AbortController();
  const report = createStateReport({
    send: async (state) => {
      sent.push(state);
      if (!worker.reachable) throw new Error('no worker');
    },
    setTimeout: (run) => void timers.push(run),
    signal: end.signal,
  });
  return { report, sent, timers, end };
}

describe('the report of what can be read of a page', () => {
  it('tells each change once', async () => {
    const { report, sent, timers } = reporter({ reachable: true });
    report(LOADING);
    await settle();
    report(MEASURING);
    await settle();
    expect(sent).toEqual([LOADING, MEASURING]);
    expect(timers).toHaveLength(0);
  });

  it('repeats only the newest state until the worker has it', async () => {
    const worker = { reachable: false };
    const { report, sent, timers } = reporter(worker);
    report(LOADING);
    report(MEASURING);
    await settle();
    worker.reachable = true;
    for (const run of timers.splice(0)) run();
    await settle();
    expect(sent.at(-1)).toEqual(MEASURING);
    expect(timers).toHaveLength(0);
    expect(sent.filter((state) => state === MEASURING)).toHaveLength(1);
  });

  it('ends with the extension', async () => {
    const { report, sent, timers, end } = reporter({ reachable: false });
    report(LOADING);
    await settle();
    end.abort();
    for (const run of timers.splice(0)) run();
    await settle();
    expect(sent).toHaveLength(1);
  });
});
