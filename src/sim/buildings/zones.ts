import type { Archetype } from '../../model/archetypes';
import { type Building, isHome } from '../../model/building';
import type { ArchetypeRegion } from '../../model/district';
import type { WeatherYear } from '../../model/weather';
import type { Calendar } from '../arrays/calendar';
import { airHabitsOf, airSupplyOf, ROOM_HEIGHT_M, type AirSupply } from './airSupply';
import { capacitiesOf, type Capacities } from './capacities';
import type { Climate } from './climate';
import { conditionedFloorM2, envelopeOf } from './envelope';
import { affineCoefficients, COEFFICIENT_COUNT, type Zone } from './fiveR1C';
import type { MarchedRow, ModalBuilding, ModalZone } from './modal';
import { GAINS_RADIATIVE_SHARE, HEATING_CONVECTIVE_SHARE, WINDOW_FRAME_SHARE } from './modelOf';
import { multiNodeZoneOf } from './multiNodeZone';
import type { BuildingShape } from './shape';
import { holdingPower, steadyZoneOf, type SteadyZone } from './steadyZone';
import { lossWPerK, lumpedZoneOf, solarAperturesM2 } from './thermal';
import type { UseTable } from './useTables';

/** The zone of ./modal and ./multinode, or the lumped one of ISO 13790: a cross-check. */
export const ZONE_MODELS = ['multiNode', 'fiveR1C'] as const;
export type ZoneModel = (typeof ZONE_MODELS)[number];

export interface MultiNodeRow extends MarchedRow {
  readonly model: 'multiNode';
  /** Its zone's constants are those of ground one kelvin above the reference. */
  readonly building: ModalBuilding;
  /** [month] Ground above the reference. */
  readonly groundK: Float64Array;
  readonly steady: SteadyZone;
  /** Exchange of air with outdoors while windows are closed and somebody is in. */
  readonly closedWPerK: number;
}

export interface LumpedRow {
  readonly model: 'fiveR1C';
  /** The occupied zone. */
  readonly zone: Zone;
  /** Affine coefficients of each regime of air: nobody in, somebody in, then as windows are open. */
  readonly coefficients: Float64Array;
  /** Regime by place in the use table. */
  readonly regimeAt: Uint8Array;
  readonly aperturesM2: Float64Array;
}

export type CompiledZone = MultiNodeRow | LumpedRow;

/** What a zone is compiled from. */
export interface ZoneParts {
  readonly building: Building;
  readonly archetype: Archetype;
  readonly shape: BuildingShape;
  readonly region: ArchetypeRegion;
  readonly weather: WeatherYear;
  readonly calendar: Calendar;
  readonly climate: Climate;
  readonly table: UseTable;
  readonly internalPeakW: number;
}

export interface SizedZone {
  readonly zone: CompiledZone;
  readonly capacities: Capacities;
}

/** Exchange with outdoors, W/K: through gaps, of one air change, and of a closed building with somebody in. */
function exchangeOf(parts: ZoneParts) {
  const { building, archetype, shape, climate } = parts;
  const floorM2 = conditionedFloorM2(shape.footprintM2, building.levels);
  const { suppliedPerH, recoveredShare } = airHabitsOf(building, archetype);
  const infiltrationWPerK = climate.air.outdoorJPerM3K * airOf(parts).infiltrationM3PerS;
  const ventilationWPerK = (climate.air.outdoorJPerM3K * ROOM_HEIGHT_M * floorM2) / 3600;
  const closedWPerK = infiltrationWPerK + ventilationWPerK * suppliedPerH * (1 - recoveredShare);
  return { infiltrationWPerK, ventilationWPerK, closedWPerK };
}

function airOf({ archetype, building, shape }: ZoneParts): AirSupply {
  const floorM2 = conditionedFloorM2(shape.footprintM2, building.levels);
  return airSupplyOf(archetype, isHome(building.use), floorM2);
}

export function sizedZoneOf(parts: ZoneParts, model: ZoneModel): SizedZone {
  return model === 'multiNode' ? sizedMultiNode(parts) : sizedLumped(parts);
}

function sizedMultiNode(parts: ZoneParts): SizedZone {
  const { building, archetype, shape, region, weather, calendar, climate } = parts;
  const around = {
    region,
    weather,
    stepS: calendar.stepS,
    planes: climate.planes,
    indoorJPerM3K: climate.air.indoorJPerM3K,
  };
  const { zone, groundK, sun } = multiNodeZoneOf(building, archetype, shape, around);
  const steady = steadyZoneOf(zone);
  const capacities = multiNodeCapacities(parts, steady, groundK);
  const row: MultiNodeRow = {
    model: 'multiNode',
    building: modalBuildingOf(parts, zone, capacities),
    groundK,
    steady,
    sun,
    closedWPerK: exchangeOf(parts).closedWPerK,
  };
  return { zone: row, capacities };
}

/** Loads of the design day over the coldest month's ground. README eq. 14. */
function multiNodeCapacities(parts: ZoneParts, steady: SteadyZone, groundK: Float64Array): Capacities {
  const { archetype, shape, climate, internalPeakW } = parts;
  const coldest = climate.monthDegC.indexOf(Math.min(...climate.monthDegC));
  const exchangeWPerK = exchangeOf(parts).closedWPerK;
  const heatingW = (outdoorDegC: number): number =>
    holdingPower(
      steady,
      {
        groundK: groundK[coldest]!,
        outdoorDegC,
        skyDegC: outdoorDegC - climate.coldestDaySkyK,
        exchangeWPerK,
      },
      archetype.use.heatingSetpointDegC,
      HEATING_CONVECTIVE_SHARE,
    ).heatW;
  const glassPerWallM2 = archetype.windowShareOfFacade * (1 - WINDOW_FRAME_SHARE) * archetype.gValue;
  const aperturesM2 = shape.walls.map(({ areaM2 }) => areaM2 * glassPerWallM2);
  const loss = 1 / steady.airKPerW + exchangeWPerK;
  return capacitiesOf(archetype, { heatingW, lossWPerK: loss, aperturesM2, internalPeakW }, climate);
}

const NO_PLANES = new Float64Array(0);
/** Sun is given beside it. */
const SUN_ELSEWHERE = { roof: NO_PLANES, wall: NO_PLANES, transmittedM2: NO_PLANES, paneM2: NO_PLANES };

function modalBuildingOf(parts: ZoneParts, zone: ModalZone, capacities: Capacities): ModalBuilding {
  const { building, table } = parts;
  const { infiltrationWPerK, ventilationWPerK } = exchangeOf(parts);
  return {
    zone,
    schedule: table.schedule,
    sun: SUN_ELSEWHERE,
    personW: 0,
    applianceW: 0,
    radiativeShare: GAINS_RADIATIVE_SHARE,
    infiltrationWPerK,
    ventilationWPerK,
    heating: {
      capacityW: building.heating === 'none' ? 0 : capacities.heatingW,
      convectiveShare: HEATING_CONVECTIVE_SHARE,
    },
    cooling: { capacityW: building.cooling === 'none' ? 0 : capacities.coolingW, convectiveShare: 1 },
  };
}

function sizedLumped(parts: ZoneParts): SizedZone {
  const { building, archetype, shape, calendar, climate, internalPeakW, table } = parts;
  const envelope = envelopeOf(shape, building.levels, archetype);
  const supply = airOf(parts);
  const { suppliedPerH, recoveredShare } = airHabitsOf(building, archetype);
  const regimes = [...new Set([0, suppliedPerH * (1 - recoveredShare), ...table.airChangesPerH])];
  const zones = regimes.map((perH) => {
    const suppliedM3PerS = (perH * ROOM_HEIGHT_M * envelope.conditionedFloorM2) / 3600;
    return lumpedZoneOf(archetype, envelope, { ...supply, suppliedM3PerS }, climate.air.outdoorJPerM3K, true);
  });
  const zone = zones[Math.min(1, zones.length - 1)]!;
  const coefficients = new Float64Array(zones.length * COEFFICIENT_COUNT);
  zones.forEach((one, r) => affineCoefficients(one, calendar.stepS, coefficients, r * COEFFICIENT_COUNT));
  const regimeAt = Uint8Array.from(table.airChangesPerH, (perH) => regimes.indexOf(perH));
  const aperturesM2 = solarAperturesM2(archetype, envelope);
  const loss = lossWPerK(zone);
  const heatingW = (outdoorDegC: number): number =>
    loss * Math.max(0, archetype.use.heatingSetpointDegC - outdoorDegC);
  const capacities = capacitiesOf(
    archetype,
    { heatingW, lossWPerK: loss, aperturesM2, internalPeakW },
    climate,
  );
  return { zone: { model: 'fiveR1C', zone, coefficients, regimeAt, aperturesM2 }, capacities };
}
