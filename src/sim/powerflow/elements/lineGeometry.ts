import type { ConductorData } from './conductorData';
import type { ConductorPair, EarthModel } from './earthReturn';

/** A place in the cross-section: x along the ground, y above it (negative = buried). */
interface Placed {
  readonly xM: number;
  readonly yM: number;
  readonly data: ConductorData;
}

export interface BareWire extends Placed {
  readonly kind: 'wire';
}

/** What lies between a cable's core and its screen. */
interface Insulated extends Placed {
  readonly relativePermittivity: number;
  readonly insulationThicknessM: number;
  /** Over the insulation. */
  readonly insulationDiameterM: number;
  /** Over the whole cable. */
  readonly cableDiameterM: number;
}

export interface ConcentricNeutralCable extends Insulated {
  readonly kind: 'concentricNeutral';
  readonly strandCount: number;
  readonly strandDiameterM: number;
  readonly strandGmrM: number;
  readonly strandROhmPerM: number;
  /** Without semiconducting layers the field ends on the strands (OpenDSS SemiconLayer=no). */
  readonly semiconductingLayer: boolean;
}

export interface TapeShieldCable extends Insulated {
  readonly kind: 'tapeShield';
  /** Over the shield. */
  readonly shieldDiameterM: number;
  readonly tapeThicknessM: number;
  readonly tapeLapPercent: number;
}

export type LineConductor = BareWire | ConcentricNeutralCable | TapeShieldCable;

/** Distances in place of coordinates (OpenDSS LineSpacing detailed=no). Neutrals are as far apart as phases are. */
export interface EquivalentSpacing {
  readonly phaseToPhaseM: number;
  readonly phaseToNeutralM: number;
  readonly phaseHeightM: number;
  readonly neutralHeightM: number;
}

export interface LineGeometry {
  /** Phases first, then neutrals and other conductors. */
  readonly conductors: readonly LineConductor[];
  readonly phases: number;
  readonly frequencyHz: number;
  readonly earthResistivityOhmM: number;
  readonly earthModel: EarthModel;
  /** Takes every conductor after the phases as lying on earth and out of the matrices. */
  readonly reduce: boolean;
  readonly equivalentSpacing?: EquivalentSpacing;
  /** Of the medium around bare wires; 1 where absent. */
  readonly mediumPermittivity?: number;
}

export function distanceM(line: LineGeometry, i: number, j: number): number {
  const equivalent = line.equivalentSpacing;
  if (equivalent !== undefined)
    return mixed(line, i, j) ? equivalent.phaseToNeutralM : equivalent.phaseToPhaseM;
  const a = line.conductors[i]!;
  const b = line.conductors[j]!;
  return norm(a.xM - b.xM, a.yM - b.yM);
}

/** From conductor i to the image of j below the ground. */
export function imageDistanceM(line: LineGeometry, i: number, j: number): number {
  const horizontal =
    line.equivalentSpacing === undefined ? line.conductors[i]!.xM - line.conductors[j]!.xM : 0;
  return norm(horizontal, heightM(line, i) + heightM(line, j));
}

export function heightM(line: LineGeometry, i: number): number {
  const equivalent = line.equivalentSpacing;
  if (equivalent === undefined) return line.conductors[i]!.yM;
  return i < line.phases ? equivalent.phaseHeightM : equivalent.neutralHeightM;
}

/** As the earth models see two conductors; an equivalent distance counts as lying along the ground. */
export function pairOf(line: LineGeometry, i: number, j: number): ConductorPair {
  const horizontal = line.conductors[i]!.xM - line.conductors[j]!.xM;
  return {
    heightIM: Math.abs(heightM(line, i)),
    heightJM: Math.abs(heightM(line, j)),
    horizontalM: line.equivalentSpacing === undefined ? horizontal : distanceM(line, i, j),
    same: i === j,
  };
}

function mixed(line: LineGeometry, i: number, j: number): boolean {
  return i < line.phases !== j < line.phases;
}

function norm(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
}
