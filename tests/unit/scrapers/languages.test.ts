// @vitest-environment happy-dom
/** ChatGPT in other languages: every label of the page another, its marks and messages the same. */
import { describe, expect, it } from 'vitest';
import { recognise } from '../../../lib/scrapers/page/recognise';
import { chatgpt } from '../../../lib/scrapers/sites/chatgpt';
import { OWN_PAGES, ownHtml } from '../../fixtures/pages';
import { readNow } from '../../replay/read-now';
import { readPage } from '../../replay/read-page';
import { skeletons } from '../../replay/skeletons';

/** What the page's own words become; the stop button's is the real one where it is known. */
interface Language {
  readonly name: string;
  readonly lang: string;
  readonly stop: string;
  /** Words of effort on the model's button. */
  readonly effort: string;
  /** Any other label. */
  readonly other: string;
  thought(seconds: string): string;
}

const LANGUAGES: readonly Language[] = [
  {
    name: 'Turkish',
    lang: 'tr',
    stop: 'Yanıtı bitir',
    effort: 'Orta',
    other: 'Seçenekler',
    thought: (seconds) => `${seconds} saniye düşündü`,
  },
  {
    name: 'Japanese',
    lang: 'ja',
    stop: '回答を終える',
    effort: '中',
    other: 'その他',
    thought: (seconds) => `${seconds}秒考えました`,
  },
  {
    name: 'German',
    lang: 'de',
    stop: 'Antwort beenden',
    effort: 'Mittel',
    other: 'Weitere',
    thought: (seconds) => `${seconds} Sekunden nachgedacht`,
  },
  {
    name: 'Arabic',
    lang: 'ar',
    stop: 'إنهاء الرد',
    effort: 'متوسط',
    other: 'المزيد',
    thought: (seconds) => `فكّر لمدة ${seconds} ثانية`,
  },
];

/** Titles that are read out, and the words of buttons: what a translation of the page changes beside the labels. */
const SPOKEN = '.sr-only, [data-message-attribution], [data-conversation-role], [role="status"]';
const MODEL = '[data-testid="model-switcher-dropdown-button"], [data-codex-intelligence-trigger]';
const MESSAGES = '[data-user-message-bubble], .whitespace-pre-wrap';

/** Puts words in the place of an element's text, not of its elements. */
function say(element: Element, words: (text: string) => string): void {
  for (const node of element.childNodes) {
    if (node.nodeType === 3 && (node.textContent ?? '').trim() !== '')
      node.textContent = words(node.textContent ?? '');
    else if (node.nodeType === 1 && node instanceof Element && !node.matches(MESSAGES)) say(node, words);
  }
}

function translate(html: string, language: Language): Document {
  const root = new DOMParser().parseFromString(html, 'text/html');
  const seconds = /\d+(?= ?s\b| Sek| sec)/.source;
  const spoken = (text: string): string => {
    const [stated] = new RegExp(seconds).exec(text) ?? [];
    return stated === undefined ? language.other : language.thought(stated);
  };
  root.documentElement.setAttribute('lang', language.lang);
  for (const element of root.querySelectorAll(SPOKEN)) say(element, spoken);
  for (const element of root.querySelectorAll('[class~="group/activity-header"]')) say(element, spoken);
  for (const button of root.querySelectorAll('button:not([data-user-message-bubble])'))
    if (button.closest(MODEL) === null) say(button, spoken);
  for (const trigger of root.querySelectorAll('[data-codex-intelligence-trigger]'))
    say(trigger, (text) => (/\bPro\b/.test(text) ? text : language.effort));
  for (const element of root.querySelectorAll('[aria-label]')) {
    const label = element.getAttribute('aria-label') ?? '';
    const isStop = /^(?:Stop\b.*|停止)$/.test(label);
    if (!element.matches('[data-testid="model-switcher-dropdown-button"]'))
      element.setAttribute('aria-label', isStop ? language.stop : language.other);
  }
  return root;
}

const PAGES = [
  ...OWN_PAGES.filter(({ site }) => site === 'chatgpt').map((page) => ({
    name: page.layout,
    html: ownHtml(page),
  })),
  ...skeletons('chatgpt').map(({ name, html }) => ({ name, html })),
];

function stops(root: Document): boolean | null {
  const { layout } = recognise(chatgpt, root);
  return layout === null ? null : readNow(root, layout).stops();
}

/** Thinking of more than a minute is stated in other numbers; that it is stated is asked for here. */
function comparable(root: Document) {
  const page = readPage('chatgpt', root);
  return {
    ...page,
    turns: page.turns.map(({ thinking, ...turn }) => ({
      ...turn,
      thought: thinking.seen,
      stated: thinking.statedSeconds !== null,
    })),
    stops: stops(root),
  };
}

describe.each(LANGUAGES)('in $name', (language) => {
  it.each(PAGES)('$name reads the same', ({ html }) => {
    const english = new DOMParser().parseFromString(html, 'text/html');
    expect(comparable(translate(html, language))).toEqual(comparable(english));
  });

  it('the stop button is told without its words in every layout', () => {
    const own = OWN_PAGES.filter(({ site }) => site === 'chatgpt');
    expect(own.map((page) => stops(translate(ownHtml(page), language)))).toEqual([true, true, true, true]);
  });

  it('the effort is the same word as in English', () => {
    const root = translate(ownHtml({ site: 'chatgpt', layout: 'chatgpt-c' }), language);
    expect(root.querySelector('[data-codex-intelligence-trigger]')?.textContent).toContain(language.effort);
    expect(readPage('chatgpt', root).turns[0]?.model.label).toBe('Medium');
  });
});
