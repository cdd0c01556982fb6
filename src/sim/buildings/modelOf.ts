import { archetypeOf, blindOf, constructionsOf, ZONE_FIGURES, type Archetype } from '../../model/archetypes';
import { type Building, isHome } from '../../model/building';
import type { BuildingModel, Construction, Element, Zone } from '../../model/buildingModel/types';
import type { ArchetypeRegion } from '../../model/district';
import type { WeatherYear } from '../../model/weather';
import { HOME_AIR_CHANGE_PER_H, recoveredShareOf, ROOM_HEIGHT_M, WORK_AIR_SHARE } from './airSupply';
import { conditionedFloorM2, ORIENTATIONS } from './envelope';
import { groundFloorOf } from './ground';
import { habitOf, schedulesOf } from './modelSchedules';
import type { BuildingShape } from './shape';
import { BLINDS, OPEN_WINDOWS, SUPPLY } from './windowCourses';

/** Frame share of windows: TABULA's F_f. Frames are given the window's own U-value. */
export const WINDOW_FRAME_SHARE = ZONE_FIGURES.windowFrameShare.value;
/** Emitters and gains, convective shares: EN ISO 52016-1:2017 annex B defaults; a split unit blows air. */
export const HEATING_CONVECTIVE_SHARE = ZONE_FIGURES.heatingConvectiveShare.value;
export const GAINS_RADIATIVE_SHARE = ZONE_FIGURES.gainsRadiativeShare.value;
/** Air and furniture per floor area: EN ISO 52016-1:2017 table B.17. */
const FURNITURE_J_PER_M2_K = ZONE_FIGURES.furnitureJPerM2K.value;
/** Faces of inner walls per floor area: assumed, unknown_untraceable. */
const PARTITION_M2_PER_M2 = ZONE_FIGURES.partitionM2PerM2.value;
const GLAZING = 'window';

export interface ModelOptions {
  readonly region: ArchetypeRegion;
  readonly weather: WeatherYear;
  readonly heatingCapacityW?: number;
  readonly coolingCapacityW?: number;
  /** For the network alone, which windows are no part of. */
  readonly windowsStayClosed?: boolean;
}

/** They close in every season; inner ones, which are taken for granted where there are none outside, on warm days. */
export function hasOuterBlinds({ retrofit }: Building): boolean {
  return retrofit?.shading !== undefined;
}

/** A district's building as energy models describe it: one zone, walls by orientation, layers of its archetype. */
export function buildingModelOf(
  building: Building,
  shape: BuildingShape,
  options: ModelOptions,
): BuildingModel {
  const archetype = archetypeOf(building, options.region);
  const layers = constructionsOf(archetype, options.region);
  const floorM2 = conditionedFloorM2(shape.footprintM2, building.levels);
  const ground = groundFloorOf(layers.floor, shape.footprintM2, shape.exposedPerimeterM, options.weather);
  const constructions: Construction[] = [
    { id: 'wall', layers: layers.wall },
    { id: 'roof', layers: layers.roof },
    { id: 'floor', layers: ground.layers },
    { id: 'partyWall', layers: layers.partyWall },
    { id: 'partition', layers: layers.partition },
    { id: 'innerFloor', layers: layers.innerFloor },
  ];
  return {
    schema: 'gridtwin-building/1',
    name: building.name ?? building.id,
    constructions,
    glazings: [
      { id: GLAZING, kind: 'simple', uValueWPerM2K: archetype.uWindowWPerM2K, gValue: archetype.gValue },
    ],
    schedules: schedulesOf(building, archetype, options),
    zones: [zoneOf(building, archetype, floorM2, options)],
    elements: [
      ...wallsOf(building, shape, archetype, options),
      ...roofOf(shape),
      {
        ...plate('floor', 'floor', shape.footprintM2, 180),
        boundary: { kind: 'ground', tempDegC: ground.tempDegC },
      },
      ...massOf(building, shape, floorM2),
    ],
  };
}

function plate(id: string, construction: string, areaM2: number, tiltDeg: number, azimuthDeg = 0): Element {
  const sideM = Math.sqrt(areaM2);
  return {
    id,
    zone: 'zone',
    construction,
    widthM: sideM,
    heightM: sideM,
    tiltDeg,
    azimuthDeg,
    boundary: { kind: 'adiabatic' },
  };
}

/** An inner wall of its own construction as high as it stands: the tallest wall carries roofs into the wind. */
function upright(id: 'partyWall' | 'partition', areaM2: number, heightM: number): Element {
  return { ...plate(id, id, areaM2, 90), widthM: areaM2 / heightM, heightM };
}

/** One wall an orientation, its windows drawn as one in the middle. */
function wallsOf(
  building: Building,
  shape: BuildingShape,
  archetype: Archetype,
  { windowsStayClosed }: ModelOptions,
): Element[] {
  const drawn = windowsStayClosed === true ? undefined : blindOf(archetype);
  const blind = drawn && (hasOuterBlinds(building) ? drawn : { ...drawn, course: BLINDS });
  return shape.walls.flatMap(({ areaM2, blockedSkyShare }, bin): Element[] => {
    if (areaM2 <= 0) return [];
    const widthM = areaM2 / building.heightM;
    const scale = Math.sqrt(archetype.windowShareOfFacade);
    return [
      {
        ...plate(`wall-${bin}`, 'wall', areaM2, 90, (360 / ORIENTATIONS) * bin),
        widthM,
        heightM: building.heightM,
        boundary: { kind: 'outdoors', skyViewShare: 0.5 * (1 - blockedSkyShare) },
        windows: [
          {
            id: `window-${bin}`,
            glazing: GLAZING,
            xM: (widthM * (1 - scale)) / 2,
            zM: (building.heightM * (1 - scale)) / 2,
            widthM: widthM * scale,
            heightM: building.heightM * scale,
            frame: { areaShare: WINDOW_FRAME_SHARE, uValueWPerM2K: archetype.uWindowWPerM2K },
            ...(blind === undefined ? {} : { blind }),
          },
        ],
      },
    ];
  });
}

/** U-values of roofs hold for the ceiling's area; the sun falls on the planes. */
function roofOf(shape: BuildingShape): Element[] {
  const planesM2 = shape.roof.reduce((sum, plane) => sum + plane.areaM2, 0);
  return shape.roof.map(({ areaM2, tiltDeg, azimuthDeg }, i) => ({
    ...plate(`roof-${i}`, 'roof', (shape.footprintM2 * areaM2) / planesM2, tiltDeg, azimuthDeg),
    boundary: { kind: 'outdoors' },
  }));
}

/** Party walls, partitions and floors between storeys: mass only, the same on their other side. */
function massOf(building: Building, shape: BuildingShape, floorM2: number): Element[] {
  const between = ((building.levels - 1) / Math.max(1, building.levels)) * floorM2;
  return [
    ...(shape.partyWallM2 > 0 ? [upright('partyWall', shape.partyWallM2, building.heightM)] : []),
    upright('partition', PARTITION_M2_PER_M2 * floorM2, ROOM_HEIGHT_M),
    ...(between > 0
      ? [plate('ceilings', 'innerFloor', between, 0), plate('floors', 'innerFloor', between, 180)]
      : []),
  ];
}

function zoneOf(building: Building, archetype: Archetype, floorM2: number, options: ModelOptions): Zone {
  const { use, infiltrationPerH } = archetype;
  const home = isHome(building.use);
  const { heatingCapacityW, coolingCapacityW } = options;
  const heatRecoveryShare = recoveredShareOf(building);
  return {
    id: 'zone',
    volumeM3: ROOM_HEIGHT_M * floorM2,
    floorAreaM2: floorM2,
    furnitureJPerK: FURNITURE_J_PER_M2_K * floorM2,
    infiltration: { airChangesPerH: infiltrationPerH },
    ventilation: [
      {
        ...(home
          ? { name: 'airing', airChangesPerH: HOME_AIR_CHANGE_PER_H }
          : {
              name: 'outdoor air',
              flowM3PerS: (WORK_AIR_SHARE * use.outdoorAirM3PerSPerPerson * floorM2) / use.floorPerPersonM2,
              course: SUPPLY,
            }),
        ...(heatRecoveryShare > 0 ? { heatRecoveryShare } : {}),
      },
      ...(habitOf(building, options).classes.length > 0 ? [OPEN_WINDOWS] : []),
    ],
    gains: [
      {
        name: 'persons',
        powerW: (use.sensibleHeatPerPersonW * floorM2) / use.floorPerPersonM2,
        course: 'presence',
        radiativeShare: GAINS_RADIATIVE_SHARE,
      },
      {
        name: 'appliances and light',
        powerW: (use.applianceHeatShare * use.appliancesWPerM2 + use.lightingWPerM2) * floorM2,
        course: 'appliances',
        radiativeShare: GAINS_RADIATIVE_SHARE,
      },
    ],
    ...(building.heating === 'none'
      ? {}
      : {
          heating: {
            setpointDegC: 'heatTo',
            convectiveShare: HEATING_CONVECTIVE_SHARE,
            ...(heatingCapacityW === undefined ? {} : { capacityW: heatingCapacityW }),
          },
        }),
    ...(building.cooling === 'none'
      ? {}
      : {
          cooling: {
            setpointDegC: 'coolTo',
            ...(coolingCapacityW === undefined ? {} : { capacityW: coolingCapacityW }),
          },
        }),
  };
}
