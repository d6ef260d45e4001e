/** Reading of the "Energy Per Inference Console": joules = power / throughput. */
export interface ConsoleReading {
  readonly joulesPerToken: number;
  readonly queryWh: number;
  readonly queriesPerKwh: number;
  readonly usdPerMtok: number;
  readonly usdPerQuery: number;
}

/** Joules per token of a node that draws `powerWatts` while it makes `tokensPerSecond` for everyone on it. */
export function joulesPerToken(powerWatts: number, tokensPerSecond: number): number {
  return powerWatts / tokensPerSecond;
}

/** The console's figures. IT level by default (`pue` 1), as the console prints them. */
export function consoleReading(inputs: {
  readonly powerWatts: number;
  readonly tokensPerSecond: number;
  readonly queryTokens: number;
  readonly usdPerKwh: number;
  readonly pue?: number;
}): ConsoleReading {
  const joules = joulesPerToken(inputs.powerWatts, inputs.tokensPerSecond) * (inputs.pue ?? 1);
  const queryWh = (inputs.queryTokens * joules) / 3600;
  const usdPerMtok = (joules / 3.6) * inputs.usdPerKwh;
  return {
    joulesPerToken: joules,
    queryWh,
    queriesPerKwh: 1000 / queryWh,
    usdPerMtok,
    usdPerQuery: (queryWh / 1000) * inputs.usdPerKwh,
  };
}
