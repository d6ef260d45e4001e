/** Everything that the scrapers read of one page, as plain data: runs in Node and, bundled, in a browser. */
import type { MediaSeen, ModelSeen, SiteId, ThinkingSeen } from '../../lib/prompt';
import { createPageReader } from '../../lib/scrapers/page-reading';
import { recognise } from '../../lib/scrapers/recognise';
import { SITES } from '../../lib/scrapers/registry';
import { hasVisibleText, textLength } from '../../lib/scrapers/text';
import {
  hasFailed,
  isFinished,
  isStreaming,
  mediaOf,
  textRoots,
  thinkingOf,
  turnText,
  wasStopped,
} from '../../lib/scrapers/thread';

export interface TurnRead {
  readonly role: 'user' | 'assistant';
  readonly key: string | null;
  readonly text: string;
  readonly length: number;
  readonly visible: boolean;
  readonly finished: boolean;
  readonly failed: boolean;
  readonly stopped: boolean;
  readonly thinking: ThinkingSeen;
  readonly model: ModelSeen;
  readonly media: MediaSeen;
}

export interface PageRead {
  readonly layout: string | null;
  readonly turns: readonly TurnRead[];
  readonly streaming: boolean;
  readonly totalTurns: number | null;
}

/** Every selector of every layout that this browser does not take; an emulation may take more than a browser. */
export function refusedSelectors(root: Document): string[] {
  const selectors = SITES.flatMap(({ layouts }) => layouts).flatMap(({ user, assistant, ...rest }) =>
    [user, assistant, rest].flatMap((part) =>
      Object.entries(part).filter(
        ([name, value]) => typeof value === 'string' && !['id', 'seen'].includes(name),
      ),
    ),
  );
  return selectors.flatMap(([name, selector]) => {
    try {
      root.querySelector(String(selector));
      return [];
    } catch {
      return [`${name}: ${selector}`];
    }
  });
}

export function readPage(siteId: SiteId, root: Document): PageRead {
  const site = SITES.find(({ id }) => id === siteId);
  if (site === undefined) throw new Error(`no site ${siteId}`);
  const seen = recognise(site, root);
  if (seen.layout === null) {
    return { layout: null, turns: [], streaming: false, totalTurns: null };
  }
  const { layout } = seen;
  const answer = createPageReader(root).read(layout).last('assistant');
  return {
    layout: layout.id,
    turns: createPageReader(root)
      .read(layout)
      .turns()
      .map((turn) => {
        const text = turnText(layout, turn);
        return {
          role: turn.role,
          key: turn.key,
          text,
          length: textLength(text),
          visible: hasVisibleText(textRoots(layout, turn), layout[turn.role].notText),
          finished: isFinished(layout, turn),
          failed: hasFailed(layout, turn),
          stopped: wasStopped(layout, turn),
          thinking: thinkingOf(layout, turn),
          model: layout.model(root, turn.element),
          media: turn.role === 'user' ? mediaOf(layout, turn, null) : mediaOf(layout, null, turn),
        };
      }),
    streaming: isStreaming(createPageReader(root).read(layout), answer),
    totalTurns: layout.totalTurns?.(root) ?? null,
  };
}
