import type { Layout } from '../engine/layout';
import type { LayoutId } from '../types';
import { CHATGPT_A } from './chatgpt-a';
import { CHATGPT_B } from './chatgpt-b';
import { CHATGPT_C } from './chatgpt-c';
import { CHATGPT_D } from './chatgpt-d';
import { CLAUDE_A } from './claude-a';
import { CLAUDE_B } from './claude-b';
import { CLAUDE_C } from './claude-c';
import { FOREIGN } from './foreign';
import { GEMINI_A } from './gemini-a';
import { GEMINI_LR26 } from './gemini-lr26';

/** Every simulated layout; a new one is one file and one line here. */
export const LAYOUTS: Readonly<Record<LayoutId, Layout>> = {
  'chatgpt-a': CHATGPT_A,
  'chatgpt-b': CHATGPT_B,
  'chatgpt-c': CHATGPT_C,
  'chatgpt-d': CHATGPT_D,
  'claude-a': CLAUDE_A,
  'claude-b': CLAUDE_B,
  'claude-c': CLAUDE_C,
  'gemini-a': GEMINI_A,
  'gemini-lr26': GEMINI_LR26,
  foreign: FOREIGN,
};
