/** Looking at chats is not prompting: on every layout and in both browsers, only what is sent is counted. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chatUrl, sampleChatId } from '../sites/config';
import { BROWSER_NAMES, type Harness, launch } from './harness';
import { until } from './harness/until';
import { openReader, type Reader } from './reader';
import { LAYOUTS, siteOf } from './support';

const SENT = 'Only this one was sent.';

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

  it.each(LAYOUTS)(
    '%s: reading, scrolling, switching, typing and reloading count nothing',
    async (layout) => {
      const site = siteOf(layout);
      // Layouts of one site share its host, and so what the page remembers of a chat.
      const chatId = (chat: number) => sampleChatId(site, LAYOUTS.indexOf(layout) * 16 + chat);
      const page = await harness.openChat(chatUrl(site, chatId(1)), {
        layout,
        speed: 4,
        history: 6,
        plan: { kind: 'short' },
        chats: [{ id: chatId(2), title: 'Another', exchanges: 6 }],
      });
      expect(await page.sim('exchanges')).toBe(6);
      const scroll = async (index: number) => {
        // Asked again, since a page that has just been laid out scrolls to its own end.
        await page.sim('scrollTo', index);
        return ((await page.sim('mounted')) as number[]).includes(index);
      };
      for (const index of [0, 5, 2, 5]) {
        await until(() => scroll(index), `exchange ${index} in the document`, 5_000);
      }
      const showsChat = (chat: number, exchanges: number) =>
        until(
          async () =>
            (chat === 0 || (await page.url()).endsWith(chatId(chat))) &&
            (await page.sim('exchanges')) === exchanges,
          `chat ${chat}`,
          5_000,
        );
      // The side bar's first link opens a new chat, its second the other one.
      for (const [link, exchanges] of [
        [1, 6],
        [0, 0],
      ] as const) {
        await page.evaluate((index: number) => {
          document.querySelectorAll<HTMLElement>('[data-sim="chat-link"]')[index]?.click();
        }, link);
        await showsChat(link === 1 ? 2 : 0, exchanges);
        await page.back();
        await showsChat(1, 6);
      }
      await page.click('[data-sim="composer"]');
      await page.press('Enter');
      await page.type('This stays unsent');
      await page.press('Shift+Enter');
      await page.type('with a second line');
      await page.reload();
      await page.waitFor(() => '__sim' in window && window.__sim.exchanges() === 6);
      expect(await page.log()).toEqual([]);

      // The proof that something was watching, and the time that a wrong record would need to arrive.
      await page.send(SENT);
      await page.idle();
      const isOurs = (record: { layout: string }) => record.layout === layout;
      const found = await reader.settled(1, isOurs);
      expect(
        found.map(({ status, attempt, inputTextLength }) => ({ status, attempt, inputTextLength })),
      ).toEqual([{ status: 'complete', attempt: 1, inputTextLength: SENT.length }]);
      await page.close();
    },
  );
});
