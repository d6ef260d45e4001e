/** The JSON export's frame, and bytes that depend on the data alone. */

export const EXPORT_FORMAT = 'tokenprint';
/** Version of the export's frame; a file with a larger one is refused. */
export const EXPORT_VERSION = 1;

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** JSON with the keys of every object in order: equal data gives equal text. */
export const canonicalJson = (value: unknown): string => JSON.stringify(value, sortKeys) ?? 'null';

/** Unix seconds as ISO 8601 with milliseconds; null stays null. */
export const isoTime = (seconds: number | null): string | null =>
  seconds === null ? null : new Date(Math.round(seconds * 1000)).toISOString();
