// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { readNumber } from '../../../entrypoints/dashboard/settings/parts';
import { SettingsParts } from '../../../entrypoints/dashboard/settings/room';
import type { Settings } from '../../../lib/settings';
import { mount } from './mount';
import { SETTINGS } from './records';

async function room(settings: Partial<Settings> = {}) {
  const change = vi.fn<(change: Partial<Settings>) => void>();
  const view = await mount(
    <SettingsParts settings={{ ...SETTINGS, ...settings }} change={change} failure={null} />,
  );
  const labelled = <E extends HTMLElement>(words: string, kind: new () => E): E => {
    const label = [...view.root.querySelectorAll('label')].find((one) => one.textContent?.startsWith(words));
    const found = label && view.root.querySelector(`[id="${label.htmlFor}"]`);
    if (!(found instanceof kind)) throw new Error(`no field "${words}"`);
    return found;
  };
  const type = (words: string, text: string) =>
    act(() => {
      const field = labelled(words, HTMLInputElement);
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
  const choose = (words: string, value: string) =>
    act(() => {
      const list = labelled(words, HTMLSelectElement);
      list.value = value;
      list.dispatchEvent(new Event('change', { bubbles: true }));
    });
  return { ...view, change, type, choose };
}

describe('how long prompts are kept', () => {
  it('is shortened only after a second press, which says what it deletes', async () => {
    const { change, choose, press, text } = await room();
    await choose('Keep prompts', '30');
    expect(change).not.toHaveBeenCalled();
    expect(text()).toContain('Prompts older than 30 days will be deleted');
    await press('Delete older prompts');
    expect(change).toHaveBeenCalledExactlyOnceWith({ retentionDays: 30 });
  });

  it('stays as it was when the person thinks better of it', async () => {
    const { change, choose, press, text } = await room({ retentionDays: 365 });
    await choose('Keep prompts', '90');
    await press('Keep them');
    expect(change).not.toHaveBeenCalled();
    expect(text()).not.toContain('will be deleted');
  });

  it('is lengthened at once: nothing is lost by it', async () => {
    const { change, choose } = await room({ retentionDays: 30 });
    await choose('Keep prompts', '');
    expect(change).toHaveBeenCalledExactlyOnceWith({ retentionDays: null });
  });
});

describe('a budget', () => {
  it('is added in the unit that is shown, and replaces one of the same kind', async () => {
    const daily = { period: 'day', quantity: 'energy', limit: 5 } as const;
    const { change, type, press } = await room({ budgets: [daily] });
    await type('Limit', '7,5');
    await press('Add budget');
    expect(change).toHaveBeenCalledExactlyOnceWith({ budgets: [{ ...daily, limit: 7.5 }] });
  });

  it.each(['', '0', '-3', 'many', '1e3'])('is not made of %j', async (words) => {
    const { change, type, press, root } = await room();
    await type('Limit', words);
    await press('Add budget');
    expect(change).not.toHaveBeenCalled();
    expect([...root.querySelectorAll('[role=alert]')].map((said) => said.textContent)).toContain(
      'Type a number above zero.',
    );
  });

  it('is removed by a button that names it', async () => {
    const { change, root } = await room({ budgets: [{ period: 'week', quantity: 'prompts', limit: 20 }] });
    const button = root.querySelector<HTMLElement>('[aria-label="Remove the budget Per week: 20 prompts"]');
    await act(() => button?.click());
    expect(change).toHaveBeenCalledExactlyOnceWith({ budgets: [] });
  });
});

describe('a currency', () => {
  it('needs a code and a rate, and keeps the day on which it was typed', async () => {
    const { change, type, press } = await room();
    await type('Currency code', 'eur');
    await press('Use this rate');
    expect(change).not.toHaveBeenCalled();
    await type('For 1 US dollar', '0.92');
    await press('Use this rate');
    const [[{ currency } = {}] = []] = change.mock.calls;
    expect(currency).toMatchObject({ code: 'EUR', perUsd: 0.92 });
    expect(currency?.date).toMatch(/^\d{4}-\d\d-\d\d$/);
  });
});

describe('the grid zone', () => {
  it('is the provider’s until one is pressed, and can go back', async () => {
    const { change, type, root, text } = await room();
    expect(text()).toContain('The provider’s own region is assumed');
    await type('Choose another country', 'allem');
    expect(text()).toContain('0 matches');
    await type('Choose another country', 'germ');
    const [first] = root.querySelectorAll<HTMLElement>('.zones button');
    expect(first?.textContent).toContain('Germany');
    await act(() => first?.click());
    expect(change).toHaveBeenLastCalledWith({ gridZone: 'DEU' });
    const chosen = await room({ gridZone: 'DEU' });
    await chosen.press('Use the provider’s region again');
    expect(chosen.change).toHaveBeenCalledExactlyOnceWith({ gridZone: null });
  });
});

describe('a number as people type it', () => {
  it.each([
    ['3', 3],
    [' 0,5 ', 0.5],
    ['.25', 0.25],
    ['1.000,5', null],
    ['0', null],
    ['NaN', null],
    ['9'.repeat(400), null],
  ])('%s is %s', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });
});
