import { distributionTransformers, LV_CABLES, MV_CABLE, MV_CABLE_MAX_V } from '../../model/equipment';
import {
  LV_BELOW_V,
  type Line,
  type LineType,
  type Network,
  type TransformerType,
} from '../../model/network';
import { inserted } from './networkMeasure';

/** The network's type of that id; undefined where it has none. */
export function lineTypeOf(network: Network, id: string): LineType | undefined {
  return network.lineTypes.find((type) => type.id === id);
}

/** The network's type of that id; undefined where it has none. */
export function transformerTypeOf(network: Network, id: string): TransformerType | undefined {
  return network.transformerTypes.find((type) => type.id === id);
}

/** The network with one more type in the order of rated currents (A), itself where the id is there already. */
export function withLineType(network: Network, type: LineType): Network {
  const lineTypes = inserted(
    network.lineTypes,
    type,
    (a, b) => a.ratedCurrentA < b.ratedCurrentA || (a.ratedCurrentA === b.ratedCurrentA && a.id < b.id),
  );
  return lineTypes === network.lineTypes ? network : { ...network, lineTypes };
}

/** The network with one more type in the order of ratings (VA), itself where the id is there already. */
export function withTransformerType(network: Network, type: TransformerType): Network {
  const transformerTypes = inserted(
    network.transformerTypes,
    type,
    (a, b) => a.ratedSVa < b.ratedSVa || (a.ratedSVa === b.ratedSVa && a.id < b.id),
  );
  return transformerTypes === network.transformerTypes ? network : { ...network, transformerTypes };
}

/** One type a rating, smallest first; the network's own before the catalogue's. */
function ladder<Type extends { readonly id: string }>(
  own: readonly Type[],
  catalogue: readonly Type[],
  rating: (type: Type) => number,
): readonly Type[] {
  const ownIds = new Set(own.map(({ id }) => id));
  const all = [...own, ...catalogue.filter(({ id }) => !ownIds.has(id))];
  const byRating = new Map<number, Type>();
  for (const type of all) if (!byRating.has(rating(type))) byRating.set(rating(type), type);
  return [...byRating.values()].sort((a, b) => rating(a) - rating(b));
}

/** Transformers that may stand in the place of one, smallest first: same voltages and vector group. */
export function transformerLadder(network: Network, like: TransformerType): readonly TransformerType[] {
  const { fromVoltageV, toVoltageV, vectorGroup } = like;
  const own = network.transformerTypes.filter(
    (type) =>
      type.fromVoltageV === fromVoltageV &&
      type.toVoltageV === toVoltageV &&
      type.vectorGroup === vectorGroup &&
      type.id !== like.id,
  );
  const isDistribution = toVoltageV < LV_BELOW_V;
  const catalogue = isDistribution ? distributionTransformers(fromVoltageV, toVoltageV, vectorGroup) : [];
  return ladder([like, ...own], catalogue, ({ ratedSVa }) => ratedSVa);
}

/** Line types that are or were in use at voltages of the same kind, and the catalogue's cables for it; smallest first. */
export function lineLadder(network: Network, line: Line, underground: boolean): readonly LineType[] {
  const voltageV = new Map(network.buses.map(({ id, nominalVoltageV }) => [id, nominalVoltageV]));
  const own = voltageV.get(line.fromBusId) ?? Number.NaN;
  const isLow = own < LV_BELOW_V;
  const used = new Set(
    network.lines
      .filter(({ fromBusId }) => {
        const other = voltageV.get(fromBusId) ?? Number.NaN;
        return isLow ? other < LV_BELOW_V : other >= own;
      })
      .flatMap(({ lineTypeId, asBuilt }) => [lineTypeId, asBuilt?.lineTypeId ?? lineTypeId]),
  );
  const present = network.lineTypes.filter((type) => used.has(type.id) && type.underground === underground);
  const catalogue = isLow ? LV_CABLES : own <= MV_CABLE_MAX_V ? [MV_CABLE] : [];
  return ladder(present, underground ? catalogue : [], ({ ratedCurrentA }) => ratedCurrentA);
}
