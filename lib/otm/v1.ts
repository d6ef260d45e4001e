/**
 * One-Token Model v1.0 as published (Antarctica Global white paper, December 2025): one request is charged the
 * whole server and every accelerator that holds the model, for as long as it took. An upper bound in so far as nothing
 * is shared; it counts seconds, so a fast answer may lie inside the shared range.
 */

/** Whether PUE multiplies all IT energy (the recommended reading B) or, by literal precedence, the GPU term only. */
export type PueReading = 'whole' | 'literal';
/** Whether accelerators are charged for the whole inference time or for visible decoding only. */
export type GpuClock = 'inference' | 'decoding';
/** Whether active accelerators are the plain ceiling or the next power of two, as EcoLogits rounds. */
export type GpuCount = 'ceiling' | 'power-of-two';

export interface V1Reading {
  readonly pue?: PueReading;
  readonly gpuClock?: GpuClock;
  readonly gpuCount?: GpuCount;
}

export interface V1Inputs {
  /** 10^9 parameters, all experts: they are resident. */
  readonly totalParametersB: number;
  readonly weightBits: number;
  /** Reference width before quantisation: 4 bytes, as 32-bit weights. AI Wattch uses 2, half the memory. */
  readonly bytesPerParameter: number;
  readonly memoryOverhead: number;
  readonly gpuMemoryGb: number;
  readonly gpuPowerKw: number;
  readonly utilization: number;
  readonly utilizationFloor: number;
  readonly serverPowerKw: number;
  readonly pue: number;
  readonly gridGco2ePerKwh: number;
}

export interface V1Times {
  readonly ttftSeconds: number;
  readonly generationSeconds: number;
}

export interface V1Result {
  readonly memoryGb: number;
  readonly activeGpus: number;
  readonly utilizationUsed: number;
  /** IT energy of the server without accelerators. */
  readonly serverWh: number;
  /** IT energy of the accelerators. */
  readonly gpuWh: number;
  readonly energyWh: number;
  readonly co2eGrams: number;
}

/** Memory of the weights and what surrounds them, GB of 10^9 bytes: P * bytes / (32 / Q) * overhead. */
export function memoryGb(
  totalParametersB: number,
  weightBits: number,
  memoryOverhead: number,
  bytesPerParameter = 4,
): number {
  return (totalParametersB * bytesPerParameter * weightBits * memoryOverhead) / 32;
}

/** Accelerators that hold `memory` GB, at least one. The 1e-9 keeps 720 / 80 at 9 whatever the last bit says. */
export function activeGpus(memory: number, gpuMemoryGb: number, count: GpuCount = 'ceiling'): number {
  const plain = Math.max(1, Math.ceil(memory / gpuMemoryGb - 1e-9));
  return count === 'ceiling' ? plain : 2 ** Math.ceil(Math.log2(plain));
}

/** Utilisation as used: never below the floor. Read it as a share of power, not of FLOP (otm.md section 3). */
export function utilizationUsed(utilization: number, floor: number): number {
  return Math.max(utilization, floor);
}

/** Energy of the server without accelerators, Wh: kW times seconds over 3.6. */
function serverWhOf(inputs: V1Inputs, times: V1Times): number {
  return (inputs.serverPowerKw * (times.ttftSeconds + times.generationSeconds)) / 3.6;
}

function gpuWhOf(inputs: V1Inputs, gpus: number, used: number, times: V1Times, reading: V1Reading): number {
  const seconds =
    reading.gpuClock === 'decoding' ? times.generationSeconds : times.ttftSeconds + times.generationSeconds;
  return (gpus * inputs.gpuPowerKw * used * seconds) / 3.6;
}

function facilityWh(serverWh: number, gpuWh: number, pue: number, reading: V1Reading): number {
  return reading.pue === 'literal' ? serverWh + gpuWh * pue : (serverWh + gpuWh) * pue;
}

/** Energy of a request at another utilisation, Wh, for accelerators that are counted already. */
export function v1EnergyAt(
  utilization: number,
  inputs: V1Inputs,
  gpus: number,
  times: V1Times,
  reading: V1Reading,
): number {
  const used = utilizationUsed(utilization, inputs.utilizationFloor);
  const gpuWh = gpuWhOf(inputs, gpus, used, times, reading);
  return facilityWh(serverWhOf(inputs, times), gpuWh, inputs.pue, reading);
}

/**
 * Prices one request by v1.0. Energies in Wh, carbon in g.
 */
export function estimateV1(inputs: V1Inputs, times: V1Times, reading: V1Reading = {}): V1Result {
  const memory = memoryGb(
    inputs.totalParametersB,
    inputs.weightBits,
    inputs.memoryOverhead,
    inputs.bytesPerParameter,
  );
  const gpus = activeGpus(memory, inputs.gpuMemoryGb, reading.gpuCount);
  const used = utilizationUsed(inputs.utilization, inputs.utilizationFloor);
  const serverWh = serverWhOf(inputs, times);
  const gpuWh = gpuWhOf(inputs, gpus, used, times, reading);
  const energyWh = facilityWh(serverWh, gpuWh, inputs.pue, reading);
  return {
    memoryGb: memory,
    activeGpus: gpus,
    utilizationUsed: used,
    serverWh,
    gpuWh,
    energyWh,
    co2eGrams: (energyWh * inputs.gridGco2ePerKwh) / 1000,
  };
}

/** Which tokens share the energy: v1.0 divides by output tokens only, the other by input and output. */
export type Denominator = 'output' | 'input-and-output';

export interface PerToken {
  readonly joules: number;
  readonly co2eMilligrams: number;
}

/** Energy and carbon per token; null when there is no token to divide by. */
export function perToken(
  result: Pick<V1Result, 'energyWh' | 'co2eGrams'>,
  tokens: { readonly input: number; readonly output: number },
  denominator: Denominator = 'output',
): PerToken | null {
  const count = denominator === 'output' ? tokens.output : tokens.input + tokens.output;
  if (count <= 0) return null;
  return { joules: (result.energyWh * 3600) / count, co2eMilligrams: (result.co2eGrams * 1000) / count };
}
