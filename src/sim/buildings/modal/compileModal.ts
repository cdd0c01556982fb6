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

/** One mode as the air sees it, in K of air temperature. */
interface SeenMode {
  readonly ratePerS: number;
  /** [force] K/s per unit. */
  readonly force: Float64Array;
  readonly uniform: number;
}

/** Compiles a zone network for a step: exact for inputs that are constant within the step. */
export function compileModal(network: ZoneNetwork, stepS: number, inputs: ModalInputs): Outcome<ModalZone> {
  const compiled = modalSystem(network);
  if (!compiled.ok) return compiled;
  const system = compiled.value;
  const powers = nodePowers(network, inputs);
  const modes = seenModes(network, system, powers);
  const drift = modes.findIndex(
    ({ ratePerS, force }) => ratePerS < NO_LOSS_PER_S && Math.abs(force[CONSTANT]!) * stepS > 1e-9,
  );
  if (drift >= 0) return fail([drifting(drift)]);
  return succeed(fold(modes, directOf(network, system, powers), stepS), compiled.issues);
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

function seenModes(network: ZoneNetwork, system: ModalSystem, powers: readonly Float64Array[]): SeenMode[] {
  const { modeCount, nodeCount, shape, ratePerS } = system;
  const uniform = modesOf(network, system, new Float64Array(nodeCount).fill(1));
  const modes: SeenMode[] = [];
  for (let mode = 0; mode < modeCount; mode += 1) {
    const seen = shape[network.airNode * modeCount + mode]!;
    const force = new Float64Array(powers.length);
    for (let f = 0; f < powers.length; f += 1) {
      const power = powers[f]!;
      let sum = 0;
      for (let node = 0; node < nodeCount; node += 1) sum += shape[node * modeCount + mode]! * power[node]!;
      force[f] = seen * sum;
    }
    modes.push({ ratePerS: ratePerS[mode]!, force, uniform: seen * uniform[mode]! });
  }
  return withoutUnseen(modes);
}

function withoutUnseen(modes: readonly SeenMode[]): SeenMode[] {
  const response = (mode: SeenMode, force: number): number =>
    Math.abs(mode.force[force]!) / Math.max(mode.ratePerS, SLOWEST_PER_S);
  const total = Array.from({ length: FORCES }, (_, force) =>
    modes.reduce((sum, mode) => sum + response(mode, force), 0),
  );
  return modes.filter(
    (mode) =>
      Math.abs(mode.uniform) > UNSEEN || total.some((sum, force) => response(mode, force) > UNSEEN * sum),
  );
}

/** [force] What the air follows at once because it, and what drives it, has no storage. */
function directOf(network: ZoneNetwork, system: ModalSystem, powers: readonly Float64Array[]): Float64Array {
  const { nodeCount, massless } = system;
  return Float64Array.from(powers, (power) => {
    let sum = 0;
    for (let node = 0; node < nodeCount; node += 1)
      sum += massless[network.airNode * nodeCount + node]! * power[node]!;
    return sum;
  });
}

function fold(modes: readonly SeenMode[], direct: Float64Array, stepS: number): ModalZone {
  const decay = (mode: SeenMode): number => exp(-mode.ratePerS * stepS);
  const kept = modes.filter((mode) => decay(mode) >= FAST_DECAY);
  const later = new Float64Array(FORCES);
  const now = Float64Array.from(direct);
  const shiftK = new Float64Array(kept.length);
  const numbers = new Float64Array(kept.length * MODE_NUMBERS);
  for (const mode of modes) {
    const at = kept.indexOf(mode);
    if (at < 0) mode.force.forEach((force, f) => (now[f]! += force / mode.ratePerS)); // (7)
  }
  const follows = now.slice(0, DRIVE_COUNT);
  let restK = now[CONSTANT]!;
  kept.forEach((mode, at) => {
    const factor = decay(mode);
    const span = stepS * meanDecay(mode.ratePerS * stepS);
    const row = numbers.subarray(at * MODE_NUMBERS, (at + 1) * MODE_NUMBERS);
    row[0] = factor;
    for (let force = 0; force < AIR; force += 1) row[1 + force] = span * mode.force[force]!; // (5)
    for (const force of [AIR, RADIANT]) {
      row[1 + force] = factor * span * mode.force[force]!; // (9)
      now[force]! += span * mode.force[force]!;
      later[force]! += row[1 + force]!;
    }
    shiftK[at] = mode.ratePerS < NO_LOSS_PER_S ? 0 : mode.force[CONSTANT]! / mode.ratePerS; // (6)
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
    uniform: Float64Array.from(kept, (mode) => mode.uniform),
    shiftK,
  };
}
