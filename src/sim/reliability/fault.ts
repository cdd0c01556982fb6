import { cos, PI, sin } from '../numeric/elementary';
import { solveComplexSystem } from './complexSystem';

/**
 * A network seen from one bus: V = E - Z I, I the currents drawn from its nodes. Z are the rows and columns of Y^-1 at
 * the bus (sources at rest behind their impedance, loads and line charging left out for IEC 60909).
 */
export interface Thevenin {
  readonly busId: string;
  /** Nodes of the bus in the order of rows and columns; without earth. */
  readonly nodes: readonly number[];
  /** Phase-to-earth base of the bus, U_n / sqrt(3). */
  readonly baseVoltageV: number;
  /** [row][column][re, im] */
  readonly impedanceOhm: Float64Array;
  /** [row][re, im]: voltages without load. */
  readonly openVoltageV: Float64Array;
}

export type FaultKind = 'threePhase' | 'phasePhase' | 'phasePhaseEarth' | 'phaseEarth' | 'phaseNeutral';

/**
 * Voltage behind the impedance: `factor` is IEC 60909's equivalent source c U_n / sqrt(3) with symmetric angles, `open` the
 * network's own voltages without load. Split-phase buses keep the angles of the latter either way.
 */
export type FaultVoltage = { readonly kind: 'factor'; readonly c: number } | { readonly kind: 'open' };

export interface FaultCurrent {
  readonly kind: FaultKind;
  /** Nodes that touch each other. */
  readonly nodes: readonly number[];
  /** Largest of the currents in the faulted conductors, initial symmetrical rms (I_k''). */
  readonly currentA: number;
}

interface FaultCase {
  readonly kind: FaultKind;
  readonly rows: readonly number[];
  readonly earthed: boolean;
}

/**
 * Currents of every fault that the bus's nodes allow. The faulted nodes share the voltage V_f = Z_e sum(I) if earthed;
 * otherwise sum(I) = 0 and V_f follows: E_i - sum_j Z_ij I_j = V_f for every faulted node i. With sequence impedances this
 * is IEC 60909-0: I_k3 = cU/(sqrt3 |Z1|), I_k2 = cU/|Z1+Z2|, I_k1 = sqrt3 cU/|Z1+Z2+Z0|. A fault without a current path
 * (phase to earth in a network without earth) has 0 A only if Z says so; a singular one is left out.
 */
export function faultCurrents(
  thevenin: Thevenin,
  voltage: FaultVoltage,
  earthImpedanceOhm: { readonly r: number; readonly x: number } = { r: 0, x: 0 },
): FaultCurrent[] {
  const emf = voltage.kind === 'open' ? thevenin.openVoltageV : symmetricVoltage(thevenin, voltage.c);
  return faultCases(thevenin.nodes).flatMap((fault) => {
    const currentA = faultCurrentA(thevenin, emf, fault, earthImpedanceOhm);
    if (Number.isNaN(currentA)) return [];
    return [{ kind: fault.kind, nodes: fault.rows.map((row) => thevenin.nodes[row]!), currentA }];
  });
}

/**
 * c E at -120 degrees a phase; neutral conductors have no source of their own. The two ends of a centre-tapped winding
 * oppose each other instead: there the angles are those of the network without load.
 */
function symmetricVoltage(thevenin: Thevenin, c: number): Float64Array {
  const emf = new Float64Array(2 * thevenin.nodes.length);
  const { openVoltageV, baseVoltageV } = thevenin;
  const split = splitRows(thevenin);
  for (const row of split) {
    const [re, im] = [openVoltageV[2 * row]!, openVoltageV[2 * row + 1]!];
    const scale = (c * baseVoltageV) / Math.sqrt(re * re + im * im);
    emf[2 * row] = scale * re;
    emf[2 * row + 1] = scale * im;
  }
  if (split.length > 0) return emf;
  thevenin.nodes.forEach((node, row) => {
    if (node > 3) return;
    const angleRad = (-2 * PI * (node - 1)) / 3;
    emf[2 * row] = c * thevenin.baseVoltageV * cos(angleRad);
    emf[2 * row + 1] = c * thevenin.baseVoltageV * sin(angleRad);
  });
  return emf;
}

/** Rows of the two phases of a split-phase bus, more than 150 degrees apart without load; none elsewhere. */
function splitRows({ nodes, openVoltageV: v }: Thevenin): readonly number[] {
  const phases = nodes.flatMap((node, row) => (node <= 3 ? [row] : []));
  const [a, b] = phases;
  if (a === undefined || b === undefined || phases.length !== 2) return [];
  const [aRe, aIm, bRe, bIm] = [v[2 * a]!, v[2 * a + 1]!, v[2 * b]!, v[2 * b + 1]!];
  const product = Math.sqrt((aRe * aRe + aIm * aIm) * (bRe * bRe + bIm * bIm));
  return aRe * bRe + aIm * bIm < (-Math.sqrt(3) / 2) * product ? phases : [];
}

function faultCases(nodes: readonly number[]): FaultCase[] {
  const phases = nodes.flatMap((node, row) => (node <= 3 ? [row] : []));
  const neutral = nodes.findIndex((node) => node > 3);
  const cases: FaultCase[] = [];
  if (phases.length === 3) cases.push({ kind: 'threePhase', rows: phases, earthed: false });
  phases.forEach((row, i) => {
    for (const other of phases.slice(i + 1)) {
      cases.push({ kind: 'phasePhase', rows: [row, other], earthed: false });
      cases.push({ kind: 'phasePhaseEarth', rows: [row, other], earthed: true });
    }
    cases.push({ kind: 'phaseEarth', rows: [row], earthed: true });
    if (neutral >= 0) cases.push({ kind: 'phaseNeutral', rows: [row, neutral], earthed: false });
  });
  return cases;
}

/** Unknowns: the currents of the faulted nodes, then V_f. NaN if the system is singular. */
function faultCurrentA(
  thevenin: Thevenin,
  emf: Float64Array,
  fault: FaultCase,
  earthImpedanceOhm: { readonly r: number; readonly x: number },
): number {
  const { impedanceOhm, nodes } = thevenin;
  const m = fault.rows.length;
  const size = m + 1;
  const a = new Float64Array(2 * size * size);
  const b = new Float64Array(2 * size);
  // Current rows are scaled to ohms so that pivots compare.
  let scaleOhm = 0;
  for (const row of fault.rows) {
    const diagonal = 2 * (row * nodes.length + row);
    scaleOhm = Math.max(scaleOhm, Math.abs(impedanceOhm[diagonal]!), Math.abs(impedanceOhm[diagonal + 1]!));
  }
  fault.rows.forEach((row, i) => {
    fault.rows.forEach((column, j) => {
      const from = 2 * (row * nodes.length + column);
      a[2 * (i * size + j)] = impedanceOhm[from]!;
      a[2 * (i * size + j) + 1] = impedanceOhm[from + 1]!;
    });
    a[2 * (i * size + m)] = scaleOhm;
    b[2 * i] = emf[2 * row]!;
    b[2 * i + 1] = emf[2 * row + 1]!;
    const last = 2 * (m * size + i);
    a[last] = fault.earthed ? -earthImpedanceOhm.r : scaleOhm;
    a[last + 1] = fault.earthed ? -earthImpedanceOhm.x : 0;
  });
  if (fault.earthed) a[2 * (m * size + m)] = scaleOhm;
  if (!solveComplexSystem(a, b)) return NaN;
  let largest = 0;
  for (let i = 0; i < m; i += 1) {
    largest = Math.max(largest, Math.sqrt(b[2 * i]! * b[2 * i]! + b[2 * i + 1]! * b[2 * i + 1]!));
  }
  return largest;
}
