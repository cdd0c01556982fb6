import { END_USES } from '../../model/run';
import { BUILDING_LOADS, type BuildingLoads } from '../../sim/arrays/buildingLoads';
import { allocate } from '../../sim/arrays/layout';

/** Zeroed loads of some rows and steps. */
export function emptyLoads(building: number, step: number): BuildingLoads {
  return allocate(BUILDING_LOADS, { building, endUse: END_USES.length, phase: 3, step });
}

/** Loads that are read before the next ones are asked for: the same memory every time. */
export class LoadBuffers {
  private rows = 0;
  private steps = 0;
  private largest: BuildingLoads = emptyLoads(0, 0);

  take(rows: number, steps: number): BuildingLoads {
    if (steps !== this.steps || rows > this.rows) {
      [this.rows, this.steps] = [rows, steps];
      this.largest = emptyLoads(rows, steps);
    }
    // Rows are the outermost axis of every column: the first ones lie together.
    const entries = Object.entries(this.largest).map(([name, column]) => {
      const own = column.subarray(0, rows === 0 ? 0 : (column.length / this.rows) * rows);
      return [name, own.fill(0)] as const;
    });
    return Object.fromEntries(entries) as unknown as BuildingLoads;
  }
}
