/** The estimator without a browser: `npm run --silent estimate -- --help`. */
import { once } from 'node:events';
import { HELP, parseArguments } from './estimate/arguments';
import { price, toJson } from './estimate/price';
import { readRequest, UsageError } from './estimate/request';
import { priceStream } from './estimate/stream';
import { toText } from './estimate/text';

async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

async function run(argv: readonly string[]): Promise<void> {
  const { raw, sets, json, stdin, help } = parseArguments(argv);
  if (help) return write(HELP);
  const described = raw.model !== undefined || raw.input !== undefined || raw.output !== undefined;
  if (stdin || (!described && process.stdin.isTTY !== true)) {
    const { rows, failed, problems } = await priceStream(process.stdin, { raw, sets }, write);
    if (failed === 0) return;
    const more = failed > problems.length ? `\n… and ${failed - problems.length} more` : '';
    throw new UsageError(`${problems.join('\n')}${more}\n${failed} of ${rows} rows could not be priced`);
  }
  const priced = price(readRequest(raw, sets));
  await write(json ? `${JSON.stringify(toJson(priced), null, 2)}\n` : toText(priced));
}

// A reader that has seen enough (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

try {
  await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
