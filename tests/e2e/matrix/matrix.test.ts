/** Counting right, whatever happens on the page: the table of situations, layouts and browsers, played. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { findBrowsers } from '../../../scripts/browsers';
import { BROWSER_NAMES, type BrowserName } from '../harness';
import type { BrowserRun } from './report';
import { playAll, type RunOutcome } from './run';
import { allCells, SITUATIONS, someCells } from './situations';
import type { CellResult } from './types';

const full = process.env.TOKENPRINT_MATRIX === 'full';
const again = process.env.TOKENPRINT_AGAIN === '1';
const isPart = again || Boolean(process.env.TOKENPRINT_ONLY ?? process.env.TOKENPRINT_LAYOUTS);

/** The version of the code that is played: cells of another version say nothing of it. The table itself is no code. */
function codeVersion(): string {
  const git = (...words: string[]): string => execFileSync('git', words, { encoding: 'utf8' }).trim();
  try {
    const changes = git('status', '--porcelain', '-uno', '--', '.', ':(exclude)docs/counting.md');
    return git('describe', '--always') + (changes === '' ? '' : '-dirty');
  } catch {
    return 'not under version control';
  }
}

const code = codeVersion();

/** What the last full run of a browser found in this version; null when there was none. */
function foundBefore(browser: BrowserName): BrowserRun | null {
  const file = `.cache/matrix/${browser}.json`;
  if (!existsSync(file)) return null;
  const run = JSON.parse(readFileSync(file, 'utf8')) as BrowserRun;
  return run.code === code ? run : null;
}

const passed = new Set(
  (again ? BROWSER_NAMES : []).flatMap((browser) =>
    (foundBefore(browser)?.results ?? [])
      .filter(({ problems }) => problems.length === 0)
      .map(({ situation, layout }) => `${browser} ${layout} ${situation}`),
  ),
);
const only = (name: string, found: string): boolean =>
  (process.env[name] ?? found).split(',').some((part) => found.startsWith(part));

const cells = (full || process.env.TOKENPRINT_ONLY ? allCells : someCells)(BROWSER_NAMES).filter(
  ({ situation, layout, browser }) =>
    !passed.has(`${browser} ${layout} ${situation.id}`) &&
    only('TOKENPRINT_ONLY', situation.id) &&
    only('TOKENPRINT_LAYOUTS', layout) &&
    only('TOKENPRINT_BROWSERS', browser),
);
const browsers = BROWSER_NAMES.filter((name) => cells.some(({ browser }) => browser === name));

/** A machine that is busy for a moment may spoil a cell or two: those are played once more. More is no accident. */
const MOST_PLAYED_AGAIN = 3;

async function playMissedAgain(
  browser: BrowserName,
  played: typeof cells,
  first: RunOutcome,
): Promise<RunOutcome> {
  const isMissed = (one: CellResult): boolean => one.problems.length > 0;
  const missed = played.filter(({ situation, layout }) =>
    first.results.some((one) => one.situation === situation.id && one.layout === layout && isMissed(one)),
  );
  if (missed.length === 0 || missed.length > MOST_PLAYED_AGAIN) return first;
  const second = await playAll(browser, missed, false);
  return {
    results: [
      ...first.results.filter((one) => !isMissed(one)),
      ...second.results.map((one) => ({ ...one, again: true })),
    ],
    strays: [...(first.strays ?? []), ...(second.strays ?? [])],
  };
}

const versionOf = async (browser: BrowserName): Promise<string> =>
  execFileSync((await findBrowsers())[browser], ['--version'], { encoding: 'utf8' }).trim();

describe.each(browsers)('in %s', (browser: BrowserName) => {
  const own = cells.filter((cell) => cell.browser === browser);
  let outcome: RunOutcome = { results: [], strays: [] };
  beforeAll(async () => {
    outcome = await playAll(browser, own, full);
    if (!full) {
      outcome = await playMissedAgain(browser, own, outcome);
      return;
    }
    const version = await versionOf(browser);
    mkdirSync('.cache/matrix', { recursive: true });
    const file = `.cache/matrix/${browser}.json`;
    // A run of some cells replaces those cells in what the last run found.
    const played = (one: CellResult): boolean =>
      own.some(({ situation, layout }) => situation.id === one.situation && layout === one.layout);
    const before = isPart ? foundBefore(browser) : null;
    const results = [...(before?.results ?? []).filter((one) => !played(one)), ...outcome.results];
    const strays = before?.strays === null ? null : [...(before?.strays ?? []), ...outcome.strays];
    writeFileSync(file, JSON.stringify({ browser, version, code, results, strays }));
  }, 3_600_000);

  it.for(own.map((cell) => [cell.situation.title, cell.layout, cell] as const))(
    '%s, on %s',
    ([_title, layout, cell], { task }) => {
      const result = outcome.results.find(
        (one) => one.situation === cell.situation.id && one.layout === layout,
      );
      if (result?.again === true) task.meta.playedAgain = true;
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
