import type { EcoLogitsFactors } from '../../refdb/types';

/** One end (smallest or largest parameters and PUE) of an EcoLogits interval. Energy Wh, carbon g, water mL. */
export interface EcoLogitsEnd {
  readonly gpus: number;
  readonly latencySeconds: number;
  readonly energyWh: number;
  readonly usageGrams: number;
  readonly embodiedGrams: number;
  /** As the code computes it: E * (WUE + PUE * mix), one PUE too many. */
  readonly waterAsCodedMl: number;
  /** As documented and meant: E / PUE * (WUE + PUE * mix). */
  readonly waterCorrectedMl: number;
}

export interface EcoLogitsEstimate {
  readonly low: EcoLogitsEnd;
  readonly high: EcoLogitsEnd;
}

/** Seconds of the request by EcoLogits' own speed table, or by its regression where it has none. */
function latency(
  factors: EcoLogitsFactors,
  activeB: number,
  outputTokens: number,
  measuredSeconds: number | null,
): number {
  const { tokensPerSecond, ttftSeconds, constants: c } = factors;
  const own =
    tokensPerSecond === null
      ? outputTokens *
        (c.latencyAlphaSeconds * activeB + c.latencyBetaSeconds * c.batchSize + c.latencyGammaSeconds)
      : outputTokens / tokensPerSecond + (ttftSeconds ?? 0);
  return measuredSeconds === null ? own : Math.min(own, measuredSeconds);
}

function end(
  factors: EcoLogitsFactors,
  at: 0 | 1,
  outputTokens: number,
  measuredSeconds: number | null,
): EcoLogitsEnd {
  const c = factors.constants;
  const activeB = factors.activeB[at];
  const pue = factors.pue[at];
  const gpuWh = c.gpuEnergyAlphaWh * Math.exp(c.gpuEnergyBeta * c.batchSize) * activeB + c.gpuEnergyGammaWh;
  const latencySeconds = latency(factors, activeB, outputTokens, measuredSeconds);
  const memory = (c.memoryOverhead * factors.totalB[at] * c.quantizationBits) / 8;
  const gpus = 2 ** Math.ceil(Math.log2(Math.max(1, Math.ceil(memory / c.gpuMemoryGb))));
  const servers = gpus / c.serverGpus;
  const serverWh = ((latencySeconds / 3600) * c.serverPowerKw * 1000 * servers) / c.batchSize;
  const energyWh = pue * (serverWh + gpus * outputTokens * gpuWh);
  const hardwareKg = servers * c.serverEmbodiedKgco2e + gpus * c.gpuEmbodiedKgco2e;
  const waterAsCodedMl = energyWh * (factors.wueOnSite[at] + pue * factors.wueOffSite);
  return {
    gpus,
    latencySeconds,
    energyWh,
    usageGrams: (energyWh * factors.gridGco2ePerKwh) / 1000,
    embodiedGrams: (latencySeconds / (c.batchSize * c.hardwareLifeSeconds)) * hardwareKg * 1000,
    waterAsCodedMl,
    waterCorrectedMl: waterAsCodedMl / pue,
  };
}

/**
 * EcoLogits 0.9.3 (github.com/mlco2/ecologits, March 2026) for one answer; input tokens are not modelled.
 *
 * Kept on purpose: 16-bit weights for everyone and GPUs rounded up to powers of two, which put large models about
 * five times above measurement; water as coded carries one PUE too many (the corrected value stands beside it).
 * @param measuredSeconds time seen for the whole request, which caps the table's; null when none was measured.
 */
export function ecoLogits(
  factors: EcoLogitsFactors,
  outputTokens: number,
  measuredSeconds: number | null,
): EcoLogitsEstimate {
  return {
    low: end(factors, 0, outputTokens, measuredSeconds),
    high: end(factors, 1, outputTokens, measuredSeconds),
  };
}
