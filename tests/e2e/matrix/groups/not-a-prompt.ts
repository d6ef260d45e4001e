/** What must count nothing. */
import { until } from '../../harness/until';
import { siteOf } from '../../support';
import type { Situation, Stage } from '../types';

const old = (stage: Stage, history = 12) =>
  stage.open('old', { history, chats: [{ id: stage.chatId(1), title: 'Other', exchanges: 8 }] });

const nothing = (id: string, title: string, play: Situation['play']): Situation => ({
  id,
  group: 'not a prompt',
  title,
  play,
});

const written = ({ page }: Stage): Promise<string> =>
  page.evaluate(() => document.querySelector('[data-sim="composer"]')?.textContent?.trim() ?? '');

const shared = ({ layout }: Stage): string => `/share/${siteOf(layout)}-0a1b2c3d`;
const settings = ({ layout }: Stage): string =>
  ({ chatgpt: '/settings', claude: '/settings/general', gemini: '/settings' })[siteOf(layout)];

/** Waits until the page shows a chat of so many exchanges, and nothing of the one before. */
const shows = ({ page }: Stage, exchanges: number): Promise<void> =>
  until(async () => (await page.sim('exchanges')) === exchanges, `a chat of ${exchanges} exchanges`, 10_000);

/** Scrolls until the exchange is in the document: a page that has just been laid out scrolls to its own end. */
const scrollTo = ({ page }: Stage, index: number): Promise<void> =>
  until(
    async () => {
      await page.sim('scrollTo', index);
      return page.evaluate((wanted: number) => window.__sim.mounted().includes(wanted), index);
    },
    `exchange ${index} in the document`,
    10_000,
  );

export const NOT_A_PROMPT: readonly Situation[] = [
  nothing('none-old-chat', 'Opening an old chat', async (stage) => {
    await old(stage);
    await stage.pause(1_200);
  }),
  nothing('none-reload', 'Reloading an old chat', async (stage) => {
    await old(stage);
    await stage.page.reload();
    await stage.pause(1_000);
  }),
  nothing('none-scroll', 'Scrolling a virtualised thread up and down', async (stage) => {
    await old(stage, 20);
    for (const index of [10, 0, 5, 19]) {
      await stage.page.sim('scrollTo', index);
      await stage.pause(250);
    }
  }),
  nothing('none-switch', 'Switching chats', async (stage) => {
    await old(stage);
    await stage.click('chat-link');
    await stage.pause(500);
    await stage.page.back();
    await stage.pause(500);
    await stage.click('chat-link', undefined, 0);
    await stage.pause(500);
  }),
  nothing('none-share', 'Share pages', async (stage) => {
    await stage.open(shared(stage));
    await stage.pause(800);
  }),
  nothing('none-settings', 'Settings pages', async (stage) => {
    await stage.open(settings(stage));
    await stage.pause(800);
  }),
  // In a window behind another, Firefox may lose the Shift of Shift+Enter, and Enter alone sends.
  {
    ...nothing(
      'none-typing',
      'Typing and deleting, a line break, Enter in an empty composer',
      async (stage) => {
        await old(stage, 2);
        await stage.write('half a thou');
        await stage.press('Shift+Enter');
        for (let again = 0; again < 5 && (await written(stage)) !== ''; again += 1) {
          await stage.press('Control+a');
          await stage.press('Delete');
        }
        await stage.press('Enter');
        await stage.pause(800);
      },
    ),
    alone: true,
  },
  {
    ...nothing('none-edit-cancelled', 'Editing a prompt and cancelling', async (stage) => {
      await old(stage, 2);
      await stage.click('edit');
      await stage.click('edit-box');
      await stage.type('Something else. ');
      await stage.click('edit-cancel');
      await stage.pause(800);
    }),
    not: { 'chatgpt-d': 'No such control is known on this layout.' },
  },
  nothing('none-menus', 'Copy, rate, change the model, press what does nothing', async (stage) => {
    await old(stage, 2);
    await stage.click('copy');
    // A page without an account names no model.
    if (stage.layout !== 'chatgpt-d') await stage.click('model');
    await stage.pause(800);
  }),
  nothing('none-other-extension', 'Another extension changes the page', async (stage) => {
    await old(stage, 3);
    await stage.page.evaluate(() => {
      for (const [index, turn] of [...document.querySelectorAll('[data-sim="assistant"]')].entries()) {
        turn.setAttribute('data-helper', String(index));
        turn.prepend(document.createElement('helper-badge'));
        const copy = turn.cloneNode(true);
        turn.after(copy);
        copy.parentNode?.removeChild(copy);
        turn.append(' (checked)');
      }
      document.body.append(document.createElement('helper-panel'));
    });
    await stage.click('copy');
    await stage.pause(800);
  }),
  nothing('none-translation', 'Translation by the browser: every text is replaced', async (stage) => {
    await old(stage, 3);
    await stage.page.evaluate(() => {
      document.documentElement.lang = 'de';
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode() !== null) texts.push(walker.currentNode as Text);
      for (const text of texts) {
        if (text.data.trim() === '' || text.parentElement?.closest('script, style') !== null) continue;
        const outer = document.createElement('font');
        const inner = document.createElement('font');
        inner.append(text.data.toUpperCase());
        outer.append(inner);
        text.replaceWith(outer);
      }
    });
    await stage.pause(800);
  }),
  nothing('none-search', 'Search in page', async (stage) => {
    await old(stage, 3);
    await stage.page.evaluate(() => {
      Reflect.get(window, 'find')?.call(window, 'tide');
      getSelection()?.selectAllChildren(document.body);
    });
    await stage.pause(600);
  }),
  {
    id: 'none-then-one',
    group: 'not a prompt',
    title: 'Scrolling, switching chats, a new chat, a draft and a reload, then one prompt: that alone counts',
    quickOn: 'every site',
    play: async (stage) => {
      await old(stage, 6);
      await shows(stage, 6);
      for (const index of [0, 5, 2, 5]) await scrollTo(stage, index);
      // The side bar's first link opens a new chat, its second the other one.
      for (const [link, exchanges] of [
        [1, 8],
        [0, 0],
      ] as const) {
        await stage.click('chat-link', undefined, link);
        await shows(stage, exchanges);
        await stage.page.back();
        await shows(stage, 6);
      }
      await stage.write('This stays unsent');
      await stage.page.reload();
      await stage.page.waitFor(() => '__sim' in window && window.__sim.exchanges() === 6);
      await stage.send('Only this one was sent.');
      await stage.idle();
    },
  },
];
