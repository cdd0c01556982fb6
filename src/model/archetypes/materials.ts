import type { MaterialLayer } from '../buildingModel/types';

interface Material {
  readonly name: string;
  readonly conductivityWPerMK: number;
  readonly densityKgPerM3: number;
  readonly specificHeatJPerKgK: number;
  readonly source: string;
}

const ISO_10456 = 'EN ISO 10456:2007, table 3';
const UNTRACEABLE = 'engineering value, unknown_untraceable';

function material(
  name: string,
  conductivityWPerMK: number,
  densityKgPerM3: number,
  specificHeatJPerKgK: number,
  source: string,
): Material {
  return { name, conductivityWPerMK, densityKgPerM3, specificHeatJPerKgK, source };
}

/** Building materials of the archetypes' layers. */
export const MATERIALS = {
  render: material('render', 1.0, 1800, 1000, ISO_10456),
  plaster: material('gypsum plaster', 0.57, 1300, 1000, ISO_10456),
  plasterboard: material('plasterboard', 0.25, 900, 1000, ISO_10456),
  concrete: material('reinforced concrete', 2.3, 2300, 1000, ISO_10456),
  screed: material('screed', 1.35, 2000, 1000, ISO_10456),
  timber: material('timber', 0.13, 500, 1600, ISO_10456),
  insulation: material(
    'insulation',
    0.035,
    30,
    1030,
    'TABULA conductivity of added insulation; mass assumed',
  ),
  solidBrick: material('solid brick', 0.8, 1800, 1000, UNTRACEABLE),
  hollowBrick: material('hollow brick', 0.45, 1200, 1000, UNTRACEABLE),
  soil: material('sand and gravel', 2.0, 2000, 1000, 'EN ISO 13370:2017, table 7'),
} as const satisfies Record<string, Material>;

export type MaterialName = keyof typeof MATERIALS;

export function layerOf(name: MaterialName, thicknessM: number): MaterialLayer {
  const { source: _, ...properties } = MATERIALS[name];
  return { ...properties, thicknessM };
}
