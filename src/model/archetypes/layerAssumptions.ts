import type { MaterialLayer } from '../buildingModel/types';
import type { Assumption } from './assumptions';
import type { ArchetypeConstructions } from './constructions';
import { materialOf } from './materials';
import { engineering, ENGINEERING_VALUE } from './quality';
import type { Tag } from './types';

export type LayerName =
  'layerThicknessM' | 'layerConductivityWPerMK' | 'layerDensityKgPerM3' | 'layerSpecificHeatJPerKgK';

const FITTED = engineering('fitted to the U-value of the element');

/** Four numbers of every layer of every construction, from outside to inside. */
export function layerAssumptions(constructions: ArchetypeConstructions): Assumption[] {
  return Object.entries(constructions).flatMap(([construction, layers]: [string, readonly MaterialLayer[]]) =>
    layers.flatMap((layer, i) => assumptionsOfLayer(layer, `${construction}, layer ${i + 1}: ${layer.name}`)),
  );
}

function assumptionsOfLayer(layer: MaterialLayer, of: string): Assumption[] {
  const material = materialOf(layer);
  const usual = material?.tag ?? ENGINEERING_VALUE;
  const fitted = material?.conductivityWPerMK !== layer.conductivityWPerMK;
  const entry = (name: LayerName, value: number, unit: string, { source, quality }: Tag): Assumption => ({
    name,
    of,
    value,
    unit,
    source,
    quality,
    origin: 'archetype',
  });
  return [
    entry('layerThicknessM', layer.thicknessM, 'm', layer.name === 'insulation' ? FITTED : ENGINEERING_VALUE),
    entry('layerConductivityWPerMK', layer.conductivityWPerMK, 'W/(m K)', fitted ? FITTED : usual),
    entry('layerDensityKgPerM3', layer.densityKgPerM3, 'kg/m3', usual),
    entry('layerSpecificHeatJPerKgK', layer.specificHeatJPerKgK, 'J/(kg K)', usual),
  ];
}
