/** A built-in prompt with its price, to see what an estimate looks like before anything is measured. */
import { price } from '../../lib/pricing';
import type { SiteId, StoredEstimate } from '../../lib/prompt';
import { lookUpModel } from '../../lib/refdb';
import type { Settings } from '../../lib/settings';
import { SAMPLE_TOKENS } from './sample-tokens';

/** What each site calls the model that it gives to most people. */
const USUAL: Readonly<Record<SiteId, string>> = { chatgpt: 'Instant', claude: 'Sonnet', gemini: 'Flash' };

export interface Sample {
  readonly modelName: string;
  readonly estimate: StoredEstimate;
}

/**
 * Prices the sample for a site with the person's own choices, by the same functions as a real prompt; the times
 * are the model's usual ones.
 * @param now Unix seconds: decides which model the site serves
 */
export function priceSample(
  site: SiteId,
  now: number,
  choices: Pick<Settings, 'headline' | 'gridZone' | 'overrides'>,
): Sample {
  const match = lookUpModel({ site, slug: null, label: USUAL[site], time: now });
  const prompt = {
    inputTokens: SAMPLE_TOKENS.input,
    contextTokens: 0,
    outputTokens: SAMPLE_TOKENS.output,
    tokenMethod: 'exact',
    tokenError: { low: 1, high: 1 },
    startTime: now,
    firstTokenTime: null,
    lastTokenTime: null,
    thinking: { seen: false, statedSeconds: null, textLength: 0 },
    secondsSinceLastTurn: null,
  } as const;
  return { modelName: match.model.displayName, estimate: price(prompt, match, choices).estimate };
}
