import { LOAD_QUANTUM_W } from '../loads/wholeLoads';

/**
 * By how much the charging of cars in a chunk differs from what their buildings' own loads hold, car by car: its number, of how many
 * steps it is changed, then each step of the chunk with the change in whole quanta. Plain numbers: a result is written to files.
 */
export type MovedCharging = readonly number[];

/** What keeping to the limits of stations did to a year. */
export interface ChargingYear {
  /** Row of the building of each car. */
  readonly rowOfCar: readonly number[];
  /** By chunk. */
  readonly moved: readonly MovedCharging[];
  /** By car: what sessions still lacked at departure. */
  readonly unservedJ: readonly number[];
  /** By car: what its last session still lacked at the end of the year, before its departure. */
  readonly openJ: readonly number[];
}

/** Calls back for each changed step of each car: its number, the step of the chunk, and the change in W. */
export function eachMoved(
  moved: MovedCharging,
  take: (car: number, step: number, changeW: number) => void,
): void {
  for (let at = 0; at < moved.length;) {
    const [car, count] = [moved[at]!, moved[at + 1]!];
    at += 2;
    for (const end = at + 2 * count; at < end; at += 2)
      take(car, moved[at]!, moved[at + 1]! * LOAD_QUANTUM_W);
  }
}

/** What has been moved of cars, over the steps of the year, by the row of their building; one pass over the year. */
export function movedByBuilding(
  { moved, rowOfCar }: Pick<ChargingYear, 'moved' | 'rowOfCar'>,
  chunkSteps: number,
): ReadonlyMap<number, MovedCharging> {
  const found = new Map<number, number[]>();
  moved.forEach((chunk, number) =>
    eachMoved(chunk, (car, step, changeW) => {
      const row = rowOfCar[car]!;
      let own = found.get(row);
      if (own === undefined) found.set(row, (own = []));
      own.push(car, 1, number * chunkSteps + step, changeW / LOAD_QUANTUM_W);
    }),
  );
  return found;
}

/** The same of one building. */
export function movedOfBuilding(charging: ChargingYear, row: number, chunkSteps: number): MovedCharging {
  return movedByBuilding(charging, chunkSteps).get(row) ?? [];
}
