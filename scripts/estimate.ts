/** The estimator without a browser: `npm run --silent estimate -- --help`. */
import { readFileSync } from 'node:fs';
import { HELP, parseArguments } from './estimate/arguments';
import { price, toJson } from './estimate/price';
import { readRequest, UsageError } from './estimate/request';
import { priceText } from './estimate/stream';
import { toText } from './estimate/text';

function run(argv: readonly string[]): string {
  const { raw, sets, json, stdin, help } = parseArguments(argv);
  if (help) return HELP;
  const described = raw.model !== undefined || raw.input !== undefined || raw.output !== undefined;
  if (stdin || (!described && process.stdin.isTTY !== true)) {
    return priceText(readFileSync(0, 'utf8'), { raw, sets });
  }
  const priced = price(readRequest(raw, sets));
  return json ? `${JSON.stringify(toJson(priced), null, 2)}\n` : toText(priced);
}

try {
  process.stdout.write(run(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
