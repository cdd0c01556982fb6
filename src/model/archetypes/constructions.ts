import type { MaterialLayer } from '../buildingModel/types';
import type { ArchetypeRegion } from '../district';
import { layerOf, MATERIALS } from './materials';
import type { Archetype } from './types';

/** Surface resistances that U-values contain, m2 K/W: EN ISO 6946:2017 table 7, inside + outside. */
export const FILMS_M2K_PER_W = { wall: 0.13 + 0.04, roof: 0.1 + 0.04, floor: 0.17 } as const;

/** Layers from outside to inside; inner elements from their middle plane to the room. */
export interface ArchetypeConstructions {
  readonly wall: readonly MaterialLayer[];
  readonly roof: readonly MaterialLayer[];
  /** Without the ground below. */
  readonly floor: readonly MaterialLayer[];
  readonly partyWall: readonly MaterialLayer[];
  readonly partition: readonly MaterialLayer[];
  readonly innerFloor: readonly MaterialLayer[];
}

/** Brick, block or concrete, or a timber frame: who builds how is assumed, unknown_untraceable. */
function isTimberFrame(region: ArchetypeRegion, archetype: Archetype): boolean {
  return region === 'nordic' && archetype.envelopeClass !== 'multi';
}

function resistanceM2KPerW(layers: readonly MaterialLayer[]): number {
  return layers.reduce((sum, { thicknessM, conductivityWPerMK }) => sum + thicknessM / conductivityWPerMK, 0);
}

/** Boards thinner than this are not made: bare layers of a lesser conductivity stand for them. */
const LEAST_INSULATION_M = 0.01;

/**
 * Bare layers brought to a resistance: by insulation before layer `at` where they conduct too well, otherwise by scaling
 * the conductivity of all (a wall that is thinner or wetter, or of lighter bricks, than the usual one).
 */
function fitResistance(
  bare: readonly MaterialLayer[],
  targetM2KPerW: number,
  at: number,
): readonly MaterialLayer[] {
  const bareM2KPerW = resistanceM2KPerW(bare);
  const thicknessM = (targetM2KPerW - bareM2KPerW) * MATERIALS.insulation.conductivityWPerMK;
  if (thicknessM >= LEAST_INSULATION_M) {
    return [...bare.slice(0, at), layerOf('insulation', thicknessM), ...bare.slice(at)];
  }
  const factor = bareM2KPerW / Math.max(targetM2KPerW, LEAST_M2K_PER_W);
  return bare.map((layer) => ({ ...layer, conductivityWPerMK: layer.conductivityWPerMK * factor }));
}

/** No element conducts better than this, whatever its U-value says. */
const LEAST_M2K_PER_W = 0.02;

/** Layers whose U-values, thermal bridges included, are the archetype's. */
export function constructionsOf(archetype: Archetype, region: ArchetypeRegion): ArchetypeConstructions {
  const { uWallWPerM2K, uRoofWPerM2K, uFloorWPerM2K, thermalBridgeWPerM2K } = archetype;
  const timber = isTimberFrame(region, archetype);
  const target = (uWPerM2K: number, filmsM2KPerW: number): number =>
    1 / (uWPerM2K + thermalBridgeWPerM2K) - filmsM2KPerW;
  const block =
    archetype.period === 'to1945' || archetype.period === 'from1946to1979' ? 'solidBrick' : 'hollowBrick';
  const wall = timber
    ? [layerOf('timber', 0.022), layerOf('plasterboard', 0.013)]
    : [layerOf('render', 0.02), layerOf(block, 0.24), layerOf('plaster', 0.015)];
  // Central European and Nordic houses have timber roofs; flats and the south have slabs.
  const timberRoof = archetype.envelopeClass !== 'multi' && region !== 'mediterranean' && region !== 'warm';
  const roof = timberRoof
    ? [layerOf('timber', 0.024), layerOf('plasterboard', 0.013)]
    : [layerOf('concrete', 0.18), layerOf('plaster', 0.015)];
  const floor = [layerOf('concrete', 0.15), layerOf('screed', 0.05)];
  // Screeds float on their insulation since about 1980; before, it lies below the slab, where there is any.
  const floating = archetype.period === 'from1980to1999' || archetype.period === 'from2000';
  return {
    wall: fitResistance(wall, target(uWallWPerM2K, FILMS_M2K_PER_W.wall), 1),
    roof: fitResistance(roof, target(uRoofWPerM2K, FILMS_M2K_PER_W.roof), timberRoof ? 1 : 0),
    floor: fitResistance(floor, target(uFloorWPerM2K, FILMS_M2K_PER_W.floor), floating ? 1 : 0),
    partyWall: timber
      ? [layerOf('insulation', 0.05), layerOf('plasterboard', 0.013)]
      : [layerOf(block, 0.12), layerOf('plaster', 0.015)],
    partition: timber
      ? [layerOf('insulation', 0.035), layerOf('plasterboard', 0.013)]
      : [layerOf('hollowBrick', 0.05), layerOf('plaster', 0.015)],
    innerFloor: innerFloorOf(archetype, region, timber),
  };
}

/**
 * Half a floor between storeys, the same for both its faces. Timber beams with a fill before concrete; then a slab of 16 cm
 * with a floating screed of 5 cm, of which a day reaches 10 cm from below and the screed from above, 165 kJ/(m2 K) a face
 * (EN ISO 13786:2017 annex C). Who built how is assumed, unknown_untraceable.
 */
function innerFloorOf(archetype: Archetype, region: ArchetypeRegion, timber: boolean): MaterialLayer[] {
  if (timber) return [layerOf('timber', 0.05)];
  if (archetype.period === 'to1945' && region !== 'warm')
    return [layerOf('fill', 0.04), layerOf('timber', 0.024)];
  return [layerOf('concrete', 0.05), layerOf('screed', 0.025)];
}
