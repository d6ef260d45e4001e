import { accelerators } from './hardware';
import { methodConstants } from './method-constants';
import { models } from './models';
import { peerFactors } from './peers';
import { lifeCycleDisclosures } from './peers/disclosures';
import { ecoLogitsFactors } from './peers/ecologits.mpl';
import { EMBER, gridCarbon } from './places/grid-carbon';
import { ECOLOGITS_WATER, gridWater } from './places/grid-water.mpl';
import { providers } from './places/providers';
import { tokenizerRelation } from './tokenizers';
import type { Source, TokenizerFamily } from './types';

/** The tables, in the order in which a reader asks for them. */
export const TABLE_NAMES = [
  'models',
  'prices',
  'providers',
  'gridCarbon',
  'gridWater',
  'hardware',
  'constants',
  'tokenizers',
  'otherMethods',
  'disclosures',
] as const;
export type TableName = (typeof TABLE_NAMES)[number];

/** One table with its size and every source that it draws on, licences included. */
export interface TableSources {
  readonly table: TableName;
  readonly rows: number;
  readonly sources: readonly Source[];
}

const FAMILIES: readonly TokenizerFamily[] = [
  'openai-o200k',
  'openai-cl100k',
  'claude-3-to-4.6',
  'claude-4.7+',
  'claude-haiku-5.5',
  'gemini',
  'other',
];

/** Each source once, by title and date. */
function distinct(sources: readonly (Source | null)[]): readonly Source[] {
  const found = new Map<string, Source>();
  for (const source of sources) {
    if (source !== null) found.set(`${source.title}|${source.date}`, source);
  }
  return [...found.values()];
}

function table(name: TableName, rows: number, sources: readonly (Source | null)[]): TableSources {
  return { table: name, rows, sources: distinct(sources) };
}

/** Every table of the reference data with its licences: what attribution is owed to. */
export function tableSources(): readonly TableSources[] {
  const priced = models.filter(({ usdPerMtok }) => usdPerMtok !== null);
  const peers = models.map(peerFactors);
  const constants = Object.values(methodConstants);
  const ofPeers = peers.flatMap((one) => [
    one.howHungry?.source ?? null,
    one.epoch.source,
    one.silicon.source,
    one.aiWattch?.source ?? null,
  ]);
  const disclosed = peers.map(({ disclosure }) => disclosure?.source ?? null);
  return [
    table(
      'models',
      models.length,
      models.map(({ source }) => source),
    ),
    table(
      'prices',
      priced.length,
      priced.map(({ priceSource }) => priceSource),
    ),
    table(
      'providers',
      providers.length,
      providers.map(({ source }) => source),
    ),
    table('gridCarbon', gridCarbon.length, [EMBER]),
    table('gridWater', gridWater.size, [ECOLOGITS_WATER]),
    table(
      'hardware',
      accelerators.length,
      accelerators.map(({ source }) => source),
    ),
    table(
      'constants',
      constants.length,
      constants.map(({ source }) => source),
    ),
    table(
      'tokenizers',
      FAMILIES.length,
      FAMILIES.map((family) => tokenizerRelation(family).source),
    ),
    table('otherMethods', peers.filter(({ ecologits }) => ecologits !== null).length, [
      ...models.map((model) => ecoLogitsFactors(model)?.source ?? null),
      ...ofPeers,
    ]),
    table('disclosures', distinct(disclosed).length + lifeCycleDisclosures.length, [
      ...disclosed,
      ...lifeCycleDisclosures.map(({ source }) => source),
    ]),
  ];
}
