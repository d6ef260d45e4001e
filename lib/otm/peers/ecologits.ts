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

/** What one end needs of the factors and no prompt changes. */
interface EndConstants {
  readonly gpus: number;
  readonly gpuWhPerToken: number;
  readonly secondsPerToken: number;
  readonly firstSeconds: number;
  readonly serverWhPerSecond: number;
  readonly hardwareGramsPerSecond: number;
  readonly pue: number;
  readonly gridGco2ePerKwh: number;
  readonly waterMlPerWh: number;
}

/** EcoLogits' constants for one model, worked out once: {@link ecoLogits} prices an answer with them. */
export interface EcoLogitsConstantsByEnd {
  readonly low: EndConstants;
  readonly high: EndConstants;
}

function constantsAt(factors: EcoLogitsFactors, at: 0 | 1): EndConstants {
  const { tokensPerSecond, ttftSeconds, constants: c } = factors;
  const activeB = factors.activeB[at];
  const pue = factors.pue[at];
  const memory = (c.memoryOverhead * factors.totalB[at] * c.quantizationBits) / 8;
  const gpus = 2 ** Math.ceil(Math.log2(Math.max(1, Math.ceil(memory / c.gpuMemoryGb))));
  const servers = gpus / c.serverGpus;
  const hardwareKg = servers * c.serverEmbodiedKgco2e + gpus * c.gpuEmbodiedKgco2e;
  const regression =
    c.latencyAlphaSeconds * activeB + c.latencyBetaSeconds * c.batchSize + c.latencyGammaSeconds;
  return {
    gpus,
    gpuWhPerToken:
      c.gpuEnergyAlphaWh * Math.exp(c.gpuEnergyBeta * c.batchSize) * activeB + c.gpuEnergyGammaWh,
    secondsPerToken: tokensPerSecond === null ? regression : 1 / tokensPerSecond,
    firstSeconds: tokensPerSecond === null ? 0 : (ttftSeconds ?? 0),
    serverWhPerSecond: (c.serverPowerKw * 1000 * servers) / c.batchSize / 3600,
    hardwareGramsPerSecond: (hardwareKg * 1000) / (c.batchSize * c.hardwareLifeSeconds),
    pue,
    gridGco2ePerKwh: factors.gridGco2ePerKwh,
    waterMlPerWh: factors.wueOnSite[at] + pue * factors.wueOffSite,
  };
}

/** Works the model's constants out. */
export function ecoLogitsConstants(factors: EcoLogitsFactors): EcoLogitsConstantsByEnd {
  return { low: constantsAt(factors, 0), high: constantsAt(factors, 1) };
}

function end(c: EndConstants, outputTokens: number, measuredSeconds: number): EcoLogitsEnd {
  const latencySeconds = Math.min(outputTokens * c.secondsPerToken + c.firstSeconds, measuredSeconds);
  const energyWh = c.pue * (latencySeconds * c.serverWhPerSecond + c.gpus * outputTokens * c.gpuWhPerToken);
  const waterAsCodedMl = energyWh * c.waterMlPerWh;
  return {
    gpus: c.gpus,
    latencySeconds,
    energyWh,
    usageGrams: (energyWh * c.gridGco2ePerKwh) / 1000,
    embodiedGrams: latencySeconds * c.hardwareGramsPerSecond,
    waterAsCodedMl,
    waterCorrectedMl: waterAsCodedMl / c.pue,
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
  constants: EcoLogitsConstantsByEnd,
  outputTokens: number,
  measuredSeconds: number | null,
): EcoLogitsEstimate {
  const most = measuredSeconds ?? Number.POSITIVE_INFINITY;
  return { low: end(constants.low, outputTokens, most), high: end(constants.high, outputTokens, most) };
}
