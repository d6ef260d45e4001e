/**
 * Property names that a content script, and the context it is started in, know alone: no message, no setting, no
 * browser and no page does. The build makes them short, since every chat page loads them.
 */
export const INTERNAL_NAMES: readonly string[] = (
  'abortController ageMs alternatives answerFound answerImages answerLength answerTurn armed asksAnew ' +
  'awaited awaiting away begin besides cell chatLeft chatPage clock composer composerText consider ' +
  'conversationKey deliver disarm dropLengths early editedText editedTurn emit enough expire ' +
  'firstTokenAt flow follow forget forgetContext forgetGrowth forgetRendering gesture gone grew ' +
  'growthAt hasContent hasText holds hosts idleSince isAway isBusy isChatPage isContinued isEdited ' +
  'isInvalid isKnown isLeaving isLive isNewBlock isOwn isOwnChat isReplaced isScrolledAway isValid ' +
  'isVisible keepLength keepPrompt keeps keepSpace keepTo kept lastAnswerText leave lengthOf ' +
  'lengthsBeside listenForNewerScripts locationWatcher looked lookEvery lostSend measuredGrowthAt ' +
  'measuredLength names newId nextTick noteGrowth noteHidden notifyInvalidated notText nowSeconds ' +
  'observation onAsked onBack onInvalidated onLost onState pageBack pageGone pageHidden phase present ' +
  'promptOf question questionLength questionText readContext readLast renew replaced report ' +
  'resumed sawFirstToken sawLastToken sawStreaming shownUser shows siteSaysFailed snapshot soon ' +
  'startedAt startOver startsEmpty stateOf still stock stopOldScripts stopPlaces stopRequested stops ' +
  'streaming superseded thinkingDuration thinkingText totalTurns triedTurn trouble unless userTurns ' +
  'verifyScriptStartedEvent virtualised wake wall wasAway wasHidden wasLeft wasReplaced whenIdle ' +
  'wholeLength words'
).split(' ');

/**
 * Shortened as well, since they are in every second line: the browser knows them too, but only of players,
 * animations, navigations, downloads and measurements of a page's painting, which no content script asks for.
 */
export const UNUSED_ELSEWHERE: readonly string[] = ['current', 'element', 'ended', 'finished', 'previous'];
