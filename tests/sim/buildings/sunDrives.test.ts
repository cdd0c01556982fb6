import { describe, expect, test } from 'vitest';
import { calendarOf } from '../../../src/sim/arrays/calendar';
import { OPEN_HORIZON } from '../../../src/sim/devices';
import { buildingSunOf } from '../../../src/sim/buildings/sunDrives';
import type { SunPlanes, WallPlane } from '../../../src/sim/buildings/sunPlanes';
import type { BuildingShape } from '../../../src/sim/buildings/shape';

/** A wall through whose glass this much comes in a year, of which this much straight from the sun. */
function planeOf(transmittedSumWPerM2: number, beamSumWPerM2: number): WallPlane {
  const none = new Float64Array(calendarOf(3600, 0).stepCount);
  return {
    incidentWPerM2: none,
    glazing: () => ({
      incidentWPerM2: none,
      transmittedWPerM2: none,
      absorbedWPerM2: none,
      transmittedSumWPerM2,
      beamSumWPerM2,
    }),
  };
}

describe('the share of beam in what comes through the windows', () => {
  test('counts each window by the energy it lets in, not by its area', () => {
    const north = planeOf(100, 0);
    const south = planeOf(900, 600);
    const planes = {
      wall: (bin: number) => [{ plane: bin === 0 ? north : south, share: 1 }],
      shadedRoof: () => [],
    } as unknown as SunPlanes;
    const walls = Array.from({ length: 8 }, (_, bin) => ({
      areaM2: bin === 0 || bin === 4 ? 10 : 0,
      blockedSkyShare: 0,
    }));
    const shape: BuildingShape = {
      footprintM2: 100,
      exposedPerimeterM: 40,
      walls,
      partyWallM2: 0,
      roof: [{ areaM2: 100, tiltDeg: 0, azimuthDeg: 180, horizon: OPEN_HORIZON }],
    };
    const windows = { shareOfFacade: 0.2, glassShare: 0.7, uValueWPerM2K: 1.3, gValue: 0.6 };
    expect(buildingSunOf(shape, windows, planes).beamShare).toBeCloseTo(600 / 1000, 12);
  });
});
