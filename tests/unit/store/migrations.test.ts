import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { Database } from '../../../lib/store/db';
import { ZERO_MEASURES, ZERO_SUMS } from '../../../lib/store/measures';
import { MIGRATIONS, type Migration, SCHEMA_VERSION } from '../../../lib/store/migrations';

type Rows = Readonly<Record<string, readonly { readonly [field: string]: unknown }[]>>;

/** Fills a database of the version before `version`, opens it with `migrations` up to it, gives what is there. */
async function migrate(
  migrations: readonly Migration[],
  version: number,
  before: Rows,
): Promise<Record<string, unknown[]>> {
  const name = `migration-${Math.random()}`;
  const earlier = migrations.filter((migration) => migration.version < version);
  if (earlier.length > 0) {
    const db = new Database(name, earlier);
    for (const [table, rows] of Object.entries(before)) await db.table(table).bulkPut([...rows]);
    db.close();
  }
  const db = new Database(
    name,
    migrations.filter((migration) => migration.version <= version),
  );
  await db.open();
  const after: Record<string, unknown[]> = {};
  for (const table of db.tables) after[table.name] = await table.toArray();
  db.close();
  return after;
}

const sums = (count: number) => ({ ...ZERO_SUMS, count, outputTokens: count * 10 });

const rollup = (period: string, site: string, modelId: string, status: string, count: number) => ({
  key: `${period}|${site}|${modelId}|${status}`,
  period,
  site,
  modelId,
  status,
  measures: { ...ZERO_MEASURES, ...sums(count), energyHistogram: { '-3': count } },
});

/** As they stand in the order of their keys. */
const ROLLUPS = [
  rollup('2026-11', 'claude', 'opus', 'complete', 2),
  rollup('2026-11-21', 'chatgpt', 'gpt-5', 'complete', 1),
  rollup('2026-11-21', 'chatgpt', 'gpt-5', 'stopped', 1),
  rollup('2026-11-21', 'claude', 'opus', 'complete', 1),
  rollup('2026-11-22', 'claude', 'opus', 'complete', 1),
  rollup('all', 'claude', 'opus', 'complete', 2),
].sort((a, b) => (a.key < b.key ? -1 : 1));

/** One example per version: rows as the version before left them, and as they must be after. */
const EXAMPLES: readonly { readonly version: number; readonly before: Rows; readonly after: Rows }[] = [
  {
    version: 1,
    before: {},
    after: {
      records: [],
      rollups: [],
      hours: [],
      conversations: [],
      kinds: [],
      tasks: [],
      rework: [],
      chats: [],
      factorSets: [],
      meta: [],
    },
  },
  {
    version: 2,
    before: { rollups: ROLLUPS },
    after: {
      records: [],
      rollups: ROLLUPS,
      days: [
        {
          day: '2026-11-21',
          measures: {
            count: 3,
            parts: {
              'chatgpt|gpt-5': { site: 'chatgpt', modelId: 'gpt-5', sums: sums(2) },
              'claude|opus': { site: 'claude', modelId: 'opus', sums: sums(1) },
            },
          },
        },
        {
          day: '2026-11-22',
          measures: {
            count: 1,
            parts: { 'claude|opus': { site: 'claude', modelId: 'opus', sums: sums(1) } },
          },
        },
      ],
      hours: [],
      conversations: [],
      kinds: [],
      tasks: [],
      rework: [],
      chats: [],
      factorSets: [],
      meta: [],
    },
  },
];

describe('migrations', () => {
  it('have an example each and rising numbers from 1 on', () => {
    const versions = MIGRATIONS.map(({ version }) => version);
    expect(versions).toEqual(versions.map((_, index) => index + 1));
    expect(EXAMPLES.map(({ version }) => version)).toEqual(versions);
    expect(SCHEMA_VERSION).toBe(versions.length);
  });

  it.each(EXAMPLES)('make of the rows before version $version the rows after', async (example) => {
    expect(await migrate(MIGRATIONS, example.version, example.before)).toEqual(example.after);
  });

  it('run the upgrade of a later version over the rows of an earlier one', async () => {
    const next: Migration = {
      version: SCHEMA_VERSION + 1,
      why: 'An example.',
      stores: { meta: 'key,value' },
      upgrade: async (transaction) => {
        await transaction.table('meta').toCollection().modify({ value: 'upgraded' });
      },
    };
    const before = { meta: [{ key: 'salt', value: 'old' }] };
    const after = await migrate([...MIGRATIONS, next], next.version, before);
    expect(after.meta).toEqual([{ key: 'salt', value: 'upgraded' }]);
  });
});
