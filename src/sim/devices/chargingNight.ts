import type { Session, Vehicle } from './vehicle';
import { MINUTES_PER_DAY, positiveOr0, type Steps } from './column';
import { waterFill } from './waterFilling';

/** A session of a vehicle, whose charger's power bounds it. */
export interface ChargingSession extends Session {
  readonly vehicle: Vehicle;
}

/** What a session draws and gives back in each step of its night, W at the terminals; never both in one step. */
export interface SessionPlan {
  readonly chargeW: Float64Array;
  readonly dischargeW: Float64Array;
}

/** Sessions begin and end between two noons; the steps from noon of `day` to the next one. */
export function nightOf(day: number, stepMin: number): Steps {
  const perDay = MINUTES_PER_DAY / stepMin;
  const noon = Math.ceil(perDay / 2);
  return { fromStep: day * perDay + noon, toStep: (day + 1) * perDay + noon, stepMin };
}

/** First and last day whose nights reach into some steps. */
export function nightsWithin({ fromStep, toStep, stepMin }: Steps): readonly [first: number, last: number] {
  const perDay = MINUTES_PER_DAY / stepMin;
  const noon = Math.ceil(perDay / 2);
  return [Math.floor((fromStep - noon) / perDay), Math.floor((toStep - 1 - noon) / perDay)];
}

/** Mean power that a session can draw in each step: the charger's, by the share of the step that it is plugged in. */
export function plugPowerW(session: ChargingSession, night: Steps): Float64Array {
  const { fromStep, toStep, stepMin } = night;
  const powerW = positiveOr0(session.vehicle.powerW);
  const plugW = new Float64Array(toStep - fromStep);
  for (let i = 0; i < plugW.length; i += 1) {
    const startMin = (fromStep + i) * stepMin;
    const inside =
      Math.min(session.departureMin, startMin + stepMin) - Math.max(session.arrivalMin, startMin);
    if (inside > 0) plugW[i] = (powerW * Math.min(inside, stepMin)) / stepMin;
  }
  return plugW;
}

/** Passes over the sessions, and the change of a plan in W per W of charger below which they are done. */
const PASSES = 200;
const SETTLED = 1e-7;

/**
 * Valley filling: the sessions of a night laid over what else the building draws (or a transformer carries) so that the
 * sum is as level as it can be. One session is filled like water over the rest, in turn, until nothing moves: the sum of
 * squares falls with every turn and has one least sum, which also has the least peak. A limit is therefore kept
 * whenever there is a way to keep it. Energy that a session's window has no room for is left out. devicesWithState.md,
 * eq. 8 and 9.
 *
 * `otherW` and each plan: [step of the night].
 */
export function planValley(
  sessions: readonly ChargingSession[],
  rooms: readonly Float64Array[],
  otherW: Float64Array,
  stepS: number,
): Float64Array[] {
  const plans = sessions.map(() => new Float64Array(otherW.length));
  const standing = new Float64Array(otherW.length);
  const next = new Float64Array(otherW.length);
  const all = new Float64Array(otherW.length);
  for (let pass = 0; pass < PASSES; pass += 1) {
    let moved = 0;
    // Summed anew every pass, so that taking plans off and on leaves no rounding behind.
    all.set(otherW);
    for (const plan of plans) addTo(all, plan);
    for (let s = 0; s < sessions.length; s += 1) {
      const plan = plans[s]!;
      for (let i = 0; i < all.length; i += 1) standing[i] = all[i]! - plan[i]!;
      waterFill({ standing, room: rooms[s]! }, sessions[s]!.energyJ / stepS, next);
      const scale = Math.max(sessions[s]!.vehicle.powerW, 1e-300);
      for (let i = 0; i < next.length; i += 1) moved = Math.max(moved, Math.abs(next[i]! - plan[i]!) / scale);
      plan.set(next);
      for (let i = 0; i < all.length; i += 1) all[i] = standing[i]! + next[i]!;
    }
    if (sessions.length < 2 || moved <= SETTLED) break;
  }
  return plans;
}

export function addTo(sum: Float64Array, part: Float64Array): void {
  for (let i = 0; i < sum.length; i += 1) sum[i] = sum[i]! + part[i]!;
}
