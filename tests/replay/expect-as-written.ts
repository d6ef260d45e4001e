/** Compares what was read of one of our own pages with what was written into it. */
import { expect } from 'vitest';
import type { OwnPage, OwnTurn } from '../fixtures/pages';
import type { PageRead, TurnRead } from './read-page';

function expectTurn(turn: TurnRead, written: OwnTurn): void {
  expect(turn).toMatchObject({ role: written.role, key: written.key, text: written.text });
  expect(turn.visible).toBe(written.text !== '');
  expect(turn.media).toEqual({
    inputFiles: written.inputFiles ?? 0,
    inputImages: written.inputImages ?? 0,
    outputImages: written.outputImages ?? 0,
  });
  expect(turn.failed).toBe(false);
  expect(turn.stopped).toBe(false);
  if (written.role === 'user') return;
  expect(turn.finished).toBe(written.finished === true);
  expect(turn.model.slug).toBe(written.slug ?? null);
  expect(turn.thinking).toEqual({
    seen: written.thought === true,
    statedSeconds: written.thoughtSeconds ?? null,
    textLength: written.thoughtLength ?? 0,
  });
}

export function expectAsWritten(page: PageRead, written: OwnPage): void {
  expect(page.layout).toBe(written.layout);
  expect(page.totalTurns).toBe(written.totalTurns);
  expect(page.streaming).toBe(true);
  expect(page.turns).toHaveLength(written.turns.length);
  for (const [i, turn] of page.turns.entries()) {
    const expected = written.turns[i];
    if (expected === undefined) throw new Error(`turn ${i} was not written`);
    expectTurn(turn, expected);
    expect(turn.model.label).toBe(written.label);
  }
}
