/** Durations, moments and days as people read them, through `Intl` only. Times are Unix seconds. */
import { UNKNOWN_TEXT } from './format';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const formats = new Map<string, Intl.DateTimeFormat>();

/** One formatter per locale and options: making them is what takes long, and a list has many rows. */
function dateFormat(locale: string | undefined, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, made);
  return made;
}

/** With spaces that do not break: a number and its unit stay on one line. */
function unit(value: number, name: string, locale: string | undefined, fractionDigits = 0): string {
  const text = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: name,
    unitDisplay: 'short',
    minimumFractionDigits: fractionDigits,
    maximumFractionDigits: fractionDigits,
  }).format(value);
  return text.replaceAll(' ', '\u00a0');
}

function two(first: string, second: string, locale: string | undefined): string {
  return new Intl.ListFormat(locale, { type: 'unit', style: 'narrow' }).format([first, second]);
}

/** A duration in seconds: "0.8 sec", "42 sec", "3 min 12 sec", "1 hr 5 min"; "–" when unknown or negative. */
export function formatDuration(seconds: number | null, locale?: string): string {
  if (seconds === null || !Number.isFinite(seconds) || seconds < 0) return UNKNOWN_TEXT;
  if (seconds < 9.95) return unit(seconds, 'second', locale, 1);
  const whole = Math.round(seconds);
  if (whole < MINUTE) return unit(whole, 'second', locale);
  if (whole < HOUR) {
    return two(
      unit(Math.floor(whole / MINUTE), 'minute', locale),
      unit(whole % MINUTE, 'second', locale),
      locale,
    );
  }
  const minutes = Math.round(seconds / MINUTE);
  return two(unit(Math.floor(minutes / 60), 'hour', locale), unit(minutes % 60, 'minute', locale), locale);
}

/** Low to high in seconds with the unit once, such as "0.9–22 sec"; from a minute on each with its own units. */
export function formatDurationRange(low: number, high: number, locale?: string): string {
  const ends = [low, high].every((seconds) => Number.isFinite(seconds) && seconds >= 0);
  if (!ends || high >= MINUTE) return `${formatDuration(low, locale)}–${formatDuration(high, locale)}`;
  const format = {
    style: 'unit',
    unit: 'second',
    unitDisplay: 'short',
    maximumSignificantDigits: 2,
  } as const;
  return new Intl.NumberFormat(locale, format).formatRange(low, high).replaceAll(' ', '\u00a0');
}

/** How long ago, such as "3 minutes ago"; a moment in the future counts as now. */
export function formatAgo(time: number, nowSeconds: number, locale?: string): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const seconds = Math.max(0, nowSeconds - time);
  if (!Number.isFinite(seconds)) return UNKNOWN_TEXT;
  if (seconds < 10) return format.format(0, 'second');
  if (seconds < MINUTE) return format.format(-Math.floor(seconds), 'second');
  if (seconds < HOUR) return format.format(-Math.floor(seconds / MINUTE), 'minute');
  if (seconds < DAY) return format.format(-Math.floor(seconds / HOUR), 'hour');
  return format.format(-Math.floor(seconds / DAY), 'day');
}

/** Date and time of day where and when it happened: `utcOffsetMinutes` is the sender's, not today's. */
export function formatMoment(time: number, utcOffsetMinutes: number, locale?: string): string {
  const local = new Date((time + utcOffsetMinutes * MINUTE) * 1000);
  if (Number.isNaN(local.getTime())) return UNKNOWN_TEXT;
  return dateFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(local);
}

/** A day key `YYYY-MM-DD` as a short label, such as "Nov 5". */
export function formatDay(day: string, locale?: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return UNKNOWN_TEXT;
  return dateFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' }).format(date);
}

/** A month key `YYYY-MM` as a short label, such as "Nov 2026". */
export function formatMonth(month: string, locale?: string): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return UNKNOWN_TEXT;
  return dateFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(date);
}

/** A day of the week, 0 for Monday, as a short label. */
export function formatWeekday(weekday: number, locale?: string): string {
  // 2024-01-01 was a Monday.
  const date = new Date(Date.UTC(2024, 0, 1 + weekday));
  return dateFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(date);
}

/** The local day key `YYYY-MM-DD` of a moment. */
export function dayKey(time: number, utcOffsetMinutes: number): string {
  return new Date((time + utcOffsetMinutes * MINUTE) * 1000).toISOString().slice(0, 10);
}

/** `count` day keys ending with `lastDay`, oldest first. */
export function daysUntil(lastDay: string, count: number): string[] {
  const last = Date.parse(`${lastDay}T00:00:00Z`) / 1000;
  return Array.from({ length: count }, (_, index) => dayKey(last - (count - 1 - index) * DAY, 0));
}
