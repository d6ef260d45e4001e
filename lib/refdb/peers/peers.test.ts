import { describe, expect, it } from 'vitest';
import { knownModel } from '../models';
import { peerFactors } from './index';

const peers = (id: string) => peerFactors(knownModel(id));

describe('EcoLogits 0.9.3', () => {
  it('has its own parameters, speed and host of a model', () => {
    expect(peers('gpt-4o').ecologits).toMatchObject({
      totalB: [440, 440],
      activeB: [44, 132],
      tokensPerSecond: 37.8,
      ttftSeconds: 0.52,
      pue: [1.2, 1.2],
      wueOnSite: [0.569, 0.569],
      gridGco2ePerKwh: 383.55,
      wueOffSite: 3.1321,
    });
  });

  it('reproduces 0.241131 Wh for 400 tokens of Mistral Large 2', () => {
    const e = peers('mistral-large-2').ecologits;
    expect(e).not.toBeNull();
    if (!e) return;
    const k = e.constants;
    const memoryGb = (k.memoryOverhead * e.totalB[0] * k.quantizationBits) / 8;
    const gpus = 2 ** Math.ceil(Math.log2(Math.ceil(memoryGb / k.gpuMemoryGb)));
    const seconds = 400 / (e.tokensPerSecond ?? 0) + (e.ttftSeconds ?? 0);
    const server = ((seconds / 3600) * k.serverPowerKw * 1000 * gpus) / k.serverGpus / k.batchSize;
    const gpu =
      k.gpuEnergyAlphaWh * Math.exp(k.gpuEnergyBeta * k.batchSize) * e.activeB[0] + k.gpuEnergyGammaWh;
    expect(e.pue[0] * (server + gpus * 400 * gpu)).toBeCloseTo(0.2411307396505394, 12);
  });

  it('is absent for a model or a host that it does not list', () => {
    expect(peers('claude-opus-5').ecologits).toBeNull();
    expect(peers('llama-3.1-8b').ecologits).toBeNull();
  });
});

describe('How Hungry is AI v6', () => {
  it('reproduces 0.8522 to 1.0125 Wh for GPT-5 and 300 tokens', () => {
    const h = peers('gpt-5').howHungry;
    expect(h).not.toBeNull();
    if (!h) return;
    const wh = (share: number) =>
      ((0.6 + 300 / 75) / 3.6) * (h.gpuPowerKw * share + h.nonGpuPowerKw * h.nonGpuUtilization) * h.pue;
    expect(wh(h.gpuUtilization[0])).toBeCloseTo(0.8522266666666665, 12);
    expect(wh(h.gpuUtilization[1])).toBeCloseTo(1.0125111111111111, 12);
  });

  it.each([
    ['gpt-5', 0.055],
    ['claude-opus-5', 0.055],
    ['gpt-5-pro', 0.055],
    ['gpt-5-mini', 0.03],
    ['claude-haiku-4.5', 0.03],
    ['llama-3.1-8b', 0.0075],
    ['llama-3.1-70b', 0.03],
    ['llama-3.1-405b', 0.055],
    ['gpt-oss-20b', 0.017],
    ['gpt-4', 0.125],
    ['gpt-4o-mini', 0.0625],
  ])('%s takes at least %s of its node', (id, share) => {
    expect(peers(id).howHungry?.gpuUtilization[0]).toBe(share);
  });

  it('has a class for models below 7B', () => {
    const tiny = { ...knownModel('llama-3.1-8b'), totalParametersB: { low: 1, central: 1, high: 1 } };
    expect(peerFactors(tiny).howHungry?.gpuUtilization).toEqual([0.0055, 0.01]);
  });

  it('places GPT-4 on A100 nodes of 6.5 kW and the others on 10.2 kW', () => {
    const watt = (id: string) => {
      const h = peers(id).howHungry;
      return h ? h.gpuPowerKw + h.nonGpuPowerKw : null;
    };
    expect(watt('gpt-4')).toBe(6.5);
    expect(watt('gpt-5')).toBeCloseTo(10.2, 12);
  });

  it('is absent for unknown models and makers outside the paper', () => {
    expect(peers('unknown-chatgpt').howHungry).toBeNull();
    expect(peers('mistral-large-2').howHungry).toBeNull();
  });
});

describe('the other methods', () => {
  it('Epoch AI gives 0.3008 Wh for 500 tokens of a 100B-active model', () => {
    const { peakFlopPerSecond, modelFlopUtilization, serverWattsPerGpu, load, pue } = peers('gpt-4o').epoch;
    const seconds = (2 * 100e9 * 500) / (peakFlopPerSecond * modelFlopUtilization);
    expect((seconds * serverWattsPerGpu * load * pue) / 3600).toBeCloseTo(0.30080889787664306, 12);
  });

  it('the silicon rule gives 29.2537 J for 70B at 16 bits', () => {
    const { bandwidthGbPerSecond, gpuPowerWatts } = peers('gpt-4o').silicon;
    expect((140 / bandwidthGbPerSecond) * gpuPowerWatts).toBeCloseTo(29.253731343283583, 12);
  });

  it('AI Wattch has node power, share and PUE by service', () => {
    expect(peers('gpt-4o').aiWattch).toMatchObject({
      nodePowerKw: 6.5,
      utilization: 0.1375,
      pue: 1.2,
      serverPowerKw: 1.2,
    });
    expect(peers('claude-sonnet-4.5').aiWattch?.pue).toBe(1.115);
    expect(peers('gemini-3-flash').aiWattch).toBeNull();
  });

  it("a disclosure belongs to the provider's own app", () => {
    expect(peers('gpt-5').disclosure).toMatchObject({ energyWh: 0.34, co2eGrams: null, waterMl: 0.32176 });
    expect(peers('gemini-3-flash').disclosure).toMatchObject({
      energyWh: 0.24,
      co2eGrams: 0.03,
      waterMl: 0.26,
    });
    expect(peers('claude-opus-5').disclosure).toBeNull();
    expect(peers('gpt-oss-120b').disclosure).toBeNull();
  });
});
