import { HOURS_OF_YEAR } from '../../../model/commonYear';
import { buildingModelIssues } from '../../../model/buildingModel/issues';
import type { BuildingModel } from '../../../model/buildingModel/types';
import { fail, type Issue, type Outcome, succeed } from '../../../model/outcome';
import type { WeatherYear } from '../../../model/weather';
import { calendarOf } from '../../arrays/calendar';
import { type ElementSun, elementSun } from '../solar';
import { compileBuilding } from './compile';
import { CELL_STEP_S } from './constantFilms';
import { airCapacitiesOf, type Drivers, driversOf, fillHour, fillStep, plantsOf } from './drivers';
import { Ledger } from './ledger';
import { meanFilms } from './meanFilms';
import { type BuildingState, copyState, newState } from './state';
import { BuildingStepper } from './stepper';
import { type BuildingModelYear, extremeOf, type ZoneYear } from './year';

export interface ZoneModelOptions {
  /**
   * `reference`: films follow temperatures and wind in every step. `constant`: one set of films for the year, from the
   * weather's mean conditions; what the fast city model uses.
   */
  readonly films?: 'reference' | 'constant';
  /** Implicit steps an hour; 6 where absent. README, "Steps and cells". */
  readonly stepsPerHour?: number;
  /** Evaluations of the films a step in reference mode; 2 where absent. */
  readonly filmRounds?: number;
  /** Layers are cut into cells for steps of this length; 1,800 s where absent. */
  readonly cellStepS?: number;
  /** Sun on the elements, where the caller has it already. */
  readonly sun?: readonly ElementSun[];
}

const DAY_HOURS = 24;
const LONGEST_WARM_UP_DAYS = 100;
/** The first day repeats once no temperature at its end moves by more than this. */
const WARM_UP_SLACK_K = 0.01;

/**
 * A building's year with the multi-node zone model of README.md: implicit steps, heating and cooling to set-points in
 * closed form. Temperatures degC and powers W by hours; never NaN: what cannot be computed is an issue.
 */
export function simulateBuildingModel(
  model: BuildingModel,
  weather: WeatherYear,
  options: ZoneModelOptions = {},
): Outcome<BuildingModelYear> {
  const found = [...buildingModelIssues(model, model.name), ...weatherIssues(model, weather)];
  if (found.some(({ severity }) => severity === 'error')) return fail(found);
  const stepsPerHour = options.stepsPerHour ?? 6;
  const building = compileBuilding(model, options.cellStepS ?? CELL_STEP_S);
  const sun = options.sun ?? elementSun(model, weather, calendarOf(3600, weather.startWeekday));
  const drivers = driversOf(building, weather, sun, stepsPerHour);
  const rule =
    options.films === 'constant'
      ? { fixed: meanFilms(building, drivers) }
      : { rounds: Math.max(1, options.filmRounds ?? 2) };
  const airCapacity = airCapacitiesOf(model, drivers.indoorJPerM3K);
  const stepper = new BuildingStepper(building, airCapacity, plantsOf(model), rule);
  const state = newState(building);
  const warmUpDays = warmUp(stepper, drivers, state);
  const zones = runYear(stepper, drivers, state);
  const issues = [...found, ...runIssues(model, stepper, zones, warmUpDays)];
  if (issues.some(({ severity }) => severity === 'error')) return fail(issues);
  return succeed({ zones, warmUpDays }, issues);
}

function stepDay(stepper: BuildingStepper, drivers: Drivers, state: BuildingState): void {
  const dtS = 3600 / drivers.stepsPerHour;
  for (let hour = 0; hour < DAY_HOURS; hour += 1) {
    fillHour(drivers, hour);
    for (let part = 0; part < drivers.stepsPerHour; part += 1) {
      fillStep(drivers, hour, part, state);
      stepper.step(state, drivers.inputs, 1 / dtS);
    }
  }
}

/** Repeats the first day until it ends as it began; the days it took, or the bound. */
function warmUp(stepper: BuildingStepper, drivers: Drivers, state: BuildingState): number {
  const before = newState(stepper.building);
  for (let day = 1; day <= LONGEST_WARM_UP_DAYS; day += 1) {
    copyState(state, before);
    stepDay(stepper, drivers, state);
    let moved = 0;
    state.nodeDegC.forEach((temp, i) => (moved = Math.max(moved, Math.abs(temp - before.nodeDegC[i]!))));
    state.airDegC.forEach((temp, z) => (moved = Math.max(moved, Math.abs(temp - before.airDegC[z]!))));
    if (!(moved > WARM_UP_SLACK_K)) return day;
  }
  return LONGEST_WARM_UP_DAYS + 1;
}

function runYear(stepper: BuildingStepper, drivers: Drivers, state: BuildingState): ZoneYear[] {
  const { zoneCount, model } = stepper.building;
  const column = (): Float64Array[] => model.zones.map(() => new Float64Array(HOURS_OF_YEAR));
  const [air, radiant, heating, cooling] = [column(), column(), column(), column()];
  const { stepsPerHour, inputs } = drivers;
  const dtS = 3600 / stepsPerHour;
  const ledger = new Ledger(stepper, state);
  for (let hour = 0; hour < HOURS_OF_YEAR; hour += 1) {
    fillHour(drivers, hour);
    for (let part = 0; part < stepsPerHour; part += 1) {
      fillStep(drivers, hour, part, state);
      stepper.step(state, inputs, 1 / dtS);
      ledger.add(state, inputs, dtS);
      for (let z = 0; z < zoneCount; z += 1) {
        air[z]![hour]! += state.airDegC[z]! / stepsPerHour;
        radiant[z]![hour]! += state.radiantDegC[z]! / stepsPerHour;
        const power = stepper.powerW[z]! / stepsPerHour;
        if (power > 0) heating[z]![hour]! += power;
        else cooling[z]![hour]! -= power;
      }
    }
  }
  return model.zones.map(({ id }, z) => {
    const balance = ledger.close(z, state);
    return zoneYear(id, air[z]!, radiant[z]!, heating[z]!, cooling[z]!, balance);
  });
}

function zoneYear(
  id: string,
  airDegC: Float64Array,
  meanRadiantDegC: Float64Array,
  heatingW: Float64Array,
  coolingW: Float64Array,
  balance: ZoneYear['balance'],
): ZoneYear {
  const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
  return {
    id,
    airDegC,
    meanRadiantDegC,
    operativeDegC: airDegC.map((temp, hour) => (temp + meanRadiantDegC[hour]!) / 2),
    heatingW,
    coolingW,
    heatingKWh: total(heatingW) / 1000,
    coolingKWh: total(coolingW) / 1000,
    peakHeatingW: extremeOf(heatingW, 1),
    peakCoolingW: extremeOf(coolingW, 1),
    airMin: extremeOf(airDegC, -1),
    airMax: extremeOf(airDegC, 1),
    airMeanDegC: total(airDegC) / HOURS_OF_YEAR,
    balance,
  };
}

const NEEDED = [
  'tempDegC',
  'dewPointDegC',
  'pressurePa',
  'windSpeedMPerS',
  'ghiWPerM2',
  'dniWPerM2',
  'dhiWPerM2',
  'skyInfraredWPerM2',
] as const;

function weatherIssues(model: BuildingModel, weather: WeatherYear): Issue[] {
  return NEEDED.flatMap((field) => {
    const column = weather[field];
    const hour =
      column.length === HOURS_OF_YEAR ? column.findIndex((value) => !Number.isFinite(value)) : column.length;
    if (hour < 0) return [];
    return [
      {
        severity: 'error' as const,
        code: 'zone-weather-gap',
        source: weather.name,
        where: `hour ${hour}`,
        field,
        message: `The weather year has no ${field} at hour ${hour}; "${model.name}" needs every hour.`,
        remedy: 'Fill the gap or choose another weather file.',
      },
    ];
  });
}

function runIssues(
  model: BuildingModel,
  stepper: BuildingStepper,
  zones: readonly ZoneYear[],
  warmUpDays: number,
): Issue[] {
  const issues: Issue[] = [];
  const add = (
    severity: Issue['severity'],
    code: string,
    where: string,
    message: string,
    remedy: string,
  ): unknown => issues.push({ severity, code, source: model.name, where, message, remedy });
  for (const { id, airDegC, meanRadiantDegC, heatingW, coolingW } of zones) {
    if ([airDegC, meanRadiantDegC, heatingW, coolingW].every((column) => column.every(Number.isFinite)))
      continue;
    add('error', 'zone-not-finite', `zone "${id}"`, 'Temperatures or powers are not finite.', 'Check areas, layers, capacities and flows of the zone for extreme values.'); // prettier-ignore
  }
  if (stepper.unsettled > 0) {
    add('warning', 'zone-plants-unsettled', model.name, `In ${stepper.unsettled} steps the plants of coupled zones did not settle on who heats and who cools.`, 'Check set-points and capacities of zones that exchange much air.'); // prettier-ignore
  }
  if (warmUpDays > LONGEST_WARM_UP_DAYS) {
    add('note', 'zone-warm-up', model.name, `After ${LONGEST_WARM_UP_DAYS} repetitions of the first day temperatures still moved.`, 'Very heavy elements remember more than a season; the first months depend on the start.'); // prettier-ignore
  }
  return issues;
}
