import type { LayoutId, PageConfig, Plan, SimSite } from './types';

export const DEFAULT_PLAN: Plan = {
  text: '',
  kind: 'plain',
  minCharacters: 0,
  userTurnMs: 30,
  assistantTurnMs: 80,
  thinkingMs: 0,
  thinking: 'shown',
  thinkingText: 'The question is short. I will name the main points and keep the order simple.',
  firstTokenMs: 300,
  chunkCharacters: 9,
  chunks: 0,
  chunkMs: 20,
  pauses: [],
  stopAfter: null,
  errorAfter: null,
  errorMessage: 'Something went wrong while making this answer.',
  limit: false,
  takenBack: false,
  approval: null,
  marksLate: false,
  replaceAfter: null,
  replaceText: '',
  cutAfter: null,
  outage: null,
  alternative: '',
  finishMs: 150,
  actionBar: 'normal',
  lateMs: 3000,
  rerenderMs: 4000,
  addressMs: 400,
};

export const DEFAULT_CONFIG: PageConfig = {
  layout: 'chatgpt-b',
  language: 'en',
  speed: 1,
  history: 6,
  chats: [],
  plan: {},
  queue: [],
  models: [],
  onReload: 'resume',
  suggestions: ['Explain how a tide table works', 'Plan a week of simple meals'],
  bareStop: false,
  bootMs: 0,
  historyMs: 0,
  follow: true,
};

export const HOSTS: Readonly<Record<SimSite, string>> = {
  chatgpt: 'chatgpt.com',
  claude: 'claude.ai',
  gemini: 'gemini.google.com',
};

/** Layout of a host where the test names none. */
export const DEFAULT_LAYOUTS: Readonly<Record<SimSite, LayoutId>> = {
  chatgpt: 'chatgpt-b',
  claude: 'claude-c',
  gemini: 'gemini-lr26',
};

/** The simulated site of a host name, null for every other host. */
export function siteOfHost(host: string): SimSite | null {
  for (const site of ['chatgpt', 'claude', 'gemini'] as const) if (HOSTS[site] === host) return site;
  return null;
}

/** The site whose page a layout imitates; `foreign` can stand on any host. */
export function siteOfLayout(layout: LayoutId): SimSite | null {
  const site = layout.split('-')[0];
  return site === 'chatgpt' || site === 'claude' || site === 'gemini' ? site : null;
}

/** A conversation id as the site makes them. */
export function sampleChatId(site: SimSite, number: number): string {
  const hex = number.toString(16).padStart(4, '0');
  return site === 'gemini' ? `ab12cd34ef56${hex}` : `0d9c1f2a-3b4c-4d5e-8f60-7a8b9c0d${hex}`;
}

/** Address of a conversation on its site. */
export function chatUrl(site: SimSite, id: string, layout?: LayoutId): string {
  const path =
    layout === 'chatgpt-d'
      ? `/uc/${id}`
      : site === 'chatgpt'
        ? `/c/${id}`
        : site === 'claude'
          ? `/chat/${id}`
          : `/app/${id}`;
  return `https://${HOSTS[site]}${path}`;
}

/** Address of the page where a new chat begins. */
export function homeUrl(site: SimSite): string {
  const path = site === 'chatgpt' ? '/' : site === 'claude' ? '/new' : '/app';
  return `https://${HOSTS[site]}${path}`;
}
