// @vitest-environment happy-dom
/** Claude and Gemini in other languages: every label of the page another, its marks and messages the same. */
import { describe, expect, it } from 'vitest';
import { recognise } from '../../../lib/scrapers/page/recognise';
import { SITES } from '../../../lib/scrapers/registry';
import { OWN_PAGES, ownHtml } from '../../fixtures/pages';
import { readNow } from '../../replay/read-now';
import { readPage } from '../../replay/read-page';
import { skeletons } from '../../replay/skeletons';

interface Language {
  readonly name: string;
  readonly lang: string;
  readonly stop: string;
  /** Any other label. */
  readonly other: string;
  /** The label of the model's button, as far as its name. */
  readonly model: string;
  thought(seconds: string): string;
}

const LANGUAGES: readonly Language[] = [
  {
    name: 'Turkish',
    lang: 'tr',
    stop: 'Yanıtı bitir',
    other: 'Seçenekler',
    model: 'Model',
    thought: (seconds) => `${seconds} saniye düşündü`,
  },
  {
    name: 'Japanese',
    lang: 'ja',
    stop: '回答を終える',
    other: 'その他',
    model: 'モデル',
    thought: (seconds) => `${seconds}秒考えました`,
  },
  {
    name: 'German',
    lang: 'de',
    stop: 'Antwort beenden',
    other: 'Weitere',
    model: 'Modell',
    thought: (seconds) => `${seconds} Sekunden nachgedacht`,
  },
  {
    name: 'Arabic',
    lang: 'ar',
    stop: 'إنهاء الرد',
    other: 'المزيد',
    model: 'النموذج',
    thought: (seconds) => `فكّر لمدة ${seconds} ثانية`,
  },
];

/** What is read out or says how an answer came about. */
const SPOKEN =
  '.sr-only, .cdk-visually-hidden, [role="status"], [data-cds="TurnStatus"], [data-test-id="thoughts-header-button"]';
const MODEL = '[data-testid="model-selector-dropdown"], [data-test-id="bard-mode-menu-button"]';
const STOP = /^(?:Stop\b.*|停止回答|回答を停止|応答を停止|Svar stoppen)$/;

/** Puts words in the place of an element's text, not of its elements. */
function say(element: Element, words: (text: string) => string): void {
  for (const node of element.childNodes) {
    if (node.nodeType === 3 && (node.textContent ?? '').trim() !== '')
      node.textContent = words(node.textContent ?? '');
    else if (node instanceof Element) say(node, words);
  }
}

function translate(html: string, language: Language): Document {
  const root = new DOMParser().parseFromString(html, 'text/html');
  const spoken = (text: string): string => {
    const [, seconds] = /Thought for (\d+)s/.exec(text) ?? [];
    return seconds === undefined ? language.other : language.thought(seconds);
  };
  root.documentElement.setAttribute('lang', language.lang);
  for (const element of root.querySelectorAll(`${SPOKEN}, button`))
    if (element.closest(MODEL) === null && !/Thought for 1m/.test(element.textContent ?? ''))
      say(element, spoken);
  for (const element of root.querySelectorAll('[aria-label]')) {
    const label = element.getAttribute('aria-label') ?? '';
    const total = /^Message (\d+)\D+(\d+)$/.exec(label);
    if (element.matches(MODEL))
      element.setAttribute('aria-label', label.replace(/^Model(?=:)/, language.model));
    else if (total !== null) element.setAttribute('aria-label', `${total[2]} / ${total[1]}`);
    else element.setAttribute('aria-label', STOP.test(label) ? language.stop : language.other);
  }
  return root;
}

const PAGES = (['claude', 'gemini'] as const).flatMap((site) => [
  ...OWN_PAGES.filter((page) => page.site === site).map((page) => ({
    site,
    name: page.layout,
    html: ownHtml(page),
  })),
  ...skeletons(site).map(({ name, html }) => ({ site, name, html })),
]);

function comparable(site: 'claude' | 'gemini', root: Document) {
  const declared = SITES.find(({ id }) => id === site);
  const layout = declared === undefined ? null : recognise(declared, root).layout;
  return { ...readPage(site, root), stops: layout === null ? null : readNow(root, layout).stops() };
}

describe.each(LANGUAGES)('in $name', (language) => {
  it.each(PAGES)('$site $name reads the same', ({ site, html }) => {
    const english = new DOMParser().parseFromString(html, 'text/html');
    expect(comparable(site, translate(html, language))).toEqual(comparable(site, english));
  });
});
