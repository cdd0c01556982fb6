import { blindOf, type Archetype } from '../../model/archetypes';
import type { Building } from '../../model/building';
import type { BuildingModel } from '../../model/buildingModel/types';
import type { ArchetypeRegion } from '../../model/district';
import type { WeatherYear } from '../../model/weather';
import { ZONE_STATE_NUMBERS } from '../arrays/buildingState';
import { DAYS_OF_MONTH } from '../../model/commonYear';
import { compileModal, REFERENCE_DEG_C, stateSize, type ModalInputs, type ModalZone } from './modal';
import { buildingModelOf, hasOuterBlinds, WINDOW_FRAME_SHARE } from './modelOf';
import { networkColumns, zoneNetwork, type ConstantFilms, type NetworkColumn } from './multinode';
import { compileBuilding } from './multinode/compile';
import { airCapacitiesOf } from './multinode/drivers';
import type { BuildingShape } from './shape';
import { buildingSunOf, type BuildingSun, type Windows } from './sunDrives';
import type { SunPlanes } from './sunPlanes';
import { CELL_STEP_S, filmsFor, typicalFilmsOf, type TypicalFilms } from './typicalFilms';

export const MONTHS = DAYS_OF_MONTH.length;

/** A building's modal zone, the ground it stands on, and the sun that falls on it. */
export interface MultiNodeZone {
  /** Over ground one kelvin above the reference: what its constants hold scales with any other (README eq. 11). */
  readonly zone: ModalZone;
  /** [month] Ground above the reference. */
  readonly groundK: Float64Array;
  readonly sun: BuildingSun;
}

export interface ZoneSurroundings {
  readonly region: ArchetypeRegion;
  readonly weather: WeatherYear;
  readonly stepS: number;
  readonly planes: SunPlanes;
  /** Air at the site's mean pressure and 20 degC. */
  readonly indoorJPerM3K: number;
}

/**
 * Which facts a zone follows from: what a measure changes of the others leaves it as it is. Footprint and roof act through the
 * shape, by which zones are kept; some enter that could do without, such as the id, and only cost a zone more.
 */
export const ZONE_FACTS = {
  id: true,
  name: false,
  footprint: false,
  baseElevationM: true,
  heightM: true,
  roof: false,
  levels: true,
  use: true,
  constructionYear: true,
  households: true,
  envelope: true,
  overrides: true,
  retrofit: true,
  protectedElements: false,
  heating: false,
  boilerEfficiency: false,
  heatPumpUnit: false,
  cooling: false,
  photovoltaics: false,
  vehicles: false,
  battery: false,
  hotWaterTank: false,
  flexibleHeating: false,
  householdElectricity: false,
  smartMeter: false,
  meterAudit: false,
  tariff: false,
  loadControl: false,
  consumptionFeedback: false,
  energyCommunity: false,
  connection: false,
  evidence: false,
} as const satisfies Readonly<Record<keyof Building, boolean>>;

/** Zones of one shape: as it stands, and as a few scenarios make it. */
const KEPT_ZONES = 4;

interface KeptZone {
  readonly weather: WeatherYear;
  readonly key: string;
  readonly zone: MultiNodeZone;
}

/** By shape, which says what footprint, roof and neighbours do to a zone. */
const kept = new WeakMap<BuildingShape, readonly KeptZone[]>();

/** The zone of a building; of one that was asked for before in the same shape and weather, the same one. */
export function multiNodeZoneOf(
  building: Building,
  archetype: Archetype,
  shape: BuildingShape,
  around: ZoneSurroundings,
): MultiNodeZone {
  const key = zoneKey(building, around);
  const before = kept.get(shape) ?? [];
  const same = before.find((one) => one.key === key && one.weather === around.weather);
  if (same !== undefined) return same.zone;
  const zone = newZoneOf(building, archetype, shape, around);
  kept.set(shape, [{ weather: around.weather, key, zone }, ...before.slice(0, KEPT_ZONES - 1)]);
  return zone;
}

/** The archetype follows from the building and its region. */
function zoneKey(building: Building, { region, stepS }: ZoneSurroundings): string {
  const facts = Object.entries(building).filter(([fact]) => ZONE_FACTS[fact as keyof Building]);
  return JSON.stringify([region, stepS, facts]);
}

/**
 * The zone of `buildingModelOf` in modal form with few elements: all walls as one, all roof planes as one. With constant
 * films, chains of one construction and one pair of films between the same nodes add to one chain exactly (README eq. 2).
 */
function newZoneOf(
  building: Building,
  archetype: Archetype,
  shape: BuildingShape,
  around: ZoneSurroundings,
): MultiNodeZone {
  const { region, weather, planes } = around;
  const sun = buildingSunOf(shape, windowsOf(building, archetype), planes);
  const merged = mergedShape(shape);
  const model = buildingModelOf(building, merged, { region, weather, windowsStayClosed: true });
  const typical = typicalFilmsOf(building, archetype, weather);
  const zone = unitZone(model, typical, merged.walls[0]!.blockedSkyShare, sun.beamShare, around, CELL_STEP_S);
  const groundK = Float64Array.from(groundOf(model), (tempDegC) => tempDegC - REFERENCE_DEG_C);
  return { zone, groundK, sun };
}

/** The modal zone over ground one kelvin above the reference; in coarser cells if a year's states could not hold it. */
function unitZone(
  model: BuildingModel,
  typical: TypicalFilms,
  blockedSkyShare: number,
  beamShare: number,
  around: ZoneSurroundings,
  cellStepS: number,
): ModalZone {
  const building = compileBuilding(model, cellStepS);
  const films: ConstantFilms = {
    building,
    films: filmsFor(building, typical, blockedSkyShare),
    airCapacityJPerK: airCapacitiesOf(model, around.indoorJPerM3K),
  };
  const zone = model.zones[0]!.id;
  const inputs = modalInputs(model, networkColumns(films, zone), beamShare);
  const unit = compileModal(zoneNetwork(model, zone, films), around.stepS, inputs);
  // Layers and areas have passed the district's checks: what fails here is a program, not a building.
  if (!unit.ok) throw new Error(`${model.name}: ${unit.issues[0]?.message}`);
  if (stateSize(unit.value) <= ZONE_STATE_NUMBERS) return unit.value;
  return unitZone(model, typical, blockedSkyShare, beamShare, around, 4 * cellStepS);
}

function windowsOf(building: Building, archetype: Archetype): Windows {
  const { windowShareOfFacade, uWindowWPerM2K, gValue } = archetype;
  const blind = blindOf(archetype);
  return {
    shareOfFacade: windowShareOfFacade,
    glassShare: 1 - WINDOW_FRAME_SHARE,
    uValueWPerM2K: uWindowWPerM2K,
    gValue,
    ...(blind === undefined ? {} : { blind: { ...blind, onWarmDays: !hasOuterBlinds(building) } }),
  };
}

/** All outer walls as the first, with their mean share of blocked sky, and one plane of roof. */
function mergedShape(shape: BuildingShape): BuildingShape {
  const areaM2 = shape.walls.reduce((sum, wall) => sum + wall.areaM2, 0);
  const blockedM2 = shape.walls.reduce((sum, wall) => sum + wall.areaM2 * wall.blockedSkyShare, 0);
  return {
    ...shape,
    walls: [{ areaM2, blockedSkyShare: areaM2 > 0 ? blockedM2 / areaM2 : 0 }],
    roof: shape.roof.slice(0, 1),
  };
}

/** Ground is entered at one kelvin above the reference: its constants then scale with any other temperature. */
function modalInputs(
  model: BuildingModel,
  columns: readonly NetworkColumn[],
  beamShare: number,
): ModalInputs {
  const vector = (value: (column: NetworkColumn) => number): Float64Array =>
    Float64Array.from(columns, value);
  const only = (kind: NetworkColumn['kind'], part?: string): Float64Array =>
    vector((column) => {
      if (column.kind !== kind) return 0;
      if (part === undefined || !('element' in column)) return 1;
      return model.elements[column.element]!.construction === part ? 1 : 0;
    });
  return {
    drives: {
      outdoorDegC: only('outdoorDegC'),
      skyDegC: only('skyDegC'),
      roofSun: only('sunWPerM2', 'roof'),
      wallSun: only('sunWPerM2', 'wall'),
      transmittedSun: vector(({ kind }) =>
        kind === 'beamW' ? beamShare : kind === 'diffuseW' ? 1 - beamShare : 0,
      ),
      paneSun: only('paneW'),
    },
    constant: vector(({ kind }) => (kind === 'groundDegC' ? REFERENCE_DEG_C + 1 : 0)),
    radiative: only('radiativeW'),
  };
}

function groundOf(model: BuildingModel): readonly number[] {
  for (const { boundary } of model.elements) {
    if (boundary.kind === 'ground' && typeof boundary.tempDegC === 'object') return boundary.tempDegC;
  }
  return new Array<number>(MONTHS).fill(REFERENCE_DEG_C);
}
