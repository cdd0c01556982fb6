import type { CompiledNetwork } from './compiled';
import type { Workspace } from './workspace';

/** Branch quantities of one step; rows as in `CompiledNetwork.branchIds`. Out-of-service rows are zero. */
export interface BranchStep {
  /** [branch][phase]: larger of both ends for a line, LV terminal for a transformer. */
  readonly currentA: Float64Array;
  /** Line: largest phase current / rated current. Transformer: |S| at the from-end (MV) / rated power. */
  readonly loading: Float64Array;
  /** Sum of phases into the branch at its from-end as named in the network. */
  readonly pFromW: Float64Array;
  readonly qFromVar: Float64Array;
  /** Series loss from branch currents plus conductance of the branch's shunts. */
  readonly lossW: Float64Array;
  /** Into the network at the source bus, behind the source impedance. */
  sourcePW: number;
  sourceQVar: number;
  /** All `lossW`, summed in row order. */
  totalLossW: number;
}

export function createBranchStep(compiled: CompiledNetwork): BranchStep {
  const count = compiled.branchIds.length;
  return {
    currentA: new Float64Array(3 * count),
    loading: new Float64Array(count),
    pFromW: new Float64Array(count),
    qFromVar: new Float64Array(count),
    lossW: new Float64Array(count),
    sourcePW: 0,
    sourceQVar: 0,
    totalLossW: 0,
  };
}

/** Currents, powers and losses of every branch for the step just solved (eq. 12-14). */
export function deriveBranches(compiled: CompiledNetwork, ws: Workspace, out: BranchStep): void {
  const { branchPosition, lineCount } = compiled;
  let total = 0;
  for (let row = 0; row < branchPosition.length; row++) {
    if (branchPosition[row]! < 0) continue;
    if (row < lineCount) deriveLine(compiled, ws, out, row);
    else deriveTransformer(compiled, ws, out, row);
    out.lossW[row] = branchLossW(compiled, ws, row);
    total += out.lossW[row]!;
  }
  out.totalLossW = total;
  let p = 0;
  let q = 0;
  for (let k = 6; k < 12; k += 2) {
    p += ws.voltage[k]! * ws.current[k]! + ws.voltage[k + 1]! * ws.current[k + 1]!;
    q += ws.voltage[k + 1]! * ws.current[k]! - ws.voltage[k]! * ws.current[k + 1]!;
  }
  out.sourcePW = p;
  out.sourceQVar = q;
}

function deriveLine(compiled: CompiledNetwork, ws: Workspace, out: BranchStep, row: number): void {
  const { branchPosition, branchReversed, branchShunt, parent, baseVoltageV } = compiled;
  const { voltage, current } = ws;
  const down = 6 * branchPosition[row]!;
  const up = 6 * parent[branchPosition[row]!]!;
  const reversed = branchReversed[row] === 1;
  const from = reversed ? down : up;
  const to = reversed ? up : down;
  const sign = reversed ? -1 : 1;
  // Both halves of a line are equal.
  const b1 = branchShunt[8 * row + 1]!;
  const bm = branchShunt[8 * row + 3]!;
  const fromSumRe = bm * (voltage[from]! + voltage[from + 2]! + voltage[from + 4]!);
  const fromSumIm = bm * (voltage[from + 1]! + voltage[from + 3]! + voltage[from + 5]!);
  const toSumRe = bm * (voltage[to]! + voltage[to + 2]! + voltage[to + 4]!);
  const toSumIm = bm * (voltage[to + 1]! + voltage[to + 3]! + voltage[to + 5]!);
  const toAmpere = 1 / baseVoltageV[compiled.branchFromBus[row]!]!;
  let largest = 0;
  let p = 0;
  let q = 0;
  for (let k = 0; k < 6; k += 2) {
    const seriesRe = sign * current[down + k]!;
    const seriesIm = sign * current[down + k + 1]!;
    const vRe = voltage[from + k]!;
    const vIm = voltage[from + k + 1]!;
    const fromRe = seriesRe - b1 * vIm - fromSumIm;
    const fromIm = seriesIm + b1 * vRe + fromSumRe;
    const toRe = seriesRe + b1 * voltage[to + k + 1]! + toSumIm;
    const toIm = seriesIm - b1 * voltage[to + k]! - toSumRe;
    p += vRe * fromRe + vIm * fromIm;
    q += vIm * fromRe - vRe * fromIm;
    const fromSquared = fromRe * fromRe + fromIm * fromIm;
    const toSquared = toRe * toRe + toIm * toIm;
    const iA = Math.sqrt(fromSquared > toSquared ? fromSquared : toSquared) * toAmpere;
    out.currentA[3 * row + (k >> 1)] = iA;
    if (iA > largest) largest = iA;
  }
  out.pFromW[row] = p;
  out.qFromVar[row] = q;
  out.loading[row] = largest / compiled.branchRating[row]!;
}

function deriveTransformer(compiled: CompiledNetwork, ws: Workspace, out: BranchStep, row: number): void {
  const { branchPosition, branchShunt, parent, baseVoltageV } = compiled;
  const { voltage, current } = ws;
  const down = 6 * branchPosition[row]!;
  const winding = 6 * parent[branchPosition[row]!]!;
  const from = 6 * parent[parent[branchPosition[row]!]!]!;
  const toAmpere = 1 / baseVoltageV[compiled.branchToBus[row]!]!;
  const g = branchShunt[8 * row]!;
  const b = branchShunt[8 * row + 1]!;
  const gm = branchShunt[8 * row + 2]!;
  const bm = branchShunt[8 * row + 3]!;
  const sumRe = voltage[from]! + voltage[from + 2]! + voltage[from + 4]!;
  const sumIm = voltage[from + 1]! + voltage[from + 3]! + voltage[from + 5]!;
  const toShunt = 8 * row + 4;
  const toSumRe = voltage[down]! + voltage[down + 2]! + voltage[down + 4]!;
  const toSumIm = voltage[down + 1]! + voltage[down + 3]! + voltage[down + 5]!;
  let p = 0;
  let q = 0;
  for (let k = 0; k < 6; k += 2) {
    // The ideal winding pair passes power unchanged: its LV side gives the MV side's power (eq. 6).
    const eRe = voltage[winding + k]!;
    const eIm = voltage[winding + k + 1]!;
    const iRe = current[down + k]!;
    const iIm = current[down + k + 1]!;
    p += eRe * iRe + eIm * iIm;
    q += eIm * iRe - eRe * iIm;
    const vRe = voltage[from + k]!;
    const vIm = voltage[from + k + 1]!;
    const mRe = g * vRe - b * vIm + gm * sumRe - bm * sumIm;
    const mIm = g * vIm + b * vRe + gm * sumIm + bm * sumRe;
    p += vRe * mRe + vIm * mIm;
    q += vIm * mRe - vRe * mIm;
    const tRe = voltage[down + k]!;
    const tIm = voltage[down + k + 1]!;
    const outRe = iRe - shuntRe(branchShunt, toShunt, tRe, tIm, toSumRe, toSumIm);
    const outIm = iIm - shuntIm(branchShunt, toShunt, tRe, tIm, toSumRe, toSumIm);
    out.currentA[3 * row + (k >> 1)] = Math.sqrt(outRe * outRe + outIm * outIm) * toAmpere;
  }
  out.pFromW[row] = p;
  out.qFromVar[row] = q;
  out.loading[row] = Math.sqrt(p * p + q * q) / compiled.branchRating[row]!;
}

function shuntRe(y: Float64Array, at: number, vRe: number, vIm: number, sRe: number, sIm: number): number {
  return y[at]! * vRe - y[at + 1]! * vIm + y[at + 2]! * sRe - y[at + 3]! * sIm;
}

function shuntIm(y: Float64Array, at: number, vRe: number, vIm: number, sRe: number, sIm: number): number {
  return y[at]! * vIm + y[at + 1]! * vRe + y[at + 2]! * sIm + y[at + 3]! * sRe;
}

/** Series loss r1 sum |i|^2 + rm |sum i|^2 and shunt loss g1 sum |v|^2 + gm |sum v|^2 at both ends (eq. 13). */
function branchLossW(compiled: CompiledNetwork, ws: Workspace, row: number): number {
  const { branchPosition, branchShunt, impedance, busPosition } = compiled;
  const position = branchPosition[row]!;
  let lossW = quadraticForm(ws.current, 6 * position, impedance[4 * position]!, impedance[4 * position + 2]!);
  const g1From = branchShunt[8 * row]!;
  if (g1From !== 0) {
    const from = busPosition[compiled.branchFromBus[row]!]!;
    lossW += quadraticForm(ws.voltage, 6 * from, g1From, branchShunt[8 * row + 2]!);
  }
  const g1To = branchShunt[8 * row + 4]!;
  if (g1To !== 0) {
    const to = busPosition[compiled.branchToBus[row]!]!;
    lossW += quadraticForm(ws.voltage, 6 * to, g1To, branchShunt[8 * row + 6]!);
  }
  return lossW;
}

function quadraticForm(x: Float64Array, at: number, self: number, common: number): number {
  const ar = x[at]!;
  const ai = x[at + 1]!;
  const br = x[at + 2]!;
  const bi = x[at + 3]!;
  const cr = x[at + 4]!;
  const ci = x[at + 5]!;
  const sr = ar + br + cr;
  const si = ai + bi + ci;
  return self * (ar * ar + ai * ai + br * br + bi * bi + cr * cr + ci * ci) + common * (sr * sr + si * si);
}
