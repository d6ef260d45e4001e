import { describe, expect, it } from 'vitest';
import type { FinalStatus } from '../prompt';
import { createSelfCheck, type EndSeen, LOADING_MS, pageState } from './health';

const end = (status: FinalStatus, change: Partial<EndSeen> = {}): EndSeen => ({
  status,
  answerFound: true,
  answerLength: 0,
  answerImages: 0,
  sawStreaming: true,
  siteSaysFailed: false,
  ...change,
});
const READ = end('complete', { answerLength: 12 });
const EMPTY = end('complete');
const NOT_FOUND = end('failed', { answerFound: false });

describe('the self-check of a site', () => {
  it('is content with answers that are read, text or picture', () => {
    const check = createSelfCheck();
    for (let i = 0; i < 5; i += 1) check.ended(i % 2 === 0 ? READ : end('complete', { answerImages: 1 }));
    expect(check.trouble()).toBeNull();
  });

  it('doubts the page when the site streamed and no answer was found', () => {
    const check = createSelfCheck();
    check.ended(NOT_FOUND);
    expect(check.trouble()).toBe('lost-answer');
  });

  it('doubts the page when two answers in a row have no text', () => {
    const check = createSelfCheck();
    check.ended(EMPTY);
    expect(check.trouble()).toBeNull();
    check.ended(EMPTY);
    expect(check.trouble()).toBe('empty-answer');
  });

  it('doubts the page when two prompts in a row show no sign of an answer', () => {
    const check = createSelfCheck();
    const silent = end('failed', { answerFound: false, sawStreaming: false });
    check.ended(silent);
    expect(check.trouble()).toBeNull();
    check.ended(silent);
    expect(check.trouble()).toBe('lost-send');
  });

  it('believes the page again after one answer that is read', () => {
    const check = createSelfCheck();
    check.ended(EMPTY);
    check.ended(READ);
    check.ended(EMPTY);
    expect(check.trouble()).toBeNull();
    check.ended(NOT_FOUND);
    check.ended(READ);
    expect(check.trouble()).toBeNull();
  });

  it('takes what the person stopped, the site failed or the page left for no proof', () => {
    const check = createSelfCheck();
    for (const seen of [end('stopped'), end('interrupted'), end('failed', { siteSaysFailed: true })]) {
      for (let i = 0; i < 3; i += 1) check.ended(seen);
    }
    expect(check.trouble()).toBeNull();
  });

  it('says when a prompt was sent into nothing, until it is found', () => {
    const check = createSelfCheck();
    check.lostSend(true);
    expect(check.trouble()).toBe('lost-send');
    check.lostSend(false);
    expect(check.trouble()).toBeNull();
  });
});

describe('the state of a page', () => {
  const input = {
    site: 'claude',
    chatPage: true,
    layout: null,
    trouble: null,
    ageMs: LOADING_MS,
    nowSeconds: 100,
  } as const;

  it('keeps the time since which it cannot be read, whatever the reason becomes', () => {
    const first = pageState(input, null);
    expect(first).toMatchObject({ reason: 'layout', sinceTime: 100 });
    const later = pageState({ ...input, layout: 'claude-a', trouble: 'lost-send', nowSeconds: 200 }, first);
    expect(later).toEqual({ kind: 'unreadable', site: 'claude', reason: 'lost-send', sinceTime: 100 });
  });

  it('is loading at first, and never unreadable on a page that is no chat', () => {
    expect(pageState({ ...input, ageMs: 10 }, null).kind).toBe('loading');
    expect(pageState({ ...input, chatPage: false, trouble: 'lost-send' }, null).kind).toBe('not-a-chat');
  });
});
