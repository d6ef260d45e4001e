// @vitest-environment happy-dom
/** Situations of the table that need nothing of a browser, on emulated pages of every layout that has them. */
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../e2e/matrix/groups/languages';
import { ONE_SITE } from '../../e2e/matrix/groups/one-site';
import { LAYOUTS } from '../../e2e/support';
import { playEmulated } from './emulated-stage';

describe.each([...ONE_SITE, ...LANGUAGES])('$title', (situation) => {
  const layouts = LAYOUTS.filter((layout) => situation.not?.[layout] === undefined);

  it.each(layouts)('on %s', async (layout) => {
    expect(await playEmulated(situation, layout)).toEqual([]);
  });
});
