// @vitest-environment happy-dom
/** The scrapers against our skeletons of saved pages, and each skeleton against its page where that is at hand. */
import { describe, expect, it } from 'vitest';
import { SITE_IDS, type SiteId } from '../../lib/prompt';
import { CAPTURES_PRESENT, type Capture, captures } from './captures';
import { expectAsCounted } from './expect-as-counted';
import { type PageRead, readPage } from './read-page';
import { SKELETON_COUNTS, skeletons } from './skeletons';

const WITH_SKELETONS = SITE_IDS.filter((site) => SKELETON_COUNTS[site] !== undefined);
const ALL = WITH_SKELETONS.flatMap(skeletons);

const read = (site: SiteId, html: string): PageRead =>
  readPage(site, new DOMParser().parseFromString(html, 'text/html'));

/** All that does not depend on the words. */
function withoutWords(page: PageRead) {
  return {
    ...page,
    turns: page.turns.map(({ text: _text, key, length: _length, thinking, ...rest }) => ({
      ...rest,
      hasKey: key !== null,
      thought: thinking.seen,
      statedSeconds: thinking.statedSeconds,
    })),
  };
}

function captureOf({ site, name }: Capture): Capture {
  const found = captures().find((capture) => capture.site === site && capture.name === name);
  if (found === undefined) throw new Error(`no saved page ${site} ${name}`);
  return found;
}

describe('skeletons of saved pages', () => {
  it('are all there', () => {
    expect(Object.fromEntries(WITH_SKELETONS.map((site) => [site, skeletons(site).length]))).toEqual(
      SKELETON_COUNTS,
    );
  });

  it.each(ALL)('$site $name reads as it was counted', ({ site, html, expected, name }) => {
    expectAsCounted(read(site, html), expected, name);
  });

  it.each(ALL)('$site $name is left as it was', ({ site, html }) => {
    const page = new DOMParser().parseFromString(html, 'text/html');
    const before = page.documentElement.outerHTML;
    readPage(site, page);
    expect(page.documentElement.outerHTML).toBe(before);
  });

  it('say how long the model worked, and which model comes next', () => {
    const worked = ALL.find(({ name }) => name === '2026-09-29-turn-key-worked-for-completed');
    const answer = worked === undefined ? undefined : read(worked.site, worked.html).turns.at(-1);
    expect(answer?.thinking).toEqual({ seen: true, statedSeconds: 12, textLength: 0 });
    expect(answer?.model).toEqual({ slug: null, label: 'Pro Medium' });
  });

  it.skipIf(!CAPTURES_PRESENT).each(ALL)('$site $name reads like the page that it stands for', (skeleton) => {
    const capture = captureOf(skeleton);
    const [own, theirs] = [read(skeleton.site, skeleton.html), read(capture.site, capture.html)];
    expect(withoutWords(own)).toEqual(withoutWords(theirs));
    for (const [i, turn] of own.turns.entries())
      expect(
        Math.abs(turn.length - (theirs.turns[i]?.length ?? 0)),
        `length of turn ${i}`,
      ).toBeLessThanOrEqual(2);
  });

  it.skipIf(!CAPTURES_PRESENT)('stand for every saved page of their sites', () => {
    const names = captures()
      .filter(({ site }) => WITH_SKELETONS.includes(site))
      .map(({ name }) => name);
    expect(ALL.map(({ name }) => name)).toEqual(names);
  });
});
