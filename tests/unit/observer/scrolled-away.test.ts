/** A thread that takes out of the page what is not in view, scrolled up while an answer grows. */
import { describe, expect, it } from 'vitest';
import { BenchPage } from './bench-page';

const QUESTION = 'How do tides work?';

/** An old chat of which two exchanges are mounted; a prompt is sent, and its answer has begun. */
async function answering(): Promise<BenchPage> {
  const page = new BenchPage(
    (built) => {
      for (const n of [8, 9]) built.exchange(n);
    },
    { virtualised: true },
  );
  await page.pass(2_000);
  page.send(QUESTION, 'new');
  await page.pass(1_000);
  page.grow(page.turn('assistant', 'anew'), 'The moon');
  await page.pass(500);
  return page;
}

/** Older turns come into the page, and the newest leave it. */
function scrollUp(page: BenchPage): void {
  page.element('#thread').replaceChildren();
  for (const n of [2, 3, 4]) page.exchange(n);
}

/** The newest turns are mounted again, as elements that were not there before. */
function scrollDown(page: BenchPage, answer: string): Element {
  page.element('#thread').replaceChildren();
  page.exchange(9);
  page.turn('user', 'unew', QUESTION);
  return page.turn('assistant', 'anew', answer);
}

describe('an answer that is scrolled away from while it grows', () => {
  it('is whole when its end is seen after all', async () => {
    const page = await answering();
    scrollUp(page);
    await page.pass(4_000);
    const answer = scrollDown(page, 'The moon pulls the sea');
    await page.pass(500);
    page.grow(answer, ' after it.');
    await page.pass(300);
    page.endStream(answer);
    await page.pass(2_000);
    expect(page.records()).toMatchObject([
      {
        status: 'complete',
        turnKey: 'unew',
        texts: { input: QUESTION, output: 'The moon pulls the sea after it.' },
      },
    ]);
  });

  it('keeps what was seen of it while it is away, and nothing of what is shown instead', async () => {
    const page = await answering();
    scrollUp(page);
    await page.pass(40_000);
    expect(page.records()).toMatchObject([
      { status: 'pending', turnKey: 'unew', outputTextLength: 'The moon'.length },
    ]);
  });

  it('is whole when it ended while it was away and is looked at afterwards', async () => {
    const page = await answering();
    scrollUp(page);
    await page.pass(3_000);
    page.unmark('#stop');
    await page.pass(2_000);
    page.mark(scrollDown(page, 'The moon pulls the sea after it.'), 'bar');
    await page.pass(2_000);
    expect(page.records()).toMatchObject([
      { status: 'complete', texts: { input: QUESTION, output: 'The moon pulls the sea after it.' } },
    ]);
  });

  it('ends with what was seen of it when nobody looks at it again', async () => {
    const page = await answering();
    scrollUp(page);
    await page.pass(3_000);
    page.unmark('#stop');
    await page.pass(310_000);
    expect(page.records()).toMatchObject([
      { status: 'interrupted', texts: { input: QUESTION, output: 'The moon' } },
    ]);
    // Nothing is left under way.
    const told = page.emitted.length;
    await page.pass(100_000);
    expect(page.emitted).toHaveLength(told);
  });

  it('has no time of its last token when that came out of view', async () => {
    const page = await answering();
    scrollUp(page);
    await page.pass(5_000);
    page.unmark('#stop');
    page.mark(scrollDown(page, 'The moon pulls the sea after it.'), 'bar');
    await page.pass(2_000);
    expect(page.records()).toMatchObject([{ status: 'complete', lastTokenTime: null }]);
    expect(page.records()[0]?.firstTokenTime).not.toBeNull();
  });

  it('is cut off by the next prompt as far as anything was seen of it', async () => {
    const page = await answering();
    scrollUp(page);
    await page.pass(3_000);
    page.unmark('#stop');
    await page.pass(3_000);
    page.send('And the wind?', 'next');
    await page.answer('next', ['Likewise.']);
    expect(page.records()).toMatchObject([
      { status: 'interrupted', turnKey: 'unew', texts: { output: 'The moon' } },
      { status: 'complete', turnKey: 'unext', texts: { input: 'And the wind?', output: 'Likewise.' } },
    ]);
  });

  it('is emptied and filled again without losing what it said', async () => {
    const page = await answering();
    const answer = page.element('[data-key="anew"]');
    const content = [...answer.children];
    answer.replaceChildren();
    await page.pass(6_000);
    expect(page.records()).toMatchObject([{ status: 'pending', outputTextLength: 'The moon'.length }]);
    answer.replaceChildren(...content);
    page.grow(answer, ' pulls.');
    await page.pass(300);
    page.endStream(answer);
    await page.pass(2_000);
    expect(page.records()).toMatchObject([{ status: 'complete', texts: { output: 'The moon pulls.' } }]);
  });
});

describe('an answer that is scrolled away from before it begins', () => {
  /** A prompt is sent, and nothing answers yet. */
  async function waiting(): Promise<BenchPage> {
    const page = new BenchPage(
      (built) => {
        for (const n of [8, 9]) built.exchange(n);
      },
      { virtualised: true },
    );
    await page.pass(2_000);
    page.send(QUESTION, 'new');
    await page.pass(1_000);
    return page;
  }

  it('is none of the older answers that are shown instead', async () => {
    const page = await waiting();
    scrollUp(page);
    await page.pass(4_000);
    expect(page.records()).toMatchObject([{ status: 'pending', firstTokenTime: null, outputTextLength: 0 }]);
    const answer = scrollDown(page, 'The moon');
    await page.pass(500);
    page.grow(answer, ' pulls.');
    await page.pass(300);
    page.endStream(answer);
    await page.pass(2_000);
    expect(page.records()).toMatchObject([
      { status: 'complete', turnKey: 'unew', texts: { input: QUESTION, output: 'The moon pulls.' } },
    ]);
    // Nobody saw it come.
    expect(page.records()[0]?.firstTokenTime).toBeNull();
  });

  it('is found in the last row, which stays, although its question is out of the page', async () => {
    const page = await waiting();
    scrollUp(page);
    await page.pass(1_000);
    const answer = page.turn('assistant', 'anew');
    page.mark(answer, 'streaming');
    page.grow(answer, 'The moon');
    await page.pass(500);
    page.unmark('.streaming');
    page.endStream(answer);
    await page.pass(2_000);
    expect(page.records()).toMatchObject([
      { status: 'complete', turnKey: 'unew', texts: { input: QUESTION, output: 'The moon' } },
    ]);
    expect(page.records()[0]?.firstTokenTime).not.toBeNull();
  });
});
