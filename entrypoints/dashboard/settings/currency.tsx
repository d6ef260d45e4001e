/** US dollars, or another currency at a rate that the person types: no rate is fetched. */
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { rateDate } from '../../../lib/ui/cost';
import { formatFactor } from '../../../lib/ui/format';
import { dayKey } from '../../../lib/ui/format-time';
import { locale, t } from '../../../lib/ui/i18n';
import { localOffsetMinutes } from '../../../lib/ui/sources';
import { type PartProps, readNumber } from './parts';

const isCurrency = (code: string): boolean => /^[A-Z]{3}$/.test(code);

export function Currency({ settings: { currency }, change }: PartProps) {
  return (
    <div class="stack">
      <h3>{t('settings.currency')}</h3>
      <p role="status">
        {currency === null
          ? t('settings.currency.usd')
          : t('settings.currency.own', {
              code: currency.code,
              rate: formatFactor(currency.perUsd, locale()),
              date: rateDate(currency.date),
            })}
      </p>
      {currency !== null && (
        <p>
          <button type="button" onClick={() => change({ currency: null })}>
            {t('settings.currency.back')}
          </button>
        </p>
      )}
      <RateForm change={change} />
    </div>
  );
}

function RateForm({ change }: Pick<PartProps, 'change'>) {
  const code = useSignal('');
  const rate = useSignal('');
  const wrong = useSignal(false);
  const ids = { code: useId(), rate: useId(), wrong: useId() };
  const save = () => {
    const name = code.value.trim().toUpperCase();
    const perUsd = readNumber(rate.value);
    wrong.value = !isCurrency(name) || perUsd === null;
    if (perUsd === null || wrong.value) return;
    const date = dayKey(Date.now() / 1000, localOffsetMinutes());
    change({ currency: name === 'USD' ? null : { code: name, perUsd, date } });
    code.value = '';
    rate.value = '';
  };
  return (
    <form
      class="fields"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div class="field">
        <label for={ids.code}>{t('settings.currency.code')}</label>
        <input
          id={ids.code}
          type="text"
          size={4}
          maxLength={3}
          autocomplete="off"
          value={code.value}
          aria-describedby={ids.wrong}
          aria-invalid={wrong.value}
          onInput={({ currentTarget }) => {
            code.value = currentTarget.value;
          }}
        />
      </div>
      <div class="field">
        <label for={ids.rate}>{t('settings.currency.rate')}</label>
        <input
          id={ids.rate}
          type="text"
          inputMode="decimal"
          size={8}
          autocomplete="off"
          value={rate.value}
          aria-describedby={ids.wrong}
          aria-invalid={wrong.value}
          onInput={({ currentTarget }) => {
            rate.value = currentTarget.value;
          }}
        />
      </div>
      <button type="submit">{t('settings.currency.save')}</button>
      <p id={ids.wrong} class="said" role="alert">
        {wrong.value ? t('settings.currency.wrong') : ''}
      </p>
    </form>
  );
}
