import { signal } from '@preact/signals';
import { ReestimateParts } from '../../../entrypoints/dashboard/data/reestimate';
import type { DeleteStep } from '../../../entrypoints/dashboard/delete-model';
import { DeletePanel } from '../../../entrypoints/dashboard/delete-panel';
import type { RemovalStep } from '../../../entrypoints/dashboard/history/removal';
import { RemovalLine } from '../../../entrypoints/dashboard/history/removal-line';
import type { ImportStep } from '../../../entrypoints/dashboard/import-model';
import { ImportPanel } from '../../../entrypoints/dashboard/import-panel';
import type { Reestimation } from '../../../lib/store/reestimation-types';
import type { ImportReport } from '../../../lib/store/types';
import { record, START } from '../../unit/views/records';
import type { Specimen } from '../specimen';

const none = () => {};
const nothing = async () => {};

const report: ImportReport = {
  kind: 'json',
  records: 1_234,
  added: 1_200,
  replaced: 4,
  kept: 30,
  unknown: 0,
  removed: 0,
  firstTime: START - 5_000_000,
  lastTime: START,
  settings: {},
};

const importing = (step: ImportStep) => (
  <ImportPanel
    model={{ step: signal(step), choose: nothing, confirm: nothing, cancel: none }}
    utcOffsetMinutes={0}
  />
);

const deleting = (step: DeleteStep, confirmed = false) => (
  <DeletePanel
    model={{
      step: signal(step),
      typed: signal(confirmed ? 'delete' : ''),
      confirmed: signal(confirmed),
      ask: none,
      cancel: none,
      run: nothing,
    }}
  />
);

const removing = (step: RemovalStep, selected: readonly string[] = []) => (
  <RemovalLine
    removal={{
      selected: signal(new Set(selected)),
      step: signal(step),
      toggle: none,
      run: nothing,
      undo: nothing,
    }}
  />
);

const job = (change: Partial<Reestimation>): Reestimation => ({
  id: 'job',
  state: 'done',
  choices: { models: 'keep', overrides: {}, gridZone: null, headline: 'otm-shared' },
  startedTime: START,
  endedTime: START + 9,
  total: 1_234,
  visited: 1_234,
  changed: 1_200,
  skipped: 0,
  cursor: null,
  problem: null,
  ...change,
});

const pricing = (value: Reestimation | null) => (
  <ReestimateParts
    job={{ kind: 'ready', value }}
    records={1_234}
    requests={{ start: nothing, cancel: nothing }}
  />
);

/** What changes the data, step by step, with every end it can come to. */
export const panels: readonly Specimen[] = [
  {
    name: 'import',
    cases: [
      importing({ kind: 'idle' }),
      importing({ kind: 'reading', name: 'tokenprint-2026-11-22.json' }),
      importing({ kind: 'preview', file: new File([], 'tokenprint-2026-11-22.json'), report }),
      importing({ kind: 'running' }),
      importing({ kind: 'done', report }),
      importing({ kind: 'done', report: { ...report, added: 0, replaced: 0 } }),
      importing({ kind: 'failed', message: 'Nothing was changed.' }),
    ],
  },
  {
    name: 'delete-all',
    cases: [
      deleting({ kind: 'idle' }),
      deleting({ kind: 'asking' }),
      deleting({ kind: 'asking' }, true),
      deleting({ kind: 'running' }, true),
      deleting({ kind: 'done' }),
      deleting({ kind: 'failed', message: 'QuotaExceededError' }),
    ],
  },
  {
    name: 'delete-selection',
    cases: [
      removing({ kind: 'idle' }, ['one', 'two']),
      removing({ kind: 'running' }, ['one', 'two']),
      removing({ kind: 'done', removed: { records: [record({}), record({ id: 'r2' })], chats: [] } }),
      removing({ kind: 'undone' }),
      removing({ kind: 'failed', what: 'delete', message: 'QuotaExceededError' }),
    ],
  },
  {
    name: 're-estimate',
    cases: [
      pricing(null),
      pricing(job({ state: 'running', visited: 400 })),
      pricing(job({ skipped: 34 })),
      pricing(job({ state: 'cancelled', visited: 400, changed: 390 })),
      pricing(job({ state: 'failed', problem: 'quota' })),
    ],
  },
];
