/** OTM v1.0 as published, part by part. */
import { formatFactor, formatQuantity, formatShare } from '../../../lib/ui/format';
import { formatDuration } from '../../../lib/ui/format-time';
import { locale, t } from '../../../lib/ui/i18n';
import { ScrollX } from '../../../lib/ui/scroll-x';
import type { Working } from './working';

export function V1Parts({ working: { estimate, factors } }: { working: Working }) {
  const { otmV1, times } = estimate;
  const { values } = factors;
  const number = (value: number): string => formatFactor(Number(value.toPrecision(3)), locale());
  const energy = (wh: number): string => formatQuantity('energy', wh, locale()).text;
  const seconds = times.ttftSeconds + times.generationSeconds;
  const central = (name: 'serverPowerKw' | 'gpuPowerKw' | 'gpuMemoryGb' | 'pue'): string =>
    number(values[name].value.central);
  const rows: readonly (readonly [name: string, working: string, result: string])[] = [
    [
      t('working.v1.memory'),
      `${number(values.totalParameters.value.central)} · ${number(values.bytesPerParameter.value.central)} · ${number(values.weightBits.value.central)} / 32 · ${number(values.memoryOverhead.value.central)}`,
      `${number(otmV1.memoryGb)}\u00a0GB`,
    ],
    [
      t('working.v1.gpus'),
      `${number(otmV1.memoryGb)} / ${central('gpuMemoryGb')} GB`,
      number(otmV1.activeGpus),
    ],
    [t('working.v1.utilization'), '', formatShare(otmV1.utilizationUsed, locale())],
    [
      t('working.v1.server'),
      `${central('serverPowerKw')} kW · ${number(seconds)} s / 3.6`,
      energy(otmV1.serverWh),
    ],
    [
      t('working.v1.gpu'),
      `${number(otmV1.activeGpus)} · ${central('gpuPowerKw')} kW · ${number(otmV1.utilizationUsed)} · ${number(seconds)} s / 3.6`,
      energy(otmV1.gpuWh),
    ],
    [t('working.v1.pue'), '', `× ${central('pue')}`],
    [t('working.v1.total'), '', energy(otmV1.energyWh)],
    [t('working.v1.co2e'), '', formatQuantity('co2e', otmV1.co2eGrams, locale()).text],
  ];
  return (
    <>
      <p>{t('working.v1.intro', { seconds: formatDuration(seconds, locale()) })}</p>
      {(times.ttftAssumed || times.generationAssumed) && (
        <p class="small soft">{t('working.v1.times-assumed')}</p>
      )}
      <ScrollX label={t('v1.name')}>
        <table class="small">
          <tbody>
            {rows.map(([name, how, result]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td dir="ltr" class="soft">
                  {how}
                </td>
                <td class="number">{result}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
    </>
  );
}
