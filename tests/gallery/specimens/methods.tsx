import { ESTIMATORS } from '../../../lib/ui/factor-text';
import { MethodTable } from '../../../lib/ui/method-table';
import { ScrollX } from '../../../lib/ui/scroll-x';
import { SourceLink } from '../../../lib/ui/source-link';
import { spread } from '../../unit/views/records';
import type { Specimen } from '../specimen';

const source = {
  title: 'A report with figures',
  url: 'https://example.org/report',
  date: '2025-08-21',
  licence: 'CC BY',
};
const some = Object.fromEntries(ESTIMATORS.map((name, index) => [name, spread(0.03 * 3 ** index)]));

/** One prompt by every method, with and without a figure of its provider; and where a figure comes from. */
export const methods: Specimen = {
  name: 'methods',
  cases: [
    <MethodTable
      key="line"
      energyWh={some}
      disclosure={{
        provider: 'google',
        label: 'Median prompt',
        energyWh: 0.24,
        co2eGrams: 0.03,
        waterMl: 0.26,
        source,
      }}
    />,
    <MethodTable key="one" energyWh={{ 'otm-shared': spread(0.34) }} disclosure={null} />,
    <ScrollX key="wide" label="A wide table">
      <table>
        <tbody>
          <tr>
            {ESTIMATORS.map((name) => (
              <td key={name} class="number">
                {name} {name}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </ScrollX>,
    <p key="link">
      <SourceLink source={source} />
    </p>,
    <p key="plain">
      <SourceLink source={{ ...source, url: null }} />
    </p>,
  ],
};
