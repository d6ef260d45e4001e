// @vitest-environment happy-dom
/** What the tables say in English is said in the language of the page. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import de from '../../../assets/locales/de.json';
import { EstimatedFacts } from '../../../entrypoints/dashboard/facts';
import { factorsFor, knownModel } from '../../../lib/refdb';
import { setLocale } from '../../../lib/ui/i18n';
import { MethodTable } from '../../../lib/ui/method-table';
import { mount } from '../views/mount';
import { estimate, record } from '../views/records';

beforeEach(() => setLocale('de', de));
afterEach(() => setLocale('en'));

const one = { low: 0.1, central: 0.3, high: 0.9 };

describe('in German', () => {
  it.each([
    ['gpt-5', 'OpenAI: die durchschnittliche ChatGPT-Anfrage'],
    ['gemini-2.5-pro', 'Google: der Median der Text-Prompts'],
  ])('the provider’s own figure beside %s is described', async (id, words) => {
    const { disclosure } = factorsFor({ model: knownModel(id), guessed: false }).peers;
    if (disclosure === null) throw new Error('no figure of the provider');
    const { text } = await mount(<MethodTable energyWh={{ 'otm-shared': one }} disclosure={disclosure} />);
    expect(text()).toContain(`${words}`);
    expect(text()).not.toContain(disclosure.label);
  });

  it('the grid has its name, and a code that is not in the tables stays', async () => {
    const grid = async (gridZone: string) =>
      (await mount(<EstimatedFacts record={record({ estimate: estimate({ gridZone }) })} />)).text();
    expect(await grid('USA')).toContain('Vereinigte Staaten, ');
    expect(await grid('ZZZ')).toContain('ZZZ, ');
  });

  it('hidden thinking has two digits', async () => {
    const of = record({ estimate: estimate({ reasoningTokens: 1345 }) });
    expect((await mount(<EstimatedFacts record={of} />)).text()).toContain('1.300 Tokens');
  });
});
