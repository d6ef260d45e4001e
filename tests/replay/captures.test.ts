// @vitest-environment happy-dom
/**
 * The scrapers against saved pages of the three sites, which are not part of this project: `../shared` beside
 * the checkout. Counts are exact; lengths within 2 % or 2 characters of the counts that lie with the pages.
 */
import { describe, expect, it } from 'vitest';
import { SITE_IDS } from '../../lib/prompt';
import { CAPTURES_PRESENT, captures, foreignPages } from './captures';
import { expectAsCounted } from './expect-as-counted';
import { readPage } from './read-page';

const documentOf = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

if (!CAPTURES_PRESENT) console.warn('skipped: no saved pages at ../shared/dom-captures');

describe.skipIf(!CAPTURES_PRESENT)('saved pages', () => {
  it('are all there', () => {
    expect(captures().map(({ site }) => site)).toHaveLength(34);
  });

  it.each(captures())('$site $name reads as it was counted', ({ site, html, expected, name }) => {
    expectAsCounted(readPage(site, documentOf(html)), expected, name);
  });

  it.each(captures())('$site $name is left as it was', ({ site, html }) => {
    const page = documentOf(html);
    const before = page.documentElement.outerHTML;
    readPage(site, page);
    expect(page.documentElement.outerHTML).toBe(before);
  });

  it.each(foreignPages())('$name is no page of ours', ({ html }) => {
    const page = documentOf(html);
    for (const site of SITE_IDS) expect(readPage(site, page).layout).toBeNull();
  });
});
