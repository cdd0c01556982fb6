import { demandEstimateW } from '../../measures/network/demandEstimate';
import type { Building } from '../../model/building';
import { customersOf } from '../../model/customers';
import type { District } from '../../model/district';
import { LV_BELOW_V, type Network } from '../../model/network';
import { HOURS_OF_YEAR } from '../../model/commonYear';
import { supplyOf } from '../../scenario/selectors/supply';
import type { RunResult } from '../runResult';

/** What stands at the buses, [bus] in the order of the network. */
export interface BusDemand {
  readonly customers: Float64Array;
  /** What ratings are checked with. */
  readonly peakW: Float64Array;
  /** What is not supplied while it is interrupted; NaN without a run. */
  readonly meanW: Float64Array;
  /** Customers of buildings without a connection; they are not served and not counted. */
  readonly unconnected: number;
  /** Where peaks come from. */
  readonly basis: 'run' | 'estimate';
}

const YEAR_S = HOURS_OF_YEAR * 3600;

/**
 * Customers and power by bus. With a run: mean = import of the year over the year; peak = the largest power of the
 * station (MV/LV) that feeds the building, shared by imports; a building at MV has its own peak, whatever stands above. Without one: the estimate that measures rank by, and no mean.
 */
export function busDemand(
  { network, buildings }: District & { network: Network },
  run?: RunResult,
): BusDemand {
  const rowOf = new Map(network.buses.map(({ id }, row) => [id, row]));
  const zeros = (): Float64Array => new Float64Array(network.buses.length);
  const [customers, peakW, meanW] = [
    zeros(),
    zeros(),
    run === undefined ? zeros().fill(Number.NaN) : zeros(),
  ];
  const power = run === undefined ? undefined : powersOf(network, buildings, run);
  let unconnected = 0;
  buildings.forEach((building, at) => {
    const row = building.connection === null ? undefined : rowOf.get(building.connection.busId);
    if (row === undefined) {
      unconnected += customersOf(building);
      return;
    }
    customers[row] = customers[row]! + customersOf(building);
    peakW[row] = peakW[row]! + (power === undefined ? demandEstimateW(building) : power.peakW[at]!);
    if (power !== undefined) meanW[row] = meanW[row]! + power.meanW[at]!;
  });
  return { customers, peakW, meanW, unconnected, basis: run === undefined ? 'estimate' : 'run' };
}

/** Of each building, in the order of the district; W. */
function powersOf(network: Network, buildings: readonly Building[], { rows, table, stepCount }: RunResult) {
  const rowOf = new Map(rows.buildingIds.map((id, row) => [id, row]));
  const { busRow, transformerOfBus } = supplyOf(network);
  const importJ = buildings.map(({ id }) => table.buildingImportJ[rowOf.get(id) ?? -1] ?? 0);
  const stationOf = buildings.map(({ connection }) => {
    const bus = busRow.get(connection?.busId ?? '') ?? -1;
    const isAtLv = (network.buses[bus]?.nominalVoltageV ?? Number.NaN) < LV_BELOW_V;
    return isAtLv ? transformerOfBus[bus]! : -1;
  });
  const importOfStationJ = new Float64Array(network.transformers.length);
  stationOf.forEach((station, at) => {
    if (station >= 0) importOfStationJ[station] = importOfStationJ[station]! + importJ[at]!;
  });
  const stationPeakW = network.transformers.map(({ id }) => {
    const row = rows.transformerIds.indexOf(id);
    return row < 0 ? 0 : largest(table.transformerPW.subarray(row * stepCount, (row + 1) * stepCount));
  });
  const peakW = buildings.map(({ id }, at) => {
    const station = stationOf[at]!;
    if (station < 0) return Math.max(0, table.buildingNetMaxW[rowOf.get(id) ?? -1] ?? 0);
    const shareJ = importOfStationJ[station]!;
    return shareJ > 0 ? (stationPeakW[station]! * importJ[at]!) / shareJ : 0;
  });
  return { peakW, meanW: importJ.map((j) => j / YEAR_S) };
}

function largest(values: Float64Array): number {
  let found = 0;
  for (const value of values) if (value > found) found = value;
  return found;
}
