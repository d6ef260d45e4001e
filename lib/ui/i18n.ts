/**
 * Texts by key. The catalogue of a language is a flat JSON file in assets/locales; English is the source and
 * always present. `t` reads the current locale as a signal: components that call it render anew on a change.
 */
import { signal } from '@preact/signals';
import i18next from 'i18next';
import en from '../../assets/locales/en.json';

type RawKey = keyof typeof en;
type WithoutPlural<Key extends string> = Key extends `${infer Base}_${'one' | 'other'}` ? Base : Key;
/** Every key of the catalogue; plural forms (`_one`, `_other`) are asked for without their ending. */
export type MessageKey = WithoutPlural<RawKey>;
/** Values for the `{{name}}` places of a text; `count` chooses the plural form. */
export type MessageParams = Readonly<Record<string, string | number>>;

const instance = i18next.createInstance();
void instance.init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en } },
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  // Preact escapes text itself; escaping twice would show entities.
  interpolation: { escapeValue: false },
});

const current = signal('en');

/** The language of texts and numbers, a BCP 47 tag. Reading it in a component subscribes to changes. */
export function locale(): string {
  return current.value;
}

/**
 * Switches texts and numbers to a language. A language without a catalogue (here or loaded before) reads as
 * English throughout: English words with another language's decimal comma would be neither.
 * @returns the language that is used
 */
export function setLocale(tag: string, catalogue?: Readonly<Record<string, string>>): string {
  if (catalogue) {
    plain.clear();
    instance.addResourceBundle(tag, 'translation', catalogue, true, true);
  }
  const [language = 'en'] = tag.split('-');
  const used =
    instance.hasResourceBundle(tag, 'translation') || instance.hasResourceBundle(language, 'translation');
  current.value = used ? tag : 'en';
  return current.value;
}

/** Texts without places, by language and key: a long list asks for the same few again and again. */
const plain = new Map<string, string>();

/** The text of a key in the current language. */
export function t(key: MessageKey, params?: MessageParams): string {
  const lng = current.value;
  if (params) return instance.t(key, { lng, ...params });
  const name = `${lng} ${key}`;
  const known = plain.get(name);
  if (known !== undefined) return known;
  const text = instance.t(key, { lng });
  plain.set(name, text);
  return text;
}
