import type { CompiledFlow } from '../flow';
import { iterateOnce, newWorkspace } from '../scalar/fixedPoint';
import { gatherPowers } from '../scalar/injections';
import { createScalarSolver } from '../scalar/solver';
import { type Arena, notOnPages } from './arena';
import { type Columns, sweepColumns } from './columns';
import * as header from './header';
import { type InjectionPlan, planInjections } from './injections';
import type { BatchSettings } from './types';

/** Where the kernel keeps what: see header. Written once per topology. */
export interface Packed {
  readonly columns: Columns;
  /** [block] -> position of the sweep. */
  readonly positionOfBlock: Int32Array;
  readonly plan: InjectionPlan;
  /** [phase]: 1 / total of the reference loads (0 without). */
  readonly perReference: readonly number[];
  /** Largest component of their U, and contraction of an iteration there. */
  readonly referenceSize: number;
  readonly referenceRatio: number;
}

/** Entries 00, 01, 02, 11, 12, 22 of a block. */
const UPPER = [0, 2, 4, 8, 10, 16];

export function packFlow(flow: CompiledFlow, reference: BatchSettings['reference'], arena: Arena): Packed {
  const plan = planInjections(flow.referred.problem.injections);
  const { loaded, outside } = injectionColumns(flow, plan);
  const columns = sweepColumns(flow, loaded, outside);
  const positionOfBlock = flow.positionOfBlock.map((k) => columns.sweepPosition[k]!);
  packColumns(flow, columns, arena);
  packNoLoad(flow, positionOfBlock, arena);
  packShunts(flow, columns, arena);
  packInjections(plan, positionOfBlock, arena);
  // One position more than the sweep has: earth, where nothing is.
  const bytes = notOnPages(4 * header.SLOTS * header.LANES * (flow.order.length + 1));
  arena.set(header.HALF_BYTES, bytes);
  for (const word of [header.DEVIATION32, header.SCALED32, header.CARRIED32]) {
    arena.reserve(word, bytes);
    arena.reserve(word + 1, word === header.DEVIATION32 ? 2 * bytes : bytes);
  }
  return { columns, positionOfBlock, plan, ...packReference(flow, plan, reference, positionOfBlock, arena) };
}

/** Of the reference loads, so many times them for the second solution: the more of these that has one. */
const SECOND_SCALES = [1.5, 0.5];

/**
 * U = x A + x^2 B at x times the reference loads, from the solutions at x = 1 and another x; no start when there is none, or
 * no load.
 */
function packReference(
  flow: CompiledFlow,
  plan: InjectionPlan,
  reference: BatchSettings['reference'],
  positionOfBlock: Int32Array,
  arena: Arena,
): Pick<Packed, 'perReference' | 'referenceSize' | 'referenceRatio'> {
  const parts = new Float32Array(2 * header.SLOTS * (positionOfBlock.length + 1));
  const totals = reference ? phaseTotals(plan, reference.pW) : [0, 0, 0];
  const first = reference && totals.some((total) => total !== 0) && scaledDeviation(flow, reference, 1);
  let referenceSize = 0;
  if (first) {
    const [scale, second] = secondDeviation(flow, reference);
    positionOfBlock.forEach((position, block) => {
      for (let number = 0; number < header.SLOTS; number++) {
        const u = first[6 * block + number]!;
        const bend = second ? (second[6 * block + number]! / scale - u) / (scale - 1) : 0;
        const at = 2 * header.SLOTS * position + 4 * (number >> 1) + (number & 1);
        parts[at] = u - bend;
        parts[at + 2] = bend;
        referenceSize = Math.max(referenceSize, Math.abs(u));
      }
    });
  }
  arena.fill(header.REFERENCE, parts);
  const perReference = totals.map((total) => (first && total !== 0 ? 1 / total : 0));
  return { perReference, referenceSize, referenceRatio: first ? contraction(flow, reference) : 0 };
}

/** Sums of p as the kernel takes them: fused loads by phase, elements in every phase. */
function phaseTotals(plan: InjectionPlan, pW: Float64Array): number[] {
  const totals = [0, 0, 0];
  for (let sum = 0; sum < plan.plus.length; sum++) {
    for (let entry = plan.start[sum]!; entry < plan.start[sum + 1]!; entry++) {
      for (let phase = 0; phase < 3; phase++) {
        if (sum >= plan.fusedCount || plan.plus[sum]! % 3 === phase) totals[phase]! += pW[plan.rows[entry]!]!;
      }
    }
  }
  return totals;
}

type Reference = NonNullable<BatchSettings['reference']>;

const FIRST_RATIO = 3;
const LAST_RATIO = 6;
const ROUNDING_SQUARE = 1e-26;

/**
 * Largest ratio of successive changes from no load, the first ones apart. A start near the solution leaves errors of short
 * range, which shrink fast, so that a step's own first ratio says too little of what comes after.
 */
function contraction(flow: CompiledFlow, reference: Reference): number {
  const work = newWorkspace(flow);
  gatherPowers(work.tables, work.powers, reference.pW, reference.qVar, 0, 1);
  let before = Infinity;
  let largest = 0;
  for (let iteration = 1; iteration <= LAST_RATIO; iteration++) {
    const square = iterateOnce(work);
    if (!(square > ROUNDING_SQUARE)) break;
    if (iteration >= FIRST_RATIO) largest = Math.max(largest, square / before);
    before = square;
  }
  return Math.sqrt(largest);
}

function secondDeviation(flow: CompiledFlow, reference: Reference): [number, Float64Array | undefined] {
  for (const scale of SECOND_SCALES) {
    const deviation = scaledDeviation(flow, reference, scale);
    if (deviation) return [scale, deviation];
  }
  return [1, undefined];
}

/** [block][3][re, im]: U of so many times the reference loads, in the variables of the iteration; undefined = no solution. */
function scaledDeviation(flow: CompiledFlow, reference: Reference, scale: number): Float64Array | undefined {
  const scalar = createScalarSolver(flow, { tolerancePu: 1e-7, maxIterations: 50 });
  const times = (powers: Float64Array): Float64Array => powers.map((power) => scale * power);
  const { status } = scalar.solveStep(times(reference.pW), times(reference.qVar));
  if (status !== 'converged') return undefined;
  const deviation = new Float64Array(scalar.voltage.length);
  for (let at = 0; at < deviation.length; at++) {
    const block = Math.floor(at / 6);
    const slot = (at >> 1) % 3;
    if (flow.problem.present[3 * block + slot] === 0) continue;
    const own = flow.referred.reference[block]!;
    deviation[at] = scalar.voltage[at]! - flow.noLoadVoltage[at]!;
    if (own >= 0 && own !== slot) {
      const base = 6 * block + 2 * own + (at & 1);
      deviation[at]! -= scalar.voltage[base]! - flow.noLoadVoltage[base]!;
    }
  }
  return deviation;
}

/** Columns (by position of the factor) with any injection, and with one outside the sweep. */
function injectionColumns(
  flow: CompiledFlow,
  plan: InjectionPlan,
): { readonly loaded: Uint8Array; readonly outside: Uint8Array } {
  const loaded = new Uint8Array(flow.order.length);
  const outside = new Uint8Array(flow.order.length);
  for (const k of flow.shuntPosition) loaded[k] = outside[k] = 1;
  for (let sum = 0; sum < plan.plus.length; sum++) {
    for (const node of [plan.plus[sum]!, plan.minus[sum]!]) {
      if (node < 0) continue;
      const k = flow.positionOfBlock[Math.floor(node / 3)]!;
      loaded[k] = 1;
      if (sum >= plan.fusedCount) outside[k] = 1;
    }
  }
  return { loaded, outside };
}

function packColumns(flow: CompiledFlow, columns: Columns, arena: Arena): void {
  const count = columns.flags.length;
  arena.set(header.POSITION_COUNT, count);
  arena.set(header.ACTIVE_POSITION, columns.activePosition);
  arena.set(header.ACTIVE_ENTRY, columns.activeEntry);
  arena.set(header.ACTIVE_BLOCK, columns.activeBlock);
  arena.set(header.ENTRY_COUNT, columns.rows.length);
  arena.set(header.BLOCK_COUNT, columns.blocks.length / 18);
  arena.fill(header.COLUMNS, columns.flags);
  arena.fill(header.ENTRY_ROWS, columns.rows);
  const diagonal = new Float64Array(12 * count);
  columns.factorPosition.forEach((k, position) => {
    UPPER.forEach((at, m) => {
      diagonal[12 * position + 2 * m] = flow.inverseDiagonal[18 * k + at]!;
      diagonal[12 * position + 2 * m + 1] = flow.inverseDiagonal[18 * k + at + 1]!;
    });
  });
  arena.fillBoth(header.DIAGONAL32, diagonal);
  arena.fillBoth(header.LOWER32, columns.blocks);
}

function packNoLoad(flow: CompiledFlow, positionOfBlock: Int32Array, arena: Arena): void {
  const noLoad = new Float64Array(6 * (positionOfBlock.length + 1));
  positionOfBlock.forEach((position, block) => {
    for (let slot = 0; slot < 3; slot++) {
      // An absent slot divides zero by something that is not zero.
      const there = flow.problem.present[3 * block + slot] === 1;
      const at = 6 * block + 2 * slot;
      noLoad[6 * position + 2 * slot] = there ? flow.referred.noLoadVoltage[at]! : 1;
      noLoad[6 * position + 2 * slot + 1] = there ? flow.referred.noLoadVoltage[at + 1]! : 0;
    }
  });
  arena.fillBoth(header.NO_LOAD32, noLoad);
}

function packShunts(flow: CompiledFlow, columns: Columns, arena: Arena): void {
  arena.set(header.SHUNT_COUNT, flow.shuntPosition.length);
  arena.fill(
    header.SHUNT_POSITIONS,
    flow.shuntPosition.map((k) => columns.sweepPosition[k]!),
  );
  arena.fillBoth(header.SHUNTS32, flow.shunt);
}

function packInjections(plan: InjectionPlan, positionOfBlock: Int32Array, arena: Arena): void {
  const earth = 3 * positionOfBlock.length;
  const target = (node: number): number =>
    node < 0 ? earth : 3 * positionOfBlock[Math.floor(node / 3)]! + (node % 3);
  const elements = plan.plus.length - plan.fusedCount;
  arena.set(header.HAS_BOUNDS, plan.hasBounds ? 1 : 0);
  const bounds = new Float64Array(plan.hasBounds ? 2 * earth : 0);
  const rules = new Float64Array(plan.hasBounds ? 4 * earth : 0);
  if (plan.hasBounds) {
    for (let slot = 0; slot < earth; slot++) bounds[2 * slot + 1] = Infinity;
    for (let sum = 0; sum < plan.fusedCount; sum++) {
      const slot = target(plan.plus[sum]!);
      const [low, least, most, a, b, c] = plan.bounds.subarray(6 * sum, 6 * sum + 6);
      bounds.set([least!, most!], 2 * slot);
      rules.set([low!, a!, b!, c!], 4 * slot);
    }
  }
  arena.fillBoth(header.BOUNDS32, bounds);
  arena.fillBoth(header.RULES32, rules);
  arena.set(header.ELEMENT_COUNT, elements);
  const ends = new Int32Array(2 * elements);
  for (let element = 0; element < elements; element++) {
    ends[2 * element] = target(plan.plus[plan.fusedCount + element]!);
    ends[2 * element + 1] = target(plan.minus[plan.fusedCount + element]!);
  }
  arena.fill(header.ELEMENTS, ends);
  arena.fillBoth(header.ELEMENT_LAWS32, plan.laws);
}
