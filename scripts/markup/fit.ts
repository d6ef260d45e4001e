/**
 * `npm run markup`: fits the tokens that rendering takes away, on two thirds of the pieces, and prints the weights for
 * lib/refdb/markup.ts and how well they meet the other third.
 */
import ranks from 'gpt-tokenizer/bpeRanks/o200k_base';
import type { MarkupSeen } from '../../lib/prompt';
import { MARKUP_WEIGHTS, markupTokens } from '../../lib/refdb/markup';
import { countBounded, o200kEncoder } from '../../lib/tokens/counter';
import { corpus, KINDS, type Piece } from './corpus';

const encoder = o200kEncoder(ranks);
const count = (text: string): number => countBounded(text, encoder).tokens;

interface Row {
  readonly piece: Piece;
  readonly visible: number;
  readonly source: number;
}

const rows: readonly Row[] = corpus(new URL('../../', import.meta.url)).map((piece) => ({
  piece,
  visible: count(piece.visible),
  source: count(piece.source),
}));
const isHeldBack = (_: Row, at: number): boolean => at % 3 === 2;
const fitted = rows.filter((row, at) => !isHeldBack(row, at));
const heldBack = rows.filter(isHeldBack);

/** Weights without a piece that could tell them apart: kept as they are. */
const NAMES = (Object.keys(MARKUP_WEIGHTS) as (keyof MarkupSeen)[]).filter((name) =>
  rows.some(({ piece }) => piece.markup[name] > 0),
);

/** Least squares of the relative error, weights not below 0, one after the other until they stand still. */
function leastSquares(): Record<string, number> {
  const weights: Record<string, number> = Object.fromEntries(NAMES.map((name) => [name, 0]));
  for (let round = 0; round < 2000; round += 1) {
    for (const name of NAMES) {
      let above = 0;
      let below = 0;
      for (const { piece, visible, source } of fitted) {
        const others = NAMES.reduce(
          (sum, other) => (other === name ? sum : sum + (weights[other] ?? 0) * piece.markup[other]),
          0,
        );
        const x = piece.markup[name] / source;
        above += x * ((source - visible - others) / source);
        below += x * x;
      }
      weights[name] = Math.max(0, above / below);
    }
  }
  return weights;
}

const rounded = Object.fromEntries(
  Object.entries(leastSquares()).map(([name, weight]) => [name, Number(weight.toFixed(2))]),
);
console.log(rounded);

function report(name: string, of: readonly Row[], tokens: (markup: MarkupSeen) => number): void {
  const factors = of
    .map(({ piece, visible, source }) =>
      Math.exp(Math.abs(Math.log((visible + tokens(piece.markup)) / source))),
    )
    .sort((a, b) => a - b);
  const inside = factors.filter((factor) => factor <= 1.1).length / factors.length;
  const p90 = factors[Math.floor(factors.length * 0.9)] ?? 1;
  console.log(
    `${name}: ${of.length} pieces, within x1.1 ${(inside * 100).toFixed(1)} %, 90th x${p90.toFixed(3)}`,
  );
}
const withFit = (markup: MarkupSeen): number =>
  NAMES.reduce((sum, name) => sum + (rounded[name] ?? 0) * markup[name], 0);
for (const kind of KINDS)
  report(
    kind,
    rows.filter(({ piece }) => piece.kind === kind),
    withFit,
  );
report('fitted', fitted, withFit);
report('held back', heldBack, withFit);
report('held back, weights in the repository', heldBack, markupTokens);
report('held back, without elements', heldBack, () => 0);
