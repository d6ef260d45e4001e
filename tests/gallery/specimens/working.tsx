import { EstimatedFacts, MeasuredFacts } from '../../../entrypoints/dashboard/facts';
import { StoredAssumptions } from '../../../entrypoints/dashboard/working/assumptions';
import { RangeCauses } from '../../../entrypoints/dashboard/working/causes';
import { Sections } from '../../../entrypoints/dashboard/working/sections';
import { workOut } from '../../../entrypoints/dashboard/working/working';
import { LOADING } from '../../../lib/ui/live';
import { estimate, record, spread } from '../../unit/views/records';
import type { Specimen } from '../specimen';

const prompt = record({
  contextTokens: 1_125,
  context: { turns: 6, textLength: 4_500, complete: false },
  media: { inputFiles: 1, inputImages: 0, outputImages: 0 },
  timesThrottled: true,
});
const again = record({ formerEstimate: estimate({ energyWh: spread(0.5) }) });
const names = () => 'GPT-5';
const failed = { kind: 'failed', problem: { kind: 'broken', message: null, time: null } } as const;
const set = {
  key: 'set',
  refdbVersion: '2026.11',
  otmVersion: '1',
  modelId: 'gpt-5',
  assumptions: [
    { name: 'pue', value: 1.17, unit: 'ratio', source: 'A report, https://example.org/report, 2025' },
    { name: 'gridZone', value: 'USA', unit: 'zone', source: 'Without an address' },
  ],
};

/** One prompt's working in parts, with what stands there while it is not known. */
export const workings: readonly Specimen[] = [
  {
    name: 'working',
    cases: [
      <Sections key="loading" record={prompt} working={LOADING} />,
      <Sections key="failed" record={prompt} working={failed} />,
      <Sections key="none" record={prompt} working={{ kind: 'ready', value: null }} />,
      <Sections
        key="steps"
        record={prompt}
        working={{ kind: 'ready', value: workOut(prompt, null, [prompt, again]) }}
      />,
    ],
  },
  {
    name: 'working-facts',
    cases: [
      <MeasuredFacts key="measured" record={prompt} names={names} />,
      <EstimatedFacts key="estimated" record={again} />,
      <div key="causes" class="stack">
        <RangeCauses causes={prompt.estimate.rangeCauses} />
      </div>,
      <StoredAssumptions key="loading" factors={LOADING} />,
      <StoredAssumptions key="failed" factors={failed} />,
      <StoredAssumptions key="none" factors={{ kind: 'ready', value: null }} />,
      <StoredAssumptions key="some" factors={{ kind: 'ready', value: set }} />,
    ],
  },
];
