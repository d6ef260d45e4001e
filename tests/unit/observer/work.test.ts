/** What looking at a long chat costs, counted in passes over the page. */
import { describe, expect, it, vi } from 'vitest';
import { BenchPage } from './bench-page';

const EXCHANGES = 300;

function longChat() {
  const page = new BenchPage((built) => {
    for (let n = 0; n < EXCHANGES; n += 1) built.exchange(n);
  });
  const all = vi.spyOn(page.document, 'querySelectorAll');
  return { page, passes: () => all.mock.calls.map(([selector]) => selector) };
}

describe('in a chat of 300 exchanges', () => {
  it('a send knows its thread already, and asks for nothing but its composer', async () => {
    const { page, passes } = longChat();
    await page.pass(2_000);
    page.type('How do tides work?');
    await page.pass(2_000);
    const before = passes().length;
    page.enter('#composer');
    expect(passes().slice(before)).toEqual(['#composer']);
  });

  it('the beginning of a prompt asks for each thing once', async () => {
    const { page, passes } = longChat();
    await page.pass(2_000);
    page.send('How do tides work?', 'new');
    const before = passes().length;
    await page.pass(0);
    const asked = passes().slice(before);
    expect(page.records()).toHaveLength(1);
    expect(asked).toEqual([...new Set(asked)]);
    expect(asked.length).toBeLessThanOrEqual(4);
  });

  it('an answer that grows is looked at without any pass over the page', async () => {
    const { page, passes } = longChat();
    await page.pass(2_000);
    page.send('How do tides work?', 'new');
    await page.pass(100);
    const answer = page.turn('assistant', 'anew');
    page.grow(answer, 'The moon');
    await page.pass(300);
    const before = passes().length;
    const asked = vi.spyOn(answer, 'querySelector');
    for (let n = 0; n < 100; n += 1) {
      page.grow(answer, ' pulls');
      await page.pass(100);
    }
    expect(passes().slice(before)).toEqual([]);
    // Of the answer itself only what cannot be asked at its end: it may be long.
    const marks = asked.mock.calls.map(([selector]) => selector);
    expect(marks).toContain('.thinking');
    for (const mark of ['.bar', '.error', '.streaming']) expect(marks).not.toContain(mark);
    page.endStream(answer);
    await page.pass(2_000);
    expect(page.records()).toMatchObject([
      { status: 'complete', context: { turns: 2 * EXCHANGES, complete: true } },
    ]);
  });

  it('thinking that has been seen is not looked for again, and is told when its marks are gone', async () => {
    const { page } = longChat();
    await page.pass(2_000);
    page.send('How do tides work?', 'new');
    const answer = page.turn('assistant', 'anew');
    page.mark(answer, 'thinking');
    await page.pass(300);
    page.unmark('.thinking');
    const asked = vi.spyOn(answer, 'querySelector');
    page.grow(answer, 'The moon');
    for (let n = 0; n < 10; n += 1) {
      page.grow(answer, ' pulls');
      await page.pass(100);
    }
    // Once by the report of the first token, and by none of the looks.
    expect(asked.mock.calls.filter(([selector]) => selector === '.thinking')).toHaveLength(1);
    page.endStream(answer);
    await page.pass(2_000);
    expect(page.records()).toMatchObject([{ status: 'complete', thinking: { seen: true } }]);
  });
});
