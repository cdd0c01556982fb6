import { isHome, type Building, type Footprint, type Photovoltaics } from '../model/building';
import { atan2, RAD_PER_DEG } from '../sim/numeric/elementary';
import { takesPart } from './adoption';
import { mapBuildings, parameterOf, type MeasureDefinition } from './definition';
import { PANEL_COSTS, sourcedCost, typology } from './figures';
import { footprintAreaM2 } from './footprint';

const HOME = { eurPerKWp: 1040.9908, runningShare: 0.011576 };
const WORKPLACE = { eurPerKWp: 719.0594 };
/** Market prices of today lie well above the source's. */
const HIGH_SHARE = 2;

const PITCHED_TILT_DEG = 35;
const FLAT_TILT_DEG = 10;
const SOUTH_DEG = 180;
const NORTH_DEG = 0;

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
    peakW: footprintAreaM2(building.footprint) * coverage * densityWPerM2,
    tiltDeg: pitched ? PITCHED_TILT_DEG : FLAT_TILT_DEG,
    // Whole degrees: roofs that face alike and stand in the open share one year of irradiance.
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
  work: {
    disruption: 'none',
    costs: [
      sourcedCost(
        'panels',
        (_, building) => (building === undefined || isHome(building.use) ? HOME : WORKPLACE).eurPerKWp,
        PANEL_COSTS,
        HIGH_SHARE,
      ),
    ],
    lifetimeYears: typology(37.5, PANEL_COSTS),
    runningShare: typology(HOME.runningShare, PANEL_COSTS),
  },
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
