// biome-ignore-all format: a table reads by its rows
import type { SiteId } from '../../prompt';

/** From `since` (YYYY-MM) on, a bare word in a site's menu means this model. */
export interface DefaultRow {
  readonly since: string;
  readonly model: string;
}

interface WordDefaults {
  /** Alternatives; the words of one alternative are sorted, as the parser gives them. */
  readonly words: readonly string[];
  /** Oldest first. */
  readonly rows: readonly (readonly [since: string, model: string])[];
}

/**
 * What a bare mode word means on each site over time, written from the release months of the model tables; of
 * two models of one month the later row of the table counts. `auto` is also what a name without any mode means.
 */
const defaults: Readonly<Record<SiteId, readonly WordDefaults[]>> = {
  chatgpt: [
    { words: ['auto', 'latest', 'default'], rows: [
      ['2023-03', 'gpt-4'], ['2023-11', 'gpt-4-turbo'], ['2024-05', 'gpt-4o'], ['2025-08', 'gpt-5'], ['2025-11', 'gpt-5.1'], ['2025-12', 'gpt-5.2'],
      ['2026-02', 'gpt-5.3'], ['2026-03', 'gpt-5.4'], ['2026-04', 'gpt-5.5'], ['2026-06', 'gpt-5.6-sol']] },
    { words: ['instant', 'fast'], rows: [
      ['2025-08', 'gpt-5'], ['2025-11', 'gpt-5.1'], ['2025-12', 'gpt-5.2'], ['2026-02', 'gpt-5.3'], ['2026-03', 'gpt-5.4'], ['2026-04', 'gpt-5.5'],
      ['2026-06', 'gpt-5.6-sol']] },
    { words: ['thinking'], rows: [
      ['2024-12', 'o1'], ['2025-04', 'o3'], ['2025-08', 'gpt-5-thinking'], ['2025-11', 'gpt-5.1-thinking'], ['2025-12', 'gpt-5.2-thinking'],
      ['2026-03', 'gpt-5.4'], ['2026-04', 'gpt-5.5-thinking'], ['2026-06', 'gpt-5.6-sol']] },
    { words: ['pro'], rows: [
      ['2025-10', 'gpt-5-pro'], ['2025-12', 'gpt-5.2-pro'], ['2026-03', 'gpt-5.4-pro'], ['2026-04', 'gpt-5.5-pro'], ['2026-07', 'gpt-5.6-sol-pro']] },
    { words: ['mini'], rows: [
      ['2024-07', 'gpt-4o-mini'], ['2025-04', 'gpt-4.1-mini'], ['2025-08', 'gpt-5-mini'], ['2026-03', 'gpt-5.4-mini']] },
    { words: ['mini thinking'], rows: [['2025-01', 'o3-mini'], ['2025-04', 'o4-mini'], ['2025-08', 'gpt-5-thinking-mini']] },
    { words: ['sol'], rows: [['2026-06', 'gpt-5.6-sol']] },
    { words: ['pro sol'], rows: [['2026-07', 'gpt-5.6-sol-pro']] },
    { words: ['terra'], rows: [['2026-06', 'gpt-5.6-terra']] },
    { words: ['luna'], rows: [['2026-06', 'gpt-5.6-luna']] },
  ],
  claude: [
    { words: ['auto', 'sonnet'], rows: [
      ['2024-06', 'claude-3.5-sonnet'], ['2025-02', 'claude-3.7-sonnet'], ['2025-05', 'claude-sonnet-4'], ['2025-09', 'claude-sonnet-4.5'],
      ['2026-02', 'claude-sonnet-4.6'], ['2026-06', 'claude-sonnet-5']] },
    { words: ['opus'], rows: [
      ['2024-02', 'claude-3-opus'], ['2025-05', 'claude-opus-4'], ['2025-08', 'claude-opus-4.1'], ['2025-11', 'claude-opus-4.5'],
      ['2026-02', 'claude-opus-4.6'], ['2026-04', 'claude-opus-4.7'], ['2026-05', 'claude-opus-4.8'], ['2026-07', 'claude-opus-5']] },
    { words: ['haiku'], rows: [['2024-03', 'claude-3-haiku'], ['2024-10', 'claude-3.5-haiku'], ['2025-10', 'claude-haiku-4.5']] },
    { words: ['fable'], rows: [['2026-06', 'claude-fable-5']] },
  ],
  gemini: [
    { words: ['auto', 'flash', 'fast', 'instant'], rows: [
      ['2024-05', 'gemini-1.5-flash'], ['2024-12', 'gemini-2.0-flash'], ['2025-06', 'gemini-2.5-flash'], ['2025-12', 'gemini-3-flash'],
      ['2026-05', 'gemini-3.5-flash'], ['2026-08', 'gemini-3.7-flash']] },
    { words: ['flash lite'], rows: [
      ['2025-02', 'gemini-2.0-flash-lite'], ['2025-07', 'gemini-2.5-flash-lite'], ['2026-03', 'gemini-3.1-flash-lite'], ['2026-05', 'gemini-3.5-flash-lite']] },
    { words: ['thinking'], rows: [
      ['2025-11', 'gemini-3-pro'], ['2025-12', 'gemini-3-flash'], ['2026-05', 'gemini-3.5-flash'], ['2026-08', 'gemini-3.6-thinking']] },
    { words: ['pro', 'advanced'], rows: [
      ['2024-02', 'gemini-1.5-pro'], ['2025-06', 'gemini-2.5-pro'], ['2025-11', 'gemini-3-pro'], ['2026-02', 'gemini-3.1-pro']] },
  ],
};

type RowsByKey = ReadonlyMap<string, readonly DefaultRow[]>;

function byKey(site: SiteId): RowsByKey {
  return new Map(
    defaults[site].flatMap(({ words, rows }) => {
      const dated = rows.map(([since, model]) => ({ since, model }));
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

/** Id of the model that the words meant on a site in a month; null when they meant none yet. */
export function defaultModelId(site: SiteId, key: string, month: string): string | null {
  const rows = defaultsBySite[site].get(key) ?? [];
  return rows.findLast((row) => row.since <= month)?.model ?? null;
}
