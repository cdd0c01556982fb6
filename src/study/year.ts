import { END_USES } from '../model/run';
import { chunkRange, type Calendar } from '../sim/arrays/calendar';
import { FUEL_CARRIERS } from '../sim/arrays/carriers';
import type { BlockChunk, NetworkChunk } from '../sim/arrays/chunk';
import { BUILDING_STATE_NUMBERS, STATE_EVERY_CHUNKS } from '../sim/arrays/buildingState';
import { allocate } from '../sim/arrays/layout';
import { RUN_RESULTS, type RunTable } from '../sim/arrays/results';
import { blockRange } from './compiledRun';
import type { RunRows } from '../sim/arrays/rows';

const USES = END_USES.length;

/**
 * The year's table, with rows and axes of a run. Extremes start at -Infinity/+Infinity; a bus without supply stays NaN, and
 * `closeYear` makes NaN of what no step has overwritten.
 */
export function startYear(rows: RunRows, calendar: Calendar): RunTable {
  const table = allocate(RUN_RESULTS, {
    building: rows.buildingIds.length,
    endUse: USES,
    state: BUILDING_STATE_NUMBERS,
    carrier: FUEL_CARRIERS.length,
    bus: rows.busIds.length,
    branch: rows.branchIds.length,
    transformer: rows.transformerIds.length,
    feeder: rows.feederIds.length,
    storage: rows.storageIds.length,
    step: calendar.stepCount,
    chunk: calendar.chunkCount,
    stateChunk: Math.ceil(calendar.chunkCount / STATE_EVERY_CHUNKS),
    one: 1,
  });
  table.buildingNetMaxW.fill(-Infinity);
  table.buildingNetMinW.fill(Infinity);
  table.busVMinPu.fill(Infinity);
  table.busVMaxPu.fill(-Infinity);
  table.busUnbalanceMax.fill(-Infinity);
  table.busUnbalanceWeekS.fill(-Infinity);
  table.branchLoadingMax.fill(-Infinity);
  return table;
}

function addTo(total: Float64Array, part: Float64Array, offset = 0): void {
  for (let i = 0; i < part.length; i += 1) total[offset + i]! += part[i]!;
}

/** Copies rows of `steps` values into a table whose rows are a whole year long. */
function placeSteps(
  year: Float64Array,
  part: Float64Array,
  fromStep: number,
  steps: number,
  stepCount: number,
): void {
  for (let row = 0; row * steps < part.length; row += 1) {
    year.set(part.subarray(row * steps, (row + 1) * steps), row * stepCount + fromStep);
  }
}

function addSteps(
  year: Float64Array,
  part: Float64Array,
  fromStep: number,
  steps: number,
  stepCount: number,
): void {
  for (let row = 0; row * steps < part.length; row += 1) {
    addTo(year, part.subarray(row * steps, (row + 1) * steps), row * stepCount + fromStep);
  }
}

/** Keeps the larger (sign +1) or smaller (sign -1) extreme; the earlier step wins a tie. */
function keepExtreme(
  sign: 1 | -1,
  extreme: Float64Array,
  extremeStep: Float64Array,
  part: Float64Array,
  partStep: Float64Array,
  offset = 0,
): void {
  for (let i = 0; i < part.length; i += 1) {
    const candidate = part[i]!;
    const present = extreme[offset + i]!;
    if (candidate === candidate && sign * candidate <= sign * present) continue;
    extreme[offset + i] = candidate;
    extremeStep[offset + i] = partStep[i]!;
  }
}

/** The same without a step. */
function keepLargest(extreme: Float64Array, part: Float64Array): void {
  for (let i = 0; i < part.length; i += 1) if (!(part[i]! <= extreme[i]!)) extreme[i] = part[i]!;
}

const BUILDING_SUMS = [
  'buildingImportJ',
  'buildingExportJ',
  'buildingHeatNeedJ',
  'buildingCoolNeedJ',
  'buildingHotWaterNeedJ',
  'buildingFuelJ',
  'buildingCurtailedJ',
  'buildingUnderheatingKS',
  'buildingOverheatingKS',
] as const;

/** Adds one block of one chunk. Call in block order within a chunk and in chunk order: sums have a fixed order. */
export function addBlockChunk(
  table: RunTable,
  calendar: Calendar,
  block: number,
  chunk: number,
  part: BlockChunk,
): void {
  const { from } = blockRange(table.buildingFuelJ.length, block);
  const { fromStep, toStep } = chunkRange(calendar, chunk);
  const steps = toStep - fromStep;
  addTo(table.buildingEndUseJ, part.buildingEndUseJ, from * USES);
  addTo(table.districtFuelJ, part.fuelJ);
  for (const name of BUILDING_SUMS) addTo(table[name], part[name], from);
  keepExtreme(
    1,
    table.buildingNetMaxW,
    table.buildingNetMaxStep,
    part.buildingNetMaxW,
    part.buildingNetMaxStep,
    from,
  );
  keepExtreme(
    -1,
    table.buildingNetMinW,
    table.buildingNetMinStep,
    part.buildingNetMinW,
    part.buildingNetMinStep,
    from,
  );
  addSteps(table.districtEndUseW, part.endUseW, fromStep, steps, calendar.stepCount);
  addSteps(table.districtFuelW, part.fuelW, fromStep, steps, calendar.stepCount);
  addSteps(table.districtHeatNeedW, part.heatNeedW, fromStep, steps, calendar.stepCount);
  addSteps(table.districtCoolNeedW, part.coolNeedW, fromStep, steps, calendar.stepCount);
  addSteps(table.districtHotWaterNeedW, part.hotWaterNeedW, fromStep, steps, calendar.stepCount);
  addSteps(table.districtCurtailedW, part.curtailedW, fromStep, steps, calendar.stepCount);
}

const NETWORK_SUMS = [
  'busUnderVoltageS',
  'busOverVoltageS',
  'branchAbove80S',
  'branchAbove100S',
  'branchAbove120S',
  'branchLossJ',
  'branchEnergyFromJ',
] as const;

const NETWORK_SERIES = [
  'sourcePW',
  'sourceQVar',
  'lossW',
  'transformerLoading',
  'transformerPW',
  'outdoorDegC',
  'feederPW',
  'balanceResidual',
  'iterations',
  'responseRounds',
] as const;

/** Adds the power flow of one chunk. Call in chunk order. */
export function addNetworkChunk(
  table: RunTable,
  calendar: Calendar,
  chunk: number,
  part: NetworkChunk,
): void {
  const { fromStep, toStep } = chunkRange(calendar, chunk);
  for (const name of NETWORK_SUMS) addTo(table[name], part[name]);
  for (const name of NETWORK_SERIES) {
    placeSteps(table[name], part[name], fromStep, toStep - fromStep, calendar.stepCount);
  }
  keepExtreme(-1, table.busVMinPu, table.busVMinStep, part.busVMinPu, part.busVMinStep);
  keepExtreme(1, table.busVMaxPu, table.busVMaxStep, part.busVMaxPu, part.busVMaxStep);
  keepExtreme(
    1,
    table.busUnbalanceMax,
    table.busUnbalanceMaxStep,
    part.busUnbalanceMax,
    part.busUnbalanceMaxStep,
  );
  keepLargest(table.busUnbalanceWeekS, part.busUnbalanceOverS);
  keepExtreme(
    1,
    table.branchLoadingMax,
    table.branchLoadingMaxStep,
    part.branchLoadingMax,
    part.branchLoadingMaxStep,
  );
}

/** Writes charge and discharge of the storages during a chunk. */
export function addStorageChunk(
  table: RunTable,
  calendar: Calendar,
  chunk: number,
  chargeW: Float64Array,
  dischargeW: Float64Array,
): void {
  const { fromStep, toStep } = chunkRange(calendar, chunk);
  placeSteps(table.storageChargeW, chargeW, fromStep, toStep - fromStep, calendar.stepCount);
  placeSteps(table.storageDischargeW, dischargeW, fromStep, toStep - fromStep, calendar.stepCount);
}

/** After the last chunk: extremes that no solved step has set are unknown. */
export function closeYear(table: RunTable): void {
  const { busVMinPu, busVMaxPu, busUnbalanceMax, busUnbalanceWeekS, branchLoadingMax } = table;
  // Without a solved step nothing was above a limit, nor below it.
  for (let bus = 0; bus < busUnbalanceMax.length; bus += 1)
    if (!Number.isFinite(busUnbalanceMax[bus]!)) busUnbalanceWeekS[bus] = NaN;
  for (const column of [busVMinPu, busVMaxPu, busUnbalanceMax, busUnbalanceWeekS, branchLoadingMax]) {
    for (let row = 0; row < column.length; row += 1) {
      if (!Number.isFinite(column[row]!)) column[row] = NaN;
    }
  }
}
