import type { BuildingModel } from '../../../model/buildingModel/types';
import { INNER, OUTER } from './compile';
import type { ConstantFilms } from './constantFilms';
import type { ZoneNetwork } from './network';
import { chainsAt, columnKey, type NetworkColumn, networkColumns } from './networkColumns';

/** Rows of the air and of the mean radiant node; chains follow. */
export const AIR_NODE = 0;
export const RADIANT_NODE = 1;

/** Fills the arrays of one network. */
class NetworkDraft {
  readonly nodeCount: number;
  readonly columnAt: ReadonlyMap<string, number>;
  readonly capacityJPerK: Float64Array;
  readonly conductanceWPerK: Float64Array;
  readonly lossWPerK: Float64Array;
  readonly input: Float64Array;

  constructor(
    nodeCount: number,
    readonly columns: readonly NetworkColumn[],
  ) {
    this.nodeCount = nodeCount;
    this.columnAt = new Map(columns.map((column, at) => [columnKey(column), at]));
    this.capacityJPerK = new Float64Array(nodeCount);
    this.conductanceWPerK = new Float64Array(nodeCount * nodeCount);
    this.lossWPerK = new Float64Array(nodeCount);
    this.input = new Float64Array(nodeCount * columns.length);
  }

  /** W per unit of a column at a node. */
  feed(node: number, column: NetworkColumn, factor: number): void {
    this.input[node * this.columns.length + this.columnAt.get(columnKey(column))!]! += factor;
  }

  /** Conductance to a boundary temperature. */
  bound(node: number, column: NetworkColumn, wPerK: number): void {
    this.lossWPerK[node]! += wPerK;
    this.feed(node, column, wPerK);
  }

  link(a: number, b: number, wPerK: number): void {
    this.conductanceWPerK[a * this.nodeCount + b]! += wPerK;
    this.conductanceWPerK[b * this.nodeCount + a]! += wPerK;
  }
}

/**
 * The constant model of one zone as matrices: air, mean radiant node, then every chain that touches it from its outer to
 * its inner surface. Infiltration and ventilation are not part of it; they change through time and act through `airW`.
 * A neighbouring zone is a boundary temperature. README eq. 11 to 13 in one system.
 */
export function zoneNetwork(model: BuildingModel, zoneId: string, films: ConstantFilms): ZoneNetwork {
  const { building } = films;
  const zone = model.zones.findIndex(({ id }) => id === zoneId);
  const touching = chainsAt(films, zone);
  const rowOf = new Map<number, number>();
  let nodeCount = 2;
  for (const { chain } of touching) {
    rowOf.set(chain, nodeCount);
    nodeCount += building.firstNode[chain + 1]! - building.firstNode[chain]!;
  }
  const draft = new NetworkDraft(nodeCount, networkColumns(films, zoneId));
  draft.capacityJPerK[AIR_NODE] = films.airCapacityJPerK[zone]!;
  for (const { chain, far } of touching) addChain(draft, films, chain, far, rowOf.get(chain)!);
  addIndoorPowers(draft, model, zone);
  for (const { chain, node, beam, diffuse } of building.interiorSun[zone]!.shares) {
    draft.feed(rowOf.get(chain)! + node, { kind: 'beamW' }, beam);
    draft.feed(rowOf.get(chain)! + node, { kind: 'diffuseW' }, diffuse);
  }
  const { capacityJPerK, conductanceWPerK, lossWPerK, input, columns } = draft;
  return {
    nodeCount,
    inputCount: columns.length,
    airNode: AIR_NODE,
    capacityJPerK,
    conductanceWPerK,
    lossWPerK,
    input,
  };
}

function addIndoorPowers(draft: NetworkDraft, model: BuildingModel, zone: number): void {
  const { heating, cooling } = model.zones[zone]!;
  draft.feed(AIR_NODE, { kind: 'airW' }, 1);
  draft.feed(RADIANT_NODE, { kind: 'radiativeW' }, 1);
  for (const [kind, share] of [
    ['heatingW', heating?.convectiveShare ?? 1],
    ['coolingW', cooling?.convectiveShare ?? 1],
  ] as const) {
    draft.feed(AIR_NODE, { kind }, share);
    draft.feed(RADIANT_NODE, { kind }, 1 - share);
  }
}

function addChain(
  draft: NetworkDraft,
  { building, films }: ConstantFilms,
  c: number,
  far: boolean,
  row: number,
): void {
  const { outer, inner, areaM2, element, window, outsideAbsorptance, paneSun } = building.chains[c]!;
  const first = building.firstNode[c]!;
  const count = building.firstNode[c + 1]! - first;
  for (let i = 0; i < count; i += 1) {
    draft.capacityJPerK[row + i] = building.capacityJPerK[first + i]!;
    if (i + 1 < count) draft.link(row + i, row + i + 1, films.linkWPerK[first + i]!);
  }
  const toZone = (node: number, end: number): void => {
    draft.link(node, AIR_NODE, areaM2 * films.convection[2 * c + end]!);
    draft.link(node, RADIANT_NODE, areaM2 * films.radiation[2 * c + end]!);
  };
  const toNeighbour = (node: number, end: number, zone: number): void => {
    const wPerK = areaM2 * (films.convection[2 * c + end]! + films.radiation[2 * c + end]!);
    draft.bound(node, { kind: 'zoneDegC', zone: building.model.zones[zone]!.id }, wPerK);
  };
  const last = row + count - 1;
  if (far) toNeighbour(last, INNER, inner.zone);
  else toZone(last, INNER);
  if (outer.kind === 'inside') {
    if (far) toZone(row, OUTER);
    else toNeighbour(row, OUTER, outer.zone);
  } else if (outer.kind === 'outdoors') {
    const toAir = areaM2 * (films.convection[2 * c + OUTER]! + films.radiation[2 * c + OUTER]!);
    draft.bound(row, { kind: 'outdoorDegC' }, toAir);
    draft.bound(row, { kind: 'skyDegC' }, areaM2 * films.sky[c]!);
  } else if (outer.kind === 'ground') {
    draft.bound(row, { kind: 'groundDegC', element }, areaM2 * outer.conductanceWPerM2K);
  }
  if (outsideAbsorptance > 0) draft.feed(row, { kind: 'sunWPerM2', element }, areaM2 * outsideAbsorptance);
  for (const { node, pane, share } of paneSun) {
    draft.feed(row + node, { kind: 'paneW', element, window, pane }, share);
  }
}
