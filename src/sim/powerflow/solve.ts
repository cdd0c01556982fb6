import { type CompiledNetwork, HAS_LOAD, HAS_SHUNT } from './compiled';
import type { Workspace } from './workspace';

/** Below this squared voltage (0.01 pu) the load current is capped, so that a collapse stays finite and is reported. */
const VOLTAGE_FLOOR_SQUARED = 1e-4;

/**
 * Solves one step by fixed-point current injection on the tree (eq. 8-11), starting from the voltages in the workspace.
 *
 * Net load of building b in phase f stands at `pW[offset + b * buildingStride + f * phaseStride]`, same for qVar;
 * positive = consumption, constant power. `storageW[storageOffset + s * storageStride]` is charge minus discharge of
 * storage s, balanced over the phases. Returns the iterations used, negated when the step did not converge; then
 * `ws.mismatchPu` and `ws.worstBus` say how far off and where, and the next step starts from the no-load voltages.
 */
export function solveStep(
  compiled: CompiledNetwork,
  ws: Workspace,
  pW: Float64Array,
  qVar: Float64Array,
  offset: number,
  buildingStride: number,
  phaseStride: number,
  storageW: Float64Array | null,
  storageOffset: number,
  storageStride: number,
): number {
  const { powerVa, voltage } = ws;
  powerVa.fill(0);
  addBuildings(compiled, powerVa, pW, qVar, offset, buildingStride, phaseStride);
  if (storageW !== null) addStorages(compiled, powerVa, storageW, storageOffset, storageStride);
  if (ws.restart) voltage.set(compiled.noLoadVoltage);
  ws.restart = false;

  const target = ws.tolerancePu * ws.tolerancePu;
  let iterations = 0;
  let converged = false;
  while (iterations < ws.maxIterations && !converged) {
    iterations++;
    sweepCurrents(compiled, ws);
    sweepVoltages(compiled, ws);
    converged = ws.changeSquared < target;
    if (!(ws.changeSquared < Infinity)) break;
  }
  ws.mismatchPu = Math.sqrt(ws.changeSquared);
  ws.worstBus = compiled.positionBus[ws.worstPosition]!;
  ws.capped = false;
  sweepCurrents(compiled, ws);
  if (converged && !ws.capped) return iterations;
  ws.restart = true;
  return -iterations;
}

function addBuildings(
  compiled: CompiledNetwork,
  powerVa: Float64Array,
  pW: Float64Array,
  qVar: Float64Array,
  offset: number,
  buildingStride: number,
  phaseStride: number,
): void {
  const { loadPosition, buildingCount } = compiled;
  for (let b = 0; b < buildingCount; b++) {
    const position = loadPosition[b]!;
    if (position < 0) continue;
    const k = 6 * position;
    const at = offset + b * buildingStride;
    powerVa[k] = powerVa[k]! + pW[at]!;
    powerVa[k + 1] = powerVa[k + 1]! + qVar[at]!;
    powerVa[k + 2] = powerVa[k + 2]! + pW[at + phaseStride]!;
    powerVa[k + 3] = powerVa[k + 3]! + qVar[at + phaseStride]!;
    powerVa[k + 4] = powerVa[k + 4]! + pW[at + 2 * phaseStride]!;
    powerVa[k + 5] = powerVa[k + 5]! + qVar[at + 2 * phaseStride]!;
  }
}

function addStorages(
  compiled: CompiledNetwork,
  powerVa: Float64Array,
  storageW: Float64Array,
  offset: number,
  stride: number,
): void {
  const { storagePosition } = compiled;
  for (let s = 0; s < storagePosition.length; s++) {
    const k = 6 * storagePosition[s]!;
    const third = storageW[offset + s * stride]! / 3;
    powerVa[k] = powerVa[k]! + third;
    powerVa[k + 2] = powerVa[k + 2]! + third;
    powerVa[k + 4] = powerVa[k + 4]! + third;
  }
}

/** Leaves to source: injections of the present voltages, summed into branch currents (eq. 8, 9). */
function sweepCurrents(compiled: CompiledNetwork, ws: Workspace): void {
  const { windings, parent, windingRatio, windingPlus, windingMinus } = compiled;
  const { current } = ws;
  current.fill(0);
  let end = compiled.positionCount;
  for (let w = windings.length - 1; w >= 0; w--) {
    const position = windings[w]!;
    sweepCurrentsRange(compiled, ws, position + 1, end);
    const from = 6 * position;
    const to = 6 * parent[position]!;
    const ratio = windingRatio[w]!;
    for (let f = 0; f < 3; f++) {
      const re = ratio * current[from + 2 * f]!;
      const im = ratio * current[from + 2 * f + 1]!;
      const plus = to + 2 * ((windingPlus[w]! + f) % 3);
      const minus = to + 2 * ((windingMinus[w]! + f) % 3);
      current[plus] = current[plus]! + re;
      current[plus + 1] = current[plus + 1]! + im;
      current[minus] = current[minus]! - re;
      current[minus + 1] = current[minus + 1]! - im;
    }
    end = position;
  }
  sweepCurrentsRange(compiled, ws, 1, end);
}

/** One loop over a range without ideal windings, last position first. */
function sweepCurrentsRange(compiled: CompiledNetwork, ws: Workspace, from: number, end: number): void {
  const { parent, positionFlags, shunt } = compiled;
  const { voltage, current, powerVa } = ws;
  for (let position = end - 1; position >= from; position--) {
    const k = 6 * position;
    const flags = positionFlags[position]!;
    let ar = current[k]!;
    let ai = current[k + 1]!;
    let br = current[k + 2]!;
    let bi = current[k + 3]!;
    let cr = current[k + 4]!;
    let ci = current[k + 5]!;
    if (flags !== 0) {
      const vr0 = voltage[k]!;
      const vai = voltage[k + 1]!;
      const vbr = voltage[k + 2]!;
      const vbi = voltage[k + 3]!;
      const vcr = voltage[k + 4]!;
      const vci = voltage[k + 5]!;
      if ((flags & HAS_LOAD) !== 0) {
        const na = vr0 * vr0 + vai * vai;
        const nb = vbr * vbr + vbi * vbi;
        const nc = vcr * vcr + vci * vci;
        if (na < VOLTAGE_FLOOR_SQUARED || nb < VOLTAGE_FLOOR_SQUARED || nc < VOLTAGE_FLOOR_SQUARED) {
          ws.capped = true;
        }
        const wa = 1 / (na > VOLTAGE_FLOOR_SQUARED ? na : VOLTAGE_FLOOR_SQUARED);
        const wb = 1 / (nb > VOLTAGE_FLOOR_SQUARED ? nb : VOLTAGE_FLOOR_SQUARED);
        const wc = 1 / (nc > VOLTAGE_FLOOR_SQUARED ? nc : VOLTAGE_FLOOR_SQUARED);
        const pa = powerVa[k]!;
        const qa = powerVa[k + 1]!;
        const pb = powerVa[k + 2]!;
        const qb = powerVa[k + 3]!;
        const pc = powerVa[k + 4]!;
        const qc = powerVa[k + 5]!;
        ar += (pa * vr0 + qa * vai) * wa;
        ai += (pa * vai - qa * vr0) * wa;
        br += (pb * vbr + qb * vbi) * wb;
        bi += (pb * vbi - qb * vbr) * wb;
        cr += (pc * vcr + qc * vci) * wc;
        ci += (pc * vci - qc * vcr) * wc;
      }
      if ((flags & HAS_SHUNT) !== 0) {
        const g1 = shunt[4 * position]!;
        const b1 = shunt[4 * position + 1]!;
        const gm = shunt[4 * position + 2]!;
        const bm = shunt[4 * position + 3]!;
        const sr = vr0 + vbr + vcr;
        const si = vai + vbi + vci;
        const mr = gm * sr - bm * si;
        const mi = gm * si + bm * sr;
        ar += g1 * vr0 - b1 * vai + mr;
        ai += g1 * vai + b1 * vr0 + mi;
        br += g1 * vbr - b1 * vbi + mr;
        bi += g1 * vbi + b1 * vbr + mi;
        cr += g1 * vcr - b1 * vci + mr;
        ci += g1 * vci + b1 * vcr + mi;
      }
      current[k] = ar;
      current[k + 1] = ai;
      current[k + 2] = br;
      current[k + 3] = bi;
      current[k + 4] = cr;
      current[k + 5] = ci;
    }
    const u = 6 * parent[position]!;
    current[u] = current[u]! + ar;
    current[u + 1] = current[u + 1]! + ai;
    current[u + 2] = current[u + 2]! + br;
    current[u + 3] = current[u + 3]! + bi;
    current[u + 4] = current[u + 4]! + cr;
    current[u + 5] = current[u + 5]! + ci;
  }
}

/** Source to leaves: voltages from the drops of the branch currents (eq. 10); notes the largest change (eq. 11). */
function sweepVoltages(compiled: CompiledNetwork, ws: Workspace): void {
  const { windings, parent, windingRatio, windingPlus, windingMinus } = compiled;
  const { voltage } = ws;
  ws.changeSquared = 0;
  let start = 1;
  for (let w = 0; w < windings.length; w++) {
    const position = windings[w]!;
    sweepVoltagesRange(compiled, ws, start, position);
    const from = 6 * parent[position]!;
    const to = 6 * position;
    const ratio = windingRatio[w]!;
    for (let f = 0; f < 3; f++) {
      const plus = from + 2 * ((windingPlus[w]! + f) % 3);
      const minus = from + 2 * ((windingMinus[w]! + f) % 3);
      voltage[to + 2 * f] = ratio * (voltage[plus]! - voltage[minus]!);
      voltage[to + 2 * f + 1] = ratio * (voltage[plus + 1]! - voltage[minus + 1]!);
    }
    start = position + 1;
  }
  sweepVoltagesRange(compiled, ws, start, compiled.positionCount);
}

function sweepVoltagesRange(compiled: CompiledNetwork, ws: Workspace, from: number, end: number): void {
  const { parent, impedance } = compiled;
  const { voltage, current } = ws;
  let worst = ws.changeSquared;
  let worstPosition = ws.worstPosition;
  let sum = 0;
  for (let position = from; position < end; position++) {
    const k = 6 * position;
    const u = 6 * parent[position]!;
    const ar = current[k]!;
    const ai = current[k + 1]!;
    const br = current[k + 2]!;
    const bi = current[k + 3]!;
    const cr = current[k + 4]!;
    const ci = current[k + 5]!;
    const r = impedance[4 * position]!;
    const x = impedance[4 * position + 1]!;
    const rm = impedance[4 * position + 2]!;
    const xm = impedance[4 * position + 3]!;
    const sr = ar + br + cr;
    const si = ai + bi + ci;
    const mr = rm * sr - xm * si;
    const mi = rm * si + xm * sr;
    const vr0 = voltage[u]! - (r * ar - x * ai + mr);
    const vai = voltage[u + 1]! - (r * ai + x * ar + mi);
    const vbr = voltage[u + 2]! - (r * br - x * bi + mr);
    const vbi = voltage[u + 3]! - (r * bi + x * br + mi);
    const vcr = voltage[u + 4]! - (r * cr - x * ci + mr);
    const vci = voltage[u + 5]! - (r * ci + x * cr + mi);
    const dar = vr0 - voltage[k]!;
    const dai = vai - voltage[k + 1]!;
    const dbr = vbr - voltage[k + 2]!;
    const dbi = vbi - voltage[k + 3]!;
    const dcr = vcr - voltage[k + 4]!;
    const dci = vci - voltage[k + 5]!;
    const da = dar * dar + dai * dai;
    const db = dbr * dbr + dbi * dbi;
    const dc = dcr * dcr + dci * dci;
    const ab = da > db ? da : db;
    const change = ab > dc ? ab : dc;
    sum += da + db + dc;
    if (change > worst) {
      worst = change;
      worstPosition = position;
    }
    voltage[k] = vr0;
    voltage[k + 1] = vai;
    voltage[k + 2] = vbr;
    voltage[k + 3] = vbi;
    voltage[k + 4] = vcr;
    voltage[k + 5] = vci;
  }
  // A comparison loses NaN, a sum keeps it.
  ws.changeSquared = sum < Infinity ? worst : Infinity;
  ws.worstPosition = worstPosition;
}
