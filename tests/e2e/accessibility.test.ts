/**
 * WCAG 2.2 AA on every page, empty, full and in every other state, in both themes: axe finds nothing; nothing scrolls
 * sideways at 320 CSS pixels and at 200 % zoom; nothing moves for those who want no motion; the chosen stays visible
 * in forced colours.
 */
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChromiumHarness, launchChromium } from './harness/chromium';
import { findingsInBothThemes, moving, sticksOut, unseenInForcedColours } from './looks/axe';
import { serveGallery } from './looks/gallery';
import { importSample, PLACES } from './looks/places';
import { type PageState, STATES, show, unfold } from './looks/states';
import { MOMENT, untilDrawn } from './looks/steady';

let harness: ChromiumHarness;
let page: Page;

async function newPage(): Promise<Page> {
  const opened = await harness.context.newPage();
  opened.setDefaultTimeout(20_000);
  return opened;
}

beforeAll(async () => {
  harness = await launchChromium({ timezone: 'UTC' });
  await harness.context.clock.setFixedTime(MOMENT);
  page = await newPage();
});
afterAll(async () => {
  await harness?.close();
});

const open = (state: PageState) => show(page, harness.origin, state);
const isPopup = ({ path }: PageState) => path.startsWith('popup');

describe.each(['empty', 'full'] as const)('with an %s store', (state) => {
  beforeAll(async () => {
    if (state === 'full') await importSample(harness);
  });

  it.each(PLACES)('$name: axe finds nothing in either theme, nothing moves, all is seen', async (place) => {
    await page.setViewportSize({ width: isPopup(place) ? 380 : 1200, height: 800 });
    await open(place);
    await unfold(page);
    expect(await findingsInBothThemes(page)).toEqual([]);
    // The page still asks for no motion, as axe needed it.
    expect(await moving(page)).toEqual([]);
    expect(await unseenInForcedColours(page)).toEqual([]);
  });

  it.each(PLACES)('$name fits 320 CSS pixels and 200 % zoom, everything unfolded', async (place) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await open(place);
    await unfold(page);
    expect(await sticksOut(page, 320)).toEqual([]);
    await page.setViewportSize({ width: 640, height: 400 });
    expect(await sticksOut(page, 640)).toEqual([]);
  });
});

describe('the other states', () => {
  it.each(STATES)('$name has nothing that axe finds, and fits 320 CSS pixels', async (state) => {
    // What is wrong with a page's world stays wrong: each state has a page of its own.
    const own = await newPage();
    try {
      await own.setViewportSize({ width: isPopup(state) ? 380 : 1200, height: 800 });
      await show(own, harness.origin, state);
      await unfold(own);
      expect(await findingsInBothThemes(own)).toEqual([]);
      await own.setViewportSize({ width: 320, height: 640 });
      expect(await sticksOut(own, 320)).toEqual([]);
    } finally {
      await own.close();
    }
  });
});

it('every component in every state has nothing that axe finds', async () => {
  const gallery = await serveGallery(harness.context);
  await page.setViewportSize({ width: 900, height: 900 });
  await page.goto(gallery);
  await untilDrawn(page);
  await unfold(page);
  // The same part of a page stands here in each of its states, under the same name.
  expect(await findingsInBothThemes(page, ['landmark-unique'])).toEqual([]);
});
