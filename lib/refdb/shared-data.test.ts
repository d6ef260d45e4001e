import { existsSync, readFileSync } from 'node:fs';
import ranks from 'gpt-tokenizer/bpeRanks/o200k_base';
import Papa from 'papaparse';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { SITE_IDS } from '../prompt';
import { countPrompt, createTokenCounter } from '../tokens';
import { accelerators } from './hardware';
import { lookUpModel, models, providers, resolveZone } from './index';
import { ecoLogitsModels } from './peers/ecologits-models.mpl';

/** The compiled reference data lies beside the project where it is developed; elsewhere these tests are skipped. */
const folder = new URL('../../../shared/reference/data/', import.meta.url);
const absent = !existsSync(folder);
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8');

const range = v.object({ low: v.number(), central: v.number(), high: v.number() });
const pair = v.tuple([v.number(), v.number()]);
const modelFile = v.object({
  models: v.array(
    v.object({
      id: v.string(),
      display_name: v.string(),
      provider: v.string(),
      ui_labels: v.array(v.string()),
      ui_slugs: v.array(v.string()),
      release: v.string(),
      reasoning: v.string(),
      params_total_b: range,
      params_active_b: range,
      weight_bits: range,
      output_tps: v.nullish(v.number()),
      ttft_s: v.nullish(v.number()),
      usd_per_mtok: v.nullish(
        v.object({
          input: v.nullish(v.number()),
          output: v.nullish(v.number()),
          cached_input: v.nullish(v.number()),
        }),
      ),
      ecologits: v.nullish(
        v.object({
          total_b: pair,
          active_b: pair,
          tps: v.nullish(v.number()),
          ttft_s: v.nullish(v.number()),
        }),
      ),
    }),
  ),
});

function csv(file: string): string[][] {
  return read(file)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split(','));
}

/** Rows whose launch price of the compiled file was taken from another model; the list of autumn 2026 has their own. */
const CORRECTED_PRICES: ReadonlySet<string> = new Set([
  'gemini-3.5-flash-lite',
  'gemini-3.6-flash',
  'gemini-3.6-thinking',
  'gemini-3.7-flash',
]);

/** What the notes say of a name where any answer must be a guess: several models, or nobody knows. */
const ANY_GUESS = /doubtful|newest|effort only|^gpt-6(?!\.| sol| luna| astra)|^instant$|^very high$|\//;

describe.skipIf(absent)(
  `the compiled reference data${absent ? ' (skipped: not beside this checkout)' : ''}`,
  () => {
    it('agrees with every model row', () => {
      const file = v.parse(modelFile, JSON.parse(read('models.json')));
      const known = new Set(models.map(({ id }) => id));
      expect(file.models.filter(({ id }) => !known.has(id))).toEqual([]);
      for (const row of file.models) {
        const model = models.find(({ id }) => id === row.id);
        const price = CORRECTED_PRICES.has(row.id) ? model?.prices[0] : row.usd_per_mtok;
        const launch = model?.prices[0];
        expect(model).toMatchObject({
          displayName: row.display_name,
          provider: row.provider,
          labels: row.ui_labels,
          slugs: row.ui_slugs,
          reasoning: row.reasoning,
          totalParametersB: row.params_total_b,
          activeParametersB: row.params_active_b,
          weightBits: row.weight_bits,
          outputTokensPerSecond: row.output_tps ?? null,
          ttftSeconds: row.ttft_s ?? null,
        });
        expect(model?.release.startsWith(row.release)).toBe(true);
        expect(launch?.input ?? null).toBe(price?.input ?? null);
        expect(launch?.output ?? null).toBe(price?.output ?? null);
        if (!CORRECTED_PRICES.has(row.id)) {
          expect(launch?.cachedInput ?? null).toBe(row.usd_per_mtok?.cached_input ?? null);
        }
        if (row.ecologits) {
          expect(ecoLogitsModels.get(row.id)).toEqual({
            totalB: row.ecologits.total_b,
            activeB: row.ecologits.active_b,
            tps: row.ecologits.tps ?? null,
            ttft: row.ecologits.ttft_s ?? null,
          });
        }
      }
    });

    it('no name that was seen in a page is wrong and sure', () => {
      const rows = Papa.parse<Record<string, string>>(read('labels-seen-2026.csv').replace(/^#.*\n/gm, ''), {
        header: true,
        skipEmptyLines: true,
      }).data;
      expect(rows.length).toBeGreaterThan(45);
      for (const { site, slug, label, date, expected = '' } of rows) {
        const { model, guessed } = lookUpModel({
          site: v.parse(v.picklist(SITE_IDS), site),
          slug: slug || null,
          label: label || null,
          time: Date.parse(date ?? '') / 1000,
        });
        if (guessed) continue;
        expect([label, slug, ANY_GUESS.test(expected)]).toEqual([label, slug, false]);
        const wanted = expected.replace(/ \(.*| (?:thinking|instant)$/g, '').replaceAll(' ', '-');
        expect(model.id).toContain(wanted);
      }
    });

    it('its texts are counted within the stated error, by Claude’s and Gemini’s multiples', async () => {
      const texts = v.parse(v.record(v.string(), v.unknown()), JSON.parse(read('token-texts/texts.json')));
      const counter = createTokenCounter(async () => ranks);
      const outside: string[] = [];
      let checked = 0;
      for (const [name, , , gemma, , claude] of csv('token-multiples-check.csv')) {
        const input = texts[name ?? ''];
        if (typeof input !== 'string') continue;
        for (const [tokenizer, provider, wanted] of [
          ['claude-3-to-4.6', 'anthropic', claude],
          ['gemini', 'google', gemma],
        ] as const) {
          const counts = await countPrompt({ input, output: '' }, { tokenizer, provider }, counter);
          const ratio = counts.inputTokens / Number(wanted);
          if (Math.max(ratio, 1 / ratio) > counts.tokenError.low)
            outside.push(`${name} ${tokenizer} ${ratio}`);
          checked += 1;
        }
      }
      expect(outside).toEqual([]);
      expect(checked).toBeGreaterThanOrEqual(36);
    });

    it('agrees with every provider', () => {
      const file: unknown = JSON.parse(read('providers.json'));
      const entry = v.object({
        pue: range,
        wue_onsite: range,
        wue_offsite: range,
        zone: v.string(),
        grid: range,
      });
      for (const provider of providers) {
        const row = v.parse(v.object({ [provider.id]: entry }), file)[provider.id];
        expect([provider.pue, provider.wueOnSite, provider.wueOffSite, provider.zone, provider.grid]).toEqual(
          [row?.pue, row?.wue_onsite, row?.wue_offsite, row?.zone, row?.grid],
        );
      }
    });

    it('agrees with every grid zone and accelerator', () => {
      for (const [code = '', , year, carbon, water] of csv('grid-intensity.csv')) {
        const zone = resolveZone(code);
        expect([zone?.code, zone?.year, zone?.gco2ePerKwh]).toEqual([code, Number(year), Number(carbon)]);
        expect(zone?.wueOffSite).toBe(water === '' ? null : Number(water));
      }
      for (const [id, , memory, bandwidth, watts] of csv('hardware.csv')) {
        const known = accelerators.find((accelerator) => accelerator.id === id);
        expect([known?.memoryGb, known?.bandwidthTbPerSecond, known?.powerWatts]).toEqual(
          [memory, bandwidth, watts].map(Number),
        );
      }
    });
  },
);
