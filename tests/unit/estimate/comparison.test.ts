/**
 * The command reproduces the published comparison of methods on one request, within 1 %. Its columns of OTM-shared are
 * of an earlier version: of those the joules per output token still hold.
 */
import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { price } from '../../../scripts/estimate/price';
import { readRequest } from '../../../scripts/estimate/request';

const COMMITTED = new URL('../../fixtures/estimator-comparison.csv', import.meta.url);
const SHARED = new URL('../../../../shared/reference/data/estimator-comparison.csv', import.meta.url);

type Row = Readonly<Record<string, string>>;

function rows(url: URL): readonly Row[] {
  const text = readFileSync(url, 'utf8').replaceAll('\r', '');
  return Papa.parse<Record<string, string>>(text, {
    header: true,
    comments: '#',
    skipEmptyLines: true,
  }).data;
}

/** Half a unit of the last printed digit, or 1 %, whichever is wider: small values are printed with two digits. */
function tolerance(printed: string): number {
  const decimals = printed.split('.')[1]?.length ?? 0;
  return Math.max(0.01 * Number(printed), 0.5000001 * 10 ** -decimals);
}

function reproduces(row: Row): void {
  const reasoning = row.model === 'gpt-5-thinking' ? 2000 : 0;
  const raw = {
    model: row.model,
    input: row.n_in,
    output: String(Number(row.n_out) - reasoning),
    reasoning: String(reasoning),
  };
  const { estimate } = price(readRequest(raw, []));
  const loaded = price(readRequest(raw, ['utilization=0.8'])).estimate;
  const computed: Record<string, number | undefined> = {
    otm_v1_u10_wh: estimate.otmV1.energyWh,
    otm_v1_u80_wh: loaded.otmV1.energyWh,
    otm_n_gpu: estimate.otmV1.activeGpus,
    eco_min_wh: estimate.methods.ecologits?.low,
    eco_max_wh: estimate.methods.ecologits?.high,
    jegham_low_wh: estimate.methods['how-hungry']?.low,
    jegham_mean_wh: estimate.methods['how-hungry']?.central,
    jegham_high_wh: estimate.methods['how-hungry']?.high,
    e_gpu_j_per_token: estimate.gpuJoulesPerOutputToken,
    e_facility_j_per_token: estimate.joulesPerOutputToken,
  };
  for (const [column, value] of Object.entries(computed)) {
    const printed = row[column] ?? '';
    if (printed === '') expect(value, column).toBeUndefined();
    else
      expect(Math.abs((value ?? Number.NaN) - Number(printed)), column).toBeLessThanOrEqual(
        tolerance(printed),
      );
  }
}

describe('100 tokens in, 300 out, by every method', () => {
  it.each(rows(COMMITTED))('$model with $n_out tokens', reproduces);
});

describe.skipIf(!existsSync(SHARED))('the reference copy of the comparison', () => {
  it('is the one that the project keeps', () => {
    expect(rows(SHARED)).toEqual(rows(COMMITTED));
  });
});
