/** The verdict over a run of all tests. */
import { describe, expect, it } from 'vitest';
import { type Told, verdict } from '../../../scripts/test/told';

const told = (some: Partial<Told>): Told => ({ passed: 0, failed: 0, skipped: [], again: [], ...some });

describe('the verdict over a run', () => {
  it('adds what each project told', () => {
    expect(verdict([told({ passed: 3 }), told({ passed: 4 })])).toEqual({
      lines: ['7 passed, 0 failed, 0 skipped'],
      good: true,
    });
  });

  it('names what passed at a second try, and passes when that is 1 % of all', () => {
    expect(verdict([told({ passed: 100, again: ['a.test.ts: one'] })])).toEqual({
      lines: ['only at a second try: a.test.ts: one', '100 passed, 0 failed, 0 skipped'],
      good: true,
    });
  });

  it('fails when more than 1 % needed a second try', () => {
    expect(verdict([told({ passed: 60 }), told({ passed: 39, again: ['a.test.ts: one'] })])).toEqual({
      lines: [
        'only at a second try: a.test.ts: one',
        '1 of 99 tests passed only at a second try: more than 1 %',
        '99 passed, 0 failed, 0 skipped',
      ],
      good: false,
    });
  });

  it('names what was skipped, and passes', () => {
    expect(verdict([told({ passed: 2, skipped: ['b.test.ts: two'] })])).toEqual({
      lines: ['skipped: b.test.ts: two', '2 passed, 0 failed, 1 skipped'],
      good: true,
    });
  });

  it('fails when a test failed', () => {
    expect(verdict([told({ passed: 2, failed: 1 })])).toEqual({
      lines: ['2 passed, 1 failed, 0 skipped'],
      good: false,
    });
  });
});
