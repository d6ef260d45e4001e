import { describe, expect, it } from 'vitest';
import {
  EMPTY_END_MS,
  type LiveState,
  type Look,
  NO_SIGN_END_MS,
  QUIET_END_MS,
  SETTLE_MS,
  startTurn,
  step,
} from './turn-state';

const look = (state: LiveState, at: number, seen: Partial<Look> = {}): LiveState =>
  step(state, {
    type: 'look',
    at,
    look: {
      streaming: false,
      finished: false,
      failed: false,
      thinking: false,
      away: false,
      hasContent: false,
      ...seen,
    },
  });
const grow = (state: LiveState, at: number, visible = true): LiveState =>
  step(state, { type: 'grew', at, visible });
const measure = (state: LiveState, length: number): LiveState => step(state, { type: 'measured', length });

describe('a prompt that is answered', () => {
  it('goes from submitted over reasoning and answering to complete', () => {
    let state = look(startTurn(0), 50, { streaming: true });
    expect(state.phase).toBe('submitted');
    state = look(state, 900, { streaming: true, thinking: true });
    expect(state.phase).toBe('reasoning');
    state = grow(state, 2000);
    expect(state).toMatchObject({ phase: 'answering', firstTokenAt: 2000 });
    state = look(grow(state, 3000), 3100, { finished: true, hasContent: true });
    expect(state.ended).toBeNull();
    state = look(state, 3100 + SETTLE_MS, { finished: true, hasContent: true });
    expect(state).toMatchObject({ ended: 'complete', growthAt: 3000 });
  });

  it('takes a growth that shows no text for no first token', () => {
    expect(grow(startTurn(0), 500, false).firstTokenAt).toBeNull();
  });

  it('does not end while the marks only flicker', () => {
    let state = grow(startTurn(0), 100);
    state = look(state, 200, { finished: true, hasContent: true });
    state = look(state, 350, { streaming: true, hasContent: true });
    state = look(state, 600, { finished: true, hasContent: true });
    expect(state.ended).toBeNull();
  });

  it('moves nothing when the site re-renders after its finished mark', () => {
    let state = look(grow(startTurn(0), 100), 200, { finished: true, hasContent: true });
    state = grow(state, 4200);
    expect(state.growthAt).toBe(100);
  });

  it('moves nothing when a change left the text as long as it was', () => {
    let state = measure(grow(startTurn(0), 100), 50);
    state = measure(grow(state, 4000), 50);
    expect(state.growthAt).toBe(100);
    state = measure(grow(state, 5000), 51);
    expect(state.growthAt).toBe(5000);
  });

  it('completes without an action bar once the text stood still long enough', () => {
    const state = grow(look(startTurn(0), 10, { streaming: true }), 1000);
    const quiet = look(state, 1100, { hasContent: true });
    expect(look(quiet, 1100 + QUIET_END_MS - 1, { hasContent: true }).ended).toBeNull();
    expect(look(quiet, 1100 + QUIET_END_MS, { hasContent: true }).ended).toBe('complete');
  });

  it('waits through minutes of silence as long as the site says it is streaming', () => {
    let state = startTurn(0);
    for (let at = 0; at < 600_000; at += 10_000) state = look(state, at, { streaming: true });
    expect(state.ended).toBeNull();
  });
});

describe('a prompt that is not answered to its end', () => {
  it('is stopped when the person stopped it, before and after the first token', () => {
    const before = step(look(startTurn(0), 10, { streaming: true }), { type: 'stop' });
    expect(look(look(before, 100), 100 + SETTLE_MS).ended).toBe('stopped');
    const after = step(grow(startTurn(0), 50), { type: 'stop' });
    expect(look(look(after, 100, { hasContent: true }), 500, { hasContent: true }).ended).toBe('stopped');
  });

  it('is failed when the site says so', () => {
    expect(look(look(startTurn(0), 100, { failed: true }), 500, { failed: true }).ended).toBe('failed');
  });

  it('is failed when streaming ended without any text', () => {
    const state = look(look(startTurn(0), 10, { streaming: true }), 100);
    expect(look(state, 99 + EMPTY_END_MS).ended).toBeNull();
    expect(look(state, 100 + EMPTY_END_MS).ended).toBe('failed');
  });

  it('is failed when no sign of an answer came at all', () => {
    const state = look(startTurn(0), 0);
    expect(look(state, NO_SIGN_END_MS - 1).ended).toBeNull();
    expect(look(state, NO_SIGN_END_MS).ended).toBe('failed');
  });

  it('is interrupted when its page goes, and goes on when the page comes back', () => {
    const gone = step(grow(startTurn(0), 100), { type: 'gone' });
    expect(gone.ended).toBe('interrupted');
    expect(step(gone, { type: 'back' })).toMatchObject({ ended: null, firstTokenAt: 100 });
  });

  it('changes no more once it has ended', () => {
    const gone = step(startTurn(0), { type: 'gone' });
    expect(grow(gone, 900)).toBe(gone);
    expect(step(gone, { type: 'stop' })).toBe(gone);
  });
});
