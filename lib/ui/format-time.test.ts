import { describe, expect, it } from 'vitest';
import {
  dayKey,
  daysUntil,
  formatAgo,
  formatDay,
  formatDuration,
  formatDurationRange,
  formatMoment,
} from './format-time';

describe('a duration', () => {
  it.each([
    [0, '0.0 sec'],
    [0.84, '0.8 sec'],
    [9.96, '10 sec'],
    [59.4, '59 sec'],
    [60, '1 min 0 sec'],
    [192, '3 min 12 sec'],
    [3599.9, '1 hr 0 min'],
    [3900, '1 hr 5 min'],
  ])('of %d seconds reads %s', (seconds, text) => {
    expect(formatDuration(seconds, 'en').replaceAll('\u00a0', ' ')).toBe(text);
  });

  it('breaks between its parts only, never between a number and its unit', () => {
    expect(formatDuration(24, 'en')).toBe('24\u00a0sec');
    expect(formatDuration(192, 'en')).toBe('3\u00a0min 12\u00a0sec');
  });

  it('that is not known is a dash', () => {
    expect(formatDuration(null, 'en')).toBe('–');
    expect(formatDuration(-3, 'en')).toBe('–');
    expect(formatDuration(Number.NaN, 'en')).toBe('–');
  });
});

describe('a range of durations', () => {
  it('has its unit once', () => {
    expect(formatDurationRange(0.91, 22, 'en').replaceAll('\u00a0', ' ')).toBe('0.91–22 sec');
    expect(formatDurationRange(2, 2, 'en').replaceAll('\u00a0', ' ')).toContain('2 sec');
  });

  it('has the units of both ends where they are minutes, and a dash for what is not known', () => {
    expect(formatDurationRange(42, 72, 'en').replaceAll('\u00a0', ' ')).toBe('42 sec–1 min 12 sec');
    expect(formatDurationRange(-1, 3, 'en').replaceAll('\u00a0', ' ')).toBe('––3.0 sec');
  });
});

describe('a moment', () => {
  const noon = Date.UTC(2026, 10, 22, 12, 0, 0) / 1000;

  it('is told in the time of the place where it happened', () => {
    expect(formatMoment(noon, 60, 'en').replaceAll('\u202f', ' ')).toBe('Nov 22, 2026, 1:00 PM');
    expect(formatMoment(noon, -13 * 60, 'en')).toContain('Nov 21');
  });

  it('is told from now, and never in the future when a clock jumped', () => {
    expect(formatAgo(noon, noon + 3, 'en')).toBe('now');
    expect(formatAgo(noon, noon + 185, 'en')).toBe('3 minutes ago');
    expect(formatAgo(noon, noon + 86_400, 'en')).toBe('yesterday');
    expect(formatAgo(noon + 500, noon, 'en')).toBe('now');
  });

  it('that cannot be is a dash', () => {
    expect(formatMoment(Number.NaN, 0, 'en')).toBe('–');
    expect(formatDay('not a day', 'en')).toBe('–');
  });
});

describe('days', () => {
  it('are local ones', () => {
    const late = Date.UTC(2026, 10, 22, 23, 30, 0) / 1000;
    expect(dayKey(late, 0)).toBe('2026-11-22');
    expect(dayKey(late, 60)).toBe('2026-11-23');
  });

  it('run over the end of a month, oldest first', () => {
    expect(daysUntil('2026-03-01', 3)).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
    expect(formatDay('2026-03-01', 'en')).toBe('Mar 1');
  });
});
