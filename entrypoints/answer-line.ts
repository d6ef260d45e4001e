/** Started in a chat page only for those who want a line under answers, and only after they said so. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createAnswerLines, LINE_TAG } from './content/answer-line';
import './content/running';

export default defineUnlistedScript(() =>
  globalThis.tokenprint?.addLines((answerOf) => {
    // Firefox ends the script of an earlier version without a word: its lines are still there.
    for (const left of document.querySelectorAll(LINE_TAG)) left.remove();
    return createAnswerLines(document, answerOf);
  }),
);
