/** A thread of 300 prompts, half of them answered at once: none is missed, and what is remembered stays small. */
import { describe, expect, it } from 'vitest';
import { textsIn } from '../../../lib/scrapers/tracker/focus';
import { PlainPage } from './plain-page';
import { KINDS } from './plain-turns';

const PROMPTS = 300;
/** A memory of so many bytes of JSON a turn is allowed: 1 kB a turn, by the issue of the tracker. */
const BYTES_A_TURN = 1_024;

/** The size of plain data as JSON, maps and sets included. */
function sizeOf(value: unknown): number {
  const plain = (one: unknown): unknown => {
    if (one instanceof Map) return [...one].map(([key, entry]) => [key, plain(entry)]);
    if (one instanceof Set) return [...one];
    if (Array.isArray(one)) return one.map(plain);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([name, entry]) => [name, plain(entry)]));
  };
  return JSON.stringify(plain(value)).length;
}

describe.each(KINDS)('300 prompts in one thread of the kind $name', (kind) => {
  const page = new PlainPage(kind);
  for (let n = 1; n <= PROMPTS; n += 1) {
    const block = page.ask(`Question ${n}`);
    if (n % 2 === 0) page.pass(1);
    else page.pass(0.05);
    page.reply(block);
    page.write(block, [`Answer ${n}.`]);
    page.pass(0.1);
    page.endStream();
    page.mark(block, { finished: true });
    page.pass(n % 2 === 0 ? 1 : 0.6);
  }
  page.pass(30);

  it('are 300 records, each whole', () => {
    const records = page.records.all();
    expect(records).toHaveLength(PROMPTS);
    expect(records.filter(({ status }) => status !== 'complete')).toEqual([]);
    expect(records.map(({ question }) => question)).toEqual(
      Array.from({ length: PROMPTS }, (_, n) => `Question ${n + 1}`),
    );
  });

  it('leave at most 1 kB a turn, and no attempt', () => {
    expect(page.tracker.attempts).toEqual([]);
    expect(sizeOf(page.tracker)).toBeLessThan(2 * PROMPTS * BYTES_A_TURN);
    expect(sizeOf(page.tracker)).toBeGreaterThan(2 * PROMPTS);
  });

  it('leave no words', () => {
    expect(textsIn(page.tracker).size).toBe(0);
  });
});
