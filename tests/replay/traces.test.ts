/** Every page trace that was turned into a fixture reads as it is expected to. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseTrace, readExpected, readTrace, traceFixtures, writeTrace } from './traces/folder';
import { replayTrace } from './traces/replay';

describe('page traces', () => {
  const fixtures = traceFixtures();

  it('are there', () => {
    expect(fixtures.length).toBeGreaterThan(0);
  });

  it.each(fixtures)('$name reads as expected', async (fixture) => {
    const expected = readExpected(fixture);
    expect(expected, `${fixture.name} has no expected.json: run the fixture script again`).not.toBeNull();
    expect(await replayTrace(readTrace(fixture))).toEqual(expected);
  });

  it('without an expectation fail', () => {
    const root = mkdtempSync(join(tmpdir(), 'traces-'));
    try {
      const [first] = fixtures;
      if (first === undefined) throw new Error('no fixture');
      const folder = join(root, 'claude', 'new');
      writeTrace(folder, readTrace(first), '');
      const [copy] = traceFixtures(root);
      expect(copy?.name).toBe('claude/new');
      expect(copy && readExpected(copy)).toBeNull();
    } finally {
      rmSync(root, { recursive: true });
    }
  });

  it.each([
    ['no JSON', '{', /no JSON/],
    ['another file', '{"format":"tokenprint"}', /no page trace/],
    ['a later version', '{"format":"tokenprint-trace","version":9}', /version 1/],
    ['an unknown site', '{"format":"tokenprint-trace","version":1,"site":"other"}', /not known/],
    ['half a trace', '{"format":"tokenprint-trace","version":1,"site":"claude"}', /damaged/],
  ])('are refused in words: %s', (_, text, message) => {
    expect(() => parseTrace(text)).toThrow(message);
  });
});
