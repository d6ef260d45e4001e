import { describe, expect, it, vi } from 'vitest';
import { pageSettingsOf } from '../../entrypoints/background/page-settings';
import { createSwitch } from '../../entrypoints/content/switch';
import type { Observation, PageState } from '../../lib/prompt';
import { parseSettings } from '../../lib/settings';
import { anObservation } from '../fixtures/observation';

const MEASURING: PageState = { kind: 'measuring', site: 'claude', layout: 'claude-a' };
const first = '00000000-0000-4000-8000-000000000001';
const second = '00000000-0000-4000-8000-000000000002';

function setUp() {
  const delivered: string[] = [];
  const onChange = vi.fn();
  const gate = createSwitch({
    deliver: ({ id, revision }: Observation) => delivered.push(`${id.at(-1)}.${revision}`),
    onChange,
  });
  const take = (id: string, revision: number) => gate.take(anObservation({ id, revision }));
  return { gate, delivered, onChange, take };
}

describe('the off switch of a page', () => {
  it('lets nothing through before the setting is known, and then everything in order', () => {
    const { gate, delivered, take } = setUp();
    take(first, 1);
    take(first, 2);
    expect(delivered).toEqual([]);
    gate.turn(true);
    expect(delivered).toEqual(['1.1', '1.2']);
    take(first, 3);
    expect(delivered).toEqual(['1.1', '1.2', '1.3']);
  });

  it('drops what was seen before the setting turned out to be off', () => {
    const { gate, delivered, take } = setUp();
    take(first, 1);
    gate.turn(false);
    take(first, 2);
    expect(delivered).toEqual([]);
  });

  it('lets a prompt that was running end whole, and counts no later one', () => {
    const { gate, delivered, take } = setUp();
    gate.turn(true);
    take(first, 1);
    gate.turn(false);
    take(first, 2);
    take(second, 1);
    expect(delivered).toEqual(['1.1', '1.2']);
  });

  it('does not count the rest of a prompt that was sent while off', () => {
    const { gate, delivered, take } = setUp();
    gate.turn(false);
    take(first, 1);
    gate.turn(true);
    take(first, 2);
    take(second, 1);
    expect(delivered).toEqual(['2.1']);
  });

  it('says that the page is paused, at once and only while it is', () => {
    const { gate, onChange } = setUp();
    expect(gate.stateOf(MEASURING)).toBe(MEASURING);
    gate.turn(false);
    gate.turn(false);
    expect(onChange).toHaveBeenCalledTimes(1);
    expect(gate.stateOf(MEASURING)).toEqual({ kind: 'paused', site: 'claude' });
    gate.turn(true);
    expect(gate.stateOf(MEASURING)).toBe(MEASURING);
  });
});

describe('what a page is told of the settings', () => {
  const sites = { chatgpt: true, claude: false, gemini: true };
  const both = { on: true, line: false };

  it.each([
    [undefined, both],
    ['damaged', both],
    [{ paused: 'yes', sites: 3, inPageLine: 'yes' }, both],
    [{ sites }, { on: false, line: false }],
    [
      { sites, inPageLine: true },
      { on: false, line: true },
    ],
    [
      { sites: { ...sites, claude: true }, inPageLine: true },
      { on: true, line: true },
    ],
    [{ paused: true }, { on: false, line: false }],
  ])('on Claude with %j stored: %j', (stored, told) => {
    expect(pageSettingsOf(parseSettings(stored), 'claude')).toEqual(told);
  });

  it('is no word more than that', () => {
    const stored = { locale: 'de', budgets: [{ period: 'day', quantity: 'energy', limit: 1 }] };
    expect(Object.keys(pageSettingsOf(parseSettings(stored), 'gemini'))).toEqual(['on', 'line']);
  });
});
