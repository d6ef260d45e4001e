import type { Disclosure, LifeCycleDisclosure, ProviderId } from '../types';

/** What providers say of a typical prompt: no token counts, so never an estimate of a given one. */
const disclosures: ReadonlyMap<ProviderId, Disclosure> = new Map<ProviderId, Disclosure>([
  [
    'google',
    {
      provider: 'google',
      label: 'Google: median Gemini Apps text prompt, market-based carbon, on-site water',
      energyWh: 0.24,
      co2eGrams: 0.03,
      waterMl: 0.26,
      source: {
        title: 'Elsworth et al., Measuring the environmental impact of delivering AI at Google Scale',
        url: 'https://arxiv.org/abs/2508.15734',
        licence: 'facts',
        date: '2025-05',
      },
    },
  ],
  [
    'openai',
    {
      provider: 'openai',
      label: 'OpenAI: average ChatGPT query, method not stated',
      energyWh: 0.34,
      co2eGrams: null,
      // 0.000085 US gallons
      waterMl: 0.32176,
      source: {
        title: 'S. Altman, The Gentle Singularity',
        url: 'https://blog.samaltman.com/the-gentle-singularity',
        licence: 'facts',
        date: '2025-06',
      },
    },
  ],
]);

/** The whole life cycle, hardware included, so not comparable with the figures of use above; it states no energy. */
export const lifeCycleDisclosures: readonly LifeCycleDisclosure[] = [
  {
    provider: 'mistral',
    label: 'Mistral AI: 400-token Le Chat answer with Mistral Large 2, life cycle without the user device',
    co2eGrams: 1.14,
    waterMl: 45,
    source: {
      title: 'Mistral AI, Our contribution to a global environmental standard for AI',
      url: 'https://mistral.ai/news/our-contribution-to-a-global-environmental-standard-for-ai',
      licence: 'facts',
      date: '2025-07',
    },
  },
];

/** The provider's own figure per prompt; null when it has published none. */
export function disclosureOf(provider: ProviderId): Disclosure | null {
  return disclosures.get(provider) ?? null;
}
