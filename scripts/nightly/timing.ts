/** The timing constants of a source file, and each of them halved and doubled. */

/** What may be done to a constant without any test noticing. */
export type Factor = '÷2' | '×2';
export const FACTORS: readonly Factor[] = ['÷2', '×2'];

export interface TimingConstant {
  readonly name: string;
  /** As the source writes it. */
  readonly written: string;
  readonly value: number;
  /** Changes that `// free: ÷2, ×2` on the line before allows. */
  readonly free: readonly Factor[];
}

const CONSTANT = /^export const (\w+) = ([\d_.]+);$/;
const FREE = /^\/\/ free: (.+)$/;

/** Every exported constant that is a number. @throws when a `free:` comment names no change or stands before no constant */
export function constantsOf(source: string): TimingConstant[] {
  const lines = source.split('\n').map((line) => line.trim());
  return lines.flatMap((line, index) => {
    const free = FREE.exec(line)?.[1];
    if (free !== undefined && !CONSTANT.test(lines[index + 1] ?? ''))
      throw new Error(`"${line}" stands before no constant`);
    const [, name, written] = CONSTANT.exec(line) ?? [];
    if (name === undefined || written === undefined) return [];
    const named = FREE.exec(lines[index - 1] ?? '')?.[1]?.split(', ') ?? [];
    const unknown = named.find((word) => !FACTORS.some((factor) => factor === word));
    if (unknown !== undefined) throw new Error(`${name}: "${unknown}" is no change; known are ÷2 and ×2`);
    const value = Number(written.replaceAll('_', ''));
    return [{ name, written, value, free: FACTORS.filter((factor) => named.includes(factor)) }];
  });
}

export const changed = ({ value }: TimingConstant, factor: Factor): number =>
  factor === '÷2' ? value / 2 : value * 2;

/** The source with one constant changed. @throws when it does not hold the constant */
export function withChange(source: string, { name, written }: TimingConstant, value: number): string {
  const before = `export const ${name} = ${written};`;
  if (!source.includes(before)) throw new Error(`no constant ${name}`);
  return source.replace(before, `export const ${name} = ${value};`);
}
