/**
 * The labels of a page in its language. Only what a site's own interface says is translated: names of models, prompts,
 * answers and addresses stay as they are. The words need not be the sites' own, only others than the English ones.
 */
import type { PageLanguage } from '../types';

interface Words {
  readonly stop: string;
  readonly send: string;
  readonly model: string;
  readonly message: string;
  /** Any other label. */
  readonly other: readonly [string, string, string];
  thought(seconds: string): string;
}

const WORDS: Readonly<Record<Exclude<PageLanguage, 'en'>, Words>> = {
  tr: {
    stop: 'Yanıtı bitir',
    send: 'İstemi gönder',
    model: 'Model',
    message: 'Mesaj',
    other: ['Seçenekler', 'Ayrıntılar', 'Diğer'],
    thought: (seconds) => `${seconds} saniye düşündü`,
  },
  ja: {
    stop: '回答を終える',
    send: '送信する',
    model: 'モデル',
    message: 'メッセージ',
    other: ['その他', '詳細', '設定'],
    thought: (seconds) => `${seconds}秒考えました`,
  },
  de: {
    stop: 'Antwort beenden',
    send: 'Abschicken',
    model: 'Modell',
    message: 'Nachricht',
    other: ['Weitere', 'Einzelheiten', 'Auswahl'],
    thought: (seconds) => `${seconds} Sekunden nachgedacht`,
  },
  ar: {
    stop: 'إنهاء الرد',
    send: 'إرسال الطلب',
    model: 'النموذج',
    message: 'رسالة',
    other: ['المزيد', 'التفاصيل', 'الخيارات'],
    thought: (seconds) => `فكّر لمدة ${seconds} ثانية`,
  },
};

let words: Words | null = null;
/** What was said already is not said again in other words. */
const said = new Set<string>();

/** From now on all labels are in this language. */
export function speak(language: PageLanguage): void {
  words = language === 'en' ? null : WORDS[language];
}

/** A label of the page's interface, in its language. */
export function say(label: string): string {
  if (words === null || said.has(label) || !/\p{L}/u.test(label)) return label;
  const text = translated(words, label);
  said.add(text);
  return text;
}

function translated(words: Words, label: string): string {
  const [, seconds] = /^Thought for (\d+)s$/.exec(label) ?? [];
  if (seconds !== undefined) return words.thought(seconds);
  // "Model: Opus 5" and "You said: How do tides work?" name what is no label.
  const [, name, rest] = /^([^:]+)(: .*)$/s.exec(label) ?? [];
  if (name !== undefined) return `${name === 'Model' ? words.model : words.other[0]}${rest}`;
  const [, place, total] = /^Message (\d+)(?: of (\d+))?$/.exec(label) ?? [];
  if (place !== undefined) return total === undefined ? `${words.message} ${place}` : `${total} / ${place}`;
  if (label.startsWith('Stop')) return words.stop;
  if (label.startsWith('Send')) return words.send;
  return words.other[label.length % 3] ?? words.other[0];
}

const IS_READ_OUT = /(?:^|\s)(?:sr-only|cdk-visually-hidden)(?:\s|$)/;

/** Whether what stands in an element is the interface's, as far as the element alone tells. */
export const isLabel = (tag: string, { class: classes, role }: Readonly<Record<string, unknown>>): boolean =>
  tag === 'button' ||
  role === 'status' ||
  role === 'alert' ||
  (typeof classes === 'string' && IS_READ_OUT.test(classes));
