import { END_USES } from '../model/run';
import { chunkRange } from '../sim/arrays/calendar';
import type { BuildingLoads } from '../sim/arrays/buildingLoads';
import { BUILDING_STATE_NUMBERS } from '../sim/arrays/buildingState';
import { allocate } from '../sim/arrays/layout';
import { WEEK_RESULTS, type WeekTable } from '../sim/arrays/results';
import { type NetworkLoads, solveNetwork } from '../sim/powerflow/network';
import { placeAnswering, simulateBlock } from './blockChunk';
import { blockCount, blockRange, type CompiledRun } from './compiledRun';
import { addScaled, writeNetW } from './loads/wholeLoads';
import { moveLoads, moveUses, type MovedCharging } from './stationCharging';
import { ANSWERING_COLUMNS, ANSWERING_USES, answeredLoads, type VoltageResponse } from './voltageResponse';

const PHASES = 3;

/**
 * What a chunk is recomputed from: BUILDING_STATE_NUMBERS per building, and net charging of the storages during it
 * ([storage][step]).
 */
export interface ChunkStart {
  /** The chunk that the building states stand at the start of: at or before the chunk asked for. */
  readonly stateChunk: number;
  readonly buildingState: Float64Array;
  readonly storageNetW: Float64Array;
  /** Charging that stations' limits have moved; absent where no car keeps to one. */
  readonly moved?: MovedCharging;
}

/**
 * Everything about every element during one chunk, recomputed from the state the year kept. The same kernels from the
 * same start: the numbers are those of the year to the last bit.
 */
export function weekOf(run: CompiledRun, chunk: number, start: ChunkStart): WeekTable {
  const { fromStep, toStep } = chunkRange(run.calendar, chunk);
  const steps = toStep - fromStep;
  const { rows } = run;
  const buildings = rows.buildingIds.length;
  const week = allocate(WEEK_RESULTS, {
    building: buildings,
    endUse: END_USES.length,
    bus: rows.busIds.length,
    phase: PHASES,
    branch: rows.branchIds.length,
    storage: rows.storageIds.length,
    step: steps,
  });
  const netPW = new Float64Array(buildings * PHASES * steps);
  const netQVar = new Float64Array(buildings * PHASES * steps);
  const answeringW = new Float64Array(run.response === null ? 0 : buildings * ANSWERING_USES.length * steps);
  for (let block = 0; block < blockCount(buildings); block += 1) {
    const { from, to } = blockRange(buildings, block);
    const kept = start.buildingState.slice(from * BUILDING_STATE_NUMBERS, to * BUILDING_STATE_NUMBERS);
    const state = stateAt(run, block, start.stateChunk, chunk, kept);
    const { loads } = simulateBlock(run, block, chunk, state);
    netPW.set(loads.netPW, from * PHASES * steps);
    netQVar.set(loads.netQVar, from * PHASES * steps);
    placeBlock(week, loads, from, to - from, steps);
    for (let row = 0; run.response !== null && row < to - from; row += 1)
      placeAnswering(loads.endUseW, row, answeringW, from + row, steps);
  }
  if (run.charging !== null && start.moved !== undefined) {
    moveUses(run.charging, start.moved, week.buildingEndUseW, steps);
    for (const row of moveLoads(run.charging, start.moved, { netPW, netQVar }, steps))
      writeNetW(
        { endUseW: week.buildingEndUseW },
        row,
        steps,
        week.buildingNetW.subarray(row * steps, (row + 1) * steps),
      );
  }
  week.storageNetW.set(start.storageNetW);
  const given = { netPW, netQVar, storageNetW: start.storageNetW };
  solveWeek(
    run,
    run.response === null ? given : answered(run.response, given, answeringW, week, steps),
    week,
    steps,
  );
  return week;
}

/** Loads as voltages make them, which also go into the week. */
function answered(
  response: VoltageResponse,
  given: NetworkLoads,
  answeringW: Float64Array,
  week: WeekTable,
  steps: number,
): NetworkLoads {
  const { loads, changeW } = answeredLoads(response, given, answeringW, steps);
  response.buildings.forEach(({ row }, k) => {
    ANSWERING_COLUMNS.forEach((column, use) => {
      const at = (row * END_USES.length + column) * steps;
      addScaled(week.buildingEndUseW, at, changeW, (k * ANSWERING_COLUMNS.length + use) * steps, steps, 1);
    });
    const net = week.buildingNetW.subarray(row * steps, (row + 1) * steps);
    writeNetW({ endUseW: week.buildingEndUseW }, row, steps, net);
  });
  return loads;
}

/** States of a block at the start of a chunk, from those at the start of an earlier one. */
function stateAt(
  run: CompiledRun,
  block: number,
  fromChunk: number,
  chunk: number,
  kept: Float64Array,
): Float64Array {
  let state = kept;
  for (let earlier = fromChunk; earlier < chunk; earlier += 1) {
    state = simulateBlock(run, block, earlier, state).stateEnd;
  }
  return state;
}

function placeBlock(
  week: WeekTable,
  loads: BuildingLoads,
  from: number,
  buildings: number,
  steps: number,
): void {
  week.buildingEndUseW.set(loads.endUseW, from * END_USES.length * steps);
  week.buildingFuelW.set(loads.fuelW, from * steps);
  week.buildingAirDegC.set(loads.airDegC, from * steps);
  for (let building = 0; building < buildings; building += 1) {
    const at = (from + building) * steps;
    writeNetW(loads, building, steps, week.buildingNetW.subarray(at, at + steps));
  }
}

function solveWeek(run: CompiledRun, loads: NetworkLoads, week: WeekTable, steps: number): void {
  const buses = run.rows.busIds.length;
  const branches = run.rows.branchIds.length;
  solveNetwork(run.network, loads, steps, (flows) => {
    const { fromStep, stepCount } = flows;
    const loading = new Float64Array(stepCount);
    for (let bus = 0; bus < buses; bus += 1) {
      for (let phase = 0; phase < PHASES; phase += 1) {
        const row = (PHASES * bus + phase) * steps + fromStep;
        for (let local = 0; local < stepCount; local += 1) {
          week.busVMagPu[row + local] = flows.vMagPu(bus, phase, local);
        }
      }
    }
    for (let branch = 0; branch < branches; branch += 1) {
      flows.writeLoading(branch, loading);
      for (let local = 0; local < stepCount; local += 1) {
        const at = branch * steps + fromStep + local;
        week.branchLoading[at] = loading[local]!;
        week.branchPFromW[at] = flows.pFromW(branch, local);
        week.branchQFromVar[at] = flows.qFromVar(branch, local);
        week.branchLossW[at] = flows.lossW(branch, local);
        for (let phase = 0; phase < PHASES; phase += 1) {
          const row = (PHASES * branch + phase) * steps + fromStep + local;
          week.branchCurrentA[row] = flows.currentA(branch, phase, local);
        }
      }
    }
  });
}
