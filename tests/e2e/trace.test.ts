/** In real browsers: a page trace holds what happened, and nothing that was said. */
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseTrace } from '../replay/traces/folder';
import { replayTrace } from '../replay/traces/replay';
import { BROWSER_NAMES, type Harness, launch, type Page } from './harness';
import { newChatUrl, settledRecords } from './support';

interface ExtensionApi {
  readonly tabs: { sendMessage(tabId: number, message: unknown): Promise<unknown> };
  readonly scripting: {
    executeScript(injection: { target: { tabId: number }; files: string[] }): Promise<unknown>;
  };
}

/** Asks a tab's content script for its trace, from one of the extension's own pages. */
const askTrace = (
  own: Page,
  tabId: number,
  action: string,
): Promise<{ recording: boolean; trace: string | null }> =>
  own.evaluate(
    async ([tab, what]) => {
      const scope = globalThis as { browser?: ExtensionApi; chrome?: ExtensionApi };
      const message = { to: 'tab', request: 'page-trace', action: what };
      const api = scope.browser ?? scope.chrome;
      const send = async (): Promise<unknown> => api?.tabs.sendMessage(tab, message).catch(() => undefined);
      let reply = await send();
      if (reply === undefined || reply === null) {
        await api?.scripting.executeScript({ target: { tabId: tab }, files: ['/page-trace.js'] });
        reply = await send();
      }
      return reply as { recording: boolean; trace: string | null };
    },
    [tabId, action] as const,
  );

describe.each(BROWSER_NAMES)('in %s', (browser) => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await launch(browser);
  });
  afterAll(async () => {
    await harness?.close();
  });

  it('a trace of a conversation holds its course and not its words, and reads as the page itself did', async () => {
    const chat = await harness.openChat(newChatUrl('chatgpt-c'), { layout: 'chatgpt-c', speed: 2 });
    const own = await harness.openPopup(chat);
    const tabId = await harness.tabId(chat);
    expect(await askTrace(own, tabId, 'state')).toEqual({ recording: false, trace: null });
    expect((await askTrace(own, tabId, 'record')).recording).toBe(true);
    await chat.bringToFront();
    await chat.send('How do lighthouses work?');
    await chat.idle();
    await chat.send('And who looks after them today?');
    await chat.idle();
    const { trace: text, recording } = await askTrace(own, tabId, 'take');
    expect(recording).toBe(false);
    const log = await chat.log();
    const words = log.flatMap((entry) => `${entry.userText} ${entry.answerText}`.match(/\p{L}{5,}/gu) ?? []);
    expect(words.length).toBeGreaterThan(50);
    expect(text?.length).toBeLessThan(2_000_000);
    const says = new Set(text?.match(/\p{L}+/gu) ?? []);
    // Words of the page's own making (class names and the like) may be words of the language too.
    const shell = new Set(
      (await chat.evaluate(() => document.documentElement.outerHTML.replace(/>[^<]*</g, '><'))).match(
        /\p{L}+/gu,
      ),
    );
    expect(words.filter((word) => says.has(word) && !shell.has(word))).toEqual([]);
    const ids = log.flatMap((entry) => [entry.id, entry.conversation ?? entry.id]);
    for (const id of ids) expect(text).not.toContain(id);

    const trace = parseTrace(text ?? '');
    expect(trace.events.length).toBeGreaterThan(50);
    if (process.env.TRACE_OUT) writeFileSync(`${process.env.TRACE_OUT}-${browser}.json`, text ?? '');
    const reading = await replayTrace(trace);
    const stored = await settledRecords(harness, 2);
    expect(
      reading.records.map((record) => [record.status, record.inputTextLength, record.outputTextLength]),
    ).toEqual(stored.map((record) => [record.status, record.inputTextLength, record.outputTextLength]));
    for (const [i, record] of stored.entries()) {
      const ttft = (record.firstTokenTime ?? NaN) - record.startTime;
      expect(Math.abs((reading.records[i]?.ttftSeconds ?? NaN) - ttft)).toBeLessThan(0.25);
    }
    await own.close();
    await chat.close();
  });
});
