import type { Building, Footprint, Photovoltaics } from '../model/building';
import { atan2, RAD_PER_DEG } from '../sim/numeric/elementary';
import { takesPart } from './adoption';
import { mapBuildings, parameterOf, type MeasureDefinition } from './definition';

const PITCHED_TILT_DEG = 35;
const FLAT_TILT_DEG = 10;
const SOUTH_DEG = 180;
const NORTH_DEG = 0;

/** Shoelace area of the outer ring less the holes. */
function roofAreaM2(footprint: Footprint): number {
  const ringArea = (ring: Footprint['outer']) => {
    let doubled = 0;
    for (let i = 0; i < ring.length; i += 1) {
      const [x0, y0] = ring[i]!;
      const [x1, y1] = ring[(i + 1) % ring.length]!;
      doubled += x0 * y1 - x1 * y0;
    }
    return Math.abs(doubled) / 2;
  };
  return footprint.holes.reduce((area, hole) => area - ringArea(hole), ringArea(footprint.outer));
}

/** The pitch that faces the equator: square to the longest wall, clockwise from north. */
function pitchAzimuthDeg(footprint: Footprint, southern: boolean): number {
  let longest = -1;
  let azimuthDeg = southern ? NORTH_DEG : SOUTH_DEG;
  for (let i = 0; i < footprint.outer.length; i += 1) {
    const [x0, y0] = footprint.outer[i]!;
    const [x1, y1] = footprint.outer[(i + 1) % footprint.outer.length]!;
    const squaredLength = (x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0);
    if (squaredLength <= longest) continue;
    longest = squaredLength;
    // The direction (dx, dy) has azimuth atan2(dx, dy); the pitch faces 90 degrees from it, on the sunny side.
    const facing = atan2(x1 - x0, y1 - y0) / RAD_PER_DEG + 90;
    const wrapped = ((facing % 360) + 360) % 360;
    const facesSouth = wrapped >= 90 && wrapped <= 270;
    azimuthDeg = facesSouth !== southern ? wrapped : (wrapped + 180) % 360;
  }
  return azimuthDeg;
}

function arrayOn(
  building: Building,
  coverage: number,
  densityWPerM2: number,
  southern: boolean,
): Photovoltaics {
  const pitched = building.roof !== 'flat';
  return {
    peakW: roofAreaM2(building.footprint) * coverage * densityWPerM2,
    tiltDeg: pitched ? PITCHED_TILT_DEG : FLAT_TILT_DEG,
    // Whole degrees: roofs that face alike share one year of irradiance.
    azimuthDeg: pitched
      ? Math.round(pitchAzimuthDeg(building.footprint, southern))
      : southern
        ? NORTH_DEG
        : SOUTH_DEG,
  };
}

export const rooftopPhotovoltaics: MeasureDefinition = {
  type: 'rooftopPhotovoltaics',
  label: 'Rooftop photovoltaics',
  group: 'electricity',
  effect: 'system',
  adoptionOf: 'of buildings without panels',
  changes: 'Panels on the roof pitch that faces nearest to the equator, or low racks on a flat roof.',
  parameters: [
    {
      name: 'roofCoverage',
      label: 'Share of the roof covered',
      unit: '1',
      min: 0.05,
      max: 0.9,
      default: 0.35,
      source: 'engineering value: one pitch less edges, chimneys and windows',
      quality: 'unknown_untraceable',
    },
    {
      name: 'powerDensityWPerM2',
      label: 'Panel power per area',
      unit: 'W/m2',
      min: 100,
      max: 260,
      default: 200,
      source: 'engineering value: module efficiency 20 % at 1,000 W/m2',
      quality: 'unknown_untraceable',
    },
  ],
  applicability: ({ photovoltaics }) =>
    photovoltaics === null
      ? { applicable: true }
      : { applicable: false, reason: 'There are panels on the roof already.' },
  eligible: (district) =>
    district.buildings.filter((building) => building.photovoltaics === null).map((building) => building.id),
  apply(district, measure, seed) {
    const coverage = parameterOf(rooftopPhotovoltaics, measure, 'roofCoverage');
    const densityWPerM2 = parameterOf(rooftopPhotovoltaics, measure, 'powerDensityWPerM2');
    const southern = district.frame.latitudeDeg < 0;
    return mapBuildings(district, (building) =>
      building.photovoltaics === null &&
      takesPart(seed, building.id, 'rooftopPhotovoltaics', measure.adoption)
        ? { ...building, photovoltaics: arrayOn(building, coverage, densityWPerM2, southern) }
        : building,
    );
  },
};
