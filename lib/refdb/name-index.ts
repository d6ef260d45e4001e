import type { SiteId } from '../prompt';
import { models, siteProvider } from './models';
import { defaultsBySite } from './names/defaults';
import { keyOf, parseName } from './names/parse';
import { EFFORTS_BY_SITE } from './names/words';
import type { Model, ProviderId } from './types';

/** Words that a site's menu uses for modes and efforts, in any combination. */
function modeWords(site: SiteId): ReadonlySet<string> {
  const inDefaults = [...defaultsBySite[site].keys()].flatMap((key) => key.split(' '));
  return new Set([...inDefaults, ...EFFORTS_BY_SITE[site].keys()]);
}

interface SiteNames {
  readonly modeWords: ReadonlySet<string>;
  /** Models by key of a full name, oldest first, later rows after earlier ones of the same month. */
  readonly byKey: ReadonlyMap<string, readonly Model[]>;
}

/** Full names of the site's own models and of the open ones; bare mode words are left to the dated defaults. */
function namesOf(site: SiteId): SiteNames {
  const modes = modeWords(site);
  const byKey = new Map<string, Model[]>();
  const own = models.filter((model) => model.provider === siteProvider(site) || model.tier === 'open');
  for (const model of own.toSorted((a, b) => a.release.localeCompare(b.release))) {
    if (model.tier === 'unknown') continue;
    const keys = [model.id, ...model.labels, ...model.slugs].flatMap((name) => {
      const words = parseName(name)?.words;
      return words && !words.every((word) => modes.has(word)) ? [keyOf(words)] : [];
    });
    for (const key of new Set(keys)) {
      const named = byKey.get(key);
      if (named) named.push(model);
      else byKey.set(key, [model]);
    }
  }
  return { modeWords: modes, byKey };
}

const names: Readonly<Record<SiteId, SiteNames>> = {
  chatgpt: namesOf('chatgpt'),
  claude: namesOf('claude'),
  gemini: namesOf('gemini'),
};

/** True for a word that a site's menu uses for a mode or an effort. */
export function isModeWord(site: SiteId, word: string): boolean {
  return names[site].modeWords.has(word);
}

/**
 * The model of a full name: the newest that bore it on the day, or, when none was released yet, the first that
 * will, since the page names it. Null when no model has the name.
 */
export function modelNamed(site: SiteId, words: readonly string[], day: string): Model | null {
  const named = names[site].byKey.get(keyOf(words));
  return named?.findLast((model) => model.release <= day) ?? named?.[0] ?? null;
}

function versionsOf(model: Model): number[] {
  /* v8 ignore next -- @preserve: every model has a name with words */
  const words = parseName(model.displayName)?.words ?? [];
  return words.map(Number).filter((version) => Number.isFinite(version));
}

/**
 * The highest version that the tables know of a provider's closed models, such as 6.2; of one family alone where it is
 * named.
 */
export function highestVersion(provider: ProviderId, family: string | null): number {
  const known = models.filter(
    (model) =>
      model.provider === provider &&
      model.tier !== 'open' &&
      model.tier !== 'unknown' &&
      (family === null || model.family === family),
  );
  return Math.max(0, ...known.flatMap(versionsOf));
}
