/**
 * Names for chats and turns that are ours: random labels, and salted hashes of the sites' ids. The ids themselves
 * are never stored.
 */
import type { SiteId } from '../prompt';
import { type Database, guarded, type Store } from './db';
import type { ChatRef } from './types';

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** This store's salt, made once. */
export function saltOf(store: Store): Promise<string> {
  return guarded(async () => {
    const read = await store.read();
    const found = await read.meta.get('salt');
    if (typeof found?.value === 'string') return found.value;
    const db = await store.write();
    return db.transaction('rw', db.meta, async () =>
      ensureSalt(db, hex(crypto.getRandomValues(new Uint8Array(32)))),
    );
  });
}

/** The stored salt, or `proposal` stored as the salt when there is none. Inside a write transaction. */
export async function ensureSalt(db: Database, proposal: string): Promise<string> {
  const found = await db.meta.get('salt');
  if (typeof found?.value === 'string') return found.value;
  await db.meta.put({ key: 'salt', value: proposal });
  return proposal;
}

async function saltedHash(salt: string, kind: 'chat' | 'turn', site: SiteId, key: string): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify([salt, kind, site, key]));
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', text)));
}

/** The keys under which a chat's label may be found, and the hash of a turn. */
export interface HashedKeys {
  readonly salt: string;
  readonly localKey: string;
  /** Null while the site has given the chat no id. */
  readonly siteKey: string | null;
  readonly turnKeyHash: string | null;
}

/** Hashes what is to be hashed. Before any transaction: one would end while the hash is awaited. */
export async function hashKeys(store: Store, chat: ChatRef, turnKey: string | null): Promise<HashedKeys> {
  const salt = await saltOf(store);
  const { site, siteKey } = chat;
  return {
    salt,
    localKey: `l:${chat.localId}`,
    siteKey: siteKey === null ? null : `k:${await saltedHash(salt, 'chat', site, siteKey)}`,
    turnKeyHash: turnKey === null ? null : await saltedHash(salt, 'turn', site, turnKey),
  };
}

/** The label that these keys have; the site's own id outweighs the page's. */
export async function findLabel(db: Database, keys: HashedKeys): Promise<string | null> {
  const bySite = keys.siteKey === null ? undefined : await db.chats.get(keys.siteKey);
  const row = bySite ?? (await db.chats.get(keys.localKey));
  return row?.label ?? null;
}

/**
 * The label of a chat, with both its keys bound to it. A chat never seen takes `former` (the label that an earlier
 * state of the same record bears) or a new random one. Inside a write transaction.
 */
export async function bindLabel(db: Database, keys: HashedKeys, former: string | null): Promise<string> {
  const label = (await findLabel(db, keys)) ?? former ?? crypto.randomUUID();
  for (const key of [keys.localKey, keys.siteKey]) {
    if (key === null) continue;
    const bound = await db.chats.get(key);
    if (bound?.label !== label) await db.chats.put({ key, label });
  }
  return label;
}
