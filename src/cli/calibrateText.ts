import type { MeterChannel } from '../io/meterData';
import type { BaseEdit } from '../model/scenario';
import {
  type CalibratedParameter,
  type FitFigures,
  type Guideline14,
  type MeteredUse,
  type ZoneCalibration,
  zoneParameter,
} from '../study/calibration';
import { comparedHours, FIGURES_NOTES, limitTexts, percent } from './guideline14Text';

const figure = (value: number): string => `${Number(value.toPrecision(4))}`;

/** Rows of words as columns. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)));
  return rows.map((row) => `  ${row.map((word, at) => word.padEnd(widths[at]!)).join('  ')}`.trimEnd());
}

const verdict = (figures: FitFigures): string => (figures.withinLimits ? 'within' : 'outside');

function fitRows(name: 'hourly' | 'monthly', before: Guideline14, after: Guideline14): string[][] {
  const [was, is] = [before[name], after[name]];
  const limits = limitTexts(name);
  if (was === null || is === null) return [[name, 'too few values for a figure', '', '', '']];
  return [
    [name, 'CV(RMSE)', percent(was.cvRmse), percent(is.cvRmse), limits.cvRmse],
    ['', 'NMBE', percent(was.nmbe), percent(is.nmbe), limits.nmbe],
    ['', 'limits', verdict(was), verdict(is), `n = ${is.n}, p = ${is.p}`],
  ];
}

/** CV(RMSE) and NMBE before and after, hourly and monthly, with sign and source. */
export function fitText(use: MeteredUse, channel: MeterChannel, { before, after }: ZoneCalibration): string {
  return [
    `Modelled ${use} against metered ${channel.direction} (${channel.name}): ${comparedHours(after)}`,
    ...columns([
      ['', '', 'before', 'after', 'limit'],
      ...fitRows('hourly', before, after),
      ...fitRows('monthly', before, after),
    ]),
    ...FIGURES_NOTES,
  ].join('\n');
}

/** One line for the calibrated building under other films than those it was calibrated with. */
export function otherFilmsText({ hourly, monthly }: Guideline14): string {
  const line = (name: string, figures: FitFigures | null): string =>
    figures === null
      ? `${name} no figure`
      : `${name} CV(RMSE) ${percent(figures.cvRmse)}, NMBE ${percent(figures.nmbe)} (${verdict(figures)})`;
  return `  As the building command runs it (reference films, 6 steps an hour): ${line('hourly', hourly)}; ${line('monthly', monthly)}`;
}

function knownText({ identifiability, standardError, confusedWith }: CalibratedParameter): string {
  if (identifiability === 'none')
    return 'not identifiable: nothing changes over its whole range, left as it was';
  const error = Number.isFinite(standardError)
    ? `standard error ${figure(standardError)}`
    : 'no standard error';
  const twin =
    confusedWith === null || identifiability === 'identified'
      ? ''
      : `; most like ${confusedWith.id}, correlation ${confusedWith.correlation.toFixed(2)}`;
  return `${identifiability}, ${error}${twin}`;
}

/** Every moved parameter: start, value, bounds, moved or not, on a bound, how well the hours fix it. */
export function parametersText({ calibration, values }: ZoneCalibration, runs: string): string {
  const rows = calibration.parameters.map((one) => {
    const { lower, upper } = one;
    const unit = one.unit === '1' ? '' : ` ${one.unit}`;
    return [
      one.id,
      `${figure(one.start)}${unit}`,
      `${figure(one.value)}${unit}`,
      `${figure(lower)} to ${figure(upper)}`,
      one.moved ? 'moved' : 'not moved',
      one.onBound === null ? 'between bounds' : `on its ${one.onBound} bound`,
      knownText(one),
    ];
  });
  const moving = new Set(calibration.parameters.map(({ id }) => id));
  const fixed = Object.entries(values).filter(([id]) => !moving.has(id));
  return [
    `Parameters after ${calibration.runs} runs (${runs})`,
    ...columns([['name', 'start', 'value', 'bounds', '', '', 'how well the hours fix it'], ...rows]),
    ...fixed.map(([id, value]) => `  ${id} ${figure(value)}, fixed`),
    ...[...moving, ...fixed.map(([id]) => id)].map((id) => `  ${id}: ${zoneParameter(id)!.meaning}`),
    '  Errors of neighbouring hours are alike: standard errors are lower bounds. A good fit is no proof; read weak as not known.',
  ].join('\n');
}

/** Every correction that the values found make of a district's building. */
export function editsText(edits: readonly BaseEdit[]): string {
  if (edits.length === 0) return 'No number of the building moved: there is nothing to correct.';
  const rows = edits.map(({ field, value }) =>
    typeof value === 'object' && value !== null && 'quality' in value
      ? [field, figure(value.value), value.quality, value.source]
      : [field, JSON.stringify(value), '', ''],
  );
  return [`Corrections of ${edits[0]!.buildingId}`, ...columns(rows)].join('\n');
}
