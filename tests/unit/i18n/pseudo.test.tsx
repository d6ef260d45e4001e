// @vitest-environment happy-dom
/** A made-up language whose every text is marked: what is not marked did not come from the catalogue. */
import { signal } from '@preact/signals';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import en from '../../../assets/locales/en.json';
import { EstimatedFacts } from '../../../entrypoints/dashboard/facts';
import { PromptTable } from '../../../entrypoints/dashboard/prompt-table';
import { SettingsParts } from '../../../entrypoints/dashboard/settings/room';
import { BudgetBars } from '../../../entrypoints/popup/budget-bars';
import { TabLine } from '../../../entrypoints/popup/tab-state';
import { App as Welcome } from '../../../entrypoints/welcome/app';
import { factorsFor, knownModel } from '../../../lib/refdb';
import { ESTIMATORS } from '../../../lib/ui/factor-text';
import { setLocale } from '../../../lib/ui/i18n';
import { MethodTable } from '../../../lib/ui/method-table';
import { PromptCard } from '../../../lib/ui/prompt-card';
import { TaskTotals } from '../../../lib/ui/task-totals';
import { ChatTotals, PeriodTotals } from '../../../lib/ui/totals';
import { mount } from '../views/mount';
import { estimate, measures, record, SETTINGS, START } from '../views/records';

const PSEUDO = 'en-XA';
/** Half as long again, as a translation may be, and marked at both ends. */
const marked = (text: string): string => `⟦${text} ${'·'.repeat(Math.ceil(text.length / 2))}⟧`;
const catalogue = Object.fromEntries(Object.entries(en).map(([key, text]) => [key, marked(text)]));

beforeEach(() => {
  setLocale(PSEUDO, catalogue);
});
afterEach(() => {
  setLocale('en');
});

/** What may stand unmarked: names, numbers with units, and what a table says of its sources. */
const DATA =
  /^(?:English|Français|Deutsch|Español|OpenAI|Anthropic|Google|[<\d.,–\s%()]*(?:m?Wh|m?g|mL|kWh)?[,·\s]*|.*(?:report|figures|Elsworth|Ember|EPA|UK Government|Calculated|A glass|CC BY).*)$/s;

/** The words outside the marks; a text may have been put into another. */
function outside(text: string): string {
  const without = text.replace(/⟦[^⟦⟧]*⟧/g, '');
  return without === text ? text.trim() : outside(without);
}

/** @param data where names of models and countries stand, which come from tables and from the browser */
function unmarked(root: HTMLElement, data = 'option, .zones, td, .tick, text'): string[] {
  const found: string[] = [];
  for (const node of root.querySelectorAll('*')) {
    if (node.closest(data)) continue;
    for (const child of node.childNodes) {
      if (child.nodeType !== 3) continue;
      const words = outside(child.textContent ?? '');
      if (/\p{L}{2}/u.test(words) && !DATA.test(words)) found.push(words);
    }
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
      const words = outside(node.getAttribute(name) ?? '');
      if (/\p{L}{2}/u.test(words) && !DATA.test(words)) found.push(`${name}: ${words}`);
    }
  }
  return found;
}

/** Numbers that stand before their unit outside of a place of their own: in a right-to-left text they change places. */
function loose(root: HTMLElement): string[] {
  return [...root.querySelectorAll('*')]
    .filter((node) => node.closest('bdi, svg, td.number, option') === null)
    .flatMap((node) => [...node.childNodes].filter(({ nodeType }) => nodeType === 3))
    .map(({ textContent }) => textContent ?? '')
    .filter((text) => /^\s*[<\d][\d.,–]*\s*[a-z]/i.test(text));
}

describe('in a right-to-left text', () => {
  it('a number and its unit keep their order', async () => {
    const { root } = await mount(
      <>
        <PromptCard record={record()} headline="otm-shared" names={() => null} now={START} />
        <PeriodTotals measures={measures(3, 1)} headline="otm-v1" />
        <TaskTotals
          attempts={[record(), record({ id: 'r2', attempt: 2 })]}
          workingAddress={(id) => `#${id}`}
        />
        <ChatTotals measures={measures(3, 1)} headline="otm-shared" />
        <PromptTable caption="x" records={[record()]} names={() => null} onOpen={() => {}} />
        <EstimatedFacts record={record()} />
      </>,
    );
    expect(root.querySelectorAll('bdi').length).toBeGreaterThan(10);
    expect(loose(root)).toEqual([]);
  });

  it('one that does not is noticed', async () => {
    expect(loose((await mount(<p>0.34 Wh</p>)).root)).toEqual(['0.34 Wh']);
  });
});

describe('in a made-up language', () => {
  it('a text that is not from the catalogue is noticed', async () => {
    const { root } = await mount(<p title="A hint">Plain words</p>);
    expect(unmarked(root)).toEqual(['Plain words', 'title: A hint']);
  });

  it('every word of the settings is from the catalogue', async () => {
    const settings = {
      ...SETTINGS,
      gridZone: 'FRA',
      currency: { code: 'EUR', perUsd: 0.92, date: '2026-11-22' },
      budgets: [{ period: 'day', quantity: 'energy', limit: 5 } as const],
    };
    const { root, text } = await mount(<SettingsParts settings={settings} change={() => {}} failure="x" />);
    expect(text()).toContain('⟦');
    expect(unmarked(root)).toEqual([]);
  });

  it('every word of the welcome page is from the catalogue', async () => {
    const { root } = await mount(
      <Welcome
        settings={signal(SETTINGS)}
        failure={signal(null)}
        onSettings={() => {}}
        allowed={signal({ chatgpt: true, claude: false, gemini: true })}
        onGrant={() => {}}
        pricer={async () => {
          throw new Error('not asked for here');
        }}
        sampleTokens={{ input: 15, output: 300 }}
        dashboardAddress="/dashboard.html"
      />,
    );
    expect(unmarked(root)).toEqual([]);
  });

  it('every word of a number’s facts and of the table of methods is from the catalogue, cells too', async () => {
    const { disclosure } = factorsFor({ model: knownModel('gpt-5'), guessed: false }).peers;
    const one = { low: 0.1, central: 0.3, high: 0.9 };
    const energyWh = Object.fromEntries(ESTIMATORS.map((name) => [name, one]));
    const { root, text } = await mount(
      <>
        <EstimatedFacts record={record({ estimate: estimate({ reasoningTokens: 420 }) })} />
        <MethodTable energyWh={energyWh} disclosure={disclosure} />
      </>,
    );
    expect(text()).toContain('ChatGPT query');
    expect(unmarked(root, 'text, a')).toEqual([]);
  });

  it('every word of a sum, a budget and a tab’s state is from the catalogue', async () => {
    const states = [
      { kind: 'no-site' },
      { kind: 'paused', site: 'claude' },
      { kind: 'withheld', site: 'gemini' },
    ] as const;
    const { root } = await mount(
      <>
        <PeriodTotals measures={measures(3, 1)} headline="otm-shared" />
        <BudgetBars
          states={[
            {
              budget: { period: 'day', quantity: 'prompts', limit: 2 },
              used: 3,
              share: 1.5,
              level: 'reached',
            },
          ]}
        />
        {states.map((value) => (
          <TabLine
            key={value.kind}
            tab={{ kind: 'ready', value }}
            utcOffsetMinutes={START % 60}
            onGrant={() => {}}
          />
        ))}
      </>,
    );
    await act(() => {});
    expect(unmarked(root)).toEqual([]);
  });
});
