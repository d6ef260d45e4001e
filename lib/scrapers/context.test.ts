// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { ContextSeen } from '../prompt';
import type { Clock } from './clock';
import { type ContextQuestion, readContext } from './context';
import type { Layout, Turn } from './site';
import { claude } from './sites/claude';
import { stockOf } from './snapshot';
import { createTurnMemory, type TurnMemory } from './turn-memory';

const layout = claude.layouts.at(-1);
if (layout === undefined) throw new Error('no layout');

function turn(text: string, key: string | null = null): Turn {
  const element = document.createElement('div');
  element.innerHTML = '<p data-testid="user-message"></p>';
  element.querySelector('p')?.append(text);
  return { role: 'user', element, key };
}

/** A turn whose text cannot be read. */
const broken = (): Turn => {
  const { role, key, element } = turn('');
  element.querySelectorAll = () => {
    throw new Error('no');
  };
  return { role, key, element };
};

/** Reads a context in idle slices that the test starts one by one. */
class Reading {
  private idle: (() => void)[] = [];
  readonly context: () => ContextSeen;
  constructor(earlier: readonly Turn[], more: Partial<ContextQuestion> = {}, memory = createTurnMemory()) {
    const clock: Pick<Clock, 'whenIdle'> = { whenIdle: (run) => void this.idle.push(run) };
    const question = {
      layout: layout as Layout,
      earlier,
      replaced: [],
      names: stockOf([...earlier, ...(more.replaced ?? [])]).stock().names,
      enough: Number.POSITIVE_INFINITY,
    };
    this.context = readContext({ ...question, ...more }, memory, clock as Clock);
  }
  /** Runs the next slice; false when none waits. */
  slice(): boolean {
    const run = this.idle.shift();
    run?.();
    return run !== undefined;
  }
}

describe('the context of a prompt', () => {
  it('is read four turns at a time, and whole only when all are read', () => {
    const reading = new Reading(Array.from({ length: 10 }, () => turn('ten chars.')));
    const seen = [reading.context()];
    while (reading.slice()) seen.push(reading.context());
    expect(seen.map(({ textLength }) => textLength)).toEqual([0, 40, 80, 100]);
    expect(seen.map(({ complete }) => complete)).toEqual([false, false, false, true]);
  });

  it('is read one turn at a time where turns are long', () => {
    const reading = new Reading(Array.from({ length: 3 }, () => turn('x'.repeat(30_000))));
    let slices = 0;
    while (reading.slice()) slices += 1;
    expect(slices).toBe(3);
    expect(reading.context()).toEqual({ turns: 3, textLength: 90_000, complete: true });
  });

  it('goes on after a turn that cannot be read, and says that it is not whole', () => {
    const reading = new Reading([turn('one'), broken(), turn('three'), turn('four'), turn('five!')]);
    expect(() => reading.slice()).toThrow();
    while (reading.slice());
    expect(reading.context()).toEqual({ turns: 5, textLength: 3 + 5 + 4 + 5, complete: false });
  });

  it('reads no turn again that an earlier prompt has read', () => {
    const memory: TurnMemory = createTurnMemory();
    const turns = [turn('one'), turn('two')];
    const first = new Reading(turns, {}, memory);
    while (first.slice());
    const second = new Reading([...turns, turn('three')], {}, memory);
    expect(second.context()).toEqual({ turns: 3, textLength: 6, complete: false });
    expect(second.slice()).toBe(true);
    expect(second.slice()).toBe(false);
    expect(second.context()).toEqual({ turns: 3, textLength: 11, complete: true });
  });

  it('of a virtualised thread counts what was mounted before, without what is replaced', () => {
    const memory = createTurnMemory();
    memory.keepLength(turn('', 'q1'), 100);
    memory.keepLength(turn('', 'q9'), 7);
    const [second, ninth] = [turn('two', 'q2'), turn('nine', 'q9')];
    const virtualised = { layout: { ...(layout as Layout), virtualised: true }, replaced: [ninth] };
    const partly = new Reading([second], virtualised, memory);
    while (partly.slice());
    expect(partly.context()).toEqual({ turns: 2, textLength: 103, complete: false });
    const wholly = new Reading([second], { ...virtualised, enough: 2 }, memory);
    expect(wholly.context()).toEqual({ turns: 2, textLength: 103, complete: true });
  });
});
