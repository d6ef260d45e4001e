import type { SiteId } from '../prompt';
import { dayOf, daysBetween } from './days';
import { knownModel, modelById, models } from './models';
import { newerId } from './models/mixtures';
import { unknownModelId } from './models/unknown';
import { highestVersion, isModeWord, modelNamed } from './name-index';
import { type DefaultRow, defaultRow, modelIdOf } from './names/defaults';
import { isVersion, keyOf, parseName } from './names/parse';
import { EFFORTS_BY_SITE, effortIn } from './names/words';
import type { Effort, Model, ModelMatch, ModelQuery, Plan } from './types';

interface DefaultMeaning {
  readonly model: Model;
  /** False when the row is old, or nobody knows what the word means by now, or the site's default stands in. */
  readonly sure: boolean;
}

/** Days after which a default that nobody has confirmed since is a guess: eight weeks. */
const STALE_DAYS = 56;

/** Whether a later model of the family was out before the day. */
function hasNewerRelative(model: Model, day: string): boolean {
  return models.some(
    ({ family, provider, release, tier }) =>
      family === model.family &&
      provider === model.provider &&
      tier !== 'unknown' &&
      release > model.release &&
      release <= day,
  );
}

/** Whether a row still says what a bare word means; one that a later row closed always does. */
function isSure(row: DefaultRow, model: Model, day: string): boolean {
  if (row.doubtful || model.tier === 'unknown') return false;
  if (row.confirmed === null) return true;
  return daysBetween(row.confirmed, day) <= STALE_DAYS && !hasNewerRelative(model, day);
}

/** The site, the day and the plan, which decide what a word means. */
interface Asked {
  readonly site: SiteId;
  readonly day: string;
  readonly plan: Plan | null;
}

function meaningOf(key: string, { site, day, plan }: Asked): DefaultMeaning | null {
  const row = defaultRow(site, key, day);
  if (row === null) return null;
  const model = knownModel(modelIdOf(row, plan));
  return { model, sure: isSure(row, model, day) };
}

/** What the words mean by the dated defaults: as they stand, without effort, by effort alone, at last the default. */
function defaultMeaning(
  words: readonly string[],
  effort: Effort | null,
  asked: Asked,
): DefaultMeaning | null {
  const { site } = asked;
  const plain = words.filter((word) => !EFFORTS_BY_SITE[site].has(word));
  const bareEffort = plain.length === 0;
  const keys = [keyOf(words), keyOf(plain)];
  if (bareEffort && effort !== null && effort !== 'auto')
    keys.push(effort === 'instant' ? 'instant' : 'thinking');
  for (const key of keys) {
    const meaning = meaningOf(key, asked);
    if (meaning !== null) return meaning;
  }
  const meaning = meaningOf('auto', asked);
  if (meaning === null) return null;
  // Claude's menu names a model beside the effort: an effort alone leaves the model open.
  return { model: meaning.model, sure: meaning.sure && bareEffort && site !== 'claude' };
}

/** The model of a full name, effort words in it or not. */
function fullName(site: SiteId, words: readonly string[], day: string): Model | null {
  const plain = words.filter((word) => !EFFORTS_BY_SITE[site].has(word));
  return modelNamed(site, words, day) ?? modelNamed(site, plain, day);
}

/** The row for versions above every known one of the family; the relative itself for a version below. */
function relativeOf(relative: Model, words: readonly string[], sureFamily: boolean): Model {
  const highest = highestVersion(relative.provider, sureFamily ? relative.family : null);
  if (!words.some((word) => Number(word) > highest)) return relative;
  const tier = relative.tier === 'unknown' ? 'large' : relative.tier;
  /* v8 ignore next -- @preserve: a relative is a row of a class, and each class of a provider has its newer row */
  return modelById(newerId(relative.provider, tier)) ?? relative;
}

/** What one text of the page names; null when it names nothing that the tables know. */
function matchText(text: string, exact: 'slug' | 'label', asked: Asked): ModelMatch | null {
  const { site, day } = asked;
  const name = parseName(text);
  if (!name) return null;
  const { words, doubtful } = name;
  const effort = effortIn(site, words);
  const known = words.filter((word) => isModeWord(site, word) || isVersion(word));

  const named = fullName(site, words, day);
  if (named && !doubtful) return { model: named, match: exact, guessed: false, effort };
  const nearlyNamed = fullName(site, known, day);
  if (nearlyNamed) return { model: nearlyNamed, match: 'family', guessed: true, effort };

  const modes = known.filter((word) => !isVersion(word));
  const foreign = known.length < words.length;
  if (foreign && modes.length === 0) return null;
  const meaning = defaultMeaning(modes, effort, asked);
  if (!meaning) return null;
  const hasVersion = modes.length < known.length;
  if (meaning.sure && !doubtful && !foreign && !hasVersion) {
    return { model: meaning.model, match: 'default', guessed: false, effort };
  }
  const families = modes.filter((word) => !EFFORTS_BY_SITE[site].has(word));
  const model = hasVersion ? relativeOf(meaning.model, known, families.length > 0) : meaning.model;
  return { model, match: 'family', guessed: true, effort };
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
 * where both mean the same model. A full name is a `slug` or `label` match, even before its release; a bare mode
 * word means the site's default of that date and plan, and is a guess where the newest row is older than eight weeks
 * or a newer relative is out (otm.md section 11.13). A known family or mode with an unknown version is the newest
 * relative of that date, or the span of its class where the version is above every known one: a guess. A page that
 * shows nothing at all gives the model that the person chose for it, without one the site's default of the date as a
 * guess; where it shows nothing known, the unknown model of the site, a guess as well.
 */
export function lookUpModel(query: ModelQuery): ModelMatch {
  const { site, plan = null } = query;
  const asked = { site, day: dayOf(query.time), plan };
  const bySlug = query.slug === null ? null : matchText(query.slug, 'slug', asked);
  const byLabel = query.label === null ? null : matchText(query.label, 'label', asked);
  if (bySlug) {
    // The slug says which target the router took, so the label's "Auto" adds nothing.
    const added = byLabel?.model === bySlug.model && byLabel.effort !== 'auto' ? byLabel.effort : null;
    return { ...bySlug, effort: bySlug.effort ?? added };
  }
  if (byLabel) return withRouting(byLabel);
  const showsNothing = !query.slug?.trim() && !query.label?.trim();
  const chosen = showsNothing && query.chosen ? modelById(query.chosen) : null;
  if (chosen) return { model: chosen, match: 'chosen', guessed: false, effort: null };
  const usual = showsNothing ? meaningOf('auto', asked) : null;
  if (usual) return withRouting({ model: usual.model, match: 'family', guessed: true, effort: null });
  return { model: knownModel(unknownModelId(site)), match: 'unknown', guessed: true, effort: null };
}
