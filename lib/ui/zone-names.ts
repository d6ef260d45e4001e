/** Names of countries and regions in the language of the page, from the browser itself. */
import type { GridZone } from '../refdb/places/zones';
import { t } from './i18n';

const cache = new Map<string, Intl.DisplayNames>();

function regionNames(locale: string): Intl.DisplayNames {
  const known = cache.get(locale);
  if (known) return known;
  const made = new Intl.DisplayNames(locale, { type: 'region' });
  cache.set(locale, made);
  return made;
}

/** The name of a zone; a group of countries that the browser has no name for keeps that of the table. */
export function zoneName(zone: Pick<GridZone, 'code' | 'name' | 'regionCode'>, locale: string): string {
  if (zone.code === 'Middle East') return t('zone.middle-east');
  return zone.regionCode === null ? zone.name : (regionNames(locale).of(zone.regionCode) ?? zone.name);
}

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * Zones whose name (here or in English) or code holds what is typed, accents aside, by name; those that begin
 * with it first.
 */
export function findZones<Z extends Pick<GridZone, 'code' | 'name' | 'regionCode'>>(
  zones: readonly Z[],
  typed: string,
  locale: string,
): readonly { readonly zone: Z; readonly name: string }[] {
  const wanted = folded(typed.trim());
  const named = zones.map((zone) => ({ zone, name: zoneName(zone, locale) }));
  const rank = ({ zone, name }: { zone: Z; name: string }): number => {
    const words = [name, zone.name, zone.code, zone.regionCode ?? ''].map(folded);
    if (words.some((word) => word.startsWith(wanted))) return 0;
    return words.some((word) => word.includes(wanted)) ? 1 : 2;
  };
  const collator = new Intl.Collator(locale);
  return named
    .map((entry) => ({ ...entry, rank: rank(entry) }))
    .filter((entry) => entry.rank < 2)
    .sort((a, b) => a.rank - b.rank || collator.compare(a.name, b.name))
    .map(({ zone, name }) => ({ zone, name }));
}
