/**
 * The line under a finished answer, for those who asked for it. It stands in a closed shadow root at the end of
 * the answer's turn, so it leaves with the turn; its host holds nothing that the site or we could count as text.
 */
import type { Observation } from '../../lib/prompt';

/** The host's name: what a page with such an element is told apart by, here and in tests. */
export const LINE_TAG = 'tokenprint-line';

// The page's own colour, weakened: right in every theme of the site. Set through the object model, which no
// content security policy of the site forbids.
const STYLE =
  'all:initial;display:block;margin-top:4px;font:12px/1.4 system-ui;color:inherit;opacity:.75;user-select:none';

/** The element of a prompt's finished answer, asked while its end is told; null when it cannot be told. */
export type AnswerOf = (id: string) => Element | null;

/** What lines need to know of a prompt. */
export type Prompt = Pick<Observation, 'id' | 'status' | 'attempt'>;

export interface AnswerLines {
  /** A state of a prompt, as the observer makes it and before the page changes again. */
  readonly seen: (prompt: Prompt) => void;
  /** The worker has stored a prompt and gave the words of its line. */
  readonly stored: (id: string, words: string) => void;
  /** Switches lines on; or off: then every line goes, and what was to come is forgotten. */
  readonly turn: (on: boolean) => void;
}

/** Makes and removes lines. Touches the page only between prompts: nothing moves while an answer grows. */
export function createAnswerLines(root: Document, answerOf: AnswerOf): AnswerLines {
  let on = false;
  let hosts: HTMLElement[] = [];
  /** Finished prompts without a line yet: where it belongs, and its words once they are known. */
  const finished = new Map<string, { readonly turn: Element; words: string | null }>();
  let liveId: string | null = null;

  function show(): void {
    if (liveId !== null) return;
    for (const [id, { turn, words }] of finished) {
      // A turn that the site has taken away in the meantime needs no line.
      if (turn.isConnected && words === null) continue;
      finished.delete(id);
      if (turn.isConnected && words !== null) hosts.push(lineIn(turn, words));
    }
    hosts = hosts.filter((host) => host.isConnected);
  }

  function lineIn(turn: Element, words: string): HTMLElement {
    turn.querySelector(LINE_TAG)?.remove();
    const host = root.createElement(LINE_TAG);
    const line = root.createElement('div');
    line.style.cssText = STYLE;
    line.textContent = words;
    host.attachShadow({ mode: 'closed' }).append(line);
    turn.append(host);
    return host;
  }

  return {
    seen({ id, status, attempt }) {
      if (status === 'pending') {
        // Another attempt takes the place of the answer that the newest line speaks of.
        if (id !== liveId && attempt.kind !== 'first') hosts.pop()?.remove();
        liveId = id;
        return;
      }
      if (id === liveId) liveId = null;
      if (!on) return;
      const turn = status === 'complete' ? answerOf(id) : null;
      if (turn !== null) finished.set(id, { turn, words: null });
      show();
    },
    stored(id, words) {
      const place = finished.get(id);
      if (place === undefined) return;
      place.words = words;
      show();
    },
    turn(next) {
      on = next;
      if (on) return;
      finished.clear();
      for (const host of hosts) host.remove();
      hosts = [];
    },
  };
}
