/**
 * OTM-shared (otm.md section 6): what a shared server attributes to one request.
 *
 *     E = e * [ n_out + r_in * (n_in - n_cached) + r_in * r_cache * n_cached ] / 3600
 *     e = e_gpu * host * idle * PUE
 */
export interface SharedTokens {
  /** Visible answer and hidden reasoning. */
  readonly output: number;
  /** Prompt and context. */
  readonly input: number;
  /** Part of the context that the prefix cache held. */
  readonly cached: number;
}

/** A request in units of output tokens: prefill and cached prefill count as fractions of one. */
export function weightedTokens(tokens: SharedTokens, prefillRatio: number, cacheRatio: number): number {
  const uncached = tokens.input - tokens.cached;
  return tokens.output + prefillRatio * (uncached + cacheRatio * tokens.cached);
}

/** Facility joules per output token from GPU joules and the overheads. */
export function facilityJoulesPerToken(
  gpuJoules: number,
  hostOverhead: number,
  provisionedIdle: number,
  pue: number,
): number {
  return gpuJoules * hostOverhead * provisionedIdle * pue;
}

/** Facility energy of one request, Wh. */
export function sharedEnergyWh(facilityJoules: number, weighted: number): number {
  return (facilityJoules * weighted) / 3600;
}

/**
 * Time share: the whole server's v1.0 energy divided by the requests it serves at once. The same statement as the
 * throughput form when speed and batch are the hardware's own.
 */
export function timeShareWh(v1EnergyWh: number, batchSize: number): number {
  return v1EnergyWh / batchSize;
}
