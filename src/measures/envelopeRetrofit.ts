import { REFURBISHMENTS } from '../model/archetypes';
import type { Building, EnvelopeState, Retrofit } from '../model/building';
import {
  buildingMeasure,
  ELEMENT_WORDS,
  hasOwnNumber,
  OWN_NUMBERS,
  type EnvelopeElement,
} from './buildingMeasure';
import {
  AIR_SEALING_EUR_PER_M2,
  engineeringCost,
  INSULATED_ELEMENTS,
  INSULATION_COSTS,
  insulationCarbon,
  insulationCost,
  typology,
  windowCarbon,
  windowCost,
  type InsulatedElement,
  STAYS_PUT,
} from './figures';
import type { ValueOf } from './work';

const NEWEST_ELIGIBLE_YEAR = 2000;
const ADVANCED_FROM_LEVEL = 1.5;

type Refurbished = Exclude<EnvelopeState, 'asBuilt'>;
type Refurbishment = (typeof REFURBISHMENTS)[Refurbished];

function stateOf(valueOf: ValueOf): Refurbished {
  return valueOf('level') >= ADVANCED_FROM_LEVEL ? 'advancedRefurbishment' : 'usualRefurbishment';
}

const THICKNESS = {
  wall: 'wallInsulationM',
  roof: 'roofInsulationM',
  floor: 'floorInsulationM',
} as const satisfies Record<InsulatedElement, keyof Refurbishment>;

/** What the package adds to an element at this building: nothing where as much has been added already. */
function addedM(element: InsulatedElement, valueOf: ValueOf, building?: Building): number {
  const packageM = REFURBISHMENTS[stateOf(valueOf)][THICKNESS[element]];
  return (building?.retrofit?.[element]?.insulationM ?? 0) < packageM ? packageM : 0;
}

function newWindowsU(valueOf: ValueOf, building?: Building): number {
  const { uWindowWPerM2K } = REFURBISHMENTS[stateOf(valueOf)];
  const standing = building?.retrofit?.window ?? null;
  return standing !== null && standing.uValueWPerM2K <= uWindowWPerM2K ? Number.NaN : uWindowWPerM2K;
}

/** An element with the building's own number is not reached through the archetype. */
function insulationBeside(building: Building, element: InsulatedElement, packageM: number): Retrofit['wall'] {
  const standingM = building.retrofit?.[element]?.insulationM ?? 0;
  const restM = Math.max(packageM, standingM) - (hasOwnNumber(building, element) ? 0 : packageM);
  return restM > 0 ? { insulationM: restM } : undefined;
}

function windowBeside(building: Building, work: Refurbishment): Retrofit['window'] {
  const standing = building.retrofit?.window;
  const { uWindowWPerM2K, gValue } = work;
  if (!hasOwnNumber(building, 'window'))
    return standing !== undefined && standing.uValueWPerM2K < uWindowWPerM2K ? standing : undefined;
  if (standing !== undefined && standing.uValueWPerM2K <= uWindowWPerM2K) return standing;
  const ownU = building.overrides?.uWindowWPerM2K?.value ?? Number.POSITIVE_INFINITY;
  return ownU > uWindowWPerM2K ? { uValueWPerM2K: uWindowWPerM2K, gValue } : undefined;
}

function sealingBeside(building: Building, { infiltrationPerH }: Refurbishment): Retrofit['airTightness'] {
  const standing = building.retrofit?.airTightness;
  const own = building.overrides?.infiltrationPerH?.value;
  if (own === undefined)
    return standing !== undefined && standing.infiltrationPerH < infiltrationPerH ? standing : undefined;
  if (standing !== undefined && standing.infiltrationPerH <= infiltrationPerH) return standing;
  return own > infiltrationPerH ? { infiltrationPerH } : undefined;
}

/**
 * What of the single elements stays beside the package: the better of the two counts, never the sum. The package reaches
 * an element through the archetype, so only the rest above it is kept; an element with the building's own number gets a
 * single work of the package's quality instead.
 */
function besidePackage(building: Building, work: Refurbishment): Retrofit | undefined {
  const { wall: _w, roof: _r, floor: _f, window: _n, airTightness: _a, ...others } = building.retrofit ?? {};
  const beside = Object.entries({
    ...others,
    wall: insulationBeside(building, 'wall', work.wallInsulationM),
    roof: insulationBeside(building, 'roof', work.roofInsulationM),
    floor: insulationBeside(building, 'floor', work.floorInsulationM),
    window: windowBeside(building, work),
    airTightness: sealingBeside(building, work),
  }).filter(([, one]) => one !== undefined);
  return beside.length > 0 ? (Object.fromEntries(beside) as Retrofit) : undefined;
}

export const envelopeRetrofit = buildingMeasure({
  type: 'envelopeRetrofit',
  label: 'Envelope retrofit',
  group: 'envelope',
  effect: 'fabric',
  adoptionOf: `of unrefurbished buildings from before ${NEWEST_ELIGIBLE_YEAR}`,
  changes:
    'Walls, roof, floor and windows reach the usual or the advanced refurbishment level of their archetype.',
  parameters: [
    {
      name: 'level',
      label: 'Level: 1 usual, 2 advanced',
      unit: '1',
      min: 1,
      max: 2,
      default: 1,
      source: 'TABULA/EPISCOPE variants 002 (usual) and 003 (advanced refurbishment)',
      quality: 'extrapolated_higher_level',
    },
  ],
  work: {
    disruption: 'moveOut',
    costs: [
      ...INSULATED_ELEMENTS.map((element) =>
        insulationCost(element, (valueOf, building) => addedM(element, valueOf, building)),
      ),
      windowCost(newWindowsU),
      engineeringCost('floorArea', AIR_SEALING_EUR_PER_M2, 2),
    ],
    lifetimeYears: typology(40, INSULATION_COSTS),
    runningShare: STAYS_PUT,
    embodied: [
      ...INSULATED_ELEMENTS.map((element) =>
        insulationCarbon(element, (valueOf, building) => addedM(element, valueOf, building)),
      ),
      windowCarbon(newWindowsU),
    ],
  },
  refusal(building) {
    const isProtected = (Object.keys(OWN_NUMBERS) as EnvelopeElement[]).find((element) =>
      building.protectedElements?.includes(element),
    );
    if (isProtected !== undefined)
      return `${ELEMENT_WORDS[isProtected]} of this building may not be changed.`;
    if (building.envelope !== 'asBuilt')
      return 'The whole envelope has been refurbished already; nothing is counted twice.';
    return building.constructionYear < NEWEST_ELIGIBLE_YEAR
      ? null
      : `It was built in ${building.constructionYear}, to a standard the package hardly betters.`;
  },
  change(building, valueOf) {
    const { retrofit: _, ...rest } = building;
    const envelope = stateOf(valueOf);
    const retrofit = besidePackage(building, REFURBISHMENTS[envelope]);
    return { ...rest, envelope, ...(retrofit === undefined ? {} : { retrofit }) };
  },
});
