import type { Stretch } from '../runZone';
import type { ModalBuilding, ModalYear } from './types';

/** One column of sun, [step of the year], and its weight in a drive. */
export interface SunTerm {
  readonly values: Float64Array;
  readonly weight: number;
}

/** Sun on a wall, through a square metre of its glazing, and absorbed there: [step of the year]. */
export interface GlazedPlane {
  readonly incidentWPerM2: Float64Array;
  readonly transmittedWPerM2: Float64Array;
  readonly absorbedWPerM2: Float64Array;
}

/** A part of a wall and its weights in the drives. */
export interface WallSun {
  readonly plane: GlazedPlane;
  readonly wall: number;
  readonly transmittedM2: number;
  readonly paneM2: number;
}

/** What the four drives of the sun are summed from (README 10). */
export interface RowSun {
  readonly roof: readonly SunTerm[];
  readonly walls: readonly WallSun[];
}

/** A building that brings its own sun and gains; its zone's constants are given beside it. */
export interface MarchedRow {
  readonly building: ModalBuilding;
  readonly sun: RowSun;
}

/**
 * Buildings one after the other over one stretch of steps: `begin` the stretch, `take` a building, `step` it through, in
 * parts where its constants change on the way, `give` what came out. A building's bits depend on nothing but itself.
 */
export interface RowMarch {
  /** Steps of the year, at most MARCH_STEPS. `sunWPerM2` is zero where no plane has sun. */
  begin(year: ModalYear, sunWPerM2: Float64Array, fromStep: number, steps: number): void;
  take(row: MarchedRow, gainsW: Stretch): void;
  /** Steps from to from + count - 1 of the stretch; `restK` in place of the zone's. The state is changed in place. */
  step(state: Float64Array, restK: number, from: number, count: number): void;
  /** Powers of the plant over each step, W, air temperature at its end, degC. */
  give(heatW: Stretch, coolW: Stretch, airDegC: Stretch): void;
}
