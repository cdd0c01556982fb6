import type { DiagramItem } from '../../geometry/oneLine';
import { classColour, NO_DATA, type Theme, type Variable } from '../../state/display';
import { subjectOf } from '../../state/view';
import { LEFT_OUT, type OneLineClasses } from '../../state/view/oneLine';
import type { Ink } from './shape';

/** What of an item changes with the hour; classes of the legend, -1 = no data or left out. */
export interface Look {
  readonly branch: number;
  readonly building: number;
  readonly bus: number;
  /** Above 100 %, above 120 %. */
  readonly alert: 0 | 1 | 2;
  /** Loading of a station; the largest behind a folded feeder. Percent; NaN for everything else. */
  readonly percent: number;
}

export const sameLook = (a: Look, b: Look): boolean =>
  a.branch === b.branch &&
  a.building === b.building &&
  a.bus === b.bus &&
  a.alert === b.alert &&
  (a.percent === b.percent || (Number.isNaN(a.percent) && Number.isNaN(b.percent)));

const alertOf = (percent: number): Look['alert'] => (percent > 120 ? 2 : percent > 100 ? 1 : 0);
/** Class of the voltage band. */
const MIDDLE = 2;

/** The look of an item: a folded feeder shows the worst of all that is behind it. */
export function lookOf(
  {
    kind,
    branchRow,
    buildingRow,
    busRow,
    behind,
  }: Pick<DiagramItem, 'kind' | 'branchRow' | 'buildingRow' | 'busRow' | 'behind'>,
  classes: OneLineClasses,
): Look {
  const branch = classes.branch[branchRow] ?? -1;
  const own = classes.branchPercent[branchRow] ?? Number.NaN;
  const base = { branch, building: classes.building[buildingRow] ?? -1, bus: classes.bus[busRow] ?? -1 };
  if (kind === 'feeder' && behind !== null) {
    const worst = worstRow(behind.branchRows, classes.branchPercent);
    const percent = classes.branchPercent[worst] ?? Number.NaN;
    const bus = behind.busRows.reduce(
      (far, row) => (awayFromMiddle(classes.bus[row]!) > awayFromMiddle(far) ? classes.bus[row]! : far),
      base.bus,
    );
    return { ...base, branch: classes.branch[worst] ?? branch, bus, alert: alertOf(percent), percent };
  }
  const says = kind === 'transformer' || kind === 'busbar';
  return { ...base, alert: alertOf(own), percent: says ? own : Number.NaN };
}

const awayFromMiddle = (voltageClass: number): number =>
  voltageClass < 0 ? -1 : Math.abs(voltageClass - MIDDLE);

function worstRow(rows: readonly number[], percent: Float64Array): number {
  let worst = -1;
  for (const row of rows)
    if (!(percent[row]! <= (percent[worst] ?? Number.NaN)) && percent[row]! >= 0) worst = row;
  return worst;
}

/** Colours of a theme for classes: null is no data. */
export interface Colours {
  readonly branch: (index: number) => Ink;
  readonly building: (index: number) => Ink | null;
  readonly bus: (index: number) => Ink | null;
}

/** Those of the map, class by class. */
export const coloursOf = (variable: Variable, theme: Theme): Colours => ({
  branch: (index) => classColour('loading', index, theme) ?? NO_DATA[theme].hatch,
  building: (index) =>
    subjectOf(variable) === 'branch' || index === LEFT_OUT
      ? 'surface'
      : (classColour(variable, index, theme) ?? null),
  bus: (index) => classColour('voltage', index, theme) ?? null,
});
