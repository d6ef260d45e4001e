import { PERIODS } from '../../../lib/store/types';
import { ExportButtons } from '../../../lib/ui/export-buttons';
import { t } from '../../../lib/ui/i18n';
import { Segments } from '../../../lib/ui/segments';
import { Title } from '../../../lib/ui/title';
import type { Specimen } from '../specimen';

const options = PERIODS.map((value) => ({ value, text: t(`period.${value}`) }));
const none = () => {};

/** What can be pressed, in rest, off and chosen. */
export const controls: Specimen = {
  name: 'controls',
  cases: [
    <Title key="title" />,
    <Segments key="segments" legend={t('period.label')} options={options} value="7d" onChange={none} />,
    <Segments
      key="legend"
      showLegend
      legend={t('period.label')}
      options={options.map((option) => ({ ...option, text: `${option.text} ${option.text} ${option.text}` }))}
      value="all"
      onChange={none}
    />,
    <ExportButtons key="export" exporter={async () => new Blob([])} />,
    <p key="buttons" class="row">
      <button type="button">Usual</button>
      <button type="button" class="primary">
        Primary
      </button>
      <button type="button" class="danger">
        Danger
      </button>
      <button type="button" disabled>
        Off
      </button>
      <button type="button" class="link">
        Like a link
      </button>
      <a class="button" href="#controls">
        The whole report
      </a>
    </p>,
  ],
};
