/** Every worked example of the published formulas, at its stated precision. */
import { describe, expect, it } from 'vitest';
import {
  ecoLogitsConstants as publishedEcoLogits,
  source,
  testFactors,
} from '../../tests/fixtures/otm-factors';
import fixture from '../../tests/fixtures/worked-examples.json';
import { percentDifference } from './compare';
import { aiWattchTokens } from './peers/ai-wattch';
import { consoleReading } from './peers/console';
import { ecoLogits, ecoLogitsConstants } from './peers/ecologits';
import { epoch } from './peers/epoch';
import { howHungry } from './peers/how-hungry';
import { silicon, tokenCost } from './peers/silicon';
import { prepare } from './prepare';
import { gpuJoulesPerToken, precisionLn } from './serving';
import { facilityJoulesPerToken, sharedEnergyWh, weightedTokens } from './shared';
import { durationsOf } from './timing';
import { activeGpus, estimateV1, memoryGb, perToken, utilizationUsed, type V1Reading } from './v1';
import { antarcticaTokens, estimateV11, powerAt } from './v11';
import { millilitresFromUsGallons, waterMl } from './water';

type Figures = Readonly<Record<string, number | readonly number[] | undefined>>;
type Computed = Readonly<Record<string, number | readonly number[] | null>>;

/** The inputs of an example by name; a missing one is an error of the test. */
class Inputs {
  constructor(private readonly figures: Figures) {}
  number(name: string): number {
    const value = this.figures[name];
    if (typeof value !== 'number') throw new Error(`no number ${name}`);
    return value;
  }
  list(name: string): readonly number[] {
    const value = this.figures[name];
    if (typeof value !== 'object') throw new Error(`no list ${name}`);
    return value;
  }
  has(name: string): boolean {
    return name in this.figures;
  }
}

function memory(i: Inputs): Computed {
  const gb = memoryGb(i.number('P_total_b'), i.number('Q_bits'), i.number('overhead'));
  return {
    mem_gb: gb,
    active_gpus: activeGpus(gb, i.number('gpu_gb')),
    active_gpus_pow2: activeGpus(gb, i.number('gpu_gb'), 'power-of-two'),
  };
}

function slideRecord(i: Inputs): Computed {
  const whole = i.number('t_server_s');
  const mixed = i.number('t_gpu_s') !== whole;
  const inputs = {
    totalParametersB: i.number('P_total_b'),
    weightBits: i.number('Q_bits'),
    bytesPerParameter: 4,
    memoryOverhead: i.number('overhead'),
    gpuMemoryGb: i.number('gpu_gb'),
    gpuPowerKw: i.number('gpu_kw'),
    utilization: i.number('utilisation'),
    utilizationFloor: 0.1,
    serverPowerKw: i.number('server_kw'),
    pue: i.number('pue'),
    gridGco2ePerKwh: i.has('grid_g_per_kwh') ? i.number('grid_g_per_kwh') : 0,
  };
  const times = { ttftSeconds: whole - 7.941, generationSeconds: 7.941 };
  const reading: V1Reading = { gpuClock: mixed ? 'decoding' : 'inference' };
  const b = estimateV1(inputs, times, reading);
  const each = perToken(b, { input: 10, output: 309 });
  return {
    active_gpus: b.activeGpus,
    server_wh: b.serverWh,
    gpu_it_wh: b.gpuWh,
    energy_reading_A_wh: estimateV1(inputs, times, { ...reading, pue: 'literal' }).energyWh,
    energy_reading_B_wh: b.energyWh,
    co2_B_g: b.co2eGrams,
    co2_per_output_token_B_mg: each?.co2eMilligrams ?? null,
    energy_per_output_token_B_j: each?.joules ?? null,
  };
}

function eco(at: 'low' | 'high') {
  return (i: Inputs): Computed => {
    const pair = (name: string): [number, number] => [i.number(name), i.number(name)];
    const end = ecoLogits(
      ecoLogitsConstants({
        totalB: pair('P_total_b'),
        activeB: pair('P_active_b'),
        tokensPerSecond: i.number('tps'),
        ttftSeconds: i.number('ttft_s'),
        pue: pair('pue'),
        wueOnSite: pair('wue'),
        gridGco2ePerKwh: i.number('mix_gwp_g'),
        wueOffSite: i.number('mix_wue'),
        constants: { ...publishedEcoLogits, batchSize: i.number('batch') },
        source,
      }),
      i.number('output_tokens'),
      null,
    )[at];
    return {
      gpus: end.gpus,
      latency_s: end.latencySeconds,
      energy_wh: end.energyWh,
      gwp_usage_g: end.usageGrams,
      gwp_embodied_g: end.embodiedGrams,
      wcf_ml_code: end.waterAsCodedMl,
      wcf_ml_doc: end.waterCorrectedMl,
    };
  };
}

function shared(i: Inputs): Computed {
  const factors = testFactors();
  const value = (name: 'fitIntercept' | 'fitBlackwell' | 'fit8Bit' | 'fitNative4Bit'): number =>
    factors.values[name].value.central;
  const fit = {
    intercept: value('fitIntercept'),
    blackwell: value('fitBlackwell'),
    eightBit: value('fit8Bit'),
    nativeFourBit: value('fitNative4Bit'),
    activeExponent: factors.values.fitActiveExponent.value.central,
    totalExponent: factors.values.fitTotalExponent.value.central,
    batchExponent: factors.values.fitBatchExponent.value.central,
  };
  const weightBits = i.number('fp8') === 1 ? 8 : 16;
  const gpu = gpuJoulesPerToken(fit, {
    totalParametersB: i.number('T_b'),
    activeParametersB: i.number('A_b'),
    weightBits,
    batchSize: i.number('B'),
    blackwellShare: i.number('blackwell_share'),
    precisionLn: precisionLn(fit, weightBits, false, false),
    bandwidthGbPerSecond: 3350,
    gpuPowerWatts: 700,
  });
  const e = facilityJoulesPerToken(gpu, i.number('kappa'), i.number('iota'), i.number('pue'));
  const energy = (cached: number): number =>
    sharedEnergyWh(
      e,
      weightedTokens(
        { output: i.number('n_out'), input: i.number('n_in'), cached },
        i.number('r_in'),
        i.number('r_cache'),
      ),
    );
  return {
    e_gpu_j: gpu,
    e_facility_j: e,
    energy_wh: energy(i.number('n_cached')),
    energy_no_cache_wh: energy(0),
  };
}

const EXAMPLES: Readonly<Record<string, (inputs: Inputs) => Computed>> = {
  'slide-record-timing': (i) => {
    const output = aiWattchTokens(i.number('outputTextLength'));
    const times = durationsOf(
      {
        startTime: i.number('startTime'),
        firstTokenTime: i.number('firstTokenTime'),
        lastTokenTime: i.number('lastTokenTime'),
      },
      output,
    );
    return {
      ttft_s: times.ttftSeconds,
      decode_s: times.generationSeconds,
      total_s: times.inferenceSeconds,
      output_tokens_from_chars: output,
      input_tokens_from_chars: aiWattchTokens(i.number('inputTextLength'), 4, 0),
      input_tokens_reported: aiWattchTokens(i.number('inputTextLength')),
      decode_tok_per_s: times.decodeTokensPerSecond,
      total_tok_per_s: times.totalTokensPerSecond,
      chars_per_token: i.number('outputTextLength') / output,
    };
  },
  'memory-70b-fp16': memory,
  'memory-70b-q8-overhead': memory,
  'memory-440b-fp16': memory,
  'memory-300b-fp16-float-trap': memory,
  'slide-record-energy-8.03b-q16-u10': slideRecord,
  'slide-record-energy-8.03b-q16-u80': slideRecord,
  'slide-record-energy-440b-q16-u10': slideRecord,
  'slide-record-energy-440b-q16-u80': slideRecord,
  'slide-record-energy-440b-q8-u10': slideRecord,
  'slide-record-energy-440b-q8-u80': slideRecord,
  'slide-record-energy-440b-decode-only-gpu': slideRecord,
  'utilisation-floor': (i) => ({
    utilisation_used: utilizationUsed(i.number('utilisation'), i.number('floor')),
  }),
  console: (i) => {
    const reading = consoleReading({
      powerWatts: i.number('power_w'),
      tokensPerSecond: i.number('throughput_tok_s'),
      queryTokens: i.number('query_tokens'),
      usdPerKwh: i.number('price_usd_per_kwh'),
    });
    return {
      j_per_token: reading.joulesPerToken,
      query_wh: reading.queryWh,
      queries_per_kwh: reading.queriesPerKwh,
      usd_per_mtok: reading.usdPerMtok,
      usd_per_query: reading.usdPerQuery,
    };
  },
  'silicon-batch-1': (i) => {
    const reading = silicon(
      { bandwidthGbPerSecond: i.number('bandwidth_gb_s'), gpuPowerWatts: i.number('power_w') },
      i.number('P_b'),
      i.number('bytes_per_param'),
    );
    return {
      flop_per_token: reading.flopPerToken,
      gb_per_token: reading.gbPerToken,
      s_per_token: reading.secondsPerToken,
      tok_per_s: reading.tokensPerSecond,
      j_per_token: reading.joulesPerToken,
    };
  },
  'silicon-batch-128': (i) => ({
    j_per_token_weights: silicon(
      { bandwidthGbPerSecond: i.number('bandwidth_gb_s'), gpuPowerWatts: i.number('power_w') },
      i.number('P_b'),
      i.number('bytes_per_param'),
      i.number('batch'),
    ).joulesPerToken,
  }),
  'silicon-cost': (i) => {
    const cost = tokenCost({
      usdPerGpuHour: i.number('usd_per_gpu_hour'),
      tokensPerSecond: i.number('tok_per_s'),
      powerKw: i.number('power_kw'),
      pue: i.number('pue'),
      usdPerKwh: i.number('price_usd_per_kwh'),
    });
    return {
      mtok_per_hour: cost.mtokPerHour,
      usd_per_mtok_hw: cost.hardwareUsdPerMtok,
      kwh_per_hour: cost.kwhPerHour,
      kwh_per_mtok: cost.kwhPerMtok,
      usd_per_mtok_energy: cost.energyUsdPerMtok,
      j_per_token_facility: cost.joulesPerToken,
    };
  },
  'table4-diff': (i) => ({
    diff_pct: i
      .list('direct')
      .map((direct, at) => percentDifference(i.list('api')[at] ?? Number.NaN, direct)),
  }),
  'antarctica-token-reading': (i) => ({
    normalised_tokens: antarcticaTokens(
      i.number('tokens'),
      i.number('chars_per_token'),
      i.number('ref_chars_per_token'),
    ),
  }),
  'idle-power-v11': (i) => ({
    power_w: powerAt(i.number('tdp_w'), i.number('u'), {
      idleFraction: i.number('idle_frac'),
      fullLoadFraction: i.number('full_load_frac'),
      exponent: i.number('gamma'),
    }),
  }),
  'v11-it-energy': (i) => {
    const result = estimateV11(
      { gpuWh: i.number('gpu_wh'), serverWh: 99, pue: i.number('pue') },
      {
        cpuRamShare: i.number('cpu_ram_frac'),
        network: { bytes: i.number('mb') * 1e6, kwhPerGb: i.number('net_kwh_per_gb') },
      },
    );
    return { it_wh: result.itWh, network_wh: result.networkWh, total_wh: result.energyWh };
  },
  'ecologits-mistral-large-2411-400': eco('low'),
  'ecologits-gpt-4o-300-min': eco('low'),
  'ecologits-gpt-4o-300-max': eco('high'),
  'how-hungry-large-300': (i) => {
    const [low = 0, high = 0] = i.list('u_gpu');
    const result = howHungry(
      {
        gpuPowerKw: i.number('p_gpu_kw'),
        nonGpuPowerKw: i.number('p_nongpu_kw'),
        gpuUtilization: [low, high],
        nonGpuUtilization: i.number('u_nongpu'),
        pue: i.number('pue'),
        wueOnSite: 0.3,
        wueOffSite: 4.35,
        gridKgco2ePerKwh: 0.35,
        source,
      },
      i.number('ttft_s') + i.number('n_out') / i.number('tps'),
    );
    return {
      low_wh: result.lowWh,
      high_wh: result.highWh,
      mean_wh: result.meanWh,
      water_ml: result.waterMl,
      co2_g: result.co2eGrams,
    };
  },
  'epoch-gpt4o': (i) => {
    const result = epoch(
      {
        peakFlopPerSecond: i.number('peak'),
        modelFlopUtilization: i.number('mfu'),
        serverWattsPerGpu: i.number('server_w_per_gpu'),
        load: i.number('load'),
        pue: i.number('pue'),
        source,
      },
      i.number('P_active') / 1e9,
      i.number('tokens'),
    );
    return {
      flop: result.flop,
      gpu_s: result.gpuSeconds,
      watt: result.watts,
      energy_wh: result.energyWh,
    };
  },
  'shared-gpt5-300': shared,
  'shared-cache': shared,
  water: (i) => {
    const water = waterMl(
      i.number('energy_wh'),
      i.number('pue'),
      i.number('wue_onsite'),
      i.number('wue_offsite'),
    );
    return { onsite_ml: water.onSite, offsite_ml: water.offSite, total_ml: water.total };
  },
  'altman-water': (i) => ({ ml: millilitresFromUsGallons(i.number('gallons')) }),
};

function expectClose(actual: number | null | undefined, expected: number, relTol: number): void {
  expect(actual).toBeTypeOf('number');
  expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThanOrEqual(relTol * Math.abs(expected));
}

interface Example {
  readonly id: string;
  readonly inputs: Figures;
  readonly expect: Figures;
  readonly relTol: number;
}
const examples: readonly Example[] = fixture.examples.map(({ id, inputs, expect: figures, relTol }) => ({
  id,
  inputs: { ...inputs },
  expect: { ...figures },
  relTol,
}));

describe('worked examples', () => {
  it('are all computed by the code', () => {
    expect(Object.keys(EXAMPLES).sort()).toEqual(examples.map((example) => example.id).sort());
  });

  it.each(examples)('$id', ({ id, inputs, expect: expected, relTol }) => {
    const computed = EXAMPLES[id]?.(new Inputs(inputs));
    for (const [name, figure] of Object.entries(expected)) {
      if (figure === undefined) continue;
      const actual = computed?.[name];
      if (typeof figure === 'number') {
        expectClose(typeof actual === 'number' ? actual : null, figure, relTol);
      } else {
        expect(actual).toHaveLength(figure.length);
        figure.forEach((value, at) => {
          expectClose(typeof actual === 'object' ? actual?.[at] : null, value, relTol);
        });
      }
    }
  });

  it('of OTM-shared are what a prepared factor set gives', () => {
    const prepared = prepare(testFactors());
    expectClose(prepared.gpuJoules, 1.9723433498203615, 1e-9);
    expectClose(prepared.facilityJoules, 3.6299204244428913, 1e-9);
  });
});
