import { END_USES } from '../model/run';
import type { BuildingLoads } from '../sim/arrays/buildingLoads';
import { chunkRange } from '../sim/arrays/calendar';
import { carrierOf, FUEL_CARRIERS } from '../sim/arrays/carriers';
import { BLOCK_CHUNK, type BlockChunk } from '../sim/arrays/chunk';
import { BUILDING_STATE_NUMBERS } from '../sim/arrays/buildingState';
import { allocate } from '../sim/arrays/layout';
import { initialState, simulateBuildings, type CompiledBuildings } from '../sim/buildings';
import { blockRange, compiledBlock, rowsBetween, type CompiledRun } from './compiledRun';
import { emptyLoads } from './loads/loadBuffers';
import { NO_ROWS, RowPacker, rowUnpacker, type PackedRows } from './loads/packedRows';
import { addRow } from './loads/rowSums';
import { roundLoads, roundRow } from './loads/wholeLoads';
import { ANSWERING_COLUMNS } from './voltageResponse/response';

const PHASES = 3;

/** A block's chunk, and those of its computed rows that were to be packed. */
export interface BlockAnswer {
  readonly chunk: BlockChunk;
  readonly packed: PackedRows;
}

function blockRows(run: CompiledRun, block: number): number[] {
  const { from, to } = blockRange(run.district.buildings.length, block);
  return rowsBetween(0, to - from);
}

function compiledRows(run: CompiledRun, block: number, rows: readonly number[]): CompiledBuildings {
  const { from } = blockRange(run.district.buildings.length, block);
  return run.compiled.take(rows.map((row) => from + row));
}

/** States with which rows of a block start the year; all of them where no rows are named. */
export function initialBlockState(
  run: CompiledRun,
  block: number,
  rows: readonly number[] = blockRows(run, block),
): Float64Array {
  return initialState(compiledRows(run, block, rows));
}

/**
 * Loads of one block during one chunk, in full. `state` (BUILDING_STATE_NUMBERS a building) is not changed; the state at
 * the end comes back beside the loads.
 */
export function simulateBlock(
  run: CompiledRun,
  block: number,
  chunk: number,
  state: Float64Array,
): { loads: BuildingLoads; stateEnd: Float64Array } {
  const compiled = compiledBlock(run, block);
  const { fromStep, toStep } = chunkRange(run.calendar, chunk);
  const loads = emptyLoads(compiled.rows.length, toStep - fromStep);
  const stateEnd = state.slice();
  simulateBuildings(compiled, stateEnd, fromStep, toStep, loads);
  roundLoads(loads, compiled.rows, toStep - fromStep);
  return { loads, stateEnd };
}

/** Simulates a block and keeps what the year needs: phase loads for the power flow, sums for the rest. */
export function blockChunk(run: CompiledRun, block: number, chunk: number, state: Float64Array): BlockChunk {
  return answerBlock(run, block, chunk, state, NO_ROWS, []).chunk;
}

/**
 * The same where rows are at hand, packed by an earlier answer about loads of the same key (loadsKey): these are neither
 * compiled nor simulated. Comes back with the rows of `wanted` packed. To the last bit, whichever rows are at hand.
 */
export function answerBlock(
  run: CompiledRun,
  block: number,
  chunk: number,
  state: Float64Array,
  kept: PackedRows,
  wanted: readonly number[],
): BlockAnswer {
  const rows = blockRows(run, block);
  const { fromStep, toStep } = chunkRange(run.calendar, chunk);
  const steps = toStep - fromStep;
  const answer = emptyChunk(rows.length, steps, run.response === null ? 0 : ANSWERING_COLUMNS.length);
  const unpack = rowUnpacker(kept, answer, steps);
  const netW = new Float64Array(steps);
  const packer = new RowPacker(answer, netW, wanted.length);
  const placed = new Set(kept.rows);
  const missing = rows.filter((row) => !placed.has(row));
  const compiled = compiledRows(run, block, missing);
  const buffers = run.buffers.take(missing.length, steps);
  // Where every row is computed, power by phase goes where it is wanted at once.
  const direct = missing.length === rows.length;
  const loads = direct ? { ...buffers, netPW: answer.netPW, netQVar: answer.netQVar } : buffers;
  const states = statesOf(state, missing);
  simulateBuildings(compiled, states, fromStep, toStep, loads);
  const time = { fromStep, steps, stepS: run.calendar.stepS, netW };
  let row = 0;
  for (const place of rows) {
    if (placed.has(place)) unpack(place);
    else {
      const { phases } = compiled.rows[row]!;
      roundRow(loads, row, phases, netW);
      addRow(loads, row, answer, place, time);
      answer.stateEnd.set(stateOf(states, row), place * BUILDING_STATE_NUMBERS);
      if (!direct) placePower(loads, row, answer, place, steps);
      if (run.response !== null) placeAnswering(loads.endUseW, row, answer.answeringW, place, steps);
      if (wanted.includes(place)) packer.add(loads, row, phases, place);
      row += 1;
    }
    addFuel(run, block, answer, place);
  }
  return { chunk: answer, packed: packer.packed() };
}

function stateOf(states: Float64Array, row: number): Float64Array {
  return states.subarray(row * BUILDING_STATE_NUMBERS, (row + 1) * BUILDING_STATE_NUMBERS);
}

function statesOf(states: Float64Array, rows: readonly number[]): Float64Array {
  const some = new Float64Array(rows.length * BUILDING_STATE_NUMBERS);
  rows.forEach((row, i) => some.set(stateOf(states, row), i * BUILDING_STATE_NUMBERS));
  return some;
}

function emptyChunk(building: number, step: number, answeringUse: number): BlockChunk {
  return allocate(BLOCK_CHUNK, {
    building,
    endUse: END_USES.length,
    answeringUse,
    phase: PHASES,
    step,
    state: BUILDING_STATE_NUMBERS,
    carrier: FUEL_CARRIERS.length,
  });
}

function placePower(
  loads: BuildingLoads,
  row: number,
  chunk: BlockChunk,
  place: number,
  steps: number,
): void {
  const width = PHASES * steps;
  for (const name of ['netPW', 'netQVar'] as const)
    chunk[name].set(loads[name].subarray(row * width, (row + 1) * width), place * width);
}

/** Uses that answer to voltage, from a row of all uses. */
export function placeAnswering(
  endUseW: Float64Array,
  row: number,
  answeringW: Float64Array,
  place: number,
  steps: number,
): void {
  ANSWERING_COLUMNS.forEach((column, use) => {
    const from = (row * END_USES.length + column) * steps;
    answeringW.set(endUseW.subarray(from, from + steps), (place * ANSWERING_COLUMNS.length + use) * steps);
  });
}

function addFuel(run: CompiledRun, block: number, chunk: BlockChunk, row: number): void {
  const { from } = blockRange(run.district.buildings.length, block);
  const carrier = carrierOf(run.district.buildings[from + row]!.heating);
  if (carrier === null) return;
  const at = FUEL_CARRIERS.indexOf(carrier);
  chunk.fuelJ[at] = chunk.fuelJ[at]! + chunk.buildingFuelJ[row]!;
}
