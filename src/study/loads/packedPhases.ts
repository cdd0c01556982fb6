import type { ByteSink, ByteSource } from './byteStream';
import { packColumn, unpackColumn } from './packedColumn';
import { addScaled, wholeW } from './wholeLoads';

export const PHASES = 3;

/** Buffers for one row: a course over the steps, its net power, and by phase what it has beside its even share. */
export interface PhaseScratch {
  readonly steps: number;
  readonly courseW: Float64Array;
  readonly netW: Float64Array;
  readonly extraW: Float64Array;
}

/** Heads of power by phase: evenly but for what follows, or as it is. */
const EVEN = 1;
const AS_IS = 0;
/** Head of a phase's reactive power that equals an earlier phase's: this and its number. No column begins with it. */
const LIKE_PHASE = 64;

/** What the phases have beside an even share of the net power, where they are nothing but that (`roundLoads`). */
function writeExtra(
  netPW: Float64Array,
  at: number,
  phases: readonly number[],
  { steps, netW, extraW }: PhaseScratch,
): boolean {
  extraW.fill(0);
  for (let step = 0; step < steps; step += 1) {
    const evenW = netW[step]! / phases.length;
    let othersW = 0;
    for (let k = 1; k < phases.length; k += 1) {
      const powerW = netPW[at + phases[k]! * steps + step]!;
      const partW = wholeW(powerW - evenW);
      if (evenW + partW !== powerW) return false;
      extraW[k * steps + step] = partW;
      othersW += partW;
    }
    if (evenW - othersW !== netPW[at + phases[0]! * steps + step]!) return false;
  }
  return true;
}

function restIsZero(netPW: Float64Array, at: number, phases: readonly number[], steps: number): boolean {
  for (let phase = 0; phase < PHASES; phase += 1) {
    if (phases.includes(phase)) continue;
    for (let step = 0; step < steps; step += 1) if (netPW[at + phase * steps + step] !== 0) return false;
  }
  return true;
}

/**
 * Packs active power by phase, from the net power in `netW`: where it is an even share of that and whole quanta beside it
 * (`roundLoads`), only these; else the columns as they are.
 */
export function packPhases(
  sink: ByteSink,
  netPW: Float64Array,
  at: number,
  phases: readonly number[],
  scratch: PhaseScratch,
): void {
  const { steps, extraW } = scratch;
  if (!restIsZero(netPW, at, phases, steps) || !writeExtra(netPW, at, phases, scratch)) {
    sink.put(AS_IS);
    for (let phase = 0; phase < PHASES; phase += 1) packColumn(sink, netPW, at + phase * steps, steps);
    return;
  }
  sink.put(EVEN);
  sink.put(phases.length);
  for (const phase of phases) sink.put(phase);
  for (let k = 1; k < phases.length; k += 1) packColumn(sink, extraW, k * steps, steps);
}

export function unpackPhases(
  source: ByteSource,
  netPW: Float64Array,
  at: number,
  scratch: PhaseScratch,
): void {
  const { steps, netW, courseW } = scratch;
  if (source.take() === AS_IS) {
    for (let phase = 0; phase < PHASES; phase += 1) unpackColumn(source, netPW, at + phase * steps, steps);
    return;
  }
  const count = source.take();
  const places = Array.from({ length: count }, () => at + source.take() * steps);
  netPW.fill(0, at, at + PHASES * steps);
  const first = places[0]!;
  for (let step = 0; step < steps; step += 1) netPW[first + step] = netW[step]! / count;
  for (const place of places.slice(1)) {
    netPW.copyWithin(place, first, first + steps);
  }
  // The extras are whole quanta: what they sum to does not depend on the order.
  const othersW = scratch.extraW.subarray(0, steps).fill(0);
  for (const place of places.slice(1)) {
    if (!unpackColumn(source, courseW, 0, steps)) continue;
    addScaled(netPW, place, courseW, 0, steps, 1);
    addScaled(othersW, 0, courseW, 0, steps, 1);
  }
  addScaled(netPW, first, othersW, 0, steps, -1);
}

/** Packs reactive power by phase, phases that are alike once. */
export function packReactive(sink: ByteSink, netQVar: Float64Array, at: number, steps: number): void {
  for (let phase = 0; phase < PHASES; phase += 1) {
    const own = at + phase * steps;
    let like = 0;
    while (like < phase && !alike(netQVar, at + like * steps, own, steps)) like += 1;
    if (like < phase) sink.put(LIKE_PHASE + like);
    else packColumn(sink, netQVar, own, steps);
  }
}

function alike(values: Float64Array, one: number, other: number, count: number): boolean {
  for (let i = 0; i < count; i += 1) if (values[one + i] !== values[other + i]) return false;
  return true;
}

export function unpackReactive(source: ByteSource, netQVar: Float64Array, at: number, steps: number): void {
  for (let phase = 0; phase < PHASES; phase += 1) {
    const head = source.bytes[source.at]!;
    if (head < LIKE_PHASE) unpackColumn(source, netQVar, at + phase * steps, steps);
    else {
      const like = at + (source.take() - LIKE_PHASE) * steps;
      netQVar.copyWithin(at + phase * steps, like, like + steps);
    }
  }
}
