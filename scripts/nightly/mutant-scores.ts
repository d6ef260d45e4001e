/** What came of a run of StrykerJS: how many of the covered mutants the tests noticed, file by file. */

interface Mutant {
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly status: string;
  /** Tests that were run with it. */
  readonly testsCompleted?: number;
  readonly location: { readonly start: Place; readonly end: Place };
}

/** Counted from 1. */
interface Place {
  readonly line: number;
  readonly column: number;
}

/** The JSON report, as far as it is read. */
export interface MutantReport {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
}

/** A mutant that no test can notice, since it does the same. */
export interface Equivalent {
  /** Name of the file in the tracker's folder. */
  readonly file: string;
  /** What the source says, and what the mutant says in its place. */
  readonly source: string;
  readonly replacement: string;
  readonly reason: string;
}

export interface Score {
  readonly file: string;
  /** Noticed by a test, or never ended. */
  readonly killed: number;
  readonly survived: number;
  /** Said to survive although no test was run with it, or its run broke down: nothing is known of it. */
  readonly untried: number;
  /** Reached by no test. */
  readonly uncovered: number;
  readonly equivalent: number;
}

/** Share of the covered mutants, equivalents left out, that were killed; 1 where there is none. */
export const shareOf = ({ killed, survived }: Pick<Score, 'killed' | 'survived'>): number =>
  killed + survived === 0 ? 1 : killed / (killed + survived);

/** The text between two places of a source. */
function textAt(source: string, { start, end }: Mutant['location']): string {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const last = lines.length - 1;
  return lines
    .map((line, at) => line.slice(at === 0 ? start.column - 1 : 0, at === last ? end.column - 1 : undefined))
    .join('\n');
}

const nameOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1);

/** The score of each file, the worst first. */
export function scoresOf({ files }: MutantReport, equivalents: readonly Equivalent[]): Score[] {
  const scores = Object.entries(files).map(([path, { source, mutants }]) => {
    const file = nameOf(path);
    const isEquivalent = (mutant: Mutant): boolean =>
      equivalents.some(
        (one) =>
          one.file === file &&
          one.source === textAt(source, mutant.location) &&
          one.replacement === mutant.replacement,
      );
    const said = mutants.filter(({ status }) => status === 'Survived');
    const survivors = said.filter(({ testsCompleted }) => testsCompleted !== 0);
    const equivalent = survivors.filter(isEquivalent).length;
    return {
      file,
      killed: mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout').length,
      survived: survivors.length - equivalent,
      untried:
        said.length - survivors.length + mutants.filter(({ status }) => status === 'RuntimeError').length,
      uncovered: mutants.filter(({ status }) => status === 'NoCoverage').length,
      equivalent,
    };
  });
  return scores.sort((one, other) => shareOf(one) - shareOf(other));
}

/** All files as one. */
export const total = (scores: readonly Score[]): Omit<Score, 'file'> => {
  const sum = (of: (score: Score) => number): number => scores.reduce((all, one) => all + of(one), 0);
  return {
    killed: sum(({ killed }) => killed),
    survived: sum(({ survived }) => survived),
    untried: sum(({ untried }) => untried),
    uncovered: sum(({ uncovered }) => uncovered),
    equivalent: sum(({ equivalent }) => equivalent),
  };
};
