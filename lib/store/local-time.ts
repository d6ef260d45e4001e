/** Local calendar of a record, from its own UTC offset: it never moves when the person travels. */

const DAY_SECONDS = 86_400;

/** The local day `2026-11-22` of a time in Unix seconds. */
export function localDay(timeSeconds: number, utcOffsetMinutes: number): string {
  return new Date((timeSeconds + utcOffsetMinutes * 60) * 1000).toISOString().slice(0, 10);
}

/** The local month `2026-11` of a local day. */
export const monthOf = (day: string): string => day.slice(0, 7);

/** The local hour of the week, 0 for Monday 00:00 to 01:00, 167 for Sunday 23:00 to 24:00. */
export function hourOfWeek(timeSeconds: number, utcOffsetMinutes: number): number {
  const local = new Date((timeSeconds + utcOffsetMinutes * 60) * 1000);
  return ((local.getUTCDay() + 6) % 7) * 24 + local.getUTCHours();
}

/** The day `days` before `day`. */
export function daysBefore(day: string, days: number): string {
  const seconds = Date.parse(`${day}T00:00:00Z`) / 1000 - days * DAY_SECONDS;
  return localDay(seconds, 0);
}

/** The Monday of the week of a local day. */
export function mondayOf(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return daysBefore(day, weekday);
}
