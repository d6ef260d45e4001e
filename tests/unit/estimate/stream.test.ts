import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { priceText } from '../../../scripts/estimate/stream';

const none = { raw: {}, sets: [] };

const CSV =
  'id,model,model_label,input_tokens,context_tokens,reasoning_tokens,output_tokens,ttft_s,generation_s,energy_wh,pue\r\n' +
  'a,gpt-5,"\'=cmd(), ""x""",100,0,0,300,,,9,\r\n' +
  'b,claude-sonnet-5,Sonnet 5,50,1000,200,400,3.5,8,9,\r\n';

function parsed(text: string) {
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
}

describe('a Tokenprint CSV', () => {
  const out = parsed(priceText(CSV, none));

  it('keeps its columns in their order and every cell that is no estimate', () => {
    expect(out.meta.fields?.slice(0, 11)).toEqual(CSV.split('\r\n')[0]?.split(','));
    expect(out.data[0]).toMatchObject({ id: 'a', model_label: '\'=cmd(), "x"', output_tokens: '300' });
    expect(out.data).toHaveLength(2);
  });

  it('gets new estimates in the contract’s columns, and the other methods and assumptions behind', () => {
    expect(Number(out.data[0]?.energy_wh)).toBeCloseTo(0.31176983, 7);
    expect(Number(out.data[0]?.pue)).toBe(1.17);
    expect(Number(out.data[1]?.otm_v1_energy_wh)).toBeGreaterThan(1);
    expect(Number(out.data[1]?.ecologits_wh ?? 0)).toBeGreaterThanOrEqual(0);
    const assumptions: unknown = JSON.parse(out.data[1]?.assumptions ?? '');
    expect(assumptions).toContainEqual(
      expect.objectContaining({ name: 'ttftSeconds', value: 3.5, source: 'measured' }),
    );
  });

  it('can be priced again with another factor', () => {
    const alone = parsed(priceText(CSV, { raw: {}, sets: ['batchSize=8'] }));
    expect(Number(alone.data[0]?.energy_wh)).toBeGreaterThan(Number(out.data[0]?.energy_wh));
  });

  it.each([
    ['an unknown model in the third row', CSV.replace('claude-sonnet-5', 'hal-9000'), /row 3: unknown model/],
    ['a missing column', 'id,model,output_tokens\na,gpt-5,3\n', /no column input_tokens/],
    ['a row with too many cells', 'model,input_tokens,output_tokens\ngpt-5,1,2,3\n', /row 2/],
  ])('is refused as a whole for %s', (_, text, words) => {
    expect(() => priceText(text, none)).toThrow(words);
  });
});

describe('JSON lines', () => {
  it('come back in order, each with its estimate, lines’ own values before the flags', () => {
    const text =
      '{"run":1,"model":"gpt-5","input":100,"output":300,"set":{"batchSize":8}}\n\n' +
      '{"run":2,"input_tokens":100,"output_tokens":300,"note":{"any":"thing"}}\n';
    const lines = priceText(text, { raw: { model: 'gpt-4o' }, sets: [] })
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ run, estimate }) => [run, estimate.model])).toEqual([
      [1, 'gpt-5'],
      [2, 'gpt-4o'],
    ]);
    expect(lines[0].estimate.rangeCauses).not.toHaveProperty('batchSize');
    expect(lines[1].note).toEqual({ any: 'thing' });
  });

  it.each([
    ['nothing', '  \n', /empty/],
    ['broken JSON', '{"model":', /row 1: give one JSON object/],
    ['a list', '{"model":"gpt-5","input":1,"output":1}\n[1]\n', /row 2: give one JSON object/],
    ['a nested number', '{"model":"gpt-5","input":{"n":1},"output":1}', /row 1: input/],
    ['factors that are no object', '{"model":"gpt-5","input":1,"output":1,"set":[1]}', /row 1: set/],
  ])('are refused for %s', (_, text, words) => {
    expect(() => priceText(text, none)).toThrow(words);
  });
});
