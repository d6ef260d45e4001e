import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import {
  digitsOf,
  formatCompact,
  formatFactor,
  formatQuantity,
  formatRange,
  formatShare,
  formatStep,
  formatTick,
  formatUsd,
  plainUnit,
  QUANTITIES,
  setUnits,
} from './format';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const energy = (value: number, locale = 'en') => plain(formatQuantity('energy', value, locale).text);
const range = (low: number, central: number, high: number, locale = 'en') =>
  plain(formatRange('energy', { low, central, high }, locale));

describe('a quantity', () => {
  it.each([
    [0, '0 Wh'],
    [0.0000001, '<0.001 mWh'],
    [0.00042, '0.42 mWh'],
    [0.0342, '34 mWh'],
    [0.1, '0.10 Wh'],
    [0.3456, '0.35 Wh'],
    [1, '1.0 Wh'],
    [12.34, '12 Wh'],
    [994, '990 Wh'],
    [996, '1.0 kWh'],
    [5280, '5.3 kWh'],
    [2.5e6, '2.5 MWh'],
    [3e9, '3,000 MWh'],
  ])('of %d Wh reads %s: two significant digits in the unit that fits', (value, text) => {
    expect(energy(value)).toBe(text);
  });

  it('has units of its own for carbon and water', () => {
    expect(plain(formatQuantity('co2e', 0.034, 'en').text)).toBe('34 mg');
    expect(plain(formatQuantity('co2e', 1500, 'en').text)).toBe('1.5 kg');
    expect(plain(formatQuantity('water', 0.26, 'en').text)).toBe('0.26 mL');
    expect(plain(formatQuantity('water', 1200, 'en').text)).toBe('1.2 L');
  });

  it('follows the language', () => {
    expect(energy(0.34, 'de')).toBe('0,34 Wh');
    expect(energy(3e9, 'fr').replaceAll('\u202f', ' ')).toBe('3 000 MWh');
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -1])(
    'that is no amount (%d) is a dash, not a number',
    (value) => {
      expect(energy(value)).toBe('–');
    },
  );

  it('stays within 5 % of the value for any size', () => {
    const factors: Record<string, number> = { mWh: 1e-3, Wh: 1, kWh: 1e3, MWh: 1e6 };
    fc.assert(
      fc.property(fc.double({ min: 1e-5, max: 1e12, noNaN: true }), (value) => {
        const { number, unit } = formatQuantity('energy', value, 'en');
        const read = Number(number.replaceAll(',', '')) * (factors[unit] ?? Number.NaN);
        expect(Math.abs(read / value - 1)).toBeLessThanOrEqual(0.0501);
      }),
    );
  });
});

describe('a range', () => {
  it('reads in the unit of its central value', () => {
    expect(range(0.12, 0.34, 0.95)).toBe('0.12–0.95 Wh');
    expect(range(0.05, 0.34, 12)).toBe('0.050–12 Wh');
    expect(range(300, 1000, 4000)).toBe('0.30–4.0 kWh');
  });

  it('is one number when both ends read the same', () => {
    expect(range(0.3401, 0.3402, 0.3403)).toBe('0.340 Wh');
  });

  it('says nothing and zero for what they are', () => {
    expect(range(0, 0, 0)).toBe('0 Wh');
    expect(range(0, 0.2, 0.5)).toBe('0–0.50 Wh');
    expect(range(Number.NaN, 1, 2)).toBe('–');
    expect(range(1e-9, 0.2, 0.5)).toBe('<0.001–0.50 Wh');
  });

  it('allows a third digit only where low and high agree', () => {
    expect(digitsOf({ low: 1, central: 1.005, high: 1.01 })).toBe(3);
    expect(digitsOf({ low: 1, central: 2, high: 3 })).toBe(2);
    expect(digitsOf({ low: 0, central: 0, high: 0 })).toBe(2);
  });

  it('never throws, whatever the numbers', () => {
    fc.assert(
      fc.property(fc.double(), fc.double(), fc.double(), (low, central, high) => {
        for (const quantity of QUANTITIES) {
          expect(formatRange(quantity, { low, central, high }, 'en')).not.toBe('');
        }
      }),
    );
  });
});

describe('other numbers', () => {
  it('shorten counts only where they are long', () => {
    expect(formatCompact(9_999, 'en')).toBe('9,999');
    expect(formatCompact(12_345, 'en')).toBe('12.3K');
  });

  it('show factors with up to four digits, far ones as powers of ten', () => {
    expect(formatFactor(1.17, 'en')).toBe('1.17');
    expect(formatFactor(0.149341, 'en')).toBe('0.1493');
    expect(formatFactor(0, 'en')).toBe('0');
    expect(formatFactor(0.000002, 'en')).toBe('2E-6');
  });

  it('do not let a small share vanish', () => {
    expect(formatShare(0.42, 'en')).toBe('42%');
    expect(formatShare(0.001, 'en')).toBe('<1%');
    expect(formatShare(0, 'en')).toBe('0%');
  });

  it('show small sums of money, and none as a dash', () => {
    expect(formatUsd(0.00312, 'en')).toBe('$0.0031');
    expect(formatUsd(12.5, 'en')).toBe('$12.50');
    expect(formatUsd(null, 'en')).toBe('–');
  });
});

describe('units of one’s own', () => {
  afterEach(() => setUnits({ energyUnit: 'watt-hours', unitSystem: 'metric' }));
  const words = (quantity: (typeof QUANTITIES)[number], value: number) =>
    plain(formatQuantity(quantity, value, 'en').text);

  it('turn energy into joules', () => {
    setUnits({ energyUnit: 'joules', unitSystem: 'metric' });
    expect(words('energy', 0.1)).toBe('360 J');
    expect(words('energy', 1)).toBe('3.6 kJ');
    expect(words('energy', 0)).toBe('0 J');
    expect(words('water', 2)).toBe('2.0 mL');
    expect(plain(formatTick('energy', 0.1, 'en'))).toBe('360 J');
  });

  it('turn mass and volume into US units, and leave energy', () => {
    setUnits({ energyUnit: 'watt-hours', unitSystem: 'us' });
    expect(words('co2e', 28.35)).toBe('1.0 oz');
    expect(words('co2e', 1000)).toBe('2.2 lb');
    expect(words('water', 29.57)).toBe('1.0 fl oz');
    expect(words('water', 3785.4)).toBe('1.0 gal');
    expect(words('energy', 1)).toBe('1.0 Wh');
  });

  it('are typed in the plain unit', () => {
    expect(plainUnit('energy')).toMatchObject({ symbol: 'Wh', factor: 1 });
    expect(plainUnit('water')).toMatchObject({ symbol: 'mL', factor: 1 });
    setUnits({ energyUnit: 'joules', unitSystem: 'us' });
    expect(plainUnit('energy').symbol).toBe('J');
    expect(plainUnit('co2e').symbol).toBe('oz');
    expect(plainUnit('water').symbol).toBe('fl oz');
  });
});

describe('the decade of an axis', () => {
  it('has a label that no other has, or none', () => {
    const labels = [1e-8, 1e-7, 1e-6, 1e-5, 1e-4].map((value) => plain(formatTick('energy', value, 'en')));
    expect(labels).toEqual(['', '', '0.001 mWh', '0.01 mWh', '0.1 mWh']);
    expect(plain(formatTick('energy', 0, 'en'))).toBe('0 Wh');
  });
});

describe('a step of an axis', () => {
  it('is never rounded to another value, and shows no digit that says nothing', () => {
    const steps = [0, 5, 10, 15, 20].map((value) => formatStep('energy', value, 'en').replace('\u00a0', ' '));
    expect(steps).toEqual(['0 Wh', '5 Wh', '10 Wh', '15 Wh', '20 Wh']);
    expect(formatStep('water', 2.5, 'en').replace('\u00a0', ' ')).toBe('2.5 mL');
  });
});
