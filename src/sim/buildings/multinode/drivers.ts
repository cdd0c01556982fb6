import type { BuildingModel } from '../../../model/buildingModel/types';
import type { WeatherYear } from '../../../model/weather';
import { pow } from '../../numeric/elementary';
import { skyTempDegC } from '../../weather';
import type { ElementSun } from '../solar';
import { airHeatCapacityJPerM3K, mean, outdoorAirHeatCapacity } from './air';
import { type AirFlows, airFlowsOf, type CourseReader, fillAirFlows } from './airFlows';
import type { CompiledBuilding } from './compile';
import { LEEWARD_EXPONENT, WINDWARD_EXPONENT } from './films/outside';
import { courseValues, monthOfDay } from './schedule';
import type { BuildingState } from './state';
import { emptyInputs, type StepInputs } from './stepInputs';
import { fillSun, type SunSources, sunSources } from './sunSources';
import type { Plants } from './thermostat';

const REFERENCE_DEG_C = 20;

/** Everything that drives a building through a year, by hours and by steps. */
export interface Drivers {
  readonly stepsPerHour: number;
  readonly weather: WeatherYear;
  readonly skyDegC: Float64Array;
  readonly windwardSpeed: Float64Array;
  readonly leewardSpeed: Float64Array;
  readonly outdoorJPerM3K: Float64Array;
  readonly indoorJPerM3K: number;
  readonly meanPressurePa: number;
  /** [chain] columns of 12 months, empty where there is no ground. */
  readonly groundDegC: readonly (readonly number[])[];
  readonly sun: SunSources;
  readonly flows: AirFlows;
  readonly gains: readonly (readonly { powerW: number; radiativeShare: number; course: Float64Array }[])[];
  readonly heatingDegC: readonly Float64Array[];
  readonly coolingDegC: readonly Float64Array[];
  readonly inputs: StepInputs;
}

function groundOf(building: CompiledBuilding, weather: WeatherYear): (readonly number[])[] {
  const annual = mean(weather.tempDegC);
  return building.chains.map(({ outer }) => {
    if (outer.kind !== 'ground') return [];
    const { tempDegC } = outer;
    return typeof tempDegC === 'object' ? tempDegC : new Array<number>(12).fill(tempDegC ?? annual);
  });
}

export function driversOf(
  building: CompiledBuilding,
  weather: WeatherYear,
  sun: readonly ElementSun[],
  stepsPerHour: number,
): Drivers {
  const { model } = building;
  const axis = { stepsPerHour, startWeekday: weather.startWeekday };
  const read: CourseReader = (course, otherwise) =>
    courseValues(course ?? otherwise, model.schedules ?? [], axis) ?? new Float64Array(0);
  const meanPressurePa = mean(weather.pressurePa);
  return {
    stepsPerHour,
    weather,
    skyDegC: weather.skyInfraredWPerM2.map(skyTempDegC),
    windwardSpeed: weather.windSpeedMPerS.map((speed) => pow(speed, WINDWARD_EXPONENT)),
    leewardSpeed: weather.windSpeedMPerS.map((speed) => pow(speed, LEEWARD_EXPONENT)),
    outdoorJPerM3K: outdoorAirHeatCapacity(weather),
    indoorJPerM3K: airHeatCapacityJPerM3K(meanPressurePa, REFERENCE_DEG_C, 0),
    meanPressurePa,
    groundDegC: groundOf(building, weather),
    sun: sunSources(building, sun),
    flows: airFlowsOf(model, read),
    gains: model.zones.map(({ gains }) =>
      (gains ?? []).map(({ powerW, radiativeShare, course }) => ({
        powerW,
        radiativeShare,
        course: read(course, 1),
      })),
    ),
    heatingDegC: model.zones.map(({ heating }) => read(heating?.setpointDegC, NaN)),
    coolingDegC: model.zones.map(({ cooling }) => read(cooling?.setpointDegC, NaN)),
    inputs: emptyInputs(building.chains.length, building.nodeCount, building.zoneCount),
  };
}

export function plantsOf(model: BuildingModel): Plants {
  const each = (value: (zone: BuildingModel['zones'][number]) => number): Float64Array =>
    Float64Array.from(model.zones, value);
  return {
    heatingCapacityW: each(({ heating }) => heating?.capacityW ?? Infinity),
    coolingCapacityW: each(({ cooling }) => cooling?.capacityW ?? Infinity),
    heatingConvectiveShare: each(({ heating }) => heating?.convectiveShare ?? 1),
    coolingConvectiveShare: each(({ cooling }) => cooling?.convectiveShare ?? 1),
  };
}

/** Air of each zone at the site's mean pressure and 20 degC, and its furniture, J/K. */
export function airCapacitiesOf(model: BuildingModel, indoorJPerM3K: number): Float64Array {
  return Float64Array.from(
    model.zones,
    ({ volumeM3, furnitureJPerK }) => volumeM3 * indoorJPerM3K + (furnitureJPerK ?? 0),
  );
}

/** What holds through one hour. */
export function fillHour(drivers: Drivers, hour: number): void {
  const { inputs, weather, groundDegC } = drivers;
  inputs.pressurePa = weather.pressurePa[hour]!;
  const month = monthOfDay(Math.floor(hour / 24));
  for (let c = 0; c < groundDegC.length; c += 1) inputs.groundDegC[c] = groundDegC[c]![month] ?? 0;
  fillSun(drivers.sun, hour, inputs.sourceW);
}

/** Readings of the hour's end at a share of the way from the reading before. */
export function fillReadings(drivers: Drivers, hour: number, share: number): void {
  const { inputs, weather } = drivers;
  const before = Math.max(hour - 1, 0);
  const between = (readings: Float64Array): number =>
    readings[before]! + (readings[hour]! - readings[before]!) * share;
  inputs.outdoorDegC = between(weather.tempDegC);
  inputs.skyDegC = between(drivers.skyDegC);
  inputs.windwardSpeed = between(drivers.windwardSpeed);
  inputs.leewardSpeed = between(drivers.leewardSpeed);
}

/**
 * What changes within the hour. Weather files give air temperature and wind as read at the end of the hour (EPW, TMY3), and
 * infrared as worked out from such readings, so they run straight from one reading to the next, and the step takes its
 * mean. README eq. 17.
 */
export function fillStep(drivers: Drivers, hour: number, part: number, state: BuildingState): void {
  const { inputs, stepsPerHour, gains } = drivers;
  const step = hour * stepsPerHour + part;
  fillReadings(drivers, hour, (part + 0.5) / stepsPerHour);
  fillAirFlows(drivers.flows, step, state, drivers.outdoorJPerM3K[hour]!, drivers.indoorJPerM3K, inputs);
  for (let z = 0; z < gains.length; z += 1) {
    let convective = 0;
    let radiative = 0;
    for (const { powerW, radiativeShare, course } of gains[z]!) {
      const power = powerW * course[step]!;
      convective += power * (1 - radiativeShare);
      radiative += power * radiativeShare;
    }
    inputs.convectiveW[z] = convective;
    inputs.radiativeW[z] = radiative;
    inputs.heatingDegC[z] = drivers.heatingDegC[z]![step]!;
    inputs.coolingDegC[z] = drivers.coolingDegC[z]![step]!;
  }
}
