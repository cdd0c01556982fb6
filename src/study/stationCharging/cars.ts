import type { District } from '../../model/district';
import { servicePhasesOf } from '../../sim/buildings/servicePhases';
import { vehicleOf, type Vehicle } from '../../sim/devices/vehicle';

/** A car that charges within its station's limit. */
export interface StationCar {
  /** Of its building. */
  readonly row: number;
  readonly vehicle: Vehicle;
  /** Columns of the phases of its building's service. */
  readonly phases: readonly number[];
}

/** A distribution station with such cars. */
export interface LimitedStation {
  readonly transformer: number;
  readonly limitVa: number;
  /** Rows of all buildings behind it, those behind a further transformer too, ascending. */
  readonly buildings: readonly number[];
  /** Numbers of its cars, for which it is the nearest transformer, by the id of their building: whoever comes first wins a tie. */
  readonly cars: readonly number[];
}

export interface StationCharging {
  readonly cars: readonly StationCar[];
  readonly stations: readonly LimitedStation[];
}

/**
 * The cars of a district that keep to their station's limit: rated apparent power of the nearest transformer times the least share
 * that a building behind it asks for. Null where there are none; cars behind no transformer have no limit to keep to
 * and charge unmanaged, which the measure says (src/measures/stationlessCars.ts).
 */
export function stationChargingOf(
  { buildings, network, seed }: Pick<District, 'buildings' | 'network' | 'seed'>,
  transformerOfBuilding: ArrayLike<number>,
  behindTransformer: (transformer: number) => Iterable<number>,
): StationCharging | null {
  const cars: StationCar[] = [];
  const behind = new Map<number, { share: number; cars: number[] }>();
  buildings.forEach((building, row) => {
    const { vehicles, id } = building;
    const transformer = transformerOfBuilding[row]!;
    if (vehicles?.control !== 'stationLimit' || vehicles.count === 0 || transformer < 0) return;
    const station = behind.get(transformer) ?? { share: Infinity, cars: [] };
    station.share = Math.min(station.share, vehicles.stationLimitShare ?? 1);
    behind.set(transformer, station);
    const phases = servicePhasesOf(building);
    for (let at = 0; at < vehicles.count; at += 1) {
      station.cars.push(cars.length);
      cars.push({ row, phases, vehicle: vehicleOf(seed, id, at, false, phases.length) });
    }
  });
  if (cars.length === 0 || network === null) return null;
  const ratedSVa = new Map(network.transformerTypes.map((type) => [type.id, type.ratedSVa]));
  const idOf = (car: number): string => buildings[cars[car]!.row]!.id;
  const stations = [...behind]
    .sort(([a], [b]) => a - b)
    .map(([transformer, station]): LimitedStation => ({
      transformer,
      limitVa: station.share * (ratedSVa.get(network.transformers[transformer]!.transformerTypeId) ?? 0),
      buildings: [...behindTransformer(transformer)],
      cars: [...station.cars].sort((a, b) => (idOf(a) < idOf(b) ? -1 : idOf(a) > idOf(b) ? 1 : a - b)),
    }));
  return { cars, stations };
}
