import type { District } from '../model/district';
import { fail, settle, type Issue, type Outcome } from '../model/outcome';
import { END_USES, type RunInput } from '../model/run';
import type { Storage } from '../model/network';
import { foldScenario } from '../scenario';
import { calendarOf, type Calendar } from '../sim/arrays/calendar';
import { compileBuildings, type CompiledBuildings } from '../sim/buildings';
import { compileNetwork, type CompiledNetwork } from '../sim/powerflow/network';
import type { RunRows } from '../sim/arrays/rows';

/** Buildings of one block: the unit in which building loads are handed out. Fixed, so results never depend on the pool. */
export const BLOCK_SIZE = 64;

/** A run made ready: the folded district, its time axis, its network. Blocks of buildings compile when first needed. */
export interface CompiledRun {
  readonly input: RunInput;
  readonly district: District;
  readonly calendar: Calendar;
  readonly network: CompiledNetwork;
  readonly storages: readonly Storage[];
  readonly rows: RunRows;
  readonly blocks: Map<number, CompiledBuildings>;
}

export function blockCount(buildingCount: number): number {
  return Math.ceil(buildingCount / BLOCK_SIZE);
}

export function blockRange(buildingCount: number, block: number): { from: number; to: number } {
  const from = block * BLOCK_SIZE;
  return { from, to: Math.min(from + BLOCK_SIZE, buildingCount) };
}

const NO_NETWORK: Issue = {
  severity: 'error',
  code: 'network-missing',
  source: 'run',
  message: 'The district has no electrical network.',
  remedy: 'Import one, or synthesise it along the streets.',
};

function unconnected(districtId: string, buildingId: string): Issue {
  return {
    severity: 'error',
    code: 'building-unconnected',
    source: districtId,
    where: buildingId,
    field: 'connection',
    message: 'The building has no connection to the network: its load would be counted and never flow.',
    remedy: 'Connect it to a bus, or synthesise the network anew.',
  };
}

export function compileRun(input: RunInput): Outcome<CompiledRun> {
  const folded = foldScenario(input.district, input.baseEdits, input.scenario);
  if (!folded.ok) return folded;
  const district = folded.value;
  if (district.network === null) return fail([...folded.issues, { ...NO_NETWORK, source: district.id }]);
  const apart = district.buildings.filter((building) => building.connection === null);
  if (apart.length > 0)
    return fail([...folded.issues, ...apart.map((building) => unconnected(district.id, building.id))]);
  const compiled = compileNetwork(
    district.network,
    district.buildings.map((building) => building.connection),
  );
  const issues = [...folded.issues, ...compiled.issues];
  if (!compiled.ok) return fail(issues);
  const network = compiled.value;
  const rows: RunRows = {
    buildingIds: district.buildings.map((building) => building.id),
    busIds: district.network.buses.map((bus) => bus.id),
    branchIds: [...district.network.lines, ...district.network.transformers].map((branch) => branch.id),
    lineCount: district.network.lines.length,
    transformerIds: district.network.transformers.map((transformer) => transformer.id),
    feederIds: network.feederIds,
    storageIds: district.network.storages.map((storage) => storage.id),
    endUses: END_USES,
  };
  const calendar = calendarOf(input.stepS, input.weather.startWeekday);
  const { storages } = district.network;
  return settle({ input, district, calendar, network, storages, rows, blocks: new Map() }, issues);
}

/** The compiled buildings of a block, compiled once per worker. */
export function compiledBlock(run: CompiledRun, block: number): CompiledBuildings {
  const present = run.blocks.get(block);
  if (present !== undefined) return present;
  const { from, to } = blockRange(run.district.buildings.length, block);
  const { district, calendar } = run;
  const { weather } = run.input;
  const compiled = compileBuildings({ district, weather, calendar, seed: district.seed }, from, to);
  run.blocks.set(block, compiled);
  return compiled;
}
