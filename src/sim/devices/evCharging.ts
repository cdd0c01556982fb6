import type { ChargingControl, DailyHours } from '../../model/building';
import {
  addTo,
  nightOf,
  nightsWithin,
  planValley,
  plugPowerW,
  type ChargingSession,
  type SessionPlan,
} from './chargingNight';
import { clear, MINUTES_PER_DAY, type Column, type Steps } from './column';
import { deposit } from './deposit';
import { isWithinHours } from './hotWaterTank';
import { addSession } from './vehicle';
import { planVehicleToGrid, VEHICLE_BATTERY, type VehicleBattery } from './vehicleToGrid';

/** When the tariff of a time-of-use charger is cheap: an engineering value (unknown_untraceable). */
export const CHEAP_HOURS: DailyHours = { fromHour: 22, toHour: 6 };

/** How the chargers of a building are run. */
export interface ChargingPolicy {
  readonly control: ChargingControl;
  readonly cheapHours?: DailyHours;
  readonly battery?: VehicleBattery;
}

/** What the chargers read and fill, all with the steps of the call. */
export interface ChargingColumns {
  /**
   * Everything else, W, positive = import; a gap counts as nothing drawn. Read by `valleyFilling` and `vehicleToGrid`
   * only: from the noon at or before the steps to the noon at or after them.
   */
  readonly otherW?: Float64Array;
  readonly otherFromStep?: number;
  /** Filled: all chargers, and those on one phase apart, by phase of the service. */
  readonly chargeW: Column;
  readonly dischargeW: Column;
  readonly singleChargeW: readonly Column[];
  readonly singleDischargeW: readonly Column[];
}

/**
 * Time of use: full power from the first cheap minute after arrival; from as late as the energy still gets in where
 * that is later than time allows, and at once where even that is past. devicesWithState.md, eq. 7.
 */
export function timeOfUseStartMin(session: ChargingSession, cheap: DailyHours): number {
  const fullMin = session.energyJ / session.vehicle.powerW / 60;
  const minuteOfDay = session.arrivalMin - MINUTES_PER_DAY * Math.floor(session.arrivalMin / MINUTES_PER_DAY);
  const fromMin = 60 * cheap.fromHour;
  // From an hour to the same hour is no time at all: nothing to wait for.
  const waits = cheap.fromHour !== cheap.toHour && !isWithinHours(minuteOfDay, cheap);
  const waitMin = waits ? fromMin - minuteOfDay + (fromMin < minuteOfDay ? MINUTES_PER_DAY : 0) : 0;
  const latestMin = session.departureMin - fullMin;
  return Math.max(session.arrivalMin, Math.min(session.arrivalMin + waitMin, latestMin));
}

/** Adds a session that follows nothing but its own times. Energy without room before departure is left out. */
function addAlone(session: ChargingSession, policy: ChargingPolicy, column: Column, steps: Steps): void {
  const { powerW } = session.vehicle;
  if (!(powerW > 0) || !(session.energyJ > 0)) return;
  const window = { ...steps, ...column };
  const mostJ = powerW * 60 * Math.max(0, session.departureMin - session.arrivalMin);
  const held = session.energyJ > mostJ ? { ...session, energyJ: mostJ } : session;
  if (policy.control === 'timeOfUse') {
    const startMin = timeOfUseStartMin(held, policy.cheapHours ?? CHEAP_HOURS);
    deposit(window, startMin, held.energyJ / powerW / 60, powerW);
    return;
  }
  addSession({ ...session.vehicle, managed: policy.control === 'managed' }, held, window);
}

/** Other load of a night, [step]. */
function otherOfNight(night: Steps, { otherW, otherFromStep = 0 }: ChargingColumns): Float64Array {
  const from = night.fromStep - otherFromStep;
  const othersW = new Float64Array(night.toStep - night.fromStep);
  for (let i = 0; i < othersW.length; i += 1) {
    const value = otherW?.[from + i] ?? NaN;
    if (Number.isFinite(value)) othersW[i] = value;
  }
  return othersW;
}

/** Plans of the sessions of one night that look at what else is drawn. */
export function planNight(
  sessions: readonly ChargingSession[],
  policy: ChargingPolicy,
  otherW: Float64Array,
  night: Steps,
): readonly SessionPlan[] {
  const stepS = 60 * night.stepMin;
  const rooms = sessions.map((session) => plugPowerW(session, night));
  const valley = planValley(sessions, rooms, otherW, stepS);
  const plans = valley.map((chargeW): SessionPlan => ({
    chargeW,
    dischargeW: new Float64Array(chargeW.length),
  }));
  if (policy.control !== 'vehicleToGrid') return plans;
  const battery = policy.battery ?? VEHICLE_BATTERY;
  const all = otherW.slice();
  for (const plan of plans) addTo(all, plan.chargeW);
  return plans.map(({ chargeW }, s) => {
    for (let i = 0; i < all.length; i += 1) all[i] = all[i]! - chargeW[i]!;
    const plan = planVehicleToGrid(sessions[s]!, battery, rooms[s]!, all, stepS);
    for (let i = 0; i < all.length; i += 1) all[i] = all[i]! + plan.chargeW[i]! - plan.dischargeW[i]!;
    return plan;
  });
}

/**
 * Charging of a building's vehicles over some steps. `sessionsOf` gives the sessions that begin between noon of a day and
 * the next noon; it is asked for every night that reaches into the steps. Every night is planned as a whole from its
 * sessions and what else is drawn in it, so any cut of the year gives the same bits; nothing is carried over. Energy that a
 * session has no time for is not charged.
 * devicesWithState.md, eq. 7 to 10.
 */
export function fillCharging(
  sessionsOf: (day: number) => readonly ChargingSession[],
  policy: ChargingPolicy,
  steps: Steps,
  columns: ChargingColumns,
): void {
  const { chargeW, dischargeW, singleChargeW, singleDischargeW } = columns;
  for (const column of [chargeW, dischargeW, ...singleChargeW, ...singleDischargeW]) clear(column, steps);
  const looks = policy.control === 'valleyFilling' || policy.control === 'vehicleToGrid';
  const [first, last] = nightsWithin(steps);
  for (let day = first; day <= last; day += 1) {
    const sessions = sessionsOf(day);
    if (sessions.length === 0) continue;
    const night = nightOf(day, steps.stepMin);
    const plans = looks ? planNight(sessions, policy, otherOfNight(night, columns), night) : null;
    sessions.forEach((session, s) => {
      const { phases, servicePhase } = session.vehicle;
      if (!plans) {
        addAlone(session, policy, chargeW, steps);
        if (phases === 1) addAlone(session, policy, singleChargeW[servicePhase]!, steps);
        return;
      }
      addPlan(plans[s]!.chargeW, night, chargeW, steps);
      addPlan(plans[s]!.dischargeW, night, dischargeW, steps);
      if (phases !== 1) return;
      addPlan(plans[s]!.chargeW, night, singleChargeW[servicePhase]!, steps);
      addPlan(plans[s]!.dischargeW, night, singleDischargeW[servicePhase]!, steps);
    });
  }
}

function addPlan(planW: Float64Array, night: Steps, column: Column, steps: Steps): void {
  const from = Math.max(night.fromStep, steps.fromStep);
  const to = Math.min(night.toStep, steps.toStep);
  for (let step = from; step < to; step += 1) {
    const at = column.offset + step - steps.fromStep;
    column.values[at] = column.values[at]! + planW[step - night.fromStep]!;
  }
}
