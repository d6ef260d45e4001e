import { Distribution } from '../../../entrypoints/dashboard/models/distribution';
import { SpreadText } from '../../../entrypoints/dashboard/models/spread';
import { PromptTable } from '../../../entrypoints/dashboard/prompt-table';
import { PROMPT_STATUSES } from '../../../lib/prompt';
import { estimate, record, spread } from '../../unit/views/records';
import type { Specimen } from '../specimen';

const seconds = (value: number) => `${value} s`;
const SPREAD = { median: 2, low: 1, high: 8 };
const bars = [0.2, 0.6, 1, 0.5, 0.1].map((share, index) => ({
  low: 2 ** index,
  high: 2 ** (index + 1),
  share,
}));

/** What was experienced with a model; a short list of prompts on one axis. */
export const models: readonly Specimen[] = [
  {
    name: 'distribution',
    cases: [
      <Distribution key="first" name="First token" bars={bars} spread={SPREAD} text={seconds} place={1} />,
      <Distribution key="second" name="First token" bars={bars} spread={SPREAD} text={seconds} place={2} />,
      <p key="text">
        <SpreadText spread={SPREAD} text={seconds} range={({ low, high }) => `${low}–${high} s`} />
      </p>,
      <p key="none">
        <SpreadText spread={null} text={seconds} />
      </p>,
    ],
  },
  {
    name: 'prompt-table',
    cases: [
      <PromptTable
        key="each"
        caption="Prompts"
        names={() => 'GPT-5'}
        onOpen={() => {}}
        records={PROMPT_STATUSES.map((status, index) =>
          record({ id: status, status, estimate: estimate({ energyWh: spread(0.05 * 4 ** index) }) }),
        )}
      />,
    ],
  },
];
