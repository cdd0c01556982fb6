/** One outer surface of the exterior element as the equivalent outdoor temperature sees it. */
export interface OuterSurface {
  /** Share of the element's total conductance, U A / sum U A. */
  readonly weight: number;
  readonly irradianceWPerM2: number;
  /** 1 for a wall; for a window the share of the long-wave exchange that its blind lets through. */
  readonly skyExchange: number;
  readonly absorptance: number;
}

/** Films outside. */
export interface OuterFilms {
  readonly convectionWPerM2K: number;
  readonly radiationWPerM2K: number;
}

/**
 * Equivalent outdoor temperature of an element of several surfaces, degC: VDI 6007-1; README eq. 11. `skyDegC` is the
 * black-body temperature of what the surfaces see; NaN leaves the long-wave exchange out. A part of the element that
 * borders on something of its own temperature (ground, a cellar) comes as `groundWeight` and `groundDegC`.
 */
export function equivalentOutdoorDegC(
  outdoorDegC: number,
  skyDegC: number,
  surfaces: readonly OuterSurface[],
  films: OuterFilms,
  groundWeight = 0,
  groundDegC = 0,
): number {
  const total = films.convectionWPerM2K + films.radiationWPerM2K;
  const longWaveK = skyDegC === skyDegC ? ((skyDegC - outdoorDegC) * films.radiationWPerM2K) / total : 0;
  let sum = groundWeight * groundDegC;
  for (const { weight, irradianceWPerM2, skyExchange, absorptance } of surfaces)
    sum += weight * (outdoorDegC + longWaveK * skyExchange + (irradianceWPerM2 * absorptance) / total);
  return sum;
}

/** How radiation inside is shared among the inner surfaces. */
export interface SurfaceShares {
  readonly exterior: number;
  readonly interior: number;
  readonly window: number;
}

/**
 * Shares by area, of a radiating source in the room or of the sun through one facade: sunlight cannot fall on the facade
 * that it comes through, so its wall and window areas are left out. README eq. 12.
 */
export function surfaceShares(
  exteriorM2: number,
  interiorM2: number,
  windowM2: number,
  facadeWallM2 = 0,
  facadeWindowM2 = 0,
): SurfaceShares {
  const total = exteriorM2 + interiorM2 + windowM2 - facadeWallM2 - facadeWindowM2;
  return {
    exterior: (exteriorM2 - facadeWallM2) / total,
    interior: interiorM2 / total,
    window: (windowM2 - facadeWindowM2) / total,
  };
}
