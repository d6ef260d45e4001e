import { MODEL_MATCHES, PROMPT_STATUSES, type PromptRecord, SITE_IDS } from '../../../lib/prompt';
import { CaveatSign, Caveats } from '../../../lib/ui/caveats';
import { ModelName, Status } from '../../../lib/ui/labels';
import { PromptCard } from '../../../lib/ui/prompt-card';
import { Site } from '../../../lib/ui/site-mark';
import { TablesAge } from '../../../lib/ui/tables-age';
import { estimate, record, START } from '../../unit/views/records';
import type { Specimen } from '../specimen';

const names = (id: string) => (id === 'gpt-5' ? 'GPT-5' : null);
const LONG =
  'A model with a name much longer than anyone would choose for it, Preview 2026-11-22 (Extended thinking, Maximum)';

const PARTLY = {
  media: { inputFiles: 2, inputImages: 1, outputImages: 1 },
  timesThrottled: true,
  context: { turns: 4, textLength: 900, complete: false },
};

const card = (change: Partial<PromptRecord>) => (
  <PromptCard record={record(change)} headline="otm-shared" names={names} now={START + 65} />
);

/** One prompt in every status and with every doubt; long, right-to-left and unknown names; with thinking. */
export const prompts: readonly Specimen[] = [
  {
    name: 'prompt-card',
    cases: [
      card({}),
      card({ status: 'pending', lastTokenTime: START + 2, site: 'claude', modelMatch: 'default' }),
      card({ status: 'failed', firstTokenTime: null, lastTokenTime: null, outputTokens: 0, site: 'gemini' }),
      card({ modelId: 'unknown-gemini', modelMatch: 'unknown', modelLabel: LONG, site: 'gemini' }),
      card({ modelId: 'other', modelMatch: 'family', modelLabel: 'نموذج جديد', site: 'claude' }),
      card(PARTLY),
      card({ estimate: estimate({ reasoningTokens: 12_345 }), inputTokens: 1_234_567, outputTokens: 98_765 }),
    ],
  },
  {
    name: 'caveats',
    cases: [
      <Caveats key="list" record={record(PARTLY)} />,
      <TablesAge key="tables" now={Date.UTC(2027, 0, 15) / 1000} />,
      <p key="sign">
        0.34 Wh <CaveatSign record={record(PARTLY)} />
      </p>,
    ],
  },
  {
    name: 'labels',
    cases: [
      <p key="status" class="row">
        {PROMPT_STATUSES.map((status) => (
          <Status key={status} status={status} />
        ))}
      </p>,
      ...MODEL_MATCHES.map((modelMatch) => (
        <ModelName key={modelMatch} record={record({ modelMatch })} names={names} />
      )),
      <ModelName key="long" record={record({ modelId: 'other', modelLabel: LONG })} names={names} />,
      <p key="sites" class="row">
        {SITE_IDS.map((site) => (
          <Site key={site} site={site} />
        ))}
      </p>,
    ],
  },
];
