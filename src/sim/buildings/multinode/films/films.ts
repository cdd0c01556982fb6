import { gapConductanceWPerM2K } from '../../glazing';
import type { Chain, InsideEnd, OutdoorsEnd } from '../chain';
import { type CompiledBuilding, INNER, OUTER } from '../compile';
import type { StepInputs } from '../stepInputs';
import { LEAST_CONVECTION, naturalConvection, windowInsideConvection } from './natural';
import { outsideConvection } from './outside';
import { radiationFactor } from './radiation';

/** Coefficients of all surfaces and cavities, W/(m2 K). */
export interface Films {
  /** [2 chain + end] to zone air or outdoor air. */
  readonly convection: Float64Array;
  /** [2 chain + end] to the zone's mean radiant node, or outdoors to ground and horizon at air temperature. */
  readonly radiation: Float64Array;
  /** [chain] outer end to the sky. */
  readonly sky: Float64Array;
  /** [node] W/K to the next node, cavities included. */
  readonly linkWPerK: Float64Array;
}

export function newFilms(building: CompiledBuilding): Films {
  const ends = 2 * building.chains.length;
  return {
    convection: new Float64Array(ends),
    radiation: new Float64Array(ends),
    sky: new Float64Array(building.chains.length),
    linkWPerK: Float64Array.from(building.linkWPerK),
  };
}

/** Temperatures that films follow. */
export interface FilmTemps {
  readonly nodeDegC: Float64Array;
  readonly airDegC: Float64Array;
  readonly radiantDegC: Float64Array;
}

/** All coefficients at these temperatures; README eq. 4 to 9. */
export function fillFilms(
  building: CompiledBuilding,
  inputs: StepInputs,
  temps: FilmTemps,
  films: Films,
): void {
  const { chains, firstNode } = building;
  for (let c = 0; c < chains.length; c += 1) {
    const chain = chains[c]!;
    const first = firstNode[c]!;
    const last = firstNode[c + 1]! - 1;
    insideFilm(building, chain.inner, 2 * c + INNER, temps.nodeDegC[last]!, inputs.pressurePa, temps, films);
    const { outer } = chain;
    if (outer.kind === 'outdoors') outdoorsFilm(outer, c, temps.nodeDegC[first]!, inputs, films);
    else if (outer.kind === 'inside') {
      insideFilm(building, outer, 2 * c + OUTER, temps.nodeDegC[first]!, inputs.pressurePa, temps, films);
    }
    if (chain.cavities.length > 0) cavityLinks(chain, first, temps.nodeDegC, films);
  }
}

function insideFilm(
  building: CompiledBuilding,
  end: InsideEnd,
  at: number,
  surfaceDegC: number,
  pressurePa: number,
  temps: FilmTemps,
  films: Films,
): void {
  const airDegC = temps.airDegC[end.zone]!;
  const radiant = radiationFactor(surfaceDegC, temps.radiantDegC[end.zone]!);
  films.radiation[at] = building.greyFactor[at]! * radiant;
  if (end.fixedConvectionWPerM2K !== undefined) {
    films.convection[at] = end.fixedConvectionWPerM2K;
    return;
  }
  const convection = end.pane
    ? windowInsideConvection(end.pane, surfaceDegC, airDegC, pressurePa)
    : naturalConvection(surfaceDegC - airDegC, end.cosTilt);
  films.convection[at] = Math.max(convection, LEAST_CONVECTION);
}

function outdoorsFilm(
  end: OutdoorsEnd,
  c: number,
  surfaceDegC: number,
  inputs: StepInputs,
  films: Films,
): void {
  const { outdoorDegC, skyDegC } = inputs;
  films.sky[c] = end.emissivity * end.view.sky * radiationFactor(surfaceDegC, skyDegC);
  films.radiation[2 * c + OUTER] = end.emissivity * end.view.air * radiationFactor(surfaceDegC, outdoorDegC);
  films.convection[2 * c + OUTER] =
    end.fixedConvectionWPerM2K ??
    outsideConvection(
      end.wind,
      surfaceDegC - outdoorDegC,
      end.cosTilt,
      inputs.windwardSpeed,
      inputs.leewardSpeed,
    );
}

function cavityLinks(chain: Chain, first: number, nodeDegC: Float64Array, films: Films): void {
  for (const { link, cavity, tiltDeg, heightM } of chain.cavities) {
    const front = nodeDegC[first + link]!;
    const back = nodeDegC[first + link + 1]!;
    films.linkWPerK[first + link] =
      chain.areaM2 * gapConductanceWPerM2K(cavity, front, back, tiltDeg, heightM);
  }
}
