import type { Price } from '../refdb/types';

export interface BilledTokens {
  readonly uncachedInput: number;
  readonly cachedInput: number;
  /** Hidden reasoning is billed as output. */
  readonly output: number;
}

/** What the provider's API would charge for these tokens, US dollars; null without a list price. */
export function apiCostUsd(tokens: BilledTokens, price: Price | null): number | null {
  if (price === null) return null;
  const cachedPrice = price.cachedInput ?? price.input;
  return (
    (tokens.uncachedInput * price.input + tokens.cachedInput * cachedPrice + tokens.output * price.output) /
    1e6
  );
}

/** The electricity alone, US dollars. */
export function electricityUsd(energyWh: number, usdPerKwh: number): number {
  return (energyWh / 1000) * usdPerKwh;
}
