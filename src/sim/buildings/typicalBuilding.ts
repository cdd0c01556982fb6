import type { Archetype } from '../../model/archetypes';
import type { Building, SourcedValue } from '../../model/building';
import { OPEN_HORIZON } from '../devices/photovoltaicHorizon';
import { ORIENTATIONS } from './envelope';
import { ROOF_PITCH_DEG, type BuildingShape } from './shape';

const STOREY_M = 3;
/** Sides of typical buildings, m: the sizes of TABULA's houses and blocks of flats, rounded. */
const SIDES_M = { detached: [10, 11], terraced: [7, 11], multi: [12, 18] } as const;
/** Share of each wall that is a party wall, so that there is one at all. */
const PARTY_SHARE = 0.25;
const TYPICAL_G = 0.65;
const TYPICAL_WINDOW_SHARE = 0.2;
const TYPICAL_YEAR = 1985;
export const TYPICAL_REGION = 'centralEurope';

/** Nothing of it depends on more than the key says: whoever comes first makes it for all. */
export function typicalBuilding(
  envelopeClass: Archetype['envelopeClass'],
  levels: number,
  uWallWPerM2K: number,
  uRoofWPerM2K: number,
  uWindowWPerM2K: number,
): Building {
  const own = (value: number): SourcedValue => ({
    value,
    source: 'grid of typical buildings',
    quality: 'estimation_assumptions',
  });
  return {
    id: 'typical',
    footprint: { outer: [], holes: [] },
    baseElevationM: 0,
    heightM: STOREY_M * levels,
    roof: 'gabled',
    levels,
    use: envelopeClass === 'multi' ? 'apartment' : envelopeClass,
    constructionYear: TYPICAL_YEAR,
    households: 0,
    envelope: 'asBuilt',
    overrides: {
      uWallWPerM2K: own(uWallWPerM2K),
      uRoofWPerM2K: own(uRoofWPerM2K),
      uFloorWPerM2K: own(uWallWPerM2K),
      uWindowWPerM2K: own(uWindowWPerM2K),
      gValue: own(TYPICAL_G),
      thermalBridgeWPerM2K: own(0),
      windowShareOfFacade: own(TYPICAL_WINDOW_SHARE),
    },
    heating: 'gasBoiler',
    cooling: 'none',
    photovoltaics: null,
    vehicles: null,
    connection: null,
    evidence: {},
  };
}

const OPEN = { horizon: OPEN_HORIZON };

/** Its geometry, roof half flat and half pitched: each is a part of its own. */
export function typicalShape(building: Building, envelopeClass: Archetype['envelopeClass']): BuildingShape {
  const [widthM, depthM] = SIDES_M[envelopeClass];
  const { heightM } = building;
  const wallM2 = (bin: number): number => {
    if (bin % 2 === 1) return 0;
    return (bin % 4 === 0 ? widthM : depthM) * heightM * (1 - PARTY_SHARE);
  };
  const footprintM2 = widthM * depthM;
  return {
    footprintM2,
    exposedPerimeterM: 2 * (widthM + depthM) * (1 - PARTY_SHARE),
    walls: Array.from({ length: ORIENTATIONS }, (_, bin) => ({ areaM2: wallM2(bin), blockedSkyShare: 0 })),
    partyWallM2: 2 * (widthM + depthM) * heightM * PARTY_SHARE,
    roof: [
      { areaM2: footprintM2 / 2, tiltDeg: 0, azimuthDeg: 180, ...OPEN },
      { areaM2: footprintM2 / 4, tiltDeg: ROOF_PITCH_DEG, azimuthDeg: 0, ...OPEN },
      { areaM2: footprintM2 / 4, tiltDeg: ROOF_PITCH_DEG, azimuthDeg: 180, ...OPEN },
    ],
  };
}
