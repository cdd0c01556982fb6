import type { MaterialLayer } from '../buildingModel/types';
import { engineering, tag } from './quality';
import type { Tag } from './types';

interface Material {
  readonly name: string;
  readonly conductivityWPerMK: number;
  readonly densityKgPerM3: number;
  readonly specificHeatJPerKgK: number;
  readonly tag: Tag;
}

/** A standard's design value: what stands in a given wall is assumed. */
const ISO_10456 = tag('EN ISO 10456:2007, table 3', 'estimation_assumptions');
const BRICK = engineering('bricks of all ages as one');

function material(
  name: string,
  conductivityWPerMK: number,
  densityKgPerM3: number,
  specificHeatJPerKgK: number,
  origin: Tag,
): Material {
  return { name, conductivityWPerMK, densityKgPerM3, specificHeatJPerKgK, tag: origin };
}

/** Building materials of the archetypes' layers. */
export const MATERIALS = {
  render: material('render', 1.0, 1800, 1000, ISO_10456),
  plaster: material('gypsum plaster', 0.57, 1300, 1000, ISO_10456),
  plasterboard: material('plasterboard', 0.25, 900, 1000, ISO_10456),
  concrete: material('reinforced concrete', 2.3, 2300, 1000, ISO_10456),
  screed: material('screed', 1.35, 2000, 1000, ISO_10456),
  fill: material('sand or slag fill', 0.7, 1400, 1000, engineering('between the beams of old floors')),
  timber: material('timber', 0.13, 500, 1600, ISO_10456),
  insulation: material(
    'insulation',
    0.035,
    30,
    1030,
    tag('TABULA conductivity of added insulation; mass assumed', 'estimation_assumptions'),
  ),
  solidBrick: material('solid brick', 0.8, 1800, 1000, BRICK),
  hollowBrick: material('hollow brick', 0.45, 1200, 1000, BRICK),
  soil: material(
    'sand and gravel',
    2.0,
    2000,
    1000,
    tag('EN ISO 13370:2017, table 7', 'estimation_assumptions'),
  ),
} as const satisfies Record<string, Material>;

export type MaterialName = keyof typeof MATERIALS;

export function layerOf(name: MaterialName, thicknessM: number): MaterialLayer {
  const { tag: _, ...properties } = MATERIALS[name];
  return { ...properties, thicknessM };
}

/** The material that a layer is made of. */
export function materialOf(layer: MaterialLayer): Material | undefined {
  return Object.values(MATERIALS).find(({ name }) => name === layer.name);
}
