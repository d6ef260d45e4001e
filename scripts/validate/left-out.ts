/** How far the fit misses a model that it has not seen: the same fit without the model, on that model's rows. */
import { type Measured, measuredConfigurations } from './tables';

/** The fit's terms for one measured configuration: constant, Blackwell, 8 bit, ln active, ln total, ln batch. */
function terms({ gpu, precision, activeB, totalB, batch }: Measured): readonly number[] {
  return [
    1,
    gpu === 'B200' ? 1 : 0,
    precision === 'fp8' ? 1 : 0,
    Math.log(activeB),
    Math.log(totalB),
    Math.log(batch),
  ];
}

const at = (values: readonly number[], index: number): number => values[index] ?? 0;

/** Least squares by the normal equations, with Gaussian elimination and the largest pivot. */
export function leastSquares(x: readonly (readonly number[])[], y: readonly number[]): readonly number[] {
  const size = x[0]?.length ?? 0;
  const rows = Array.from({ length: size }, (_, i) => [
    ...Array.from({ length: size }, (__, j) => x.reduce((sum, row) => sum + at(row, i) * at(row, j), 0)),
    x.reduce((sum, row, k) => sum + at(row, i) * at(y, k), 0),
  ]);
  for (let column = 0; column < size; column += 1) {
    const rest = rows.slice(column).sort((a, b) => Math.abs(at(b, column)) - Math.abs(at(a, column)));
    rows.splice(column, rest.length, ...rest);
    const pivot = rows[column] ?? [];
    for (const [index, row] of rows.entries()) {
      if (index === column) continue;
      const factor = at(row, column) / at(pivot, column);
      rows[index] = row.map((value, k) => value - factor * at(pivot, k));
    }
  }
  return rows.map((row, i) => at(row, size) / at(row, i));
}

export interface LeftOut {
  readonly configurations: number;
  readonly models: number;
  /** Root mean square of ln(fit / measured) over models left out one at a time. */
  readonly rmsLn: number;
  /** One-sided reach of about nine in ten: 1.645 times the rms. */
  readonly spanLn: number;
}

/** The rows that were fitted: text chat, batch 4 to 600. */
export function chatInsideFit(): readonly Measured[] {
  return measuredConfigurations().filter(
    ({ task, batch }) => task === 'lm-arena-chat' && batch >= 4 && batch <= 600,
  );
}

/** Leaves each model out once. @param rows text-chat configurations inside the fit's batches, grouped by nickname */
export function leaveModelsOut(rows: readonly Measured[]): LeftOut {
  const models = [...new Set(rows.map(({ nickname }) => nickname))];
  const squares = models.flatMap((model) => {
    const kept = rows.filter(({ nickname }) => nickname !== model);
    const fit = leastSquares(
      kept.map(terms),
      kept.map(({ joulesPerToken }) => Math.log(joulesPerToken)),
    );
    return rows
      .filter(({ nickname }) => nickname === model)
      .map((row) => {
        const predicted = terms(row).reduce((sum, term, index) => sum + term * at(fit, index), 0);
        return (predicted - Math.log(row.joulesPerToken)) ** 2;
      });
  });
  const rmsLn = Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
  return { configurations: rows.length, models: models.length, rmsLn, spanLn: 1.645 * rmsLn };
}
