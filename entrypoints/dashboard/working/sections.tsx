/** The steps of a working, once it has been worked out. */
import type { PromptRecord } from '../../../lib/prompt';
import { t } from '../../../lib/ui/i18n';
import type { Loaded } from '../../../lib/ui/live';
import { MethodTable } from '../../../lib/ui/method-table';
import { Formula } from './formula';
import { NotCounted } from './not-counted';
import { allMethods, formulaParts } from './parts';
import { Terms } from './terms';
import { Tokens } from './tokens';
import { V1Parts } from './v1-parts';
import { WhatIfTable } from './what-if-table';
import type { Working } from './working';

export interface SectionsProps {
  readonly record: PromptRecord;
  readonly working: Loaded<Working | null>;
}

export function Sections({ record, working }: SectionsProps) {
  switch (working.kind) {
    case 'loading':
      return (
        <p class="soft" role="status">
          {t('working.loading')}
        </p>
      );
    case 'failed':
      return <p role="alert">{t(`problem.${working.problem.kind}.body`)}</p>;
    case 'ready':
      return working.value === null ? (
        <p>{t('working.none')}</p>
      ) : (
        <Steps record={record} working={working.value} />
      );
  }
}

function Steps({ record, working }: { record: PromptRecord; working: Working }) {
  return (
    <>
      {!working.asStored && (
        <p>
          {t('working.changed', {
            now: working.factors.refdbVersion,
            stored: record.estimate.refdbVersion,
          })}
        </p>
      )}
      <h3>{t('working.formula')}</h3>
      <Formula parts={formulaParts(working)} />
      <h3>{t('working.terms')}</h3>
      <Terms working={working} />
      <h3>{t('working.tokens')}</h3>
      <Tokens working={working} record={record} />
      <h3>{t('working.methods')}</h3>
      <MethodTable energyWh={allMethods(working.estimate)} disclosure={working.estimate.disclosure} />
      <h3>{t('working.v1')}</h3>
      <V1Parts working={working} />
      <h3>{t('working.whatif')}</h3>
      <WhatIfTable working={working} />
      <h3>{t('working.notCounted')}</h3>
      <NotCounted record={record} working={working} />
    </>
  );
}
