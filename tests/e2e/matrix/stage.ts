/** The hands of a script: opens pages of one layout and does there what a person does. */
import { chatUrl, sampleChatId } from '../../sites/config';
import type { LogEntry, PageConfig } from '../../sites/types';
import type { Harness, OpenOptions, SitePage } from '../harness';
import { type ChatLayout, newChatUrl, siteOf } from '../support';
import type { Stage } from './types';

export interface LiveStage extends Stage {
  /** The truth of all pages opened, in the order in which they were. */
  truth(): Promise<LogEntry[]>;
  close(): Promise<void>;
}

/** One page in front at a time: only for keys that a page behind did not get. */
const front = new WeakMap<Harness, Promise<unknown>>();

function inFront<T>(harness: Harness, page: SitePage, run: () => Promise<T>): Promise<T> {
  const before = front.get(harness) ?? Promise.resolve();
  const mine = before.then(async () => {
    await page.bringToFront();
    return run();
  });
  front.set(
    harness,
    mine.catch(() => undefined),
  );
  return mine;
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Every cell has chats of its own: what a page keeps of one must not be found by another. */
let chatsTaken = 0;
const CHATS_PER_CELL = 8;

export function createStage(harness: Harness, layout: ChatLayout, full: boolean): LiveStage {
  const site = siteOf(layout);
  const firstChat = CHATS_PER_CELL * ++chatsTaken;
  const pages: SitePage[] = [];
  const logs = new Map<SitePage, LogEntry[]>();
  const url = (where: string): string => {
    if (where === 'new') return newChatUrl(layout);
    if (where === 'old') return chatUrl(site, sampleChatId(site, firstChat), layout);
    return new URL(where, newChatUrl(layout)).href;
  };
  const first = (): SitePage => {
    const page = pages[0];
    if (page === undefined) throw new Error('the script has opened no page');
    return page;
  };

  async function another(
    where: string,
    config: Partial<PageConfig> = {},
    how: OpenOptions = {},
  ): Promise<SitePage> {
    const page = await harness.openChat(url(where), { layout, follow: false, ...config }, how);
    pages.push(page);
    return page;
  }

  async function put(text: string, page: SitePage): Promise<void> {
    await page.evaluate(() => document.querySelector<HTMLElement>('[data-sim="composer"]')?.focus());
    if (harness.name === 'chromium') await page.insertText(text);
    const there = (): Promise<boolean> =>
      page.evaluate(() => (document.querySelector('[data-sim="composer"]')?.textContent ?? '') !== '');
    if (await there()) return;
    // The window in front was another one: the text is put in its place, as a dictation does.
    await page.evaluate((value) => {
      const composer = document.querySelector<HTMLElement>('[data-sim="composer"]');
      composer?.replaceChildren(document.createElement('p'));
      composer?.firstElementChild?.append(value);
      composer?.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, text);
  }

  async function send(text: string, page = first()): Promise<void> {
    // A second answer that grows beside the first was not sent for itself.
    const sent = async (): Promise<number> =>
      (await page.log()).filter(({ kind }) => kind !== 'alternative').length;
    const before = await sent();
    const taken = async (): Promise<number> => (await sent()) - before;
    await put(text, page);
    await page.press('Enter');
    for (let again = 0; again < 3 && (await taken()) === 0; again += 1) {
      await inFront(harness, page, async () => {
        await page.evaluate(() => document.querySelector<HTMLElement>('[data-sim="composer"]')?.focus());
        await page.press('Enter');
      });
    }
    if ((await taken()) !== 1) throw new Error(`the page took ${await taken()} prompts instead of one`);
  }

  return {
    harness,
    layout,
    full,
    get page() {
      return first();
    },
    open: another,
    another,
    write: (text, page = first()) => put(text, page),
    press: (keys, page = first()) => page.press(keys),
    type: (text, page = first()) => page.type(text),
    send,
    pause,
    chatId: (number) => sampleChatId(site, firstChat + number),
    async click(sim, page = first(), index = -1) {
      const until = Date.now() + 30_000;
      const pick = (): Promise<boolean> =>
        page.evaluate(
          ({ name, place }) => {
            for (const old of document.querySelectorAll('[data-picked]')) old.removeAttribute('data-picked');
            const found = [...document.querySelectorAll<HTMLElement>(`[data-sim="${name}"]`)].at(place);
            found?.setAttribute('data-picked', '');
            found?.focus();
            return found !== undefined;
          },
          { name: sim, place: index },
        );
      while (!(await pick())) {
        if (Date.now() > until) throw new Error(`${sim} did not come`);
        await pause(30);
      }
      // In a window behind another, Firefox takes long to say where a button is; the keyboard needs no place.
      const hurried = sim === 'stop' || sim === 'chat-link';
      if (harness.name === 'firefox' && hurried) await page.press('Enter');
      else await page.click('[data-picked]');
    },
    async grown(characters, page = first()) {
      const until = Date.now() + 60_000;
      while (((await page.log()).at(-1)?.answerText.length ?? 0) < characters) {
        if (Date.now() > until) throw new Error(`the answer did not grow to ${characters} characters`);
        await pause(20);
      }
    },
    idle: (page = first(), timeoutMs = 60_000) => page.idle(timeoutMs),
    async keepLog(page = first()) {
      logs.set(page, await page.log());
    },
    async truth() {
      const all: LogEntry[] = [];
      for (const page of pages) all.push(...(logs.get(page) ?? (await page.log())));
      return all;
    },
    async close() {
      await Promise.allSettled(pages.map((page) => page.close()));
    },
  };
}
