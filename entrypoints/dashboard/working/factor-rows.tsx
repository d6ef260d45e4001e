/** Rows of a table of factors: name, value, range, source. */
import type { ComponentChildren } from 'preact';
import type { Range } from '../../../lib/prompt';
import type { Factor } from '../../../lib/refdb/types';
import { factorName, spreadText, valueText } from '../../../lib/ui/factor-text';
import { t } from '../../../lib/ui/i18n';
import { ScrollX } from '../../../lib/ui/scroll-x';
import { SourceLink } from '../../../lib/ui/source-link';

export function FactorTable({ caption, children }: { caption: string; children: ComponentChildren }) {
  return (
    <ScrollX label={caption}>
      <table class="small factors">
        <thead>
          <tr>
            <th scope="col">{t('working.name')}</th>
            <th scope="col" class="number">
              {t('working.value')}
            </th>
            <th scope="col" class="number">
              {t('working.range')}
            </th>
            <th scope="col">{t('working.source')}</th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </ScrollX>
  );
}

export interface TermProps {
  readonly name: string;
  readonly value: string;
  readonly range?: Range;
  readonly children: ComponentChildren;
}

/** Characters of the longest number with its unit; what is longer are words or a list. */
const LONGEST_NUMBER = 24;

export function Term({ name, value, range, children }: TermProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td class={value.length > LONGEST_NUMBER ? 'number in-words' : 'number'}>{value}</td>
      <td class="number">{range && spreadText(range)}</td>
      <td>{children}</td>
    </tr>
  );
}

export function FactorRow({ factor }: { factor: Factor }) {
  const { name, value, unit, source, overridden } = factor;
  return (
    <Term name={factorName(name)} value={valueText(value.central, unit)} range={value}>
      {overridden ? <span class="tag">{t('working.own')}</span> : <SourceLink source={source} />}
    </Term>
  );
}
