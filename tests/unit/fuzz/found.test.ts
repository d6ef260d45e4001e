/** What the random runs have found, each as a case of its own. */
import { describe, expect, it } from 'vitest';
import { BenchPage } from '../observer/bench-page';

async function answer(page: BenchPage, key: string, text: string): Promise<Element> {
  await page.pass(300);
  const turn = page.turn('assistant', `a${key}`);
  page.grow(turn, text);
  await page.pass(100);
  page.endStream(turn);
  await page.pass(1_000);
  return turn;
}

describe('found at random', () => {
  it('a retry that is left keeps its own question, not that of the chat shown next', async () => {
    const page = new BenchPage((bench) => bench.go('/c/own'));
    page.send('Why is the sea salty?', '1');
    const turn = await answer(page, '1', 'Rivers.');
    page.mark(turn, 'retry');
    page.press('.retry');
    page.unmark('.bar');
    turn.querySelector('.text')?.replaceChildren();
    page.startStream();
    await page.pass(300);
    page.grow(turn, 'Stones and rivers.');
    await page.pass(200);
    page.press('#link');
    page.go('/c/other');
    page.unmark('#stop');
    page.element('#thread').replaceChildren();
    page.exchange(77);
    await page.pass(2_000);
    expect(page.records()[1]).toMatchObject({
      status: 'interrupted',
      attempt: { kind: 'retry', of: page.records()[0]?.id },
      turnKey: 'u1',
      texts: { input: 'Why is the sea salty?', output: 'Stones and rivers.' },
    });
  });

  it('a prompt counts in a chat that was opened without any change of the page', async () => {
    const page = new BenchPage((bench) => bench.go('/c/empty'));
    await page.pass(3_000);
    page.press('#link');
    page.go('/c/empty-too');
    await page.pass(700);
    page.send('Hello?', '1');
    await answer(page, '1', 'Hello.');
    expect(page.records()).toMatchObject([{ status: 'complete', chat: { siteKey: 'empty-too' } }]);
  });
});
