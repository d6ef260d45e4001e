import type { SiteId } from '../prompt';
import { knownModel, modelById } from './models';
import { unknownModelId } from './models/unknown';
import { isModeWord, modelNamed } from './name-index';
import { defaultModelId } from './names/defaults';
import { isVersion, keyOf, parseName } from './names/parse';
import { EFFORTS_BY_SITE, effortIn } from './names/words';
import type { Effort, Model, ModelMatch, ModelQuery } from './types';

/** UTC month of a time; a time that is no date counts as later than every release. */
function monthOf(time: number): string {
  const date = new Date(time * 1000);
  return Number.isNaN(date.getTime()) ? '9999-12' : date.toISOString().slice(0, 7);
}

interface DefaultMeaning {
  readonly model: Model;
  /** False when a family word of the name had no model yet and the site's default stands in. */
  readonly sure: boolean;
}

/** What the words mean by the dated defaults: as they stand, without effort, by effort alone, at last the default. */
function defaultMeaning(
  site: SiteId,
  words: readonly string[],
  effort: Effort | null,
  month: string,
): DefaultMeaning | null {
  const plain = words.filter((word) => !EFFORTS_BY_SITE[site].has(word));
  const bareEffort = plain.length === 0;
  const keys = [keyOf(words), keyOf(plain)];
  if (bareEffort && effort !== null && effort !== 'auto')
    keys.push(effort === 'instant' ? 'instant' : 'thinking');
  for (const key of keys) {
    const id = defaultModelId(site, key, month);
    if (id !== null) return { model: knownModel(id), sure: true };
  }
  const id = defaultModelId(site, 'auto', month);
  return id === null ? null : { model: knownModel(id), sure: bareEffort };
}

/** The model of a full name, effort words in it or not. */
function fullName(site: SiteId, words: readonly string[], month: string): Model | null {
  const plain = words.filter((word) => !EFFORTS_BY_SITE[site].has(word));
  return modelNamed(site, words, month) ?? modelNamed(site, plain, month);
}

/** What one text of the page names; null when it names nothing that the tables know. */
function matchText(site: SiteId, text: string, month: string, exact: 'slug' | 'label'): ModelMatch | null {
  const name = parseName(text);
  if (!name) return null;
  const { words, doubtful } = name;
  const effort = effortIn(site, words);
  const known = words.filter((word) => isModeWord(site, word) || isVersion(word));

  const named = fullName(site, words, month);
  if (named && !doubtful) return { model: named, match: exact, guessed: false, effort };
  const nearlyNamed = fullName(site, known, month);
  if (nearlyNamed) return { model: nearlyNamed, match: 'family', guessed: true, effort };

  const modes = known.filter((word) => !isVersion(word));
  const foreign = known.length < words.length;
  if (foreign && modes.length === 0) return null;
  const meaning = defaultMeaning(site, modes, effort, month);
  if (!meaning) return null;
  const guessed = !meaning.sure || doubtful || foreign || modes.length < known.length;
  return { model: meaning.model, match: guessed ? 'family' : 'default', guessed, effort };
}

/** A label that leaves the mode of a router model open leaves it to the site. */
function withRouting(match: ModelMatch): ModelMatch {
  if (match.effort !== null || match.model.reasoning !== 'router') return match;
  return { ...match, effort: 'auto' };
}

/**
 * What a page's slug or label meant on the day of the prompt.
 *
 * The slug counts first, for it belongs to the answer, and the label to the next prompt; the label adds its effort
 * where both mean the same model. A full name is a `slug` or `label` match, even before its release month; a bare
 * mode word means the site's default of that date; a known family or mode with an unknown version is the newest
 * relative of that date and a guess. A page that shows nothing at all gives the model that the person chose for
 * it; without one, or where it shows nothing known, the unknown model of the site, a guess as well.
 */
export function lookUpModel(query: ModelQuery): ModelMatch {
  const { site } = query;
  const month = monthOf(query.time);
  const bySlug = query.slug === null ? null : matchText(site, query.slug, month, 'slug');
  const byLabel = query.label === null ? null : matchText(site, query.label, month, 'label');
  if (bySlug) {
    // The slug says which target the router took, so the label's "Auto" adds nothing.
    const added = byLabel?.model === bySlug.model && byLabel.effort !== 'auto' ? byLabel.effort : null;
    return { ...bySlug, effort: bySlug.effort ?? added };
  }
  if (byLabel) return withRouting(byLabel);
  const showsNothing = !query.slug?.trim() && !query.label?.trim();
  const chosen = showsNothing && query.chosen ? modelById(query.chosen) : null;
  if (chosen) return { model: chosen, match: 'chosen', guessed: false, effort: null };
  return { model: knownModel(unknownModelId(site)), match: 'unknown', guessed: true, effort: null };
}
