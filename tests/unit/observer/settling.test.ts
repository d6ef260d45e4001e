/** What is done after an answer has stopped and before the site marks its end: its action bar is late, or never comes. */
import { describe, expect, it } from 'vitest';
import { BenchPage } from './bench-page';

/** An answer that has stopped so long ago, without an action bar. */
async function settling(ms: number): Promise<{ page: BenchPage; answer: Element }> {
  const page = new BenchPage((built) => built.go('/c/one'));
  page.send('Question 1', '1');
  await page.pass(1_000);
  const answer = page.turn('assistant', 'a1');
  page.grow(answer, 'Answer 1.');
  await page.pass(500);
  page.unmark('#stop');
  await page.pass(ms);
  return { page, answer };
}
const FIRST = { status: 'complete', turnKey: 'u1', texts: { output: 'Answer 1.' } };

describe('an answer that has stopped without marks of its end', () => {
  it.each([600, 2_000, 4_000])('is whole when the next prompt is sent %i ms later', async (ms) => {
    const { page, answer } = await settling(ms);
    page.send('Question 2', '2');
    page.mark(answer, 'bar');
    await page.answer('2', ['Answer 2.']);
    await page.pass(6_000);
    expect(page.records()).toMatchObject([FIRST, { status: 'complete', turnKey: 'u2' }]);
  });

  it('is followed by a suggestion that is pressed', async () => {
    const { page, answer } = await settling(2_000);
    page.press('#menu');
    page.turn('user', 'u2', 'Suggestion');
    page.startStream();
    await page.pass(1_000);
    page.mark(answer, 'bar');
    await page.answer('2', ['Answer 2.']);
    await page.pass(6_000);
    expect(page.records()).toMatchObject([
      FIRST,
      { status: 'complete', attempt: { kind: 'first' }, texts: { input: 'Suggestion', output: 'Answer 2.' } },
    ]);
  });

  it('is followed by another attempt', async () => {
    const { page, answer } = await settling(2_000);
    page.retry('a1');
    answer.remove();
    page.startStream();
    await page.answer('1b', ['Better answer.']);
    await page.pass(6_000);
    expect(page.records()).toMatchObject([
      FIRST,
      {
        status: 'complete',
        attempt: { kind: 'retry', of: page.records()[0]?.id },
        texts: { output: 'Better answer.' },
      },
    ]);
  });

  it('is followed by an edit whose editor was opened while it grew', async () => {
    const page = new BenchPage((built) => built.go('/c/one'));
    page.send('Question 1', '1');
    await page.pass(1_000);
    page.grow(page.turn('assistant', 'a1'), 'Answer 1.');
    await page.pass(500);
    page.mark(page.at('u1'), 'edit');
    page.element('.edit').setAttribute('role', 'button');
    page.press('.edit');
    await page.pass(1_000);
    page.unmark('#stop');
    await page.pass(2_000);
    page.press('.edit');
    page.unmount('u1', 'a1');
    page.turn('user', 'u1b', 'Better question');
    page.startStream();
    await page.answer('1b', ['Better answer.']);
    await page.pass(6_000);
    expect(page.records()).toMatchObject([
      FIRST,
      {
        status: 'complete',
        attempt: { kind: 'edit', of: page.records()[0]?.id },
        texts: { input: 'Better question', output: 'Better answer.' },
      },
    ]);
  });

  it('is still one prompt when it grows on after a button was pressed', async () => {
    const { page, answer } = await settling(2_000);
    page.press('#menu');
    page.startStream();
    await page.pass(500);
    page.grow(answer, ' And more.');
    await page.pass(30_000);
    page.endStream(answer);
    await page.pass(12_000);
    expect(page.records()).toMatchObject([
      { status: 'complete', turnKey: 'u1', texts: { output: 'Answer 1. And more.' } },
    ]);
  });
});

it('a button that is pressed while an answer is awaited begins nothing when the question comes', async () => {
  const page = new BenchPage((built) => built.go('/c/one'));
  page.type('Question 1');
  page.enter('#composer');
  page.type('');
  page.turn('user', 'request-1', 'Question 1');
  await page.pass(400);
  page.press('#menu');
  page.unmount('request-1');
  page.turn('user', 'u1', 'Question 1');
  page.startStream();
  await page.answer('1', ['Answer 1.']);
  await page.pass(6_000);
  expect(page.records()).toMatchObject([FIRST]);
});

describe('an answer that stops for a moment and goes on', () => {
  it.each<[string, (page: BenchPage) => void]>([
    ['a button of its question', (page) => pressIn(page, 'u1')],
    ['a button of an older question', (page) => pressIn(page, 'u0')],
    ['the menu of an older answer', (page) => page.retry('a0')],
    ['any button', (page) => page.press('#menu')],
    [
      'any button, while its question gets another key',
      (page) => {
        page.press('#menu');
        const question = page.at('u1').cloneNode(true) as Element;
        question.setAttribute('data-key', 'ufinal');
        page.at('u1').replaceWith(question);
      },
    ],
  ])('is one answer, whatever is pressed in between: %s', async (_what, act) => {
    for (const ms of [100, 1_000]) {
      const page = new BenchPage((built) => {
        built.go('/c/one');
        built.exchange(0);
      });
      await page.pass(2_000);
      page.send('Question 1', '1');
      await page.pass(1_000);
      const answer = page.turn('assistant', 'a1');
      page.grow(answer, 'Half');
      await page.pass(1_000);
      page.unmark('#stop');
      await page.pass(ms);
      act(page);
      await page.pass(200);
      page.startStream();
      await page.pass(500);
      await page.finish(answer, ' and the rest.');
      expect(page.records()).toMatchObject([
        { status: 'complete', attempt: { kind: 'first' }, texts: { output: 'Half and the rest.' } },
      ]);
    }
  });
});

/** A button like those that copy a question, or show more of it. */
function pressIn(page: BenchPage, key: string): void {
  const button = page.document.createElement('button');
  button.className = 'copy';
  page.at(key).append(button);
  page.press('.copy');
}
