import { claudeRows } from './claude-rows';

export const CLAUDE_B = claudeRows('b');
