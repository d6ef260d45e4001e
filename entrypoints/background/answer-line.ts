/** The words of the line under an answer, made here because the page's script must stay small. */
import type { PromptRecord } from '../../lib/prompt';
import type { Settings } from '../../lib/settings';
import { digitsOf, formatQuantity, formatRange, setUnits } from '../../lib/ui/format';

export type LineSettings = Pick<Settings, 'inPageLine' | 'locale' | 'energyUnit' | 'unitSystem'>;

/**
 * Energy and range of a finished prompt, such as "Tokenprint 0.34 Wh (0.12–0.95 Wh)"; null when the person has
 * not asked for a line or the prompt did not come to its end. A name, numbers and units only: the same words in
 * every language.
 *
 * @param browserLanguage BCP 47 tag for the numbers where the settings name none
 */
export function answerLine(
  record: Pick<PromptRecord, 'status' | 'estimate'>,
  settings: LineSettings,
  browserLanguage: string,
): string | null {
  if (!settings.inPageLine || record.status !== 'complete') return null;
  setUnits(settings);
  const language = settings.locale ?? browserLanguage;
  const { energyWh } = record.estimate;
  const central = formatQuantity('energy', energyWh.central, language, digitsOf(energyWh)).text;
  return `Tokenprint ${central} (${formatRange('energy', energyWh, language)})`;
}
