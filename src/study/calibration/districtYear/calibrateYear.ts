import { fail, type Issue, type Outcome, succeed } from '../../../model/outcome';
import type { RunInput } from '../../../model/run';
import type { BaseEdit } from '../../../model/scenario';
import { applyBaseEdits, foldScenario } from '../../../scenario';
import type { BuildingLoads } from '../../../sim/arrays/buildingLoads';
import { buildingYearOf } from '../../buildingYear';
import { CompiledRows } from '../../compiledRows';
import { compileRun, type CompiledRun } from '../../compiledRun';
import { calibrate, type Calibration, type CalibrationOptions } from '../calibrate';
import { unknownIssue } from '../districtBuilding/calibrateBuilding';
import { heldBack, type ParameterTag } from '../districtBuilding/parameterEdits';
import { tagFor } from '../districtBuilding/tag';
import { compareToMeter, type Guideline14 } from '../guideline14';
import type { CalibrationParameter } from '../parameters';
import type { MeteredHours } from '../zoneModel/calibrateZoneModel';
import { daysOrHours, meansOf } from './dailyMeans';
import { meterReadingW, onMeteredHours, type MeteredFlow } from './meterReading';
import { YEAR_PARAMETERS, yearEdits, type YearParameterValues } from './yearParameters';

/** Metered hours of one flow, and where each lies in the weather year. */
export type MeteredFlowHours = Omit<MeteredHours, 'use'> & MeteredFlow;

export interface YearCalibration {
  readonly calibration: Calibration;
  readonly before: Guideline14;
  /** Of the building with `edits`: what its year in the district shows from then on. */
  readonly after: Guideline14;
  /** Corrections that give the building the values found; none of what stayed. */
  readonly edits: readonly BaseEdit[];
}

const TRIED: ParameterTag = { source: 'tried', quality: 'unknown_untraceable' };

/**
 * Moves the named parameters of a building until its own year in the district meets its meter: each try is the very year that
 * the district has once the corrections are made, with its households, hot water, boiler and hours. What is
 * fitted are the means of days, what is told the guideline's figures of hours and months. README, "A building's year".
 *
 * @param ids of `YEAR_PARAMETERS`
 * @param meterName names the meter in the source of the corrections
 */
export function calibrateYear(
  input: RunInput,
  buildingId: string,
  meter: MeteredFlowHours,
  ids: readonly string[],
  meterName: string,
  options: CalibrationOptions = {},
): Outcome<YearCalibration> {
  const row = input.district.buildings.findIndex(({ id }) => id === buildingId);
  const run = compileRun(input);
  if (row < 0) return fail([unknownIssue(input.district, buildingId)]);
  if (!run.ok) return run;
  const building = applyBaseEdits(input.district, input.baseEdits).district.buildings[row]!;
  const issues = ids.flatMap((id) => parameterIssue(id, heldBack(building, id)));
  if (issues.length > 0) return fail(issues);
  const { archetypeRegion: region } = input.district;
  const editsAt = (values: YearParameterValues, tagOf: (id: string) => ParameterTag): BaseEdit[] =>
    yearEdits(building, region, values, tagOf);
  // A try that cannot be made is no try that changes nothing: the answer would rest on it.
  let broken: readonly Issue[] = [];
  const reading = (edits: readonly BaseEdit[]): Float64Array => {
    const year = yearWith(run.value, row, edits);
    if (!year.ok) broken = year.issues;
    const readW = year.ok ? meterReadingW(year.value, meter) : null;
    return readW === null
      ? new Float64Array(meter.pW.length).fill(Number.NaN)
      : onMeteredHours(readW, meter.rowOfHour);
  };
  const days = daysOrHours(meter.pW, meter.rowOfHour);
  const outcome = calibrate(
    (values) => meansOf(reading(editsAt(values, () => TRIED)), days),
    movingOf(ids),
    meansOf(meter.pW, days),
    options,
  );
  if (broken.length > 0) return fail(broken);
  if (!outcome.ok) return outcome;
  const moved = outcome.value.parameters.filter((one) => one.moved);
  const found = Object.fromEntries(moved.map(({ id, value }) => [id, value]));
  const compared = (edits: readonly BaseEdit[]): Outcome<Guideline14> =>
    compareToMeter(meter.pW, reading(edits), meter.monthOfHour);
  const before = compared([]);
  const after = compared(editsAt(found, () => TRIED));
  if (broken.length > 0) return fail(broken);
  if (!before.ok) return before;
  if (!after.ok) return after;
  const tagOf = (id: string): ParameterTag =>
    tagFor(
      moved.find((one) => one.id === id),
      meterName,
      after.value,
    );
  const edits = editsAt(found, tagOf);
  return succeed({ calibration: outcome.value, before: before.value, after: after.value, edits });
}

/** The building's year with further corrections; the rest of the run stays as it is compiled. */
function yearWith(run: CompiledRun, row: number, edits: readonly BaseEdit[]): Outcome<BuildingLoads> {
  const { district, baseEdits, scenario, weather } = run.input;
  const folded = foldScenario(district, [...baseEdits, ...edits], scenario);
  if (edits.length === 0) return succeed(buildingYearOf(run, row));
  if (!folded.ok) return folded;
  const site = { district: folded.value, weather, calendar: run.calendar, seed: folded.value.seed };
  const compiled = new CompiledRows(site, run.geometry.buildings, () => [run.compiled]);
  return succeed(buildingYearOf({ ...run, compiled }, row));
}

const movingOf = (ids: readonly string[]): CalibrationParameter[] =>
  YEAR_PARAMETERS.filter(({ id }) => ids.includes(id)).map(({ id, unit, neutral, range }) => ({
    ...{ id, unit, start: neutral },
    ...{ lower: range[0], upper: range[1] },
  }));

function parameterIssue(id: string, held: string | null): Issue[] {
  const isKnown = YEAR_PARAMETERS.some((one) => one.id === id);
  if (isKnown && held === null) return [];
  return [
    {
      severity: 'error',
      code: isKnown ? 'calibration-not-held' : 'calibration-parameter-unknown',
      source: 'calibration',
      where: id,
      message: held ?? 'A building of a district holds no such number.',
      remedy: 'Leave it out, or calibrate the building file that `gridtwin building --model` writes.',
    },
  ];
}
