// biome-ignore-all format: a table reads by its rows
import type { Range } from '../../prompt';
import type { ProviderId, Source } from '../types';

/** Where a provider's models run: overheads, water and the default grid with its spread over regions. */
export interface Provider {
  readonly id: ProviderId;
  readonly name: string;
  readonly hosts: readonly string[];
  /** Ids of the hardware table. */
  readonly hardware: readonly string[];
  /** Facility energy over IT energy. */
  readonly pue: Range;
  /** Litres per kWh of IT energy, evaporated on site. */
  readonly wueOnSite: Range;
  /** Litres per kWh of electricity, consumed in generating it. */
  readonly wueOffSite: Range;
  /** Grid zone of the default region. */
  readonly zone: string;
  /** gCO2e per kWh: the default zone and the provider's other regions. */
  readonly grid: Range;
  readonly source: Source;
}

const r = (low: number, central: number, high: number): Range => ({ low, central, high });

const report = (title: string, url: string, date: string): Source => ({ title, url, licence: 'facts', date });

export const providers: readonly Provider[] = [
  { id: 'openai', name: 'OpenAI', hosts: ['Microsoft Azure', 'Oracle/Stargate', 'CoreWeave'], hardware: ['h100-sxm', 'h200-sxm', 'gb200', 'gb300'],
    pue: r(1.12, 1.17, 1.3), wueOnSite: r(0.05, 0.27, 0.57), wueOffSite: r(1, 3.13, 4.35), zone: 'USA', grid: r(200, 384, 502),
    source: report('Microsoft FY2025 report (PUE 1.17, WUE 0.27) as quoted by Computer Weekly; spans EcoLogits 0.9.3, How Hungry is AI v6', 'https://arxiv.org/abs/2505.09598', '2026') },
  { id: 'anthropic', name: 'Anthropic', hosts: ['AWS', 'Google Cloud', 'Microsoft Azure'], hardware: ['trainium2', 'tpu-v6e', 'tpu-v7', 'h100-sxm', 'gb200'],
    pue: r(1.09, 1.13, 1.25), wueOnSite: r(0.12, 0.35, 1), wueOffSite: r(1, 3.13, 5.11), zone: 'USA', grid: r(200, 384, 502),
    source: report('Amazon 2024 and 2025 figures (PUE 1.15, WUE 0.15 and 0.12) mixed with Google; spans EcoLogits 0.9.3, How Hungry is AI v6', 'https://arxiv.org/abs/2505.09598', '2026') },
  { id: 'google', name: 'Google', hosts: ['Google'], hardware: ['tpu-v5e', 'tpu-v6e', 'tpu-v7'],
    pue: r(1.06, 1.09, 1.15), wueOnSite: r(0.5, 1.15, 1.2), wueOffSite: r(1, 3.13, 4.35), zone: 'USA', grid: r(94, 384, 418),
    source: report('Elsworth et al. (PUE 1.09, WUE about 1.15); low grid is the market-based 94 g/kWh behind their carbon', 'https://arxiv.org/abs/2508.15734', '2025-08') },
  { id: 'mistral', name: 'Mistral AI', hosts: ['Microsoft Azure', 'own (France)'], hardware: ['h100-sxm', 'gb300'],
    pue: r(1.12, 1.16, 1.3), wueOnSite: r(0.05, 0.1, 0.3), wueOffSite: r(1.5, 3.67, 6.03), zone: 'FRA', grid: r(21, 44, 60),
    source: report('EcoLogits 0.9.3 provider settings; Ember for France', 'https://github.com/mlco2/ecologits', '2026-03-13') },
  { id: 'deepseek', name: 'DeepSeek', hosts: ['own (China)'], hardware: ['h800'],
    pue: r(1.2, 1.27, 1.4), wueOnSite: r(0.5, 1.2, 1.8), wueOffSite: r(3, 6, 6.02), zone: 'CHN', grid: r(485, 558, 678),
    source: report('How Hungry is AI v6, DeepSeek on its own hosts', 'https://arxiv.org/abs/2505.09598', '2025-11-24') },
];

/** For a provider without a row: the span of the others, in the United States where most hosting is. */
export const unknownProvider: Provider = {
  id: 'unknown', name: 'Unknown provider', hosts: [], hardware: ['h100-sxm'],
  pue: r(1.06, 1.2, 1.4), wueOnSite: r(0.05, 0.35, 1.8), wueOffSite: r(1, 3.13, 6.03), zone: 'USA', grid: r(200, 384, 678),
  source: { title: "Tokenprint's unknown provider: the span of the known ones", url: null, licence: 'MIT (this project)', date: '2026-11-21' },
};

const byId = new Map(providers.map((provider) => [provider.id, provider]));

/** The provider's row, or the unknown provider's when it has none (Meta, Alibaba, …). */
export function providerOf(id: ProviderId): Provider {
  return byId.get(id) ?? unknownProvider;
}
