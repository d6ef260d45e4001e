/** How the tracker's times must stand to each other, and that each of them is what its rows say in seconds. */
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as timing from '../../../lib/scrapers/tracker/timing';
import { changed, constantsOf, FACTORS } from '../../../scripts/nightly/timing';
import { kindsOf, playRow } from './play-row';
import { TIMING } from './rows/timing';

const FILE = new URL('../../../lib/scrapers/tracker/timing.ts', import.meta.url);
const PATH = '../../../lib/scrapers/tracker/timing';

describe('times that decide', () => {
  it.each<[string, boolean]>([
    ['the end settles before the quiet tells it', timing.SETTLE_MS < timing.QUIET_END_MS],
    ['an answer with text is given less time than one without', timing.QUIET_END_MS < timing.EMPTY_END_MS],
    [
      'one that streamed is given less time than one that never did',
      timing.EMPTY_END_MS < timing.NO_SIGN_END_MS,
    ],
    ['out of view nothing is given up sooner than in view', timing.NO_SIGN_END_MS < timing.AWAY_END_MS],
    [
      'a send is given up no later than its prompt would be',
      timing.SEND_PATIENCE_MS <= timing.NO_SIGN_END_MS,
    ],
    ['a press is sooner forgotten than a send', timing.PRESS_PATIENCE_MS < timing.SEND_PATIENCE_MS],
    ['a lost send is told while it still waits', timing.LOST_SEND_MS < timing.SEND_PATIENCE_MS],
    ['a held back prompt is known before it could be lost', timing.HELD_BACK_MS < timing.LOST_SEND_MS],
    ['a page that is hidden wakes each minute and is not asleep', timing.ASLEEP_MS > 60_000],
    ['a wait of a minute is seen before a page is said to sleep', timing.ASLEEP_MS > timing.NO_SIGN_END_MS],
    ['what is built anew is no time out of sight', timing.GAP_MS < timing.WIDEST_TIME_MS],
    ['marks go stale for longer than a time may be wide', timing.SIGHT_MS > timing.WIDEST_TIME_MS],
    ['the end is looked for several times while it settles', timing.SETTLING_TICK_MS * 2 < timing.SETTLE_MS],
    ['without changes it is seen within a tick and the settling', timing.TICK_MS < timing.QUIET_END_MS / 10],
    ['a waiting send is looked for more often than an answer', timing.WAITING_LOOK_MS < timing.LOOK_MS],
    ['a look after a change comes before the next tick', timing.LOOK_MS < timing.TICK_MS],
    ['growth is timed in finer steps than it is looked at', timing.GROWTH_STEP_MS < timing.WAITING_LOOK_MS],
    ['a text is read before its answer counts as quiet', timing.QUIET_READ_MS < timing.QUIET_END_MS],
    ['a text is read in time for the stored state', timing.QUIET_READ_MS < timing.BEHIND_MS],
    ['a sign of life comes twice before a worker gives a prompt up', timing.SILENT_REPORT_MS * 2 < 60_000],
    ['the store is asked less and less often', timing.ASK_AGAIN_MS < timing.ASK_AGAIN_LAST_MS],
    ['a page at rest is looked at more seldom than a busy one', timing.REST_LOOK_MS > timing.TICK_MS],
  ])('%s', (_why, holds) => expect(holds).toBe(true));
});

const CONSTANTS = constantsOf(readFileSync(FILE, 'utf8'));
const CHANGES = CONSTANTS.flatMap((constant) =>
  FACTORS.map((change) => ({
    name: constant.name,
    change,
    value: changed(constant, change),
    isFree: constant.free.includes(change),
  })),
);

/** The first row that fails with another time; all rows are tried where none states that one. */
async function failing(name: string, value: number): Promise<string | null> {
  vi.resetModules();
  vi.doMock(PATH, () => ({ ...timing, [name]: value }));
  const { PlainPage } = await import('./plain-page');
  const { pageState } = await import('../../../lib/scrapers/tracker/health');
  const own = TIMING.rows.filter(({ states }) => states?.split(' ').includes(name) === true);
  for (const row of own.length > 0 || name === 'LOADING_MS' ? own : TIMING.rows)
    for (const kind of kindsOf(row))
      try {
        playRow(PlainPage, row, kind);
      } catch {
        return row.name;
      }
  for (const [ageMs, kind] of [
    [10_000, 'loading'],
    [20_000, 'unreadable'],
  ] as const) {
    const facts = {
      site: 'claude',
      chatPage: true,
      layout: null,
      trouble: null,
      ageMs,
      nowSeconds: 9,
    } as const;
    if (pageState(facts, null).kind !== kind) return `a page of ${ageMs} ms is ${kind}`;
  }
  return null;
}

/** That a time is free is proved by all rows, in the nightly run: it takes minutes. */
const IS_NIGHTLY = process.env.TOKENPRINT_RUNS !== undefined;

describe('a time that is halved or doubled', () => {
  afterEach(() => vi.doUnmock(PATH));
  it.each(CHANGES)(
    'fails a row that states seconds, unless it is free: $name $change',
    async ({ name, value, isFree }) => {
      if (isFree && !IS_NIGHTLY) return;
      const row = await failing(name, value);
      expect({ isFree, row }).toEqual({ isFree: row === null, row });
    },
  );
});
