/** The languages of the pages. A catalogue is loaded when its language is first wanted. */
import { setLocale } from './i18n';

type Catalogue = Readonly<Record<string, string>>;

/** Languages besides English, which is always there. */
const LOADERS: Readonly<Record<string, () => Promise<{ readonly default: Catalogue }>>> = {
  fr: () => import('../../assets/locales/fr.json'),
  de: () => import('../../assets/locales/de.json'),
  es: () => import('../../assets/locales/es.json'),
};

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'ur', 'yi']);

/** Reading direction of a language. */
export const directionOf = (tag: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.has(tag.split('-')[0] ?? '') ? 'rtl' : 'ltr';

let wanted = '';

/**
 * Shows the page in a language; one without a catalogue, or whose catalogue cannot be loaded, reads as English.
 * Resolves when it is shown; a later call wins over an earlier one that is still loading.
 */
export async function applyLanguage(
  tag: string,
  root: HTMLElement = document.documentElement,
): Promise<void> {
  wanted = tag;
  const [language = 'en'] = tag.split('-');
  const load = Object.hasOwn(LOADERS, language) ? LOADERS[language] : undefined;
  const catalogue = await load?.().then(
    (module) => module.default,
    () => undefined,
  );
  if (wanted !== tag) return;
  const used = setLocale(tag, catalogue);
  root.lang = used;
  root.dir = directionOf(used);
}
