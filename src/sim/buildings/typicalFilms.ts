import { archetypeOf, type Archetype } from '../../model/archetypes';
import type { Building } from '../../model/building';
import type { BuildingModel } from '../../model/buildingModel/types';
import type { WeatherYear } from '../../model/weather';
import { calendarOf } from '../arrays/calendar';
import { ln, pow } from '../numeric/elementary';
import { equivalentPane } from './glazing/simpleGlazing';
import { buildingModelOf } from './modelOf';
import { constantFilms } from './multinode';
import type { CompiledBuilding } from './multinode/compile';
import { INNER, OUTER } from './multinode/compile';
import type { Films } from './multinode/films/films';
import { newFilms } from './multinode/films/films';
import { orientationBin } from './shape';
import type { ElementSun } from './solar';
import { sunPlanesOf } from './sunPlanes';
import { TYPICAL_REGION, typicalBuilding, typicalShape } from './typicalBuilding';

/** Coefficients of the chains of one part of a building, W/(m2 K): means over its typical building's chains. */
interface PartFilms {
  readonly convection: readonly [outer: number, inner: number];
  readonly radiation: readonly [outer: number, inner: number];
  readonly sky: number;
}

/** By part: wall, its glass and frames, roof, floor, party wall and inner elements. */
export type TypicalFilms = ReadonlyMap<string, PartFilms>;

/** Layers are cut for steps of four hours, README eq. 3. */
export const CELL_STEP_S = 14400;
/** Typical buildings by levels: films follow the wind at half their height. */
const LEVEL_CLASSES = [2, 5] as const;

/** Every fifth day of a year is enough for its mean conditions. */
const SAMPLED_DAYS = 5;

const cache = new WeakMap<WeatherYear, Map<string, TypicalFilms>>();
const samples = new WeakMap<WeatherYear, WeatherYear>();

const sampledOf = new WeakMap<Float64Array, Float64Array>();

/** The hours of the sampled days in a row. */
function sampled(hourly: Float64Array): Float64Array {
  const known = sampledOf.get(hourly) ?? takeSample(hourly);
  sampledOf.set(hourly, known);
  return known;
}

function takeSample(hourly: Float64Array): Float64Array {
  const days = Math.ceil(hourly.length / 24 / SAMPLED_DAYS);
  return Float64Array.from(
    { length: 24 * days },
    (_, hour) => hourly[24 * SAMPLED_DAYS * Math.floor(hour / 24) + (hour % 24)]!,
  );
}

function sampleOf(weather: WeatherYear): WeatherYear {
  const known = samples.get(weather);
  if (known) return known;
  const columns = Object.entries(weather).map(([name, value]: [string, unknown]) => [
    name,
    value instanceof Float64Array ? sampled(value) : value,
  ]);
  const sample = Object.fromEntries(columns) as WeatherYear;
  samples.set(weather, sample);
  return sample;
}

/** U-values of typical buildings lie on this grid of factors: films go with their cube root. */
const U_GRID = 1.5;

const gridU = (uWPerM2K: number): number =>
  pow(U_GRID, Math.round(ln(Math.max(uWPerM2K, 0.05)) / ln(U_GRID)));

/**
 * Films of constant coefficients hardly follow a building's size: they are those of the typical building of its kind,
 * worked out once a weather year by `constantFilms` (README eq. 4). Kinds are told by what decides surface temperatures and
 * wind: U-values on a grid, levels, and whether houses stand in rows.
 */
export function typicalFilmsOf(building: Building, archetype: Archetype, weather: WeatherYear): TypicalFilms {
  const levels = LEVEL_CLASSES.find((most) => building.levels <= most + 1) ?? LEVEL_CLASSES[1];
  const { envelopeClass, thermalBridgeWPerM2K } = archetype;
  const [wall, roof, window] = [
    gridU(archetype.uWallWPerM2K + thermalBridgeWPerM2K),
    gridU(archetype.uRoofWPerM2K + thermalBridgeWPerM2K),
    gridU(archetype.uWindowWPerM2K),
  ];
  const key = [envelopeClass, levels, wall, roof, window].join();
  const kept = cache.get(weather) ?? new Map<string, TypicalFilms>();
  cache.set(weather, kept);
  const known = kept.get(key);
  if (known) return known;
  const typical = typicalBuilding(envelopeClass, levels, wall, roof, window);
  const shape = typicalShape(typical, envelopeClass);
  const model = buildingModelOf(typical, shape, { region: TYPICAL_REGION, weather, windowsStayClosed: true });
  const films = filmsOf(withSteadyGround(model), archetypeOf(typical, TYPICAL_REGION), weather);
  kept.set(key, films);
  return films;
}

/** The months of the days that are looked at are lost: ground at its mean. */
function withSteadyGround(model: BuildingModel): BuildingModel {
  return {
    ...model,
    elements: model.elements.map((element) => {
      const { boundary } = element;
      if (boundary.kind !== 'ground' || typeof boundary.tempDegC !== 'object') return element;
      const tempDegC = boundary.tempDegC.reduce((sum, temp) => sum + temp, 0) / boundary.tempDegC.length;
      return { ...element, boundary: { kind: 'ground', tempDegC } };
    }),
  };
}

function filmsOf(model: BuildingModel, archetype: Archetype, weather: WeatherYear): TypicalFilms {
  const sun = openSunOf(model, archetype, weather);
  const { building, films } = constantFilms(model, sampleOf(weather), { sun, cellStepS: CELL_STEP_S });
  const parts = new Map<string, { readonly areaM2: number; readonly chain: number }[]>();
  building.chains.forEach(({ areaM2 }, chain) => {
    const part = partOf(building, chain);
    parts.set(part, [...(parts.get(part) ?? []), { areaM2, chain }]);
  });
  const typical = new Map<string, PartFilms>();
  for (const [part, chains] of parts) {
    const total = chains.reduce((sum, { areaM2 }) => sum + areaM2, 0);
    const mean = (value: (chain: number) => number): number =>
      chains.reduce((sum, { areaM2, chain }) => sum + areaM2 * value(chain), 0) / total;
    typical.set(part, {
      convection: [
        mean((c) => films.convection[2 * c + OUTER]!),
        mean((c) => films.convection[2 * c + INNER]!),
      ],
      radiation: [mean((c) => films.radiation[2 * c + OUTER]!), mean((c) => films.radiation[2 * c + INNER]!)],
      sky: mean((c) => films.sky[c]!),
    });
  }
  return typical;
}

/** A chain's part: `wall/glass/sloping`, `roof/opaque/level`, ... whatever its orientation. */
function partOf({ model, chains }: CompiledBuilding, chain: number): string {
  const { element, part } = chains[chain]!;
  const { id, tiltDeg } = model.elements[element]!;
  return `${id.split('-')[0]}/${part}/${tiltDeg % 180 === 0 ? 'level' : 'sloping'}`;
}

/** Unshaded sun on the elements of a typical building, from the planes that all buildings share. */
function openSunOf(model: BuildingModel, archetype: Archetype, weather: WeatherYear): ElementSun[] {
  const calendar = calendarOf(3600, weather.startWeekday);
  const planes = sunPlanesOf(weather, calendar);
  const dark = sampled(new Float64Array(calendar.stepCount));
  const { uWindowWPerM2K, gValue } = archetype;
  const { normal } = equivalentPane({ id: '', kind: 'simple', uValueWPerM2K: uWindowWPerM2K, gValue });
  return model.elements.map((element): ElementSun => {
    const { tiltDeg, azimuthDeg, windows = [] } = element;
    if (element.boundary.kind !== 'outdoors')
      return { incidentWPerM2: dark, opaqueWPerM2: dark, windows: [] };
    if (tiltDeg < 90) {
      const roof = sampled(planes.roof(tiltDeg, tiltDeg === 0 ? 180 : azimuthDeg));
      return { incidentWPerM2: roof, opaqueWPerM2: roof, windows: [] };
    }
    const { plane } = planes.wall(orientationBin(azimuthDeg), 0)[0]!;
    const sun = plane.glazing(uWindowWPerM2K);
    const incidentWPerM2 = sampled(plane.incidentWPerM2);
    const transmittedWPerM2 = sampled(sun.transmittedWPerM2);
    const absorbedWPerM2 = sampled(sun.absorbedWPerM2);
    return {
      incidentWPerM2,
      opaqueWPerM2: incidentWPerM2,
      windows: windows.map(({ widthM, heightM, frame }) => {
        const glassM2 = widthM * heightM * (1 - (frame?.areaShare ?? 0));
        const absorptance = 1 - normal.transmittance - normal.reflectanceFront;
        return {
          beamTransmittedW: dark,
          diffuseTransmittedW: transmittedWPerM2.map((value) => glassM2 * normal.transmittance * value),
          absorbedW: [absorbedWPerM2.map((value) => glassM2 * absorptance * value)],
        };
      }),
    };
  });
}

/**
 * Films of a building from its typical one's. The share of the sky that neighbours take is at air temperature instead
 * (README eq. 5); inside, infrared is that of the typical room.
 */
export function filmsFor(building: CompiledBuilding, typical: TypicalFilms, blockedSkyShare: number): Films {
  const films = newFilms(building);
  building.chains.forEach(({ outer }, c) => {
    const part = typical.get(partOf(building, c))!;
    const blocked = outer.kind === 'outdoors' && outer.cosTilt < 1e-6 ? blockedSkyShare : 0;
    films.convection[2 * c + OUTER] = part.convection[0];
    films.convection[2 * c + INNER] = part.convection[1];
    films.radiation[2 * c + INNER] = part.radiation[1];
    films.sky[c] = part.sky * (1 - blocked);
    films.radiation[2 * c + OUTER] = part.radiation[0];
    if (outer.kind === 'outdoors' && blocked > 0) {
      const { sky } = outer.view;
      const open = sky / (1 - blocked);
      films.radiation[2 * c + OUTER] = (part.radiation[0] * (1 - sky)) / (1 - open);
    }
  });
  return films;
}
