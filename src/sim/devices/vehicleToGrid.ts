import type { ChargingSession, SessionPlan } from './chargingNight';
import { waterFill, type Vessel } from './waterFilling';

/** The battery of a vehicle that may give back. */
export interface VehicleBattery {
  readonly capacityJ: number;
  /** One way each, between terminals and cells. */
  readonly chargeEfficiency: number;
  readonly dischargeEfficiency: number;
  /** Stored when the session's energy is in, of the capacity. */
  readonly targetShare: number;
  /** Nothing is given back below, of the capacity. */
  readonly reserveShare: number;
}

/**
 * 60 kWh: an engineering value (unknown_untraceable). One way 0.90, charged to 0.8, never emptied below 0.25:
 * RAMP-mobility 2b65bab1, charging_process.py; that giving back is as efficient as charging is assumed.
 */
export const VEHICLE_BATTERY: VehicleBattery = {
  capacityJ: 60 * 3.6e6,
  chargeEfficiency: 0.9,
  dischargeEfficiency: 0.9,
  targetShare: 0.8,
  reserveShare: 0.25,
};

/** What the cells hold at arrival and at most; a battery too small for its session is as large as that needs. */
export function storedAtArrivalJ(
  session: ChargingSession,
  battery: VehicleBattery,
): { readonly storedJ: number; readonly capacityJ: number } {
  const gainJ = battery.chargeEfficiency * session.energyJ;
  const capacityJ = Math.max(battery.capacityJ, gainJ / battery.targetShare);
  return { storedJ: Math.max(0, battery.targetShare * capacityJ - gainJ), capacityJ };
}

/** The level is found to a millionth of the way from the valley to the peak. */
const HALVINGS = 20;

/**
 * Vehicle to grid: gives back what lies above a level and takes it again, with both conversion losses, in the valley. The
 * lowest level for which the car keeps its reserve, its capacity and its charger's power, charges no higher than that
 * level and leaves with the energy asked for. Found by halving between the level of valley filling and the peak; where
 * no lower level works the plan is valley filling. Gives nothing to the grid: only what the rest draws is covered.
 * devicesWithState.md, eq. 10.
 */
export function planVehicleToGrid(
  session: ChargingSession,
  battery: VehicleBattery,
  room: Float64Array,
  otherW: Float64Array,
  stepS: number,
): SessionPlan {
  const pluggedIn: number[] = [];
  for (let i = 0; i < room.length; i += 1) if (room[i]! > 0) pluggedIn.push(i);
  const { vessel, open, best, trial } = searchOver(pluggedIn.length);
  const { standing } = vessel;
  pluggedIn.forEach((step, i) => {
    standing[i] = otherW[step]!;
    vessel.room[i] = room[step]!;
  });
  best.dischargeW.fill(0);
  const valleyW = waterFill(vessel, session.energyJ / stepS, best.chargeW);
  let peakW = -Infinity;
  for (let i = 0; i < standing.length; i += 1) peakW = Math.max(peakW, standing[i]!);
  let low = Math.max(valleyW, 0);
  let high = peakW;
  for (let halving = 0; halving < HALVINGS && high > low; halving += 1) {
    const levelW = low + (high - low) / 2;
    if (shave(session, battery, vessel, open, stepS, levelW, trial)) {
      best.chargeW.set(trial.chargeW);
      best.dischargeW.set(trial.dischargeW);
      high = levelW;
    } else {
      low = levelW;
    }
  }
  const plan = emptyPlan(room.length);
  pluggedIn.forEach((step, i) => {
    plan.chargeW[step] = best.chargeW[i]!;
    plan.dischargeW[step] = best.dischargeW[i]!;
  });
  return plan;
}

const emptyPlan = (steps: number): SessionPlan => ({
  chargeW: new Float64Array(steps),
  dischargeW: new Float64Array(steps),
});

/**
 * What a search works on, by the number of steps that a car is plugged in: the others have nothing to add to any sum. Kept from
 * search to search, each of which writes before it reads: a year has tens of thousands.
 */
interface LevelSearch {
  readonly vessel: Vessel;
  readonly open: Float64Array;
  readonly best: SessionPlan;
  readonly trial: SessionPlan;
}

const searches = new Map<number, LevelSearch>();

function searchOver(steps: number): LevelSearch {
  const known = searches.get(steps);
  if (known !== undefined) return known;
  const made = {
    vessel: { standing: new Float64Array(steps), room: new Float64Array(steps) },
    open: new Float64Array(steps),
    best: emptyPlan(steps),
    trial: emptyPlan(steps),
  };
  searches.set(steps, made);
  return made;
}

/** One level: whether it can be held, and the plan that holds it. `open` is written: the room that is left to charge in. */
function shave(
  session: ChargingSession,
  battery: VehicleBattery,
  { standing: otherW, room }: Vessel,
  open: Float64Array,
  stepS: number,
  levelW: number,
  plan: SessionPlan,
): boolean {
  const { chargeEfficiency, dischargeEfficiency, reserveShare } = battery;
  open.set(room);
  let given = 0;
  for (let i = 0; i < room.length; i += 1) {
    const above = otherW[i]! > levelW ? Math.min(otherW[i]! - levelW, room[i]!) : 0;
    plan.dischargeW[i] = above;
    if (above > 0) open[i] = 0;
    given += above;
  }
  const amount = session.energyJ / stepS + given / (chargeEfficiency * dischargeEfficiency);
  const filledW = waterFill({ standing: otherW, room: open }, amount, plan.chargeW);
  if (filledW > levelW) return false;
  const arrival = storedAtArrivalJ(session, battery);
  let storedJ = arrival.storedJ;
  for (let i = 0; i < room.length; i += 1) {
    storedJ +=
      chargeEfficiency * plan.chargeW[i]! * stepS - (plan.dischargeW[i]! * stepS) / dischargeEfficiency;
    if (plan.dischargeW[i]! > 0 && storedJ < reserveShare * arrival.capacityJ) return false;
    if (storedJ > arrival.capacityJ * (1 + 1e-12)) return false;
  }
  return true;
}
