/** Which chat a prompt belongs to, when another one is shown while its answer grows. */
import { describe, expect, it } from 'vitest';
import { BenchPage } from './bench-page';

/** A prompt sent on the home page, whose chat has got its name and whose answer has begun. */
async function answering(build: (page: BenchPage) => void = () => {}): Promise<BenchPage> {
  const page = new BenchPage(build);
  page.send('Question 1', '1');
  await page.pass(500);
  page.go('/c/one');
  await page.pass(500);
  page.grow(page.turn('assistant', 'a1'), 'Half');
  await page.pass(1_000);
  return page;
}

/** The site shows another chat, with no link pressed. */
function show(page: BenchPage, path: string, ...exchanges: number[]): void {
  page.go(path);
  page.unmark('#stop');
  page.element('#thread').replaceChildren();
  for (const n of exchanges) page.exchange(n);
}

const goBack = (page: BenchPage): void => {
  const event = new page.window.Event('popstate');
  Object.defineProperty(event, 'isTrusted', { value: true });
  page.window.dispatchEvent(event);
};

const WHOLE = { status: 'complete', chat: { siteKey: 'one' }, texts: { output: 'Half of it and the rest.' } };

describe('a chat that is shown again', () => {
  it('by a button is not the empty one getting its name: its answer is gone on with', async () => {
    const page = await answering();
    page.press('#menu');
    show(page, '/');
    await page.pass(3_000);
    page.press('#menu');
    page.go('/c/one');
    page.turn('user', 'u1', 'Question 1');
    const answer = page.turn('assistant', 'a1', 'Half of it');
    page.startStream();
    await page.pass(4_000);
    await page.finish(answer, ' and the rest.');
    expect(page.records()).toMatchObject([WHOLE]);
  });

  it('by Enter in a field is not either, when its answer is whole by then', async () => {
    const page = await answering((built) => {
      const field = built.document.createElement('textarea');
      field.id = 'find';
      built.document.body.append(field);
    });
    page.press('#link');
    show(page, '/');
    await page.pass(3_000);
    page.enter('#find');
    page.go('/c/one');
    page.turn('user', 'u1', 'Question 1');
    page.mark(page.turn('assistant', 'a1', 'Half of it and the rest.'), 'bar');
    await page.pass(20_000);
    expect(page.records()).toMatchObject([WHOLE]);
  });

  it.each([
    ['an answer that has begun', 1_500, 'Half'],
    ['an answer that is awaited', 700, ''],
  ])('is not the chat without a name that was left for it: %s', async (_what, ms, output) => {
    const page = new BenchPage((built) => built.go('/c/old'));
    page.exchange(1);
    await page.pass(2_000);
    page.press('#link');
    show(page, '/');
    await page.pass(2_000);
    page.send('Question new', 'new');
    await page.pass(ms);
    if (output !== '') page.grow(page.turn('assistant', 'anew'), output);
    await page.pass(500);
    show(page, '/c/old', 1);
    goBack(page);
    await page.pass(70_000);
    expect(page.records()).toMatchObject([
      { status: 'interrupted', chat: { siteKey: null }, outputTextLength: output.length },
    ]);
  });

  it('is waited for while the page still shows the other one, whose rows have the same keys', async () => {
    const page = new BenchPage(() => {}, { virtualised: true });
    page.type('Question 1');
    page.enter('#composer');
    page.type('');
    page.turn('user', 'row-0', 'Question 1');
    page.startStream();
    await page.pass(300);
    page.go('/c/one');
    await page.pass(700);
    page.grow(page.turn('assistant', 'row-1'), 'Half');
    await page.pass(1_500);
    show(page, '/c/two');
    page.turn('user', 'row-0', 'Another question');
    page.mark(page.turn('assistant', 'row-1', 'The answer of another chat, which is longer.'), 'bar');
    await page.pass(3_000);
    page.go('/c/one');
    // The side bar shows which chat is open while the thread is fetched.
    page.mark(page.element('#menu'), 'current');
    await page.pass(1_000);
    page.element('#thread').replaceChildren();
    page.turn('user', 'row-0', 'Question 1');
    const answer = page.turn('assistant', 'row-1', 'Half of it');
    page.startStream();
    await page.pass(4_000);
    await page.finish(answer, ' and the rest.');
    expect(page.records()).toMatchObject([WHOLE]);
  });
});

describe('a question that is built anew with its key, in other words', () => {
  it.each([
    ['cut', 'A question with many words to tell', 'A question'],
    ['shown whole', 'A question', 'A question with many words to tell'],
    ['rendered', 'Solve $x^2$', 'Solve x2x2'],
    ['without its text yet', 'A question', ''],
  ])('is the same question: %s', async (_how, first, then) => {
    for (const [virtualised, early] of [
      [false, false],
      [false, true],
      [true, false],
      [true, true],
    ] as const) {
      const page = new BenchPage((built) => built.go('/c/one'), { virtualised });
      page.exchange(0);
      await page.pass(2_000);
      page.send(first, '1');
      await page.pass(1_000);
      const buildAnew = (): void => {
        const question = page.at('u1').cloneNode(true) as Element;
        for (const text of question.querySelectorAll('.text')) text.textContent = then;
        page.at('u1').replaceWith(question);
      };
      if (early) buildAnew();
      await page.pass(500);
      const answer = page.turn('assistant', 'a1');
      page.grow(answer, 'Half');
      await page.pass(1_000);
      if (!early) buildAnew();
      await page.pass(500);
      await page.finish(answer, ' and the rest.');
      expect(page.records()).toMatchObject([
        { status: 'complete', turnKey: 'u1', texts: { output: 'Half and the rest.' } },
      ]);
    }
  });
});
