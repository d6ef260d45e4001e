import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SITE_IDS, type SiteId } from '../../../lib/prompt';
import { lookUpModel, type Model, models, siteProvider } from '../../../lib/refdb';
import { isVersion, parseName } from '../../../lib/refdb/names/parse';

/**
 * The look-up written out as tables for people to read and to compare: what every label and slug means in every
 * month from its release to the month of the tables. A change of the tables that moves a name is seen here.
 * `WRITE_GOLDEN=1` writes the files anew.
 */
const LAST_MONTH = '2026-11';

function monthsFrom(first: string): string[] {
  const months: string[] = [];
  let [year = 0, month = 0] = first.split('-').map(Number);
  while (`${year}-${String(month).padStart(2, '0')}` <= LAST_MONTH) {
    months.push(`${year}-${String(month).padStart(2, '0')}`);
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year += 1;
  }
  return months;
}

function meaning(site: SiteId, kind: 'slug' | 'label', name: string, month: string): string {
  const found = lookUpModel({
    site,
    slug: kind === 'slug' ? name : null,
    label: kind === 'label' ? name : null,
    time: Date.parse(`${month}-15`) / 1000,
  });
  const effort = found.effort === null ? '' : `, ${found.effort}`;
  return `${found.model.id} (${found.match}${found.guessed ? ', guessed' : ''}${effort})`;
}

/** The meaning by month, equal months in a row joined. */
function history(site: SiteId, kind: 'slug' | 'label', name: string, since: string): string {
  const spans: { from: string; to: string; what: string }[] = [];
  for (const month of monthsFrom(since)) {
    const what = meaning(site, kind, name, month);
    const last = spans.at(-1);
    if (last?.what === what) last.to = month;
    else spans.push({ from: month, to: month, what });
  }
  return spans.map(({ from, to, what }) => `${from}..${to} ${what}`).join('; ');
}

function siteOf(model: Model): SiteId {
  return SITE_IDS.find((site) => siteProvider(site) === model.provider) ?? 'chatgpt';
}

interface Named {
  readonly site: SiteId;
  readonly kind: 'slug' | 'label';
  readonly name: string;
  readonly since: string;
}

/** Every label and slug of the tables once per site, with the first month in which a model bore it. */
function allNames(): Named[] {
  const first = new Map<string, Named>();
  const add = (site: SiteId, kind: Named['kind'], name: string, since: string) => {
    const key = `${site} ${kind} ${name}`;
    const known = first.get(key);
    if (!known || since < known.since) first.set(key, { site, kind, name, since });
  };
  for (const model of models) {
    for (const label of model.labels) add(siteOf(model), 'label', label, model.release.slice(0, 7));
    for (const slug of model.slugs) add(siteOf(model), 'slug', slug, model.release.slice(0, 7));
  }
  return [...first.values()];
}

function labelsByMonth(): string {
  const rows = allNames().map(
    ({ site, kind, name, since }) => `| ${site} | ${kind} | ${name} | ${history(site, kind, name, since)} |`,
  );
  return [
    '# What every name means, month by month',
    '',
    `From the first month in which a model bore it to ${LAST_MONTH}.`,
    '',
    '| site | kind | name | model by month |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function namesOfModels(): string {
  const rows = models.map(
    ({ id, release, labels, slugs }) => `| ${id} | ${release} | ${labels.join(', ')} | ${slugs.join(', ')} |`,
  );
  return [
    '# Labels and slugs of every model',
    '',
    '| model | release | labels | slugs |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

describe.each([
  ['labels-by-month.md', labelsByMonth],
  ['names-of-models.md', namesOfModels],
])('golden/%s', (file, make) => {
  const path = new URL(`./golden/${file}`, import.meta.url);

  it('is as committed', () => {
    const now = make();
    if (process.env.WRITE_GOLDEN === '1') writeFileSync(path, now);
    expect(existsSync(path), `${file} is missing; WRITE_GOLDEN=1 writes it`).toBe(true);
    expect(now).toBe(readFileSync(path, 'utf8'));
  });
});

describe('every name of the tables', () => {
  it('with a version is a known one in each month since its release, never a guess', () => {
    const named = allNames().filter(({ name }) => parseName(name)?.words.some(isVersion));
    expect(named.length).toBeGreaterThan(120);
    const guesses = named.flatMap(({ site, kind, name, since }) =>
      monthsFrom(since)
        .filter((month) => meaning(site, kind, name, month).includes('guessed'))
        .map((month) => `${site} ${kind} ${name} ${month}`),
    );
    expect(guesses).toEqual([]);
  });

  it('without one is a guess in the last months alone, where nobody has confirmed it or a newer model is out', () => {
    const bare = allNames().filter(({ name }) => !parseName(name)?.words.some(isVersion));
    const early = bare.flatMap(({ site, kind, name, since }) =>
      monthsFrom(since)
        .filter((month) => month < '2026-09' && meaning(site, kind, name, month).includes('guessed'))
        .map((month) => `${site} ${kind} ${name} ${month}`),
    );
    expect(early).toEqual([]);
  });

  it('means a model already released', () => {
    for (const { site, kind, name, since } of allNames()) {
      for (const month of monthsFrom(since)) {
        const id = meaning(site, kind, name, month).split(' ')[0];
        const release = models.find((model) => model.id === id)?.release ?? '9999';
        expect(release.slice(0, 7) <= month, `${name} in ${month} gave ${id}`).toBe(true);
      }
    }
  });
});
