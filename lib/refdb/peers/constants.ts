import type { EpochFactors, SiliconFactors } from '../types';

/** A 100B-active GPT-4o and its 500 tokens give 0.301 Wh with these. */
export const epochFactors: EpochFactors = {
  peakFlopPerSecond: 9.89e14,
  modelFlopUtilization: 0.1,
  serverWattsPerGpu: 1275,
  load: 0.7,
  pue: 1.2,
  source: {
    title: 'J. You, How much energy does ChatGPT use?, Epoch AI',
    url: 'https://epoch.ai/gradient-updates/how-much-energy-does-chatgpt-use',
    licence: 'facts',
    date: '2025-02',
  },
};

/** One H100 SXM: memory bandwidth and rated power. */
export const siliconFactors: SiliconFactors = {
  bandwidthGbPerSecond: 3350,
  gpuPowerWatts: 700,
  source: {
    title: 'NVIDIA H100 data sheet; rule from Energy Per Inference Console, Antarctica Global',
    url: 'https://www.nvidia.com/en-us/data-center/h100/',
    licence: 'facts',
    date: '2026-06',
  },
};
