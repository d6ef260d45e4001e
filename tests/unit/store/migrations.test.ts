import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { Database } from '../../../lib/store/db';
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
      version: 2,
      why: 'An example.',
      stores: { meta: 'key,value' },
      upgrade: async (transaction) => {
        await transaction.table('meta').toCollection().modify({ value: 'upgraded' });
      },
    };
    const before = { meta: [{ key: 'salt', value: 'old' }] };
    const after = await migrate([...MIGRATIONS, next], 2, before);
    expect(after.meta).toEqual([{ key: 'salt', value: 'upgraded' }]);
  });
});
