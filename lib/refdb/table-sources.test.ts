import { describe, expect, it } from 'vitest';
import { models } from './models';
import { TABLE_NAMES, tableSources } from './table-sources';

describe('the tables and what they draw on', () => {
  const tables = tableSources();

  it('are all there, none empty, none without a source', () => {
    expect(tables.map(({ table }) => table)).toEqual(TABLE_NAMES);
    for (const { table, rows, sources } of tables) {
      expect(rows, table).toBeGreaterThan(0);
      expect(sources.length, table).toBeGreaterThan(0);
    }
  });

  it('name each source once', () => {
    for (const { table, sources } of tables) {
      expect(new Set(sources.map(({ title, date }) => title + date)).size, table).toBe(sources.length);
    }
  });

  it('name the licences that ask for attribution or for the same licence', () => {
    const licences = new Set(tables.flatMap(({ sources }) => sources.map(({ licence }) => licence)));
    expect([...licences]).toEqual(expect.arrayContaining(['CC BY 4.0', 'MPL-2.0', 'Apache-2.0', 'MIT']));
  });

  it('leave no model out', () => {
    expect(tables[0]?.rows).toBe(models.length);
  });
});
