/** Counting right, whatever happens on the page: the table of situations, layouts and browsers, played. */
import { beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_NAMES, type BrowserName } from '../harness';
import { playAll, type RunOutcome } from './run';
import { allCells, SITUATIONS, someCells } from './situations';

const full = process.env.TOKENPRINT_MATRIX === 'full';
const only = (name: string, found: string): boolean =>
  (process.env[name] ?? found).split(',').some((part) => found.startsWith(part));

const cells = (full || process.env.TOKENPRINT_ONLY ? allCells : someCells)(BROWSER_NAMES).filter(
  ({ situation, layout, browser }) =>
    only('TOKENPRINT_ONLY', situation.id) &&
    only('TOKENPRINT_LAYOUTS', layout) &&
    only('TOKENPRINT_BROWSERS', browser),
);
const browsers = BROWSER_NAMES.filter((name) => cells.some(({ browser }) => browser === name));

describe.each(browsers)('in %s', (browser: BrowserName) => {
  const own = cells.filter((cell) => cell.browser === browser);
  let outcome: RunOutcome = { results: [], strays: [] };
  beforeAll(async () => {
    outcome = await playAll(browser, own, full);
  }, 3_600_000);

  it.each(own.map((cell) => [cell.situation.title, cell.layout, cell] as const))(
    '%s, on %s',
    (_title, layout, cell) => {
      const result = outcome.results.find(
        (one) => one.situation === cell.situation.id && one.layout === layout,
      );
      expect(result?.problems).toEqual([]);
    },
  );

  it('no record that belongs to no situation', () => {
    expect(outcome.strays).toEqual([]);
  });
});

describe('the table', () => {
  it('has a name of its own for every situation', () => {
    expect(new Set(SITUATIONS.map(({ id }) => id)).size).toBe(SITUATIONS.length);
  });
});
