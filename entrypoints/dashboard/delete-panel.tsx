import { useRef } from 'preact/hooks';
import { t } from '../../lib/ui/i18n';
import { Notice } from '../../lib/ui/notice';
import type { DeleteModel } from './delete-model';

export function DeletePanel({ model }: { model: DeleteModel }) {
  const opener = useRef<HTMLButtonElement>(null);
  const step = model.step.value;
  const open = step.kind === 'asking' || step.kind === 'running';
  return (
    <div class="stack">
      <p>
        <button
          type="button"
          class="danger"
          ref={opener}
          aria-expanded={open}
          disabled={open}
          onClick={model.ask}
        >
          {t('delete.button')}
        </button>
      </p>
      {open && (
        <Confirm
          model={model}
          running={step.kind === 'running'}
          onCancel={() => {
            model.cancel();
            // The button is disabled until the next render.
            requestAnimationFrame(() => opener.current?.focus());
          }}
        />
      )}
      {step.kind === 'done' && <p role="status">{t('delete.done')}</p>}
      {step.kind === 'failed' && (
        <Notice tone="danger" title={t('delete.failed', { message: step.message })} />
      )}
    </div>
  );
}

// One function for all renders: a new one each time would take the focus back at every key.
const focus = (element: HTMLElement | null) => element?.focus();

interface ConfirmProps {
  readonly model: DeleteModel;
  readonly running: boolean;
  readonly onCancel: () => void;
}

function Confirm({ model, running, onCancel }: ConfirmProps) {
  return (
    <form
      class="notice danger"
      onSubmit={(event) => {
        event.preventDefault();
        void model.run();
      }}
    >
      <p>{t('delete.explain')}</p>
      <label class="row">
        {t('delete.prompt', { word: t('delete.word') })}
        <input
          type="text"
          autocomplete="off"
          spellcheck={false}
          ref={focus}
          value={model.typed.value}
          disabled={running}
          onInput={(event) => {
            model.typed.value = event.currentTarget.value;
          }}
        />
      </label>
      <p class="row">
        <button type="submit" class="danger" disabled={running || !model.confirmed.value}>
          {t(running ? 'delete.running' : 'delete.confirm')}
        </button>
        <button type="button" disabled={running} onClick={onCancel}>
          {t('delete.cancel')}
        </button>
      </p>
    </form>
  );
}
