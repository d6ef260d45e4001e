import { describe, expect, it } from 'vitest';
import { listZones } from '../refdb/places/zones';
import { findZones, zoneName } from './zone-names';

const zones = listZones();
const names = (typed: string, locale: string) => findZones(zones, typed, locale).map(({ name }) => name);

describe('a grid zone', () => {
  it('has its name in the language of the page, regions too', () => {
    const name = (code: string, locale: string) => {
      const zone = zones.find((one) => one.code === code);
      return zone && zoneName(zone, locale);
    };
    expect(name('DEU', 'fr')).toBe('Allemagne');
    expect(name('Europe', 'es')).toBe('Europa');
    expect(name('EU', 'de')).toBe('Europäische Union');
    expect(name('ASEAN', 'de')).toBe('ASEAN');
  });

  it('is found by its name here, in English or by its code, accents and case aside', () => {
    expect(names('etats-unis', 'fr')).toContain('États-Unis');
    expect(names('Germany', 'fr')).toContain('Allemagne');
    expect(names('deu', 'en')).toContain('Germany');
    expect(names('no such land', 'en')).toEqual([]);
  });

  it('that begins with what is typed comes first', () => {
    expect(names('fra', 'en')[0]).toBe('France');
    const united = names('united', 'en');
    expect(united.slice(0, 3)).toEqual(['United Arab Emirates', 'United Kingdom', 'United States']);
  });

  it('are all listed while nothing is typed', () => {
    expect(names('', 'en')).toHaveLength(zones.length);
  });

  it('every country of the table has a name that the browser knows', () => {
    const nameless = zones.filter(({ code, regionCode }) => /^[A-Z]{3}$/.test(code) && regionCode === null);
    expect(nameless.map(({ code }) => code)).toEqual([]);
  });
});
