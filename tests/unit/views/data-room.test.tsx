// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ExportFilter } from '../../../entrypoints/dashboard/data/export-filter';
import { ReestimateParts, type ReestimationRequests } from '../../../entrypoints/dashboard/data/reestimate';
import { Storage } from '../../../entrypoints/dashboard/data/storage';
import { parseFilter, recordFilter } from '../../../entrypoints/dashboard/history/filter';
import type { Reestimation } from '../../../lib/store/reestimation-types';
import { formatBytes } from '../../../lib/ui/format-bytes';
import type { Loaded } from '../../../lib/ui/live';
import { mount } from './mount';
import { START } from './records';

const job = (change: Partial<Reestimation> = {}): Reestimation => ({
  id: 'job',
  state: 'running',
  choices: { headline: 'otm-shared', gridZone: null, overrides: {}, models: 'keep' },
  startedTime: START,
  endedTime: null,
  total: 4000,
  visited: 1000,
  changed: 900,
  skipped: 0,
  cursor: null,
  problem: null,
  ...change,
});

async function showJob(
  current: Reestimation | null,
  requests: Partial<ReestimationRequests> = {},
  records = 4000,
) {
  const all = { start: vi.fn(async () => {}), cancel: vi.fn(async () => {}), ...requests };
  const state: Loaded<Reestimation | null> = { kind: 'ready', value: current };
  const mounted = await mount(<ReestimateParts job={state} records={records} requests={all} />);
  return { ...mounted, ...all };
}

describe('re-estimating', () => {
  it('starts when asked to, keeping the models', async () => {
    const { start, press } = await showJob(null);
    await press('Re-estimate all prompts');
    expect(start).toHaveBeenCalledExactlyOnceWith('keep');
  });

  it('looks guesses up again when that is wanted', async () => {
    const { start, press, root } = await showJob(null);
    await act(() => root.querySelector<HTMLInputElement>('input[type=checkbox]')?.click());
    await press('Re-estimate all prompts');
    expect(start).toHaveBeenCalledExactlyOnceWith('look-up-guesses');
  });

  it('shows how far it is and can be cancelled, but not started twice', async () => {
    const { cancel, press, root, text } = await showJob(job());
    const bar = root.querySelector('progress');
    expect([bar?.value, bar?.max]).toEqual([1000, 4000]);
    expect(text()).toContain('1,000 of 4,000');
    await expect(press('Re-estimate all prompts')).rejects.toThrow('no button');
    await press('Cancel');
    expect(cancel).toHaveBeenCalledOnce();
  });

  it.each<[Partial<Reestimation>, string]>([
    [
      { state: 'done', changed: 3990, skipped: 10 },
      'Done. 3,990 prompts have a new number. 10 could not be priced and stay as they are.',
    ],
    [{ state: 'cancelled' }, 'Cancelled; what was done stays. 900 prompts have a new number.'],
    [{ state: 'failed', problem: 'disk full' }, 'The re-estimation stopped: disk full'],
  ])('says how the last one ended: %j', async (change, words) => {
    expect((await showJob(job(change))).text()).toContain(words);
  });

  it('cannot be started with nothing stored, and says so', async () => {
    const { root, text } = await showJob(null, {}, 0);
    expect(root.querySelector('button')?.disabled).toBe(true);
    expect(text()).toContain('no stored prompt');
  });

  it('says why it could not be started', async () => {
    const { root, press } = await showJob(null, {
      start: async () => {
        throw new Error('the worker did not answer');
      },
    });
    await press('Re-estimate all prompts');
    expect(root.querySelector('[role=alert]')?.textContent).toContain('the worker did not answer');
  });
});

describe('the filter of an export', () => {
  beforeEach(() => {
    location.hash = '';
  });

  const show = (search: string) =>
    mount(<ExportFilter filter={parseFilter(new URLSearchParams(search))} names={(id) => `name of ${id}`} />);

  it('is none at first', async () => {
    expect((await show('')).text()).toContain('All prompts are exported.');
  });

  it('is what the address says, and can be taken off', async () => {
    const { root, text } = await show('site=claude&from=2026-11-01');
    expect(text()).toContain('Only the prompts chosen here are exported.');
    expect(root.querySelector<HTMLInputElement>('input[type=date]')?.value).toBe('2026-11-01');
    expect(root.querySelector('a')?.getAttribute('href')).toBe('#data');
  });

  it('may be a model or a chat that the history named', async () => {
    const { text } = await show('model=gpt-5&chat=c1');
    expect(text()).toContain('Model: name of gpt-5. One chat only.');
  });

  it('goes into the address when it is chosen', async () => {
    const { root } = await show('from=2026-11-01');
    const select = root.querySelector('select');
    if (!select) throw new Error('no list of sites');
    await act(() => {
      select.value = 'gemini';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(location.hash).toBe('#data?site=gemini&from=2026-11-01');
    const filter = parseFilter(new URLSearchParams('site=gemini&from=2026-11-01'));
    expect(recordFilter(filter, 60)).toEqual({
      site: 'gemini',
      fromTime: Date.UTC(2026, 9, 31, 23) / 1000,
    });
  });
});

describe('the space in use', () => {
  it('is told with the number of prompts', async () => {
    const { text } = await mount(<Storage records={1234} read={async () => 3_400_000} />);
    await vi.waitFor(() => expect(text()).toContain('1,234 prompts, 3.4 MB on this disk.'));
  });

  it('is left out where the browser does not tell', async () => {
    const { text } = await mount(
      <Storage
        records={1}
        read={async () => {
          throw new Error('not allowed');
        }}
      />,
    );
    expect(text()).toBe('1 prompt');
  });

  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1000, '1 kB'],
    [3_456_000, '3.46 MB'],
    [2.1e9, '2.1 GB'],
    [5e15, '5,000,000 GB'],
    [-1, '–'],
    [Number.NaN, '–'],
  ])('reads %d bytes as %s', (bytes, text) => {
    expect(formatBytes(bytes, 'en')).toBe(text);
  });
});
