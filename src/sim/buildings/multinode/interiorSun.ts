import type { Chain, InsideEnd } from './chain';

/** Where the sun that enters a zone ends: shares of its watts, per node of a chain. */
export interface SunShare {
  readonly chain: number;
  readonly node: number;
  readonly beam: number;
  readonly diffuse: number;
}

/** Distribution in one zone. The rest of a watt leaves through the windows. */
export interface InteriorSun {
  readonly shares: readonly SunShare[];
}

/** A normal this close to upwards is a floor that the beam falls on. */
const FLOOR_COSINE = 0.5;

interface Facing {
  readonly chain: number;
  readonly end: InsideEnd;
  readonly inner: boolean;
  readonly areaM2: number;
}

/** Every surface that faces a zone. */
export function surfacesOf(chains: readonly Chain[], zone: number): Facing[] {
  const found: Facing[] = [];
  chains.forEach(({ inner, outer, areaM2 }, chain) => {
    if (outer.kind === 'inside' && outer.zone === zone)
      found.push({ chain, end: outer, inner: false, areaM2 });
    if (inner.zone === zone) found.push({ chain, end: inner, inner: true, areaM2 });
  });
  return found;
}

/**
 * Transmitted beam falls on the floor, which absorbs its share; what it throws back joins the transmitted diffuse light and
 * all surfaces absorb that by area times absorptance, windows by what their panes absorb and let out. EnergyPlus
 * Engineering Reference, "FullExterior", after Walton (1983). README eq. 10.
 */
export function interiorSun(chains: readonly Chain[], zone: number): InteriorSun {
  const facing = surfacesOf(chains, zone);
  const floors = facing.filter(({ end }) => end.cosTilt > FLOOR_COSINE && !end.pane);
  const floorAreaM2 = floors.reduce((sum, { areaM2 }) => sum + areaM2, 0);
  const floorBeam = new Map(
    floors.map(({ chain, inner, end, areaM2 }) => [
      `${chain}/${inner}`,
      (end.solarAbsorptance * areaM2) / floorAreaM2,
    ]),
  );
  const reflected = 1 - [...floorBeam.values()].reduce((sum, share) => sum + share, 0);
  const absorbing = facing.reduce((sum, { end, areaM2 }) => sum + areaM2 * end.solarAbsorptance, 0);
  if (!(absorbing > 0)) return { shares: [] };
  const shares = facing.flatMap(({ chain, end, inner, areaM2 }) => {
    const { backDiffuse, paneSun, capacityJPerM2K } = chains[chain]!;
    const beamHere = floorBeam.get(`${chain}/${inner}`) ?? 0;
    const spread = (absorptance: number): { beam: number; diffuse: number } => {
      const diffuse = (areaM2 * absorptance) / absorbing;
      return { beam: reflected * diffuse, diffuse };
    };
    if (inner && backDiffuse) {
      return paneSun.map(({ node, pane, share }) => ({
        chain,
        node,
        ...spread(backDiffuse.absorptance[pane]! * share),
      }));
    }
    const { beam, diffuse } = spread(end.solarAbsorptance);
    return [{ chain, node: inner ? capacityJPerM2K.length - 1 : 0, beam: beam + beamHere, diffuse }];
  });
  return { shares };
}
