import type { Kpi } from '../../kpi';
import type { GroupYear } from '../../kpi/community';
import { loadFactor } from '../../kpi/load';

/** An indicator of a group; the step of a peak. */
export interface GroupKpi extends Kpi {
  readonly step?: number;
}

const SOURCE = 'Gridtwin engine: meters of the buildings, step by step';
const BOUNDARY =
  'The connections of the group’s buildings together, one year; losses and batteries of the grid lie outside';

/** Key figures of a group of buildings by itself: group = sum of its members less what they give each other. */
export function groupKpis(group: GroupYear, members: number, stepS: number): readonly GroupKpi[] {
  const means = stepS === 3600 ? 'hourly means' : `${stepS / 60}-minute means`;
  const { peakImportW, peakExportW, sumOfPeaksW, importJ, exportJ, exchangeJ } = group;
  const common = { boundary: BOUNDARY, source: SOURCE } as const;
  const kpi = (
    id: string,
    label: string,
    value: number,
    unit: string,
    betterWhen: Kpi['betterWhen'],
    definition: string,
  ): GroupKpi => ({ ...common, id: `group-${id}`, label, value, unit, betterWhen, definition });
  const at = (step: number) => (Number.isNaN(step) ? {} : { step });
  return [
    kpi('members', 'Buildings', members, 'count', 'neither', 'Buildings that the rule gives.'),
    { ...kpi('peakImport', 'Peak import', peakImportW, 'W', 'lower', `Largest power that the group takes in, of ${means}.`), ...at(group.peakImportStep) }, // prettier-ignore
    { ...kpi('peakExport', 'Peak export', peakExportW, 'W', 'lower', `Largest power that the group gives, of ${means}; 0 where it gives none.`), ...at(group.peakExportStep) }, // prettier-ignore
    kpi(
      'import',
      'Import',
      importJ,
      'J',
      'lower',
      'Energy into the group: imports of its members less what comes from members.',
    ),
    kpi(
      'export',
      'Export',
      exportJ,
      'J',
      'neither',
      'Energy out of the group: exports of its members less what members take.',
    ),
    kpi(
      'exchange',
      'Exchanged within',
      exchangeJ,
      'J',
      'higher',
      'Taken by members in the step in which other members give it: on paper, as the meters add up.',
    ),
    kpi(
      'coincidence',
      `Coincidence of members, ${means}`,
      sumOfPeaksW > 0 ? (100 * peakImportW) / sumOfPeaksW : Number.NaN,
      '%',
      'lower',
      `Peak import of the group over the sum of its members’ own peaks, each at its own time, of ${means}.`,
    ),
    kpi(
      'loadFactor',
      'Load factor',
      100 * loadFactor(group.importW),
      '%',
      'higher',
      `Mean import of the group over its peak, of ${means}.`,
    ),
  ];
}
