import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../scripts/estimate/request';
import { priceStream } from '../../../scripts/estimate/stream';

const none = { raw: {}, sets: [] } as const;
type Given = Parameters<typeof priceStream>[1];

/** A pipe that gives its bytes in small pieces, late. */
async function* pipe(bytes: Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) {
    await Promise.resolve();
    yield bytes.slice(at, at + size);
  }
}

async function run(input: string | Uint8Array, defaults: Given = none) {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  let text = '';
  const done = await priceStream(pipe(bytes), defaults, async (piece) => {
    text += piece;
  });
  return { text, ...done };
}

const CSV =
  'id,model,model_label,input_tokens,context_tokens,reasoning_tokens,output_tokens,ttft_s,generation_s,energy_wh,pue\r\n' +
  'a,gpt-5,"\'=cmd(), ""x""",100,0,0,300,,,9,\r\n' +
  'b,claude-sonnet-5,Sonnet 5,50,1000,200,400,3.5,8,9,\r\n';

const parsed = (text: string) =>
  Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
const csv = async (text: string, defaults?: Given) => parsed((await run(text, defaults)).text);

describe('a Tokenprint CSV', () => {
  it('keeps its columns in their order and every cell that is no estimate', async () => {
    const out = await csv(CSV);
    expect(out.meta.fields?.slice(0, 11)).toEqual(CSV.split('\r\n')[0]?.split(','));
    expect(out.data[0]).toMatchObject({
      id: 'a',
      model_label: '\'=cmd(), "x"',
      output_tokens: '300',
      error: '',
    });
    expect(out.data).toHaveLength(2);
  });

  it('gets new estimates in the contract’s columns, and the other methods and assumptions behind', async () => {
    const { data } = await csv(CSV);
    expect(Number(data[0]?.energy_wh)).toBeCloseTo(0.31176983, 7);
    expect(Number(data[0]?.pue)).toBe(1.17);
    expect(Number(data[1]?.otm_v1_energy_wh)).toBeGreaterThan(1);
    const assumptions: unknown = JSON.parse(data[1]?.assumptions ?? '');
    expect(assumptions).toContainEqual(
      expect.objectContaining({ name: 'ttftSeconds', value: 3.5, source: 'measured' }),
    );
  });

  it('can be priced again with another factor', async () => {
    const alone = await csv(CSV, { raw: {}, sets: ['batchSize=8'] });
    expect(Number(alone.data[0]?.energy_wh)).toBeGreaterThan(1);
  });

  it('says the assumptions of a factor set once', async () => {
    const { data } = await csv('model,input_tokens,output_tokens\ngpt-5,1,2\ngpt-5,3,4\n');
    expect(data[0]?.assumptions).toContain('batchSize');
    expect(data[1]?.assumptions).toContain('as in row 2');
  });

  it('is read with other separators, quoted line ends and a byte-order mark', async () => {
    const text = '\uFEFFmodel;note;input_tokens;output_tokens\ngpt-5;"two\nlines";100;300\nhal-9000;;1;1\n';
    const { data } = await csv(text);
    expect(data[0]).toMatchObject({ note: 'two\nlines', error: '' });
    expect(Number(data[0]?.energy_wh)).toBeCloseTo(0.31176983, 7);
    expect(data[1]?.error).toContain('row 4: unknown model "hal-9000": the nearest are');
  });
});

describe('a CSV’s own choices', () => {
  const OWN =
    'model,input_tokens,output_tokens,grid_zone,grid_gco2e_per_kwh,method,pue\n' +
    'gpt-5,100,300,FRA,44,otm-v1,1.3\ngpt-5,100,300,USA,384,otm-shared,1.17\n';

  it('are kept: zone, headline, PUE and grid', async () => {
    const { data } = await csv(OWN);
    expect(data[0]).toMatchObject({
      grid_zone: 'FRA',
      grid_gco2e_per_kwh: '44',
      method: 'otm-v1',
      pue: '1.3',
    });
    // 0.31176983 Wh at PUE 1.17, 1.3 / 1.17 of it at 1.3, times 44 g/kWh.
    expect(Number(data[0]?.co2e_g)).toBeCloseTo((0.31176983 * (1.3 / 1.17) * 44) / 1000, 8);
  });

  it('are none where they are the provider’s own, whose spread stays', async () => {
    const { data } = await csv(OWN);
    const plain = await csv('model,input_tokens,output_tokens\ngpt-5,100,300\n');
    expect(data[1]?.co2e_g_high).toBe(plain.data[0]?.co2e_g_high);
    expect(data[1]?.energy_wh_low).toBe(plain.data[0]?.energy_wh_low);
  });

  it('give way to flags', async () => {
    const flags = { raw: { zone: 'DEU', headline: 'otm-shared' }, sets: ['pue=1.5', 'gridGco2ePerKwh=100'] };
    const { data } = await csv(OWN, flags);
    expect(data[0]).toMatchObject({
      grid_zone: 'DEU',
      grid_gco2e_per_kwh: '100',
      method: 'otm-shared',
      pue: '1.5',
    });
  });
});

describe('a row that cannot be priced', () => {
  it('comes back with its reason, and the others are priced', async () => {
    const { text, rows, failed, problems } = await run(CSV.replace('gpt-5', 'hal-9000'));
    expect([rows, failed]).toEqual([2, 1]);
    expect(problems[0]).toMatch(/^row 2: unknown model "hal-9000"/);
    const { data } = parsed(text);
    expect(data[0]).toMatchObject({ id: 'a', model: 'hal-9000', error: problems[0] });
    expect(Number(data[1]?.otm_v1_energy_wh)).toBeGreaterThan(1);
  });

  it.each([
    ['too many cells', 'model,input_tokens,output_tokens\ngpt-5,1,2,3\n', 'row 2: it has 4 cells'],
    [
      'the line of the file',
      '{"model":"gpt-5","input":1,"output":2}\n\n\n{"model":"gpt-5","input":"x","output":2}',
      'row 4: input is "x"',
    ],
    [
      'two names of one value',
      '{"model":"gpt-5","input_tokens":10,"input":99,"output":20}',
      'row 1: input_tokens is 10 and input is 99',
    ],
    [
      'the number as written',
      '{"model":"gpt-5","input":1e400,"output":20}',
      'row 1: input is 1e400: that is more',
    ],
    ['broken JSON', '{"model":', 'row 1: it is no JSON'],
    ['a list', '{"model":"gpt-5","input":1,"output":1}\n[1]\n', 'row 2: it is an array'],
    ['no object', '{"model":"gpt-5","input":1,"output":1}\n7\n', 'row 2: give one JSON object per line'],
    ['a nested number', '{"model":"gpt-5","input":{"n":1},"output":1}', 'row 1: input is {"n":1}'],
    ['factors that are no object', '{"model":"gpt-5","input":1,"output":1,"set":[1]}', 'row 1: set is [1]'],
  ])('says %s', async (_, text, words) => {
    const { problems } = await run(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(words);
  });

  it('of twenty-five tells the first twenty', async () => {
    const { failed, problems } = await run('{"model":"x"}\n'.repeat(25));
    expect([failed, problems.length]).toEqual([25, 20]);
  });
});

describe('a whole that cannot be read', () => {
  it.each<[string, string | Uint8Array, RegExp]>([
    ['nothing', '  \n', /empty/],
    ['an array', '[{"model":"gpt-5","input":1,"output":1}]', /one JSON object per line, not an array/],
    ['a missing column', 'id,model,output_tokens\na,gpt-5,3\n', /no column input_tokens/],
    ['a column twice', 'model,model,input_tokens,output_tokens\n', /two columns model/],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x7b, 0]), /not UTF-8/],
    ['UTF-16 without a mark', new Uint8Array([0x7b, 0, 0x22, 0]), /not UTF-8/],
    ['Latin-1', new Uint8Array([0x6d, 0xe9, 0x2c, 0x0a]), /not UTF-8/],
    [
      'a quote that never ends',
      `model,input_tokens,output_tokens\n"${'x'.repeat(4_100_000)}`,
      /row 2: it does not end/,
    ],
  ])('is refused: %s', async (_, input, words) => {
    const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
    const reading = priceStream(pipe(bytes, 100_000), none, async () => {});
    await expect(reading).rejects.toThrow(words);
    await expect(reading).rejects.toBeInstanceOf(UsageError);
  });
});

describe('JSON lines', () => {
  it('come back in order, each with its estimate, lines’ own values before the flags', async () => {
    const { text } = await run(
      '{"run":1,"model":"gpt-5","input":100,"output":300,"set":{"batchSize":8}}\n\n' +
        '{"run":2,"input_tokens":100,"output_tokens":300,"note":{"any":"thing"}}\n',
      { raw: { model: 'gpt-4o' }, sets: [] },
    );
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ run: at, estimate }) => [at, estimate.model])).toEqual([
      [1, 'gpt-5'],
      [2, 'gpt-4o'],
    ]);
    expect(lines[0].estimate.rangeCauses).not.toHaveProperty('batchSize');
    expect(lines[1].note).toEqual({ any: 'thing' });
  });

  it('are written piece by piece, however many there are', async () => {
    const sizes: number[] = [];
    const bytes = new TextEncoder().encode('{"model":"gpt-5","input":1,"output":1}\n'.repeat(200));
    const { rows } = await priceStream(pipe(bytes, 4096), none, async (piece) => {
      sizes.push(piece.length);
    });
    expect(rows).toBe(200);
    expect(sizes.length).toBeGreaterThan(5);
    // A piece is written once it is full: 65,536 and one row, of which the first alone has the assumptions.
    expect(Math.max(...sizes)).toBeLessThan(65_536 + 40_000);
  });
});

describe('names of models', () => {
  it.each([
    ['gpt-5', 'gpt-5'],
    ['GPT-5', 'gpt-5'],
    ['openai/gpt-5', 'gpt-5'],
    ['openrouter/anthropic/claude-sonnet-4.5:free', 'claude-sonnet-4.5'],
    ['claude-sonnet-4-5', 'claude-sonnet-4.5'],
    ['claude-sonnet-4-5-20250929', 'claude-sonnet-4.5'],
    ['us.anthropic.claude-sonnet-4-20250514-v1:0', 'claude-sonnet-4'],
    ['claude-opus-4-1@20250805', 'claude-opus-4.1'],
    ['gpt-4o-2024-08-06', 'gpt-4o'],
    ['models/gemini-2.5-pro', 'gemini-2.5-pro'],
    ['gpt-6-1-sol', 'gpt-6.1-sol'],
  ])('%s is %s', async (name, id) => {
    const { text } = await run(JSON.stringify({ model: name, input: 1, output: 1 }));
    expect(JSON.parse(text).estimate?.model).toBe(id);
  });

  it('that are unknown or a guess are refused with the nearest', async () => {
    const { problems } = await run(
      '{"model":"gtp-5","input":1,"output":1}\n{"model":"gpt-9-turbo","input":1,"output":1}',
    );
    expect(problems[0]).toContain('unknown model "gtp-5": the nearest are');
    expect(problems[0]).toContain('gpt-5');
    expect(problems).toHaveLength(2);
  });
});
