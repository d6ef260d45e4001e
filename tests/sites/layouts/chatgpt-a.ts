import { chatGptTurns } from './chatgpt-ab';

export const CHATGPT_A = chatGptTurns({
  id: 'chatgpt-a',
  turn: 'article',
  containers: false,
  editor: false,
  newNode: false,
  provisional: false,
  stopLabel: 'Stop streaming',
});
