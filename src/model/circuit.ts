import type { Point } from './building';
import type { CapacitorControl, InverterControl, RegulatorControl } from './circuitControls';

export type * from './circuitControls';

/**
 * What an electrical circuit IS, in phase coordinates and SI units: any subset of phases and neutrals, meshes, islands.
 * Readers (OpenDSS, pandapower, own JSON) and a district's network all become this; `sim/powerflow` compiles it.
 *
 * Nodes: 0 is earth, 1 to 3 are the phases, 4 and above are neutrals or further conductors. Ids are unique within their
 * kind and compared exactly; readers of formats without case write them in lower case.
 */
export interface Circuit {
  readonly name: string;
  readonly baseFrequencyHz: number;
  /** Line-to-line bases to choose from for results in per unit, where a bus names none of its own. */
  readonly voltageBasesV: readonly number[];
  readonly buses: readonly CircuitBus[];
  readonly sources: readonly VoltageSource[];
  readonly lines: readonly CircuitLine[];
  readonly transformers: readonly CircuitTransformer[];
  readonly capacitors: readonly CircuitCapacitor[];
  readonly reactors: readonly CircuitReactor[];
  readonly loads: readonly CircuitLoad[];
  readonly generators: readonly CircuitGenerator[];
  readonly regulatorControls: readonly RegulatorControl[];
  readonly capacitorControls: readonly CapacitorControl[];
  readonly inverterControls: readonly InverterControl[];
  readonly shapes: readonly CircuitShape[];
  readonly curves: readonly CircuitCurve[];
  readonly study: CircuitStudy;
}

/** One end of an element: its conductors stand on these nodes of the bus, in order; 0 = earth. */
export interface Terminal {
  readonly busId: string;
  readonly nodes: readonly number[];
}

export interface CircuitBus {
  readonly id: string;
  /** Phase-to-earth base for results in per unit; NaN: the nearest of `voltageBasesV`, if any. */
  readonly baseVoltageV: number;
  readonly position?: Point;
}

/** A square matrix, row by row. */
export type Matrix = readonly number[];

/**
 * Thevenin source: `voltageV` behind R + jX (n x n, ohm at base frequency), n conductors. Not its own transpose where Z2 is
 * not Z1: then each row is the one before, shifted by one.
 */
export interface VoltageSource {
  readonly id: string;
  readonly terminal: Terminal;
  /** Return terminal; usually all earth. */
  readonly returnTerminal: Terminal;
  /** Rms phase-to-return voltage behind the impedance (all per-unit factors applied). */
  readonly voltageV: number;
  /** Angle of the first conductor; the others follow by -360 deg / n. */
  readonly angleDeg: number;
  readonly rOhm: Matrix;
  readonly xOhm: Matrix;
  readonly enabled: boolean;
}

/** Line, cable or closed switch: pi section, n conductors, matrices for the whole length. Half of the shunt at each end. */
export interface CircuitLine {
  readonly id: string;
  readonly from: Terminal;
  readonly to: Terminal;
  readonly lengthM: number;
  readonly rOhm: Matrix;
  readonly xOhm: Matrix;
  /** Shunt susceptance omega C. */
  readonly bS: Matrix;
  /** NaN = no rating. */
  readonly ratedCurrentA: number;
  readonly emergencyCurrentA: number;
  readonly isSwitch: boolean;
  /** Conductors open at either end (a switch that is open, a fuse that blew). */
  readonly open: boolean;
  readonly enabled: boolean;
}

export type WindingConnection = 'wye' | 'delta';

export interface TransformerWinding {
  /** Phases plus the star point for wye (usually node 0); the phases for delta. Single-phase: both ends. */
  readonly terminal: Terminal;
  readonly connection: WindingConnection;
  /** Rated voltage: line to line for two- and three-phase units, across the winding for single-phase ones. */
  readonly ratedVoltageV: number;
  readonly ratedSVa: number;
  /** Of this winding, on the first winding's rating. */
  readonly rPercent: number;
  /** Ratio factor, 1 = nominal. */
  readonly tapPu: number;
  readonly tapMinPu: number;
  readonly tapMaxPu: number;
  /** Steps between lowest and highest tap. */
  readonly tapSteps: number;
  /** Star point to earth; negative resistance = none beyond what the node says. */
  readonly neutralROhm: number;
  readonly neutralXOhm: number;
  /** Ends swapped: turns the winding's voltage by 180 degrees (vector groups 6, and 5 against 11). */
  readonly reversed?: boolean;
  /**
   * Series winding of an autotransformer: wye, without star point in its terminal; its phases end on those of the next
   * winding. Its rated voltage is what it adds to that winding's.
   */
  readonly series?: boolean;
}

/** How a delta winding joins its phases: with `lag` it leads with (a,b), the low side lags a star by 30 degrees. */
export type DeltaRotation = 'lag' | 'lead';

/**
 * Where the no-load branch sits: at one winding's terminal (row), half at each end (pi model) or between two halves of
 * the leakage (T model); the latter two for two windings.
 */
export type MagnetisingPlace = number | 'split' | 'middle';

export interface CircuitTransformer {
  readonly id: string;
  readonly phases: number;
  readonly windings: readonly TransformerWinding[];
  /** Short-circuit reactances of winding pairs 12, 13, .. 1n, 23, .. in percent of the first winding's rating. */
  readonly shortCircuitXPercent: readonly number[];
  readonly noLoadLossPercent: number;
  readonly magnetisingPercent: number;
  readonly magnetisingPlace: MagnetisingPlace;
  readonly deltaRotation: DeltaRotation;
  /** Inductive shunt against floating windings, parts per million of the rating. */
  readonly antifloatPpm: number;
  /** Permissible apparent power: normal operation and emergency. The base stands in `ratingBase`. */
  readonly normalRatingVa: number;
  readonly emergencyRatingVa: number;
  readonly ratingBase: string;
  /** Members of one bank share a name. */
  readonly bank: string;
  readonly enabled: boolean;
}

/** Shunt (second terminal on earth) or series capacitor in switched steps. */
export interface CircuitCapacitor {
  readonly id: string;
  readonly terminal: Terminal;
  readonly returnTerminal: Terminal;
  readonly phases: number;
  readonly connection: WindingConnection;
  readonly ratedVoltageV: number;
  readonly steps: readonly CapacitorStep[];
  readonly enabled: boolean;
}

export interface CapacitorStep {
  readonly qVar: number;
  /** In series with the step. */
  readonly rOhm: number;
  readonly xOhm: number;
  readonly closed: boolean;
}

/** Shunt or series reactor; matrices are n x n between the terminals' conductors. */
export interface CircuitReactor {
  readonly id: string;
  readonly terminal: Terminal;
  readonly returnTerminal: Terminal;
  readonly rOhm: Matrix;
  readonly xOhm: Matrix;
  /** Parallel resistance across each conductor; Infinity = none. */
  readonly parallelROhm: number;
  readonly connection: WindingConnection;
  readonly enabled: boolean;
}

/**
 * How a load follows its voltage v (per unit of its own rating), OpenDSS numbering in brackets: constant power (1),
 * impedance (2), P constant with Q quadratic (3), exponents (4), current (5), P constant with Q fixed (6), P constant
 * with reactance fixed (7), ZIP (8).
 */
export type LoadModel =
  | { readonly kind: 'constantPower' }
  | { readonly kind: 'constantImpedance' }
  | { readonly kind: 'constantPQuadraticQ' }
  | { readonly kind: 'exponential'; readonly pExponent: number; readonly qExponent: number }
  | { readonly kind: 'constantCurrent' }
  | { readonly kind: 'constantPFixedQ' }
  | { readonly kind: 'constantPFixedX' }
  | {
      readonly kind: 'zip';
      /** Impedance, current, power; sums to 1. */
      readonly p: readonly [number, number, number];
      readonly q: readonly [number, number, number];
      /** Below this v the load is cut off smoothly; 0 = never. */
      readonly cutOffPu: number;
    };

/** Voltage range outside which the load is a constant impedance (OpenDSS vminpu, vmaxpu, vlowpu). */
export interface VoltageLimits {
  readonly minPu: number;
  readonly maxPu: number;
  readonly lowPu: number;
}

export interface CircuitLoad {
  readonly id: string;
  /** Wye: phases plus star point; delta: the phases (single-phase delta: two nodes). */
  readonly terminal: Terminal;
  readonly phases: number;
  readonly connection: WindingConnection;
  readonly model: LoadModel;
  /** Line to line for two and three phases and delta, across the load for single-phase wye. */
  readonly ratedVoltageV: number;
  readonly limits: VoltageLimits;
  /** Of all phases together; positive = consumption. */
  readonly pW: number;
  readonly qVar: number;
  readonly shapes: ShapeNames;
  /** Does not follow the circuit's load multiplier. */
  readonly fixed: boolean;
  readonly enabled: boolean;
}

export interface ShapeNames {
  readonly yearly?: string;
  readonly daily?: string;
  readonly duty?: string;
}

/** Generator, photovoltaic system or storage, as a source of power at its terminal; positive = generation. */
export interface CircuitGenerator {
  readonly id: string;
  readonly kind: 'generator' | 'photovoltaic' | 'storage';
  readonly terminal: Terminal;
  readonly phases: number;
  readonly connection: WindingConnection;
  readonly model: 'constantPower' | 'constantImpedance' | 'constantPConstantV' | 'constantCurrent';
  readonly ratedVoltageV: number;
  readonly ratedSVa: number;
  readonly limits: VoltageLimits;
  /** Storage: positive = discharge. */
  readonly pW: number;
  readonly qVar: number;
  readonly shapes: ShapeNames;
  /** Model constantPConstantV: mean phase voltage it holds, per unit of its rating, by reactive power within limits. */
  readonly heldVoltagePu?: number;
  readonly qMinVar?: number;
  readonly qMaxVar?: number;
  readonly enabled: boolean;
}

/** Multipliers over time. Step i covers [i, i + 1) x intervalS; a yearly or daily shape repeats. */
export interface CircuitShape {
  readonly id: string;
  readonly intervalS: number;
  readonly p: Float64Array;
  /** Absent: reactive power follows p. */
  readonly q?: Float64Array;
  /** Values are kW and kvar, not multipliers. */
  readonly actual: boolean;
}

export interface CircuitCurve {
  readonly id: string;
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** What a file asks for when it is solved. */
export interface CircuitStudy {
  readonly mode: 'snapshot' | 'daily' | 'yearly' | 'duty';
  readonly stepS: number;
  readonly loadMultiplier: number;
  readonly tolerance: number;
  readonly controls: 'static' | 'time' | 'off';
  readonly maxControlIterations: number;
}
