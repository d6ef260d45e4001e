/** Observations as a page sends them: a chat that gets its name, a retry, an edit, a stop and another tab. */
import type { Observation } from '../../../lib/prompt';
import { anObservation } from '../../fixtures/observation';

const idOf = (n: number): string => `3f0c8f4e-6f0f-4b8e-9d35-${String(n).padStart(12, '0')}`;
const CHAT = '0e0f2f0a-3f0b-4f9e-8a77-2b7b5f6f1c22';
const OTHER_CHAT = '1e0f2f0a-3f0b-4f9e-8a77-2b7b5f6f1c23';
const START = 1_768_306_662;

interface Told {
  readonly n: number;
  readonly attempt?: Observation['attempt'];
  readonly turn: string;
  readonly end: 'complete' | 'stopped' | 'failed';
  readonly other?: boolean;
  /** The first states know no name of the chat yet. */
  readonly nameless?: boolean;
}

/** All states of one prompt: at submit, at the first token, at a heartbeat and at the end. */
function statesOf({ n, attempt, turn, end, other = false, nameless = false }: Told): Observation[] {
  const startTime = START + n * 60;
  const input = `Question ${n} `.repeat(n + 1).trim();
  const output = end === 'failed' ? '' : `Answer ${n} `.repeat(10 * (n + 1)).trim();
  const name = other ? '6a1f2b3c-0000-4000-8000-000000000002' : '6a1f2b3c-0000-4000-8000-000000000001';
  const base = anObservation({
    id: idOf(n),
    chat: { localId: other ? OTHER_CHAT : CHAT, siteKey: nameless ? null : name },
    turnKey: turn,
    attempt: attempt ?? { kind: 'first', of: null },
    startTime,
    firstTokenTime: null,
    lastTokenTime: null,
    inputTextLength: input.length,
    outputTextLength: 0,
    context: { turns: 2 * (n - 1), textLength: 400 * (n - 1), complete: true },
    status: 'pending',
    texts: null,
  });
  const named = { localId: base.chat.localId, siteKey: name };
  const first = end === 'failed' ? null : startTime + 1;
  return [
    { ...base, revision: 1 },
    {
      ...base,
      revision: 2,
      firstTokenTime: first,
      lastTokenTime: first,
      outputTextLength: output && 9 ? 9 : 0,
    },
    {
      ...base,
      revision: 3,
      chat: named,
      firstTokenTime: first,
      lastTokenTime: first === null ? null : first + 5,
      outputTextLength: Math.floor(output.length / 2),
    },
    {
      ...base,
      revision: 4,
      chat: named,
      status: end,
      firstTokenTime: first,
      lastTokenTime: first === null ? null : first + 9,
      outputTextLength: output.length,
      texts: { input, output },
    },
  ];
}

/** One list of states per prompt, in order of sending. */
export const STORY: readonly (readonly Observation[])[] = [
  statesOf({ n: 1, turn: 'turn-1', end: 'complete', nameless: true }),
  statesOf({ n: 2, turn: 'turn-1', end: 'stopped', attempt: { kind: 'retry', of: idOf(1) } }),
  statesOf({ n: 3, turn: 'turn-1', end: 'complete', attempt: { kind: 'retry', of: idOf(2) } }),
  statesOf({ n: 4, turn: 'turn-a', end: 'complete', other: true }),
  statesOf({ n: 5, turn: 'turn-2', end: 'failed' }),
  statesOf({ n: 6, turn: 'turn-2', end: 'complete', attempt: { kind: 'retry', of: idOf(5) } }),
  statesOf({ n: 7, turn: 'turn-3', end: 'complete', attempt: { kind: 'edit', of: idOf(6) } }),
];
