import type { Calendar } from '../../sim/arrays/calendar';
import { sessionOn } from '../../sim/buildings/vehicleColumns';
import { nightOf, nightsWithin, plugPowerW } from '../../sim/devices/chargingNight';
import type { Steps } from '../../sim/devices/column';
import { addSession, type Vehicle } from '../../sim/devices/vehicle';
import { LOAD_QUANTUM_W } from '../loads/wholeLoads';

/** What a car would do alone and what it could, in each step of a chunk; power in whole quanta, rounded down. */
export interface CarWishes {
  /** On arrival, at full power: what the building's own loads hold of it. */
  readonly alone: Float64Array;
  /** What its charger can give in the step. */
  readonly room: Float64Array;
  /** Sums of both from the step to the end of its session, beyond the chunk too. */
  readonly aloneAhead: Float64Array;
  readonly roomAhead: Float64Array;
  /** 1 in the last step of a session. */
  readonly leaves: Uint8Array;
}

export function emptyWishes(steps: number): CarWishes {
  const column = (): Float64Array => new Float64Array(steps);
  return {
    ...{ alone: column(), room: column(), aloneAhead: column(), roomAhead: column() },
    leaves: new Uint8Array(steps),
  };
}

/** Fills in what a car asks for in some steps. A session is looked at as a whole, so any cut of the year gives the same. */
export function fillWishes(
  out: CarWishes,
  vehicle: Vehicle,
  { startWeekday }: Pick<Calendar, 'startWeekday'>,
  steps: Steps,
): void {
  for (const column of Object.values(out) as (Float64Array | Uint8Array)[]) column.fill(0);
  const [first, last] = nightsWithin(steps);
  for (let day = first; day <= last; day += 1) {
    const session = sessionOn(startWeekday, vehicle, day);
    if (session === null || !(session.energyJ > 0)) continue;
    const night = nightOf(day, steps.stepMin);
    const alone = new Float64Array(night.toStep - night.fromStep);
    addSession({ ...vehicle, managed: false }, session, { values: alone, offset: 0, ...night });
    const room = plugPowerW(session, night);
    let [aloneAhead, roomAhead, isLast] = [0, 0, 1];
    for (let i = room.length - 1; i >= 0; i -= 1) {
      const most = Math.floor(room[i]! / LOAD_QUANTUM_W);
      const own = Math.min(most, Math.floor(alone[i]! / LOAD_QUANTUM_W));
      aloneAhead += own;
      roomAhead += most;
      if (most === 0) continue;
      const at = night.fromStep + i - steps.fromStep;
      if (at >= 0 && at < out.room.length) {
        [out.alone[at], out.room[at], out.leaves[at]] = [own, most, isLast];
        [out.aloneAhead[at], out.roomAhead[at]] = [aloneAhead, roomAhead];
      }
      isLast = 0;
    }
  }
}
