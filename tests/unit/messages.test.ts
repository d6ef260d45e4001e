import { describe, expect, it, vi } from 'vitest';
import type { Observation } from '../../lib/prompt';
import { anObservation } from '../fixtures/observation';

vi.mock('wxt/browser', () => ({ browser: {} }));
const { answerRequest, readSender } = await import('../../lib/messages');

const OWN = 'chrome-extension://own-id';
const content = readSender({ id: 'own-id', url: 'https://chatgpt.com/c/1', tab: { id: 7 } }, 'own-id', OWN);
const page = readSender({ id: 'own-id', url: `${OWN}/popup.html`, tab: { id: 8 } }, 'own-id', OWN);

/** Handlers that note what reached them. */
function handlers() {
  const observed: Observation[] = [];
  return {
    observed,
    observe: async (observation: Observation) => {
      observed.push(observation);
      return { ok: true as const, value: { revision: observation.revision } };
    },
    'page-state-changed': async () => ({ ok: true as const, value: null }),
    resume: async () => ({ ok: true as const, value: { prompt: null } }),
    'page-settings': async () => ({ ok: true as const, value: { on: true, line: false } }),
    sweep: async () => ({ ok: true as const, value: { interrupted: 0 } }),
    'reestimate-start': async () => ({ ok: true as const, value: { started: true } }),
    'reestimate-cancel': async () => ({ ok: true as const, value: { cancelled: true } }),
    'reestimate-state': async () => ({ ok: true as const, value: { running: true } }),
  };
}
const message = (request: string, payload: unknown) => ({ to: 'worker', request, payload });

describe('who may ask', () => {
  it('lets a content script deliver observations and nothing else', async () => {
    const table = handlers();
    expect(await answerRequest(table, message('observe', anObservation({})), content)).toMatchObject({
      ok: true,
    });
    expect(table.observed).toHaveLength(1);
    expect(await answerRequest(table, message('sweep', null), content)).toMatchObject({
      ok: false,
      failure: { kind: 'refused' },
    });
  });

  it('cuts what is too long, so that its prompt still counts', async () => {
    const table = handlers();
    const label = '😀'.repeat(120);
    const long = anObservation({ model: { slug: null, label }, turnKey: 'k'.repeat(600) });
    expect(await answerRequest(table, message('observe', long), content)).toMatchObject({ ok: true });
    expect(table.observed[0]?.model.label).toBe('😀'.repeat(100));
    expect(table.observed[0]?.turnKey).toHaveLength(500);
  });

  it('takes what is not counted once, however often it is named', async () => {
    const table = handlers();
    const often = anObservation({ notCounted: [...Array<'canvas'>(40).fill('canvas'), 'report-frame'] });
    expect(await answerRequest(table, message('observe', often), content)).toMatchObject({ ok: true });
    expect(table.observed[0]?.notCounted).toEqual(['canvas', 'report-frame']);
    const unknown = { ...often, notCounted: ['x'.repeat(1_000)] };
    expect(await answerRequest(table, message('observe', unknown), content)).toMatchObject({ ok: false });
  });

  it('takes the state of a page from that page only, and only a well-formed one', async () => {
    const state = { kind: 'unreadable', site: 'claude', reason: 'lost-answer', sinceTime: 1 };
    const ask = (payload: unknown, sender: typeof content) =>
      answerRequest(handlers(), message('page-state-changed', payload), sender);
    expect(await ask(state, content)).toMatchObject({ ok: true });
    expect(await ask(state, page)).toMatchObject({ failure: { kind: 'refused' } });
    for (const bad of [
      { ...state, reason: 'Words of a page.' },
      { ...state, site: 'other' },
      { kind: 'fine' },
    ]) {
      expect(await ask(bad, content)).toMatchObject({ failure: { kind: 'invalid' } });
    }
  });

  it('does not take observations from our own pages', async () => {
    const table = handlers();
    const reply = await answerRequest(table, message('observe', anObservation({})), page);
    expect(reply).toMatchObject({ ok: false, failure: { kind: 'refused' } });
    expect(table.observed).toHaveLength(0);
    expect(await answerRequest(table, message('sweep', null), page)).toMatchObject({ ok: true });
  });

  it.each([
    ['reestimate-start', { models: 'keep' }],
    ['reestimate-cancel', null],
    ['reestimate-state', null],
  ])('takes %s from our own pages alone', async (request, payload) => {
    expect(await answerRequest(handlers(), message(request, payload), page)).toMatchObject({ ok: true });
    expect(await answerRequest(handlers(), message(request, payload), content)).toMatchObject({
      ok: false,
      failure: { kind: 'refused' },
    });
    expect(await answerRequest(handlers(), message(request, { models: 'all' }), page)).toMatchObject({
      ok: false,
      failure: { kind: 'invalid' },
    });
  });

  it('knows its own pages by origin, and no one else', () => {
    expect(page?.caller).toBe('page');
    expect(content).toEqual({ caller: 'content', host: 'chatgpt.com', tabId: 7 });
    expect(readSender({ id: 'other-id', url: `${OWN}/popup.html` }, 'own-id', OWN)).toBeNull();
    expect(readSender({ id: 'own-id' }, 'own-id', OWN)).toBeNull();
    expect(readSender({ id: 'own-id', url: 'no address' }, 'own-id', OWN)).toBeNull();
    expect(readSender({ id: 'own-id', url: 'chrome-extension://own-id.evil/' }, 'own-id', OWN)?.caller).toBe(
      'content',
    );
  });

  it('refuses a sender that the browser does not vouch for', async () => {
    const reply = await answerRequest(handlers(), message('observe', anObservation({})), null);
    expect(reply).toMatchObject({ ok: false, failure: { kind: 'refused' } });
  });
});

describe('what is let in', () => {
  it.each([
    ['not an object', null],
    ['an unknown site', { ...anObservation({}), site: 'example' }],
    ['a negative length', anObservation({ outputTextLength: -1 })],
    ['a time that is no number', anObservation({ startTime: Number.NaN })],
    ['an infinite time', anObservation({ lastTokenTime: Number.POSITIVE_INFINITY })],
    ['an id that is no UUID', anObservation({ id: 'x' })],
    ['a status of its own making', { ...anObservation({}), status: 'done' }],
  ])('not %s', async (_name, payload) => {
    const table = handlers();
    const reply = await answerRequest(table, message('observe', payload), content);
    expect(reply).toMatchObject({ ok: false, failure: { kind: 'invalid' } });
    expect(table.observed).toHaveLength(0);
  });

  it('drops fields that the protocol does not know', async () => {
    const table = handlers();
    await answerRequest(table, message('observe', { ...anObservation({}), extra: 'x' }), content);
    expect(table.observed[0]).not.toHaveProperty('extra');
  });

  it('ignores messages that are for someone else, and refuses unknown requests', async () => {
    expect(await answerRequest(handlers(), { to: 'tab', request: 'page-state' }, page)).toBeNull();
    expect(await answerRequest(handlers(), 'hello', page)).toBeNull();
    expect(await answerRequest(handlers(), message('toString', null), page)).toMatchObject({
      failure: { kind: 'refused' },
    });
  });

  it('turns a fault of a handler into an answer', async () => {
    const table = { ...handlers(), sweep: () => Promise.reject(new Error('broken')) };
    expect(await answerRequest(table, message('sweep', null), page)).toEqual({
      ok: false,
      failure: { kind: 'unexpected', message: 'broken' },
    });
  });
});
