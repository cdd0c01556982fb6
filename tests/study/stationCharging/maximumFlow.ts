import { CHARGERS_TAN_PHI } from '../../../src/sim/buildings/phases';
import { sessionOn } from '../../../src/sim/buildings/vehicleColumns';
import { headroomW } from '../../../src/sim/devices/leastLaxity';
import type { StationCharging } from '../../../src/study/stationCharging';

/** A session with what its charger lets in, by step, and what of it is used. */
interface Source {
  readonly cap: ReadonlyMap<number, number>;
  readonly flow: Map<number, number>;
  left: number;
}

function sourcesOf(charging: StationCharging, days: number): Source[] {
  return charging.cars.flatMap(({ vehicle }) =>
    Array.from({ length: days }, (_, day) => sessionOn(0, vehicle, day)).flatMap((session) => {
      if (session === null) return [];
      const cap = new Map<number, number>();
      for (let step = Math.floor(session.arrivalMin / 60); 60 * step < session.departureMin; step += 1) {
        const fromMin = Math.max(session.arrivalMin, 60 * step);
        cap.set(step, (vehicle.powerW * (Math.min(session.departureMin, 60 * step + 60) - fromMin)) / 60);
      }
      return [{ cap, flow: new Map<number, number>(), left: session.energyJ / 3600 }];
    }),
  );
}

const NEXT_TO_NOTHING = 1e-6;

/** Which session reached a step first, and from which of its own steps that session was reached. */
interface Search {
  readonly reachedBy: ReadonlyMap<number, number>;
  readonly cameFrom: ReadonlyMap<number, number>;
  readonly end: number;
}

function search(sources: readonly Source[], room: Float64Array, from: number): Search | null {
  const reachedBy = new Map<number, number>();
  const cameFrom = new Map<number, number>();
  const queue = [from];
  for (let at = queue.shift(); at !== undefined; at = queue.shift())
    for (const [step, most] of sources[at]!.cap) {
      if (reachedBy.has(step) || most - (sources[at]!.flow.get(step) ?? 0) < NEXT_TO_NOTHING) continue;
      reachedBy.set(step, at);
      if (room[step]! > NEXT_TO_NOTHING) return { reachedBy, cameFrom, end: step };
      sources.forEach(({ flow }, other) => {
        if (other === from || cameFrom.has(other) || (flow.get(step) ?? 0) < NEXT_TO_NOTHING) return;
        cameFrom.set(other, step);
        queue.push(other);
      });
    }
  return null;
}

/** Sends what the path has room for along it. */
function augment(sources: readonly Source[], room: Float64Array, from: number, found: Search): void {
  const path: { readonly source: Source; readonly step: number; readonly back: number | undefined }[] = [];
  for (let step: number | undefined = found.end; step !== undefined; step = path.at(-1)!.back) {
    const at = found.reachedBy.get(step)!;
    path.push({ source: sources[at]!, step, back: at === from ? undefined : found.cameFrom.get(at)! });
  }
  let amount = Math.min(sources[from]!.left, room[found.end]!);
  for (const { source, step, back } of path) {
    amount = Math.min(amount, source.cap.get(step)! - (source.flow.get(step) ?? 0));
    if (back !== undefined) amount = Math.min(amount, source.flow.get(back)!);
  }
  for (const { source, step, back } of path) {
    source.flow.set(step, (source.flow.get(step) ?? 0) + amount);
    if (back !== undefined) source.flow.set(back, source.flow.get(back)! - amount);
  }
  room[found.end]! -= amount;
  sources[from]!.left -= amount;
}

/**
 * What no plan at all can serve of the sessions of some days: energy asked for less a maximum flow from sessions to hours, found by
 * augmenting paths (Ford and Fulkerson 1956).
 */
export function unservableJ(
  charging: StationCharging,
  baseW: (step: number) => number,
  days: number,
): number {
  const { limitVa } = charging.stations[0]!;
  const room = Float64Array.from({ length: 24 * (days + 1) }, (_, step) =>
    headroomW(limitVa, baseW(step), 0, CHARGERS_TAN_PHI),
  );
  const sources = sourcesOf(charging, days);
  sources.forEach((source, from) => {
    while (source.left > NEXT_TO_NOTHING) {
      const found = search(sources, room, from);
      if (found === null) return;
      augment(sources, room, from, found);
    }
  });
  return 3600 * sources.reduce((total, { left }) => total + left, 0);
}
