import type { BuildingModel } from '../../../model/buildingModel/types';
import type { Chain } from './chain';
import { chainsOf } from './chains';
import { carrollFactors, greyFactor } from './films/radiation';
import { type InteriorSun, interiorSun, surfacesOf } from './interiorSun';

/** A building ready to be stepped: chains in flat arrays, what belongs to each zone beside them. */
export interface CompiledBuilding {
  readonly model: BuildingModel;
  readonly chains: readonly Chain[];
  readonly zoneCount: number;
  readonly nodeCount: number;
  /** [chain + 1]: first node of each chain. */
  readonly firstNode: Int32Array;
  /** [node] J/K. */
  readonly capacityJPerK: Float64Array;
  /** [node] W/K to the next node of the chain; cavities are 0 here. */
  readonly linkWPerK: Float64Array;
  /** [2 chain + (0 outer, 1 inner)]: factor on 4 sigma T^3; README eq. 6. */
  readonly greyFactor: Float64Array;
  readonly interiorSun: readonly InteriorSun[];
  readonly owner: Int32Array;
}

/** Index of an end in arrays of ends. */
export const OUTER = 0;
export const INNER = 1;

export function compileBuilding(model: BuildingModel, cellStepS: number): CompiledBuilding {
  const chains = chainsOf(model, cellStepS);
  const firstNode = new Int32Array(chains.length + 1);
  chains.forEach(({ capacityJPerM2K }, c) => (firstNode[c + 1] = firstNode[c]! + capacityJPerM2K.length));
  const nodeCount = firstNode[chains.length]!;
  const capacityJPerK = new Float64Array(nodeCount);
  const linkWPerK = new Float64Array(nodeCount);
  chains.forEach((chain, c) => {
    const first = firstNode[c]!;
    chain.capacityJPerM2K.forEach((value, i) => (capacityJPerK[first + i] = value * chain.areaM2));
    chain.linkWPerM2K.forEach((value, i) => (linkWPerK[first + i] = value * chain.areaM2));
  });
  const zoneCount = model.zones.length;
  const grey = new Float64Array(2 * chains.length);
  for (let zone = 0; zone < zoneCount; zone += 1) fillGreyFactors(chains, zone, grey);
  return {
    model,
    chains,
    zoneCount,
    nodeCount,
    firstNode,
    capacityJPerK,
    linkWPerK,
    greyFactor: grey,
    interiorSun: model.zones.map((_, zone) => interiorSun(chains, zone)),
    owner: Int32Array.from(chains, ({ inner }) => inner.zone),
  };
}

function fillGreyFactors(chains: readonly Chain[], zone: number, grey: Float64Array): void {
  const surfaces = surfacesOf(chains, zone);
  const areaOf = new Map(surfaces.map(({ end }) => [end.plane, end.planeAreaM2]));
  const planes = [...areaOf.keys()];
  const factors = carrollFactors([...areaOf.values()]);
  for (const { chain, end, inner } of surfaces) {
    const plane = factors[planes.indexOf(end.plane)]!;
    grey[2 * chain + (inner ? INNER : OUTER)] = greyFactor(plane, end.emissivity);
  }
}
