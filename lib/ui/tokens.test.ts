import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SITE_IDS } from '../prompt';
import { QUANTITIES } from './format';

type Tokens = ReadonlyMap<string, string>;

const css = readFileSync(new URL('../../assets/styles/tokens.css', import.meta.url), 'utf8');

/** Custom properties of the block that follows a selector. */
function tokensOf(selector: string): Tokens {
  const start = css.indexOf(`${selector} {`);
  if (start === -1) throw new Error(`no ${selector} in tokens.css`);
  const block = css.slice(start, css.indexOf('}', start));
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

function linear(tokens: Tokens, name: string): [number, number, number] {
  const hex = tokens.get(name) ?? '';
  if (!/^#[0-9a-f]{6}$/.test(hex)) throw new Error(`--${name} is no colour: ${hex}`);
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** Contrast by WCAG 2.2. */
function contrast(tokens: Tokens, a: string, b: string): number {
  const luminance = (name: string) => {
    const [red, green, blue] = linear(tokens, name);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Full dichromacy after Machado, Oliveira and Fernandes 2009, on linear RGB. */
const SIGHT: Readonly<Record<string, readonly number[]>> = {
  usual: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

/** CIE 1976 colour difference as seen with a kind of sight. */
function difference(tokens: Tokens, a: string, b: string, sight: readonly number[]): number {
  const lab = (name: string) => {
    const rgb = linear(tokens, name);
    const seen = [0, 1, 2].map((row) =>
      Math.min(
        1,
        Math.max(
          0,
          rgb.reduce((sum, value, column) => sum + value * (sight[row * 3 + column] ?? 0), 0),
        ),
      ),
    ) as [number, number, number];
    const [red, green, blue] = seen;
    const f = (value: number) => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116);
    const x = f((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047);
    const y = f(0.2126 * red + 0.7152 * green + 0.0722 * blue);
    const z = f((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883);
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)] as const;
  };
  const [first, second] = [lab(a), lab(b)];
  return Math.hypot(first[0] - second[0], first[1] - second[1], first[2] - second[2]);
}

const DARK = ':root[data-theme="dark"]';
const sites = SITE_IDS.map((site) => `site-${site}`);
const quantities = QUANTITIES.map((quantity) => `quantity-${quantity}`);

it('the dark theme is the same whether the system or the person chose it', () => {
  expect(tokensOf(':root:not([data-theme="light"])')).toEqual(tokensOf(DARK));
});

describe.each([
  ['light', ':root'],
  ['dark', DARK],
])('the %s theme', (_name, selector) => {
  const tokens = tokensOf(selector);

  it.each([
    ['ink', 'paper'],
    ['ink', 'raised'],
    ['ink-soft', 'paper'],
    ['ink-soft', 'raised'],
    ['ink', 'danger-paper'],
    ['danger', 'paper'],
    ['danger', 'danger-paper'],
    ['ink', 'warn-paper'],
    ['warn', 'paper'],
    ['warn', 'warn-paper'],
    ['quantity-water', 'paper'],
  ])('lets %s be read on %s (AA, 4.5)', (text, ground) => {
    expect(contrast(tokens, text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each([...sites, ...quantities, 'line-strong', 'focus'])('shows %s against the paper (AA, 3)', (name) => {
    expect(contrast(tokens, name, 'paper')).toBeGreaterThanOrEqual(3);
  });

  it.each(Object.entries(SIGHT))('keeps sites apart, and quantities, with %s sight', (_kind, matrix) => {
    for (const group of [sites, quantities]) {
      for (const [index, a] of group.entries()) {
        for (const b of group.slice(index + 1)) {
          expect(difference(tokens, a, b, matrix), `${a} and ${b}`).toBeGreaterThan(20);
        }
      }
    }
  });
});
