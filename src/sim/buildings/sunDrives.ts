import { openSkyShare } from '../devices/photovoltaicHorizon';
import { equivalentPane } from './glazing/simpleGlazing';
import type { RowSun, WallSun } from './modal';
import type { BuildingShape } from './shape';
import { orientationBin } from './shape';
import { ORIENTATIONS } from './envelope';
import type { Blind, SunPlanes } from './sunPlanes';

/** Sun on a building, as the modal zone's four drives are summed from it. */
export interface BuildingSun extends RowSun {
  /** Of what comes through the windows in a year. */
  readonly beamShare: number;
}

export interface Windows {
  readonly shareOfFacade: number;
  /** Without frames. */
  readonly glassShare: number;
  readonly uValueWPerM2K: number;
  readonly gValue: number;
  readonly blind?: Blind;
}

/**
 * Mean sun on roofs and on walls, W/m2, sun through the windows and absorbed in them, W (README eq. 6 to 9): orientation
 * by orientation, each between two horizons. Roofs are taken in 45 degree bins of their azimuth.
 */
export function buildingSunOf(shape: BuildingShape, windows: Windows, planes: SunPlanes): BuildingSun {
  const roofM2 = shape.roof.reduce((sum, { areaM2 }) => sum + areaM2, 0);
  const wallM2 = shape.walls.reduce((sum, { areaM2 }) => sum + areaM2, 0);
  const { normal } = equivalentPane({ id: '', kind: 'simple', ...windows });
  const absorptance = 1 - normal.transmittance - normal.reflectanceFront;
  const roof = shape.roof.flatMap(({ areaM2, tiltDeg, azimuthDeg, horizon }) =>
    planes
      .shadedRoof(
        tiltDeg,
        tiltDeg === 0 ? 180 : binAzimuthDeg(azimuthDeg),
        1 - openSkyShare(horizon, tiltDeg, azimuthDeg),
      )
      .map(({ incidentWPerM2, share }) => ({ values: incidentWPerM2, weight: (share * areaM2) / roofM2 })),
  );
  const walls: WallSun[] = [];
  let beam = 0;
  let total = 0;
  shape.walls.forEach(({ areaM2, blockedSkyShare }, bin) => {
    if (areaM2 <= 0) return;
    const glassM2 = areaM2 * windows.shareOfFacade * windows.glassShare;
    for (const { plane, share } of planes.wall(bin, blockedSkyShare)) {
      const sun = plane.glazing(windows.uValueWPerM2K, windows.blind);
      walls.push({
        plane: sun,
        wall: (share * areaM2) / wallM2,
        transmittedM2: share * glassM2 * normal.transmittance,
        paneM2: share * glassM2 * absorptance,
      });
      beam += share * glassM2 * sun.beamSumWPerM2;
      total += share * glassM2 * sun.transmittedSumWPerM2;
    }
  });
  return { roof, walls, beamShare: total > 0 ? beam / total : 0 };
}

function binAzimuthDeg(azimuthDeg: number): number {
  return (360 / ORIENTATIONS) * orientationBin(azimuthDeg);
}
