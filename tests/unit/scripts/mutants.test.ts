/** How many mutants the tests noticed, from a small invented report. */
import { describe, expect, it } from 'vitest';
import { type MutantReport, scoresOf, shareOf, total } from '../../../scripts/nightly/mutant-scores';
import { withGroups } from '../../../scripts/nightly/mutants.config';

const mutant = (status: string, replacement = 'true', from = 11, to = 16) => ({
  mutatorName: 'ConditionalExpression',
  replacement,
  status,
  location: { start: { line: 1, column: from }, end: { line: 1, column: to } },
});

const REPORT: MutantReport = {
  files: {
    'lib/scrapers/tracker/good.ts': {
      source: 'const a = b < c;',
      mutants: [mutant('Killed'), mutant('Timeout'), mutant('NoCoverage'), mutant('Ignored')],
    },
    'lib/scrapers/tracker/weak.ts': {
      source: 'const a = b < c;',
      mutants: [
        mutant('Killed'),
        mutant('Survived'),
        mutant('Survived', 'b <= c'),
        mutant('Survived', 'false'),
      ],
    },
  },
};

const EQUIVALENT = {
  file: 'weak.ts',
  source: 'b < c',
  replacement: 'b <= c',
  reason: 'They are never equal.',
};

describe('the score of the tests', () => {
  const scores = scoresOf(REPORT, [EQUIVALENT]);

  it('is told file by file, the worst first, without what is ignored or does the same', () => {
    expect(scores).toEqual([
      { file: 'weak.ts', killed: 1, survived: 2, untried: 0, uncovered: 0, equivalent: 1 },
      { file: 'good.ts', killed: 2, survived: 0, untried: 0, uncovered: 1, equivalent: 0 },
    ]);
  });

  it('is the share of the mutants that a test reaches', () => {
    expect(scores.map(shareOf)).toEqual([1 / 3, 1]);
    expect(shareOf(total(scores))).toBe(3 / 5);
  });

  it('takes nothing for the same in another file or another place', () => {
    const elsewhere = [
      { ...EQUIVALENT, file: 'good.ts' },
      { ...EQUIVALENT, source: 'b > c' },
    ];
    expect(scoresOf(REPORT, elsewhere)[0]).toMatchObject({ survived: 3, equivalent: 0 });
  });

  it('knows nothing of a mutant with which no test was run', () => {
    const untried = { ...mutant('Survived'), testsCompleted: 0 };
    const mutants = [untried, mutant('Killed'), mutant('RuntimeError')];
    const files = { 'view.ts': { source: 'const a = b < c;', mutants } };
    expect(scoresOf({ files }, [])).toMatchObject([{ killed: 1, survived: 0, untried: 2 }]);
  });
});

describe('the tests of a mutant', () => {
  it('are found by the names that Vitest has for them', () => {
    const names = withGroups(/Sending by a suggestion \(keyed\)|left open/);
    expect(names.test('Sending > by a suggestion (keyed)')).toBe(true);
    expect(names.test('Sending > by a suggestion (rows)')).toBe(false);
  });
});
