import type { District } from '../../model/district';
import type { BuildingLoads } from '../../sim/arrays/buildingLoads';
import { busOf, supplyOf } from '../../scenario/selectors/supply';
import type { RunTable } from '../../sim/arrays/results';
import type { RunRows } from '../../sim/arrays/rows';
import { branchRatings } from '../standing';

const PHASES = 3;

/** What stands between a building and the town, nearest first. */
export const CONNECTION_PARTS = ['fuse', 'service', 'street', 'transformer'] as const;
export type ConnectionPartId = (typeof CONNECTION_PARTS)[number];

export interface ConnectionPart {
  readonly part: ConnectionPartId;
  /** Of the line or transformer; the building's own for its fuse. */
  readonly elementId: string;
  /** Largest of the year, percent of what it may carry. */
  readonly percent: number;
  readonly step: number;
  readonly ratedA: number | null;
  readonly ratedSVa: number | null;
}

/** Largest current of any phase at nominal voltage over the rating of the main fuse: I = |S| / (U / sqrt 3); null without data. */
export function fusePart(
  district: District,
  buildingId: string,
  loads: BuildingLoads,
): ConnectionPart | null {
  const building = district.buildings.find(({ id }) => id === buildingId);
  const connection = building?.connection ?? null;
  const bus = district.network?.buses.find(({ id }) => id === connection?.busId);
  if (connection === null || bus === undefined) return null;
  const { netPW, netQVar } = loads;
  const steps = netPW.length / PHASES;
  const phaseV = bus.nominalVoltageV / Math.sqrt(3);
  let [most, at] = [0, 0];
  for (let place = 0; place < netPW.length; place += 1) {
    const [p, q] = [netPW[place]!, netQVar[place]!];
    const squared = p * p + q * q;
    if (Number.isNaN(squared)) return null;
    if (squared > most) [most, at] = [squared, place % steps];
  }
  return {
    part: 'fuse',
    elementId: buildingId,
    percent: (100 * Math.sqrt(most)) / phaseV / connection.mainFuseA,
    step: at,
    ratedA: connection.mainFuseA,
    ratedSVa: null,
  };
}

/** Service cable, the line that leaves the station towards the building, and the station's transformer, in a year or a first look. */
export function networkParts(
  district: District,
  buildingId: string,
  year: { readonly rows: RunRows; readonly table: RunTable; readonly stepS: number },
): readonly ConnectionPart[] {
  const { network } = district;
  const { rows, table } = year;
  const building = district.buildings.find(({ id }) => id === buildingId);
  if (network === null || building === undefined) return [];
  const supply = supplyOf(network);
  const bus = busOf(supply, building);
  if (bus < 0) return [];
  const ratings = branchRatings(year, network);
  const part = (name: ConnectionPartId, branchRow: number): readonly ConnectionPart[] => {
    if (branchRow < 0) return [];
    const element = network.lines[branchRow] ?? network.transformers[branchRow - network.lines.length];
    const row = element === undefined ? -1 : rows.branchIds.indexOf(element.id);
    if (element === undefined || row < 0) return [];
    return [
      {
        part: name,
        elementId: element.id,
        percent: (100 * table.branchLoadingMax[row]!) / ratings[row]!,
        step: table.branchLoadingMaxStep[row]!,
        ...ratingOf(network, element.id),
      },
    ];
  };
  const feeding = supply.feedingBranch[bus]!;
  // A building at the busbar of its station has no cable: the transformer feeds it.
  const service = feeding < network.lines.length ? feeding : -1;
  const street = supply.feederOfBus[bus]!;
  const transformer = supply.transformerOfBus[bus]!;
  return [
    ...part('service', service),
    ...(street === service ? [] : part('street', street)),
    ...part('transformer', transformer < 0 ? -1 : transformer + network.lines.length),
  ];
}

function ratingOf(
  network: NonNullable<District['network']>,
  id: string,
): Pick<ConnectionPart, 'ratedA' | 'ratedSVa'> {
  const line = network.lines.find((one) => one.id === id);
  if (line !== undefined) {
    const type = network.lineTypes.find((one) => one.id === line.lineTypeId);
    return { ratedA: type === undefined ? null : type.ratedCurrentA * line.parallel, ratedSVa: null };
  }
  const transformer = network.transformers.find((one) => one.id === id);
  const type = network.transformerTypes.find((one) => one.id === transformer?.transformerTypeId);
  return { ratedA: null, ratedSVa: type?.ratedSVa ?? null };
}
