import type { BuildingModel } from '../../../model/buildingModel/types';
import { fail, type Issue, type Outcome, succeed } from '../../../model/outcome';
import type { WeatherYear } from '../../../model/weather';
import { calendarOf } from '../../../sim/arrays/calendar';
import { simulateBuildingModel, type ZoneModelOptions } from '../../../sim/buildings/multinode';
import { type ElementSun, elementSun } from '../../../sim/buildings/solar';
import { calibrate, type Calibration, type CalibrationOptions } from '../calibrate';
import { compareToMeter, type Guideline14 } from '../guideline14';
import type { CalibratedRun, CalibrationParameter } from '../parameters';
import { applyParameters } from './applyParameters';
import { chooseParameters, type ParameterChoice } from './chooseParameters';
import { meteredPowerW } from './meteredPower';
import { type MeteredUse, valueOf, type ZoneParameterValues } from './zoneParameters';

/** Metered hours and where each lies in the weather year. */
export interface MeteredHours {
  /** Mean power of each hour, W, NaN where missing. */
  readonly pW: Float64Array;
  /** Row of the weather year, 0 to 8,759, of each metered hour; NaN for an hour that the year does not have. */
  readonly rowOfHour: Float64Array;
  /** year x 12 + month - 1 of each metered hour. */
  readonly monthOfHour: Int32Array;
  readonly use: MeteredUse;
}

export interface ZoneCalibrationOptions extends CalibrationOptions {
  /** Films and steps of the runs; constant films where none are named. Its `sun` is set here. */
  readonly zoneModel?: Omit<ZoneModelOptions, 'sun'>;
  /** The building at values of its parameters, where it is described by more than a file; `applyParameters` where absent. */
  readonly modelAt?: ModelAt;
}

type ModelAt = (values: ZoneParameterValues) => BuildingModel;

export interface ZoneCalibration {
  readonly calibration: Calibration;
  /** Every value that is not neutral: moved parameters and fixed ones. */
  readonly values: ZoneParameterValues;
  /** The building at these values. */
  readonly model: BuildingModel;
  readonly before: Guideline14;
  readonly after: Guideline14;
}

/**
 * A gain of 1 / hours is one standard error in one parameter; a tenth of that is not worth a year of 8,760 hours for each
 * parameter and side.
 */
const LEAST_GAIN = 1e-5;

/**
 * Moves the chosen parameters until the zone model's year meets the metered hours; README, "Zone model". The building
 * given is not touched. Bad names, bounds, buildings and weather come back as the full list of issues.
 */
export function calibrateZoneModel(
  model: BuildingModel,
  weather: WeatherYear,
  meter: MeteredHours,
  choice: ParameterChoice,
  options: ZoneCalibrationOptions = {},
): Outcome<ZoneCalibration> {
  const chosen = chooseParameters(choice, model, meter.use, meanOf(meter.pW));
  const plantIssues = missingPlant(model, meter.use);
  if (!chosen.ok || plantIssues.length > 0) return fail([...chosen.issues, ...plantIssues]);
  const { moving, start } = chosen.value;
  const modelAt: ModelAt = options.modelAt ?? ((values) => applyParameters(model, values));
  const years = new ModelledYears(modelAt, weather, { films: 'constant', ...options.zoneModel });
  const at = (values: ZoneParameterValues): Outcome<Float64Array> =>
    onMeteredHours(years.powerW({ ...start, ...values }, meter.use), meter);
  const first = at({});
  if (!first.ok) return first;
  const run = runFrom(moving, first.value, at);
  const outcome = calibrate(run, moving, meter.pW, { leastGain: LEAST_GAIN, ...options });
  if (!outcome.ok) return outcome;
  const found = Object.fromEntries(outcome.value.parameters.map(({ id, value }) => [id, value]));
  const values: ZoneParameterValues = { ...start, ...found };
  const before = compareToMeter(meter.pW, first.value, meter.monthOfHour);
  const after = compareToMeter(meter.pW, run(found), meter.monthOfHour);
  if (!before.ok || !after.ok) return fail([...before.issues, ...after.issues]);
  const calibrated = modelAt(values);
  return succeed(
    { calibration: outcome.value, values, model: calibrated, before: before.value, after: after.value },
    [...chosen.issues, ...first.issues],
  );
}

/** The model as `calibrate` asks for it: its start is known already, and values that give no year give a gap. */
function runFrom(
  moving: readonly CalibrationParameter[],
  atStart: Float64Array,
  at: (values: ZoneParameterValues) => Outcome<Float64Array>,
): CalibratedRun {
  const gap = new Float64Array(atStart.length).fill(NaN);
  return (values) => {
    if (moving.every(({ id, start }) => values[id] === start)) return atStart;
    const outcome = at(values);
    return outcome.ok ? outcome.value : gap;
  };
}

/** Figures of a building at values of its parameters against the meter; to see them with other films or steps. */
export function compareZoneModel(
  modelAt: ModelAt,
  weather: WeatherYear,
  meter: MeteredHours,
  values: ZoneParameterValues,
  zoneModel: Omit<ZoneModelOptions, 'sun'>,
): Outcome<Guideline14> {
  const years = new ModelledYears(modelAt, weather, zoneModel);
  const run = onMeteredHours(years.powerW(values, meter.use), meter);
  return run.ok ? compareToMeter(meter.pW, run.value, meter.monthOfHour) : run;
}

/** Years of one building at many values. Of all that is prepared, the sun hangs on the glazing alone and is kept. */
class ModelledYears {
  private isSound = false;
  private sunAt = NaN;
  private sun: readonly ElementSun[] = [];

  constructor(
    private readonly modelAt: ModelAt,
    private readonly weather: WeatherYear,
    private readonly zoneModel: Omit<ZoneModelOptions, 'sun'>,
  ) {}

  powerW(values: ZoneParameterValues, use: MeteredUse): Outcome<Float64Array> {
    const { startWeekday } = this.weather;
    const model = this.modelAt(values);
    // The first run checks building and weather before any sun is worked out.
    const sun = this.isSound ? this.sunOn(model, valueOf(values, 'glazingSolarFactor')) : undefined;
    const year = simulateBuildingModel(model, this.weather, { ...this.zoneModel, ...(sun && { sun }) });
    if (!year.ok) return year;
    this.isSound = true;
    return succeed(meteredPowerW(model, startWeekday, year.value, use, values), year.issues);
  }

  private sunOn(model: BuildingModel, glazingFactor: number): readonly ElementSun[] {
    if (this.sunAt !== glazingFactor) {
      this.sun = elementSun(model, this.weather, calendarOf(3600, this.weather.startWeekday));
      this.sunAt = glazingFactor;
    }
    return this.sun;
  }
}

function onMeteredHours(run: Outcome<Float64Array>, { rowOfHour }: MeteredHours): Outcome<Float64Array> {
  if (!run.ok) return run;
  // A row of NaN is no index: undefined, hence NaN.
  return succeed(
    Float64Array.from(rowOfHour, (row) => run.value[row] ?? NaN),
    run.issues,
  );
}

function meanOf(values: Float64Array): number {
  const present = values.filter(Number.isFinite);
  return present.reduce((sum, value) => sum + value, 0) / present.length;
}

function missingPlant({ name, zones }: BuildingModel, use: MeteredUse): Issue[] {
  if (use === 'electricity' || zones.some((zone) => zone[use] !== undefined)) return [];
  return [
    {
      severity: 'error',
      code: 'calibration-no-plant',
      source: name,
      message: `The meter counts ${use}, and no zone has any.`,
      remedy: `Give a zone ${use} with a set-point, or choose another use.`,
    },
  ];
}
