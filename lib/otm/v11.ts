/**
 * Parts announced for One-Token Model v1.1: all off unless asked for. Server and CPU/RAM share exclude each other;
 * embodied and training carbon are lines of their own, never in the total.
 */

/** Power against utilisation: P(U) = P_idle + (f * TDP - P_idle) * U^gamma. */
export interface PowerCurve {
  readonly idleFraction: number;
  readonly fullLoadFraction: number;
  readonly exponent: number;
}

/** Draw of one accelerator in the unit of `ratedPower`. */
export function powerAt(ratedPower: number, utilization: number, curve: PowerCurve): number {
  const idle = curve.idleFraction * ratedPower;
  return idle + (curve.fullLoadFraction * ratedPower - idle) * utilization ** curve.exponent;
}

export interface V11Inputs {
  readonly gpuWh: number;
  /** Energy of the server without accelerators; ignored when `cpuRamShare` is given. */
  readonly serverWh: number;
  readonly pue: number;
}

export interface V11Options {
  /** CPU and RAM as a share of GPU energy (0.3) instead of the fixed server power. */
  readonly cpuRamShare?: number;
  /** Bytes sent and received, and kWh per GB: outside the data centre, so after PUE. */
  readonly network?: { readonly bytes: number; readonly kwhPerGb: number };
}

export interface V11Result {
  readonly itWh: number;
  readonly networkWh: number;
  readonly energyWh: number;
}

/** Composes the parts: (GPU + host) * PUE + network, Wh. */
export function estimateV11(inputs: V11Inputs, options: V11Options = {}): V11Result {
  const hostWh = options.cpuRamShare === undefined ? inputs.serverWh : inputs.gpuWh * options.cpuRamShare;
  const itWh = inputs.gpuWh + hostWh;
  const networkWh =
    options.network === undefined ? 0 : (options.network.bytes / 1e9) * options.network.kwhPerGb * 1000;
  return { itWh, networkWh, energyWh: itWh * inputs.pue + networkWh };
}

/** The tokens' share of training, g: the training footprint spread over every token the model will ever make. */
export function trainingGrams(tokens: number, trainingTonnes: number, lifetimeTokens: number): number {
  return (trainingTonnes * 1e6 * tokens) / lifetimeTokens;
}

/** Normalised ("Antarctica") tokens: equal text, equal count, whatever the tokenizer (otm.md section 5). */
export function antarcticaTokens(
  tokens: number,
  charactersPerToken: number,
  referenceCharactersPerToken = 4,
): number {
  return (tokens * charactersPerToken) / referenceCharactersPerToken;
}
