import type { District } from '../model/district';
import { fail, settle, type Issue, type Outcome } from '../model/outcome';
import { END_USES, type RunInput } from '../model/run';
import type { Storage } from '../model/network';
import { foldScenario } from '../scenario';
import { calendarOf, type Calendar } from '../sim/arrays/calendar';
import type { CompiledBuildings } from '../sim/buildings';
import { downstreamBuildings, type CompiledNetwork } from '../sim/powerflow/network';
import type { RunRows } from '../sim/arrays/rows';
import { CompiledRows } from './compiledRows';
import { LoadBuffers } from './loads/loadBuffers';
import {
  sharedGeometry,
  sharedNetwork,
  sharedWeather,
  type KeyedGeometry,
  type KeyedNetwork,
  type OpenRuns,
} from './openRuns';
import { withSpellsLaid } from './spells';
import { stationChargingOf, type StationCharging } from './stationCharging/cars';
import { voltageResponseOf, withoutLowering, type VoltageResponse } from './voltageResponse/response';

/** Buildings of one block: the unit in which building loads are handed out. Fixed, so results never depend on the pool. */
export const BLOCK_SIZE = 64;

/** A run made ready: the folded district, its time axis, its network. Buildings compile when first needed. */
export interface CompiledRun {
  readonly input: RunInput;
  readonly district: District;
  readonly calendar: Calendar;
  readonly network: CompiledNetwork;
  /** What answers to its voltage; null where loads are what the buildings' model gives. */
  readonly response: VoltageResponse | null;
  readonly storages: readonly Storage[];
  /** Cars that keep to their station's limit; null where none does. */
  readonly charging: StationCharging | null;
  readonly rows: RunRows;
  readonly compiled: CompiledRows;
  readonly buffers: LoadBuffers;
  /** What other runs may take over. */
  readonly keyedNetwork: KeyedNetwork;
  readonly geometry: KeyedGeometry;
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

/**
 * Compiles a run, beside others that are open in the same place: from these it takes over weather, network, shapes and
 * compiled buildings that have the same content (openRuns.ts).
 */
export function compileRun(given: RunInput, open: () => OpenRuns = () => []): Outcome<CompiledRun> {
  const laid = withSpellsLaid(given);
  const input = { ...laid, weather: sharedWeather(laid.weather, open()) };
  const folded = foldScenario(input.district, input.baseEdits, input.scenario);
  if (!folded.ok) return folded;
  const district = folded.value;
  if (district.network === null) return fail([...folded.issues, { ...NO_NETWORK, source: district.id }]);
  const apart = district.buildings.filter((building) => building.connection === null);
  if (apart.length > 0)
    return fail([...folded.issues, ...apart.map((building) => unconnected(district.id, building.id))]);
  const connections = district.buildings.map((building) => building.connection);
  const keyedNetwork = sharedNetwork(district.network, connections, open());
  const flow = keyedNetwork.compiled;
  const issues = [...folded.issues, ...flow.issues];
  if (!flow.ok) return fail(issues);
  const network = flow.value;
  const asBefore = withoutLowering(district.network);
  const reference =
    asBefore === district.network ? flow : sharedNetwork(asBefore, connections, open()).compiled;
  if (!reference.ok) return fail([...issues, ...reference.issues]);
  const response = voltageResponseOf(district, network, reference.value);
  const rows: RunRows = {
    buildingIds: district.buildings.map((building) => building.id),
    busIds: district.network.buses.map((bus) => bus.id),
    branchIds: [...district.network.lines, ...district.network.transformers].map((branch) => branch.id),
    lineCount: district.network.lines.length,
    transformerIds: district.network.transformers.map((transformer) => transformer.id),
    feederIds: network.feederIds,
    storageIds: district.network.storages.map((storage) => storage.id),
    endUses: END_USES,
    busCustomers: busCustomersOf(district),
  };
  const calendar = calendarOf(input.stepS, input.weather.startWeekday);
  const { storages } = district.network;
  const { weather } = input;
  const geometry = sharedGeometry(district.buildings, open());
  const compiled = new CompiledRows(
    { district, weather, calendar, seed: district.seed },
    geometry.buildings,
    () => Array.from(open(), (run) => run.compiled),
  );
  const buffers = new LoadBuffers();
  const charging = stationChargingOf(district, network.transformerOfBuilding, (transformer) =>
    downstreamBuildings(network, rows.lineCount + transformer),
  );
  const parts = { network, response, storages, charging, rows, compiled, buffers, keyedNetwork, geometry };
  return settle({ input, district, calendar, ...parts }, issues);
}

/** Customers at each bus, in network order: one a household, and one a building without any. */
function busCustomersOf({ buildings, network }: District): number[] {
  const atBus = new Map<string, number>();
  for (const { connection, households } of buildings)
    if (connection !== null)
      atBus.set(connection.busId, (atBus.get(connection.busId) ?? 0) + Math.max(1, households));
  return (network?.buses ?? []).map(({ id }) => atBus.get(id) ?? 0);
}

/** The numbers from `from` to `to` - 1. */
export function rowsBetween(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}

/** The compiled buildings of a block. */
export function compiledBlock(run: CompiledRun, block: number): CompiledBuildings {
  const { from, to } = blockRange(run.district.buildings.length, block);
  return run.compiled.take(rowsBetween(from, to));
}

/** Key of the loads of each building, in the order of rows. */
export function loadsKeys(run: CompiledRun): string[] {
  return run.district.buildings.map((_, row) => run.compiled.keyOf(row));
}
