/** What a page's settings do to how it looks and reads: theme, language, direction, units, currency. */
import { type OwnCurrency, setCurrency } from './cost';
import { setUnits, type UnitChoice } from './format';
import { applyLanguage } from './languages';
import { applyTheme, type Theme } from './theme';

export interface Preferences extends UnitChoice {
  readonly theme: Theme;
  /** BCP 47 tag; null follows the browser. */
  readonly locale: string | null;
  readonly currency: OwnCurrency | null;
}

/**
 * Applies them to this page; call again on every change.
 * @param browserLanguage BCP 47 tag of the browser's own interface
 */
export function applyPreferences(preferences: Preferences, browserLanguage: string): void {
  applyTheme(preferences.theme);
  setUnits(preferences);
  setCurrency(preferences.currency);
  void applyLanguage(preferences.locale ?? browserLanguage);
}
