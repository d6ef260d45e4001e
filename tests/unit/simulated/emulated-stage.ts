/** The hands of a situation of the table, on an emulated page: what needs no browser can be played here too. */
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import type { Observation, PromptRecord } from '../../../lib/prompt';
import { problemsOf } from '../../e2e/matrix/check';
import { expectedOf } from '../../e2e/matrix/expected';
import type { Situation, Stage } from '../../e2e/matrix/types';
import { type ChatLayout, siteOf } from '../../e2e/support';
import { sampleChatId } from '../../sites/config';
import type { PageConfig } from '../../sites/types';
import { EmulatedPage, simulated } from './emulated-page';

/** How long the observer may take after the page is at rest, ms. */
const PATIENCE_MS = 20_000;

function stageOf(layout: ChatLayout, take: (page: EmulatedPage) => void): Stage {
  let page: EmulatedPage | null = null;
  const shown = (): EmulatedPage => {
    if (page === null) throw new Error('the script has opened no page');
    return page;
  };
  const stage = {
    layout,
    full: false,
    async open(where: string, config: Partial<PageConfig> = {}) {
      if (where !== 'old') throw new Error('only an old chat is emulated');
      page = new EmulatedPage(siteOf(layout), simulated(layout), config);
      take(page);
      await page.pass(500);
    },
    send: (text: string) => shown().send(text),
    pause: (ms: number) => shown().pass(ms),
    idle: () => shown().idle(),
    chatId: (number: number) => sampleChatId(siteOf(layout), number),
    async click(sim: string) {
      shown().click(sim);
      await shown().pass(10);
    },
    async grown(characters: number) {
      while ((shown().log().at(-1)?.answerText.length ?? 0) < characters) await shown().pass(20);
    },
  };
  // Whatever else a situation asks for is missing, and fails it.
  return stage as unknown as Stage;
}

/** An observation as the store would keep it, as far as the table looks at it. */
function recordOf(one: Observation, all: readonly Observation[]): PromptRecord {
  const { texts, attempt, model, chat } = one;
  const counted = texts === null ? 'characters' : one.site === 'chatgpt' ? 'exact' : 'calibrated';
  const place = all.indexOf(one);
  const record = {
    ...one,
    modelLabel: model.label ?? model.slug ?? '',
    attemptKind: attempt.kind,
    taskId: attempt.of ?? one.id,
    attempt: all
      .slice(0, place + 1)
      .filter(({ id, attempt: { of } }) => (of ?? id) === (attempt.of ?? one.id)).length,
    conversation: chat.localId,
    tokenMethod: counted,
    inputTokens: countTokens(texts?.input ?? ''),
    outputTokens: texts === null ? one.outputTextLength : countTokens(texts.output),
  };
  return record as unknown as PromptRecord;
}

/** Plays a situation and tells what is wrong, as the table does. */
export async function playEmulated(situation: Situation, layout: ChatLayout): Promise<readonly string[]> {
  const opened: EmulatedPage[] = [];
  try {
    await situation.play(stageOf(layout, (page) => opened.push(page)));
    const [page] = opened;
    if (page === undefined) return ['no page was opened'];
    await page.pass(PATIENCE_MS);
    const seen = page.records();
    const log = page.log();
    return problemsOf(
      layout,
      log,
      expectedOf(log, situation.expect ?? []),
      seen.map((one) => recordOf(one, seen)),
    );
  } finally {
    for (const page of opened) page.end();
  }
}
