// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { beginLife } from '../../entrypoints/content/life';

describe('the life of a page’s script', () => {
  let there = true;
  beforeEach(() => {
    there = true;
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const begin = () => beginLife(window, () => there);

  it('lasts as long as its extension', () => {
    const life = begin();
    vi.advanceTimersByTime(3_600_000);
    expect(life.lasts()).toBe(true);
    expect(life.signal.aborted).toBe(false);
  });

  it('ends when it is asked for and the extension is gone', () => {
    const life = begin();
    there = false;
    expect(life.signal.aborted).toBe(false);
    expect(life.lasts()).toBe(false);
    expect(life.signal.aborted).toBe(true);
  });

  it('ends within ten seconds when nothing asks', () => {
    const life = begin();
    there = false;
    vi.advanceTimersByTime(10_000);
    expect(life.signal.aborted).toBe(true);
    expect(vi.getTimerCount(), 'nothing is left that runs').toBe(0);
  });

  it('does not come back with a later extension', () => {
    const life = begin();
    there = false;
    life.lasts();
    there = true;
    expect(life.lasts()).toBe(false);
  });

  it('runs a timer’s step only while it lasts', () => {
    const life = begin();
    const run = vi.fn();
    life.setTimeout(run, 100);
    vi.advanceTimersByTime(100);
    expect(run).toHaveBeenCalledTimes(1);
    life.setTimeout(run, 100);
    there = false;
    vi.advanceTimersByTime(100);
    expect(run).toHaveBeenCalledTimes(1);
    expect(life.signal.aborted, 'the timer is the first to notice').toBe(true);
  });
});
