/** What the site's server would remember: kept in this browser, so that a reload finds it again. */

import { DEFAULT_PLAN } from '../config';
import type { Attachment, LogEntry, ModelChoice, Plan, PromptKind, SeedChat, SimSite } from '../types';
import { uuid } from './dom';
import { pastExchange } from './texts';

export interface Attempt {
  readonly id: string;
  readonly kind: PromptKind;
  userKey: string;
  readonly userText: string;
  readonly files: readonly Attachment[];
  answerId: string;
  readonly model: ModelChoice;
  readonly plan: Plan;
  readonly speed: number;
  /** Submit time, Unix milliseconds. */
  readonly sentAt: number;
  status: 'live' | 'complete' | 'stopped' | 'failed' | 'refused';
  /** UTF-16 units of the answer that were written when it ended early; null: all. */
  cut: number | null;
  /** Exchanges that followed in this branch while another one is shown. */
  tail: Exchange[];
}

export interface Exchange {
  readonly attempts: Attempt[];
  shown: number;
}

export interface Chat {
  id: string | null;
  title: string;
  exchanges: Exchange[];
}

/** The attempt that an exchange shows. */
export function shownAttempt(exchange: Exchange): Attempt {
  const attempt = exchange.attempts[exchange.shown];
  if (attempt === undefined) throw new Error('an exchange always has an attempt');
  return attempt;
}

const chatKey = (site: SimSite, id: string) => `sim:chat:${site}:${id}`;
const LOG_KEY = 'sim:log';

/** The storage of the page; a page whose storage is refused or full forgets, and goes on. */
function write(storage: () => Storage, key: string, value: string): void {
  try {
    storage().setItem(key, value);
  } catch {
    // A simulated page need not survive a full storage.
  }
}

function read(storage: () => Storage, key: string): string | null {
  try {
    return storage().getItem(key);
  } catch {
    return null;
  }
}

export function saveChat(site: SimSite, chat: Chat): void {
  if (chat.id !== null) write(() => localStorage, chatKey(site, chat.id), JSON.stringify(chat));
}

export function loadChat(site: SimSite, id: string): Chat | null {
  const text = read(() => localStorage, chatKey(site, id));
  return text === null ? null : (JSON.parse(text) as Chat);
}

/** The log belongs to the tab, as the page that it describes does. */
export function saveLog(entries: readonly LogEntry[]): void {
  write(() => sessionStorage, LOG_KEY, JSON.stringify(entries));
}

export function loadLog(): LogEntry[] {
  const text = read(() => sessionStorage, LOG_KEY);
  return text === null ? [] : (JSON.parse(text) as LogEntry[]);
}

/** A conversation of complete exchanges, held some days ago. */
export function pastChat(seed: SeedChat, model: ModelChoice): Chat {
  const started = Date.now() - 3 * 86_400_000;
  const exchanges = Array.from({ length: seed.exchanges }, (_, index): Exchange => {
    const past = pastExchange(index);
    const attempt: Attempt = {
      id: uuid(),
      kind: 'first',
      userKey: uuid(),
      userText: past.question,
      files: [],
      answerId: uuid(),
      model,
      plan: { ...DEFAULT_PLAN, kind: seed.kind ?? past.kind },
      speed: 1,
      sentAt: started + index * 120_000,
      status: 'complete',
      cut: null,
      tail: [],
    };
    return { attempts: [attempt], shown: 0 };
  });
  return { id: seed.id, title: seed.title, exchanges };
}
