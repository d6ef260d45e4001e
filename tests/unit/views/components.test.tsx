// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { MODEL_MATCHES, PROMPT_STATUSES } from '../../../lib/prompt';
import { dayChart } from '../../../lib/ui/chart-data';
import { DayChart } from '../../../lib/ui/day-chart';
import { exportFileName } from '../../../lib/ui/download';
import { ExportButtons } from '../../../lib/ui/export-buttons';
import { PROBLEM_KINDS, ProblemNotice } from '../../../lib/ui/problem';
import { PromptCard } from '../../../lib/ui/prompt-card';
import { RangeBar } from '../../../lib/ui/range-bar';
import { Segments } from '../../../lib/ui/segments';
import { PeriodTotals } from '../../../lib/ui/totals';
import { mount } from './mount';
import { estimate, measures, record, START } from './records';

const names = (id: string) => (id === 'gpt-5' ? 'GPT-5' : null);
const card = (change: Parameters<typeof record>[0] = {}, headline: 'otm-shared' | 'otm-v1' = 'otm-shared') =>
  mount(<PromptCard record={record(change)} headline={headline} names={names} now={START + 65} />);

describe('the prompt card', () => {
  it('shows the range first and v1.0 beside it as what it is', async () => {
    const { text } = await card();
    expect(text()).toContain('0.34 Wh');
    expect(text()).toContain('likely 0.12–0.95 Wh');
    expect(text()).toMatch(/OTM v1\.0 as published: 5\.3 Wh · single request, upper bound/);
    expect(text()).toContain('1 minute ago');
    expect(text()).toContain('100 tokens in, 300 out · answered in 4.2 sec');
  });

  it('leads with v1.0 when the person chose it, still called an upper bound', async () => {
    const { root, text } = await card({}, 'otm-v1');
    expect(root.querySelector('.headline strong')?.textContent).toBe('5.3\u00a0Wh');
    expect(text()).toContain('OTM v1.0 as published: single request, upper bound');
    expect(text()).toContain('OTM-shared: 0.34 Wh · 0.12–0.95 Wh');
  });

  it.each(PROMPT_STATUSES)('names the status %s', async (status) => {
    const { root } = await card({ status });
    expect(root.querySelector(`.tag.${status}`)?.textContent).not.toBe('');
  });

  it('marks a running prompt and does not call it answered', async () => {
    const { text } = await card({ status: 'pending' });
    expect(text()).toContain('Running now');
    expect(text()).toContain('grow while the answer is written');
    expect(text()).not.toContain('answered in');
  });

  it.each(MODEL_MATCHES)('says how the model was found: %s', async (modelMatch) => {
    const { text } = await card({ modelMatch });
    const words = {
      slug: null,
      label: null,
      default: 'site default',
      chosen: 'your choice',
      family: 'guessed',
      unknown: 'unknown model',
    };
    const word = words[modelMatch];
    if (word === null) expect(text()).not.toMatch(/site default|your choice|guessed|unknown model/);
    else expect(text()).toContain(word);
  });

  it('shows the page’s own word as text, whatever it holds', async () => {
    const label = '<img src=x onerror=alert(1)>=cmd()';
    const { root, text } = await card({ modelId: 'not-known', modelLabel: label });
    expect(text()).toContain(label);
    expect(root.querySelector('img')).toBeNull();
  });

  it('shows the id where neither table nor page has a name', async () => {
    expect((await card({ modelId: 'unknown-claude', modelLabel: '' })).text()).toContain('unknown-claude');
  });

  it('mentions hidden thinking only where there was some', async () => {
    expect((await card()).text()).not.toContain('thinking');
    const thought = await card({ estimate: estimate({ reasoningTokens: 420 }) });
    expect(thought.text()).toContain('about 420 thinking');
  });

  it('gives the hidden thinking two digits, for it is inferred', async () => {
    const thought = await card({ estimate: estimate({ reasoningTokens: 1345 }) });
    expect(thought.text()).toContain('about 1,300 thinking');
  });
});

describe('the range bar', () => {
  it('is a picture with words, and needs no style attribute', async () => {
    const { root } = await mount(
      <RangeBar
        quantity="energy"
        range={{ low: 0.01, central: 1, high: 10 }}
        marker={{ name: 'v1.name', value: 5 }}
      />,
    );
    const label = root.querySelector('[role=img]')?.getAttribute('aria-label') ?? '';
    expect(label.replaceAll('\u00a0', ' ')).toBe(
      'Energy: 1.0 Wh, likely 0.010–10 Wh; OTM v1.0 as published 5.0 Wh',
    );
    expect(root.querySelectorAll('[style]')).toHaveLength(0);
    const band = root.querySelector('rect.energy');
    expect([band?.getAttribute('x'), band?.getAttribute('width')]).toEqual(['0.00%', '100.00%']);
  });

  it('draws nothing outside itself for zero', async () => {
    const { root } = await mount(<RangeBar quantity="water" range={{ low: 0, central: 0, high: 0 }} />);
    expect(root.querySelector('rect.water')?.getAttribute('x')).toBe('0.00%');
    expect(root.innerHTML).not.toContain('NaN');
  });
});

describe('totals', () => {
  it('say why their range is added up so, when there is more than one prompt', async () => {
    const many = await mount(<PeriodTotals measures={measures(3, 2)} headline="otm-shared" />);
    expect(many.text()).toContain('share their errors');
    const one = await mount(<PeriodTotals measures={measures(1, 2)} headline="otm-shared" />);
    expect(one.text()).not.toContain('share their errors');
  });

  it('say that a period is empty', async () => {
    const { text } = await mount(<PeriodTotals measures={measures(0, 0)} headline="otm-shared" />);
    expect(text()).toBe('No prompts in this period.');
  });
});

describe('the day chart', () => {
  it('has the same numbers as a table', async () => {
    const data = dayChart(
      [{ period: '2026-11-22', bySite: { claude: measures(1, 2) } }],
      ['2026-11-21', '2026-11-22'],
    );
    const { root } = await mount(<DayChart data={data} />);
    const cells = [...root.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent?.replaceAll('\u00a0', ' ')),
    );
    expect(cells).toEqual([['Nov 22', '2.0 Wh', '2.0 Wh']]);
    const bars = [...root.querySelectorAll('.day-chart rect')];
    expect(bars.map((bar) => [bar.getAttribute('class'), bar.getAttribute('height')])).toEqual([
      ['fill-claude', '100.00%'],
    ]);
  });
});

describe('the choice of a period', () => {
  it('is a group of radio buttons with a name', async () => {
    const chosen = vi.fn();
    const { root } = await mount(
      <Segments
        legend="Period"
        options={[
          { value: 'today', text: 'Today' },
          { value: 'all', text: 'All' },
        ]}
        value="today"
        onChange={chosen}
      />,
    );
    const radios = [...root.querySelectorAll('input')];
    expect(radios.map((radio) => [radio.type, radio.checked])).toEqual([
      ['radio', true],
      ['radio', false],
    ]);
    radios[1]?.click();
    expect(chosen).toHaveBeenCalledExactlyOnceWith('all');
  });
});

describe('export', () => {
  it('names the file by the local day', () => {
    expect(exportFileName('csv', new Date(2026, 0, 5, 23, 59))).toBe('tokenprint-2026-01-05.csv');
  });

  it('hands over a file and says so', async () => {
    const saved = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    const exporter = vi.fn(async () => new Blob(['id\r\n']));
    const { press, root } = await mount(<ExportButtons exporter={exporter} />);
    await press('Export CSV');
    await vi.waitFor(() =>
      expect(root.querySelector('[role=status]')?.textContent).toMatch(/^Saved tokenprint-.*\.csv\.$/),
    );
    expect(exporter).toHaveBeenCalledExactlyOnceWith('csv');
    expect(saved).toHaveBeenCalledOnce();
    saved.mockRestore();
  });

  it('says why it failed and can be tried again', async () => {
    const { press, root } = await mount(
      <ExportButtons
        exporter={async () => {
          throw new Error('no space left');
        }}
      />,
    );
    await press('Export JSON');
    await vi.waitFor(() => expect(root.textContent).toContain('The export failed: no space left'));
    expect(root.querySelectorAll('button:disabled')).toHaveLength(0);
  });
});

describe('a problem with the store', () => {
  it.each(PROBLEM_KINDS)('of kind %s is told at once, with what to do', async (kind) => {
    const { root, text } = await mount(
      <ProblemNotice problem={{ kind, message: 'the words', time: START }} utcOffsetMinutes={0} />,
    );
    expect(root.querySelector('[role=alert]')).not.toBeNull();
    expect(text()).toContain('the words');
    expect(text()).toContain('Nov 22');
  });
});
