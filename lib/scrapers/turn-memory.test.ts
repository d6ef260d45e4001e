// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import type { Turn } from './site';
import { turnName } from './snapshot';
import { createTurnMemory, type TurnMemory } from './turn-memory';

const element = (): Element => document.createElement('div');
const question = (key: string | null, at = element()): Turn => ({ role: 'user', element: at, key });
const answer = (key: string | null, at = element()): Turn => ({ role: 'assistant', element: at, key });

describe('what is remembered of a turn', () => {
  let memory: TurnMemory;
  beforeEach(() => {
    memory = createTurnMemory();
  });

  it('is found by its key when the site has mounted it anew', () => {
    memory.keepLength(question('q1'), 12);
    memory.keepPrompt(question('q1'), 'prompt-1');
    expect(memory.lengthOf(question('q1'))).toBe(12);
    expect(memory.promptOf(question('q1'))).toBe('prompt-1');
    expect(memory.lengthOf(question('q2'))).toBeUndefined();
  });

  it('is found by its element while it has no key, and when it gets one afterwards', () => {
    const at = element();
    memory.keepLength(question(null, at), 12);
    expect(memory.lengthOf(question(null, at))).toBe(12);
    expect(memory.lengthOf(question('q1', at))).toBe(12);
    memory.keepPrompt(question('q1', at), 'prompt-1');
    expect(memory.lengthOf(question('q1'))).toBe(12);
    expect(memory.promptOf(question('q1'))).toBe('prompt-1');
  });

  it('is found while a turn shows a key of the moment only', () => {
    const at = element();
    memory.keepPrompt(question('q1', at), 'prompt-1');
    expect(memory.promptOf(question(null, at))).toBe('prompt-1');
  });

  it('does not pass to another turn whose row is the same element', () => {
    const row = element();
    memory.keepLength(question('row-12', row), 12);
    memory.keepPrompt(question('row-12', row), 'prompt-1');
    expect(memory.lengthOf(question('row-2', row))).toBeUndefined();
    expect(memory.promptOf(question('row-2', row))).toBeNull();
    memory.keepLength(question('row-2', row), 2);
    expect(memory.lengthOf(question('row-12'))).toBe(12);
  });

  it('passes to the key that a turn gets after one of the moment, and the old key keeps its own', () => {
    const at = element();
    memory.keepPrompt(question('q1', at), 'prompt-1');
    memory.keepPrompt(question(null, at), 'prompt-2');
    expect(memory.promptOf(question('q2', at))).toBe('prompt-2');
    expect(memory.promptOf(question('q1'))).toBe('prompt-1');
  });

  it('is no length any more once the turn is replaced, in whatever order turns were first seen', () => {
    const turns = [question('q5'), answer('a5'), question('q1'), answer('a1')] as const;
    for (const turn of turns) memory.keepLength(turn, 10);
    memory.keepPrompt(turns[0], 'prompt-5');
    const [fifth, , first, firstAnswer] = turns;
    memory.dropLengths([firstAnswer, fifth]);
    expect(turns.map(memory.lengthOf)).toEqual([undefined, 10, 10, undefined]);
    expect(memory.promptOf(fifth)).toBe('prompt-5');
    expect(memory.lengthsBeside(new Set([turnName(first)]), [])).toEqual([10]);
  });

  it('is kept apart for a question and an answer with the same key and element', () => {
    const at = element();
    memory.keepLength(question('e1', at), 12);
    expect(memory.lengthOf(answer('e1', at))).toBeUndefined();
    memory.keepLength(answer('e1', at), 300);
    expect(memory.lengthOf(question('e1'))).toBe(12);
    expect(memory.lengthOf(answer('e1'))).toBe(300);
  });

  it('of turns that are not mounted now is told by their keys', () => {
    memory.keepLength(question('q1'), 1);
    memory.keepLength(answer('a1'), 20);
    memory.keepLength(question('q2'), 300);
    memory.keepLength(answer(null), 4_000);
    expect(memory.lengthsBeside(new Set(['user:q2']), [])).toEqual([1, 20]);
  });
});
