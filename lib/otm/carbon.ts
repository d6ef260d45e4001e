/** Operational, location-based carbon in g: facility energy times the grid's intensity. */
export function co2eGrams(energyWh: number, gridGco2ePerKwh: number): number {
  return (energyWh * gridGco2ePerKwh) / 1000;
}

export interface EmbodiedInputs {
  /** How long the request holds its accelerators. */
  readonly seconds: number;
  readonly gpus: number;
  /** Requests that share them. */
  readonly batchSize: number;
  readonly gpuEmbodiedKgco2e: number;
  readonly serverEmbodiedKgco2e: number;
  readonly gpusPerServer: number;
  readonly hardwareLifeYears: number;
  /** Part of its life in which the hardware serves; below 1 the requests carry its idle time. */
  readonly productiveFraction: number;
}

/**
 * The request's share of making the hardware, g: C = t * N / (L * B) * (I_gpu + I_srv / 8). Reported apart from
 * operational carbon (otm.md section 3, item 6).
 */
export function embodiedGrams(inputs: EmbodiedInputs): number {
  const lifeSeconds = inputs.hardwareLifeYears * 365 * 24 * 3600 * inputs.productiveFraction;
  const perGpuKg = inputs.gpuEmbodiedKgco2e + inputs.serverEmbodiedKgco2e / inputs.gpusPerServer;
  return ((inputs.seconds * inputs.gpus) / (lifeSeconds * inputs.batchSize)) * perGpuKg * 1000;
}
