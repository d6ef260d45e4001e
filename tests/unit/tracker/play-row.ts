/** Plays a row and compares what is told with what it expects. */
import { expect } from 'vitest';
import type { PlainPage } from './plain-page';
import { KINDS, type Kind } from './plain-turns';
import type { Record } from './records';
import type { Expected, Row } from './rows/row';

/** A time may be off by so much, seconds: the page is looked at so often. */
const TOLERANCE = 0.15;
const TIMES = ['sent', 'first', 'last', 'waited', 'waitedForUser'] as const;

export const kindsOf = ({ on }: Row): readonly Kind[] =>
  KINDS.filter(({ name }) => on === undefined || on.includes(name));

/** What was found, with times that are near enough written as they are expected. */
function near(found: Record, expected: Expected | undefined): Record {
  const next: { -readonly [K in keyof Record]: Record[K] } = { ...found };
  for (const name of TIMES) {
    const [is, wanted] = [found[name], expected?.[name]];
    if (is !== null && wanted != null && Math.abs(is - wanted) <= TOLERANCE) next[name] = wanted;
  }
  return next;
}

/** `Page` is the plain page over the tracker that is tried. */
export function playRow(Page: typeof PlainPage, row: Row, kind: Kind): void {
  const page = new Page(kind, row.begin);
  row.play(page);
  page.pass(row.rest ?? 90);
  const expected = typeof row.expect === 'function' ? row.expect(page) : row.expect;
  expect(page.records.all().map((one, at) => near(one, expected[at]))).toMatchObject(expected);
  if (row.trouble !== undefined) expect(page.trouble).toBe(row.trouble);
}
