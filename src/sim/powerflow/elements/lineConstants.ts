import { fail, succeed, type Outcome } from '../../../model/outcome';
import type { Matrix } from '../../../model/circuit';
import { ln } from '../../numeric/elementary';
import {
  cableCapacitanceFPerM,
  shieldDistanceM,
  shieldGmrM,
  shieldRadiusM,
  shieldROhmPerM,
  type ShieldedCable,
} from './cableShields';
import { complexMatrix, inverse, type ComplexMatrix } from './complexMatrix';
import { earthReturn, EPSILON_0, reactanceFactor, TWO_PI, type Earth } from './earthReturn';
import { internalImpedance } from './internalImpedance';
import { kronReduce, setSymmetric } from './kronReduction';
import { checkLineGeometry } from './lineGeometryIssues';
import { distanceM, heightM, imageDistanceM, pairOf, type LineGeometry } from './lineGeometry';

/** Matrices of one metre of line, n x n row by row: the phases, or every conductor where nothing was reduced. */
export interface LineConstants {
  readonly order: number;
  readonly rOhmPerM: Matrix;
  readonly xOhmPerM: Matrix;
  readonly cFaradPerM: Matrix;
}

/** Between these frequencies the published GMR stands for the internal reactance, as in OpenDSS. */
const GMR_ABOVE_HZ = 40;
const GMR_BELOW_HZ = 1000;

/**
 * Series impedance and shunt capacitance of a line from its cross-section (README, 3):
 *
 *   Z_ii = R_i + j (omega mu0 / 2 pi) ln(1 / GMR_i) + Ze_ii,   Z_ij = j (omega mu0 / 2 pi) ln(1 / D_ij) + Ze_ij
 *
 * with the earth return Ze of `earthReturn`; outside 40 Hz to 1 kHz the radius stands for the GMR and the internal
 * reactance is added. Cable screens are further conductors on earth and always reduced (Kersting, chapters 4 and 5).
 * C = P^-1 with P_ij = ln(D'_ij / D_ij) / 2 pi eps0 for bare wires; a screen shields each core for itself.
 * Numbers follow OpenDSS (LineConstants, CableConstants), its roundings of mu0, eps0 and 2 pi included.
 */
export function lineConstants(line: LineGeometry, source = 'line constants'): Outcome<LineConstants> {
  const issues = checkLineGeometry(line, source);
  if (issues.length > 0) return fail(issues);
  const n = line.conductors.length;
  const order = line.reduce ? line.phases : n;
  const shields = shieldedPhases(line);
  const impedance = complexMatrix(n + shields.length);
  fillConductors(impedance, line, n + shields.length);
  shields.forEach((cable, phase) => fillShield(impedance, line, shields, phase, cable));
  const reduced = kronReduce(impedance, n + shields.length, order);
  const capacitance = shields.length > 0 ? cableCapacitance(shields, n) : wireCapacitance(line);
  return succeed({
    order,
    rOhmPerM: part(reduced, order, order, 0),
    xOhmPerM: part(reduced, order, order, 1),
    cFaradPerM: part(capacitance, n, order, 0),
  });
}

/** The cables among the phases. A cable that serves as neutral counts by its core alone, as in OpenDSS. */
function shieldedPhases(line: LineGeometry): ShieldedCable[] {
  return line.conductors.slice(0, line.phases).filter((conductor) => conductor.kind !== 'wire');
}

function earthOf(line: LineGeometry): Earth {
  const { frequencyHz, earthResistivityOhmM, earthModel } = line;
  return { frequencyHz, resistivityOhmM: earthResistivityOhmM, model: earthModel };
}

function fillConductors(impedance: ComplexMatrix, line: LineGeometry, order: number): void {
  const earth = earthOf(line);
  const factor = reactanceFactor(line.frequencyHz);
  const useGmr = line.frequencyHz > GMR_ABOVE_HZ && line.frequencyHz < GMR_BELOW_HZ;
  line.conductors.forEach(({ data }, i) => {
    const internal = internalImpedance(data, earth);
    const earthII = earthReturn(pairOf(line, i, i), earth);
    const x = useGmr ? factor * ln(1 / data.gmrM) : internal.im + factor * ln(1 / data.radiusM);
    setSymmetric(impedance, order, i, i, internal.re + earthII.re, x + earthII.im);
    for (let j = 0; j < i; j++) {
      const earthIJ = earthReturn(pairOf(line, i, j), earth);
      const xIJ = factor * ln(1 / distanceM(line, i, j)) + earthIJ.im;
      setSymmetric(impedance, order, i, j, earthIJ.re, xIJ);
    }
  });
}

/** Row of phase `phase`'s screen: against itself, the screens before it, and every core and neutral. */
function fillShield(
  impedance: ComplexMatrix,
  line: LineGeometry,
  shields: readonly ShieldedCable[],
  phase: number,
  cable: ShieldedCable,
): void {
  const n = line.conductors.length;
  const order = n + shields.length;
  const earth = earthOf(line);
  const factor = reactanceFactor(line.frequencyHz);
  const put = (row: number, j: number, distance: number, rOhmPerM: number): void => {
    const ze = earthReturn(pairOf(line, phase, j), earth);
    setSymmetric(impedance, order, n + phase, row, rOhmPerM + ze.re, factor * ln(1 / distance) + ze.im);
  };
  put(n + phase, phase, shieldGmrM(cable), shieldROhmPerM(cable));
  for (let j = 0; j < phase; j++) put(n + j, j, distanceM(line, phase, j), 0);
  for (let j = 0; j < n; j++) {
    const own = j === phase;
    put(j, j, own ? shieldRadiusM(cable) : shieldDistanceM(cable, distanceM(line, phase, j)), 0);
  }
}

function cableCapacitance(shields: readonly ShieldedCable[], n: number): ComplexMatrix {
  const capacitance = complexMatrix(n);
  shields.forEach((cable, i) => setSymmetric(capacitance, n, i, i, cableCapacitanceFPerM(cable), 0));
  return capacitance;
}

function wireCapacitance(line: LineGeometry): ComplexMatrix {
  const n = line.conductors.length;
  const potential = complexMatrix(n);
  const scale = 1 / (TWO_PI * EPSILON_0 * (line.mediumPermittivity ?? 1));
  line.conductors.forEach(({ data }, i) => {
    setSymmetric(potential, n, i, i, scale * ln((2 * heightM(line, i)) / data.capacitanceRadiusM), 0);
    for (let j = 0; j < i; j++) {
      setSymmetric(potential, n, i, j, scale * ln(imageDistanceM(line, i, j) / distanceM(line, i, j)), 0);
    }
  });
  return inverse(potential, n) ?? potential.fill(NaN);
}

/** Real (0) or imaginary (1) parts of the first `order` rows and columns. */
function part(matrix: ComplexMatrix, stride: number, order: number, which: 0 | 1): number[] {
  const values: number[] = [];
  for (let i = 0; i < order; i++) {
    for (let j = 0; j < order; j++) values.push(matrix[2 * (i * stride + j) + which]!);
  }
  return values;
}
