import type { EpochFactors } from '../../refdb/types';

export interface EpochEstimate {
  readonly flop: number;
  readonly gpuSeconds: number;
  readonly watts: number;
  readonly energyWh: number;
}

/**
 * Epoch AI (February 2025): 2 FLOP per active parameter and output token at a tenth of peak, times server power.
 * Kept on purpose: prompt tokens are left out (the article prices long inputs apart), and decoding is taken as
 * bound by compute although memory traffic rules it.
 */
export function epoch(factors: EpochFactors, activeParametersB: number, outputTokens: number): EpochEstimate {
  const flop = 2 * activeParametersB * 1e9 * outputTokens;
  const gpuSeconds = flop / (factors.peakFlopPerSecond * factors.modelFlopUtilization);
  const watts = factors.serverWattsPerGpu * factors.load * factors.pue;
  return { flop, gpuSeconds, watts, energyWh: (gpuSeconds * watts) / 3600 };
}
