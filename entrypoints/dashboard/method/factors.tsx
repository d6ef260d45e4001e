/** All factors by group, with the person's own values over them. */
import { accelerators, factorsFor, type Model, models } from '../../../lib/refdb';
import type { FactorName, Factors as FactorSet } from '../../../lib/refdb/types';
import { formatCount } from '../../../lib/ui/format';
import { locale, t } from '../../../lib/ui/i18n';
import { ScrollX } from '../../../lib/ui/scroll-x';
import { Choice, type PartProps } from '../settings/parts';
import { FactorRow } from './factor-row';
import { FOLDED, GROUP_NAMES, GROUPS, type GroupName } from './groups';
import { acceleratorOf, usedOverrides, withAccelerator, withOverride, withoutOverrides } from './overrides';

export interface FactorsProps extends PartProps {
  readonly model: Model;
  readonly onModel: (id: string) => void;
}

const modelChoices = models.map(({ id, displayName }) => ({ value: id, text: displayName }));

export function Factors({ model, onModel, settings, change }: FactorsProps) {
  const { overrides, gridZone } = settings;
  const own = usedOverrides(overrides);
  const { values } = factorsFor({ model, guessed: false }, { zone: gridZone });
  return (
    <>
      <div class="row factor-tools">
        <Choice label={t('methodRoom.model')} value={model.id} options={modelChoices} onChange={onModel} />
        <p role="status" class="small">
          {own.length === 0
            ? t('methodRoom.own.count.none')
            : t('methodRoom.own.count', {
                count: own.length,
                formatted: formatCount(own.length, locale()),
              })}
        </p>
        {own.length > 0 && (
          <button type="button" onClick={() => change({ overrides: {} })}>
            {t('methodRoom.reset.all')}
          </button>
        )}
      </div>
      {GROUP_NAMES.map((group) => (
        <Group key={group} group={group} values={values} settings={settings} change={change} />
      ))}
    </>
  );
}

interface GroupProps extends PartProps {
  readonly group: GroupName;
  readonly values: FactorSet['values'];
}

function Group({ group, values, settings, change }: GroupProps) {
  const names = GROUPS[group];
  const owned = names.filter((name) => settings.overrides[name] !== undefined).length;
  const title = t(`methodRoom.group.${group}`);
  const table = (
    <>
      <p class="small soft">{t(`methodRoom.group.${group}.hint`)}</p>
      {group === 'v1' && <Accelerators settings={settings} change={change} />}
      <GroupTable title={title} names={names} values={values} settings={settings} change={change} />
    </>
  );
  if (!FOLDED.has(group)) {
    return (
      <section class="stack" aria-labelledby={`group-${group}`}>
        <h3 id={`group-${group}`}>{title}</h3>
        {table}
      </section>
    );
  }
  return (
    <details class="factor-group">
      <summary>
        <h3>{title}</h3> <span class="small soft">{formatCount(names.length, locale())}</span>{' '}
        {owned > 0 && <span class="tag">{t('methodRoom.own.here', { number: owned })}</span>}
      </summary>
      <div class="stack">{table}</div>
    </details>
  );
}

interface GroupTableProps extends Omit<GroupProps, 'group'> {
  readonly title: string;
  readonly names: readonly FactorName[];
}

function GroupTable({ title, names, values, settings, change }: GroupTableProps) {
  const { overrides } = settings;
  return (
    <ScrollX label={title}>
      <table class="small factors own-factors">
        <thead>
          <tr>
            <th scope="col">{t('working.name')}</th>
            <th scope="col" class="number">
              {t('methodRoom.default')}
            </th>
            <th scope="col">{t('methodRoom.own')}</th>
            <th scope="col">{t('working.source')}</th>
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <FactorRow
              key={name}
              name={name}
              factor={values[name]}
              own={overrides[name] ?? null}
              onSet={(value) => change({ overrides: withOverride(overrides, name, value) })}
              onReset={() => change({ overrides: withoutOverrides(overrides, [name]) })}
            />
          ))}
        </tbody>
      </table>
    </ScrollX>
  );
}

/** Choosing an accelerator fills several factors at once. */
function Accelerators({ settings, change }: PartProps) {
  const current = acceleratorOf(settings.overrides);
  return (
    <Choice
      label={t('methodRoom.accelerator')}
      value={current}
      options={[
        { value: 'default', text: t('methodRoom.accelerator.default') },
        ...(current === 'own' ? [{ value: 'own', text: t('methodRoom.accelerator.own') }] : []),
        ...accelerators.map(({ id }) => ({ value: id, text: id.toUpperCase() })),
      ]}
      onChange={(id) => {
        const chosen = accelerators.find((one) => one.id === id) ?? null;
        if (id !== 'own') change({ overrides: withAccelerator(settings.overrides, chosen) });
      }}
    />
  );
}
