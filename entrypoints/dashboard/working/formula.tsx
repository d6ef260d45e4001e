/** The formula with this prompt's values written out. */
import { formatCount, formatFactor } from '../../../lib/ui/format';
import { locale, t } from '../../../lib/ui/i18n';
import type { FormulaParts } from './parts';

const tokens = (value: number): string => formatCount(Math.round(value), locale());
const number = (value: number): string => formatFactor(value, locale());
const rounded = (value: number): string => formatFactor(Number(value.toPrecision(3)), locale());

interface StepProps {
  readonly title: string;
  readonly symbols: string;
  readonly values: string;
  readonly result: string;
}

/** Mathematics reads from left to right in every language. */
function Step({ title, symbols, values, result }: StepProps) {
  return (
    <div class="formula">
      <p class="small soft">{title}</p>
      <p dir="ltr">{symbols}</p>
      <p dir="ltr">
        = {values} = <strong>{result}</strong>
      </p>
    </div>
  );
}

export function Formula({ parts }: { parts: FormulaParts }) {
  const { nOut, nHidden, wHidden, nIn, nCached, nApp, rIn, rCache } = parts;
  const app = nApp > 0;
  const hidden = nHidden > 0 && wHidden !== 1;
  return (
    <div class="stack">
      <Step
        title={t('working.formula.energy')}
        symbols={`E = e · [ n_out${hidden ? ' + (w − 1) · n_hidden' : ''} + r_in · (n_in − n_cached) + r_in · r_cache · n_cached${app ? ' + n_app' : ''} ] / 3600`}
        values={`${rounded(parts.eJoules)} J · [ ${tokens(nOut)}${hidden ? ` + ${number(wHidden - 1)} · ${tokens(nHidden)}` : ''} + ${number(rIn)} · (${tokens(nIn)} − ${tokens(nCached)}) + ${number(rIn)} · ${number(rCache)} · ${tokens(nCached)}${app ? ` + ${tokens(nApp)}` : ''} ] / 3600`}
        result={`${rounded(parts.energyWh)} Wh`}
      />
      <Step
        title={t('working.formula.perToken')}
        symbols="e = e_gpu · κ · ι · PUE"
        values={`${rounded(parts.eGpuJoules)} J · ${number(parts.kappa)} · ${number(parts.iota)} · ${number(parts.pue)}`}
        result={`${rounded(parts.eJoules)} J`}
      />
      <Step
        title={t('working.formula.co2e')}
        symbols="C = E · grid / 1000"
        values={`${rounded(parts.energyWh)} Wh · ${number(parts.gridGco2ePerKwh)} g/kWh / 1000`}
        result={`${rounded(parts.co2eGrams)} g`}
      />
      <Step
        title={t('working.formula.water')}
        symbols="W = E / PUE · WUE + E · W_off"
        values={`${rounded(parts.energyWh)} / ${number(parts.pue)} · ${number(parts.wueOnSite)} + ${rounded(parts.energyWh)} · ${number(parts.wueOffSite)}`}
        result={`${rounded(parts.waterMl)} mL`}
      />
    </div>
  );
}
