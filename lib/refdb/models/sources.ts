import type { Source } from '../types';

/** Sizes of closed models: nobody disclosed them, so this project guessed them, widely. */
export const SIZE_GUESS: Source = {
  title: "Tokenprint's guess from price class, speed, EcoLogits 0.9.3 and public estimates",
  url: 'https://github.com/mlco2/ecologits',
  licence: 'MIT (this project); EcoLogits figures MPL-2.0',
  date: '2026-11-21',
};

export const MODEL_CARD: Source = {
  title: "The vendor's model card; speeds are rounded public medians",
  url: 'https://huggingface.co/models',
  licence: 'facts',
  date: '2026-11-21',
};

/** The entry of a model that the page names in no way we know. */
export const UNKNOWN_MODEL: Source = {
  title: "Tokenprint's unknown-model entry: the span of the hosted chat models in these tables",
  url: null,
  licence: 'MIT (this project)',
  date: '2026-11-21',
};

export const PRICE_LIST: Source = {
  title: 'LiteLLM price list, mirror model-price-repo',
  url: 'https://github.com/Wei-Shaw/model-price-repo',
  licence: 'MIT',
  date: '2026-07-24',
};

export const GOOGLE_PRICES: Source = {
  title: 'Gemini API list prices as quoted on public pages',
  url: 'https://ai.google.dev/gemini-api/docs/pricing',
  licence: 'facts',
  date: '2026-11-21',
};

const quoted = (title: string, url: string, date: string): Source => ({
  title: `${title}, as quoted in public text`,
  url,
  licence: 'facts',
  date,
});

/** Announcements of autumn 2026: names, days and launch prices. */
export const OPENAI_AUTUMN = quoted(
  'OpenAI: Introducing GPT-6 Sol and Luna; GPT-6 for everyone; GPT-6.1 Sol',
  'https://openai.com/index/introducing-gpt-6-sol-and-luna',
  '2026-10',
);
export const ANTHROPIC_AUTUMN = quoted(
  'Anthropic: Opus 5.5, Sonnet 5.5, Haiku 5.5, Fable 5.1',
  'https://www.anthropic.com/claude-opus-5-5',
  '2026-10',
);
export const GOOGLE_AUTUMN = quoted(
  'Google: Gemini API prices and Gemini 4 Argon',
  'https://ai.google.dev/gemini-api/docs/pricing',
  '2026-09-30',
);
export const CLOUD_NOTES: Source = {
  title: 'Release notes of cloud providers, as quoted in public text: name and day only',
  url: null,
  licence: 'facts',
  date: '2026-11-18',
};

/** Models before those of the other tables: what was said of them in public. */
export const EARLY_SIZES: Source = {
  title: "Tokenprint's guess from public statements of the time, named in the row's note",
  url: null,
  licence: 'MIT (this project)',
  date: '2026-11-27',
};
export const EARLY_PRICES: Source = {
  title: 'API list prices at launch, as announced',
  url: null,
  licence: 'facts',
  date: '2023-12',
};

export const OPENAI_RETIREMENTS: Source = {
  title: 'OpenAI: ChatGPT release notes, sunset of GPT-4',
  url: 'https://help.openai.com/en/articles/6825453-chatgpt-release-notes',
  licence: 'facts',
  date: '2025-04-10',
};
