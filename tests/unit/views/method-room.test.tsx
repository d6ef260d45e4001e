// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { GROUP_NAMES, GROUPS } from '../../../entrypoints/dashboard/method/groups';
import {
  acceleratorOf,
  readValue,
  usedOverrides,
  withAccelerator,
} from '../../../entrypoints/dashboard/method/overrides';
import { MethodParts } from '../../../entrypoints/dashboard/method/parts';
import { accelerators } from '../../../lib/refdb';
import { FACTOR_NAMES } from '../../../lib/refdb/types';
import { parseSettings, type Settings } from '../../../lib/settings';
import { mount } from './mount';

const withOwn = (overrides: Settings['overrides']): Settings => parseSettings({ overrides });

async function show(settings = withOwn({}), failure: string | null = null) {
  const change = vi.fn((_change: Partial<Settings>) => {});
  const mounted = await mount(
    <MethodParts settings={settings} change={change} failure={failure} lastModel={null} />,
  );
  const field = (name: string): HTMLInputElement => {
    const found = mounted.root.querySelector<HTMLInputElement>(`#own-${name}`);
    if (!found) throw new Error(`no field for ${name}`);
    return found;
  };
  const type = (name: string, text: string) =>
    act(() => {
      const input = field(name);
      input.value = text;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    });
  return { ...mounted, change, field, type };
}

describe('the groups of factors', () => {
  it('hold every factor once', () => {
    const all = GROUP_NAMES.flatMap((group) => GROUPS[group]);
    expect([...all].sort()).toEqual([...FACTOR_NAMES].sort());
  });
});

describe('a typed value', () => {
  it.each([
    ['1.3', 1.3],
    [' 1,3 ', 1.3],
    ['2e0', 2],
  ])('%j is a PUE', (text, value) => {
    expect(readValue('pue', text)).toEqual({ kind: 'value', value });
  });

  it.each(['0.5', '7', 'much', '1.2.3', '1 3', 'Infinity', 'NaN', '0x2'])('%j is none', (text) => {
    expect(readValue('pue', text)).toEqual({ kind: 'refused', min: 1, max: 3 });
  });

  it('may be negative where the factor may be, with either minus sign', () => {
    expect(readValue('fitIntercept', '-1.5')).toEqual({ kind: 'value', value: -1.5 });
    expect(readValue('fitIntercept', '−1.5')).toEqual({ kind: 'value', value: -1.5 });
  });

  it('may be nothing', () => {
    expect(readValue('pue', '  ')).toEqual({ kind: 'empty' });
  });
});

describe('own values', () => {
  it('count only where the tables know and accept them', () => {
    expect(usedOverrides({ pue: 1.3, batchSize: -1, phlogiston: 3 })).toEqual(['pue']);
  });

  it('of an accelerator are known again, and give way to another’s', () => {
    const [a100, , h100] = accelerators;
    if (!a100 || !h100) throw new Error('no accelerators');
    const first = withAccelerator({ pue: 1.3 }, a100);
    expect(acceleratorOf(first)).toBe(a100.id);
    expect(acceleratorOf(withAccelerator(first, h100))).toBe(h100.id);
    expect(withAccelerator(first, null)).toEqual({ pue: 1.3 });
    expect(acceleratorOf({ pue: 1.3 })).toBe('default');
    expect(acceleratorOf({ ...first, gpuMemoryGb: 42 })).toBe('own');
  });
});

describe('the method room', () => {
  it('shows every factor with its value, range, unit and source', async () => {
    const { root } = await show();
    const rows = [...root.querySelectorAll('.own-factors tbody tr')];
    expect(rows).toHaveLength(FACTOR_NAMES.length);
    const batch = rows.find((row) => row.textContent?.startsWith('Requests served at once'));
    expect(batch?.textContent).toContain('96\u00a0requests16–256');
    expect(batch?.querySelector('a')?.getAttribute('href')).toBe('https://arxiv.org/abs/2509.20241');
  });

  it('takes a value of one’s own when it is one that the factor may have', async () => {
    const { change, type } = await show(withOwn({ batchSize: 20 }));
    await type('pue', '1,4');
    expect(change).toHaveBeenCalledExactlyOnceWith({ overrides: { batchSize: 20, pue: 1.4 } });
  });

  it('refuses another and says what it may be', async () => {
    const { change, field, type, root } = await show();
    await type('pue', '0.4');
    expect(change).not.toHaveBeenCalled();
    expect(field('pue').getAttribute('aria-invalid')).toBe('true');
    const why = root.querySelector(`#${field('pue').getAttribute('aria-describedby')}`);
    expect(why?.textContent).toBe('Give a number from 1 to 3.');
    await type('pue', '1.4');
    expect(field('pue').getAttribute('aria-invalid')).toBe('false');
  });

  it('resets one by one, by button or by emptying the field, and all at once', async () => {
    const settings = withOwn({ pue: 1.4, batchSize: 20 });
    const { change, root, text, type, press } = await show(settings);
    expect(text()).toContain('2 factors are your own.');
    const reset = root.querySelector<HTMLButtonElement>('[aria-label="Reset Data-centre overhead (PUE)"]');
    await act(() => reset?.click());
    expect(change).toHaveBeenLastCalledWith({ overrides: { batchSize: 20 } });
    await type('batchSize', '');
    expect(change).toHaveBeenLastCalledWith({ overrides: { pue: 1.4 } });
    await press('Reset all');
    expect(change).toHaveBeenLastCalledWith({ overrides: {} });
  });

  it('shows what the own values do to an example', async () => {
    const plain = await show();
    expect(plain.text()).not.toContain('With yours');
    const own = await show(withOwn({ batchSize: 8 }));
    expect(own.root.querySelectorAll('.example dd')).toHaveLength(2);
    expect(own.root.querySelectorAll('.owned')).toHaveLength(1);
  });

  it('explains the estimate that comes first', async () => {
    expect((await show()).text()).toContain('while it serves many at once');
    const v1 = await show(parseSettings({ headline: 'otm-v1' }));
    expect(v1.text()).toContain('charges the whole server');
  });

  it('says how well every method does, and which licences the tables are under', async () => {
    const { text } = await show();
    expect(text()).toContain('186 measured server configurations');
    expect(text()).toContain('OTM v1.0 as published6×7.390%');
    for (const licence of ['CC BY 4.0', 'MPL-2.0', 'Apache-2.0']) expect(text()).toContain(licence);
  });

  it('says when a change could not be saved', async () => {
    const { root } = await show(withOwn({}), 'disk full');
    expect(root.querySelector('[role=alert]')?.textContent).toContain('disk full');
  });
});
