import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chatUrl, homeUrl, sampleChatId, siteOfLayout } from '../sites/config';
import type { LayoutId, LogEntry, PageConfig, SimPhase } from '../sites/types';
import { type Harness, launch, type SitePage } from './harness';
import { MARKS } from './sites.marks';

type Known = keyof typeof MARKS;
const LAYOUTS = Object.keys(MARKS) as Known[];
const squeeze = (text: string): string => text.replace(/\s+/gu, ' ').trim();
const site = (layout: LayoutId) => siteOfLayout(layout) ?? 'chatgpt';

let chromium: Harness;
beforeAll(async () => {
  chromium = await launch('chromium', { extension: false });
});
afterAll(() => chromium.close());

const open = (layout: LayoutId, config: Partial<PageConfig> = {}) =>
  chromium.openChat(homeUrl(site(layout)), { layout, speed: 4, ...config });
// The browser remembers its chats as a server would, so every test opens one of its own.
let opened = 0;
const newId = (layout: LayoutId) => sampleChatId(site(layout), ++opened);
const openOld = (layout: LayoutId, config: Partial<PageConfig> = {}) =>
  chromium.openChat(chatUrl(site(layout), newId(layout), layout), { layout, speed: 4, ...config });
const last = async (page: SitePage): Promise<LogEntry> => {
  const entry = (await page.log()).at(-1);
  if (entry === undefined) throw new Error('the page took no prompt');
  return entry;
};

/** Counts selectors every few milliseconds, by phase, until the page is idle; runs in the page. */
function watch(page: SitePage, selectors: readonly string[]): Promise<Record<SimPhase, number[][]>> {
  return page.evaluate(async (list: readonly string[]) => {
    const seen: Record<string, number[][]> = {
      booting: [],
      idle: [],
      sent: [],
      thinking: [],
      waiting: [],
      streaming: [],
    };
    const sample = () =>
      seen[window.__sim.phase()]?.push(list.map((selector) => document.querySelectorAll(selector).length));
    while (window.__sim.phase() === 'idle') await new Promise((next) => setTimeout(next, 1));
    while (window.__sim.waiting() > 0) {
      sample();
      await new Promise((next) => setTimeout(next, 10));
    }
    sample();
    return seen;
  }, selectors);
}

function coherent(entry: LogEntry): void {
  const { submitAt, firstTokenAt, lastTokenAt, finishedAt } = entry;
  expect(entry.status).toBe('complete');
  expect(firstTokenAt).toBeGreaterThan(submitAt);
  expect(lastTokenAt).toBeGreaterThan(firstTokenAt ?? 0);
  expect(finishedAt).toBeGreaterThan(lastTokenAt ?? 0);
  expect(Math.abs(submitAt - Date.now())).toBeLessThan(120_000);
  expect(entry.conversation).not.toBeNull();
}

describe.each(LAYOUTS)('%s', (layout) => {
  const { address, answer, marks, attempts } = MARKS[layout];

  it('plays a new chat of two prompts, with the marks of each phase', async () => {
    const page = await open(layout);
    await page.send('How do I read a tide table?\nShort, please.');
    await page.idle();
    expect(await page.url()).toMatch(address);
    await page.sim('queue', { thinkingMs: 1200 });
    const selectors = marks.map((mark) => mark.selector);
    const watching = watch(page, selectors);
    await page.send('And the wind?');
    const seen = await watching;
    for (const phase of ['thinking', 'streaming', 'idle'] as const) {
      expect(seen[phase].length, `samples while ${phase}`).toBeGreaterThan(0);
      for (const [index, mark] of marks.entries()) {
        const counts = new Set(seen[phase].map((sample) => sample[index]));
        expect([...counts], `${mark.what} while ${phase}`).toEqual([mark[phase]]);
      }
    }
    const log = await page.log();
    expect(log.map((entry) => entry.userText)).toEqual([
      'How do I read a tide table?\nShort, please.',
      'And the wind?',
    ]);
    for (const entry of log) coherent(entry);
    const texts = await page.evaluate(
      (selector: string) =>
        [...document.querySelectorAll<HTMLElement>(selector)].map((element) => element.innerText),
      answer,
    );
    expect(texts.map(squeeze)).toEqual(log.map((entry) => squeeze(entry.answerText)));
    expect(page.errors()).toEqual([]);
    await page.close();
  });

  it('shows an old chat complete at first sight, and the same after scrolling and reloading', async () => {
    const page = await openOld(layout, { history: 12 });
    expect(await page.sim('exchanges')).toBe(12);
    const mounted = (await page.sim('mounted')) as number[];
    expect(mounted).toContain(11);
    await page.sim('scrollTo', 0);
    expect(await page.sim('mounted')).toContain(0);
    await page.reload();
    await page.waitFor(() => '__sim' in window);
    expect(await page.sim('mounted')).toEqual(mounted);
    expect(await page.log()).toEqual([]);
    await page.close();
  });

  it.skipIf(attempts === false)('stops, retries, edits and pages through the branches', async () => {
    const page = await openOld(layout, { history: 2 });
    await page.sim('defaults', { chunkMs: 60 });
    await page.send('Tell me more.');
    await page.waitFor(() => window.__sim.phase() === 'streaming');
    await page.click('[data-sim="stop"]');
    await page.idle();
    const stopped = await last(page);
    expect(stopped.status).toBe('stopped');
    expect(stopped.answerText.length).toBeGreaterThan(0);
    await page.sim('defaults', { chunkMs: 5, kind: 'short' });
    await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-sim="retry"]')].at(-1)?.click(),
    );
    await page.idle();
    expect(await last(page)).toMatchObject({ kind: 'retry', userText: 'Tell me more.', status: 'complete' });
    await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-sim="edit"]')].at(-1)?.click(),
    );
    await page.click('[data-sim="edit-box"]');
    await page.press('End');
    await page.type(' Or less.');
    await page.click('[data-sim="edit-send"]');
    await page.idle();
    expect(await last(page)).toMatchObject({
      kind: 'edit',
      userText: 'Tell me more. Or less.',
      status: 'complete',
    });
    const before = (await page.log()).length;
    await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-sim="pager-previous"]')].at(-1)?.click(),
    );
    await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-sim="pager-next"]')].at(-1)?.click(),
    );
    expect((await page.log()).length).toBe(before);
    expect(await page.sim('exchanges')).toBe(3);
    expect(page.errors()).toEqual([]);
    await page.close();
  });

  it('fails before and after the first token, and refuses at a limit', async () => {
    const page = await openOld(layout, { history: 1 });
    await page.sim('queue', { errorAfter: 0 }, { errorAfter: 5 }, { limit: true });
    for (const text of ['one', 'two', 'three']) {
      await page.send(text);
      await page.idle();
    }
    const log = await page.log();
    expect(log.map((entry) => entry.status)).toEqual(['failed', 'failed', 'refused']);
    expect(log.map((entry) => entry.firstTokenAt !== null)).toEqual([false, true, false]);
    await page.close();
  });

  it('goes on with a growing answer after a reload and after a visit to another chat', async () => {
    const other = newId(layout);
    const page = await openOld(layout, { history: 1, chats: [{ id: other, title: 'Other', exchanges: 2 }] });
    await page.sim('defaults', { chunkMs: 80, chunks: 60 });
    await page.send('Slowly, please.');
    await page.waitFor(() => window.__sim.phase() === 'streaming');
    await page.reload();
    await page.waitFor(() => '__sim' in window && window.__sim.phase() === 'streaming');
    await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-sim="chat-link"]')][1]?.click(),
    );
    expect(await page.sim('exchanges')).toBe(2);
    await page.back();
    expect(await page.sim('exchanges')).toBe(2);
    await page.idle();
    expect(await last(page)).toMatchObject({
      status: 'complete',
      resumed: true,
      userText: 'Slowly, please.',
    });
    expect((await page.log()).length).toBe(1);
    await page.close();
  });
});

describe('what only some layouts do', () => {
  it('chatgpt-c turns finished code blocks into editors seconds later', async () => {
    const page = await open('chatgpt-c', { plan: { kind: 'code' } });
    const watching = watch(page, ['pre > code', '[data-markdown-copy="code-block"] [data-language]']);
    await page.send('Count words.');
    const seen = await watching;
    expect(seen.streaming.at(-1)).toEqual([1, 0]);
    expect(seen.idle[0]).toEqual([1, 0]);
    expect(seen.idle.at(-1)).toEqual([0, 1]);
    await page.close();
  });

  it('chatgpt-b has provisional ids until its first answer is over', async () => {
    const page = await open('chatgpt-b');
    const watching = watch(page, ['[data-turn-id^="request-WEB:"]']);
    await page.send('Hello.');
    const seen = await watching;
    expect(new Set(seen.streaming.flat())).toEqual(new Set([1]));
    expect(seen.idle.at(-1)).toEqual([0]);
    await page.close();
  });

  it.each([
    ['chatgpt-c', 4],
    ['claude-b', 4],
    ['claude-c', 4],
  ] as const)('%s keeps few exchanges in the document, by scrolling too', async (layout, most) => {
    const page = await openOld(layout, { history: 20 });
    await page.evaluate(() => {
      const scroller = document.querySelector('[data-sim="scroller"]');
      if (scroller !== null)
        scroller.scrollTop = getComputedStyle(scroller).flexDirection === 'column-reverse' ? -1e6 : 0;
    });
    await page.waitFor(() => window.__sim.mounted().includes(0));
    expect(((await page.sim('mounted')) as number[]).length).toBeLessThanOrEqual(most);
    await page.close();
  });

  it('claude-c parts its answer by tool statuses', async () => {
    const page = await open('claude-c', { plan: { kind: 'tools' } });
    await page.send('When does the ferry leave?');
    await page.idle();
    const counts = await page.evaluate(() =>
      ['[data-perf-reply-text]', '[data-cds="TurnStatus"][data-state="done"]'].map(
        (selector) => document.querySelectorAll(selector).length,
      ),
    );
    expect(counts).toEqual([3, 2]);
    await page.close();
  });

  it('a temporary chat never gets an address, a shared one has no composer', async () => {
    const page = await chromium.openChat(`${homeUrl('chatgpt')}?temporary-chat=true`, {
      layout: 'chatgpt-b',
      speed: 4,
    });
    await page.send('Forget this.');
    await page.idle();
    expect(await page.url()).toBe('https://chatgpt.com/?temporary-chat=true');
    await page.goto('https://chatgpt.com/share/1234');
    await page.waitFor(() => '__sim' in window);
    expect(
      await page.evaluate(() => document.querySelector<HTMLElement>('[data-sim="composer-box"]')?.hidden),
    ).toBe(true);
    await page.close();
  });

  it('a suggestion on the home page is a prompt', async () => {
    const page = await open('gemini-a');
    await page.click('[data-sim="suggestion"]');
    await page.idle();
    expect((await last(page)).userText).toBe('Explain how a tide table works');
    await page.close();
  });
});

it('nothing of all that asked for another host', () => {
  expect(chromium.foreignRequests().filter((request) => request.from !== 'browser')).toEqual([]);
});

it('the same pages play in Firefox', async () => {
  const firefox = await launch('firefox', { extension: false });
  try {
    for (const layout of ['chatgpt-c', 'claude-c', 'gemini-lr26'] as const) {
      const page = await firefox.openChat(homeUrl(site(layout)), { layout, speed: 4 });
      for (const text of ['First\nwith a second line', 'Second']) {
        await page.send(text);
        await page.idle();
      }
      const log = await page.log();
      expect(log.map((entry) => entry.userText)).toEqual(['First\nwith a second line', 'Second']);
      for (const entry of log) coherent(entry);
      expect(await page.url()).toMatch(MARKS[layout].address);
      await page.close();
    }
    expect(firefox.foreignRequests()).toEqual([]);
  } finally {
    await firefox.close();
  }
});
