/** Every situation over the tracker alone, on each kind of page that has it. No browser, no DOM. */
import { describe, expect, it } from 'vitest';
import { PlainPage } from './plain-page';
import { KINDS, type Kind } from './plain-turns';
import type { Record } from './records';
import { ANSWERING } from './rows/answering';
import { ATTEMPTS } from './rows/attempts';
import { BAD_INPUT } from './rows/bad-input';
import { ENDING } from './rows/ending';
import { LEFT_OPEN } from './rows/left-open';
import { NOTHING } from './rows/nothing';
import type { Expected, Group, Row } from './rows/row';
import { SENDING } from './rows/sending';

const GROUPS: readonly Group[] = [SENDING, ANSWERING, ATTEMPTS, ENDING, NOTHING, LEFT_OPEN, BAD_INPUT];

/** A time may be off by so much, seconds: the page is looked at so often. */
const TOLERANCE = 0.15;
const TIMES = ['sent', 'first', 'last', 'waited', 'waitedForUser'] as const;

const kindsOf = ({ on }: Row): readonly Kind[] =>
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

function playRow(row: Row, kind: Kind): void {
  const page = new PlainPage(kind, row.begin);
  row.play(page);
  page.pass(row.rest ?? 90);
  const expected = typeof row.expect === 'function' ? row.expect(page) : row.expect;
  expect(page.records.all().map((one, at) => near(one, expected[at]))).toMatchObject(expected);
  if (row.trouble !== undefined) expect(page.trouble).toBe(row.trouble);
}

describe.each(GROUPS)('$title', ({ rows }) => {
  const cells = rows.flatMap((row) => kindsOf(row).map((kind) => ({ row, kind })));
  it.each(cells)('$row.name ($kind.name)', ({ row, kind }) => playRow(row, kind));
});
