import { describe, expect, it, vi } from 'vitest';
import { createSwitch } from '../../entrypoints/content/switch';
import type { Observation, PageState } from '../../lib/prompt';
import { isSiteOn, parseSettings } from '../../lib/settings';
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

describe('whether a site is measured', () => {
  const sites = { chatgpt: true, claude: false, gemini: true };

  it.each([
    [undefined, true],
    [null, true],
    ['damaged', true],
    [{ paused: 'yes', sites: 3 }, true],
    [{ sites }, false],
    [{ sites: { ...sites, claude: true } }, true],
    [{ paused: true, sites: { ...sites, claude: true } }, false],
  ])('for Claude with %j: %j', (stored, on) => {
    expect(isSiteOn(stored, 'claude')).toBe(on);
  });

  it('is read from what is stored as the full settings read it', () => {
    const settings = parseSettings({ sites, paused: false });
    expect(isSiteOn(settings, 'claude')).toBe(settings.sites.claude);
    expect(isSiteOn(settings, 'gemini')).toBe(settings.sites.gemini);
    expect(isSiteOn(parseSettings({ paused: true }), 'gemini')).toBe(false);
  });
});
