import { type RawRequest, UsageError } from './request';

const VALUE_FLAGS = [
  'model',
  'input',
  'output',
  'context',
  'cached',
  'reasoning',
  'ttft',
  'generation',
  'zone',
  'token-error',
  'headline',
  'pue-reading',
  'gpu-clock',
  'gpu-count',
] as const;
const SWITCHES = ['json', 'stdin', 'help'] as const;

export const HELP = `Prices one request to a chat model without a browser.

  npm run --silent estimate -- --model gpt-5 --input 100 --output 300

  --model ID          model, such as gpt-5, or an API name such as openai/gpt-5 and
                      claude-sonnet-4-5-20250929
  --input N           tokens of the prompt
  --output N          tokens of the visible answer
  --context N         tokens of earlier turns that are read again (default 0)
  --cached N          how many of them are cached (default 0.85 of --context)
  --reasoning N       hidden reasoning tokens (default 0)
  --ttft S            seconds to the first token   (default: the model's own,
  --generation S      seconds from first to last    listed as an assumption)
  --zone CODE         grid of the data centre: ISO alpha-3 or alpha-2, or a region
  --set NAME=VALUE    another value for a factor, exact; may be repeated
  --token-error F     factor by which the token counts may be wrong (default 1)
  --headline NAME     otm-shared (default) or otm-v1
  --pue-reading R     OTM v1.0: whole (default) or literal
  --gpu-clock R       OTM v1.0: inference (default) or decoding
  --gpu-count R       OTM v1.0: ceiling (default) or power-of-two
  --json              for machines
  --stdin             read JSON lines ({"model", "input", "output", …}) or a Tokenprint CSV
                      from standard input (UTF-8) and write the same with estimates, row by
                      row; other flags are defaults for lines that leave them out. A CSV's
                      own grid_zone, method, pue and grid_gco2e_per_kwh are kept unless a
                      flag says otherwise. A row that cannot be priced comes back with its
                      reason in "error", and the exit code is 2. Assumptions are written in
                      the first row of each factor set
`;

export interface Arguments {
  readonly raw: RawRequest;
  readonly sets: readonly string[];
  readonly json: boolean;
  readonly stdin: boolean;
  readonly help: boolean;
}

/** Reads `--name value` and `--name=value`. @throws UsageError for an unknown flag or one without its value */
export function parseArguments(argv: readonly string[]): Arguments {
  const raw: Record<string, string> = {};
  const sets: string[] = [];
  const on = new Set<string>();
  for (let at = 0; at < argv.length; at += 1) {
    const argument = argv[at] ?? '';
    if (!argument.startsWith('--'))
      throw new UsageError(`unexpected ${JSON.stringify(argument)}: see --help`);
    const equals = argument.indexOf('=');
    const name = argument.slice(2, equals < 0 ? undefined : equals);
    if (SWITCHES.some((known) => known === name) && equals < 0) {
      on.add(name);
      continue;
    }
    if (name !== 'set' && !VALUE_FLAGS.some((known) => known === name)) {
      const known = [...VALUE_FLAGS, 'set', ...SWITCHES].map((flag) => `--${flag}`).join(', ');
      throw new UsageError(`unknown flag ${argument}: known are ${known}`);
    }
    const value = equals < 0 ? argv[++at] : argument.slice(equals + 1);
    if (value === undefined) throw new UsageError(`--${name} needs a value`);
    if (name === 'set') sets.push(value);
    else raw[name] = value;
  }
  return { raw, sets, json: on.has('json'), stdin: on.has('stdin'), help: on.has('help') };
}
