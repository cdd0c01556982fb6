import type { CompiledFlow } from '../flow';
import { createScalarSolver } from '../scalar/solver';
import type { Arena } from './arena';
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
  /** 1 / total of the reference loads (0 without), and the largest component of their U. */
  readonly perReference: number;
  readonly referenceSize: number;
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
  const numbers = header.SLOTS * header.LANES * (flow.order.length + 1);
  for (const word of [header.DEVIATION32, header.SCALED32, header.CARRIED32]) {
    arena.reserveBoth(word, numbers);
  }
  return { columns, positionOfBlock, plan, ...packReference(flow, reference, positionOfBlock, arena) };
}

/** U of the reference loads in the variables of the iteration; none when they have no solution or no total. */
function packReference(
  flow: CompiledFlow,
  reference: BatchSettings['reference'],
  positionOfBlock: Int32Array,
  arena: Arena,
): Pick<Packed, 'perReference' | 'referenceSize'> {
  const deviation = new Float32Array(header.SLOTS * (positionOfBlock.length + 1));
  const total = reference?.pW.reduce((sum, power) => sum + power, 0) ?? 0;
  let referenceSize = 0;
  let perReference = 0;
  if (reference && total !== 0) {
    const scalar = createScalarSolver(flow, { tolerancePu: 1e-6, maxIterations: 50 });
    const { status } = scalar.solveStep(reference.pW, reference.qVar);
    if (status === 'converged') {
      perReference = 1 / total;
      positionOfBlock.forEach((position, block) => {
        const own = flow.referred.reference[block]!;
        for (let number = 0; number < header.SLOTS; number++) {
          if (flow.problem.present[3 * block + (number >> 1)] === 0) continue;
          const at = 6 * block + number;
          let value = scalar.voltage[at]! - flow.noLoadVoltage[at]!;
          if (own >= 0 && own !== number >> 1) {
            const base = 6 * block + 2 * own + (number & 1);
            value -= scalar.voltage[base]! - flow.noLoadVoltage[base]!;
          }
          deviation[header.SLOTS * position + number] = value;
          referenceSize = Math.max(referenceSize, Math.abs(value));
        }
      });
    }
  }
  arena.fill(header.REFERENCE, deviation);
  return { perReference, referenceSize };
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
