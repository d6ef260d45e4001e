/** Everything that the scrapers read of one page, as plain data: runs in Node and, bundled, in a browser. */
import type { MediaSeen, ModelSeen, SiteId, ThinkingSeen } from '../../lib/prompt';
import {
  choicesIn,
  hasFailed,
  isFinished,
  mediaOf,
  notCountableIn,
  textRoots,
  thinkingOf,
  turnText,
  wasStopped,
} from '../../lib/scrapers/page/marks';
import { recognise } from '../../lib/scrapers/page/recognise';
import { hasVisibleText, textLength } from '../../lib/scrapers/page/text';
import { SITES } from '../../lib/scrapers/registry';
import type { Turn } from '../../lib/scrapers/site';
import { readNow } from './read-now';

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
  readonly notCountable: readonly string[];
  readonly choices: number;
}

export interface PageRead {
  readonly layout: string | null;
  readonly turns: readonly TurnRead[];
  readonly streaming: boolean;
  readonly totalTurns: number | null;
}

/** Every selector of every layout that this browser does not take; an emulation may take more than a browser. */
export function refusedSelectors(root: Document): string[] {
  const selectors = SITES.flatMap(({ layouts }) => layouts).flatMap(
    ({ user, assistant, notCountable = [], ...rest }) =>
      [user, assistant, rest, ...notCountable].flatMap((part) =>
        Object.entries(part).filter(
          ([name, value]) => typeof value === 'string' && !['id', 'name'].includes(name),
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
  const page = readNow(root, layout);
  const turns = page.turns();
  const answered = new Set(turns.filter(({ role }) => role === 'assistant').map(({ element }) => element));
  /** Pictures of an exchange whose question stands alone are its answer. */
  const mediaIn = (turn: Turn): MediaSeen => {
    if (turn.role === 'assistant') return mediaOf(layout, null, turn);
    const media = mediaOf(layout, turn, null);
    return answered.has(turn.element) ? { ...media, outputImages: 0 } : media;
  };
  return {
    layout: layout.id,
    turns: turns.map((turn) => {
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
        media: mediaIn(turn),
        notCountable: notCountableIn(layout, turn),
        choices: choicesIn(layout, turn),
      };
    }),
    streaming: page.streams(page.last('assistant')),
    totalTurns: layout.totalTurns?.(root) ?? null,
  };
}
