import type { OverrideList } from './overrides';
import type { GridZone } from './places/zones';
import type { Effort, Model } from './types';
import { refdbVersion } from './version';

/** 53-bit hash (cyrb53, public domain): many overrides must not make a long key. */
function shortHash(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

/**
 * Key of a factor set: version, model (`~` guessed, `+auto` routed), zone (`=` chosen, else the provider's) and
 * the hash of the overrides, such as `2026.11.1|gpt-5+auto|USA|-`.
 */
export function factorsKey(
  subject: { readonly model: Model; readonly guessed: boolean; readonly effort?: Effort | null },
  providerZone: string,
  zone: GridZone | null,
  set: OverrideList,
): string {
  const guess = subject.guessed ? '~' : '';
  const routed = subject.model.reasoning === 'router' && subject.effort === 'auto' ? '+auto' : '';
  const place = zone ? `=${zone.code}` : providerZone;
  const overrides = set.length === 0 ? '-' : shortHash(set.map(([name, value]) => `${name}=${value}`).join());
  return [refdbVersion, subject.model.id + guess + routed, place, overrides].join('|');
}
