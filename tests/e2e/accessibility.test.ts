/**
 * WCAG 2.2 AA on every page, empty and full, in both themes: axe finds nothing; nothing scrolls sideways at 320 CSS
 * pixels and at 200 % zoom; nothing moves for those who want no motion; the chosen stays visible in forced colours.
 */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChromiumHarness, launchChromium } from './harness/chromium';
import { serveGallery } from './looks/gallery';
import { importSample, PLACES, type Place } from './looks/places';
import { MOMENT, untilDrawn } from './looks/steady';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
const SCHEMES = ['light', 'dark'] as const;

let harness: ChromiumHarness;
let page: Page;
beforeAll(async () => {
  harness = await launchChromium({ timezone: 'UTC' });
  await harness.context.clock.setFixedTime(MOMENT);
  page = await harness.context.newPage();
  page.setDefaultTimeout(20_000);
});
afterAll(async () => {
  await harness?.close();
});

async function open({ path }: Place): Promise<void> {
  // Another hash of the same page would not load it anew.
  await page.goto('about:blank');
  await page.goto(`${harness.origin}/${path}`);
  await page.locator('main').waitFor();
  await untilDrawn(page);
}

/** What axe finds, one line for each element. */
async function findings(): Promise<string[]> {
  // Transitions of colours would be measured half-way.
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  );
}

async function inBothThemes(): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    found.push(...(await findings()).map((line) => `${colorScheme}: ${line}`));
  }
  return found;
}

/** Elements that stick out of the page to the side, outermost first. */
const sticksOut = (width: number) =>
  page.evaluate((limit) => {
    const root = document.scrollingElement ?? document.documentElement;
    if (root.scrollWidth <= limit) return [];
    const scrolls = (element: Element) => element.closest('.scroll-x, [data-scroll-x]') !== null;
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > limit + 0.5 && !scrolls(element))
      .map(
        (element) => `${root.scrollWidth}: <${element.localName} class="${element.getAttribute('class')}">`,
      )
      .slice(0, 4);
  }, width);

const openDisclosures = () =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });

describe.each(['empty', 'full'] as const)('with an %s store', (state) => {
  beforeAll(async () => {
    if (state === 'full') await importSample(harness);
  });

  it.each(PLACES)('$name has nothing that axe finds, in either theme', async (place) => {
    await page.setViewportSize({ width: place.name === 'popup' ? 380 : 1200, height: 800 });
    await open(place);
    await openDisclosures();
    expect(await inBothThemes()).toEqual([]);
  });

  it.each(PLACES)('$name fits 320 CSS pixels and 200 % zoom, everything unfolded', async (place) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await open(place);
    await openDisclosures();
    expect(await sticksOut(320)).toEqual([]);
    await page.setViewportSize({ width: 640, height: 400 });
    expect(await sticksOut(640)).toEqual([]);
  });
});

it('the working of a prompt has nothing that axe finds, in either theme', async () => {
  await page.setViewportSize({ width: 1200, height: 800 });
  await open({ name: 'history', path: 'dashboard.html#history' });
  await page.evaluate(() =>
    document.querySelector<HTMLElement>('main [role="row"] button, main tbody button')?.click(),
  );
  await page.locator('dialog[open]').waitFor();
  await openDisclosures();
  expect(await inBothThemes()).toEqual([]);
});

it('every component in every state has nothing that axe finds', async () => {
  const gallery = await serveGallery(harness.context);
  await page.setViewportSize({ width: 900, height: 900 });
  await page.goto(gallery);
  await untilDrawn(page);
  await openDisclosures();
  expect(await inBothThemes()).toEqual([]);
});

describe.each(PLACES)('$name', (place) => {
  it('moves nothing for those who want no motion', async () => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await open(place);
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => {
          const { transitionDuration, animationName } = getComputedStyle(element);
          return (
            animationName !== 'none' || transitionDuration.split(',').some((time) => parseFloat(time) > 0)
          );
        })
        .map((element) => element.localName),
    );
    expect([...new Set(moving)]).toEqual([]);
  });

  it('shows in forced colours which choice is made and where the focus is', async () => {
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    await open(place);
    const alike = await page.evaluate(
      () =>
        [...document.querySelectorAll('.segments')].filter((group) => {
          const look = (span: Element | null | undefined) =>
            span ? getComputedStyle(span).backgroundColor : 'none';
          const chosen = look(group.querySelector('input:checked + span'));
          return [...group.querySelectorAll('input:not(:checked) + span')].some(
            (span) => look(span) === chosen,
          );
        }).length,
    );
    expect(alike).toBe(0);
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => {
      const focused = document.activeElement;
      return focused === null ? 'none' : getComputedStyle(focused).outlineStyle;
    });
    expect(outline).not.toBe('none');
    await page.emulateMedia({ forcedColors: 'none' });
  });
});
