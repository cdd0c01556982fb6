import { chunkRange, type Calendar } from '../../sim/arrays/calendar';
import { CHARGERS_TAN_PHI } from '../../sim/buildings/phases';
import { allotByLaxity, headroomW } from '../../sim/devices/leastLaxity';
import { LOAD_QUANTUM_W } from '../loads/wholeLoads';
import type { LimitedStation, StationCharging } from './cars';
import type { ChargingYear, MovedCharging } from './chargingYear';
import { emptyWishes, fillWishes, type CarWishes } from './wishes';

const PHASES = 3;

/** Net load of a station in each step, as its buildings' own loads have it. */
interface StationLoad {
  readonly pW: Float64Array;
  readonly qVar: Float64Array;
}

/**
 * Chunk by chunk, in order: lays the cars of each station so that
 *
 *   |S(t)| = |all buildings behind it + its cars| <= max(limit, |the same without these cars|)
 *
 * in every step. A car that finds no room waits: what it has missed by then, and what it would take alone in the step, is what it
 * wants next, as far as its charger allows; `allotByLaxity` hands out the headroom. A step in which nobody waits and all fit is
 * left as it is, to the bit. Power is counted in whole quanta, so no energy is lost by rounding: what a session has taken and
 * what it had to leave open at departure add up to what it would have taken alone. Of a station behind another the outer one knows
 * the cars as they would charge alone. Not in S: losses of cables, unbalance, storages of the network behind the station, which
 * run after the cars, and what loads and inverters make of their voltage, which the power flow settles later.
 */
export class StationPass {
  /** Quanta x steps that each car has missed in its session so far. */
  private readonly missed: Float64Array;
  private readonly unserved: Float64Array;
  private readonly wanted: Float64Array;
  private readonly laxity: Float64Array;
  private readonly allotted: Float64Array;
  private readonly moved: MovedCharging[] = [];

  constructor(
    private readonly charging: StationCharging,
    private readonly calendar: Calendar,
  ) {
    const column = (): Float64Array => new Float64Array(charging.cars.length);
    this.missed = column();
    this.unserved = column();
    this.wanted = column();
    this.laxity = column();
    this.allotted = column();
  }

  /** What has to be moved in a chunk; `netPW` and `netQVar` are the buildings' own loads, [building][phase][step]. */
  chunk(chunk: number, netPW: Float64Array, netQVar: Float64Array): MovedCharging {
    const { fromStep, toStep } = chunkRange(this.calendar, chunk);
    const steps = { fromStep, toStep, stepMin: this.calendar.stepS / 60 };
    const count = toStep - fromStep;
    const changes = this.charging.cars.map(() => [] as number[]);
    for (const station of this.charging.stations) {
      const load = loadOf(station, netPW, netQVar, count);
      // Most stations in most weeks: nobody waits, and all fit.
      if (!this.isTight(station, load)) continue;
      const wishes = new Map(
        station.cars.map((car): [number, CarWishes] => {
          const own = emptyWishes(count);
          fillWishes(own, this.charging.cars[car]!.vehicle, this.calendar, steps);
          return [car, own];
        }),
      );
      for (let step = 0; step < count; step += 1) this.step(station, load, wishes, step, changes);
    }
    const moved = changes.flatMap((own, car) => (own.length === 0 ? [] : [car, own.length / 2, ...own]));
    this.moved.push(moved);
    return moved;
  }

  /** All chunks so far. */
  year(): ChargingYear {
    const energyJ = (quanta: number): number => quanta * LOAD_QUANTUM_W * this.calendar.stepS;
    return {
      rowOfCar: this.charging.cars.map(({ row }) => row),
      moved: this.moved,
      unservedJ: Array.from(this.unserved, energyJ),
      openJ: Array.from(this.missed, energyJ),
    };
  }

  private isTight({ cars, limitVa }: LimitedStation, { pW, qVar }: StationLoad): boolean {
    return (
      cars.some((car) => this.missed[car]! > 0) ||
      pW.some((power, step) => power * power + qVar[step]! * qVar[step]! > limitVa * limitVa)
    );
  }

  private step(
    { cars, limitVa }: LimitedStation,
    { pW, qVar }: StationLoad,
    wishes: ReadonlyMap<number, CarWishes>,
    step: number,
    changes: readonly number[][],
  ): void {
    let [alone, waiting] = [0, 0];
    for (const car of cars) {
      alone += wishes.get(car)!.alone[step]!;
      waiting += this.missed[car]!;
    }
    if (alone + waiting === 0) return;
    const aloneW = alone * LOAD_QUANTUM_W;
    const roomW = headroomW(
      limitVa,
      pW[step]! - aloneW,
      qVar[step]! - CHARGERS_TAN_PHI * aloneW,
      CHARGERS_TAN_PHI,
    );
    const headroom = Math.floor(roomW / LOAD_QUANTUM_W);
    if (waiting === 0 && alone <= headroom) return;
    for (const car of cars) this.ask(car, wishes.get(car)!, step);
    allotByLaxity(headroom, cars, this.wanted, this.laxity, this.allotted);
    for (const car of cars) {
      const own = wishes.get(car)!;
      const change = this.allotted[car]! - own.alone[step]!;
      if (change !== 0) changes[car]!.push(step, change);
      this.missed[car]! -= change;
      if (own.leaves[step] === 0) continue;
      this.unserved[car]! += this.missed[car]!;
      this.missed[car] = 0;
    }
  }

  private ask(car: number, own: CarWishes, step: number): void {
    const missed = this.missed[car]!;
    this.wanted[car] = Math.min(own.room[step]!, missed + own.alone[step]!);
    const power = Math.floor(this.charging.cars[car]!.vehicle.powerW / LOAD_QUANTUM_W);
    this.laxity[car] = (own.roomAhead[step]! - own.aloneAhead[step]! - missed) / Math.max(1, power);
  }
}

function loadOf(
  { buildings }: LimitedStation,
  netPW: Float64Array,
  netQVar: Float64Array,
  steps: number,
): StationLoad {
  const [pW, qVar] = [new Float64Array(steps), new Float64Array(steps)];
  for (const building of buildings)
    for (let at = building * PHASES * steps; at < (building + 1) * PHASES * steps; at += steps)
      for (let step = 0; step < steps; step += 1) {
        pW[step]! += netPW[at + step]!;
        qVar[step]! += netQVar[at + step]!;
      }
  return { pW, qVar };
}
