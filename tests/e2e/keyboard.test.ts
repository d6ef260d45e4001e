/** From the first run to the CSV file with the keyboard alone, and always seeing where one is. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_NAMES, type Harness, launch, type Page } from './harness';
import { until } from './harness/until';
import { openReader, type Reader, untilShown } from './reader';
import { newChatUrl } from './support';

interface Focus {
  readonly name: string;
  /** A mark of the focus is drawn: on the element, or on what stands for a hidden input. */
  readonly seen: boolean;
}

const focus = (page: Page): Promise<Focus | null> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return null;
    const input = element instanceof HTMLInputElement ? element : null;
    const name =
      element.getAttribute('aria-label') ?? input?.labels?.item(0)?.textContent ?? element.innerText;
    const outlined = (one: Element | null) => {
      if (one === null) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
    };
    return { name: name.trim(), seen: outlined(element) || outlined(element.nextElementSibling) };
  });

/** Presses Tab (or Shift+Tab) until the focus is on what has this name; every stop on the way must be seen. */
async function tabTo(page: Page, name: string | RegExp, key = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 120; presses++) {
    await page.press(key);
    const here = await focus(page);
    if (here === null) continue;
    if (!here.seen) throw new Error(`the focus is on "${here.name}" and cannot be seen`);
    if (typeof name === 'string' ? here.name === name : name.test(here.name)) return;
    passed.push(here.name);
  }
  throw new Error(`Tab does not lead to "${name}"; it leads to: ${passed.join(' | ')}`);
}

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

  it('leads from the welcome page to the dashboard and through its rooms', async () => {
    const page = await harness.openExtensionPage('welcome.html');
    await page.bringToFront();
    await tabTo(page, /^Open (the )?dashboard$/i);
    await page.press('Enter');
    await until(async () => (await page.url()).includes('dashboard.html'), 'the dashboard', 10_000);
    await untilShown(page, /Nothing measured yet/);
    let key = 'Tab';
    for (const room of ['History', 'Settings', 'Data']) {
      await tabTo(page, room, key);
      await page.press('Enter');
      await page.waitFor(() => document.activeElement?.localName === 'main');
      await until(async () => (await page.url()).endsWith(`#${room.toLowerCase()}`), room, 5_000);
      // From the room back to the way between the rooms.
      key = 'Shift+Tab';
    }
    await page.close();
  });

  it('leads from a prompt to its numbers and to the CSV file', async () => {
    const chat = await harness.openChat(newChatUrl('claude-c'), { layout: 'claude-c', speed: 4 });
    await chat.send('How do tides work?');
    await chat.idle();
    const [record] = await reader.settled(1);
    const popup = await harness.openPopup();
    await popup.bringToFront();
    await untilShown(popup, /Last prompt/);
    await tabTo(popup, 'Today');
    await popup.press('ArrowRight');
    expect(
      await popup.evaluate(() => document.querySelector<HTMLInputElement>('input:checked')?.value),
    ).not.toBe('today');
    await tabTo(popup, 'Export CSV');
    await popup.press('Enter');
    await until(
      async () => (await harness.downloads()).some((path) => path.endsWith('.csv')),
      'the file',
      10_000,
    );
    await untilShown(popup, /Saved tokenprint-/);
    const path = (await harness.downloads()).find((one) => one.endsWith('.csv')) ?? '';
    const rows = (await readFile(path, 'utf8')).trimEnd().split('\r\n');
    expect(rows).toHaveLength(2);
    expect(rows[1]).toContain(record?.id);
    expect(popup.errors()).toEqual([]);
  });
});
