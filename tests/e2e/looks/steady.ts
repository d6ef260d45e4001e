/** A browser whose pictures are the same every time. */
import type { Page } from 'playwright';
import type { ChromiumOptions } from '../harness/chromium';

/** The moment at which every picture is taken. */
export const MOMENT = new Date('2026-11-22T15:00:00Z');

export const STEADY: ChromiumOptions = {
  timezone: 'UTC',
  args: ['--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb', '--lang=en-US'],
};

/** Until fonts and charts, which come after the first paint, are there. */
export async function untilDrawn(page: Page): Promise<void> {
  await page.evaluate(async () => void (await document.fonts.ready));
  await page.waitForFunction(() =>
    [...document.querySelectorAll('canvas')].every((canvas) => canvas.style.height !== ''),
  );
}
