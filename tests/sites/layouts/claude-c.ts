import { claudeRows } from './claude-rows';

export const CLAUDE_C = claudeRows('c');
