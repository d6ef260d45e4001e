/** Two models side by side. */
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { ModelTotals } from '../../../lib/store/types';
import { costText } from '../../../lib/ui/cost';
import { formatCount, formatQuantity, formatRange, UNKNOWN_TEXT } from '../../../lib/ui/format';
import { locale, t } from '../../../lib/ui/i18n';
import type { ModelNames } from '../../../lib/ui/model-text';
import { ScrollX } from '../../../lib/ui/scroll-x';
import { Distribution } from './distribution';
import { alignedBars, keyOf, perThousand, spreadOf } from './figures';
import { ModelSelect } from './model-select';
import { energyRange, secondsRange, secondsText, speedText } from './model-table';
import { SpreadText } from './spread';

export interface CompareModelsProps {
  readonly models: readonly ModelTotals[];
  readonly names: ModelNames;
}

export function CompareModels({ models, names }: CompareModelsProps) {
  const first = useSignal<string | null>(null);
  const second = useSignal<string | null>(null);
  const find = (key: string | null, place: number) =>
    models.find((model) => keyOf(model) === key) ?? models[place];
  const [one, other] = [find(first.value, 0), find(second.value, 1)];
  return (
    <section class="stack" aria-labelledby="side-by-side">
      <h2 id="side-by-side">{t('models.compare')}</h2>
      {one === undefined || other === undefined ? (
        <p class="soft">{t('models.compare.one')}</p>
      ) : (
        <>
          <div class="row">
            <ModelSelect
              label={t('models.compare.first')}
              models={models}
              names={names}
              value={keyOf(one)}
              onChange={(value) => {
                first.value = value;
              }}
            />
            <ModelSelect
              label={t('models.compare.second')}
              models={models}
              names={names}
              value={keyOf(other)}
              onChange={(value) => {
                second.value = value;
              }}
            />
          </div>
          <SideBySide pair={[one, other]} names={names} />
        </>
      )}
    </section>
  );
}

type Pair = readonly [ModelTotals, ModelTotals];

function SideBySide({ pair, names }: { pair: Pair; names: ModelNames }) {
  const energy = (value: number) => formatQuantity('energy', value, locale()).text;
  const ttft = alignedBars(pair.map(({ measures }) => measures.ttftHistogram));
  const speed = alignedBars(pair.map(({ measures }) => measures.speedHistogram));
  const rows: readonly {
    readonly name: string;
    readonly cell: (model: ModelTotals, place: 0 | 1) => ComponentChildren;
  }[] = [
    { name: t('models.prompts'), cell: ({ measures }) => formatCount(measures.count, locale()) },
    {
      name: t('models.per-thousand'),
      cell: ({ measures }) => {
        const rate = perThousand(measures);
        if (rate === null) return UNKNOWN_TEXT;
        return (
          <>
            {energy(rate.central)} <span class="small soft">{formatRange('energy', rate, locale())}</span>
          </>
        );
      },
    },
    {
      name: t('models.energy.each'),
      cell: ({ measures }) => (
        <SpreadText spread={spreadOf(measures.energyHistogram)} text={energy} range={energyRange} />
      ),
    },
    {
      name: t('models.ttft'),
      cell: ({ measures }, place) => (
        <>
          <SpreadText spread={spreadOf(measures.ttftHistogram)} text={secondsText} range={secondsRange} />
          <Distribution
            name={t('models.ttft')}
            bars={ttft[place] ?? []}
            spread={spreadOf(measures.ttftHistogram)}
            text={secondsText}
            place={place === 0 ? 1 : 2}
          />
        </>
      ),
    },
    {
      name: t('models.speed'),
      cell: ({ measures }, place) => (
        <>
          <SpreadText spread={spreadOf(measures.speedHistogram)} text={speedText} />
          <Distribution
            name={t('models.speed')}
            bars={speed[place] ?? []}
            spread={spreadOf(measures.speedHistogram)}
            text={speedText}
            place={place === 0 ? 1 : 2}
          />
        </>
      ),
    },
    {
      name: t('models.cost.each'),
      cell: ({ measures }) => costText(measures.priced > 0 ? measures.costUsd / measures.priced : null),
    },
  ];
  return (
    <ScrollX label={t('models.compare')}>
      <table class="side-by-side">
        <caption class="visually-hidden">{t('models.compare')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('models.compare.figure')}</th>
            {pair.map((model, place) => (
              <th key={`${keyOf(model)} ${place}`} scope="col">
                <bdi>{names(model.modelId) ?? model.modelId}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, cell }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{cell(pair[0], 0)}</td>
              <td>{cell(pair[1], 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  );
}
