import { fail, succeed, type Outcome } from '../../../model/outcome';
import { exp } from '../../numeric/elementary';
import { meanDecay } from '../../numeric/exponential';
import type { ZoneNetwork } from '../multinode/network';
import { modalSystem, modesOf, type ModalSystem } from './modalSystem';
import { drifting } from './networkIssues';
import {
  DRIVE_COUNT,
  DRIVES,
  MODE_NUMBERS,
  REFERENCE_DEG_C,
  type ModalInputs,
  type ModalZone,
} from './types';

/** A mode that keeps less than this of itself over a step follows its inputs at once (README 7). */
export const FAST_DECAY = 1e-6;
/** A mode below this share of every response of the air is rounding (README 8). */
const UNSEEN = 1e-13;
/** Rates below this are those of a part without any loss, 1/s. */
const NO_LOSS_PER_S = 1e-15;
/** What a mode makes of a lasting force is reckoned after ten years at most. */
const SLOWEST_PER_S = 3e-9;
const TEMPERATURE_DRIVES = 2;

/** Columns of a mode's forces: drives, a convective watt, a radiative watt, the constants. */
const AIR = DRIVE_COUNT;
const RADIANT = AIR + 1;
const CONSTANT = RADIANT + 1;
const FORCES = CONSTANT + 1;

/** Modes as the air sees them, in K of air temperature. */
interface SeenModes {
  readonly count: number;
  readonly ratePerS: Float64Array;
  /** [mode][force] K/s per unit. */
  readonly force: Float64Array;
  readonly uniform: Float64Array;
}

/** Nodes that a force acts on, and its watts there: most forces act on few. */
interface Force {
  readonly nodes: readonly number[];
  readonly powers: readonly number[];
}

/** Compiles a zone network for a step: exact for inputs that are constant within the step. */
export function compileModal(network: ZoneNetwork, stepS: number, inputs: ModalInputs): Outcome<ModalZone> {
  const compiled = modalSystem(network);
  if (!compiled.ok) return compiled;
  const system = compiled.value;
  const forces = nodePowers(network, inputs).map(forceOf);
  const modes = seenModes(network, system, forces);
  const drift = modes.ratePerS.findIndex(
    (rate, mode) => rate < NO_LOSS_PER_S && Math.abs(modes.force[mode * FORCES + CONSTANT]!) * stepS > 1e-9,
  );
  if (drift >= 0) return fail([drifting(drift)]);
  return succeed(fold(modes, directOf(network, system, forces), stepS), compiled.issues);
}

function forceOf(power: Float64Array): Force {
  const nodes: number[] = [];
  power.forEach((value, node) => {
    if (value !== 0) nodes.push(node);
  });
  return { nodes, powers: nodes.map((node) => power[node]!) };
}

/** [force][node] W per unit of a force; temperatures as deviations from the reference. */
function nodePowers(network: ZoneNetwork, inputs: ModalInputs): Float64Array[] {
  const { nodeCount, inputCount, input, lossWPerK, airNode } = network;
  const through = (columns: Float64Array | undefined): Float64Array => {
    const powers = new Float64Array(nodeCount);
    if (!columns) return powers;
    for (let node = 0; node < nodeCount; node += 1) {
      let power = 0;
      for (let c = 0; c < inputCount; c += 1) power += input[node * inputCount + c]! * columns[c]!;
      powers[node] = power;
    }
    return powers;
  };
  const drives = DRIVES.map((drive) => through(inputs.drives[drive]));
  const air = new Float64Array(nodeCount);
  air[airNode] = 1;
  const constant = through(inputs.constant).map((power, node) => {
    let boundary = 0;
    for (let drive = 0; drive < TEMPERATURE_DRIVES; drive += 1) boundary += drives[drive]![node]!;
    return power + REFERENCE_DEG_C * (boundary - lossWPerK[node]!);
  });
  return [...drives, air, through(inputs.radiative), constant];
}

function seenModes(network: ZoneNetwork, system: ModalSystem, forces: readonly Force[]): SeenModes {
  const { modeCount, nodeCount, shape, ratePerS } = system;
  const uniform = modesOf(network, system, new Float64Array(nodeCount).fill(1));
  const force = new Float64Array(modeCount * FORCES);
  for (let mode = 0; mode < modeCount; mode += 1) {
    const seen = shape[network.airNode * modeCount + mode]!;
    for (let f = 0; f < FORCES; f += 1) {
      const { nodes, powers } = forces[f]!;
      let sum = 0;
      for (let i = 0; i < nodes.length; i += 1) sum += shape[nodes[i]! * modeCount + mode]! * powers[i]!;
      force[mode * FORCES + f] = seen * sum;
    }
    uniform[mode] = seen * uniform[mode]!;
  }
  return withoutUnseen({ count: modeCount, ratePerS, force, uniform });
}

function withoutUnseen({ count, ratePerS, force, uniform }: SeenModes): SeenModes {
  const response = new Float64Array(count * FORCES);
  const total = new Float64Array(FORCES);
  for (let mode = 0; mode < count; mode += 1) {
    for (let f = 0; f < FORCES; f += 1) {
      const at = mode * FORCES + f;
      response[at] = Math.abs(force[at]!) / Math.max(ratePerS[mode]!, SLOWEST_PER_S);
      total[f] = total[f]! + response[at]!;
    }
  }
  const isSeen = (mode: number): boolean => {
    if (Math.abs(uniform[mode]!) > UNSEEN) return true;
    for (let f = 0; f < FORCES; f += 1) if (response[mode * FORCES + f]! > UNSEEN * total[f]!) return true;
    return false;
  };
  const seen = Array.from({ length: count }, (_, mode) => mode).filter(isSeen);
  return {
    count: seen.length,
    ratePerS: Float64Array.from(seen, (mode) => ratePerS[mode]!),
    force: rowsOf(force, FORCES, seen),
    uniform: Float64Array.from(seen, (mode) => uniform[mode]!),
  };
}

function rowsOf(table: Float64Array, width: number, rows: readonly number[]): Float64Array {
  const some = new Float64Array(rows.length * width);
  rows.forEach((row, i) => some.set(table.subarray(row * width, (row + 1) * width), i * width));
  return some;
}

/** [force] What the air follows at once because it, and what drives it, has no storage. */
function directOf(network: ZoneNetwork, system: ModalSystem, forces: readonly Force[]): Float64Array {
  const { nodeCount } = system;
  const direct = new Float64Array(forces.length);
  // The air's own storage takes up all that is not.
  if (network.capacityJPerK[network.airNode]! > 0) return direct;
  const { massless } = system;
  forces.forEach(({ nodes, powers }, f) => {
    let sum = 0;
    for (let i = 0; i < nodes.length; i += 1)
      sum += massless[network.airNode * nodeCount + nodes[i]!]! * powers[i]!;
    direct[f] = sum;
  });
  return direct;
}

function fold(
  { count, ratePerS, force, uniform }: SeenModes,
  direct: Float64Array,
  stepS: number,
): ModalZone {
  const all = Array.from({ length: count }, (_, mode) => mode);
  const decay = all.map((mode) => exp(-ratePerS[mode]! * stepS));
  const kept = all.filter((mode) => decay[mode]! >= FAST_DECAY);
  const later = new Float64Array(FORCES);
  const now = Float64Array.from(direct);
  const shiftK = new Float64Array(kept.length);
  const numbers = new Float64Array(kept.length * MODE_NUMBERS);
  for (const mode of all) {
    if (decay[mode]! >= FAST_DECAY) continue;
    for (let f = 0; f < FORCES; f += 1) now[f]! += force[mode * FORCES + f]! / ratePerS[mode]!; // (7)
  }
  const follows = now.slice(0, DRIVE_COUNT);
  let restK = now[CONSTANT]!;
  kept.forEach((mode, at) => {
    const factor = decay[mode]!;
    const rate = ratePerS[mode]!;
    const span = stepS * meanDecay(rate * stepS);
    const from = mode * FORCES;
    const to = at * MODE_NUMBERS;
    numbers[to] = factor;
    for (let f = 0; f < AIR; f += 1) numbers[to + 1 + f] = span * force[from + f]!; // (5)
    for (let f = AIR; f <= RADIANT; f += 1) {
      numbers[to + 1 + f] = factor * span * force[from + f]!; // (9)
      now[f]! += span * force[from + f]!;
      later[f]! += numbers[to + 1 + f]!;
    }
    shiftK[at] = rate < NO_LOSS_PER_S ? 0 : force[from + CONSTANT]! / rate; // (6)
    restK += shiftK[at];
  });
  return {
    stepS,
    modeCount: kept.length,
    modes: numbers,
    direct: follows,
    airKPerW: now[AIR]!,
    radiantKPerW: now[RADIANT]!,
    airLaterKPerW: later[AIR]!,
    radiantLaterKPerW: later[RADIANT]!,
    restK,
    uniform: Float64Array.from(kept, (mode) => uniform[mode]!),
    shiftK,
  };
}
