import { clear, type Column, type Steps } from '../devices/column';
import type { ChargingSession } from '../devices/chargingNight';
import { fillCharging, type ChargingColumns } from '../devices/evCharging';
import { sessionOf, type Vehicle } from '../devices/vehicle';
import type { CompiledBuilding, CompiledBuildings } from './compile';
import { dayKindOf } from './useTables';

/** What single-phase chargers draw and give, apart, by phase of the service. */
export interface SinglePhaseVehicles {
  readonly singleChargeW: readonly Column[];
  readonly singleDischargeW: readonly Column[];
}

type Vehicles = Pick<ChargingColumns, 'chargeW' | 'dischargeW'>;

/** Whether a row's cars are laid over what else it draws from noon to noon. */
export function plansNights({ vehicles, charging }: CompiledBuilding): boolean {
  return (
    vehicles.length > 0 && (charging.control === 'valleyFilling' || charging.control === 'vehicleToGrid')
  );
}

export function clearVehicles(steps: Steps, { chargeW, dischargeW }: Vehicles): void {
  clear(chargeW, steps);
  clear(dischargeW, steps);
}

/** The session of a car that begins on a day; null where it is not plugged in. */
export function sessionOn(startWeekday: number, vehicle: Vehicle, day: number): ChargingSession | null {
  const weekend = dayKindOf(startWeekday, day) !== 0;
  const leavesOnWeekend = dayKindOf(startWeekday, day + 1) !== 0;
  const session = sessionOf(vehicle, day, weekend, leavesOnWeekend);
  return session === null ? null : { ...session, vehicle };
}

/** Sessions of a row that begin on a day. */
function sessionsOf(compiled: CompiledBuildings, building: CompiledBuilding, day: number): ChargingSession[] {
  const { startWeekday } = compiled.calendar;
  return building.vehicles.flatMap((vehicle) => sessionOn(startWeekday, vehicle, day) ?? []);
}

/** Charging and discharging of a row's cars; `other` of those that plan nights. README eq. 29. */
export function fillVehicles(
  compiled: CompiledBuildings,
  building: CompiledBuilding,
  steps: Steps,
  columns: ChargingColumns,
): void {
  if (building.vehicles.length === 0) {
    clearVehicles(steps, columns);
    return;
  }
  fillCharging((day) => sessionsOf(compiled, building, day), building.charging, steps, columns);
}
