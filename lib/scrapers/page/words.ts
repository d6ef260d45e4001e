/** The words of a page, which never leave it but with a prompt's last state: the tracker knows them by number only. */

import type { TextSeen } from '../tracker/events';
import { textLength } from './text';

/** So many letters of a question tell it from others; what surrounds them a site may show in another way. */
const BEGINNING = 40;
/** Beginnings and letters are taken from the first characters of a long text. */
const LOOKED_AT = 20_000;

/** Two texts with the same 53 bits and the same length are taken for the same. */
function hashOf(text: string): string {
  let [low, high] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 2_654_435_761);
    high = Math.imul(high ^ unit, 1_597_334_677);
  }
  return `${(high >>> 0).toString(36)}.${(low >>> 0).toString(36)}`;
}

/** A growing answer's last lines are rendered anew as they grow; so much of its beginning stays as it is. */
export const settledPart = (text: string): string => text.slice(0, Math.max(BEGINNING, text.length / 2));

export interface Words {
  /** Keeps a text and tells what the tracker may know of it. O(length), not for a text that is kept already. */
  keep(text: string): TextSeen;
  of(ref: number | null): string;
  has(ref: number): boolean;
  /** The last reading of an attempt's answer. */
  readonly answers: Map<number, string>;
  /** Drops all texts but these. */
  prune(texts: ReadonlySet<number>, attempts: ReadonlySet<number>): void;
}

export function createWords(): Words {
  const kept = new Map<number, { readonly text: string; readonly seen: TextSeen }>();
  const answers = new Map<number, string>();
  let refs = 0;
  return {
    answers,
    keep(text) {
      for (const one of kept.values()) if (one.text === text) return one.seen;
      refs += 1;
      const head = text.slice(0, LOOKED_AT);
      const seen: TextSeen = {
        ref: refs,
        length: textLength(text),
        hash: hashOf(text),
        beginning: hashOf(head.replace(/\P{L}/gu, '').slice(0, BEGINNING)),
        essence: hashOf(head.replace(/[^\p{L}\p{N}]/gu, '')),
      };
      kept.set(refs, { text, seen });
      return seen;
    },
    has: (ref) => kept.has(ref),
    of: (ref) => (ref === null ? '' : (kept.get(ref)?.text ?? '')),
    prune(texts, attempts) {
      for (const ref of kept.keys()) if (!texts.has(ref)) kept.delete(ref);
      for (const no of answers.keys()) if (!attempts.has(no)) answers.delete(no);
    },
  };
}
