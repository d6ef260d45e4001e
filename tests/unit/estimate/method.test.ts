/** The defaults that docs/method.md prints are the ones that the code uses. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { factorsFor, isFactorName, knownModel, models } from '../../../lib/refdb';
import { price } from '../../../scripts/estimate/price';
import { readRequest } from '../../../scripts/estimate/request';

const text = readFileSync(new URL('../../../docs/method.md', import.meta.url), 'utf8');
const { values } = factorsFor({ model: knownModel('gpt-5'), guessed: false });

const rows = [...text.matchAll(/^\| `(\w+)`[^|]*\| ([\d.]+) \| (?:([\d.]+) to ([\d.]+)|–) \|/gm)].map(
  ([, name = '', central, low, high]) => ({ name, central, low, high }),
);

describe('docs/method.md', () => {
  it.each(rows)('prints $name as it is', ({ name, central, low, high }) => {
    if (!isFactorName(name)) throw new Error(`${name} is no factor`);
    const { value } = values[name];
    expect(Number(central)).toBe(value.central);
    expect(Number(low ?? central)).toBe(value.low);
    expect(Number(high ?? central)).toBe(value.high);
  });

  it('prints today’s estimates of its models, with and without hidden tokens', () => {
    const printed = [...text.matchAll(/^\| ([^|`]+) \| [^|]+ \| ([\d.–]+) \| [^|]+ \| ([\d.–]+) \|$/gm)];
    expect(printed).toHaveLength(12);
    for (const [, name = '', plain = '', hidden = ''] of printed) {
      const model = models.find(({ displayName }) => displayName.replace(/ \(.*/, '') === name);
      if (model === undefined) throw new Error(`no model ${name}`);
      for (const [cells, reasoning] of [
        [plain, '0'],
        [hidden, '500'],
      ] as const) {
        const { energyWh } = price(
          readRequest({ model: model.id, input: 100, output: 300, reasoning }, []),
        ).estimate;
        const values = [energyWh.low, energyWh.central, energyWh.high].map((value) =>
          Number(value.toPrecision(3)),
        );
        expect([name, ...values]).toEqual([name, ...cells.split('–').map(Number)]);
      }
    }
  });

  it('prints the formula’s coefficients as they are', () => {
    expect(rows.length).toBeGreaterThan(10);
    for (const name of [
      'fitIntercept',
      'fitBlackwell',
      'fitActiveExponent',
      'fitTotalExponent',
      'fitBatchExponent',
    ] as const) {
      expect(text).toContain(String(Math.abs(values[name].value.central)));
    }
  });
});
