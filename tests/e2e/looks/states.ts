/** What our pages show besides an empty and a full store: each state by name, and the way to it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { ROOM_IDS } from '../../../entrypoints/dashboard/route';
import { ROOT } from '../harness/places';
import type { Place } from './places';
import { untilDrawn } from './steady';

export interface PageState extends Place {
  /** Before the page loads: what is wrong with its world. */
  readonly before?: (page: Page) => Promise<void>;
  /** Only this element is in the picture, in its whole height. */
  readonly part?: string;
  /** After it has drawn: what a person does there. */
  readonly act?: (page: Page) => Promise<void>;
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** As a browser whose profile is damaged: no database opens. */
async function breakStore(page: Page): Promise<void> {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');
    };
  });
}

async function chooseSample(page: Page): Promise<void> {
  await page.setInputFiles('input[type="file"]', {
    name: 'sample.json',
    mimeType: 'application/json',
    buffer: await readFile(join(ROOT, 'tests/fixtures/sample-export.json')),
  });
  await page.getByText(/sample\.json holds/).waitFor();
}

async function openWorking(page: Page): Promise<void> {
  await page.locator('main tbody th button').first().click();
  await page.locator('dialog[open] .what-if').waitFor();
}

/** All of them over the full sample history. */
export const STATES: readonly PageState[] = [
  { name: 'popup-broken', path: 'popup.html', whole: true, before: breakStore },
  { name: 'welcome-broken', path: 'welcome.html', before: breakStore },
  ...ROOM_IDS.map((room) => ({
    name: `${room}-broken`,
    path: `dashboard.html#${room}`,
    before: breakStore,
  })),
  {
    name: 'history-selected',
    path: 'dashboard.html#history',
    act: async (page) => {
      for (const index of [1, 3]) await page.locator('main tbody input[type="checkbox"]').nth(index).check();
    },
  },
  {
    name: 'history-search',
    path: 'dashboard.html#history',
    part: '.found',
    act: async (page) => {
      await page.locator('input[type="search"]').fill('gpt');
      await page.locator('.found button').first().waitFor();
    },
  },
  { name: 'history-none', path: 'dashboard.html#history?site=gemini&status=failed' },
  { name: 'working', path: 'dashboard.html#history', whole: true, part: 'dialog[open]', act: openWorking },
  {
    name: 'chats-attempts',
    path: 'dashboard.html#chats',
    whole: true,
    act: async (page) => {
      await page.locator('[aria-expanded="false"]').first().click();
      await page.locator('.attempts').waitFor();
    },
  },
  {
    name: 'method-own',
    path: 'dashboard.html#method',
    act: async (page) => {
      await page.locator('#own-pue').fill('0.2');
      await page.locator('#own-pue').press('Tab');
      await page.locator('.refused').waitFor();
    },
  },
  {
    name: 'settings-zone',
    path: 'dashboard.html#settings',
    act: async (page) => {
      await page.locator('.zone-picker input[type="search"]').fill('ire');
      await page.locator('.zones button').first().waitFor();
    },
  },
  { name: 'data-import', path: 'dashboard.html#data', whole: true, act: chooseSample },
  {
    name: 'data-import-refused',
    path: 'dashboard.html#data',
    whole: true,
    act: async (page) => {
      await page.setInputFiles('input[type="file"]', {
        name: 'other.json',
        mimeType: 'application/json',
        buffer: Buffer.from('{"format":"something else"}'),
      });
      await page.locator('main .notice.danger').waitFor();
    },
  },
  {
    name: 'data-deleting',
    path: 'dashboard.html#data',
    whole: true,
    act: async (page) => {
      await press(page, 'Delete all data');
      await page.locator('form.notice').waitFor();
    },
  },
];

/** Shows a page from its start, in the state that it names. @param origin of the extension */
export async function show(page: Page, origin: string, state: PageState): Promise<void> {
  await state.before?.(page);
  // Another hash of the same page would not load it anew.
  await page.goto('about:blank');
  await page.goto(`${origin}/${state.path}`);
  await page.locator('main').waitFor();
  await untilDrawn(page);
  await state.act?.(page);
  await untilDrawn(page);
}

/**
 * A head that sticks to the top of a list is drawn in a layer of its own, which may stand a point higher or lower where
 * the list begins between two points: for its picture it stays where it is.
 */
export const settle = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const head of document.querySelectorAll<HTMLElement>('.long-list thead, .long-list th'))
      head.style.setProperty('position', 'static');
  });

/** Makes the window as high as what the picture is of, so that nothing of it is cut or scrolled away. */
export async function makeRoom(page: Page, { whole = false, part = 'html' }: PageState): Promise<void> {
  if (!whole) return;
  const size = page.viewportSize();
  const height = await page.locator(part).evaluate((element) => element.scrollHeight);
  // A dialog leaves some of the window around itself.
  const around = part === 'html' ? 0 : 64;
  if (size !== null) await page.setViewportSize({ width: size.width, height: height + around });
  await untilDrawn(page);
}

export const unfold = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
