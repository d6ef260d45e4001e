/** Which page may go on with the record of a prompt under way, over a real store. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createMeasuring, type SessionMemory } from '../../entrypoints/background/measuring';
import { createResumes } from '../../entrypoints/background/resumes';
import { applyRecord, type Store } from '../../lib/store';
import { draftOf, freshStore, NOON } from './store/testing';

const CHAT = { localId: 'page-1', siteKey: 'site-1' };
const QUESTION = { site: 'chatgpt', chat: CHAT, turnKey: 'turn-9' } as const;
const TAB = 7;
const OTHER_TAB = 8;

function sessionMemory(): SessionMemory & { kept: Record<string, unknown>; writes: number } {
  const memory = {
    kept: {} as Record<string, unknown>,
    writes: 0,
    get: async () => ({ ...memory.kept }),
    set: async (values: Record<string, unknown>) => {
      memory.writes += 1;
      Object.assign(memory.kept, structuredClone(values));
    },
  };
  return memory;
}

let store: Store;
let memory: ReturnType<typeof sessionMemory>;
let now: number;

/** A worker that starts now. */
const worker = () =>
  createResumes(
    store,
    createMeasuring(() => now, memory),
    () => now,
  );

/** A prompt whose page speaks at this moment, from a tab. */
async function speaks(resumes: ReturnType<typeof worker>, tabId: number, revision = 1): Promise<void> {
  const draft = { chat: CHAT, turnKey: 'turn-9', status: 'pending', revision, updatedTime: now } as const;
  await applyRecord(store, draftOf('one', draft));
  const seen = { id: 'one', status: 'pending' } as Parameters<typeof resumes.noteTab>[0];
  resumes.noteTab(seen, tabId);
}

const idOf = async (asked: ReturnType<ReturnType<typeof worker>['find']>) => (await asked)?.id ?? null;

beforeEach(() => {
  store = freshStore();
  memory = sessionMemory();
  now = NOON;
});

describe('a prompt whose page is gone', () => {
  it('is gone on with by the page that is in its tab now, at once', async () => {
    const resumes = worker();
    await speaks(resumes, TAB);
    expect(await idOf(resumes.find(QUESTION, TAB))).toBe('one');
  });

  it('is left to the page that measures it in another tab', async () => {
    const resumes = worker();
    await speaks(resumes, TAB);
    expect(await idOf(resumes.find(QUESTION, OTHER_TAB))).toBeNull();
  });

  it('is left to its page when the worker was stopped in between', async () => {
    await speaks(worker(), TAB);
    await new Promise((done) => setTimeout(done));
    const restarted = worker();
    expect(await idOf(restarted.find(QUESTION, OTHER_TAB))).toBeNull();
    expect(await idOf(restarted.find(QUESTION, TAB))).toBe('one');
  });

  it('is gone on with at once after the extension was reloaded: no page from before can speak', async () => {
    await speaks(worker(), TAB);
    memory = sessionMemory();
    now += 3;
    expect(await idOf(worker().find(QUESTION, OTHER_TAB))).toBe('one');
  });

  it('is gone on with anywhere after a minute of silence', async () => {
    const resumes = worker();
    await speaks(resumes, TAB);
    now += 61;
    expect(await idOf(resumes.find(QUESTION, OTHER_TAB))).toBe('one');
  });
});

it('writes to the session only when a prompt begins or ends', async () => {
  const resumes = worker();
  for (let revision = 1; revision <= 20; revision += 1) await speaks(resumes, TAB, revision);
  await new Promise((done) => setTimeout(done));
  // The session's beginning, and the prompt's.
  expect(memory.writes).toBe(2);
});
