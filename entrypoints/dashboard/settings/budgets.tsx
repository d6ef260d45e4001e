/** Budgets: a list, and a line to add one. */
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { BUDGET_LIMIT, BUDGET_PERIODS, BUDGET_QUANTITIES, type Budget } from '../../../lib/settings';
import { formatCount, formatQuantity, plainUnit } from '../../../lib/ui/format';
import { locale, t } from '../../../lib/ui/i18n';
import { Choice, Part, type PartProps, readNumber } from './parts';

const isSame = (one: Budget, other: Budget): boolean =>
  one.period === other.period && one.quantity === other.quantity;

const limitText = ({ quantity, limit }: Budget): string =>
  quantity === 'prompts'
    ? t('totals.prompts', { count: limit, formatted: formatCount(limit, locale()) })
    : formatQuantity(quantity, limit, locale()).text;

export function Budgets({ settings: { budgets }, change }: PartProps) {
  return (
    <Part title="settings.budgets" hint="settings.budgets.hint">
      {budgets.length === 0 ? (
        <p class="soft">{t('settings.budgets.none')}</p>
      ) : (
        <ul class="budgets">
          {budgets.map((budget) => (
            <li key={`${budget.period} ${budget.quantity}`} class="row">
              <span>
                {t('text.name', { name: t(`budget.period.${budget.period}`) })}{' '}
                <strong>{limitText(budget)}</strong>
                {budget.quantity !== 'prompts' && (
                  <span class="soft"> {t(`budget.quantity.${budget.quantity}`)}</span>
                )}
              </span>
              <button
                type="button"
                aria-label={t('settings.budgets.remove.named', {
                  period: t(`budget.period.${budget.period}`),
                  limit: limitText(budget),
                })}
                onClick={() => change({ budgets: budgets.filter((one) => one !== budget) })}
              >
                {t('settings.budgets.remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <BudgetForm
        onAdd={(budget) =>
          change({
            budgets: [...budgets.filter((one) => !isSame(one, budget)), budget].slice(0, BUDGET_LIMIT),
          })
        }
      />
    </Part>
  );
}

function BudgetForm({ onAdd }: { onAdd: (budget: Budget) => void }) {
  const period = useSignal<Budget['period']>('day');
  const quantity = useSignal<Budget['quantity']>('energy');
  const typed = useSignal('');
  const wrong = useSignal(false);
  const ids = { limit: useId(), wrong: useId() };
  const unit = quantity.value === 'prompts' ? null : plainUnit(quantity.value);
  const add = () => {
    const value = readNumber(typed.value);
    wrong.value = value === null;
    if (value === null) return;
    onAdd({ period: period.value, quantity: quantity.value, limit: value * (unit?.factor ?? 1) });
    typed.value = '';
  };
  return (
    <form
      class="fields"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <Choice
        label={t('settings.budgets.period')}
        value={period.value}
        options={BUDGET_PERIODS.map((value) => ({ value, text: t(`budget.period.${value}`) }))}
        onChange={(value) => {
          period.value = value;
        }}
      />
      <Choice
        label={t('settings.budgets.quantity')}
        value={quantity.value}
        options={BUDGET_QUANTITIES.map((value) => ({ value, text: t(`budget.quantity.${value}`) }))}
        onChange={(value) => {
          quantity.value = value;
        }}
      />
      <div class="field">
        <label for={ids.limit}>
          {unit ? t('settings.budgets.limit.unit', { unit: unit.symbol }) : t('settings.budgets.limit')}
        </label>
        <input
          id={ids.limit}
          type="text"
          inputMode="decimal"
          size={8}
          autocomplete="off"
          value={typed.value}
          aria-describedby={ids.wrong}
          aria-invalid={wrong.value}
          onInput={({ currentTarget }) => {
            typed.value = currentTarget.value;
          }}
        />
      </div>
      <button type="submit">{t('settings.budgets.add')}</button>
      <p id={ids.wrong} class="said" role="alert">
        {wrong.value ? t('settings.budgets.wrong') : ''}
      </p>
    </form>
  );
}
