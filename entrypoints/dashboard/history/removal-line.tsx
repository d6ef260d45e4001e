/** What can be done with the selection, and what became of it. */
import { formatCount } from '../../../lib/ui/format';
import { locale, t } from '../../../lib/ui/i18n';
import type { Removal, RemovalStep } from './removal';

const counted = (key: 'history.delete' | 'history.deleted', count: number) =>
  t(key, { count, formatted: formatCount(count, locale()) });

export function RemovalLine({ removal }: { removal: Removal }) {
  const { size } = removal.selected.value;
  const step = removal.step.value;
  return (
    <div class="row removal">
      {size > 0 && (
        <>
          <button
            type="button"
            class="danger"
            disabled={step.kind === 'running'}
            onClick={() => void removal.run()}
          >
            {counted('history.delete', size)}
          </button>
          <button
            type="button"
            onClick={() => {
              removal.selected.value = new Set();
            }}
          >
            {t('history.unselect')}
          </button>
        </>
      )}
      <span class="row" role="status">
        <Outcome step={step} />
      </span>
      {step.kind === 'done' && (
        <button type="button" onClick={() => void removal.undo()}>
          {t('history.undo')}
        </button>
      )}
    </div>
  );
}

function Outcome({ step }: { step: RemovalStep }) {
  switch (step.kind) {
    case 'idle':
    case 'running':
      return null;
    case 'done':
      return <>{counted('history.deleted', step.removed.records.length)}</>;
    case 'undone':
      return <>{t('history.undone')}</>;
    case 'failed':
      return <>{t(`history.${step.what}.failed`, { message: step.message })}</>;
  }
}
