import type { CompiledBuilding } from './compile';

/** Temperatures of a building; `radiantDegC` is the surfaces' mean without what gains send to them. */
export interface BuildingState {
  readonly nodeDegC: Float64Array;
  readonly airDegC: Float64Array;
  readonly radiantDegC: Float64Array;
}

export function newState(building: CompiledBuilding, tempDegC = 20): BuildingState {
  return {
    nodeDegC: new Float64Array(building.nodeCount).fill(tempDegC),
    airDegC: new Float64Array(building.zoneCount).fill(tempDegC),
    radiantDegC: new Float64Array(building.zoneCount).fill(tempDegC),
  };
}

export function copyState(from: BuildingState, to: BuildingState): void {
  to.nodeDegC.set(from.nodeDegC);
  to.airDegC.set(from.airDegC);
  to.radiantDegC.set(from.radiantDegC);
}
