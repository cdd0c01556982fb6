import { fillAirFlows } from './airFlows';
import { type CompiledBuilding, INNER, OUTER } from './compile';
import { airCapacitiesOf, type Drivers, fillHour, fillReadings, plantsOf } from './drivers';
import { type Films, newFilms } from './films/films';
import { type BuildingState, newState } from './state';
import { BuildingStepper } from './stepper';
import { emptyInputs, type StepInputs } from './stepInputs';

/** Rounds of films and temperatures of each state; they settle by a factor of two or three a round. */
const ROUNDS = 30;
/** As good as steady: 30 years. */
const STEADY_INVERSE_DT = 1e-9;

/** Hours of one kind: colder or warmer days than the year's mean, in the sun or without it. */
interface HourGroup {
  count: number;
  readonly inputs: StepInputs;
}

/**
 * Films of constant coefficients: the same correlations, evaluated once. The hours of the weather year fall into four
 * groups (days colder or warmer than the year's mean; with global irradiance or without); each group's mean air, sky, wind,
 * sun, gains and set-points give a steady state of the building. A constant coefficient shall move the heat that the four
 * states' coefficients move: h = sum of hours |dT| h / sum of hours |dT|, dT being the difference that it acts on. README,
 * "Films: reference and constant".
 */
export function meanFilms(building: CompiledBuilding, drivers: Drivers): Films {
  const groups = groupHours(building, drivers).filter(({ count }) => count > 0);
  const airCapacity = airCapacitiesOf(building.model, drivers.indoorJPerM3K);
  const sums = newFilms(building);
  const weights = newFilms(building);
  for (const each of Object.values(sums) as Float64Array[]) each.fill(0);
  for (const each of Object.values(weights) as Float64Array[]) each.fill(0);
  for (const { count, inputs } of groups) {
    const stepper = new BuildingStepper(building, airCapacity, plantsOf(building.model), { rounds: ROUNDS });
    const state = newState(building);
    stepper.step(state, inputs, STEADY_INVERSE_DT);
    addState(building, inputs, state, stepper.films, count, sums, weights);
  }
  for (const key of ['convection', 'radiation', 'sky', 'linkWPerK'] as const) {
    sums[key].forEach((sum, i) => (sums[key][i] = weights[key][i]! > 0 ? sum / weights[key][i]! : 0));
  }
  return sums;
}

/** Keeps states with all of a surface at one temperature in the mean. */
const LEAST_DIFFERENCE_K = 0.01;

function addState(
  building: CompiledBuilding,
  inputs: StepInputs,
  { nodeDegC, airDegC, radiantDegC }: BuildingState,
  films: Films,
  hours: number,
  sums: Films,
  weights: Films,
): void {
  const { chains, firstNode } = building;
  const add = (key: keyof Films, at: number, differenceK: number): void => {
    const weight = hours * Math.max(Math.abs(differenceK), LEAST_DIFFERENCE_K);
    sums[key][at]! += weight * films[key][at]!;
    weights[key][at]! += weight;
  };
  const addInside = (zone: number, at: number, surfaceDegC: number): void => {
    add('convection', at, surfaceDegC - airDegC[zone]!);
    add('radiation', at, surfaceDegC - radiantDegC[zone]!);
  };
  chains.forEach(({ inner, outer }, c) => {
    const first = firstNode[c]!;
    const last = firstNode[c + 1]! - 1;
    addInside(inner.zone, 2 * c + INNER, nodeDegC[last]!);
    if (outer.kind === 'inside') addInside(outer.zone, 2 * c + OUTER, nodeDegC[first]!);
    if (outer.kind === 'outdoors') {
      add('convection', 2 * c + OUTER, nodeDegC[first]! - inputs.outdoorDegC);
      add('radiation', 2 * c + OUTER, nodeDegC[first]! - inputs.outdoorDegC);
      add('sky', c, nodeDegC[first]! - inputs.skyDegC);
    }
    for (let i = first; i < last; i += 1) add('linkWPerK', i, nodeDegC[i]! - nodeDegC[i + 1]!);
  });
}

function addScaled(to: Float64Array, from: Float64Array, weight: number): void {
  for (let i = 0; i < to.length; i += 1) to[i]! += weight * from[i]!;
}

function groupHours(building: CompiledBuilding, drivers: Drivers): HourGroup[] {
  const { weather, inputs } = drivers;
  const { chains, nodeCount, zoneCount } = building;
  const groups: HourGroup[] = [0, 1, 2, 3].map(() => {
    const blank = emptyInputs(chains.length, nodeCount, zoneCount);
    blank.outdoorDegC = 0;
    blank.skyDegC = 0;
    blank.pressurePa = 0;
    blank.heatingDegC.fill(0);
    blank.coolingDegC.fill(0);
    return { count: 0, inputs: blank };
  });
  const annual = weather.tempDegC.reduce((sum, temp) => sum + temp, 0) / weather.tempDegC.length;
  const state = newState(building);
  const on = groups.map(() => ({
    heating: new Float64Array(zoneCount),
    cooling: new Float64Array(zoneCount),
  }));
  let daily = 0;
  for (let hour = 0; hour < weather.tempDegC.length; hour += 1) {
    if (hour % 24 === 0) {
      daily = weather.tempDegC.subarray(hour, hour + 24).reduce((sum, temp) => sum + temp, 0) / 24;
    }
    const at = (daily < annual ? 0 : 1) + (weather.ghiWPerM2[hour]! > 0 ? 2 : 0);
    fillMeanHour(drivers, hour, state);
    addHour(groups[at]!, inputs, on[at]!);
  }
  groups.forEach((group, at) => divide(group, on[at]!));
  return groups;
}

/** One hour as a whole. */
function fillMeanHour(drivers: Drivers, hour: number, state: BuildingState): void {
  const { inputs, stepsPerHour, gains } = drivers;
  fillHour(drivers, hour);
  fillReadings(drivers, hour, 1);
  const first = hour * stepsPerHour;
  fillAirFlows(drivers.flows, first, state, drivers.outdoorJPerM3K[hour]!, drivers.indoorJPerM3K, inputs);
  for (let z = 0; z < gains.length; z += 1) {
    inputs.convectiveW[z] = 0;
    inputs.radiativeW[z] = 0;
    for (const { powerW, radiativeShare, course } of gains[z]!) {
      inputs.convectiveW[z]! += powerW * course[first]! * (1 - radiativeShare);
      inputs.radiativeW[z]! += powerW * course[first]! * radiativeShare;
    }
    inputs.heatingDegC[z] = drivers.heatingDegC[z]![first]!;
    inputs.coolingDegC[z] = drivers.coolingDegC[z]![first]!;
  }
}

interface OnHours {
  readonly heating: Float64Array;
  readonly cooling: Float64Array;
}

function addHour(group: HourGroup, hour: StepInputs, on: OnHours): void {
  const sum = group.inputs;
  group.count += 1;
  sum.outdoorDegC += hour.outdoorDegC;
  sum.skyDegC += hour.skyDegC;
  sum.windwardSpeed += hour.windwardSpeed;
  sum.leewardSpeed += hour.leewardSpeed;
  sum.pressurePa += hour.pressurePa;
  addScaled(sum.groundDegC, hour.groundDegC, 1);
  addScaled(sum.sourceW, hour.sourceW, 1);
  addScaled(sum.airFlowWPerK, hour.airFlowWPerK, 1);
  addScaled(sum.convectiveW, hour.convectiveW, 1);
  addScaled(sum.radiativeW, hour.radiativeW, 1);
  addScaled(sum.exchangeWPerK, hour.exchangeWPerK, 1);
  addOn(sum.heatingDegC, hour.heatingDegC, on.heating);
  addOn(sum.coolingDegC, hour.coolingDegC, on.cooling);
}

function addOn(sum: Float64Array, setpoint: Float64Array, hours: Float64Array): void {
  for (let z = 0; z < sum.length; z += 1) {
    if (!(setpoint[z]! === setpoint[z]!)) continue;
    sum[z]! += setpoint[z]!;
    hours[z]! += 1;
  }
}

/** Sums to means; a set-point that is off for more than half of a group's hours is off. */
function divide({ count, inputs }: HourGroup, on: OnHours): void {
  if (count === 0) return;
  inputs.outdoorDegC /= count;
  inputs.skyDegC /= count;
  inputs.windwardSpeed /= count;
  inputs.leewardSpeed /= count;
  inputs.pressurePa /= count;
  const { groundDegC, sourceW, airFlowWPerK, convectiveW, radiativeW, exchangeWPerK } = inputs;
  for (const column of [groundDegC, sourceW, airFlowWPerK, convectiveW, radiativeW, exchangeWPerK]) {
    for (let i = 0; i < column.length; i += 1) column[i]! /= count;
  }
  for (const [column, hours] of [
    [inputs.heatingDegC, on.heating],
    [inputs.coolingDegC, on.cooling],
  ] as const) {
    for (let z = 0; z < column.length; z += 1) {
      column[z] = hours[z]! > count / 2 ? column[z]! / hours[z]! : NaN;
    }
  }
}
