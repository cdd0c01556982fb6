import type { Layer } from '../../../model/buildingModel/types';

/** Heat capacities in a row and the resistances around them, from outside to inside, for one square metre. */
export interface Cells {
  readonly capacityJPerM2K: readonly number[];
  /** One more than cells: outer surface to the first, between neighbours, from the last to the inner surface. */
  readonly resistanceM2KPerW: readonly number[];
}

/** Waves of this many steps' length of diffusion fit into one cell: EnergyPlus's conduction finite differences. */
const SPACE_DISCRETISATION = 3;

/**
 * Cells of a construction. A layer with mass is cut into equal cells no thicker than sqrt(3 a dt), a = diffusivity, dt =
 * `cellStepS` (README eq. 2), each with its capacity in its middle, so that layer interfaces lie between cells and are met
 * exactly by the resistances; a layer without mass is a resistance.
 */
export function cellsOf(layers: readonly Layer[], cellStepS: number): Cells {
  const capacityJPerM2K: number[] = [];
  const resistanceM2KPerW: number[] = [];
  let pending = 0;
  for (const layer of layers) {
    if ('resistanceM2KPerW' in layer) {
      pending += layer.resistanceM2KPerW;
      continue;
    }
    const resistance = layer.thicknessM / layer.conductivityWPerMK;
    const volumetric = layer.densityKgPerM3 * layer.specificHeatJPerKgK;
    if (!(volumetric > 0)) {
      pending += resistance;
      continue;
    }
    const diffusivity = layer.conductivityWPerMK / volumetric;
    const thickest = Math.sqrt(SPACE_DISCRETISATION * diffusivity * cellStepS);
    const count = Math.max(1, Math.ceil(layer.thicknessM / thickest - 1e-9));
    for (let k = 0; k < count; k += 1) {
      resistanceM2KPerW.push(pending + resistance / count / 2);
      capacityJPerM2K.push((volumetric * layer.thicknessM) / count);
      pending = resistance / count / 2;
    }
  }
  resistanceM2KPerW.push(pending);
  return { capacityJPerM2K, resistanceM2KPerW };
}
