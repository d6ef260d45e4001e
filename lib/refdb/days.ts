/** UTC days as YYYY-MM-DD, which compare as text; a month (YYYY-MM) counts from its first day on. */

/** The day of a time in Unix seconds; a time that is no date counts as later than every row. */
export function dayOf(time: number): string {
  const date = new Date(time * 1000);
  return Number.isNaN(date.getTime()) ? '9999-12-31' : date.toISOString().slice(0, 10);
}

const MILLISECONDS_PER_DAY = 86_400_000;

/** Whole days from one day or month to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MILLISECONDS_PER_DAY);
}
