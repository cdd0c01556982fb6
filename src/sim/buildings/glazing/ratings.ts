import { gapConductanceWPerM2K } from './cavity';
import { FILM_INSIDE_M2K_PER_W, FILM_OUTSIDE_M2K_PER_W } from './simpleGlazing';
import type { WindowOptics } from './types';

/** Reference conditions of EN 673, 8: mean temperature of the gas and difference between the outermost surfaces. */
const MEAN_TEMP_DEG_C = 10;
const DIFFERENCE_K = 15;
/** The shares of the difference settle by a factor of more than ten a round. */
const ROUNDS = 8;

/** Surface resistances, m² K/W. */
export interface Films {
  readonly outsideM2KPerW: number;
  readonly insideM2KPerW: number;
}

const EN_673_FILMS: Films = {
  outsideM2KPerW: FILM_OUTSIDE_M2K_PER_W,
  insideM2KPerW: FILM_INSIDE_M2K_PER_W,
};

export interface GlazingRatings {
  readonly uValueWPerM2K: number;
  readonly gValue: number;
}

/** Resistance of each cavity of upright glazing at EN 673's reference conditions, m² K/W. */
function cavityResistances({ cavities }: WindowOptics): readonly number[] {
  let resistances: readonly number[] = cavities.map(() => 1);
  for (let round = 0; round < ROUNDS; round += 1) {
    const total = resistances.reduce((sum, one) => sum + one, 0);
    resistances = cavities.map((cavity, i) => {
      const half = (DIFFERENCE_K * resistances[i]!) / total / 2;
      return 1 / gapConductanceWPerM2K(cavity, MEAN_TEMP_DEG_C - half, MEAN_TEMP_DEG_C + half, 90);
    });
  }
  return resistances;
}

/**
 * U and g of the upright glazing, centre of glass, at the reference conditions of EN 673 and EN 410 with their films (0.04
 * and 0.13 m² K/W) unless others are given: what a label states, to compare with. The gas follows ISO 15099. g = T + sum over panes of the absorbed
 * share times the part of the whole resistance that lies outside of the pane's middle. README eq. 16.
 */
export function glazingRatings(optics: WindowOptics, films = EN_673_FILMS): GlazingRatings {
  const cavities = cavityResistances(optics);
  let outside = films.outsideM2KPerW;
  let inwards = 0;
  const last = optics.transmittance.length - 1;
  optics.panes.forEach(({ conductanceWPerM2K }, i) => {
    const half = 0.5 / conductanceWPerM2K;
    outside += half;
    inwards += optics.absorptance[i]![last]! * outside;
    outside += half + (cavities[i] ?? 0);
  });
  const total = outside + films.insideM2KPerW;
  return { uValueWPerM2K: 1 / total, gValue: optics.transmittance[last]! + inwards / total };
}
