import type { Glazing, Pane } from '../../../model/buildingModel/types';
import { coatedPaneByCosine, paneOnCurve } from './coated';
import { clearPane, clearPaneByCosine } from './fresnel';
import { equivalentPane } from './simpleGlazing';
import { stackOf, turned, unpolarised } from './stack';
import type { Cavity, GlazingAtAngle, PaneAtAngle, PaneByCosine, PaneThermal, WindowOptics } from './types';

/** Intervals of the tables over the cosine of incidence. */
export const COSINE_STEPS = 100;

/** Infrared emissivity of bare glass, for glazing known by its label only. EN 12898: 0.837 corrected. */
const BARE_EMISSIVITY = 0.84;

const normalOf = (pane: Pane): PaneAtAngle => ({
  transmittance: pane.solarTransmittance,
  reflectanceFront: pane.solarReflectanceFront,
  reflectanceBack: pane.solarReflectanceBack,
});

/** Mean of both polarisations before the panes meet. */
function depolarised(pane: PaneByCosine): PaneByCosine {
  return (cosine) => {
    const [s, p] = pane(cosine);
    const mean: PaneAtAngle = {
      transmittance: (s.transmittance + p.transmittance) / 2,
      reflectanceFront: (s.reflectanceFront + p.reflectanceFront) / 2,
      reflectanceBack: (s.reflectanceBack + p.reflectanceBack) / 2,
    };
    return [mean, mean];
  };
}

/**
 * Optics of panes by the cosine of incidence: Fresnel where a pane can be bare glass, else the curve of a coating. How a
 * coating polarises is not known; a bare pane behind it then counts as a mean too, for bare panes pass more together
 * than their means do, while one that polarises alone would pass less.
 */
export function panesByCosine(panes: readonly Pane[]): readonly PaneByCosine[] {
  const normals = panes.map(normalOf);
  const clear = normals.map(clearPane);
  const allBare = clear.every((pane) => pane !== undefined);
  return normals.map((normal, i) => {
    const bare = clear[i];
    if (!bare) return coatedPaneByCosine(normal);
    return allBare ? clearPaneByCosine(bare) : depolarised(clearPaneByCosine(bare));
  });
}

/** Whole glazing at one cosine of incidence, unpolarised light from outside or from the room. */
function glazingAt(panes: readonly PaneByCosine[], cosine: number, fromInside: boolean): GlazingAtAngle {
  const s: PaneAtAngle[] = [];
  const p: PaneAtAngle[] = [];
  for (const pane of panes) {
    const [ofS, ofP] = pane(cosine);
    s.push(ofS);
    p.push(ofP);
  }
  if (!fromInside) return unpolarised(stackOf(s), stackOf(p));
  const back = (of: PaneAtAngle[]): GlazingAtAngle => stackOf(of.map(turned).reverse());
  const mean = unpolarised(back(s), back(p));
  return { ...mean, absorptance: [...mean.absorptance].reverse() };
}

/** Hemispherical mean of a table that is linear between equidistant cosines: integral of 2 c f(c) dc. README eq. 9. */
export function hemisphericalMean(table: ArrayLike<number>): number {
  const steps = table.length - 1;
  let sum = 0;
  for (let i = 0; i < steps; i += 1) {
    const low = i / steps;
    const high = (i + 1) / steps;
    sum += table[i]! * (2 * low + high) + table[i + 1]! * (low + 2 * high);
  }
  return sum / (3 * steps);
}

/** Value of a table at a cosine of incidence, 0 to 1. */
export function atCosine(table: Float64Array, cosine: number): number {
  const position = Math.min(Math.max(cosine, 0), 1) * (table.length - 1);
  const index = Math.min(Math.floor(position), table.length - 2);
  const share = position - index;
  return table[index]! * (1 - share) + table[index + 1]! * share;
}

interface Tables {
  readonly transmittance: Float64Array;
  readonly absorptance: readonly Float64Array[];
  readonly diffuse: GlazingAtAngle;
}

function tablesOf(panes: readonly PaneByCosine[], fromInside: boolean): Tables {
  const transmittance = new Float64Array(COSINE_STEPS + 1);
  const absorptance = panes.map(() => new Float64Array(COSINE_STEPS + 1));
  for (let i = 0; i <= COSINE_STEPS; i += 1) {
    const at = glazingAt(panes, i / COSINE_STEPS, fromInside);
    transmittance[i] = at.transmittance;
    absorptance.forEach((table, pane) => (table[i] = at.absorptance[pane]!));
  }
  const ofDiffuse = hemisphericalMean(transmittance);
  const absorbed = absorptance.map(hemisphericalMean);
  const reflectance = absorbed.reduce((rest, share) => rest - share, 1 - ofDiffuse);
  return {
    transmittance,
    absorptance,
    diffuse: { transmittance: ofDiffuse, reflectance, absorptance: absorbed },
  };
}

function thermalOf({ thicknessM, conductivityWPerMK, emissivityFront, emissivityBack }: Pane): PaneThermal {
  return { conductanceWPerM2K: conductivityWPerMK / thicknessM, emissivityFront, emissivityBack };
}

/** Glazings whose optics are kept at most: a district's archetypes have some dozens. */
const MOST_KEPT = 256;
const kept = new Map<string, WindowOptics>();

/**
 * Angular tables, diffuse means and heat transfer data of a glazing; README eq. 1 to 12. Kept by content: buildings of one
 * archetype share them, so nobody may write into them.
 */
export function windowOptics(glazing: Glazing): WindowOptics {
  const key = contentOf(glazing);
  const known = kept.get(key);
  if (known) return known;
  const { panes, optics, cavities } = glazing.kind === 'layers' ? layered(glazing) : simple(glazing);
  const { transmittance, absorptance, diffuse } = tablesOf(optics, false);
  const diffuseFromInside = tablesOf(optics, true).diffuse;
  const found = { panes, cavities, transmittance, absorptance, diffuse, diffuseFromInside };
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, found);
  return found;
}

/** All but the name. */
function contentOf(glazing: Glazing): string {
  return glazing.kind === 'layers'
    ? JSON.stringify([glazing.panes, glazing.gaps])
    : `${glazing.uValueWPerM2K}/${glazing.gValue}`;
}

interface Layers {
  readonly panes: readonly PaneThermal[];
  readonly optics: readonly PaneByCosine[];
  readonly cavities: readonly Cavity[];
}

function layered({ panes, gaps }: Extract<Glazing, { kind: 'layers' }>): Layers {
  return {
    panes: panes.map(thermalOf),
    optics: panesByCosine(panes),
    cavities: gaps.map(({ gas, thicknessM }, i) => ({
      gas,
      thicknessM,
      emissivityFront: panes[i]!.emissivityBack,
      emissivityBack: panes[i + 1]!.emissivityFront,
    })),
  };
}

function simple(glazing: Extract<Glazing, { kind: 'simple' }>): Layers {
  const { conductanceWPerM2K, normal, curve } = equivalentPane(glazing);
  const emissivityFront = BARE_EMISSIVITY;
  return {
    panes: [{ conductanceWPerM2K, emissivityFront, emissivityBack: BARE_EMISSIVITY }],
    optics: [paneOnCurve(normal, curve)],
    cavities: [],
  };
}
