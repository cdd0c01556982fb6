import { centroid, footprintAreaM2 } from '../../geometry/polygon';
import type { Building, Point } from '../../model/building';
import type { District } from '../../model/district';
import type { Line, Network, Source, Transformer } from '../../model/network';
import type { ElementKind, SelectorAttribute } from '../../model/selector';
import { busOf, fedBus, supplyOf, type Downstream } from './supply';

type Value = string | number | boolean | null;

/** An element as selectors see it. `valueOf` is null for what is not known of it. */
export interface Candidate {
  readonly id: string;
  centre(): Point;
  valueOf(attribute: SelectorAttribute): Value;
  isBehind(downstream: Downstream): boolean;
}

/** Ids of everything of a kind, in the district's order. */
export function elementIds({ buildings, network }: District, target: ElementKind): readonly string[] {
  const rows: readonly { readonly id: string }[] = {
    building: buildings,
    transformer: network?.transformers ?? [],
    line: network?.lines ?? [],
    source: network?.sources ?? [],
  }[target];
  return rows.map(({ id }) => id);
}

/** Everything of a kind in a district, in the district's order. */
export function candidatesOf(district: District, target: ElementKind): readonly Candidate[] {
  const { network } = district;
  if (target === 'building')
    return district.buildings.map((building) => buildingCandidate(building, network));
  if (network === null) return [];
  if (target === 'transformer')
    return network.transformers.map((transformer, row) => transformerCandidate(transformer, row, network));
  if (target === 'source') return network.sources.map((source) => sourceCandidate(source, network));
  return network.lines.map((line, row) => lineCandidate(line, row, network));
}

function sourceCandidate({ id, busId }: Source, network: Network): Candidate {
  const bus = supplyOf(network).busRow.get(busId) ?? -1;
  return {
    id,
    centre: () => network.buses[bus]?.position ?? [Number.NaN, Number.NaN],
    valueOf: () => null,
    isBehind: (downstream) => downstream.bus[bus] === 1,
  };
}

function buildingCandidate(building: Building, network: Network | null): Candidate {
  const bus = network === null ? -1 : busOf(supplyOf(network), building);
  return {
    id: building.id,
    centre: () => centroid(building.footprint.outer),
    valueOf: (attribute) => buildingValue(building, attribute, network, bus),
    isBehind: (downstream) => bus >= 0 && downstream.bus[bus] === 1,
  };
}

function buildingValue(
  building: Building,
  attribute: SelectorAttribute,
  network: Network | null,
  bus: number,
): Value {
  switch (attribute) {
    case 'use':
    case 'constructionYear':
    case 'heating':
    case 'cooling':
    case 'households':
    case 'levels':
    case 'envelope':
      return building[attribute];
    case 'floorM2':
      return footprintAreaM2(building.footprint) * Math.max(building.levels, 1);
    case 'hasPhotovoltaics':
      return building.photovoltaics !== null;
    case 'hasVehicles':
      return building.vehicles !== null;
    case 'transformerId':
    case 'feederId':
      return network === null || bus < 0 ? null : suppliedBy(network, bus, attribute);
    default:
      return null;
  }
}

function suppliedBy(network: Network, bus: number, attribute: 'transformerId' | 'feederId'): string | null {
  const { transformerOfBus, feederOfBus } = supplyOf(network);
  return attribute === 'transformerId'
    ? (network.transformers[transformerOfBus[bus]!]?.id ?? null)
    : (network.lines[feederOfBus[bus]!]?.id ?? null);
}

function transformerCandidate(transformer: Transformer, row: number, network: Network): Candidate {
  return {
    id: transformer.id,
    centre: () => transformer.position,
    valueOf(attribute) {
      if (attribute === 'transformerId') return transformer.id;
      if (attribute !== 'ratedKVA') return null;
      const type = network.transformerTypes.find(({ id }) => id === transformer.transformerTypeId);
      return type === undefined ? null : type.ratedSVa / 1000;
    },
    isBehind: ({ branch }) => branch[network.lines.length + row] === 1,
  };
}

function lineCandidate(line: Line, row: number, network: Network): Candidate {
  return {
    id: line.id,
    centre: () => middleOf(line.path),
    valueOf(attribute) {
      if (attribute === 'lengthM' || attribute === 'role') return line[attribute];
      if (attribute !== 'transformerId' && attribute !== 'feederId') return null;
      const bus = fedBus(supplyOf(network), row);
      return bus < 0 ? null : suppliedBy(network, bus, attribute);
    },
    isBehind: ({ branch }) => branch[row] === 1,
  };
}

/** Half way along a route. */
function middleOf(path: readonly Point[]): Point {
  const lengths = path.slice(1).map(([x, y], at) => {
    const [dx, dy] = [x - path[at]![0], y - path[at]![1]];
    return Math.sqrt(dx * dx + dy * dy);
  });
  let rest = lengths.reduce((sum, length) => sum + length, 0) / 2;
  for (let at = 0; at < lengths.length; at += 1) {
    const length = lengths[at]!;
    if (rest <= length && length > 0) {
      const [[x0, y0], [x1, y1]] = [path[at]!, path[at + 1]!];
      return [x0 + ((x1 - x0) * rest) / length, y0 + ((y1 - y0) * rest) / length];
    }
    rest -= length;
  }
  return path[0] ?? [Number.NaN, Number.NaN];
}
