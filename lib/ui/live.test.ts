import { describe, expect, it } from 'vitest';
import { StoreError } from '../store/errors';
import { live, problemOf, type Source } from './live';
import { stored } from './sources';

/** A source that the test plays, and whether anybody still listens. */
function played<T>() {
  let say: ((value: T) => void) | null = null;
  let fail: ((error: unknown) => void) | null = null;
  const source: Source<T> = (onValue, onError) => {
    say = onValue;
    fail = onError;
    return () => {
      stopped = true;
    };
  };
  let stopped = false;
  return {
    source,
    say: (value: T) => say?.(value),
    fail: (error: unknown) => fail?.(error),
    isStopped: () => stopped,
  };
}

describe('a live value', () => {
  it('is loading, then ready, and anew with each value', () => {
    const { state, follow } = live<number>();
    const numbers = played<number>();
    follow(numbers.source);
    expect(state.value).toEqual({ kind: 'loading' });
    numbers.say(1);
    numbers.say(2);
    expect(state.value).toEqual({ kind: 'ready', value: 2 });
  });

  it('keeps its value until another source answers, and no longer hears the first', () => {
    const { state, follow } = live<number>();
    const [first, second] = [played<number>(), played<number>()];
    follow(first.source);
    first.say(1);
    follow(second.source);
    expect(first.isStopped()).toBe(true);
    first.say(99);
    expect(state.value).toEqual({ kind: 'ready', value: 1 });
    second.say(2);
    expect(state.value).toEqual({ kind: 'ready', value: 2 });
  });

  it('says what failed', () => {
    const { state, follow } = live<number>();
    const numbers = played<number>();
    follow(numbers.source);
    numbers.fail(new StoreError('blocked'));
    expect(state.value).toEqual({
      kind: 'failed',
      problem: { kind: 'blocked', message: null, time: null },
    });
  });
});

describe('a problem', () => {
  it('adds the words of the browser to the kind that the store names', () => {
    expect(
      problemOf(new StoreError('broken', undefined, { cause: new Error('disk image malformed') })),
    ).toEqual({ kind: 'broken', message: 'disk image malformed', time: null });
  });

  it('says the words of the browser once, where the database repeats them', () => {
    const words = 'Internal error opening backing store.';
    const cause = new Error(`${words}\n UnknownError: ${words}`);
    expect(problemOf(new StoreError('broken', undefined, { cause })).message).toBe(words);
    expect(problemOf(new Error('It failed.\n AbortError: the disk is gone')).message).toBe(
      'It failed. AbortError: the disk is gone',
    );
  });

  it('that the store does not know is unexpected, with its own words', () => {
    expect(problemOf(new TypeError('x is not a function'))).toEqual({
      kind: 'unexpected',
      message: 'x is not a function',
      time: null,
    });
  });
});

describe('a stored value', () => {
  it('read late does not undo a change that came first', async () => {
    const heard: string[] = [];
    let change = (_value: string) => {};
    let finish = (_value: string) => {};
    const read = new Promise<string>((resolve) => {
      finish = resolve;
    });
    const source = stored(
      () => read,
      (onChange) => {
        change = onChange;
        return () => {};
      },
    );
    source(
      (value) => heard.push(value),
      () => {},
    );
    change('dark');
    finish('light');
    await read;
    expect(heard).toEqual(['dark']);
  });
});
