import type { Building, Overridable, QualityClass } from '../building';
import type { ArchetypeRegion } from '../district';
import { archetypeOf, constructionPeriodOf, envelopeClassOf, type Described } from './archetypeOf';
import { INNER_BLIND_TAGS } from './blinds';
import { constructionsOf } from './constructions';
import { ENVELOPE_UNITS, USE_UNITS } from './figureUnits';
import { layerAssumptions, type LayerName } from './layerAssumptions';
import { combined, ENGINEERING_VALUE, tag } from './quality';
import { REFURBISHMENTS } from './refurbishments';
import { TABULA_ENVELOPES } from './tabulaEnvelopes';
import type { Archetype, DaySchedule, DaySchedules, EnvelopeFigures, Tag, UseFigures } from './types';
import { ZONE_FIGURES } from './zoneFigures';

type FigureName = keyof EnvelopeFigures | keyof UseFigures;
export type AssumptionName =
  FigureName | `${keyof DaySchedules}Schedule` | LayerName | keyof typeof ZONE_FIGURES;

/** A number that a building's results stand on. */
export interface Assumption {
  readonly name: AssumptionName;
  /** Which one where there are several of that name: a layer of a construction. */
  readonly of?: string;
  readonly value: number;
  readonly unit: string;
  readonly source: string;
  readonly quality: QualityClass;
  /** The archetype's, the building's own, or what a retrofit left. */
  readonly origin: 'archetype' | 'own' | 'retrofit';
}

type Origin = Pick<Assumption, 'source' | 'quality' | 'origin'>;

const RETROFITTED = {
  uWallWPerM2K: 'wall',
  uRoofWPerM2K: 'roof',
  uFloorWPerM2K: 'floor',
  uWindowWPerM2K: 'window',
  gValue: 'window',
  infiltrationPerH: 'airTightness',
  blindClosedAboveWPerM2: 'shading',
  blindTransmittedShare: 'shading',
  lightingWPerM2: 'lighting',
  heatingSetbackDegC: 'setback',
} as const satisfies Partial<Record<FigureName, keyof NonNullable<Building['retrofit']>>>;

/** Changed by a share or in series: what was there before still counts. */
const KEEPS_BASE: readonly FigureName[] = ['uWallWPerM2K', 'uRoofWPerM2K', 'uFloorWPerM2K', 'lightingWPerM2'];

/**
 * Every number of a building's archetype with where it comes from: figures of envelope and use, mean daily full-load hours
 * of the schedules, layers, and what all zones share. A class of results inherits the worst of those it stands on:
 * `worstQuality(assumptions.map(({ quality }) => quality))`.
 */
export function assumptionsOf(building: Described, region: ArchetypeRegion): readonly Assumption[] {
  const archetype = archetypeOf(building, region);
  const { use } = archetype;
  const envelope = envelopeTags(building, region);
  const figure = (name: FigureName, value: number, unit: string, typical: Tag): Assumption => ({
    name,
    value,
    unit,
    ...originOf(building, name, typical),
  });
  const envelopeNames = Object.keys(ENVELOPE_UNITS) as (keyof EnvelopeFigures)[];
  const useNames = Object.keys(USE_UNITS) as (keyof UseFigures)[];
  return [
    ...envelopeNames.map((name) => figure(name, archetype[name], ENVELOPE_UNITS[name], envelope[name])),
    ...useNames.map((name) => figure(name, use[name], USE_UNITS[name], use.tags[name])),
    ...scheduleAssumptions(archetype),
    ...layerAssumptions(constructionsOf(archetype, region)),
    ...Object.entries(ZONE_FIGURES).map(([name, shared]): Assumption => ({
      name: name as keyof typeof ZONE_FIGURES,
      ...shared,
      origin: 'archetype',
    })),
  ];
}

function originOf(building: Described, name: FigureName, typical: Tag): Origin {
  const own = building.overrides?.[name as Overridable];
  const base: Origin = own
    ? { source: own.source, quality: own.quality, origin: 'own' }
    : { source: typical.source, quality: typical.quality, origin: 'archetype' };
  const element = name in RETROFITTED ? RETROFITTED[name as keyof typeof RETROFITTED] : undefined;
  if (element === undefined || building.retrofit?.[element] === undefined) return base;
  const planned = tag(`retrofit of ${element} as planned`, 'estimation_assumptions');
  const after = KEEPS_BASE.includes(name) ? combined(base, planned) : planned;
  return { ...after, origin: 'retrofit' };
}

/** Tags of the envelope before a building's own numbers and retrofits. */
function envelopeTags(building: Described, region: ArchetypeRegion): Record<keyof EnvelopeFigures, Tag> {
  const envelopeClass = envelopeClassOf(building.use);
  const period = constructionPeriodOf(building.constructionYear);
  const row = TABULA_ENVELOPES[region][envelopeClass][period];
  const [, , , uWindow, gValue, infiltration, bridge, , variants] = row;
  const typical = borrowed(building, rowTag(variants, region));
  const work = building.envelope === 'asBuilt' ? null : REFURBISHMENTS[building.envelope];
  const pack = tag(
    `TABULA Germany, ${building.envelope === 'usualRefurbishment' ? 'variant 002' : 'variant 003'}`,
    region === 'centralEurope' ? 'extrapolated_higher_level' : 'estimation_assumptions',
  );
  const insulated = work ? combined(typical, pack) : typical;
  const replaced = (before: number, after: number | undefined): Tag =>
    after !== undefined && after < before ? pack : typical;
  return {
    uWallWPerM2K: insulated,
    uRoofWPerM2K: insulated,
    uFloorWPerM2K: insulated,
    uWindowWPerM2K: replaced(uWindow, work?.uWindowWPerM2K),
    gValue: replaced(gValue, work?.gValue),
    infiltrationPerH: replaced(infiltration, work?.infiltrationPerH),
    thermalBridgeWPerM2K: replaced(bridge, work?.thermalBridgeWPerM2K),
    windowShareOfFacade: typical,
    ...INNER_BLIND_TAGS,
    heatCapacityJPerM2K: borrowed(building, tag('TABULA c_m, 45 Wh/(m2 K)', 'extrapolated_higher_level')),
  };
}

function rowTag(variants: number, region: ArchetypeRegion): Tag {
  if (variants === 0) return ENGINEERING_VALUE;
  return tag(`TABULA/EPISCOPE, median of ${variants} types (${region})`, 'extrapolated_higher_level');
}

/** A house's figure on a building that is none. */
function borrowed({ use }: Described, typical: Tag): Tag {
  if (use === 'detached' || use === 'terraced' || use === 'apartment') return typical;
  return combined(typical, tag('of apartment buildings, borrowed', 'estimation_assumptions'));
}

const DAYS_OF_WEEK = 7;

function dailyHours({ weekday, saturday, sunday }: DaySchedule): number {
  const sum = (shares: readonly number[]): number => shares.reduce((total, share) => total + share, 0);
  return (5 * sum(weekday) + sum(saturday) + sum(sunday)) / DAYS_OF_WEEK;
}

function scheduleAssumptions({ use }: Archetype): Assumption[] {
  return (Object.keys(use.schedules) as (keyof DaySchedules)[]).map((name) => ({
    name: `${name}Schedule`,
    value: dailyHours(use.schedules[name]),
    unit: 'full-load h/d',
    ...use.tags[name],
    origin: 'archetype',
  }));
}
