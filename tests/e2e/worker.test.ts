/** The worker (Firefox: the event page) may be stopped at any moment, and several tabs may speak at once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PromptRecord } from '../../lib/prompt';
import { chatUrl, sampleChatId } from '../sites/config';
import type { LogEntry, Plan } from '../sites/types';
import { BROWSER_NAMES, type Harness, launch, type Page, type SitePage } from './harness';
import { until } from './harness/until';
import { openReader, type Reader } from './reader';

/** About two seconds of streaming, the same whether or not the browser slows a page behind others down. */
const SLOW: Partial<Plan> = { chunks: 6, chunkMs: 400 };
/** Code points with white space collapsed, as records count. */
const counted = (text: string): number => [...text.replace(/\s+/g, ' ').trim()].length;

/** The background context's id, null while it is stopped. Asking does not start it. */
const workerId = (page: Page): Promise<string | null> =>
  page.evaluate(async () => {
    type Context = { contextId: string };
    type Runtime = { getContexts(filter: { contextTypes: string[] }): Promise<Context[]> };
    const api: unknown = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
    const { runtime } = api as { runtime: Runtime };
    return (await runtime.getContexts({ contextTypes: ['BACKGROUND'] }))[0]?.contextId ?? null;
  });

describe.each(BROWSER_NAMES)('in %s', (browser) => {
  let harness: Harness;
  let reader: Reader;
  beforeAll(async () => {
    harness = await launch(browser);
    reader = await openReader(harness);
  });
  afterAll(async () => {
    await harness?.close();
  });

  const kill = async () => {
    await harness.killWorker();
    await until(async () => (await workerId(reader.page)) === null, 'the worker to be gone', 5_000);
  };
  const ofLayout = (layout: string) => (record: PromptRecord) => record.layout === layout;
  const told = (record: PromptRecord) => ({
    status: record.status,
    input: record.inputTextLength,
    output: record.outputTextLength,
    method: record.tokenMethod,
  });
  const truth = (entry: LogEntry, method: PromptRecord['tokenMethod']) => ({
    status: 'complete',
    input: counted(entry.userText),
    output: counted(entry.answerText),
    method,
  });
  const streaming = (page: SitePage) => page.waitFor(() => window.__sim.phase() === 'streaming');

  it('stopped before, during and after an answer, it loses nothing and doubles nothing', async () => {
    const page = await harness.openChat('https://chatgpt.com/', { layout: 'chatgpt-b', plan: SLOW });
    await kill();
    await page.send('The worker sleeps while this is sent.');
    await page.idle();
    await page.send('The worker stops twice while this is answered.');
    await streaming(page);
    await kill();
    await page.waitFor(() => (window.__sim.log()[1]?.answerText.length ?? 0) > 80);
    await harness.killWorker();
    await page.idle();
    await page.send('The worker stops at the end of this.');
    // Until the page itself is done: the last state is on its way then.
    await page.waitFor(() => window.__sim.log()[2]?.status === 'complete');
    await harness.killWorker();
    await page.idle();
    const found = await reader.settled(3, ofLayout('chatgpt-b'));
    await kill();
    expect(found.map(told)).toEqual((await page.log()).map((entry) => truth(entry, 'exact')));
    // The totals are kept beside the records: they show a double that has the record's own id.
    const { rollups } = (await reader.dump()).databases.tokenprint ?? {};
    const all = (rollups as { period: string; measures: { count: number; outputTokens: number } }[]).filter(
      ({ period }) => period === 'all',
    );
    const sum = (pick: (measures: { count: number; outputTokens: number }) => number) =>
      all.reduce((total, row) => total + pick(row.measures), 0);
    expect(sum(({ count }) => count)).toBe(3);
    expect(sum(({ outputTokens }) => outputTokens)).toBe(
      found.reduce((total, record) => total + record.outputTokens, 0),
    );
    await page.close();
  });

  it('counts two sites at once, each for itself', async () => {
    const claude = await harness.openChat('https://claude.ai/new', { layout: 'claude-c', plan: SLOW });
    const gemini = await harness.openChat('https://gemini.google.com/app', {
      layout: 'gemini-a',
      plan: { ...SLOW, kind: 'markdown' },
    });
    await claude.bringToFront();
    await claude.send('Asked of one.');
    await gemini.bringToFront();
    await gemini.send('Asked of the other, at the same time.');
    expect((await claude.log())[0]?.status).toBe('live');
    await Promise.all([claude.idle(), gemini.idle()]);
    for (const [page, layout] of [
      [claude, 'claude-c'],
      [gemini, 'gemini-a'],
    ] as const) {
      const found = await reader.settled(1, ofLayout(layout));
      expect(found.map(told)).toEqual((await page.log()).map((entry) => truth(entry, 'calibrated')));
    }
    await claude.close();
    await gemini.close();
  });

  it('counts the same chat in two tabs, each prompt once and under one label', async () => {
    const address = chatUrl('claude', sampleChatId('claude', 77));
    const config = { layout: 'claude-a', plan: SLOW, history: 2 } as const;
    const one = await harness.openChat(address, config);
    const other = await harness.openChat(address, config);
    await one.bringToFront();
    await one.send('From the first tab.');
    await other.bringToFront();
    await other.send('From the second tab, meanwhile.');
    await Promise.all([one.idle(), other.idle()]);
    const found = await reader.settled(2, ofLayout('claude-a'));
    const truths = [...(await one.log()), ...(await other.log())];
    expect(found.map(told)).toEqual(truths.map((entry) => truth(entry, 'calibrated')));
    expect(new Set(found.map((record) => record.conversation)).size).toBe(1);
    expect(new Set(found.map((record) => record.taskId)).size).toBe(2);
    await one.close();
    await other.close();
  });
});
