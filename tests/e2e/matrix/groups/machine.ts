/** What happens to the page from outside while an answer is made: it is kept, hidden, or its computer sleeps. */
import type { Expected, Situation } from '../types';

const QUESTION = 'How do tides work?';
/** A first answer that is under way for some seconds; the next one is quick. */
const STEADY = { history: 2, queue: [{ minCharacters: 500, chunkMs: 45 }] };
/** One that stands still for some seconds, so that a slow machine finds it under way. */
const SLOW = { history: 2, queue: [{ minCharacters: 300, pauses: [{ afterChunk: 14, ms: 6_000 }] }] };
const HOUR_MS = 3_600_000;

const throttled: Expected['also'] = (record) =>
  record.timesThrottled ? null : 'not flagged as measured in the background';

const notThrottled: Expected['also'] = (record) =>
  record.timesThrottled ? 'flagged as measured in the background' : null;

export const MACHINE: readonly Situation[] = [
  {
    id: 'end-kept-page',
    group: 'ending',
    title:
      'Back/forward cache: the page is left while streaming and comes back as it was; then a prompt there',
    decision:
      'The record is interrupted while the page is away and goes on with it. What was not seen may be missing from its times, and it says so.',
    alone: true,
    play: async (stage) => {
      await stage.open('old', SLOW);
      await stage.send(QUESTION);
      await stage.grown(60);
      await stage.page.evaluate(() => {
        Reflect.set(window, 'stillTheSame', true);
      });
      await stage.page.goto(new URL('/settings', await stage.page.url()).href);
      await stage.pause(800);
      await stage.page.evaluate(() => setTimeout(() => history.back(), 50));
      await stage.page.waitFor(() => Reflect.get(window, 'stillTheSame') === true, 15_000);
      await stage.idle();
      await stage.send('And the wind?');
      await stage.idle();
    },
    expect: [{ also: throttled }, { also: notThrottled }],
  },
  {
    id: 'end-sleep',
    group: 'ending',
    title: 'Laptop sleep: nothing runs for some seconds while the answer grows',
    decision:
      'Durations come from the clock that does not jump. On most systems it stands still in sleep, so that the sleep is in no duration; here it runs on, for the page as for the extension.',
    alone: true,
    play: async (stage) => {
      await stage.open('old', STEADY);
      await stage.send(QUESTION);
      await stage.grown(100);
      await stage.harness.world.sleep(3_000);
      await stage.idle();
      await stage.send('And the wind?');
      await stage.idle();
    },
  },
  {
    id: 'end-clock',
    group: 'ending',
    title:
      'Clock change: an hour forward, then two back, while the answer grows; then a prompt with a wrong clock',
    decision:
      'A prompt has the time of the computer at which it was sent, right or wrong; what follows is counted from there by the clock that does not jump.',
    alone: true,
    play: async (stage) => {
      const { world } = stage.harness;
      await stage.open('old', STEADY);
      await stage.send(QUESTION);
      await stage.grown(100);
      await world.setClockOff(stage.page, HOUR_MS);
      try {
        await stage.grown(300);
        await world.setClockOff(stage.page, -HOUR_MS);
        await stage.idle();
        await stage.pause(1_200);
        await world.setClockOff(stage.page, HOUR_MS);
        await stage.send('And the wind?');
        await stage.idle();
        await stage.pause(1_200);
      } finally {
        await world.setClockOff(stage.page, 0);
      }
    },
    expect: [
      // Written down by the worker's clock, an hour before it was sent: the change has reached the worker.
      { also: (record) => (record.updatedTime < record.startTime ? null : 'the clock was not put back') },
      { clockAhead: HOUR_MS / 1000 },
    ],
  },
  {
    id: 'end-hidden',
    group: 'ending',
    title: 'Tab in the background, its timers throttled: the record says so; the next one in front does not',
    alone: true,
    play: async (stage) => {
      await stage.open('old', STEADY);
      await stage.send(QUESTION);
      await stage.grown(60);
      const uncover = await stage.harness.world.cover(stage.page);
      await stage.idle();
      await stage.pause(1_500);
      await uncover();
      await stage.send('And the wind?');
      await stage.idle();
    },
    expect: [{ also: throttled }, { also: notThrottled }],
  },
  {
    id: 'end-browser-closed',
    group: 'ending',
    title: 'Browser closed while streaming and started again: interrupted, and never twice',
    decision:
      'A browser that ends says nothing to its pages: what the last sign of life told counts, and the record is closed when the extension starts again.',
    alone: true,
    quickIn: 'chromium',
    play: async (stage) => {
      await stage.open('old', SLOW);
      await stage.send(QUESTION);
      await stage.grown(60);
      await stage.pause(600);
      await stage.keepLog();
      await stage.harness.restart();
      const other = await stage.another('new');
      await stage.pause(500);
      await other.bringToFront();
      await stage.send('And the wind?', other);
      await stage.idle(other);
    },
    expect: [
      {
        status: 'interrupted',
        texts: null,
        lengths: false,
        times: 'start',
        also: ({ outputTextLength }) => (outputTextLength > 0 ? null : 'nothing of the answer so far'),
      },
      { chat: 1 },
    ],
  },
];
