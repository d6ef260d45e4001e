/** Names of models as APIs and logs write them, by the same look-up as a page's. */

import { SITE_IDS } from '../../lib/prompt';
import { lookUpModel, type Model, modelById, models } from '../../lib/refdb';

/** Routers and clouds put vendor, region and folder before the name: `models/…`, `openai/…`, `us.anthropic.…`. */
const BEFORE = /^.*\/|^(?:[a-z]{2,6}\.)?(?:anthropic|openai|google|meta|mistral|deepseek)\./;
/** And a version or a tag behind it: `:free`, `@20250514`, `-v1:0`, `-latest`. */
const BEHIND = /(?:-v\d+)?(?::[\w.-]+)$|@[\w-]+$|-latest$/;

const plainName = (text: string): string => text.trim().toLowerCase().replace(BEFORE, '').replace(BEHIND, '');

/** The model of an id or an API name; null when the tables do not name it surely. @param time Unix seconds */
export function modelNamed(text: string, time: number): Model | null {
  const known = modelById(text.trim().toLowerCase()) ?? modelById(plainName(text));
  if (known !== null) return known;
  for (const site of SITE_IDS) {
    const found = lookUpModel({ site, slug: plainName(text), label: null, time });
    if (found.match === 'slug') return found.model;
  }
  return null;
}

/** Letters to change, add or take away from one text to the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

const SHOWN = 3;
/** A longer text is no name of a model and is not compared. */
const LONGEST = 100;

/** Ids of the models whose names are nearest to a text. */
export function nearestModels(text: string): readonly string[] {
  const name = plainName(text).slice(0, LONGEST);
  return models
    .filter(({ tier }) => tier !== 'unknown')
    .map(({ id }) => ({ id, far: distance(name, id) }))
    .toSorted((a, b) => a.far - b.far)
    .slice(0, SHOWN)
    .map(({ id }) => id);
}
