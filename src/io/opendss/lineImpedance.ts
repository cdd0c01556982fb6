import type { EarthModel } from '../../sim/powerflow/elements/earthReturn';
import type { DssObject } from './definitions';
import { fillMatrices, type LineCodeObject, type LineImpedance } from './lineCode';
import type { LineGeometryObject } from './lineGeometry';
import type { LineSpacingObject } from './lineSpacing';
import { lengthFactor, type LengthUnit } from './lineUnits';
import { copyFields } from './properties';
import type { WireObject } from './wires';

export interface LineObject extends DssObject, LineImpedance {
  bus1: string;
  bus2: string;
  length: number;
  units: LengthUnit;
  codeUnits: LengthUnit;
  /** Length in line units per length in impedance units. */
  unitsFactor: number;
  code: LineCodeObject | undefined;
  geometry: LineGeometryObject | undefined;
  spacing: LineSpacingObject | undefined;
  wires: (WireObject | undefined)[];
  /** What the first list of conductors was. */
  wireKind: WireObject['kind'] | undefined;
  /** Sequence values were given since the matrices were made. */
  sequenceChanged: boolean;
  capacitanceGiven: boolean;
  rhoGiven: boolean;
  isSwitch: boolean;
  earthModel: EarthModel;
  normAmps: number;
  emergAmps: number;
  ratingsGiven: boolean;
}

export const EARTH_MODELS: readonly (readonly [word: string, model: EarthModel])[] = [
  ['carson', 'carson'],
  ['fullcarson', 'fullCarson'],
  ['deri', 'deri'],
];

export function spacingGiven(line: LineObject): boolean {
  return line.spacing !== undefined && line.wires.length > 0;
}

function dropSpacing(line: LineObject): void {
  if (!spacingGiven(line)) return;
  line.spacing = undefined;
  line.wires = [];
  line.wireKind = undefined;
}

/** Impedances count per unit of the line's own length from now on. */
export function ownImpedance(line: LineObject): void {
  line.code = undefined;
  line.geometry = undefined;
  dropSpacing(line);
  line.unitsFactor = 1;
  line.units = 'none';
}

/** OpenDSS's Line.FetchLineCode. */
export function takeCode(line: LineObject, code: LineCodeObject): void {
  line.code = code;
  line.baseFrequencyHz = code.baseFrequencyHz;
  if (code.symmetrical) copyFields<LineImpedance>(line, code, ['r1', 'x1', 'r0', 'x0', 'c1', 'c0']);
  line.symmetrical = code.symmetrical;
  copyFields<LineImpedance>(line, code, ['rg', 'xg', 'rho', 'phases']);
  line.codeUnits = code.units;
  line.unitsFactor = lengthFactor(code.units, line.units);
  line.normAmps = code.normAmps;
  line.emergAmps = code.emergAmps;
  if (code.symmetrical) recalculate(line);
  else copyFields<LineImpedance>(line, code, ['r', 'x', 'b']);
  dropSpacing(line);
  line.geometry = undefined;
}

export function recalculate(line: LineObject): void {
  if (line.phases === 1) Object.assign(line, { r0: line.r1, x0: line.x1, c0: line.c1 });
  fillMatrices(line, line.baseFrequencyHz);
  line.sequenceChanged = false;
}

/** Before the matrices are used: default capacitances stood per 1000 ft. */
export function settleSequence(line: LineObject): void {
  if (!line.sequenceChanged) return;
  if (!line.capacitanceGiven) {
    const factor = lengthFactor('kft', line.units);
    line.c1 /= factor;
    line.c0 /= factor;
    line.capacitanceGiven = true;
  }
  recalculate(line);
}

export function takeGeometry(line: LineObject, geometry: LineGeometryObject): void {
  line.code = undefined;
  dropSpacing(line);
  line.geometry = geometry;
  if (line.rhoGiven) geometry.rho = line.rho;
  line.normAmps = geometry.normAmps;
  line.emergAmps = geometry.emergAmps;
  line.phases = geometry.reduce ? geometry.phases : geometry.conductors;
  line.symmetrical = false;
  line.sequenceChanged = false;
}

export function setPhases(line: LineObject, phases: number): boolean {
  if (phases === line.phases) return true;
  if (line.geometry !== undefined || !line.symmetrical) return false;
  line.phases = phases;
  recalculate(line);
  return true;
}

export function becomeSwitch(line: LineObject): void {
  Object.assign(line, {
    r1: 1,
    x1: 1,
    r0: 1,
    x0: 1,
    c1: 1.1e-9,
    c0: 1e-9,
    length: 0.001,
    sequenceChanged: true,
  });
  ownImpedance(line);
}

export function settleSpacing(line: LineObject): void {
  line.code = undefined;
  line.geometry = undefined;
  line.symmetrical = false;
  line.sequenceChanged = false;
  line.ratingsGiven = false;
}

export function takeSpacing(line: LineObject, spacing: LineSpacingObject): void {
  line.spacing = spacing;
  line.phases = spacing.phases;
  line.wires = new Array<undefined>(spacing.conductors).fill(undefined);
  settleSpacing(line);
}
