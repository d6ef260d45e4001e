import { describe, expect, it } from 'vitest';
import { createTokenCounter } from './counter';
import { combineErrors, errorOfSum, NO_ERROR } from './errors';
import { wholeCharacter } from './pieces';

describe('errors of counts', () => {
  it('of nothing are none', () => {
    expect(errorOfSum([])).toEqual(NO_ERROR);
    expect(errorOfSum([{ tokens: 0, error: { low: 2, high: 2 } }])).toEqual(NO_ERROR);
    expect(combineErrors([])).toEqual(NO_ERROR);
  });

  it('that are shared add up: 100 within 1.1 and 300 within 1.3', () => {
    const { low, high } = errorOfSum([
      { tokens: 100, error: { low: 1.1, high: 1.1 } },
      { tokens: 300, error: { low: 1.3, high: 1.3 } },
    ]);
    expect(high).toBeCloseTo((110 + 390) / 400, 12);
    expect(low).toBeCloseTo(400 / (100 / 1.1 + 300 / 1.3), 12);
  });
});

describe('a cut', () => {
  it.each([
    ['a😀b', 0, 0],
    ['a😀b', 1, 1],
    ['a😀b', 2, 1],
    ['a😀b', 3, 3],
    ['a😀', 3, 3],
  ])('in %j at %d lies at %d, between whole characters', (text, index, at) => {
    expect(wholeCharacter(text, index)).toBe(at);
  });
});

it('a vocabulary that fails with something else than an error says it', async () => {
  const counter = createTokenCounter(() => Promise.reject('gone'));
  expect(await counter.count('text')).toEqual({ kind: 'no-vocabulary', reason: 'gone' });
});
