/** A thread that takes out of the page what is not in view, scrolled up while an answer grows. */
import { describe, expect, it } from 'vitest';
import { chatgpt } from '../../../lib/scrapers/sites/chatgpt';
import { BenchPage } from './bench-page';

const QUESTION = 'How do tides work?';

/** An old chat of which two exchanges are mounted. */
async function oldChat(): Promise<BenchPage> {
  const page = new BenchPage(
    (built) => {
      for (const n of [8, 9]) built.exchange(n);
    },
    {
      virtualised: true,
      model: (_root, turn) => ({ slug: turn === null ? null : 'gpt-5', label: null }),
    },
  );
  await page.pass(2_000);
  return page;
}

/** A prompt is sent there, and its answer has begun. */
async function answering(question = QUESTION): Promise<BenchPage> {
  const page = await oldChat();
  page.send(question, 'new');
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
    const answer = page.at('anew');
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

  it('keeps all that was shown of it, not only what was read by then, and its model', async () => {
    const page = await answering();
    const answer = page.at('anew');
    for (let n = 0; n < 60; n += 1) {
      page.grow(answer, ' on and on');
      await page.pass(50);
    }
    scrollUp(page);
    page.unmark('#stop');
    await page.pass(310_000);
    expect(page.records()).toMatchObject([
      {
        status: 'interrupted',
        model: { slug: 'gpt-5' },
        outputTextLength: 'The moon'.length + 60 * ' on and on'.length,
      },
    ]);
  });

  it('is not the answer of an older question of the same words', async () => {
    const page = await answering('continue');
    page.element('#thread').replaceChildren();
    page.turn('user', 'u3', 'continue');
    page.mark(page.turn('assistant', 'a3', 'An old answer that is quite long.'), 'bar');
    page.unmark('#stop');
    await page.pass(310_000);
    expect(page.records()).toMatchObject([
      { status: 'interrupted', turnKey: 'unew', texts: { output: 'The moon' } },
    ]);
  });

  it.each<[string, (page: BenchPage) => void]>([
    ['out of the page', scrollUp],
    ['emptied', (page) => page.at('anew').replaceChildren()],
  ])(
    'does not take the answer of the next prompt, which comes with its question: %s',
    async (_how, leave) => {
      const page = await answering();
      leave(page);
      await page.pass(1_000);
      page.unmark('#stop');
      await page.pass(3_000);
      page.type('And the wind?');
      page.enter('#composer');
      page.type('');
      page.turn('user', 'unext', 'And the wind?');
      page.mark(page.turn('assistant', 'anext'), 'streaming');
      page.startStream();
      await page.pass(1_000);
      page.unmark('.streaming');
      page.grow(page.at('anext'), 'Likewise.');
      await page.pass(300);
      page.endStream(page.at('anext'));
      await page.pass(2_000);
      expect(page.records()).toMatchObject([
        { status: 'interrupted', turnKey: 'unew', texts: { output: 'The moon' } },
        { status: 'complete', turnKey: 'unext', texts: { input: 'And the wind?', output: 'Likewise.' } },
      ]);
    },
  );

  it('is out of the page for a moment when the site builds it anew, and its times stand', async () => {
    const page = await answering();
    page.unmark('#stop');
    page.element('#thread').replaceChildren();
    await page.pass(200);
    page.exchange(9);
    page.turn('user', 'ufinal', QUESTION);
    page.mark(page.turn('assistant', 'afinal', 'The moon'), 'bar');
    await page.pass(2_000);
    const [record] = page.records();
    expect(record).toMatchObject({ status: 'complete', turnKey: 'ufinal', timesThrottled: false });
    expect(record?.lastTokenTime).not.toBeNull();
  });

  it('is that of the prompt also where nobody could tell that it was asked again', async () => {
    const page = new BenchPage(() => {}, { virtualised: true });
    for (const n of ['11', '12']) {
      page.send(`Question ${n}`, n);
      await page.answer(n, [`Answer ${n}.`]);
    }
    page.press('#menu');
    page.at('a12').remove();
    page.startStream();
    await page.pass(300);
    page.grow(page.turn('assistant', 'a12b'), 'Another');
    await page.pass(500);
    scrollUp(page);
    await page.pass(1_000);
    page.unmark('#stop');
    await page.pass(310_000);
    expect(page.records().at(-1)).toMatchObject({
      status: 'interrupted',
      attempt: { kind: 'retry', of: page.records().at(1)?.id },
      turnKey: 'u12',
      texts: { output: 'Another' },
    });
  });
});

describe('an answer that is scrolled away from before it begins', () => {
  /** A prompt is sent, and nothing answers yet. */
  async function waiting(): Promise<BenchPage> {
    const page = await oldChat();
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

  it.each<[string, (page: BenchPage) => void]>([
    ['after a site built its thread anew', (page) => page.element('#thread').replaceChildren()],
    ['after the thread was scrolled up and down', scrollUp],
  ])('is timed as any other when its question is back before it: %s', async (_what, leave) => {
    const page = await waiting();
    leave(page);
    await page.pass(500);
    page.element('#thread').replaceChildren();
    page.exchange(9);
    page.turn('user', 'unew', QUESTION);
    await page.pass(5_000);
    page.grow(page.turn('assistant', 'anew'), 'The moon');
    await page.pass(500);
    page.endStream(page.at('anew'));
    await page.pass(2_000);
    const [record] = page.records();
    expect(record).toMatchObject({ status: 'complete', timesThrottled: false });
    expect(record?.firstTokenTime).not.toBeNull();
  });

  it.each([
    ['in a layout that keeps all turns', false],
    ['in the first prompt of a chat', true],
  ])('fails in its time when the site takes the question back, %s', async (_where, virtualised) => {
    const page = new BenchPage(
      (built) => {
        if (!virtualised) built.exchange(9);
      },
      { virtualised },
    );
    await page.pass(2_000);
    page.send(QUESTION, 'new');
    await page.pass(500);
    page.at('unew').remove();
    page.unmark('#stop');
    page.type(QUESTION);
    await page.pass(70_000);
    expect(page.records()).toMatchObject([{ status: 'failed', outputTextLength: 0 }]);
  });
});

it('a prompt that is sent from far up in its thread has its own question, and none that comes into view', async () => {
  const page = await oldChat();
  page.type(QUESTION);
  page.enter('#composer');
  page.type('');
  page.element('#thread').replaceChildren();
  for (const n of [38, 39]) page.exchange(n);
  await page.pass(100);
  page.turn('user', 'unew', QUESTION);
  page.startStream();
  await page.answer('new', ['The moon.']);
  expect(page.records()).toMatchObject([
    { status: 'complete', turnKey: 'unew', texts: { input: QUESTION, output: 'The moon.' } },
  ]);
});

it('a thread whose exchanges are emptied in place is not where the question was asked', async () => {
  const inner = chatgpt.layouts.find(({ id }) => id === 'chatgpt-c');
  const page = new BenchPage(() => {}, {
    ...inner,
    composer: '#composer',
    send: '#send',
    stop: '#stop',
    stopPlaces: ['#stop'],
  });
  const exchange = (key: string, question: string, answer: string | null): Element => {
    const element = page.document.createElement('div');
    element.setAttribute('data-turn-key', key);
    const part = (role: string, text: string): string =>
      `<div data-content-search-unit-key="${key}:${role}">${text}</div>`;
    element.innerHTML =
      part('user', `<div data-user-message-bubble>${question}</div>`) +
      (answer === null
        ? ''
        : part('assistant', `<div data-markdown-text-style="assistant-message">${answer}</div>`));
    page.element('#thread').append(element);
    return element;
  };
  for (const n of [8, 9]) exchange(`k${n}`, `Question ${n}`, `Answer ${n}`);
  await page.pass(2_000);
  page.type(QUESTION);
  page.enter('#composer');
  page.type('');
  // Scrolled up before the question is there: an old exchange is the last one.
  for (const shell of page.element('#thread').children) shell.replaceChildren();
  const old = exchange('k2', 'Question 2', 'Answer 2');
  await page.pass(1_000);
  old.remove();
  const own = exchange('knew', QUESTION, null);
  page.startStream();
  await page.pass(1_000);
  own.remove();
  exchange('knew', QUESTION, 'The moon.');
  await page.pass(500);
  page.unmark('#stop');
  await page.pass(8_000);
  expect(page.records()).toMatchObject([
    { status: 'complete', turnKey: 'knew', texts: { input: QUESTION, output: 'The moon.' } },
  ]);
});
