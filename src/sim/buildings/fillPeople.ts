import type { Calendar } from '../arrays/calendar';
import { daySpan, type DaySpan } from '../devices/daySpan';
import type { StepWindow } from '../devices/deposit';
import { addHotWater } from '../devices/hotWater';
import { addHouseholds } from '../devices/household';
import { addPersons } from '../devices/presence';
import type { CompiledBuilding, CompiledBuildings } from './compile';
import { respond, type RespondingHouseholds } from './householdResponse';
import { addSupplyFans } from './supplyFans';
import { dayKindOf } from './useTables';

/**
 * What people do in a row, whatever its temperature. Each fills whole stretches of steps from closed forms in (seed, entity,
 * day).
 */

interface KnownSpan {
  readonly calendar: Calendar;
  readonly lightByDay: Float64Array;
  readonly from: number;
  readonly to: number;
  readonly span: DaySpan;
}

/** Of the window that was filled last: a block's rows all ask for the same. */
let last: KnownSpan | undefined;

/** Days of a window and the one before, whose events may reach into it. */
function spanOf({ calendar, climate }: CompiledBuildings, { fromStep, toStep }: StepWindow): DaySpan {
  const { stepsPerDay, startWeekday } = calendar;
  const { lightByDay } = climate;
  const from = Math.floor(fromStep / stepsPerDay) - 1;
  const to = Math.floor((toStep - 1) / stepsPerDay) + 1;
  if (last?.calendar === calendar && last.lightByDay === lightByDay && last.from === from && last.to === to)
    return last.span;
  const span = daySpan(
    from,
    to - from,
    (day) => dayKindOf(startWeekday, day) !== 0,
    (day) => lightByDay[Math.max(day, 0)]!,
  );
  last = { calendar, lightByDay, from, to, span };
  return span;
}

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
  if (building.responding !== null) addResponding(compiled, building.responding, window);
  else if (households.length > 0) addHouseholds(households, spanOf(compiled, window), window);
}

/** Households that answer to prices: their whole days, wherever the window cuts them, then what of it lies in the window. */
function addResponding(
  compiled: CompiledBuildings,
  responding: readonly RespondingHouseholds[],
  window: StepWindow,
): void {
  const { stepsPerDay } = compiled.calendar;
  const { values, offset, fromStep, toStep, stepMin } = window;
  const firstDay = Math.floor(fromStep / stepsPerDay);
  const from = firstDay * stepsPerDay;
  const to = Math.ceil(toStep / stepsPerDay) * stepsPerDay;
  const days = { values: new Float64Array(to - from), offset: 0, fromStep: from, toStep: to, stepMin };
  for (const group of responding) {
    days.values.fill(0);
    addHouseholds(group.households, spanOf(compiled, days), days);
    respond(group, days.values, firstDay, stepsPerDay);
    for (let step = fromStep; step < toStep; step += 1)
      values[offset + step - fromStep]! += days.values[step - from]!;
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
  if (households.length > 0) addPersons(households, spanOf(compiled, window), personHeatW, window);
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
  const span = spanOf(compiled, window);
  for (let h = 0; h < hotWaterKeys.length; h += 1) {
    addHotWater(hotWaterKeys[h]!, span, hotWaterMeanW[h]!, chargingW, window);
  }
}
