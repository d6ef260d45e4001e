import type { HowHungryFactors } from '../../refdb/types';

/** Energy Wh at the facility, water mL and carbon g of the mean. */
export interface HowHungryEstimate {
  readonly lowWh: number;
  readonly meanWh: number;
  readonly highWh: number;
  readonly waterMl: number;
  readonly co2eGrams: number;
}

function wattHours(factors: HowHungryFactors, gpuUtilization: number, seconds: number): number {
  const kw = factors.gpuPowerKw * gpuUtilization + factors.nonGpuPowerKw * factors.nonGpuUtilization;
  return (seconds / 3.6) * kw * factors.pue;
}

/**
 * "How Hungry is AI?" v6 (Jegham et al., arXiv 2505.09598, November 2025): seconds of the response times the
 * request's share of a node at batch 8.
 *
 * Kept on purpose: the clock is multiplied by node power, so a slow endpoint looks hungry, and batch 8 makes it 2
 * to 4 times higher than disclosures. The paper draws latency and speed 10,000 times; here they are the prompt's
 * own, or the model's.
 */
export function howHungry(factors: HowHungryFactors, responseSeconds: number): HowHungryEstimate {
  const lowWh = wattHours(factors, factors.gpuUtilization[0], responseSeconds);
  const highWh = wattHours(factors, factors.gpuUtilization[1], responseSeconds);
  const meanWh = (lowWh + highWh) / 2;
  return {
    lowWh,
    meanWh,
    highWh,
    waterMl: (meanWh / factors.pue) * factors.wueOnSite + meanWh * factors.wueOffSite,
    co2eGrams: meanWh * factors.gridKgco2ePerKwh,
  };
}
