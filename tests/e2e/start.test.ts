/**
 * The start and the end of a page's script: nothing that a page does ends it, a page cannot tell that the extension
 * is there, and of scripts that are started twice one measures.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PromptRecord } from '../../lib/prompt';
import { BROWSER_NAMES, type Harness, launch, type Page, type SitePage } from './harness';
import { EXTENSION_ID } from './harness/places';
import { until } from './harness/until';
import { injectAgain, reloadExtension } from './own-api';
import { openReader, untilShown } from './reader';

const SLOW = { chunks: 6, chunkMs: 300 };
const ENTRYPOINTS = ['chatgpt', 'claude', 'gemini', 'background', 'page-trace', 'answer-line'];

/** Every name under which a framework or we could send an event, for the ids that a page can know. */
const eventNames = (origin: string): string[] => {
  const ids = [EXTENSION_ID, new URL(origin).host];
  const kinds = ['wxt:content-script-started', 'wxt:locationchange', 'content-script-started', 'invalidated'];
  return [
    ...kinds,
    'tokenprint',
    'tokenprint:started',
    ...ids.flatMap((id) => [
      id,
      ...kinds.map((kind) => `${id}:${kind}`),
      ...ENTRYPOINTS.flatMap((name) => kinds.map((kind) => `${id}:${name}:${kind}`)),
    ]),
  ];
};

/** Sends all of them as a page's own script can. */
const attack = (page: Page, origin: string): Promise<void> =>
  page.evaluate(
    ({ names, entrypoints }) => {
      for (const entrypoint of entrypoints) {
        const detail = { contentScriptName: entrypoint, messageId: 'x' };
        for (const name of names) {
          for (const target of [document, window, document.documentElement]) {
            target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
            target.dispatchEvent(new MessageEvent(name, { data: detail }));
          }
          window.postMessage({ type: name, ...detail }, '*');
        }
      }
      for (const target of [document, window]) {
        for (const name of ['abort', 'unload', 'pagehide', 'freeze', 'beforeunload'])
          target.dispatchEvent(new Event(name));
      }
    },
    { names: eventNames(origin), entrypoints: ENTRYPOINTS },
  );

interface Heard {
  events: string[];
  nodes: string[];
  names: string[];
}

/** Makes the page listen for all of them, for every event that a page can be sent, and for nodes that come or go. */
const listen = (page: Page, origin: string): Promise<void> =>
  page.evaluate((names) => {
    const heard: Heard = { events: [], nodes: [], names: Object.getOwnPropertyNames(window) };
    const all = new Set([...names, 'message', 'messageerror', 'storage', 'error', 'unhandledrejection']);
    // Of its own accord a page sends such events when it is used; nobody uses it while this is heard.
    for (const target of [window, document, document.documentElement])
      for (const key in target) if (key.startsWith('on')) all.add(key.slice(2));
    for (const name of all) {
      for (const target of [window, document])
        target.addEventListener(name, ({ type }) => heard.events.push(type), { capture: true });
    }
    new MutationObserver((records) => {
      for (const { type, target } of records) heard.nodes.push(`${type} in ${target.nodeName}`);
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    Object.assign(globalThis, { heard });
  }, eventNames(origin));

/** What was heard, without the events of windows that come to the front, pointers that move and sensors. */
const heardOf = (page: Page): Promise<{ events: string[]; nodes: string[]; names: string[] }> =>
  page.evaluate(() => {
    const { events, nodes, names } = Reflect.get(globalThis, 'heard') as Heard;
    const idle =
      /^(focus|blur|visibilitychange|pointer|mouse|device|selection|scroll|resize|transition|animation)/;
    const known = new Set([...names, 'heard']);
    return {
      events: events.filter((type) => !idle.test(type)),
      nodes,
      names: Object.getOwnPropertyNames(window).filter((name) => !known.has(name)),
    };
  });

const NOTHING = { events: [], nodes: [], names: [] };
const told = ({ status, inputTextLength }: PromptRecord) => [status, inputTextLength];

describe.each(BROWSER_NAMES)('in %s', (browser) => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await launch(browser);
  });
  afterAll(async () => {
    await harness?.close();
  });

  const open = (): Promise<SitePage> =>
    harness.openChat('https://chatgpt.com/', { layout: 'chatgpt-c', speed: 2, plan: SLOW });

  /** Everything stored since then; the reader is opened anew, since it goes with an extension that is reloaded. */
  async function recordsSince(since: number, count: number): Promise<unknown[]> {
    const reader = await openReader(harness);
    const found = await reader.settled(count, ({ startTime }) => startTime >= since);
    // What came twice may come a moment later.
    await new Promise((done) => setTimeout(done, 500));
    const again = await reader.records(({ startTime }) => startTime >= since);
    await reader.page.close();
    return again.length > found.length ? again.map(told) : found.map(told);
  }

  async function popupSays(page: Page, words: RegExp): Promise<void> {
    const popup = await harness.openPopup(page);
    await untilShown(popup, words);
    await popup.close();
    await page.bringToFront();
  }

  async function sendAll(page: SitePage, texts: readonly string[]): Promise<void> {
    for (const text of texts) {
      await page.send(text);
      await page.idle();
    }
  }

  it('a page that sends every event of the kind is measured before, during and after it', async () => {
    const since = Date.now() / 1000;
    const page = await open();
    await attack(page, harness.origin);
    await sendAll(page, ['Before it.']);
    await page.send('While it goes on.');
    await page.waitFor(() => window.__sim.phase() === 'streaming');
    await attack(page, harness.origin);
    await page.idle();
    await attack(page, harness.origin);
    await sendAll(page, ['And after it all.']);
    expect(await recordsSince(since, 3)).toEqual([
      ['complete', 'Before it.'.length],
      ['complete', 'While it goes on.'.length],
      ['complete', 'And after it all.'.length],
    ]);
    await popupSays(page, /Measuring ChatGPT/);
    await page.close();
  });

  it('a page hears what a script of its own sends, so that what it does not hear was not sent', async () => {
    const page = await open();
    await listen(page, harness.origin);
    await attack(page, harness.origin);
    const { events } = await heardOf(page);
    expect(events).toEqual(expect.arrayContaining(eventNames(harness.origin)));
    await page.evaluate(() => document.body.append('seen'));
    expect((await heardOf(page)).nodes).toEqual(['childList in BODY']);
    await page.close();
  });

  it('started twice, also while an answer grows: one measures, no prompt twice, and the page hears nothing', async () => {
    const since = Date.now() / 1000;
    const page = await open();
    const own = await harness.openExtensionPage('popup.html');
    const tabId = await harness.tabId(page);
    await page.bringToFront();
    await listen(page, harness.origin);
    await injectAgain(own, tabId);
    await injectAgain(own, tabId);
    expect(await heardOf(page)).toEqual(NOTHING);
    await sendAll(page, ['Who counts this?']);
    await page.send('And this, meanwhile?');
    await page.waitFor(() => window.__sim.phase() === 'streaming');
    await injectAgain(own, tabId);
    await page.idle();
    expect(await recordsSince(since, 2)).toEqual([
      ['complete', 'Who counts this?'.length],
      ['complete', 'And this, meanwhile?'.length],
    ]);
    await own.close();
    await page.close();
  });

  it('updated twice with a chat open: measured on, no prompt twice, and the page hears nothing', async () => {
    const since = Date.now() / 1000;
    const page = await open();
    await sendAll(page, ['Before the update.']);
    await recordsSince(since, 1);
    await page.bringToFront();
    await listen(page, harness.origin);
    await reloadExtension(harness);
    await reloadExtension(harness);
    expect(await heardOf(page)).toEqual(NOTHING);
    await page.bringToFront();
    await sendAll(page, ['After the update.', 'And once more.']);
    expect(await recordsSince(since, 3)).toEqual([
      ['complete', 'Before the update.'.length],
      ['complete', 'After the update.'.length],
      ['complete', 'And once more.'.length],
    ]);
    await popupSays(page, /Measuring ChatGPT/);
    expect(page.errors()).toEqual([]);
    await page.close();
  });

  it('disabled and enabled: what is sent between is not counted, the rest once, and the page hears nothing', async () => {
    const since = Date.now() / 1000;
    const page = await open();
    await sendAll(page, ['While it is on.']);
    await recordsSince(since, 1);
    await harness.world.setEnabled(false);
    await page.bringToFront();
    await sendAll(page, ['While it is off.']);
    await listen(page, harness.origin);
    await harness.world.setEnabled(true);
    await page.bringToFront();
    await new Promise((done) => setTimeout(done, 1_500));
    expect(await heardOf(page)).toEqual(NOTHING);
    await sendAll(page, ['On again.']);
    await until(async () => (await recordsSince(since, 2)).length === 2, 'two records', 20_000);
    expect(await recordsSince(since, 2)).toEqual([
      ['complete', 'While it is on.'.length],
      ['complete', 'On again.'.length],
    ]);
    await popupSays(page, /Measuring ChatGPT/);
    expect(page.errors()).toEqual([]);
    await page.close();
  });
});
