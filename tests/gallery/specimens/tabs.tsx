import { TabLine } from '../../../entrypoints/popup/tab-state';
import type { TabState } from '../../../lib/messages';
import type { Loaded } from '../../../lib/ui/live';
import { START } from '../../unit/views/records';
import type { Specimen } from '../specimen';

const STATES: readonly TabState[] = [
  { kind: 'loading', site: 'chatgpt' },
  { kind: 'measuring', site: 'chatgpt', layout: 'chatgpt-c' },
  { kind: 'not-a-chat', site: 'claude' },
  { kind: 'paused', site: 'gemini' },
  { kind: 'no-site' },
  { kind: 'unreadable', site: 'gemini', reason: 'layout', sinceTime: START },
  { kind: 'not-answering', site: 'chatgpt' },
  { kind: 'withheld', site: 'claude' },
];
const LOADED: readonly Loaded<TabState>[] = [
  { kind: 'loading' },
  { kind: 'failed', problem: { kind: 'unexpected', message: null, time: null } },
  ...STATES.map((value) => ({ kind: 'ready', value }) as const),
];

/** What the popup says of a tab. */
export const tabs: Specimen = {
  name: 'tab-state',
  cases: LOADED.map((tab) => <TabLine tab={tab} utcOffsetMinutes={0} onGrant={() => {}} />),
};
