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
