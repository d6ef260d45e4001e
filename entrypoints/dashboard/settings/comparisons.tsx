import { EQUIVALENCE_IDS } from '../../../lib/refdb/types';
import { t } from '../../../lib/ui/i18n';
import { Check, Part, type PartProps } from './parts';

/** Which everyday things amounts are compared with. */
export function Comparisons({ settings: { equivalences, equivalencesShown }, change }: PartProps) {
  return (
    <Part title="settings.comparisons" hint="settings.comparisons.hint">
      <Check
        checked={equivalencesShown}
        onChange={(shown) =>
          // Switching them on with none left would show nothing.
          change({
            equivalencesShown: shown,
            equivalences: shown && equivalences.length === 0 ? [...EQUIVALENCE_IDS] : equivalences,
          })
        }
      >
        {t('settings.comparisons.show')}
      </Check>
      <fieldset class="plain checks">
        <legend class="visually-hidden">{t('settings.comparisons.which')}</legend>
        {EQUIVALENCE_IDS.map((id) => (
          <Check
            key={id}
            checked={equivalences.includes(id)}
            disabled={!equivalencesShown}
            onChange={(on) =>
              change({
                equivalences: EQUIVALENCE_IDS.filter((one) => (one === id ? on : equivalences.includes(one))),
              })
            }
          >
            {t(`equivalence.name.${id}`)}
          </Check>
        ))}
      </fieldset>
    </Part>
  );
}
