/**
 * What drives a zone besides the powers inside it, in the order of every array of drives. The first two act by night too.
 * Temperatures in degC; sun on roofs and walls in W/m2 (means over the planes), through and into the panes in W.
 */
export const DRIVES = ['outdoorDegC', 'skyDegC', 'roofSun', 'wallSun', 'transmittedSun', 'paneSun'] as const;
export type Drive = (typeof DRIVES)[number];
export const DRIVE_COUNT = DRIVES.length;
/** The last four, which are nothing by night. */
export const SUN_DRIVES = 4;

/** How drives and gains enter a network: vectors over the network's input columns. */
export interface ModalInputs {
  /** What one unit of a drive puts into each column. */
  readonly drives: Readonly<Partial<Record<Drive, Float64Array>>>;
  /** Values of columns that never change: ground, neighbours. */
  readonly constant?: Float64Array;
  /** What one watt of radiation from inside puts into each column. */
  readonly radiative: Float64Array;
}

/** Numbers of one mode: its decay over a step, what a unit of each drive adds, and what the step's powers leave it with. */
export const MODE_NUMBERS = 3 + DRIVE_COUNT;

/**
 * A zone network in modal form, folded for a step and its air temperature (README 5 to 9). Temperatures inside are
 * deviations from REFERENCE_DEG_C.
 */
export interface ModalZone {
  readonly stepS: number;
  readonly modeCount: number;
  /** [mode][decay, gain of each drive, then of a convective and a radiative watt of the step before]. */
  readonly modes: Float64Array;
  /** [drive] What follows the drive at once, K per unit. */
  readonly direct: Float64Array;
  /** Air temperature at the end of a step per watt during it, convective and radiative. */
  readonly airKPerW: number;
  readonly radiantKPerW: number;
  /** The same one step later. */
  readonly airLaterKPerW: number;
  readonly radiantLaterKPerW: number;
  /** Air temperature that the constants alone would hold, less the reference. */
  readonly restK: number;
  /** [mode] Its share of a temperature that is the same everywhere, and what the constants hold it at. */
  readonly uniform: Float64Array;
  readonly shiftK: Float64Array;
}

export { REFERENCE_DEG_C } from './header';

/**
 * What buildings of one use do, by place in the week's table. Heating is off at -Infinity, cooling at Infinity; heating never
 * has the higher set-point.
 */
export interface ModalSchedule {
  readonly personShare: Float64Array;
  readonly applianceShare: Float64Array;
  /** Factor on `ventilationWPerK`; above one where that is of one air change. */
  readonly airShare: Float64Array;
  readonly heatToDegC: Float64Array;
  readonly coolToDegC: Float64Array;
}

/** What all buildings of a place share about time and weather. Planes are those of the weights in `SunWeights`. */
export interface ModalYear {
  readonly stepS: number;
  readonly stepCount: number;
  /** [step] Place in the schedules' tables. */
  readonly tableAt: Uint16Array;
  readonly outdoorDegC: Float64Array;
  readonly skyDegC: Float64Array;
  /** [plane][step] On roofs and walls; through a square metre of glazing, and absorbed in it, of each plane. */
  readonly roofWPerM2: readonly Float64Array[];
  readonly wallWPerM2: readonly Float64Array[];
  readonly transmittedWPerM2: readonly Float64Array[];
  readonly paneWPerM2: readonly Float64Array[];
}

/** [plane] Shares of area on roofs and walls, areas of glazing (with its own factors) through and into the panes. */
export interface SunWeights {
  readonly roof: Float64Array;
  readonly wall: Float64Array;
  readonly transmittedM2: Float64Array;
  readonly paneM2: Float64Array;
}

export interface ModalPlant {
  /** Infinity where unlimited, 0 where there is none. */
  readonly capacityW: number;
  /** The rest goes where radiative gains go. */
  readonly convectiveShare: number;
}

/** One building as the modal run sees it. */
export interface ModalBuilding {
  readonly zone: ModalZone;
  readonly schedule: ModalSchedule;
  readonly sun: SunWeights;
  /** Gains at a share of one. */
  readonly personW: number;
  readonly applianceW: number;
  readonly radiativeShare: number;
  /** Air exchange with outdoors, heat recovery taken off: always, and at an `airShare` of one. Not part of the network. */
  readonly infiltrationWPerK: number;
  readonly ventilationWPerK: number;
  readonly heating: ModalPlant;
  readonly cooling: ModalPlant;
}
