/** The timing constants of a source file, and each of them halved and doubled. */

/** What may be done to a constant without any test noticing. */
export type Factor = '÷2' | '×2';
export const FACTORS: readonly Factor[] = ['÷2', '×2'];

export interface TimingConstant {
  readonly name: string;
  /** As the source writes it. */
  readonly written: string;
  readonly value: number;
  /** Changes that `// free: ÷2, ×2` at its line allows; the reason stands on the line above. */
  readonly free: readonly Factor[];
}

const CONSTANT = /^export const (\w+) = ([\d_.]+);(?: \/\/ free: (.+))?$/;

const isFactor = (word: string): word is Factor => FACTORS.some((factor) => factor === word);

/** Every exported constant that is a number. @throws when one is free without a reason, or `free:` says what is no change */
export function constantsOf(source: string): TimingConstant[] {
  const lines = source.split('\n').map((line) => line.trim());
  return lines.flatMap((line, index) => {
    const [, name, written, free] = CONSTANT.exec(line) ?? [];
    if (name === undefined || written === undefined) {
      if (line.includes('// free:')) throw new Error(`"${line}" frees no constant`);
      return [];
    }
    const words = free?.split(', ') ?? [];
    const unknown = words.find((word) => !isFactor(word));
    if (unknown !== undefined) throw new Error(`${name}: "${unknown}" is no change; known are ÷2 and ×2`);
    if (words.length > 0 && lines[index - 1]?.startsWith('// ') !== true)
      throw new Error(`${name} is free, and no line above says why`);
    const value = Number(written.replaceAll('_', ''));
    return [{ name, written, value, free: words.filter(isFactor) }];
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
