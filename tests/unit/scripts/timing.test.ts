/** The changes of timing constants that the nightly run makes. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as timing from '../../../lib/scrapers/tracker/timing';
import { changed, constantsOf, withChange } from '../../../scripts/nightly/timing';

const SOURCE = `/** How long. */
export const SETTLE_MS = 300;
/** A share. */
// Longer costs nothing.
export const BEHIND_SHARE = 0.2; // free: ×2
// It saves work and no more.
export const AWAY_END_MS = 300_000; // free: ÷2, ×2
export const NAME = 'none';
`;

describe('timing constants', () => {
  it('are read with what is free', () => {
    expect(constantsOf(SOURCE)).toEqual([
      { name: 'SETTLE_MS', written: '300', value: 300, free: [] },
      { name: 'BEHIND_SHARE', written: '0.2', value: 0.2, free: ['×2'] },
      { name: 'AWAY_END_MS', written: '300_000', value: 300_000, free: ['÷2', '×2'] },
    ]);
  });

  it('are halved and doubled, one at a time', () => {
    const [settle] = constantsOf(SOURCE);
    if (settle === undefined) throw new Error('no constant');
    expect([changed(settle, '÷2'), changed(settle, '×2')]).toEqual([150, 600]);
    expect(withChange(SOURCE, settle, 150)).toBe(SOURCE.replace('300;', '150;'));
  });

  it('refuse a comment that frees nothing, and one without a reason', () => {
    expect(() => constantsOf('const own = 3; // free: ÷2')).toThrow('frees no constant');
    expect(() => constantsOf('// Why.\nexport const A_MS = 3; // free: ÷3')).toThrow('"÷3" is no change');
    expect(() => constantsOf('/** What. */\nexport const A_MS = 3; // free: ÷2')).toThrow('says why');
  });

  it('of the tracker are all read, those that are free among them', () => {
    const constants = constantsOf(readFileSync('lib/scrapers/tracker/timing.ts', 'utf8'));
    expect(constants.map(({ name }) => name).sort()).toEqual(Object.keys(timing).sort());
    expect(constants.filter(({ free }) => free.length > 0).map(({ name }) => name)).toEqual([
      'GROWTH_STEP_MS',
      'QUIET_READ_MS',
      'READ_CHARACTERS_PER_MS',
      'WAITING_LOOK_MS',
      'LOOK_MS',
      'TICK_MS',
      'SETTLING_TICK_MS',
      'REST_LOOK_MS',
    ]);
  });
});
