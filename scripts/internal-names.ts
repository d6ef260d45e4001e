/**
 * Property names that a content script, and the context it is started in, know alone: no message, no setting, no
 * browser and no page does. The build makes them short, since every chat page loads them.
 */
export const INTERNAL_NAMES: readonly string[] = (
  'abortController answerFound answerImages answerLength answerTurn armed asksAnew awaiting chatLeft ' +
  'chatPage composer composerText conversationKey disarm dropLengths editedText editedTurn expire ' +
  'firstTokenAt forget forgetContext forgetGrowth forgetRendering growthAt hasContent hasText ' +
  'idleSince isAway isBusy isChatPage isContinued isKnown isLeaving isLive isNewBlock isOwn keepLength ' +
  'keepPrompt keepSpace keepTo lastAnswerText lengthOf lengthsBeside listenForNewerScripts ' +
  'locationWatcher lookEvery lostSend measuredGrowthAt measuredLength newId nextTick noteGrowth ' +
  'noteHidden notifyInvalidated notText nowSeconds onBack onInvalidated onLost onState onUser pageBack ' +
  'pageGone pageHidden promptOf questionLength questionText readContext renew sawFirstToken ' +
  'sawLastToken sawStreaming shownUser siteSaysFailed startedAt startsEmpty stateOf stopOldScripts ' +
  'stopPlaces stopRequested superseded thinkingDuration thinkingText totalTurns triedTurn trouble ' +
  'userTurns verifyScriptStartedEvent virtualised wasAway wasHidden wasReplaced whenIdle wholeLength'
).split(' ');
