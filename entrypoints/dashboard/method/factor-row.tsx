/** One factor: what the tables say, where it comes from, and the person's own value over it. */
import { useState } from 'preact/hooks';
import type { Factor, FactorName } from '../../../lib/refdb/types';
import { factorName, spreadText, unitText, valueText } from '../../../lib/ui/factor-text';
import { formatFactor } from '../../../lib/ui/format';
import { locale, t } from '../../../lib/ui/i18n';
import { SourceLink } from '../../../lib/ui/source-link';
import { readValue, type TypedValue } from './overrides';

export interface FactorRowProps {
  readonly name: FactorName;
  /** As the tables have it. */
  readonly factor: Factor;
  /** The person's own value; null when there is none. */
  readonly own: number | null;
  readonly onSet: (value: number) => void;
  readonly onReset: () => void;
}

export function FactorRow({ name, factor, own, onSet, onReset }: FactorRowProps) {
  const { value, unit, source } = factor;
  const [refused, setRefused] = useState<Extract<TypedValue, { kind: 'refused' }> | null>(null);
  const id = `own-${name}`;
  const spread = spreadText(value);
  const commit = (text: string) => {
    const typed = readValue(name, text);
    setRefused(typed.kind === 'refused' ? typed : null);
    if (typed.kind === 'value' && typed.value !== own) onSet(typed.value);
    if (typed.kind === 'empty' && own !== null) onReset();
  };
  return (
    <tr class={own === null ? undefined : 'owned'}>
      <th scope="row">
        <label for={id}>{factorName(name)}</label>
      </th>
      <td class="number">
        {valueText(value.central, unit)}
        {spread && <span class="method-note">{spread}</span>}
      </td>
      <td class="own">
        <span class="row nowrap">
          <input
            id={id}
            type="text"
            inputMode="decimal"
            autocomplete="off"
            placeholder={t('methodRoom.own.none')}
            defaultValue={own === null ? '' : String(own)}
            // A reset elsewhere must empty the field; typing must not.
            key={own ?? 'none'}
            aria-invalid={refused !== null}
            aria-describedby={refused ? `${id}-why` : undefined}
            onChange={({ currentTarget }) => commit(currentTarget.value)}
          />
          <span class="small soft">{unitText(unit)}</span>
          {own !== null && (
            <button
              type="button"
              aria-label={t('methodRoom.reset.one', { name: factorName(name) })}
              onClick={() => {
                setRefused(null);
                onReset();
              }}
            >
              {t('methodRoom.reset')}
            </button>
          )}
        </span>
        {refused && (
          <span id={`${id}-why`} class="refused small" role="alert">
            {t('methodRoom.refused', {
              min: formatFactor(refused.min, locale()),
              max: formatFactor(refused.max, locale()),
            })}
          </span>
        )}
      </td>
      <td>
        <SourceLink source={source} />
      </td>
    </tr>
  );
}
