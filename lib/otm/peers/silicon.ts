import type { SiliconFactors } from '../../refdb/types';

export interface SiliconReading {
  readonly flopPerToken: number;
  readonly gbPerToken: number;
  readonly secondsPerToken: number;
  readonly tokensPerSecond: number;
  /** GPU joules per token for moving the weights: falls as 1 / batch. */
  readonly joulesPerToken: number;
}

/**
 * The silicon rule of thumb: each token reads the active weights once, a batch shares the reading.
 * Kept on purpose: only weight movement is counted, so measured batched values are higher (about 0.6 J against
 * 0.23 J for a 70B model at batch 128). GPU level: no host, idle capacity or PUE.
 */
export function silicon(
  factors: Pick<SiliconFactors, 'bandwidthGbPerSecond' | 'gpuPowerWatts'>,
  activeParametersB: number,
  bytesPerWeight: number,
  batchSize = 1,
): SiliconReading {
  const gbPerToken = activeParametersB * bytesPerWeight;
  const secondsPerToken = gbPerToken / factors.bandwidthGbPerSecond;
  return {
    flopPerToken: 2 * activeParametersB * 1e9,
    gbPerToken,
    secondsPerToken,
    tokensPerSecond: 1 / secondsPerToken,
    joulesPerToken: (factors.gpuPowerWatts * secondsPerToken) / batchSize,
  };
}

export interface TokenCost {
  readonly mtokPerHour: number;
  readonly hardwareUsdPerMtok: number;
  readonly kwhPerHour: number;
  readonly kwhPerMtok: number;
  readonly energyUsdPerMtok: number;
  readonly joulesPerToken: number;
}

/** Unit cost of a token on a rented accelerator ("The True Unit Cost of a Token"): hardware and electricity. */
export function tokenCost(inputs: {
  readonly usdPerGpuHour: number;
  readonly tokensPerSecond: number;
  readonly powerKw: number;
  readonly pue: number;
  readonly usdPerKwh: number;
}): TokenCost {
  const mtokPerHour = (inputs.tokensPerSecond * 3600) / 1e6;
  const kwhPerHour = inputs.powerKw * inputs.pue;
  const kwhPerMtok = kwhPerHour / mtokPerHour;
  return {
    mtokPerHour,
    hardwareUsdPerMtok: inputs.usdPerGpuHour / mtokPerHour,
    kwhPerHour,
    kwhPerMtok,
    energyUsdPerMtok: kwhPerMtok * inputs.usdPerKwh,
    joulesPerToken: kwhPerMtok * 3.6,
  };
}
