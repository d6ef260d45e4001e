import type { Source } from '../types';
import { EMBER, gridCarbon } from './grid-carbon';
import { ECOLOGITS_WATER, gridWater } from './grid-water.mpl';
import { alpha3ByAlpha2, regionCodes } from './iso-alpha2';

/** A country or region whose electricity can be chosen for the data centre. */
export interface GridZone {
  /** ISO alpha-3, or the name of a region such as `Europe`. */
  readonly code: string;
  readonly name: string;
  /** ISO alpha-2 or UN M49 code, by which `Intl.DisplayNames` knows its name; null for other groups of countries. */
  readonly regionCode: string | null;
  /** Year of the carbon figure. */
  readonly year: number;
  readonly gco2ePerKwh: number;
  readonly carbonSource: Source;
  /** Litres consumed per kWh generated; null where the table has none. */
  readonly wueOffSite: number | null;
  readonly waterSource: Source | null;
}

const zones: readonly GridZone[] = gridCarbon.map(([code, name, year, gco2ePerKwh]) => {
  const wueOffSite = gridWater.get(code) ?? null;
  return {
    code,
    name,
    regionCode: regionCodes.get(code) ?? null,
    year,
    gco2ePerKwh,
    carbonSource: { ...EMBER, date: String(year) },
    wueOffSite,
    waterSource: wueOffSite === null ? null : ECOLOGITS_WATER,
  };
});

const byCode = new Map(zones.map((zone) => [zone.code.toUpperCase(), zone]));

const sortedByName = zones.toSorted((a, b) => a.name.localeCompare(b.name, 'en'));

/** All zones by name, for a picker. */
export function listZones(): readonly GridZone[] {
  return sortedByName;
}

/** A zone by ISO alpha-3 or alpha-2 code or region name, in any case; null when it is none of them. */
export function resolveZone(code: string): GridZone | null {
  const wanted = code.trim().toUpperCase();
  return byCode.get(alpha3ByAlpha2.get(wanted) ?? wanted) ?? null;
}
