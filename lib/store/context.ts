/** What the store remembers of a chat, for the context that its next prompt re-reads. */
import Dexie from 'dexie';
import type { PromptRecord } from '../prompt';
import { type Database, guarded, reading, type Store } from './db';
import { findLabel, hashKeys } from './identity';
import { isKnown, known } from './known';
import type { ChatContext, ChatRef } from './types';

/** Newest records of a chat that are read for its context. */
export const CONTEXT_LIMIT = 1_000;

const NOTHING: ChatContext = {
  records: 0,
  inputTokens: 0,
  outputTokens: 0,
  textLength: 0,
  lastTime: null,
  capped: false,
};

/** The label of a chat; null when nothing of it is stored. @throws StoreError */
export function findConversation(store: Store, chat: ChatRef): Promise<string | null> {
  return guarded(async () => {
    const keys = await hashKeys(store, chat, null);
    return findLabel(await store.read(), keys);
  });
}

/** Which prompt the context is for: it, its task and everything after it are no part of it. */
export interface ContextOptions {
  /** Unix seconds of sending; without it everything stored is earlier. */
  readonly beforeTime?: number;
  /** Its own id, when a state of it may be stored already. */
  readonly id?: string;
  /** The prompt it tries again. */
  readonly attemptOf?: string | null;
}

/**
 * Sums over the earlier prompts of a chat: final records, of each task the last attempt only, at most the newest
 * {@link CONTEXT_LIMIT} records. @throws StoreError
 */
export function findContext(store: Store, chat: ChatRef, options: ContextOptions = {}): Promise<ChatContext> {
  return guarded(async () => {
    const label = await findConversation(store, chat);
    if (label === null) return NOTHING;
    return reading(store, (db) => contextOf(db, label, options));
  });
}

async function contextOf(db: Database, label: string, options: ContextOptions): Promise<ChatContext> {
  const own = options.id === undefined ? null : known(await db.records.get(options.id));
  const again = options.attemptOf ? known(await db.records.get(options.attemptOf)) : null;
  const task = again?.taskId ?? options.attemptOf ?? own?.taskId ?? null;
  const first = task === null ? null : known(await db.records.get(task));
  const until = Math.min(options.beforeTime ?? Infinity, first?.startTime ?? Infinity);
  const rows = await db.records
    .where('[conversation+startTime+id]')
    .between([label, Dexie.minKey], [label, until], true, false)
    .reverse()
    .limit(CONTEXT_LIMIT)
    .toArray();
  const seen = new Set<string>(task === null ? [] : [task]);
  const kept: PromptRecord[] = [];
  for (const record of rows.filter(isKnown)) {
    if (record.status === 'pending' || record.id === options.id || seen.has(record.taskId)) continue;
    seen.add(record.taskId);
    kept.push(record);
  }
  return { ...kept.reduce(withRecord, NOTHING), capped: rows.length === CONTEXT_LIMIT };
}

function withRecord(sum: ChatContext, record: PromptRecord): ChatContext {
  const time = record.lastTokenTime ?? record.firstTokenTime ?? record.startTime;
  return {
    records: sum.records + 1,
    inputTokens: sum.inputTokens + record.inputTokens,
    outputTokens: sum.outputTokens + record.outputTokens,
    textLength: sum.textLength + record.inputTextLength + record.outputTextLength,
    lastTime: Math.max(sum.lastTime ?? time, time),
    capped: false,
  };
}

/**
 * The newest stored record of this turn of this chat that has no regular end (pending or interrupted), so that a
 * page that is loaded again within the same stream goes on with it; null when there is none. An interrupted one that
 * was tried again, and whose later attempt has ended, is over. @throws StoreError
 */
export function findResumable(store: Store, chat: ChatRef, turnKey: string): Promise<PromptRecord | null> {
  return guarded(async () => {
    const keys = await hashKeys(store, chat, turnKey);
    const db = await store.read();
    const label = await findLabel(db, keys);
    if (label === null || keys.turnKeyHash === null) return null;
    const rows = await db.records
      .where('[conversation+turnKeyHash]')
      .equals([label, keys.turnKeyHash])
      .toArray();
    const newestFirst = rows.filter(isKnown).sort((a, b) => b.startTime - a.startTime);
    const ended = newestFirst.findIndex(({ status }) => status !== 'pending' && status !== 'interrupted');
    const isOpen = ({ status }: PromptRecord, place: number): boolean =>
      status === 'pending' || (status === 'interrupted' && (ended === -1 || place < ended));
    return newestFirst.find(isOpen) ?? null;
  });
}
