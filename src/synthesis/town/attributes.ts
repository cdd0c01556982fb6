import type {
  Building,
  BuildingUse,
  CoolingSystem,
  EnvelopeState,
  HeatingSystem,
  Photovoltaics,
} from '../../model/building';
import { footprintAreaM2 } from '../../geometry/polygon';
import { randomKey, uniform } from '../../sim/numeric/random';
import type { Address } from './addresses';
import type { Plot, Quarter } from './site';

type Range = readonly [number, number];

const YEARS: Readonly<Record<Quarter, Range>> = {
  oldTown: [1740, 1912],
  terraces: [1872, 1914],
  suburb: [1926, 2014],
  slabs: [1957, 1974],
  works: [1964, 2008],
  edge: [1898, 1996],
};

/** Storeys by use where the plan does not say. */
const LEVELS: Readonly<Record<BuildingUse, Range>> = {
  detached: [1, 2],
  terraced: [2, 3],
  apartment: [3, 5],
  office: [3, 5],
  retail: [3, 4],
  school: [2, 3],
  hospital: [4, 5],
  hotel: [3, 4],
  restaurant: [2, 3],
  warehouse: [1, 1],
  publicHall: [2, 3],
};

const STOREY_M: Readonly<Record<Quarter, number>> = {
  oldTown: 3.1,
  terraces: 3.4,
  suburb: 2.75,
  slabs: 2.8,
  works: 3.6,
  edge: 3.2,
};

/** Cumulative shares of the heating systems found today, by quarter. */
const HEATING: Readonly<Record<Quarter, readonly (readonly [HeatingSystem, number])[]>> = {
  oldTown: [
    ['districtHeat', 0.42],
    ['gasBoiler', 0.9],
    ['directElectric', 0.96],
    ['oilBoiler', 1],
  ],
  terraces: [
    ['gasBoiler', 0.78],
    ['oilBoiler', 0.9],
    ['directElectric', 0.97],
    ['airHeatPump', 1],
  ],
  suburb: [
    ['gasBoiler', 0.58],
    ['oilBoiler', 0.86],
    ['airHeatPump', 0.95],
    ['directElectric', 1],
  ],
  slabs: [
    ['districtHeat', 0.55],
    ['gasBoiler', 1],
  ],
  works: [
    ['gasBoiler', 0.75],
    ['oilBoiler', 1],
  ],
  edge: [
    ['gasBoiler', 0.66],
    ['districtHeat', 0.88],
    ['oilBoiler', 1],
  ],
};

const COOLED: Partial<Record<BuildingUse, number>> = {
  office: 0.6,
  retail: 0.55,
  hotel: 0.7,
  hospital: 1,
  restaurant: 0.5,
  detached: 0.04,
};

/** Every attribute of a building, drawn by (seed, plot, attribute): no draw depends on another one's outcome order. */
export function completePlot(plot: Plot, address: Address, seed: number): Building {
  const draw = (purpose: string): number => uniform(randomKey(seed, plot.key, purpose), 0);
  const between = (range: Range, purpose: string): number => range[0] + (range[1] - range[0]) * draw(purpose);
  const footprint = { outer: plot.outer, holes: plot.holes };
  const areaM2 = footprintAreaM2(footprint);
  const constructionYear = yearOf(plot, draw('rebuilt'), draw('year'));
  const levels = plot.levels ?? Math.round(between(LEVELS[plot.use], 'levels'));
  const roof = plot.roof ?? (plot.quarter === 'oldTown' || draw('roof') < 0.4 ? 'gabled' : 'flat');
  const households = householdsOf(plot, areaM2, levels, draw('flats'));
  const heating = pick(HEATING[plot.quarter], draw('heating'));
  return {
    id: address.id,
    name: plot.title === undefined ? address.text : `${plot.title}, ${address.text}`,
    footprint,
    baseElevationM: 0,
    heightM: heightOf(plot, levels, draw('height')),
    roof,
    levels,
    use: plot.use,
    constructionYear,
    households,
    envelope: envelopeOf(constructionYear, draw('envelope')),
    heating: heating === 'airHeatPump' && constructionYear < 1950 ? 'gasBoiler' : heating,
    cooling: coolingOf(plot.use, draw('cooling')),
    photovoltaics: photovoltaicsOf(plot, roof, areaM2, draw('photovoltaics'), draw('azimuth')),
    vehicles: vehiclesOf(plot, households, draw('vehicles')),
    connection: null,
    evidence: {},
  };
}

function yearOf(plot: Plot, rebuilt: number, position: number): number {
  // One in seven old houses was rebuilt after the war; a garden suburb fills up over ninety years, mostly 1950 to 1985.
  if (plot.quarter === 'oldTown' && rebuilt < 0.15) return Math.round(1949 + 14 * position);
  if (plot.quarter === 'suburb') {
    const bent = rebuilt < 0.65 ? 0.27 + 0.4 * position : position;
    return Math.round(YEARS.suburb[0] + (YEARS.suburb[1] - YEARS.suburb[0]) * bent);
  }
  const range = YEARS[plot.quarter];
  return Math.round(range[0] + (range[1] - range[0]) * position);
}

function heightOf(plot: Plot, levels: number, draw: number): number {
  const hall = plot.use === 'warehouse' || (plot.use === 'retail' && levels === 1);
  const storeyM = hall ? 6.2 : plot.use === 'publicHall' ? 4.2 : STOREY_M[plot.quarter];
  const baseM = plot.quarter === 'suburb' ? 0.4 : 0.9;
  return Math.round((baseM + levels * storeyM + (draw - 0.5) * 1.3 + (hall ? 2 * draw : 0)) * 10) / 10;
}

/** 105 m2 of gross floor for a flat; shops and restaurants give up their ground floor. */
function householdsOf(plot: Plot, areaM2: number, levels: number, draw: number): number {
  if (plot.households !== undefined) return plot.households;
  const gross = areaM2 * levels;
  switch (plot.use) {
    case 'detached':
      return areaM2 > 130 && draw < 0.4 ? 2 : 1;
    case 'terraced':
      return gross > 330 || draw < 0.15 ? 2 : 1;
    case 'apartment':
      return Math.max(4, Math.min(16, Math.round(gross / 105)));
    case 'retail':
    case 'restaurant':
      return levels > 1 ? Math.max(1, Math.min(10, Math.round((areaM2 * (levels - 1)) / 110))) : 0;
    default:
      return 0;
  }
}

function pick<Value>(shares: readonly (readonly [Value, number])[], draw: number): Value {
  const found = shares.find(([, upTo]) => draw < upTo) ?? shares[shares.length - 1]!;
  return found[0];
}

function envelopeOf(year: number, draw: number): EnvelopeState {
  if (year > 1995) return 'asBuilt';
  return draw < 0.64 ? 'asBuilt' : draw < 0.95 ? 'usualRefurbishment' : 'advancedRefurbishment';
}

function coolingOf(use: BuildingUse, draw: number): CoolingSystem {
  return draw < (COOLED[use] ?? 0) ? 'splitAirConditioner' : 'none';
}

function photovoltaicsOf(
  plot: Plot,
  roof: Building['roof'],
  areaM2: number,
  draw: number,
  azimuthDraw: number,
): Photovoltaics | null {
  const share =
    plot.quarter === 'suburb' ? 0.1 : plot.quarter === 'works' ? 0.2 : plot.quarter === 'slabs' ? 0.06 : 0.02;
  if (draw > share) return null;
  // 0.2 kW/m2 of module on a quarter of the footprint.
  const peakW = Math.round(Math.min(60_000, Math.max(3_000, areaM2 * 50)) / 100) * 100;
  const azimuthDeg = Math.round(180 + (azimuthDraw - 0.5) * 90);
  return { peakW, tiltDeg: roof === 'flat' ? 15 : 38, azimuthDeg };
}

function vehiclesOf(plot: Plot, households: number, draw: number): Building['vehicles'] {
  if (households === 0) return null;
  const share = plot.quarter === 'suburb' ? 0.09 : 0.04;
  return draw < share ? { count: 1, control: 'unmanaged' } : null;
}
