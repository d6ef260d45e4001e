import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import en from '../../assets/locales/en.json';
import { locale, setLocale, t } from './i18n';

const root = fileURLToPath(new URL('../..', import.meta.url));
const VIEWS = ['lib/ui', 'entrypoints'];

const sources = VIEWS.flatMap((folder) =>
  readdirSync(`${root}/${folder}`, { encoding: 'utf8', recursive: true })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
    .map((name) => readFileSync(`${root}/${folder}/${name}`, 'utf8')),
).join('\n');

afterEach(() => {
  setLocale('en');
});

describe('texts', () => {
  it('fill in their values and choose the plural', () => {
    expect(t('totals.prompts', { count: 1, formatted: '1' })).toBe('1 prompt');
    expect(t('totals.prompts', { count: 1200, formatted: '1,200' })).toBe('1,200 prompts');
  });

  it('leave escaping to the page: what looks like markup stays text', () => {
    expect(t('import.reading', { file: '<b>"&' })).toBe('Reading <b>"&…');
  });

  it('switch with the language, and stay English where a language has no catalogue', () => {
    expect(setLocale('xx-YY', { 'period.today': 'Oggi' })).toBe('xx-YY');
    expect(t('period.today')).toBe('Oggi');
    expect(t('period.all')).toBe('All');
    expect(setLocale('qq')).toBe('en');
    expect(locale()).toBe('en');
    expect(setLocale('en-GB')).toBe('en-GB');
    expect(t('period.today')).toBe('Today');
  });
});

describe('the catalogue', () => {
  const keys = Object.keys(en).map((key) => key.replace(/_(one|other)$/, ''));

  it('has no text that no view uses', () => {
    const literal = new Set(
      [...sources.matchAll(/['"]([a-z0-9-]+(?:\.[a-z0-9-]+)+)['"]/gi)].map(([, key]) => key),
    );
    const patterns = [...sources.matchAll(/`([a-z0-9-]+\.(?:[a-z0-9.-]|\$\{[^}]+\})+)`/gi)].map(
      ([, template = '']) =>
        new RegExp(`^${template.replaceAll('.', '\\.').replace(/\$\{[^}]+\}/g, '[a-z0-9.-]+')}$`, 'i'),
    );
    const unused = keys.filter((key) => !literal.has(key) && !patterns.some((pattern) => pattern.test(key)));
    expect(unused).toEqual([]);
  });

  it('has both forms of every plural', () => {
    const counted = Object.keys(en).filter((key) => /_(one|other)$/.test(key));
    for (const key of counted) {
      expect(en).toHaveProperty([key.replace(/_(one|other)$/, '_one')]);
      expect(en).toHaveProperty([key.replace(/_(one|other)$/, '_other')]);
    }
  });
});
