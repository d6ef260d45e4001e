/** With and without the extension, and without it again: what the third differs by is noise. */

export const CONDITIONS = ['without', 'with', 'control'] as const;
export type Condition = (typeof CONDITIONS)[number];

/** Medians of one quantity, in its own unit, and of the differences within each round. */
export interface Compared {
  readonly with: number;
  readonly without: number;
  readonly control: number;
  /** Median over the rounds of with minus without, and of control minus without. */
  readonly added: number;
  readonly noise: number;
  /** The same as shares of without. */
  readonly addedShare: number;
  readonly noiseShare: number;
  /** The middle half of the rounds' control shares reaches this far from their median. */
  readonly noiseSpreadShare: number;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return low + (high - low) * (place - Math.floor(place));
}

type Round<Q extends string> = Readonly<Record<Condition, Readonly<Record<Q, number>>>>;

/**
 * Measures all three conditions in each round, in an order that turns with the round, so that what drifts during
 * the run (heat, other programs) meets all of them alike. The first round is a rehearsal and is not counted.
 */
export async function interleaved<Q extends string>(
  rounds: number,
  measure: (condition: Condition) => Promise<Readonly<Record<Q, number>>>,
): Promise<Round<Q>[]> {
  const found: Round<Q>[] = [];
  for (let round = -1; round < rounds; round += 1) {
    const results: Partial<Record<Condition, Readonly<Record<Q, number>>>> = {};
    for (let i = 0; i < CONDITIONS.length; i += 1) {
      const condition = CONDITIONS[(i + round + 1) % CONDITIONS.length] ?? 'without';
      results[condition] = await measure(condition);
    }
    const { with: loaded, without, control } = results;
    if (round < 0 || loaded === undefined || without === undefined || control === undefined) continue;
    found.push({ with: loaded, without, control });
  }
  return found;
}

/** What the rounds say of one quantity. */
export function compare<Q extends string>(rounds: readonly Round<Q>[], quantity: Q): Compared {
  const all = (condition: Condition): number[] => rounds.map((round) => round[condition][quantity]);
  const added = rounds.map((round) => round.with[quantity] - round.without[quantity]);
  const noise = rounds.map((round) => round.control[quantity] - round.without[quantity]);
  const share = (differences: readonly number[]): number[] =>
    rounds.map((round, i) => (differences[i] ?? 0) / round.without[quantity]);
  return {
    with: median(all('with')),
    without: median(all('without')),
    control: median(all('control')),
    added: median(added),
    noise: median(noise),
    addedShare: median(share(added)),
    noiseShare: median(share(noise)),
    noiseSpreadShare: (quantile(share(noise), 0.75) - quantile(share(noise), 0.25)) / 2,
  };
}
