/** How the numbers are made, and every constant that makes them: sources, own values, validation, licences. */
import { useState } from 'preact/hooks';
import { knownModel, modelById } from '../../../lib/refdb';
import type { Settings } from '../../../lib/settings';
import { t } from '../../../lib/ui/i18n';
import { Segments } from '../../../lib/ui/segments';
import { routeHash } from '../route';
import { Part, type PartProps } from '../settings/parts';
import { Example } from './example';
import { Factors } from './factors';
import { Tables } from './tables';
import { Validation } from './validation';

const HEADLINES: readonly Settings['headline'][] = ['otm-shared', 'otm-v1'];
/** Shown until there is a prompt to take the model from. */
const FIRST_MODEL = 'gpt-5';

export interface MethodPartsProps extends PartProps {
  /** Why the last change was not saved; null when it was. */
  readonly failure: string | null;
  /** Model of the newest prompt; null when there is none. */
  readonly lastModel: string | null;
}

export function MethodParts({ settings, change, failure, lastModel }: MethodPartsProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const model = modelById(chosen ?? lastModel ?? FIRST_MODEL) ?? knownModel(FIRST_MODEL);
  return (
    <div class="method-room">
      {failure !== null && <p role="alert">{t('settings.failed', { message: failure })}</p>}
      <Part title="methodRoom.headline" hint="methodRoom.headline.hint">
        <Segments
          legend={t('settings.headline')}
          options={HEADLINES.map((value) => ({ value, text: t(`settings.headline.${value}`) }))}
          value={settings.headline}
          onChange={(headline) => change({ headline })}
        />
        <p>{t(`methodRoom.headline.${settings.headline}`)}</p>
        <p class="soft">{t('methodRoom.headline.both')}</p>
      </Part>
      <Part title="methodRoom.factors" hint="methodRoom.factors.hint">
        <p class="small soft">
          {t('settings.new-prompts')} <a href={routeHash('data')}>{t('settings.reestimate')}</a>
        </p>
        <Example model={model} settings={settings} />
        <Factors model={model} onModel={setChosen} settings={settings} change={change} />
      </Part>
      <Validation />
      <Tables />
    </div>
  );
}
