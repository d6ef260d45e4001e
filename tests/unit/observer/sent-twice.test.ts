/** Enter pressed once more than needed: what is sent already is sent once. */
import { describe, expect, it } from 'vitest';
import { BenchPage } from './bench-page';

const QUESTION = 'How do tides work?';

/** Sends as sites do that show the question at once and answer later. */
function send(page: BenchPage): void {
  page.type(QUESTION);
  page.enter('#composer');
  page.type('');
  page.turn('user', 'u1', QUESTION);
}

describe('Enter pressed twice', () => {
  it.each([
    ['before anything was looked at', 0],
    ['after the question was seen', 300],
  ])('makes one record, %s', async (_when, ms) => {
    const page = new BenchPage();
    send(page);
    await page.pass(ms);
    page.enter('#composer');
    await page.pass(500);
    page.startStream();
    await page.answer('1', ['The moon.']);
    await page.pass(70_000);
    expect(page.records()).toMatchObject([
      { status: 'complete', turnKey: 'u1', texts: { input: QUESTION, output: 'The moon.' } },
    ]);
  });

  it('makes one record, also when the site then puts the question in place anew', async () => {
    const page = new BenchPage();
    send(page);
    await page.pass(300);
    page.enter('#composer');
    await page.pass(500);
    page.startStream();
    await page.pass(200);
    page.element('#thread').replaceChildren();
    page.turn('user', 'ufinal', QUESTION);
    await page.answer('1', ['The moon.']);
    await page.pass(70_000);
    expect(page.records()).toMatchObject([
      { status: 'complete', turnKey: 'ufinal', texts: { input: QUESTION, output: 'The moon.' } },
    ]);
  });

  it('while the answer grows makes one record', async () => {
    const page = new BenchPage();
    send(page);
    page.startStream();
    await page.pass(500);
    page.enter('#composer');
    await page.answer('1', ['The moon.']);
    await page.pass(70_000);
    expect(page.records()).toMatchObject([{ status: 'complete', texts: { input: QUESTION } }]);
  });

  it('after a send that the site refused counts the second', async () => {
    const page = new BenchPage();
    page.type(QUESTION);
    page.enter('#composer');
    await page.pass(5_000);
    send(page);
    page.startStream();
    await page.answer('1', ['The moon.']);
    const [record] = page.records();
    expect(page.records()).toHaveLength(1);
    expect(record).toMatchObject({ status: 'complete', texts: { input: QUESTION } });
    expect((record?.firstTokenTime ?? 0) - (record?.startTime ?? 0)).toBeLessThan(2);
  });

  it.each([
    ['after a prompt that nothing answered', 'Question'],
    ['after files alone that nothing answered', ''],
  ])('is a prompt of its own when files alone are sent: %s', async (_when, first) => {
    const page = new BenchPage();
    page.type(first);
    page.enter('#composer');
    page.type('');
    page.mark(page.turn('user', 'u1', first), 'file');
    await page.pass(20_000);
    page.enter('#composer');
    page.mark(page.turn('user', 'u2'), 'file');
    page.startStream();
    await page.answer('2', ['A picture of the moon.']);
    expect(page.records()).toMatchObject([
      { status: 'stopped', turnKey: 'u1', inputTextLength: first.length, outputTextLength: 0 },
      { status: 'complete', turnKey: 'u2', inputTextLength: 0, media: { inputFiles: 1 } },
    ]);
  });

  it('does not lend its text to files alone that are sent later, when the site refused it', async () => {
    const page = new BenchPage();
    page.type('/tool');
    page.enter('#composer');
    page.type('');
    await page.pass(15_000);
    page.enter('#composer');
    page.mark(page.turn('user', 'u1'), 'file');
    page.startStream();
    await page.answer('1', ['A picture of the moon.']);
    expect(page.records()).toMatchObject([{ status: 'complete', inputTextLength: 0 }]);
  });
});
