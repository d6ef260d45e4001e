/** The catalogues: complete in every language, and nothing in a view that is not in them. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import de from '../../../assets/locales/de.json';
import en from '../../../assets/locales/en.json';
import es from '../../../assets/locales/es.json';
import fr from '../../../assets/locales/fr.json';
import { LANGUAGES } from '../../../lib/settings';
import { setLocale, t } from '../../../lib/ui/i18n';
import { applyLanguage, directionOf } from '../../../lib/ui/languages';

const root = fileURLToPath(new URL('../../..', import.meta.url));
type Catalogue = Readonly<Record<string, string>>;
const CATALOGUES: Readonly<Record<(typeof LANGUAGES)[number], Catalogue>> = { en, fr, de, es };
const ENGLISH: Catalogue = en;

afterEach(() => {
  setLocale('en');
});

/** Keys of a language: each plural in every form that the language has. */
function keysOf(language: string): string[] {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const plurals = Object.keys(ENGLISH).filter((key) => key.endsWith('_other'));
  const plain = Object.keys(ENGLISH).filter((key) => !/_(one|other)$/.test(key));
  return [...plain, ...plurals.flatMap((key) => forms.map((form) => key.replace(/other$/, form)))].sort();
}

const places = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([place]) => place).sort();

describe.each(LANGUAGES)('the catalogue of %s', (language) => {
  const catalogue = CATALOGUES[language];

  it('has every text and no other', () => {
    expect(Object.keys(catalogue).sort()).toEqual(keysOf(language));
  });

  it('has no empty text, and the same places to fill in as the English one', () => {
    for (const [key, text] of Object.entries(catalogue)) {
      expect(text.trim(), key).not.toBe('');
      const source = ENGLISH[key] ?? ENGLISH[key.replace(/_\w+$/, '_other')] ?? '';
      expect(places(text), key).toEqual(places(source));
    }
  });

  it('keeps the names and units that are the same everywhere', () => {
    for (const [key, text] of Object.entries(catalogue)) {
      const source = ENGLISH[key] ?? '';
      for (const name of ['Tokenprint', 'CO₂e', 'ChatGPT', 'OTM-shared', 'gCO₂e/kWh', 'PUE']) {
        if (source.includes(name)) expect(text, key).toContain(name);
      }
    }
  });
});

describe.each(['fr', 'de', 'es'] as const)('the translation into %s', (language) => {
  it('is one: no text of two words is as in English, but for titles of works and what is no word', () => {
    const isWords = (text: string) => /\p{Ll}{2,}\s+\p{Ll}{2,}/u.test(text.replaceAll(/\{\{\w+\}\}/g, '#'));
    const sentences = Object.entries(ENGLISH).filter(
      ([key, text]) => isWords(text) && !key.startsWith('estimator.'),
    );
    const same = sentences.filter(([key, text]) => CATALOGUES[language][key] === text).map(([key]) => key);
    expect(same).toEqual([]);
  });
});

describe('the typography', () => {
  // Names of variables in double braces hold no sign of their own.
  const texts = (language: 'fr' | 'de' | 'es' | 'en') => Object.entries(CATALOGUES[language]);

  it('of French puts a narrow space that does not break before : ; ? ! % and inside « »', () => {
    for (const [key, text] of texts('fr')) {
      if (key.startsWith('estimator.')) continue;
      expect(text, key).not.toMatch(/[^\u202f][:;?!»%](?=\s|$|[.,)])/);
      expect(text, key).not.toMatch(/«[^\u202f]/);
      expect(text, key).not.toMatch(/\d \d{3}/);
    }
  });

  it.each(['de', 'es'] as const)('of %s keeps a number and its % together', (language) => {
    for (const [key, text] of texts(language)) expect(text, key).not.toMatch(/\d(?: )?%/);
  });

  it.each(LANGUAGES)('of %s has its own quotation marks and apostrophes', (language) => {
    const foreign = { en: /["'„«]/, fr: /["'„“]/, de: /["'«]/, es: /["'„“]/ }[language];
    for (const [key, text] of texts(language)) expect(text, key).not.toMatch(foreign);
  });
});

describe('a language', () => {
  it('is loaded when it is wanted, for its regional variants too', async () => {
    const page = { lang: '', dir: '' } as HTMLElement;
    await applyLanguage('de-AT', page);
    expect(t('nav.settings')).toBe(de['nav.settings']);
    expect([page.lang, page.dir]).toEqual(['de-AT', 'ltr']);
  });

  it('chooses the plural, up to the millions', async () => {
    await applyLanguage('fr', { lang: '', dir: '' } as HTMLElement);
    expect(t('totals.prompts', { count: 1, formatted: '1' })).toBe('1 prompt');
    expect(t('history.deleted', { count: 1_000_000, formatted: '1 000 000' })).toBe(
      '1 000 000 prompts ont été supprimés.',
    );
  });

  it('that is wanted last wins, whichever is loaded first', async () => {
    const page = { lang: '', dir: '' } as HTMLElement;
    await Promise.all([applyLanguage('fr', page), applyLanguage('en', page)]);
    expect(page.lang).toBe('en');
    expect(t('nav.settings')).toBe('Settings');
  });

  it('without a catalogue reads as English, from left to right', async () => {
    const page = { lang: '', dir: '' } as HTMLElement;
    await applyLanguage('ar', page);
    expect([page.lang, page.dir]).toEqual(['en', 'ltr']);
  });

  it('has its direction', () => {
    expect(['ar', 'he-IL', 'fa'].map(directionOf)).toEqual(['rtl', 'rtl', 'rtl']);
    expect(LANGUAGES.map(directionOf)).toEqual(['ltr', 'ltr', 'ltr', 'ltr']);
  });
});

describe('the texts of the manifest', () => {
  it.each(LANGUAGES)('are there in %s, within what the stores allow', (language) => {
    const path = `${root}/assets/public/_locales/${language}/messages.json`;
    const messages: Record<string, { message: string }> = JSON.parse(readFileSync(path, 'utf8'));
    expect(Object.keys(messages)).toEqual(['extensionName', 'extensionDescription']);
    expect(messages.extensionName?.message).toBe('Tokenprint');
    expect(messages.extensionDescription?.message.length).toBeLessThanOrEqual(132);
  });
});

/** Words that stand in a view itself: between tags, or in an attribute that is read aloud. */
function hardCoded(source: string): string[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
  const between = [...code.matchAll(/(?<!=)>([^<>{}();=&|]*[a-z]{2}[^<>{}();=&|]*)<(?=\/|[a-z])/gi)];
  const spoken = [
    ...code.matchAll(/\b(?:aria-\w+|title|placeholder|alt|legend|label|summary|name)="([^"]*\s[^"]*)"/gi),
    ...code.matchAll(/\b(?:aria-label|placeholder|alt)="([^"]*[a-z]{2}[^"]*)"/gi),
  ];
  return [...between, ...spoken].map(([, words = '']) => words.trim()).filter((words) => words !== '');
}

describe('words in the views themselves', () => {
  it('are found where there are any', () => {
    expect(hardCoded('<p class="small soft">\n  Nothing here\n</p>')).toEqual(['Nothing here']);
    expect(hardCoded('<img alt="A chart" /><button aria-label="Close">×</button>')).toContain('A chart');
    expect(hardCoded('<button aria-label="Close">×</button>')).toEqual(['Close']);
    expect(hardCoded("<p>{t('app.loading')}</p>; const f = (a: Map<string, number>) => a < b")).toEqual([]);
  });

  it('there are none', () => {
    const found: Record<string, string[]> = {};
    for (const folder of ['lib/ui', 'entrypoints']) {
      for (const name of readdirSync(`${root}/${folder}`, { encoding: 'utf8', recursive: true })) {
        if (!name.endsWith('.tsx') || name.includes('.test.')) continue;
        const words = hardCoded(readFileSync(`${root}/${folder}/${name}`, 'utf8'));
        if (words.length > 0) found[`${folder}/${name}`] = words;
      }
    }
    expect(found).toEqual({});
  });
});
