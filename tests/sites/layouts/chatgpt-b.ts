import { chatGptTurns } from './chatgpt-ab';

export const CHATGPT_B = chatGptTurns({
  id: 'chatgpt-b',
  turn: 'section',
  containers: true,
  editor: true,
  newNode: true,
  provisional: true,
  stopLabel: 'Stop answering',
});
