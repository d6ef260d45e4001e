/** What happens while nobody looks has no time: it must not be taken for thinking, nor for speed. */
import { describe, expect, it } from 'vitest';
import { BenchPage } from './bench-page';

const HOUR_MS = 3_600_000;

/** A prompt whose chat is left for an hour; what it shows before and on return is the test's. */
async function leftFor(ms: number, before: string, after: string): Promise<BenchPage> {
  const page = new BenchPage((bench) => bench.go('/c/one'));
  page.send('How long?', '1');
  await page.pass(1_000);
  const turn = before === '' ? null : page.turn('assistant', 'a1', before);
  await page.pass(1_000);
  page.go('/c/two');
  page.element('#thread').replaceChildren();
  page.unmark('#stop');
  await page.pass(ms);
  page.go('/c/one');
  page.turn('user', 'u1', 'How long?');
  page.mark(turn === null ? page.turn('assistant', 'a1', after) : page.turn('assistant', 'a1', after), 'bar');
  await page.pass(8_000);
  return page;
}

describe('an answer that came while its chat was left', () => {
  it('has no first token, so that the time away is no thinking', async () => {
    const page = await leftFor(HOUR_MS, '', 'Not long.');
    expect(page.records()).toMatchObject([
      {
        status: 'complete',
        outputTextLength: 9,
        firstTokenTime: null,
        lastTokenTime: null,
        timesThrottled: true,
      },
    ]);
  });

  it('has no last token when it grew on meanwhile, so that no speed is made of it', async () => {
    const page = await leftFor(HOUR_MS, 'Not', 'Not long at all.');
    const [record] = page.records();
    expect(record).toMatchObject({ status: 'complete', outputTextLength: 16, lastTokenTime: null });
    expect((record?.firstTokenTime ?? 0) - (record?.startTime ?? 0)).toBeCloseTo(1, 0);
  });

  it.each([0, 600])(
    'has no last token either when its page is built anew %i ms after the return',
    async (ms) => {
      const page = new BenchPage((bench) => bench.go('/c/one'), { virtualised: true });
      page.exchange(8);
      await page.pass(1_000);
      page.send('How long?', '1');
      await page.pass(1_000);
      page.go('/c/two');
      page.element('#thread').replaceChildren();
      page.unmark('#stop');
      await page.pass(60_000);
      page.go('/c/one');
      for (let built = 0; built < 2; built += 1) {
        page.exchange(8);
        page.turn('user', 'u1', 'How long?');
        page.turn('assistant', 'a1', 'Not long at all.');
        await page.pass(1_000);
        if (built > 0) break;
        page.element('#thread').replaceChildren();
        await page.pass(ms);
      }
      page.mark(page.at('a1'), 'bar');
      await page.pass(8_000);
      expect(page.records()).toMatchObject([
        { status: 'complete', outputTextLength: 16, firstTokenTime: null, lastTokenTime: null },
      ]);
    },
  );

  it('keeps its last token when nothing was added', async () => {
    const page = await leftFor(HOUR_MS, 'Not long.', 'Not long.');
    const [record] = page.records();
    expect((record?.lastTokenTime ?? 0) - (record?.startTime ?? 0)).toBeCloseTo(1, 0);
  });

  it('is timed again from the moment at which it is seen to stream', async () => {
    const page = new BenchPage((bench) => bench.go('/c/one'));
    page.send('How long?', '1');
    await page.pass(1_000);
    page.go('/c/two');
    page.element('#thread').replaceChildren();
    page.unmark('#stop');
    await page.pass(2_000);
    page.go('/c/one');
    page.turn('user', 'u1', 'How long?');
    page.startStream();
    await page.pass(4_000);
    const turn = page.turn('assistant', 'a1', 'Not long.');
    await page.pass(500);
    page.endStream(turn);
    await page.pass(1_000);
    const [record] = page.records();
    expect(record).toMatchObject({ status: 'complete', timesThrottled: true });
    expect((record?.firstTokenTime ?? 0) - (record?.startTime ?? 0)).toBeCloseTo(7, 0);
    expect(record?.lastTokenTime).not.toBeNull();
  });
});

describe('an answer whose page is loaded again near its end', () => {
  it('has a last token when it was seen to grow', async () => {
    const page = new BenchPage((bench) => {
      bench.go('/c/one');
      bench.stored = {
        id: '11111111-1111-4111-8111-111111111111',
        revision: 3,
        attempt: { kind: 'first', of: null },
        startTime: 1_768_306_660,
        firstTokenTime: 1_768_306_661,
        lastTokenTime: 1_768_306_662,
        outputTextLength: 4,
        thinking: { seen: false, statedSeconds: null, textLength: 0 },
        context: { turns: 0, textLength: 0, complete: true },
        modelLabel: '',
        sentSeen: true,
        notCounted: [],
        waitedForUserSeconds: 0,
        firstTokenWidthSeconds: null,
        lastTokenWidthSeconds: null,
        readBy: 'layout',
      };
    });
    page.exchange(0);
    page.turn('user', 'u1', 'Go on?');
    const turn = page.turn('assistant', 'a1', 'Half ');
    page.startStream();
    await page.pass(1_500);
    await page.pass(500);
    page.grow(turn, 'an answer.');
    await page.pass(200);
    page.endStream(turn);
    await page.pass(2_000);
    const [record] = page.records();
    expect(record).toMatchObject({ status: 'complete', outputTextLength: 15 });
    expect(record?.lastTokenTime).toBeGreaterThan(1_768_306_662.5);
  });
});

describe('a computer that slept with the clock going on', () => {
  const MORNING = 'Good morning.';
  /** What happens before the sleep and after it, and what is recorded then. */
  async function slept(
    before: (page: BenchPage) => Promise<void>,
    after: (page: BenchPage) => Promise<Element>,
  ) {
    const page = new BenchPage();
    page.send('Good night', '1');
    await page.pass(1_000);
    await before(page);
    page.freeze(HOUR_MS);
    const turn = await after(page);
    await page.pass(200);
    page.endStream(turn);
    await page.pass(3_000);
    return page.records();
  }
  const nothing = async (): Promise<void> => {};
  const answer = (page: BenchPage): Element => page.turn('assistant', 'a1', MORNING);
  const UNSEEN = { status: 'complete', outputTextLength: 13, firstTokenTime: null, lastTokenTime: null };

  it('has not thought meanwhile', async () => {
    expect(await slept(nothing, async (page) => answer(page))).toMatchObject([UNSEEN]);
  });

  it('has not thought meanwhile when its page still shows the marks of before', async () => {
    const records = await slept(nothing, async (page) => {
      await page.pass(2_000);
      return answer(page);
    });
    expect(records).toMatchObject([UNSEEN]);
  });

  it('is not woken by the answer itself', async () => {
    const records = await slept(
      async (page) => {
        page.turn('assistant', 'a1');
        await page.pass(1_000);
      },
      async (page) => {
        const turn = page.element('.assistant');
        page.grow(turn, MORNING);
        return turn;
      },
    );
    expect(records).toMatchObject([UNSEEN]);
  });

  it('does not end an answer for having stood still', async () => {
    const records = await slept(
      async (page) => {
        page.unmark('#stop');
        await page.pass(500);
      },
      async (page) => {
        await page.pass(2_000);
        page.startStream();
        await page.pass(4_000);
        return answer(page);
      },
    );
    expect(records).toMatchObject([{ status: 'complete', outputTextLength: 13 }]);
  });
});

describe('an answer whose end was seen and not reported yet', () => {
  /** What is due after a look has to wait, and does not any more from what the test does next on. */
  async function ended(): Promise<BenchPage> {
    const page = new BenchPage((bench) => bench.go('/c/one'));
    page.send('Done?', '1');
    await page.pass(1_000);
    const turn = page.turn('assistant', 'a1', 'Done.');
    await page.pass(500);
    page.soonMs = () => 5_000;
    page.endStream(turn);
    await page.pass(1_500);
    page.soonMs = () => 0;
    return page;
  }
  const WHOLE = { status: 'complete', timesThrottled: false, texts: { output: 'Done.' } };

  it('has one whole record when its chat is left, and is not revived on return', async () => {
    const page = await ended();
    page.go('/c/two');
    page.element('#thread').replaceChildren();
    await page.pass(10_000);
    const told = page.emitted.length;
    expect(page.records()).toMatchObject([WHOLE]);
    page.go('/c/one');
    page.turn('user', 'u1', 'Done?');
    page.mark(page.turn('assistant', 'a1', 'Done.'), 'bar');
    await page.pass(30_000);
    expect(page.emitted).toHaveLength(told);
  });

  it('has one whole record when its page is kept, and is not revived on return', async () => {
    const page = await ended();
    page.keep('pagehide');
    const told = page.emitted.length;
    expect(page.records()).toMatchObject([WHOLE]);
    page.keep('pageshow');
    await page.pass(30_000);
    expect(page.emitted).toHaveLength(told);
  });
});

describe('a prompt that is sent before the messages of its chat are there', () => {
  /** The older messages come at once, before the question or after it. */
  async function sentEarly(historyFirst: boolean): Promise<BenchPage> {
    const page = new BenchPage((bench) => bench.go('/c/one'));
    page.type('Are you there?');
    page.enter('#composer');
    page.type('');
    const older = () => {
      const own = page.document.querySelector('#thread > .user');
      for (let n = 0; n < 3; n += 1) page.exchange(100 + n);
      if (own !== null) page.element('#thread').append(own);
    };
    if (historyFirst) {
      older();
      await page.pass(500);
    }
    page.turn('user', 'u1', 'Are you there?');
    page.startStream();
    await page.pass(1_500);
    if (!historyFirst) older();
    await page.pass(500);
    const turn = page.turn('assistant', 'a1', 'Here.');
    await page.pass(300);
    page.endStream(turn);
    await page.pass(2_000);
    return page;
  }

  it.each([true, false])('is answered by its own answer; history before the question: %s', async (first) => {
    const page = await sentEarly(first);
    expect(page.records()).toMatchObject([
      {
        status: 'complete',
        turnKey: 'u1',
        attempt: { kind: 'first' },
        context: { complete: false },
        texts: { input: 'Are you there?', output: 'Here.' },
      },
    ]);
  });
});

describe('a retry whose answer begins with all of the old one', () => {
  it('is a retry, and its whole answer counts', async () => {
    const page = new BenchPage();
    page.send('Sure?', '1');
    await page.pass(500);
    const turn = page.turn('assistant', 'a1', 'Yes.');
    await page.pass(300);
    page.endStream(turn);
    page.mark(turn, 'retry');
    await page.pass(2_000);
    page.press('.retry');
    page.unmark('.bar');
    page.startStream();
    await page.pass(300);
    page.grow(turn, ' It is.');
    await page.pass(300);
    page.endStream(turn);
    await page.pass(2_000);
    expect(page.records()[1]).toMatchObject({
      status: 'complete',
      attempt: { kind: 'retry' },
      texts: { input: 'Sure?', output: 'Yes. It is.' },
    });
  });
});
