/**
 * Property names that a content script knows alone: no message, no setting, no browser and no page does. The build
 * makes them short, since every chat page loads them.
 */
export const INTERNAL_NAMES: readonly string[] = (
  'answerFound answerImages answerLength answerTurn asksAnew chatLeft chatPage composer ' +
  'composerText conversationKey dropLengths editedText editedTurn firstTokenAt forgetContext ' +
  'forgetGrowth forgetRendering growthAt hasContent hasText idleSince isAway isChatPage isContinued ' +
  'isKnown isLeaving isNewBlock keepLength keepPrompt keepSpace keepTo lastAnswerText lengthOf ' +
  'lengthsBeside lookEvery lostSend measuredGrowthAt measuredLength nextTick noteGrowth noteHidden ' +
  'notText nowSeconds pageBack pageGone pageHidden promptOf questionLength questionText readContext ' +
  'sawFirstToken sawLastToken sawStreaming shownUser siteSaysFailed startedAt startsEmpty stateOf ' +
  'stopPlaces stopRequested superseded thinkingDuration thinkingText totalTurns triedTurn trouble ' +
  'userTurns virtualised wasAway wasHidden wasReplaced whenIdle wholeLength'
).split(' ');
