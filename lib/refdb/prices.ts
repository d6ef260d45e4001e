import { dayOf } from './days';
import type { DatedPrice, Model, Price } from './types';

/** The list price of a day: the last that had begun, or the first when the day is before all; null without any. */
export function priceOfDay(prices: readonly DatedPrice[], day: string): DatedPrice | null {
  return prices.findLast(({ since }) => since <= day) ?? prices[0] ?? null;
}

/**
 * What a million tokens cost on the day of a prompt.
 * @param time Unix seconds of the prompt
 * @param promptTokens prompt and context: long ones cost more with some models
 */
export function priceOn(model: Model, time: number, promptTokens: number): Price | null {
  const price = priceOfDay(model.prices, dayOf(time));
  if (price === null) return null;
  const { longPrompt } = price;
  const { input, output, cachedInput } =
    longPrompt && promptTokens > longPrompt.aboveTokens ? longPrompt : price;
  return { input, output, cachedInput };
}
