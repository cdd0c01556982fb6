import { END_USES, NET_SIGNS } from '../../model/run';
import { BUILDING_LOADS, type BuildingLoads } from '../arrays/buildingLoads';
import { ROOM_STATE_NUMBERS } from '../arrays/buildingState';
import type { Calendar } from '../arrays/calendar';
import { allocate } from '../arrays/layout';
import type { Steps } from '../devices/column';
import type { CompiledBuilding, CompiledBuildings } from './compile';
import { endUseAt, rowScratchOf, runRow, type RowPlace, type RowScratch } from './runRow';
import { fillVehicles, type SinglePhaseVehicles } from './vehicleColumns';
import { startTank } from './waterTank';

/** The noon at or before a step; before the year's first noon it lies outside the year. */
export function noonBefore({ stepsPerDay }: Calendar, step: number): number {
  const noon = Math.ceil(stepsPerDay / 2);
  return Math.floor((step - noon) / stepsPerDay) * stepsPerDay + noon;
}

/** Buffers of a stretch of steps of the year, and columns of a building for what lies outside a call. */
interface Room {
  readonly scratch: RowScratch;
  readonly loads: BuildingLoads;
}

/** Stretches that the rows of one call have needed so far. */
export class Rooms {
  private readonly made = new Map<string, Room>();

  constructor(private readonly compiled: CompiledBuildings) {}

  of(fromStep: number, toStep: number): Room {
    const key = `${fromStep}-${toStep}`;
    const made = this.made.get(key);
    if (made) return made;
    const sizes = { building: 1, endUse: END_USES.length, phase: 0, step: toStep - fromStep };
    const room = {
      scratch: rowScratchOf(this.compiled, fromStep, toStep),
      loads: allocate(BUILDING_LOADS, sizes),
    };
    this.made.set(key, room);
    return room;
  }
}

/** All that is drawn less what is generated, as it stands in the columns; batteries come later. */
function fillOther(place: RowPlace, steps: number, otherW: Float64Array, offset: number): void {
  const { endUseW } = place.out;
  END_USES.forEach((use, u) => {
    if (use === 'batteryCharging' || use === 'batteryDischarging') return;
    const at = endUseAt(place, use);
    for (let i = 0; i < steps; i += 1) {
      otherW[offset + i] = otherW[offset + i]! + NET_SIGNS[u]! * endUseW[at + i]!;
    }
  });
}

/**
 * A row whose cars are laid over what else it draws from noon to noon (README eq. 29): everything else first, from the noon
 * at or before the call to the noon at or after it, then the nights. The state is that of the last noon, so that the half
 * night before a call is run again, to the same bits; the half night after it is run on a copy. Beyond either end of the year
 * stand the days at its other end.
 */
export function runNights(
  compiled: CompiledBuildings,
  building: CompiledBuilding,
  state: Float64Array,
  { fromStep, toStep, stepMin }: Steps,
  rooms: Rooms,
  place: RowPlace,
  single: SinglePhaseVehicles,
): void {
  const { calendar } = compiled;
  const { stepCount, stepsPerDay } = calendar;
  const begin = noonBefore(calendar, fromStep);
  const end = noonBefore(calendar, toStep - 1) + stepsPerDay;
  const anchor = noonBefore(calendar, toStep);
  const otherW = new Float64Array(end - begin);
  const running = state.slice(0, ROOM_STATE_NUMBERS);
  const cuts = [begin, 0, fromStep, anchor, toStep, stepCount, end]
    .filter((cut, i, all) => cut >= begin && cut <= end && all.indexOf(cut) === i)
    .sort((a, b) => a - b);
  for (let cut = 0; cut + 1 < cuts.length; cut += 1) {
    const [from, to] = [cuts[cut]!, cuts[cut + 1]!];
    const shift = from < 0 ? stepCount : from >= stepCount ? -stepCount : 0;
    const { scratch, loads } = rooms.of(from + shift, to + shift);
    const isInside = from >= fromStep && to <= toStep;
    const part = isInside
      ? { ...place, at: place.at + from - fromStep }
      : { out: loads, row: 0, columnSteps: to - from, at: 0 };
    // The year begins with a tank at its set-point, whatever the last afternoon of December has left in it.
    if (from === 0 && begin < 0 && building.tank) startTank(building.tank, running);
    runRow(compiled, building, running, scratch, part, null);
    fillOther(part, to - from, otherW, from - begin);
    if (to === anchor) state.set(running);
  }
  const column = (use: (typeof END_USES)[number]) => ({
    values: place.out.endUseW,
    offset: endUseAt(place, use),
  });
  fillVehicles(
    compiled,
    building,
    { fromStep, toStep, stepMin },
    {
      otherW,
      otherFromStep: begin,
      chargeW: column('vehicleCharging'),
      dischargeW: column('vehicleDischarging'),
      ...single,
    },
  );
}
