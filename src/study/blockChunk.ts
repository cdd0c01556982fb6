import { END_USES } from '../model/run';
import { BUILDING_LOADS, type BuildingLoads } from '../sim/arrays/buildingLoads';
import { chunkRange } from '../sim/arrays/calendar';
import { carrierOf, FUEL_CARRIERS } from '../sim/arrays/carriers';
import { BLOCK_CHUNK, type BlockChunk } from '../sim/arrays/chunk';
import { BUILDING_STATE_NUMBERS } from '../sim/arrays/buildingState';
import { allocate } from '../sim/arrays/layout';
import { initialState, simulateBuildings } from '../sim/buildings';
import { blockRange, compiledBlock, type CompiledRun } from './compiledRun';

const PHASES = 3;
const USES = END_USES.length;
const PHOTOVOLTAICS = END_USES.indexOf('photovoltaics');

/** The state a block starts the year with. */
export function initialBlockState(run: CompiledRun, block: number): Float64Array {
  return initialState(compiledBlock(run, block));
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
  const { from, to } = blockRange(run.district.buildings.length, block);
  const { fromStep, toStep } = chunkRange(run.calendar, chunk);
  const sizes = { building: to - from, endUse: USES, phase: PHASES, step: toStep - fromStep };
  const loads = allocate(BUILDING_LOADS, sizes);
  const stateEnd = state.slice();
  simulateBuildings(compiled, stateEnd, fromStep, toStep, loads);
  return { loads, stateEnd };
}

/** Simulates a block and keeps what the year needs: phase loads for the power flow, sums for the rest. */
export function blockChunk(run: CompiledRun, block: number, chunk: number, state: Float64Array): BlockChunk {
  const { loads, stateEnd } = simulateBlock(run, block, chunk, state);
  const { from, to } = blockRange(run.district.buildings.length, block);
  const { fromStep, toStep } = chunkRange(run.calendar, chunk);
  const buildings = to - from;
  const steps = toStep - fromStep;
  const summary = allocate(BLOCK_CHUNK, {
    building: buildings,
    endUse: USES,
    phase: 0,
    step: steps,
    state: BUILDING_STATE_NUMBERS,
    carrier: FUEL_CARRIERS.length,
  });
  for (let building = 0; building < buildings; building += 1) {
    addEndUses(loads, summary, building, steps, run.calendar.stepS);
    addHeat(loads, summary, building, steps, run.calendar.stepS);
    const carrier = carrierOf(run.district.buildings[from + building]!.heating);
    if (carrier !== null) {
      const row = FUEL_CARRIERS.indexOf(carrier);
      summary.fuelJ[row] = summary.fuelJ[row]! + summary.buildingFuelJ[building]!;
    }
    addNet(loads, summary, building, steps, fromStep, run.calendar.stepS);
  }
  return { ...summary, netPW: loads.netPW, netQVar: loads.netQVar, stateEnd };
}

function addEndUses(
  loads: BuildingLoads,
  summary: BlockChunk,
  building: number,
  steps: number,
  stepS: number,
): void {
  for (let use = 0; use < USES; use += 1) {
    const row = (building * USES + use) * steps;
    let sumW = 0;
    for (let step = 0; step < steps; step += 1) {
      const powerW = loads.endUseW[row + step]!;
      sumW += powerW;
      summary.endUseW[use * steps + step]! += powerW;
    }
    summary.buildingEndUseJ[building * USES + use] = sumW * stepS;
  }
}

function addHeat(
  loads: BuildingLoads,
  summary: BlockChunk,
  building: number,
  steps: number,
  stepS: number,
): void {
  const row = building * steps;
  let heatW = 0;
  let coolW = 0;
  let waterW = 0;
  let fuelW = 0;
  let coldK = 0;
  let warmK = 0;
  for (let step = 0; step < steps; step += 1) {
    heatW += loads.heatNeedW[row + step]!;
    coolW += loads.coolNeedW[row + step]!;
    waterW += loads.hotWaterNeedW[row + step]!;
    fuelW += loads.fuelW[row + step]!;
    coldK += loads.underheatingK[row + step]!;
    warmK += loads.overheatingK[row + step]!;
    summary.heatNeedW[step]! += loads.heatNeedW[row + step]!;
    summary.coolNeedW[step]! += loads.coolNeedW[row + step]!;
    summary.hotWaterNeedW[step]! += loads.hotWaterNeedW[row + step]!;
    summary.fuelW[step]! += loads.fuelW[row + step]!;
  }
  summary.buildingHeatNeedJ[building] = heatW * stepS;
  summary.buildingCoolNeedJ[building] = coolW * stepS;
  summary.buildingHotWaterNeedJ[building] = waterW * stepS;
  summary.buildingFuelJ[building] = fuelW * stepS;
  summary.buildingUnderheatingKS[building] = coldK * stepS;
  summary.buildingOverheatingKS[building] = warmK * stepS;
}

/** Net power of a building at a step: load of all end uses less photovoltaics. */
export function netPowerW(loads: BuildingLoads, building: number, step: number, steps: number): number {
  let netW = 0;
  for (let use = 0; use < USES; use += 1) {
    const powerW = loads.endUseW[(building * USES + use) * steps + step]!;
    netW = use === PHOTOVOLTAICS ? netW - powerW : netW + powerW;
  }
  return netW;
}

function addNet(
  loads: BuildingLoads,
  summary: BlockChunk,
  building: number,
  steps: number,
  fromStep: number,
  stepS: number,
): void {
  let importW = 0;
  let exportW = 0;
  let maxW = -Infinity;
  let minW = Infinity;
  let maxStep = fromStep;
  let minStep = fromStep;
  for (let step = 0; step < steps; step += 1) {
    const netW = netPowerW(loads, building, step, steps);
    if (netW > 0) importW += netW;
    else exportW -= netW;
    if (netW > maxW) {
      maxW = netW;
      maxStep = fromStep + step;
    }
    if (netW < minW) {
      minW = netW;
      minStep = fromStep + step;
    }
  }
  summary.buildingImportJ[building] = importW * stepS;
  summary.buildingExportJ[building] = exportW * stepS;
  summary.buildingNetMaxW[building] = maxW;
  summary.buildingNetMaxStep[building] = maxStep;
  summary.buildingNetMinW[building] = minW;
  summary.buildingNetMinStep[building] = minStep;
}
