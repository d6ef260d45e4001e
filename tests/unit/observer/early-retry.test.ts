import { describe, expect, it } from 'vitest';
import { BenchPage } from './bench-page';

describe('a retry right after the end of an answer, while it still settles', () => {
  it('ends the first attempt as complete and counts as the second', async () => {
    const page = new BenchPage();
    page.send('Again?', '1');
    await page.pass(500);
    const turn = page.turn('assistant', 'a1');
    page.grow(turn, 'First try.');
    await page.pass(50);
    page.endStream(turn);
    page.mark(turn, 'retry');
    await page.pass(60);
    page.press('.retry');
    page.unmark('.bar');
    turn.querySelector('.text')?.replaceChildren();
    page.startStream();
    await page.pass(500);
    page.grow(turn, 'Second try, longer.');
    await page.pass(50);
    page.endStream(turn);
    await page.pass(1_000);
    expect(page.records().map(({ status, attempt, texts }) => [status, attempt.kind, texts?.output])).toEqual(
      [
        ['complete', 'first', 'First try.'],
        ['complete', 'retry', 'Second try, longer.'],
      ],
    );
  });
});
