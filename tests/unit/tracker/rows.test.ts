/** Every situation over the tracker alone, on each kind of page that has it. No browser, no DOM. */
import { describe, expect, it } from 'vitest';
import { PlainPage } from './plain-page';
import { kindsOf, playRow } from './play-row';
import { GROUPS } from './rows/all';

describe.each(GROUPS)('$title', ({ rows }) => {
  const cells = rows.flatMap((row) => kindsOf(row).map((kind) => ({ row, kind })));
  it.each(cells)('$row.name ($kind.name)', ({ row, kind }) => playRow(PlainPage, row, kind));
});

it('counts rows whose page nobody has seen apart from the others', () => {
  const rows = GROUPS.flatMap((group) => group.rows);
  const madeUp = rows.filter((row) => row.madeUp);
  console.info(`${rows.length - madeUp.length} situations of pages that were seen, ${madeUp.length} made up`);
  expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
  expect([rows.length - madeUp.length, madeUp.length]).toEqual([130, 51]);
});
