import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followSettings } from '../../entrypoints/content/follow-settings';
import type { PageSettings, Reply } from '../../lib/messages';

const ON: PageSettings = { on: true, line: false };
const OFF: PageSettings = { on: false, line: false };

describe('the settings as a page follows them', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function setUp(answers: (Reply<PageSettings> | 'unreachable' | Promise<Reply<PageSettings>>)[]) {
    const seen: PageSettings[] = [];
    let asked = 0;
    let tell = (_: PageSettings): void => undefined;
    const end = new AbortController();
    const again = followSettings({
      ask: async () => {
        asked += 1;
        const answer = answers.shift();
        if (answer === undefined || answer === 'unreachable') throw new Error('no worker');
        return answer;
      },
      hear: (onChange) => {
        tell = onChange;
      },
      setTimeout: (run, ms) => void setTimeout(run, ms),
      onChange: (settings) => seen.push(settings),
      signal: end.signal,
    });
    return { seen, asked: () => asked, tell: (settings: PageSettings) => tell(settings), again, end };
  }
  const value = (settings: PageSettings): Reply<PageSettings> => ({ ok: true, value: settings });
  const refused: Reply<PageSettings> = { ok: false, failure: { kind: 'unexpected', message: '' } };

  it('are asked for at once, and again until they are known', async () => {
    const { seen, asked } = setUp(['unreachable', refused, value(OFF)]);
    await vi.advanceTimersByTimeAsync(0);
    expect([asked(), seen]).toEqual([1, []]);
    await vi.advanceTimersByTimeAsync(250);
    expect([asked(), seen]).toEqual([2, []]);
    await vi.advanceTimersByTimeAsync(500);
    expect([asked(), seen]).toEqual([3, [OFF]]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked()).toBe(3);
  });

  it('are asked for every five seconds at the latest', async () => {
    const { asked } = setUp([]);
    await vi.advanceTimersByTimeAsync(60_000);
    // After 0, 0.25, 0.75, 1.75, 3.75 and 7.75 s, then every 5 s: at 12.75 to 57.75 s.
    expect(asked()).toBe(16);
  });

  it('follow what the worker tells, which makes an older answer void', async () => {
    let answer = (_: Reply<PageSettings>): void => undefined;
    const late = new Promise<Reply<PageSettings>>((done) => {
      answer = done;
    });
    const { seen, tell } = setUp([late]);
    tell(OFF);
    answer(value(ON));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(seen).toEqual([OFF]);
  });

  it('are not asked for any more once the worker has told them', async () => {
    const { seen, asked, tell } = setUp(['unreachable', value(ON)]);
    await vi.advanceTimersByTimeAsync(100);
    tell(OFF);
    await vi.advanceTimersByTimeAsync(60_000);
    expect([asked(), seen]).toEqual([1, [OFF]]);
  });

  it('are asked for once more when the page comes back', async () => {
    const { seen, again } = setUp([value(ON), value(OFF)]);
    await vi.advanceTimersByTimeAsync(0);
    again();
    await vi.advanceTimersByTimeAsync(0);
    expect(seen).toEqual([ON, OFF]);
  });

  it('end with the extension', async () => {
    const { asked, end } = setUp(['unreachable']);
    await vi.advanceTimersByTimeAsync(100);
    end.abort();
    await vi.advanceTimersByTimeAsync(300);
    const before = asked();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked()).toBe(before);
  });
});
