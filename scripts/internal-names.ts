/**
 * Property names that a content script, and the context it is started in, know alone: no message, no setting, no
 * browser and no page does. The build makes them short, since every chat page loads them.
 */
export const INTERNAL_NAMES: readonly string[] = (
  'abortController ageMs alternatives answerFound answerImages answerLength answerTurn armed asksAnew ' +
  'awaited awaiting besides chatLeft chatPage clock composer composerText consider conversationKey ' +
  'deliver disarm dropLengths early editedText editedTurn emit enough expire firstTokenAt forget ' +
  'forgetContext forgetGrowth forgetRendering gesture growthAt hasContent hasText holds idleSince ' +
  'isAway isBusy isChatPage isContinued isEdited isInvalid isKnown isLeaving isLive isNewBlock isOwn ' +
  'isOwnChat isScrolledAway isValid isVisible keepLength keepPrompt keepSpace keepTo lastAnswerText ' +
  'leave lengthOf lengthsBeside listenForNewerScripts locationWatcher looked lookEvery lostSend ' +
  'measuredGrowthAt measuredLength names newId nextTick noteGrowth noteHidden notifyInvalidated ' +
  'notText nowSeconds observation onAsked onBack onInvalidated onLost onState pageBack pageGone ' +
  'pageHidden phase present promptOf question questionLength questionText readContext readLast renew ' +
  'replaced resumed sawFirstToken sawLastToken sawStreaming shownUser siteSaysFailed snapshot soon ' +
  'startedAt startOver startsEmpty stateOf stock stopOldScripts stopPlaces stopRequested streaming ' +
  'superseded thinkingDuration thinkingText totalTurns triedTurn trouble unless userTurns ' +
  'verifyScriptStartedEvent virtualised wall wasAway wasHidden wasReplaced whenIdle wholeLength'
).split(' ');
