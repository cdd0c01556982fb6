import type {
  BuildingUse,
  CoolingSystem,
  Evidence,
  Footprint,
  HeatingSystem,
  Point,
} from '../../model/building';
import type { ArchetypeRegion } from '../../model/district';
import { randomKey, uniform } from '../../sim/numeric/random';

/**
 * The stated rules that fill in what imported data does not say. Numbers refer to README.md of this folder. Every draw
 * is keyed by (seed, building id, purpose): one building's answers do not depend on its neighbours.
 */

/** A value and where it comes from. */
export interface Attributed<Value> {
  readonly value: Value;
  readonly evidence: Evidence;
}

const given = <Value>(value: Value): Attributed<Value> => ({ value, evidence: 'given' });

/** Height of one storey, floor to floor. Assumed: 3.0 m in homes (TABULA h_room 2.5 m + slab), 3.6 m elsewhere. */
const STOREY_HOME_M = 3;
const STOREY_WORK_M = 3.6;

export function isResidential(use: BuildingUse): boolean {
  return use === 'detached' || use === 'terraced' || use === 'apartment';
}

function ringAreaM2(ring: readonly Point[]): number {
  let doubled = 0;
  for (let i = 0; i < ring.length; i += 1) {
    const [x0, y0] = ring[i]!;
    const [x1, y1] = ring[(i + 1) % ring.length]!;
    doubled += x0 * y1 - x1 * y0;
  }
  return Math.abs(doubled) / 2;
}

/** Area of a footprint without its holes (shoelace). */
export function footprintAreaM2(footprint: Footprint): number {
  return footprint.holes.reduce((area, hole) => area - ringAreaM2(hole), ringAreaM2(footprint.outer));
}

/** Rule A1: use from footprint and height. */
export function useOf(
  use: BuildingUse | undefined,
  areaM2: number,
  heightM: number,
): Attributed<BuildingUse> {
  if (use !== undefined) return given(use);
  const evidence = 'assumed';
  if (areaM2 > 1500 && heightM < 9) return { value: 'warehouse', evidence };
  if (areaM2 > 1200) return { value: 'office', evidence };
  if (heightM > 9.5 || areaM2 > 320) return { value: 'apartment', evidence };
  return { value: areaM2 < 90 ? 'terraced' : 'detached', evidence };
}

/** Rule A2: storeys from height, or height from storeys, or both by use. */
export function heightAndLevelsOf(
  heightM: number | undefined,
  levels: number | undefined,
  use: BuildingUse,
): { heightM: Attributed<number>; levels: Attributed<number> } {
  const storeyM = isResidential(use) ? STOREY_HOME_M : STOREY_WORK_M;
  if (heightM !== undefined) {
    const counted = levels ?? Math.max(1, Math.round(heightM / storeyM));
    return {
      heightM: given(heightM),
      levels: levels === undefined ? { value: counted, evidence: 'derived' } : given(levels),
    };
  }
  if (levels !== undefined) {
    return { heightM: { value: levels * storeyM, evidence: 'derived' }, levels: given(levels) };
  }
  const assumed = use === 'apartment' || use === 'hotel' || use === 'hospital' ? 4 : use === 'office' ? 3 : 2;
  const storeys = use === 'warehouse' || use === 'retail' || use === 'restaurant' ? 1 : assumed;
  return {
    heightM: { value: storeys * storeyM, evidence: 'assumed' },
    levels: { value: storeys, evidence: 'assumed' },
  };
}

/**
 * Rule A3: construction year. Shares of dwellings by period: Germany, Zensus 2011 (rounded, from memory), used for all
 * regions and marked assumed.
 */
const YEAR_SHARES: readonly (readonly [share: number, from: number, to: number])[] = [
  [0.14, 1890, 1918],
  [0.12, 1919, 1948],
  [0.43, 1949, 1978],
  [0.21, 1979, 1999],
  [0.1, 2000, 2020],
];

export function constructionYearOf(year: number | undefined, id: string, seed: number): Attributed<number> {
  if (year !== undefined) return given(year);
  const key = randomKey(seed, id, 'assumed-construction-year');
  let rest = uniform(key, 0);
  for (const [share, from, to] of YEAR_SHARES) {
    if (rest < share) {
      return { value: from + Math.floor((rest / share) * (to - from + 1)), evidence: 'assumed' };
    }
    rest -= share;
  }
  return { value: 2020, evidence: 'assumed' };
}

/** Rule A4: one dwelling in a house, else one per 85 m2 of gross floor (about 70 m2 of living space). */
export function householdsOf(
  households: number | undefined,
  use: BuildingUse,
  grossFloorM2: number,
): Attributed<number> {
  if (households !== undefined) return given(households);
  if (use === 'detached' || use === 'terraced') return { value: 1, evidence: 'derived' };
  if (use === 'apartment') return { value: Math.max(2, Math.round(grossFloorM2 / 85)), evidence: 'derived' };
  return { value: 0, evidence: 'derived' };
}

type Shares<Value> = readonly (readonly [value: Value, share: number])[];

function pick<Value>(shares: Shares<Value>, last: Value, draw: number): Value {
  let rest = draw;
  for (const [value, share] of shares) {
    if (rest < share) return value;
    rest -= share;
  }
  return last;
}

/** Rule A5: heat supply shares by region; assumed, only the order of magnitude is meant. */
const HEATING_SHARES: Readonly<Record<ArchetypeRegion, Shares<HeatingSystem>>> = {
  centralEurope: [
    ['gasBoiler', 0.56],
    ['oilBoiler', 0.22],
    ['districtHeat', 0.14],
    ['airHeatPump', 0.04],
    ['directElectric', 0.04],
  ],
  nordic: [
    ['districtHeat', 0.55],
    ['airHeatPump', 0.22],
    ['directElectric', 0.21],
    ['oilBoiler', 0.02],
  ],
  mediterranean: [
    ['gasBoiler', 0.6],
    ['airHeatPump', 0.12],
    ['directElectric', 0.16],
    ['oilBoiler', 0.12],
  ],
  warm: [
    ['none', 0.7],
    ['directElectric', 0.2],
    ['airHeatPump', 0.1],
  ],
};

export function heatingOf(
  heating: HeatingSystem | undefined,
  year: number,
  region: ArchetypeRegion,
  id: string,
  seed: number,
): Attributed<HeatingSystem> {
  if (heating !== undefined) return given(heating);
  if (year >= 2016 && region !== 'warm') return { value: 'airHeatPump', evidence: 'assumed' };
  const draw = uniform(randomKey(seed, id, 'assumed-heating'), 0);
  const shares = HEATING_SHARES[region];
  return { value: pick(shares, shares[0]![0], draw), evidence: 'assumed' };
}

type CooledAs = 'home' | 'work' | 'hall' | 'school' | 'store';

const COOLED_AS: Readonly<Record<BuildingUse, CooledAs>> = {
  detached: 'home',
  terraced: 'home',
  apartment: 'home',
  office: 'work',
  retail: 'work',
  hospital: 'work',
  hotel: 'work',
  restaurant: 'work',
  publicHall: 'hall',
  school: 'school',
  warehouse: 'store',
};

/**
 * Rule A6: share of buildings with split air conditioners by region and kind of use; assumed. The warm share of homes is that
 * of a rich city: where few can pay for one, give `cooling` per building. CEA leaves Singapore's class rooms to fans.
 */
const COOLED_SHARE: Readonly<Record<ArchetypeRegion, Readonly<Record<CooledAs, number>>>> = {
  centralEurope: { home: 0.05, work: 1, hall: 0, school: 0, store: 0 },
  nordic: { home: 0.03, work: 1, hall: 0, school: 0, store: 0 },
  mediterranean: { home: 0.5, work: 1, hall: 0.8, school: 0.1, store: 0 },
  warm: { home: 0.8, work: 1, hall: 1, school: 0.5, store: 0.1 },
};

export function coolingOf(
  cooling: CoolingSystem | undefined,
  use: BuildingUse,
  region: ArchetypeRegion,
  id: string,
  seed: number,
): Attributed<CoolingSystem> {
  if (cooling !== undefined) return given(cooling);
  const share = COOLED_SHARE[region][COOLED_AS[use]];
  const draw = uniform(randomKey(seed, id, 'assumed-cooling'), 0);
  return { value: draw < share ? 'splitAirConditioner' : 'none', evidence: 'assumed' };
}
