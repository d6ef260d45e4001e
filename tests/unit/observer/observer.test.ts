import { describe, expect, it } from 'vitest';
import { BenchPage } from './bench-page';

const answer = (page: BenchPage, key: string, chunks: readonly string[]) => page.answer(key, chunks);

describe('a prompt and its answer', () => {
  it('is one record with the times of the page', async () => {
    const page = new BenchPage();
    page.send('What is an erg?', '1');
    await answer(page, '1', ['A unit ', 'of ', 'energy.']);
    expect(page.records()).toHaveLength(1);
    const record = page.records()[0];
    expect(record).toMatchObject({
      status: 'complete',
      attempt: { kind: 'first', of: null },
      model: { label: '5.2' },
      inputTextLength: 15,
      outputTextLength: 17,
      texts: { input: 'What is an erg?', output: 'A unit of energy.' },
      startTime: 1_768_306_662.601,
    });
    expect((record?.firstTokenTime ?? 0) - (record?.startTime ?? 0)).toBeCloseTo(1.0, 1);
    expect((record?.lastTokenTime ?? 0) - (record?.firstTokenTime ?? 0)).toBeCloseTo(0.1, 2);
  });

  it('is written at once, at the first token and at the end, with its texts only at the end', async () => {
    const page = new BenchPage();
    page.send('Hello', '1');
    await answer(page, '1', ['Hi']);
    expect(page.emitted.map((one) => [one.status, one.firstTokenTime !== null, one.texts !== null])).toEqual([
      ['pending', false, false],
      ['pending', true, false],
      ['complete', true, true],
    ]);
    expect(page.emitted.map((one) => one.revision)).toEqual([1, 2, 3]);
  });

  it('follows the first prompt of a chat into its address and keeps the second apart', async () => {
    const page = new BenchPage();
    page.send('One', '1');
    await page.pass(200);
    page.go('/c/abc');
    await answer(page, '1', ['First.']);
    page.send('Two', '2');
    await answer(page, '2', ['Second.']);
    const [first, second] = page.records();
    expect(page.records()).toHaveLength(2);
    expect(first?.chat).toMatchObject({ siteKey: 'abc' });
    expect(second?.chat).toEqual(first?.chat);
    expect(second?.context).toEqual({ turns: 2, textLength: 9, complete: true });
  });

  it('moves nothing when the page re-renders the answer after its end', async () => {
    const page = new BenchPage();
    page.send('Code?', '1');
    const turn = await answer(page, '1', ['let x']);
    const before = page.records()[0];
    await page.pass(3_000);
    page.grow(turn, ' and an editor');
    await page.pass(3_000);
    expect(page.records()[0]).toEqual(before);
  });

  it('keeps its times when the computer clock jumps back', async () => {
    const page = new BenchPage();
    page.send('When?', '1');
    await page.pass(500);
    page.setWallClock(1_000_000_000_000);
    await answer(page, '1', ['Now.']);
    const record = page.records()[0];
    expect((record?.firstTokenTime ?? 0) - (record?.startTime ?? 0)).toBeCloseTo(1.5, 1);
  });

  it('does not take thinking for the first token', async () => {
    const page = new BenchPage();
    page.send('Think', '1');
    await page.pass(100);
    const turn = page.turn('assistant', 'a1');
    page.mark(turn, 'thinking');
    for (let i = 0; i < 20; i += 1) {
      turn.querySelector('.thinking')?.append(`thought ${i} `);
      await page.pass(100);
    }
    page.grow(turn, 'Done.');
    await page.pass(50);
    page.endStream(turn);
    await page.pass(1_000);
    const record = page.records()[0];
    expect((record?.firstTokenTime ?? 0) - (record?.startTime ?? 0)).toBeCloseTo(2.1, 1);
    expect(record).toMatchObject({ thinking: { seen: true }, outputTextLength: 5 });
  });

  it('waits through three minutes of silence', async () => {
    const page = new BenchPage();
    page.send('Long', '1');
    await page.pass(180_000);
    await answer(page, '1', ['At last.']);
    expect(page.records()).toMatchObject([{ status: 'complete', outputTextLength: 8 }]);
  });

  it('counts a one-token answer whose streaming nobody saw', async () => {
    const page = new BenchPage();
    page.type('Yes or no?');
    page.enter('#composer');
    page.type('');
    page.turn('user', 'u1', 'Yes or no?');
    page.mark(page.turn('assistant', 'a1', 'Yes'), 'bar');
    await page.pass(2_000);
    expect(page.records()).toMatchObject([{ status: 'complete', outputTextLength: 3 }]);
  });
});

describe('ways of asking', () => {
  it('counts a click on send, and a suggestion that streams, once each', async () => {
    const page = new BenchPage();
    page.type('By click');
    page.press('#send');
    page.type('');
    page.turn('user', 'u1', 'By click');
    page.startStream();
    await answer(page, '1', ['One.']);
    page.press('#menu');
    page.turn('user', 'u2', 'A suggestion');
    page.startStream();
    await answer(page, '2', ['Two.']);
    expect(page.records().map((one) => [one.texts?.input, one.attempt.kind])).toEqual([
      ['By click', 'first'],
      ['A suggestion', 'first'],
    ]);
  });

  it('ties a retry to the prompt it tries again, though its turn is filled anew', async () => {
    const page = new BenchPage();
    page.send('Again?', '1');
    const turn = await answer(page, '1', ['First try.']);
    page.mark(turn, 'retry');
    page.press('.retry');
    page.unmark('.bar');
    turn.querySelector('.text')?.replaceChildren();
    page.startStream();
    await page.pass(800);
    page.grow(turn, 'Second ');
    await page.pass(100);
    page.grow(turn, 'try, longer.');
    await page.pass(50);
    page.endStream(turn);
    await page.pass(1_000);
    const [first, second] = page.records();
    expect(second).toMatchObject({
      attempt: { kind: 'retry', of: first?.id },
      texts: { input: 'Again?', output: 'Second try, longer.' },
    });
    expect((second?.firstTokenTime ?? 0) - (second?.startTime ?? 0)).toBeCloseTo(0.8, 1);
  });

  it('ties an edited prompt to the one it replaces', async () => {
    const page = new BenchPage();
    page.send('Colour?', '1');
    const turn = await answer(page, '1', ['Red.']);
    const question = page.element('.turn.user');
    page.mark(question, 'edit');
    question.querySelector('.edit')?.setAttribute('role', 'button');
    page.press('.edit');
    turn.remove();
    question.remove();
    page.turn('user', 'u1b', 'Colours?');
    page.startStream();
    await answer(page, '1b', ['Red and blue.']);
    const [first, second] = page.records();
    expect(second).toMatchObject({ attempt: { kind: 'edit', of: first?.id }, inputTextLength: 8 });
    expect(second?.context.turns).toBe(0);
  });

  it('takes the typed text where the page shows a long prompt cut', async () => {
    const page = new BenchPage();
    page.type('word '.repeat(200));
    page.enter('#composer');
    page.type('');
    page.turn('user', 'u1', 'word word');
    page.startStream();
    await answer(page, '1', ['Long.']);
    expect(page.records()[0]?.inputTextLength).toBe(999);
  });
});

describe('ends', () => {
  it('is stopped when the person pressed stop, with the text so far', async () => {
    const page = new BenchPage();
    page.send('Stop me', '1');
    await page.pass(500);
    const turn = page.turn('assistant', 'a1');
    page.grow(turn, 'Some');
    await page.pass(300);
    page.press('#stop');
    page.endStream(null);
    await page.pass(1_000);
    expect(page.records()).toMatchObject([{ status: 'stopped', texts: { output: 'Some' } }]);
  });

  it('is failed when the site says so', async () => {
    const page = new BenchPage();
    page.send('Fail', '1');
    await page.pass(500);
    page.mark(page.turn('assistant', 'a1'), 'error');
    page.endStream(null);
    await page.pass(1_000);
    expect(page.records()).toMatchObject([{ status: 'failed', outputTextLength: 0, firstTokenTime: null }]);
  });

  it('is interrupted when the chat is left, with the text so far and in its own chat', async () => {
    const page = new BenchPage((bench) => bench.go('/c/one'));
    page.exchange(0);
    page.send('Leave', '1');
    await page.pass(500);
    const turn = page.turn('assistant', 'a1');
    page.grow(turn, 'Half an');
    await page.pass(500);
    page.press('#link');
    page.go('/c/other');
    page.unmark('.turn');
    page.unmark('#stop');
    page.exchange(7);
    await page.pass(2_000);
    expect(page.records()).toMatchObject([
      { status: 'interrupted', chat: { siteKey: 'one' }, texts: { output: 'Half an' } },
    ]);
  });

  it('goes on with the same record when the person comes back to the streaming chat', async () => {
    const page = new BenchPage((bench) => bench.go('/c/one'));
    page.exchange(0);
    page.send('Back', '1');
    await page.pass(500);
    page.grow(page.turn('assistant', 'a1'), 'Half ');
    await page.pass(500);
    page.press('#link');
    page.go('/c/other');
    page.unmark('.turn');
    page.unmark('#stop');
    await page.pass(2_000);
    page.go('/c/one');
    page.turn('user', 'u1', 'Back');
    const turn = page.turn('assistant', 'a1', 'Half ');
    page.startStream();
    await page.pass(1_500);
    page.grow(turn, 'an answer.');
    await page.pass(100);
    page.endStream(turn);
    await page.pass(1_000);
    expect(page.records()).toMatchObject([
      {
        status: 'complete',
        texts: { output: 'Half an answer.' },
        timesThrottled: true,
        chat: { siteKey: 'one' },
        // What is shown since the chat was left has another context.
        context: { turns: 2, textLength: 18, complete: true },
      },
    ]);
  });
});

describe('what is not a prompt', () => {
  it('an old chat that is opened, rows that scroll out and in, a switch to another chat', async () => {
    const page = new BenchPage((bench) => bench.go('/c/old'));
    for (let n = 0; n < 6; n += 1) page.exchange(n);
    await page.pass(2_000);
    for (const turn of page.document.querySelectorAll('.turn')) {
      turn.remove();
      await page.pass(50);
      page.element('#thread').append(turn);
      await page.pass(50);
    }
    page.press('#link');
    page.go('/c/other');
    page.unmark('.turn');
    for (let n = 10; n < 16; n += 1) page.exchange(n);
    await page.pass(3_000);
    expect(page.emitted).toEqual([]);
  });

  it('typing and deleting, a menu, a line break in the composer', async () => {
    const page = new BenchPage();
    page.type('half a thou');
    page.enter('#composer', { shiftKey: true });
    await page.pass(500);
    page.type('');
    page.press('#menu');
    await page.pass(20_000);
    expect(page.emitted).toEqual([]);
  });

  it('Enter that the site refuses: the text stays in the composer', async () => {
    const page = new BenchPage();
    page.exchange(0);
    page.type('over the limit');
    page.enter('#composer');
    await page.pass(70_000);
    expect(page.emitted).toEqual([]);
    expect(page.observer.state().kind).toBe('measuring');
  });

  it('an answer that streams without anyone having asked in this tab', async () => {
    const page = new BenchPage((bench) => bench.go('/c/shared-with-another-tab'));
    page.exchange(0);
    await page.pass(1_000);
    page.turn('user', 'u1', 'From the other tab');
    page.startStream();
    await answer(page, '1', ['Not ours.']);
    expect(page.emitted).toEqual([]);
  });

  it('a control that opens a chat where an answer happens to stream', async () => {
    const page = new BenchPage((bench) => bench.go('/c/one'));
    page.exchange(0);
    page.press('#menu');
    page.go('/c/two');
    page.unmark('.turn');
    page.exchange(5);
    page.turn('user', 'u6', 'Streaming elsewhere');
    page.startStream();
    await answer(page, '6', ['Not asked here.']);
    expect(page.emitted).toEqual([]);
  });

  it('gestures that a script made', async () => {
    const page = new BenchPage();
    page.press('#send', false);
    page.turn('user', 'u1', 'By script');
    page.startStream();
    await answer(page, '1', ['Nobody asked.']);
    expect(page.emitted).toEqual([]);
  });
});

describe('a page that cannot be read', () => {
  it('says so after the time a page may take to load, and since when', async () => {
    const page = new BenchPage((bench) => bench.document.body.replaceChildren());
    await page.pass(5_000);
    expect(page.observer.state().kind).toBe('loading');
    await page.pass(15_000);
    expect(page.observer.state()).toMatchObject({ kind: 'unreadable', site: 'chatgpt' });
    expect(page.states.at(-1)).toMatchObject({
      kind: 'unreadable',
      reason: 'layout',
    });
  });

  it('says so when a prompt left the composer and nothing of it is found', async () => {
    const page = new BenchPage();
    page.type('Where did it go?');
    page.enter('#composer');
    page.type('');
    await page.pass(30_000);
    expect(page.observer.state()).toMatchObject({
      kind: 'unreadable',
      reason: 'lost-send',
    });
  });

  it('is no chat at all on an address that is none', async () => {
    const page = new BenchPage((bench) => bench.go('/share/1'));
    await page.pass(20_000);
    expect(page.observer.state().kind).toBe('not-a-chat');
  });
});
