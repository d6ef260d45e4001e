/** A bar for each budget; at 80 % and at 100 % it says so in words, and nothing else happens. */
import { type BudgetState, NEAR } from '../../lib/budgets';
import { formatCount, formatQuantity, formatShare } from '../../lib/ui/format';
import { locale, t } from '../../lib/ui/i18n';

/** Those near their limit or over it are in sight; the others are folded: a popup is for a glance. */
export function BudgetBars({ states }: { states: readonly BudgetState[] }) {
  if (states.length === 0) return null;
  const bars = (some: readonly BudgetState[]) =>
    some.map((state) => <BudgetBar key={`${state.budget.period} ${state.budget.quantity}`} state={state} />);
  const under = states.filter(({ level }) => level === 'under');
  return (
    <section class="stack" aria-labelledby="budgets">
      <h2 id="budgets">{t('budget.title')}</h2>
      {bars(states.filter(({ level }) => level !== 'under'))}
      {under.length > 0 && (
        <details class="small">
          <summary>
            {t('budget.under', {
              share: formatShare(NEAR, locale()),
              formatted: formatCount(under.length, locale()),
            })}
          </summary>
          <div class="stack">{bars(under)}</div>
        </details>
      )}
    </section>
  );
}

function amountText({ quantity }: BudgetState['budget'], value: number): string {
  return quantity === 'prompts'
    ? formatCount(value, locale())
    : formatQuantity(quantity, value, locale()).text;
}

function BudgetBar({ state: { budget, used, share, level } }: { state: BudgetState }) {
  const name = `${t(`budget.period.${budget.period}`)}, ${t(`budget.quantity.${budget.quantity}`)}`;
  return (
    <div class={`budget ${level}`} role={level === 'under' ? undefined : 'status'}>
      <p class="row spread small">
        <span>{name}</span>
        <span class="soft">
          {t('budget.used', {
            used: amountText(budget, used),
            limit: amountText(budget, budget.limit),
            share: formatShare(share, locale()),
          })}
        </span>
      </p>
      <svg class="budget-bar" width="100%" height="8" aria-hidden="true">
        <rect class="track" width="100%" height="8" rx="2" />
        <rect class="fill" width={`${Math.min(100, share * 100).toFixed(1)}%`} height="8" rx="2" />
      </svg>
      {level !== 'under' && <p class="small budget-note">{t(`budget.${level}`)}</p>}
    </div>
  );
}
