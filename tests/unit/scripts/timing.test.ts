/** The changes of timing constants that the nightly run makes. */
import { describe, expect, it } from 'vitest';
import { changed, constantsOf, withChange } from '../../../scripts/nightly/timing';

const SOURCE = `/** How long. */
export const SETTLE_MS = 300;
/** A share. */
// free: ×2
export const BEHIND_SHARE = 0.2;
// free: ÷2, ×2
export const AWAY_END_MS = 300_000;
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

  it('refuse a comment that frees nothing', () => {
    expect(() => constantsOf('// free: ÷2\nconst own = 3;')).toThrow('stands before no constant');
    expect(() => constantsOf('// free: ÷3\nexport const A_MS = 3;')).toThrow('"÷3" is no change');
  });
});
