/** What a page cannot see from its own beginning to the end: reloads, sleep, pages kept and pages hidden. */
import { describe, expect, it } from 'vitest';
import type { ResumedPrompt } from '../../../lib/prompt';
import { BenchPage } from './bench-page';

const STORED: ResumedPrompt = {
  id: '11111111-1111-4111-8111-111111111111',
  revision: 7,
  attempt: { kind: 'first', of: null },
  startTime: 1_768_306_660,
  firstTokenTime: 1_768_306_661,
  lastTokenTime: 1_768_306_662,
  outputTextLength: 5,
  thinking: { seen: false, statedSeconds: null, textLength: 0 },
  context: { turns: 2, textLength: 40, complete: true },
  modelLabel: 'Old model',
  sentSeen: true,
  notCounted: [],
  waitedForUserSeconds: 0,
  firstTokenWidthSeconds: null,
  lastTokenWidthSeconds: null,
  readBy: 'layout',
};

/** A chat that is loaded again while its answer is being made. */
function loadedAgain(stored: ResumedPrompt | null): BenchPage {
  const page = new BenchPage((bench) => {
    bench.go('/c/one');
    bench.stored = stored;
  });
  page.exchange(0);
  page.turn('user', 'u1', 'Go on?');
  return page;
}

async function rest(page: BenchPage): Promise<void> {
  const turn = page.turn('assistant', 'a1', 'Half ');
  page.startStream();
  await page.pass(1_500);
  await page.pass(500);
  page.grow(turn, 'an answer.');
  await page.pass(200);
  page.endStream(turn);
  await page.pass(1_500);
}

describe('a page that is loaded again within an answer', () => {
  it('keeps by what the record was read, and how widely its times were known', async () => {
    const page = loadedAgain({
      ...STORED,
      outputTextLength: 4,
      readBy: 'inferred',
      firstTokenWidthSeconds: 0.4,
      lastTokenWidthSeconds: 0.7,
    });
    const turn = page.turn('assistant', 'a1', 'Half ');
    page.startStream();
    await page.pass(1_500);
    await page.pass(30_000);
    expect(page.emitted.at(-1)).toMatchObject({
      status: 'pending',
      readBy: 'inferred',
      firstTokenTime: STORED.firstTokenTime,
      firstTokenWidthSeconds: 0.4,
      lastTokenTime: STORED.lastTokenTime,
      lastTokenWidthSeconds: 0.7,
    });
    page.grow(turn, 'an answer.');
    await page.pass(200);
    page.endStream(turn);
    await page.pass(1_500);
    expect(page.records()).toMatchObject([
      { status: 'complete', readBy: 'inferred', firstTokenWidthSeconds: 0.4, lastTokenWidthSeconds: 0 },
    ]);
  });

  it('says of no wait where there is a text whose first word nobody timed', async () => {
    const page = loadedAgain({ ...STORED, firstTokenTime: null, lastTokenTime: null });
    page.startStream();
    await page.pass(1_500);
    await page.pass(30_000);
    expect(page.emitted.at(-1)).toMatchObject({
      status: 'pending',
      firstTokenTime: null,
      outputTextLength: 5,
      waitedSeconds: null,
    });
  });

  it('goes on with the record, its times and its model', async () => {
    const page = loadedAgain(STORED);
    await rest(page);
    expect(page.asked[0]).toMatchObject({ site: 'chatgpt', turnKey: 'u1', chat: { siteKey: 'one' } });
    expect(page.records()).toHaveLength(1);
    expect(page.records()[0]).toMatchObject({
      id: STORED.id,
      status: 'complete',
      startTime: STORED.startTime,
      firstTokenTime: STORED.firstTokenTime,
      model: { label: 'Old model' },
      context: STORED.context,
      timesThrottled: true,
      texts: { input: 'Go on?', output: 'Half an answer.' },
    });
    expect(Math.min(...page.emitted.map(({ revision }) => revision))).toBeGreaterThan(STORED.revision);
  });

  it('asks again while the answer is awaited though nothing changes, until the former page is gone', async () => {
    const page = loadedAgain(null);
    page.startStream();
    await page.pass(1_000);
    expect(page.asked).toHaveLength(1);
    page.stored = { ...STORED, firstTokenTime: null, lastTokenTime: null, outputTextLength: 0 };
    for (let s = 0; s < 10; s += 1) await page.pass(1_000);
    expect(page.asked).toHaveLength(2);
    const answer = page.turn('assistant', 'a1');
    page.grow(answer, 'At last.');
    await page.pass(200);
    page.endStream(answer);
    await page.pass(1_500);
    expect(page.records()).toMatchObject([{ id: STORED.id, status: 'complete', outputTextLength: 8 }]);
    expect(page.records()[0]?.firstTokenTime).not.toBeNull();
  });

  it('records nothing when no stored prompt belongs to the turn', async () => {
    const page = loadedAgain(null);
    await rest(page);
    expect(page.asked.length).toBeGreaterThan(0);
    expect(page.emitted).toEqual([]);
  });

  it('asks once for an old chat at rest, however much its page changes', async () => {
    const page = new BenchPage((bench) => bench.go('/c/one'));
    page.exchange(0);
    for (let n = 0; n < 10; n += 1) {
      page.mark(page.element('#thread'), 'decoration');
      await page.pass(2_000);
    }
    expect(page.asked).toHaveLength(1);
  });

  it('does not ask for a prompt that was sent here', async () => {
    const page = new BenchPage((bench) => bench.go('/c/one'));
    page.send('Mine', '1');
    await page.pass(500);
    const turn = page.turn('assistant', 'a1', 'Yes.');
    await page.pass(500);
    page.endStream(turn);
    await page.pass(5_000);
    expect(page.asked).toEqual([]);
  });
});

describe('an answer that is continued', () => {
  it('is the next attempt: asked with nothing, answered with what came since', async () => {
    const page = new BenchPage((bench) => bench.go('/c/one'));
    page.send('Long story', '1');
    await page.pass(500);
    const turn = page.turn('assistant', 'a1');
    page.grow(turn, 'Once upon a time');
    await page.pass(400);
    page.endStream(turn);
    await page.pass(1_000);
    page.press('#menu');
    page.unmark('.bar');
    page.startStream();
    await page.pass(600);
    page.grow(turn, ' there was a sea.');
    await page.pass(300);
    page.endStream(turn);
    await page.pass(1_000);
    const [first, second] = page.records();
    expect(page.records()).toHaveLength(2);
    expect(second).toMatchObject({
      status: 'complete',
      attempt: { kind: 'continue', of: first?.id },
      texts: { input: '', output: 'there was a sea.' },
      context: { turns: 2, textLength: 26 },
    });
    expect((second?.firstTokenTime ?? 0) - (second?.startTime ?? 0)).toBeCloseTo(0.6, 1);
  });
});

describe('two answers to choose from', () => {
  it.each([
    { title: 'whose marks stay', after: 'choice' },
    { title: 'whose marks go as they end', after: 'chosen' },
  ])('$title are two attempts with the same start, each with its own text and times', async ({ after }) => {
    const page = new BenchPage();
    page.send('Which?', '1');
    await page.pass(500);
    const turn = page.turn('assistant', 'a1');
    turn.replaceChildren();
    const choices = ['one', 'two'].map((name) => {
      const choice = page.document.createElement('div');
      choice.className = 'choice';
      choice.innerHTML = `<div class="text" id="${name}"></div>`;
      turn.append(choice);
      return choice;
    });
    const [one, two] = choices;
    if (one === undefined || two === undefined) throw new Error('two answers were made');
    page.grow(one, 'Left.');
    await page.pass(300);
    page.grow(two, 'Right, ');
    await page.pass(300);
    page.grow(two, 'rather.');
    await page.pass(300);
    for (const choice of choices) choice.className = after;
    page.endStream(turn);
    await page.pass(1_000);
    const [first, second] = page.records();
    expect(page.records()).toHaveLength(2);
    expect(first).toMatchObject({
      status: 'complete',
      attempt: { kind: 'first' },
      texts: { output: 'Left.' },
    });
    expect(second).toMatchObject({
      status: 'complete',
      attempt: { kind: 'alternative', of: first?.id },
      startTime: first?.startTime,
      texts: { input: 'Which?', output: 'Right, rather.' },
    });
    expect((second?.firstTokenTime ?? 0) - (first?.firstTokenTime ?? 0)).toBeCloseTo(0.3, 1);
  });
});

describe('time that the page does not see', () => {
  it('keeps the sleep of the computer out of every duration', async () => {
    const page = new BenchPage();
    page.send('Good night', '1');
    await page.pass(500);
    page.sleep(3_600_000);
    const turn = page.turn('assistant', 'a1');
    page.grow(turn, 'Good morning');
    await page.pass(300);
    page.endStream(turn);
    await page.pass(1_000);
    const record = page.records()[0];
    expect((record?.firstTokenTime ?? 0) - (record?.startTime ?? 0)).toBeCloseTo(0.5, 1);
  });

  it('goes on with the same record when the page was kept in memory', async () => {
    const page = new BenchPage();
    page.send('Kept', '1');
    await page.pass(500);
    const turn = page.turn('assistant', 'a1');
    page.grow(turn, 'Half ');
    await page.pass(300);
    // The browsers say in this order that the page goes, and that it is hidden.
    page.keep('pagehide');
    page.hide();
    expect(page.records()).toMatchObject([{ status: 'interrupted', outputTextLength: 4 }]);
    page.hide('visible');
    page.keep('pageshow');
    await page.pass(200);
    page.grow(turn, 'and half.');
    await page.pass(300);
    page.endStream(turn);
    await page.pass(1_000);
    expect(page.records()).toMatchObject([
      { status: 'complete', timesThrottled: true, texts: { output: 'Half and half.' } },
    ]);
  });

  it('believes no script that pretends the page goes', async () => {
    const page = new BenchPage();
    page.keep('pagehide', false);
    page.send('Still here', '1');
    await page.pass(500);
    const turn = page.turn('assistant', 'a1', 'Yes.');
    await page.pass(300);
    page.endStream(turn);
    await page.pass(1_000);
    expect(page.records()).toMatchObject([{ status: 'complete', texts: { output: 'Yes.' } }]);
  });

  it('says stopped of an answer that was stopped just before its page went', async () => {
    const page = new BenchPage();
    page.send('Stop it', '1');
    await page.pass(500);
    const turn = page.turn('assistant', 'a1', 'Half');
    await page.pass(300);
    page.press('#stop');
    page.endStream(turn);
    page.keep('pagehide');
    expect(page.records()).toMatchObject([{ status: 'stopped' }]);
  });

  it('says so when the page was in the background', async () => {
    const page = new BenchPage();
    page.send('Behind', '1');
    await page.pass(300);
    page.hide();
    const turn = page.turn('assistant', 'a1', 'Here.');
    await page.pass(300);
    page.endStream(turn);
    await page.pass(1_500);
    expect(page.records()).toMatchObject([{ status: 'complete', timesThrottled: true }]);
  });
});
