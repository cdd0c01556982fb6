import type { StepWindow } from '../devices/deposit';
import { addHotWaterDay } from '../devices/hotWater';
import { addHouseholdDay } from '../devices/household';
import { fillPhotovoltaicPlant } from '../devices/photovoltaicRoof';
import { addPersonsDay } from '../devices/presence';
import { addSession, sessionOf } from '../devices/vehicle';
import type { CompiledBuilding, CompiledBuildings } from './compile';
import { ORIENTATIONS } from './envelope';
import { addSupplyFans } from './supplyFans';
import { dayKindOf } from './useTables';

/**
 * The parts of a row that do not depend on its temperature. Each fills whole stretches of steps from closed forms in
 * (seed, entity, day); a day's events may reach into the next day, hence the start one day early.
 */

/** Households, installed power and fans: the appliances column of a row. README eq. 19. */
export function fillAppliances(
  compiled: CompiledBuildings,
  building: CompiledBuilding,
  window: StepWindow,
): void {
  const { values, offset, fromStep, toStep } = window;
  const { tableAt, climate } = compiled;
  const { installedW, fansW, fansAboveDegC, households, table } = building;
  const steps = toStep - fromStep;
  values.fill(0, offset, offset + steps);
  if (installedW > 0) {
    for (let i = 0; i < steps; i += 1) {
      values[offset + i] = installedW * table.appliances[tableAt[fromStep + i]!]!;
    }
  }
  if (fansW > 0) {
    for (let i = 0; i < steps; i += 1) {
      if (!(climate.tempDegC[fromStep + i]! > fansAboveDegC)) continue;
      values[offset + i]! += fansW * table.presence[tableAt[fromStep + i]!]!;
    }
  }
  addSupplyFans(building.supplyFans, table, tableAt, fromStep, toStep, values, offset);
  if (households.length === 0) return;
  const { stepsPerDay, startWeekday } = compiled.calendar;
  const lastDay = Math.floor((toStep - 1) / stepsPerDay);
  for (let day = Math.floor(fromStep / stepsPerDay) - 1; day <= lastDay; day += 1) {
    const weekend = dayKindOf(startWeekday, day) !== 0;
    const light = climate.lightByDay[Math.max(day, 0)]!;
    for (let h = 0; h < households.length; h += 1) {
      addHouseholdDay(households[h]!, day, weekend, window, light);
    }
  }
}

/** Sensible heat of the persons who are in, W: households by their days, others by their use's. README eq. 20. */
export function fillPersons(
  compiled: CompiledBuildings,
  building: CompiledBuilding,
  window: StepWindow,
): void {
  const { values, offset, fromStep, toStep } = window;
  const { workPersonHeatW, personHeatW, households, table } = building;
  const steps = toStep - fromStep;
  values.fill(0, offset, offset + steps);
  if (workPersonHeatW > 0) {
    for (let i = 0; i < steps; i += 1) {
      values[offset + i] = workPersonHeatW * table.presence[compiled.tableAt[fromStep + i]!]!;
    }
  }
  if (households.length === 0) return;
  const { stepsPerDay, startWeekday } = compiled.calendar;
  const lastDay = Math.floor((toStep - 1) / stepsPerDay);
  for (let day = Math.floor(fromStep / stepsPerDay); day <= lastDay; day += 1) {
    const weekend = dayKindOf(startWeekday, day) !== 0;
    for (let h = 0; h < households.length; h += 1) {
      addPersonsDay(households[h]!, day, weekend, personHeatW, window);
    }
  }
}

/** Hot-water heat of a row, W. README eq. 21. */
export function fillHotWater(
  compiled: CompiledBuildings,
  building: CompiledBuilding,
  window: StepWindow,
): void {
  const { values, offset, fromStep, toStep } = window;
  const { workHotWaterW, hotWaterKeys, hotWaterMeanW, chargingW, table } = building;
  const steps = toStep - fromStep;
  values.fill(0, offset, offset + steps);
  if (workHotWaterW > 0) {
    for (let i = 0; i < steps; i += 1) {
      values[offset + i] = workHotWaterW * table.hotWater[compiled.tableAt[fromStep + i]!]!;
    }
  }
  if (hotWaterKeys.length === 0) return;
  const { stepsPerDay, startWeekday } = compiled.calendar;
  const lastDay = Math.floor((toStep - 1) / stepsPerDay);
  for (let day = Math.floor(fromStep / stepsPerDay) - 1; day <= lastDay; day += 1) {
    const weekend = dayKindOf(startWeekday, day) !== 0;
    for (let h = 0; h < hotWaterKeys.length; h += 1) {
      addHotWaterDay(hotWaterKeys[h]!, day, weekend, hotWaterMeanW[h]!, chargingW, window);
    }
  }
}

/** Vehicle charging of a row; single-phase chargers are also noted apart, for the phases. */
export function fillVehicles(
  compiled: CompiledBuildings,
  building: CompiledBuilding,
  all: StepWindow,
  single: StepWindow,
): void {
  const steps = all.toStep - all.fromStep;
  all.values.fill(0, all.offset, all.offset + steps);
  if (building.vehicles.length === 0) return;
  single.values.fill(0, single.offset, single.offset + steps);
  const { stepsPerDay, startWeekday } = compiled.calendar;
  const lastDay = Math.floor((all.toStep - 1) / stepsPerDay);
  for (let day = Math.floor(all.fromStep / stepsPerDay) - 1; day <= lastDay; day += 1) {
    const weekend = dayKindOf(startWeekday, day) !== 0;
    const leavesOnWeekend = dayKindOf(startWeekday, day + 1) !== 0;
    for (let v = 0; v < building.vehicles.length; v += 1) {
      const vehicle = building.vehicles[v]!;
      const session = sessionOf(vehicle, day, weekend, leavesOnWeekend);
      if (!session) continue;
      addSession(vehicle, session, all);
      if (vehicle.phases === 1) addSession(vehicle, session, single);
    }
  }
}

/** Solar gains of a lumped row, W: apertures times irradiance, orientation by orientation. */
export function fillSolar(compiled: CompiledBuildings, aperturesM2: Float64Array, window: StepWindow): void {
  const { values, offset, fromStep, toStep } = window;
  const steps = toStep - fromStep;
  values.fill(0, offset, offset + steps);
  for (let o = 0; o < ORIENTATIONS; o += 1) {
    const apertureM2 = aperturesM2[o] ?? 0;
    if (apertureM2 === 0) continue;
    const plane = compiled.climate.wallWPerM2[o]!;
    for (let i = 0; i < steps; i += 1) {
      values[offset + i] = values[offset + i]! + apertureM2 * plane[fromStep + i]!;
    }
  }
}

/** Photovoltaic AC power of a row, W. */
export function fillPhotovoltaics(building: CompiledBuilding, window: StepWindow): void {
  const { values, offset, fromStep, toStep } = window;
  if (building.photovoltaicPlant) {
    fillPhotovoltaicPlant(building.photovoltaicPlant, window, window);
    return;
  }
  const share = building.photovoltaicShare;
  const peakW = building.photovoltaicPeakW;
  const steps = toStep - fromStep;
  if (!share) {
    values.fill(0, offset, offset + steps);
    return;
  }
  for (let i = 0; i < steps; i += 1) values[offset + i] = peakW * share[fromStep + i]!;
}
