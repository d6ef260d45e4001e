/**
 * Property names that a content script knows alone: no message, no setting, no browser and no page does. The build
 * makes them short, since every chat page loads them.
 */
export const INTERNAL_NAMES: readonly string[] = (
  'answerFound answerImages answerLength answerTurn composerText conversationKey dropLengths editedText editedTurn ' +
  'firstTokenAt forgetContext forgetGrowth forgetRendering growthAt idleSince isChatPage isContinued isLeaving isNewBlock ' +
  'asksAnew questionLength questionText shownUser keepLength keepPrompt keepSpace keepTo lastAnswerText lengthOf lengthsBeside lostSend measuredGrowthAt measuredLength ' +
  'noteGrowth noteHidden notText pageBack pageGone pageHidden promptOf readContext sawFirstToken sawLastToken ' +
  'sawStreaming siteSaysFailed startsEmpty stopPlaces stopRequested superseded thinkingDuration thinkingText totalTurns ' +
  'userTurns virtualised wasAway wasHidden whenIdle wholeLength'
).split(' ');
