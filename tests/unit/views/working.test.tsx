// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { Details } from '../../../entrypoints/dashboard/details';
import { smallerModel, type Working, workOut } from '../../../entrypoints/dashboard/working/working';
import { price } from '../../../lib/pricing';
import type { PromptRecord } from '../../../lib/prompt';
import { knownModel } from '../../../lib/refdb';
import type { FactorSet } from '../../../lib/store/types';
import type { Loaded } from '../../../lib/ui/live';
import { mount } from './mount';
import { record, START } from './records';

const CHOICES = { headline: 'otm-shared', gridZone: null, overrides: {} } as const;

/** A record with the numbers that it would really have. */
function pricedRecord(change: Partial<PromptRecord> = {}, choices: Parameters<typeof price>[2] = CHOICES) {
  const plain = record({ modelId: 'gpt-5', modelMatch: 'slug', modelSlug: 'gpt-5', ...change });
  const priced = price(
    { ...plain, secondsSinceLastTurn: plain.secondsSinceLastTurn ?? null },
    { model: knownModel(plain.modelId), guessed: false, effort: null },
    choices,
  );
  return { record: { ...plain, estimate: priced.estimate }, set: priced.factorSet() };
}

function worked(change: Partial<PromptRecord> = {}, task: readonly PromptRecord[] = []) {
  const made = pricedRecord(change);
  const working = workOut(made.record, made.set, task);
  if (working === null) throw new Error('cannot be worked out');
  return { ...made, working };
}

const show = (of: PromptRecord, working: Loaded<Working | null>, factors: FactorSet | null = null) =>
  mount(
    <Details
      open={{ record: of, factors: { kind: 'ready', value: factors }, working }}
      names={() => 'GPT-5'}
      onClose={() => {}}
    />,
  );

const ready = (working: Working | null): Loaded<Working | null> => ({ kind: 'ready', value: working });

describe('the working of a prompt', () => {
  it('shows the lines that are in no total, each with what was set for it', async () => {
    const { record: of, set, working } = worked({ outputTokens: 300 });
    const { text } = await show(of, ready(working), set);
    expect(text()).toContain('The network, for the text alone:');
    expect(text()).toContain('if 1,900 t are spread over 30T tokens.');
    expect(text()).toContain('Normalised (“Antarctica”) tokens of the answer: 300.');
  });

  it('writes the formula out with this prompt’s values', async () => {
    const { record: of, set, working } = worked({ inputTokens: 100, outputTokens: 300 });
    expect(working.asStored).toBe(true);
    const { text } = await show(of, ready(working), set);
    const { estimate } = working;
    const joules = Number(estimate.joulesPerOutputToken.toPrecision(3));
    const written = 300 + Math.round(estimate.reasoningTokens.central);
    expect(text()).toContain(
      `= ${joules} J · [ ${written} + 0.25 · ${written - 300} + 0.092 · (100 − 0) + 0.092 · 0.1 · 0 ] / 3600`,
    );
    expect(text()).toContain(`${Number(estimate.energyWh.central.toPrecision(3))} Wh`);
    expect(text()).toContain('· 1.43 · 1.1 · 1.17');
  });

  it('lists every factor of the formula with value, range, unit and a link to its source', async () => {
    const { record: of, working } = worked();
    const { root } = await show(of, ready(working));
    const rows = [...root.querySelectorAll('.factors tr')];
    const pue = rows.find((row) => row.textContent?.startsWith('Data-centre overhead'));
    expect(pue?.textContent).toContain('1.12–1.3');
    expect(pue?.querySelector('a')?.getAttribute('href')).toContain('https://');
    expect(rows.length).toBeGreaterThan(60);
  });

  it('says first where the number is less than the whole, and why', async () => {
    const { record: of } = worked({
      media: { inputFiles: 1, inputImages: 0, outputImages: 2 },
      timesThrottled: true,
      context: { turns: 3, textLength: 50, complete: false },
    });
    // Even where the steps cannot be worked out.
    const { root } = await show(of, ready(null));
    const said = [...root.querySelectorAll('.caveats li')].map((item) => item.textContent);
    expect(said).toEqual([
      expect.stringMatching(/^Not fully counted · 1 attached file .* 2 generated images .*The text is in/),
      expect.stringMatching(/^Times approximate · The tab was in the background/),
      expect.stringMatching(/^Context partly known · The page did not show all earlier turns/),
    ]);
  });

  it('says in words what makes the range wide', async () => {
    const { record: of, working } = worked();
    const { text } = await show(of, ready(working));
    expect(text()).toContain('The range is wide mostly because');
    expect(text()).toContain('the size of the model is not published');
    expect(text()).not.toContain('modelParameters');
  });

  it('shows the same prompt by every method that has data, and the provider’s figure as a line', async () => {
    const { record: of, working } = worked();
    const { root, text } = await show(of, ready(working));
    const names = [...root.querySelectorAll('.methods tbody th')].map((cell) => cell.firstChild?.textContent);
    expect(names).toEqual([
      'OTM-shared',
      'OTM v1.0 as published',
      'OTM v1.1, announced parts',
      'OTM v1.0 shared by time',
      'EcoLogits 0.9.3',
      'How Hungry is AI? v6',
      'Epoch AI, 2025',
      'Silicon rule of thumb',
      'Power over throughput',
      'AI Wattch 1.1',
    ]);
    expect(root.querySelectorAll('.disclosed')).toHaveLength(names.length);
    expect(text()).toContain('The dashed line is 0.34 Wh.');
  });

  it('draws no line where the provider has published nothing', async () => {
    const { record: of, working } = worked({ site: 'claude', modelId: 'claude-sonnet-4.5', modelSlug: null });
    const { root, text } = await show(of, ready(working));
    expect(root.querySelector('.disclosed')).toBeNull();
    expect(text()).toContain('has published no figure per prompt');
  });

  it('explains hidden thinking by the time that it was inferred from', async () => {
    const stated = worked({
      firstTokenTime: START + 13,
      lastTokenTime: START + 16,
      thinking: { seen: true, statedSeconds: 12, textLength: 0 },
    });
    // 300 tokens in 3 seconds
    expect((await show(stated.record, ready(stated.working))).text()).toContain(
      'The page said that the model thought for 12 sec. At 100 tokens per second that is 1,200 tokens, likely 600 to 2,400.',
    );
    const waited = worked({ firstTokenTime: START + 3, lastTokenTime: START + 6 });
    expect((await show(waited.record, ready(waited.working))).text()).toContain(
      'The first text came 2.0 sec later than an answer without thinking would.',
    );
    const quick = worked({ firstTokenTime: START + 0.5, lastTokenTime: START + 3.5 });
    expect((await show(quick.record, ready(quick.working))).text()).toContain('The first text came at once');
    const timeless = worked({ firstTokenTime: null, lastTokenTime: null });
    expect((await show(timeless.record, ready(timeless.working))).text()).toContain('No time is known');
  });

  it('says how much of the context was taken as cached, and when some of it may be missing', async () => {
    const { record: of, working } = worked({
      contextTokens: 1000,
      secondsSinceLastTurn: 20,
      context: { turns: 4, textLength: 4000, complete: false },
    });
    const { text } = await show(of, ready(working));
    expect(text()).toContain('1,000 tokens of earlier turns again; 85% of them are taken as cached.');
    expect(text()).toContain('the last turn was recent');
    expect(text()).toContain('some of the context may be missing');
  });

  it('names what it could not count', async () => {
    const { record: of, working } = worked({
      media: { inputFiles: 2, inputImages: 1, outputImages: 0 },
      timesThrottled: true,
    });
    const { text } = await show(of, ready(working));
    expect(text()).toContain('2 attached files are not fully counted');
    expect(text()).toContain('1 image in the prompt is not counted.');
    expect(text()).not.toContain('generated image');
    expect(text()).toContain('the browser may have delayed what was measured');
  });

  it('shows v1.0 by its parts', async () => {
    const { record: of, working } = worked();
    const { text } = await show(of, ready(working));
    expect(text()).toContain('Accelerators needed480 / 80 GB6');
    expect(text()).toContain('6 · 0.7 kW · 0.1 · 4.2 s / 3.6');
  });

  it('offers what would have been less, with how much', async () => {
    const other = pricedRecord({ id: 'r2', attempt: 2 }).record;
    const { record: of, working } = worked({}, [record(), other]);
    const { root } = await show(of, ready(working));
    const rows = [...root.querySelectorAll('.what-if tbody tr')].map((row) => row.textContent);
    expect(rows.find((row) => row?.startsWith('An answer half as long'))).toMatch(/-\d\d%/);
    expect(rows.find((row) => row?.startsWith('On the grid of France'))).toMatch(/0%.*-8\d%/);
    expect(rows.find((row) => row?.startsWith('One attempt instead of 2'))).toContain('-50%');
    expect(rows.some((row) => row?.startsWith('The same tokens by'))).toBe(true);
  });

  it('says when today’s tables give another number than the stored one', async () => {
    const { record: of, set } = pricedRecord();
    const old = { ...of, estimate: { ...of.estimate, factorSet: 'older', refdbVersion: '2025.1' } };
    const { text } = await show(old, ready(workOut(old, set, [])));
    expect(text()).toContain('the stored number was made with 2025.1');
  });

  it('keeps the stored numbers where the prompt cannot be worked out, and says so', async () => {
    const { record: of } = pricedRecord();
    expect(workOut({ ...of, inputTokens: Number.NaN }, null, [])).toBeNull();
    const { text } = await show(of, ready(null));
    expect(text()).toContain('cannot be worked out again');
    expect(text()).toContain('OTM-shared');
  });

  it('says what it waits for and what failed', async () => {
    const { record: of } = pricedRecord();
    expect((await show(of, { kind: 'loading' })).text()).toContain('Working it out');
    const problem = { kind: 'broken', message: null, time: null } as const;
    const { root } = await show(of, { kind: 'failed', problem });
    expect(root.querySelector('[role=alert]')?.textContent).toContain('database reports a fault');
  });

  it('is made with the person’s own values of then, marked as such', async () => {
    const made = pricedRecord({}, { ...CHOICES, overrides: { pue: 1.5, gridGco2ePerKwh: 100 } });
    const working = workOut(made.record, made.set, []);
    if (working === null) throw new Error('cannot be worked out');
    expect(working.asStored).toBe(true);
    const { root } = await show(made.record, ready(working));
    const rows = [...root.querySelectorAll('.factors tr')];
    expect(rows.find((row) => row.textContent?.startsWith('Data-centre overhead'))?.textContent).toContain(
      'your value',
    );
    // A cleaner grid is compared with the person's own intensity, not hidden by it.
    expect(working.whatIfs.find(({ name }) => name === 'cleaner-grid')?.ratio.co2e).toBeCloseTo(0.44, 1);
  });
});

describe('the smaller model that a prompt is compared with', () => {
  const on = (id: string, year: number, month: number) =>
    smallerModel(knownModel(id), Date.UTC(year, month - 1, 15) / 1000)?.id ?? null;

  it('is the provider’s newest of at most half its size on the day of the prompt', () => {
    expect(on('gpt-5', 2025, 8)).toBe('gpt-5-mini');
    expect(on('gpt-5.5', 2026, 5)).toBe('gpt-5.4-mini');
    expect(on('gpt-5.5', 2026, 8)).toBe('gpt-5.6-luna');
    expect(on('gpt-5.5', 2026, 11)).toBe('gpt-6.1-terra');
  });

  it('is none for the smallest', () => {
    expect(on('gpt-4o-mini', 2026, 11)).toBeNull();
    expect(on('unknown-chatgpt', 2022, 11)).toBeNull();
  });
});
