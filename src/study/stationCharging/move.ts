import { END_USES } from '../../model/run';
import { CHARGERS_TAN_PHI } from '../../sim/buildings/phases';
import { wholeW } from '../loads/wholeLoads';
import type { StationCar, StationCharging } from './cars';
import { eachMoved, type MovedCharging } from './chargingYear';

const PHASES = 3;
const USES = END_USES.length;
export const VEHICLE_CHARGING = END_USES.indexOf('vehicleCharging');

/** Net loads of buildings by phase, [building][phase][step]. */
export interface PhaseLoads {
  readonly netPW: Float64Array;
  readonly netQVar: Float64Array;
}

/**
 * Puts moved charging into net loads: on the phase of a single-phase charger, evenly over the service's phases otherwise, reactive
 * power with it. Phases still add up to uses exactly (`roundRow`). Gives the rows of the buildings that are changed.
 */
export function moveLoads(
  { cars }: Pick<StationCharging, 'cars'>,
  moved: MovedCharging,
  loads: PhaseLoads,
  steps: number,
): ReadonlySet<number> {
  const rows = new Set<number>();
  eachMoved(moved, (number, step, changeW) => {
    const car = cars[number]!;
    rows.add(car.row);
    moveStep(car, loads, car.row * PHASES * steps + step, steps, changeW);
  });
  return rows;
}

/** One step of one car; `at` is that step on phase a. */
export function moveStep(
  { vehicle, phases }: StationCar,
  { netPW, netQVar }: PhaseLoads,
  at: number,
  steps: number,
  changeW: number,
): void {
  const count = phases.length;
  const single = vehicle.phases === 1 ? vehicle.servicePhase : -1;
  let sumW = 0;
  for (const phase of phases) sumW += netPW[at + phase * steps]!;
  const evenW = (wholeW(sumW) + changeW) / count;
  let othersW = 0;
  phases.forEach((phase, k) => {
    const place = at + phase * steps;
    const partW = single < 0 ? changeW / count : k === single ? changeW : 0;
    if (partW !== 0) netQVar[place] = wholeW(netQVar[place]! + CHARGERS_TAN_PHI * partW);
    if (k === 0) return;
    const extraW = wholeW(netPW[place]! + partW - evenW);
    netPW[place] = evenW + extraW;
    othersW += extraW;
  });
  netPW[at + phases[0]! * steps] = evenW - othersW;
}

/** Puts moved charging into end uses, [building][endUse][step]. */
export function moveUses(
  { cars }: Pick<StationCharging, 'cars'>,
  moved: MovedCharging,
  endUseW: Float64Array,
  steps: number,
): void {
  eachMoved(moved, (number, step, changeW) => {
    endUseW[(cars[number]!.row * USES + VEHICLE_CHARGING) * steps + step]! += changeW;
  });
}
