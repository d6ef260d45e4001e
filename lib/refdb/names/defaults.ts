// biome-ignore-all format: a table reads by its rows
import type { SiteId } from '../../prompt';
import type { Plan } from '../types';

/** One model, or one by plan with what stands for both while the plan is not known. */
type Meaning = string | (Readonly<Record<Plan, string>> & { readonly either: string });

/** From `since` on, a bare word in a site's menu means this model. */
export interface DefaultRow {
  /** YYYY-MM-DD or YYYY-MM. */
  readonly since: string;
  readonly meaning: Meaning;
  /** Day on which the newest row was last seen to hold; null for rows that a later one closed. */
  readonly confirmed: string | null;
  /** Nobody has seen what the word means: whatever it gives is a guess. */
  readonly doubtful: boolean;
}

interface WordDefaults {
  /** Alternatives; the words of one alternative are sorted, as the parser gives them. */
  readonly words: readonly string[];
  /** When the last row was last confirmed, YYYY-MM-DD. */
  readonly confirmed: string;
  /** Oldest first. */
  readonly rows: readonly (readonly [since: string, meaning: Meaning, doubtful?: 'doubtful'])[];
}

const GPT_6: Meaning = { free: 'gpt-6-luna', paid: 'gpt-6-sol', either: 'gpt-6-by-plan' };
const CLAUDE_55: Meaning = { free: 'claude-sonnet-5.5', paid: 'claude-opus-5.5', either: 'claude-5.5-by-plan' };

/** GPT-6 was out for two weeks before its announcement for everyone. */
const BETWEEN = ['2026-09-22', 'gpt-5.6-sol', 'doubtful'] as const;

/**
 * What a bare mode word means on each site over time, written from the release days of the model tables; of
 * two models of one month the later row of the table counts. `auto` is also what a name without any mode means, and
 * as a guess what a page without any name means.
 */
const defaults: Readonly<Record<SiteId, readonly WordDefaults[]>> = {
  chatgpt: [
    { words: ['auto', 'latest', 'default'], confirmed: '2026-10-08', rows: [
      ['2022-11-30', 'gpt-3.5'], ['2024-05', 'gpt-4o'], ['2025-08', 'gpt-5'], ['2025-11', 'gpt-5.1'], ['2025-12', 'gpt-5.2'],
      ['2026-02', 'gpt-5.3'], ['2026-03', 'gpt-5.4'], ['2026-04', 'gpt-5.5'], ['2026-06', 'gpt-5.6-sol'], BETWEEN, ['2026-10-07', GPT_6]] },
    { words: ['instant', 'fast'], confirmed: '2026-10-08', rows: [
      ['2025-08', 'gpt-5'], ['2025-11', 'gpt-5.1'], ['2025-12', 'gpt-5.2'], ['2026-02', 'gpt-5.3'], ['2026-03', 'gpt-5.4'], ['2026-04', 'gpt-5.5'],
      ['2026-06', 'gpt-5.6-sol'], BETWEEN, ['2026-10-07', GPT_6]] },
    { words: ['thinking'], confirmed: '2026-10-08', rows: [
      ['2024-12', 'o1'], ['2025-04', 'o3'], ['2025-08', 'gpt-5-thinking'], ['2025-11', 'gpt-5.1-thinking'], ['2025-12', 'gpt-5.2-thinking'],
      ['2026-03', 'gpt-5.4'], ['2026-04', 'gpt-5.5-thinking'], ['2026-06', 'gpt-5.6-sol'], BETWEEN, ['2026-10-07', GPT_6]] },
    { words: ['pro'], confirmed: '2026-10-08', rows: [
      ['2025-10', 'gpt-5-pro'], ['2025-12', 'gpt-5.2-pro'], ['2026-03', 'gpt-5.4-pro'], ['2026-04', 'gpt-5.5-pro'], ['2026-07', 'gpt-5.6-sol-pro'],
      ['2026-09-03', 'gpt-5.6-sol-pro', 'doubtful'],
      // Astra is said to be ChatGPT's Pro reasoning; no page has said that the bare word means it.
      ['2026-10-07', 'gpt-6-astra', 'doubtful']] },
    { words: ['mini'], confirmed: '2026-08-21', rows: [
      ['2024-07', 'gpt-4o-mini'], ['2025-04', 'gpt-4.1-mini'], ['2025-08', 'gpt-5-mini'], ['2026-03', 'gpt-5.4-mini']] },
    { words: ['mini thinking'], confirmed: '2026-08-21', rows: [['2025-01', 'o3-mini'], ['2025-04', 'o4-mini'], ['2025-08', 'gpt-5-thinking-mini']] },
    { words: ['sol'], confirmed: '2026-10-08', rows: [['2026-06', 'gpt-5.6-sol'], ['2026-09-22', 'gpt-6-sol']] },
    { words: ['pro sol'], confirmed: '2026-08-21', rows: [['2026-07', 'gpt-5.6-sol-pro']] },
    { words: ['terra'], confirmed: '2026-08-21', rows: [['2026-06', 'gpt-5.6-terra']] },
    { words: ['luna'], confirmed: '2026-10-08', rows: [['2026-06', 'gpt-5.6-luna'], ['2026-09-22', 'gpt-6-luna']] },
    { words: ['astra'], confirmed: '2026-10-08', rows: [['2026-09-03', 'gpt-6-astra']] },
  ],
  claude: [
    { words: ['auto'], confirmed: '2026-10-08', rows: [
      ['2023-03-14', 'claude-1'], ['2023-07-11', 'claude-2'], ['2024-03-04', 'claude-3-sonnet'],
      ['2024-06', 'claude-3.5-sonnet'], ['2025-02', 'claude-3.7-sonnet'], ['2025-05', 'claude-sonnet-4'], ['2025-09', 'claude-sonnet-4.5'],
      ['2026-02', 'claude-sonnet-4.6'], ['2026-06', 'claude-sonnet-5'], ['2026-09-28', CLAUDE_55]] },
    { words: ['sonnet'], confirmed: '2026-10-08', rows: [
      ['2024-03-04', 'claude-3-sonnet'], ['2024-06', 'claude-3.5-sonnet'], ['2025-02', 'claude-3.7-sonnet'], ['2025-05', 'claude-sonnet-4'], ['2025-09', 'claude-sonnet-4.5'],
      ['2026-02', 'claude-sonnet-4.6'], ['2026-06', 'claude-sonnet-5'], ['2026-09-28', 'claude-sonnet-5.5']] },
    { words: ['opus'], confirmed: '2026-10-05', rows: [
      ['2024-02', 'claude-3-opus'], ['2025-05', 'claude-opus-4'], ['2025-08', 'claude-opus-4.1'], ['2025-11', 'claude-opus-4.5'],
      ['2026-02', 'claude-opus-4.6'], ['2026-04', 'claude-opus-4.7'], ['2026-05', 'claude-opus-4.8'], ['2026-07', 'claude-opus-5'], ['2026-09-22', 'claude-opus-5.5']] },
    { words: ['haiku'], confirmed: '2026-10-10', rows: [
      ['2024-03', 'claude-3-haiku'], ['2024-10', 'claude-3.5-haiku'], ['2025-10', 'claude-haiku-4.5'], ['2026-10-07', 'claude-haiku-5.5']] },
    { words: ['fable'], confirmed: '2026-09-05', rows: [['2026-06', 'claude-fable-5'], ['2026-09', 'claude-fable-5.1']] },
    { words: ['mythos'], confirmed: '2026-07-20', rows: [['2026-06', 'claude-mythos-5'], ['2026-09', 'claude-mythos-5.1']] },
  ],
  gemini: [
    { words: ['auto'], confirmed: '2026-10-05', rows: [
      ['2023-03-21', 'bard-lamda'], ['2023-05-10', 'palm-2'], ['2023-12-06', 'gemini-1.0-pro'],
      ['2024-05', 'gemini-1.5-flash'], ['2024-12', 'gemini-2.0-flash'], ['2025-06', 'gemini-2.5-flash'], ['2025-12', 'gemini-3-flash'],
      ['2026-05', 'gemini-3.5-flash'], ['2026-08', 'gemini-3.7-flash'], ['2026-09', 'gemini-3.8-flash']] },
    { words: ['flash', 'fast', 'instant'], confirmed: '2026-10-05', rows: [
      ['2024-05', 'gemini-1.5-flash'], ['2024-12', 'gemini-2.0-flash'], ['2025-06', 'gemini-2.5-flash'], ['2025-12', 'gemini-3-flash'],
      ['2026-05', 'gemini-3.5-flash'], ['2026-08', 'gemini-3.7-flash'], ['2026-09', 'gemini-3.8-flash']] },
    { words: ['flash lite'], confirmed: '2026-09-20', rows: [
      ['2025-02', 'gemini-2.0-flash-lite'], ['2025-07', 'gemini-2.5-flash-lite'], ['2026-03', 'gemini-3.1-flash-lite'], ['2026-05', 'gemini-3.5-flash-lite']] },
    { words: ['thinking'], confirmed: '2026-09-01', rows: [
      ['2025-11', 'gemini-3-pro'], ['2025-12', 'gemini-3-flash'], ['2026-05', 'gemini-3.5-flash'], ['2026-08', 'gemini-3.6-thinking']] },
    { words: ['pro', 'advanced'], confirmed: '2026-08-30', rows: [
      ['2023-12-06', 'gemini-1.0-pro'], ['2024-02', 'gemini-1.5-pro'], ['2025-06', 'gemini-2.5-pro'], ['2025-11', 'gemini-3-pro'], ['2026-02', 'gemini-3.1-pro']] },
    { words: ['argon'], confirmed: '2026-10-13', rows: [['2026-09-30', 'gemini-4-argon']] },
  ],
};

type RowsByKey = ReadonlyMap<string, readonly DefaultRow[]>;

function byKey(site: SiteId): RowsByKey {
  return new Map(
    defaults[site].flatMap(({ words, confirmed, rows }) => {
      const dated = rows.map(([since, meaning, doubtful], at) => ({
        since,
        meaning,
        confirmed: at === rows.length - 1 ? confirmed : null,
        doubtful: doubtful === 'doubtful',
      }));
      return words.map((word): [string, readonly DefaultRow[]] => [word, dated]);
    }),
  );
}

/** The dated rows by site and key of words. */
export const defaultsBySite: Readonly<Record<SiteId, RowsByKey>> = {
  chatgpt: byKey('chatgpt'),
  claude: byKey('claude'),
  gemini: byKey('gemini'),
};

/** What the words meant on a site on a day; null when they meant nothing yet. */
export function defaultRow(site: SiteId, key: string, day: string): DefaultRow | null {
  return defaultsBySite[site].get(key)?.findLast((row) => row.since <= day) ?? null;
}

/** Id of the model that a row means to a person of a plan; null for a plan that is not known. */
export function modelIdOf({ meaning }: DefaultRow, plan: Plan | null): string {
  if (typeof meaning === 'string') return meaning;
  return plan === null ? meaning.either : meaning[plan];
}

/** Every model id that a row may mean. */
export function modelIdsOf({ meaning }: DefaultRow): readonly string[] {
  return typeof meaning === 'string' ? [meaning] : [meaning.free, meaning.paid, meaning.either];
}
