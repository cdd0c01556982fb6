import {
  type CompiledNetwork,
  FOLLOWS_PARENT,
  HAS_INJECTION,
  HAS_LOAD,
  HAS_SHUNT,
  HAS_SUM,
} from './compiled';
import type { Workspace } from './workspace';

/** Below this squared voltage (0.01 pu) the load current is capped, so that a collapse stays finite and is reported. */
const VOLTAGE_FLOOR_SQUARED = 1e-4;

/** Leaves to source: injections of the present voltages, summed into branch currents (eq. 8, 9). */
export function sweepCurrents(compiled: CompiledNetwork, ws: Workspace): void {
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

/**
 * One loop over a range without ideal windings, last position first. A child that directly follows its parent hands its
 * current over in variables: on streets this halves the memory traffic.
 */
function sweepCurrentsRange(compiled: CompiledNetwork, ws: Workspace, from: number, end: number): void {
  const { parent, positionFlags, shunt } = compiled;
  const { voltage, current, powerVa } = ws;
  let ar = 0;
  let ai = 0;
  let br = 0;
  let bi = 0;
  let cr = 0;
  let ci = 0;
  for (let position = end - 1; position >= from; position--) {
    const k = 6 * position;
    const flags = positionFlags[position]!;
    if ((flags & HAS_SUM) !== 0) {
      ar += current[k]!;
      ai += current[k + 1]!;
      br += current[k + 2]!;
      bi += current[k + 3]!;
      cr += current[k + 4]!;
      ci += current[k + 5]!;
    }
    if ((flags & HAS_INJECTION) !== 0) {
      const vra = voltage[k]!;
      const via = voltage[k + 1]!;
      const vrb = voltage[k + 2]!;
      const vib = voltage[k + 3]!;
      const vrc = voltage[k + 4]!;
      const vic = voltage[k + 5]!;
      if ((flags & HAS_LOAD) !== 0) {
        const na = vra * vra + via * via;
        const nb = vrb * vrb + vib * vib;
        const nc = vrc * vrc + vic * vic;
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
        ar += (pa * vra + qa * via) * wa;
        ai += (pa * via - qa * vra) * wa;
        br += (pb * vrb + qb * vib) * wb;
        bi += (pb * vib - qb * vrb) * wb;
        cr += (pc * vrc + qc * vic) * wc;
        ci += (pc * vic - qc * vrc) * wc;
      }
      if ((flags & HAS_SHUNT) !== 0) {
        const g1 = shunt[4 * position]!;
        const b1 = shunt[4 * position + 1]!;
        const gm = shunt[4 * position + 2]!;
        const bm = shunt[4 * position + 3]!;
        const sr = vra + vrb + vrc;
        const si = via + vib + vic;
        const mr = gm * sr - bm * si;
        const mi = gm * si + bm * sr;
        ar += g1 * vra - b1 * via + mr;
        ai += g1 * via + b1 * vra + mi;
        br += g1 * vrb - b1 * vib + mr;
        bi += g1 * vib + b1 * vrb + mi;
        cr += g1 * vrc - b1 * vic + mr;
        ci += g1 * vic + b1 * vrc + mi;
      }
    }
    current[k] = ar;
    current[k + 1] = ai;
    current[k + 2] = br;
    current[k + 3] = bi;
    current[k + 4] = cr;
    current[k + 5] = ci;
    if ((flags & FOLLOWS_PARENT) === 0) {
      const u = 6 * parent[position]!;
      current[u] = current[u]! + ar;
      current[u + 1] = current[u + 1]! + ai;
      current[u + 2] = current[u + 2]! + br;
      current[u + 3] = current[u + 3]! + bi;
      current[u + 4] = current[u + 4]! + cr;
      current[u + 5] = current[u + 5]! + ci;
      ar = 0;
      ai = 0;
      br = 0;
      bi = 0;
      cr = 0;
      ci = 0;
    }
  }
}

/** Source to leaves: voltages from the drops of the branch currents (eq. 10); notes the largest change (eq. 11). */
export function sweepVoltages(compiled: CompiledNetwork, ws: Workspace): void {
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
  const { parent, impedance, positionFlags } = compiled;
  const { voltage, current } = ws;
  let worst = ws.changeSquared;
  let worstPosition = ws.worstPosition;
  let sum = 0;
  let vra = 0;
  let via = 0;
  let vrb = 0;
  let vib = 0;
  let vrc = 0;
  let vic = 0;
  for (let position = from; position < end; position++) {
    const k = 6 * position;
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
    if ((positionFlags[position]! & FOLLOWS_PARENT) === 0) {
      const u = 6 * parent[position]!;
      vra = voltage[u]!;
      via = voltage[u + 1]!;
      vrb = voltage[u + 2]!;
      vib = voltage[u + 3]!;
      vrc = voltage[u + 4]!;
      vic = voltage[u + 5]!;
    }
    vra -= r * ar - x * ai + mr;
    via -= r * ai + x * ar + mi;
    vrb -= r * br - x * bi + mr;
    vib -= r * bi + x * br + mi;
    vrc -= r * cr - x * ci + mr;
    vic -= r * ci + x * cr + mi;
    const dar = vra - voltage[k]!;
    const dai = via - voltage[k + 1]!;
    const dbr = vrb - voltage[k + 2]!;
    const dbi = vib - voltage[k + 3]!;
    const dcr = vrc - voltage[k + 4]!;
    const dci = vic - voltage[k + 5]!;
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
    voltage[k] = vra;
    voltage[k + 1] = via;
    voltage[k + 2] = vrb;
    voltage[k + 3] = vib;
    voltage[k + 4] = vrc;
    voltage[k + 5] = vic;
  }
  // A comparison loses NaN, a sum keeps it.
  ws.changeSquared = sum < Infinity ? worst : Infinity;
  ws.worstPosition = worstPosition;
}
