/** Finds a model by its name or a chat by the start of its label, and narrows the list to it. */
import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { findChats } from '../../../lib/store/costs';
import type { Store } from '../../../lib/store/db';
import type { ModelTotals } from '../../../lib/store/types';
import { t } from '../../../lib/ui/i18n';
import type { ModelNames } from '../../../lib/ui/model-text';
import type { HistoryFilter } from './filter';

const MOST = 6;

export type Found = Pick<HistoryFilter, 'modelId' | 'conversation'> & { readonly text: string };

/** Models whose name or id holds the words typed. */
export function findModels(
  models: readonly ModelTotals[],
  names: ModelNames,
  typed: string,
): readonly Found[] {
  const wanted = typed.toLocaleLowerCase();
  return [...new Set(models.map(({ modelId }) => modelId))]
    .map((modelId) => ({ modelId, name: names(modelId) ?? modelId }))
    .filter(({ modelId, name }) => `${name} ${modelId}`.toLocaleLowerCase().includes(wanted))
    .slice(0, MOST)
    .map(({ modelId, name }) => ({
      modelId,
      conversation: null,
      text: t('history.search.model', { name }),
    }));
}

export interface SearchProps {
  readonly store: Store;
  readonly models: readonly ModelTotals[];
  readonly names: ModelNames;
  readonly onFound: (found: Found) => void;
}

export function Search({ store, models, names, onFound }: SearchProps) {
  const id = useId();
  const typed = useSignal('');
  const chats = useSignal<readonly string[]>([]);
  const text = typed.value.trim();
  useEffect(() => {
    if (text === '') return;
    const ends = new AbortController();
    findChats(store, text, MOST).then(
      (labels) => {
        if (!ends.signal.aborted) chats.value = labels;
      },
      // A broken store says so in the list; the models are found all the same.
      () => {},
    );
    return () => ends.abort();
  }, [text]);
  const found: readonly Found[] =
    text === ''
      ? []
      : [
          ...findModels(models, names, text),
          ...chats.value
            .filter((label) => label.toLocaleLowerCase().startsWith(text.toLocaleLowerCase()))
            .map((label) => ({
              modelId: null,
              conversation: label,
              text: t('history.search.chat', { label }),
            })),
        ];
  const choose = (item: Found) => {
    typed.value = '';
    onFound(item);
  };
  return (
    <form
      class="search"
      onSubmit={(event) => {
        event.preventDefault();
        const [best] = found;
        if (best !== undefined) choose(best);
      }}
    >
      <label class="soft" for={id}>
        {t('history.search')}
      </label>
      <input
        id={id}
        type="search"
        autocomplete="off"
        placeholder={t('history.search.hint')}
        value={typed.value}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
        }}
      />
      {text !== '' && (
        <ul class="found">
          {found.length === 0 && <li class="soft">{t('history.search.none')}</li>}
          {found.map((item) => (
            <li key={item.text}>
              <button type="button" onClick={() => choose(item)}>
                {item.text}
              </button>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}
