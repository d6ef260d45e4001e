/** JSON lines, one priced as it comes. */
import { toJson } from './price';
import type { Numbered } from './records';
import { UsageError } from './request';
import { type Defaults, priceJsonRow, type Row } from './rows';
import { type FirstRows, reasonOf } from './told';

function parsed(line: string): Row {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new UsageError('it is no JSON: give one JSON object per line');
  }
  if (Array.isArray(value)) throw new UsageError('it is an array: give one JSON object per line');
  if (typeof value !== 'object' || value === null) throw new UsageError('give one JSON object per line');
  return { ...value };
}

/** @throws UsageError for a number beyond what a number holds, as the line has it */
function checkNumbers(row: Row, line: string): void {
  for (const [name, value] of Object.entries(row)) {
    if (typeof value === 'number' && !Number.isFinite(value)) {
      throw new UsageError(`${name} is ${asWritten(line, name)}: that is more than a number can hold`);
    }
  }
}

/** A number that JSON reads as infinite, as the line has it. */
function asWritten(line: string, name: string): string {
  const key = JSON.stringify(name).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`${key}\\s*:\\s*(-?[\\d.eE+-]+)`).exec(line)?.[1] ?? 'too large';
}

/** A line with its estimate, or with the reason why it has none. */
export function pricedLine(
  { text, line }: Numbered,
  defaults: Defaults,
  first: FirstRows,
): { readonly output: string; readonly problem: string | null } {
  let row: Row = {};
  try {
    row = parsed(text);
    checkNumbers(row, text);
    const priced = priceJsonRow(row, defaults);
    const { assumptions, ...estimate } = toJson(priced);
    const told = first.assumptions(priced.factors.key, line, () => assumptions);
    return {
      output: `${JSON.stringify({ ...row, estimate: { ...estimate, assumptions: told } })}\n`,
      problem: null,
    };
  } catch (error) {
    const problem = `row ${line}: ${reasonOf(error)}`;
    return { output: `${JSON.stringify({ ...row, error: problem })}\n`, problem };
  }
}
