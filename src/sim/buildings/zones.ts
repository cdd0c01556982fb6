import type { Archetype } from '../../model/archetypes';
import type { Building } from '../../model/building';
import type { ArchetypeRegion } from '../../model/district';
import type { WeatherYear } from '../../model/weather';
import type { Calendar } from '../arrays/calendar';
import { airSupplyOf, type AirSupply } from './airSupply';
import { capacitiesOf, type Capacities } from './capacities';
import type { Climate } from './climate';
import { conditionedFloorM2, envelopeOf } from './envelope';
import { affineCoefficients, COEFFICIENT_COUNT, type Zone } from './fiveR1C';
import type { ModalBuilding, ModalZone } from './modal';
import { GAINS_RADIATIVE_SHARE, HEATING_CONVECTIVE_SHARE, WINDOW_FRAME_SHARE } from './modelOf';
import { multiNodeZoneOf } from './multiNodeZone';
import type { BuildingShape } from './shape';
import { holdingPower, steadyZoneOf, type SteadyZone } from './steadyZone';
import type { BuildingSun } from './sunDrives';
import { lossWPerK, lumpedZoneOf, solarAperturesM2 } from './thermal';
import { isHome, type UseTable } from './useTables';

/** The zone of ./modal and ./multinode, or the lumped one of ISO 13790: a preview and a cross-check. */
export const ZONE_MODELS = ['multiNode', 'fiveR1C'] as const;
export type ZoneModel = (typeof ZONE_MODELS)[number];

export interface MultiNodeRow {
  readonly model: 'multiNode';
  /** By the month's ground. */
  readonly months: readonly ModalBuilding[];
  readonly steady: readonly SteadyZone[];
  readonly sun: BuildingSun;
}

export interface LumpedRow {
  readonly model: 'fiveR1C';
  /** The occupied zone. */
  readonly zone: Zone;
  /** Affine coefficients: unoccupied regime, then occupied. */
  readonly coefficients: Float64Array;
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

/** Months this warm bypass the heat recovery: assumed, in the place of the hourly bypass of ./multinode. */
const BYPASS_ABOVE_DEGC = 15;

/** Infiltration and what is left of supplied air after heat recovery, W/K, in a month of a mean temperature. */
function exchangeOf(air: AirSupply, { building, climate }: ZoneParts, outdoorDegC: number) {
  const share = outdoorDegC > BYPASS_ABOVE_DEGC ? 0 : (building.retrofit?.heatRecovery?.share ?? 0);
  const { outdoorJPerM3K } = climate.air;
  return {
    infiltrationWPerK: outdoorJPerM3K * air.infiltrationM3PerS,
    ventilationWPerK: outdoorJPerM3K * air.suppliedM3PerS * (1 - share),
  };
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
  const { months, sun } = multiNodeZoneOf(building, archetype, shape, around);
  const steady = months.map(steadyZoneOf);
  const capacities = multiNodeCapacities(parts, steady);
  const rows = months.map((zone, month) =>
    modalBuildingOf(parts, zone, climate.monthDegC[month]!, capacities),
  );
  return { zone: { model: 'multiNode', months: rows, steady, sun }, capacities };
}

/** Loads of the design day over the coldest month's ground. README eq. 14. */
function multiNodeCapacities(parts: ZoneParts, steady: readonly SteadyZone[]): Capacities {
  const { archetype, shape, climate, internalPeakW } = parts;
  const coldest = climate.monthDegC.indexOf(Math.min(...climate.monthDegC));
  const design = exchangeOf(airOf(parts), parts, climate.monthDegC[coldest]!);
  const exchangeWPerK = design.infiltrationWPerK + design.ventilationWPerK;
  const heatingW = (outdoorDegC: number): number =>
    holdingPower(
      steady[coldest]!,
      { outdoorDegC, skyDegC: outdoorDegC - climate.coldestDaySkyK, exchangeWPerK },
      archetype.use.heatingSetpointDegC,
      HEATING_CONVECTIVE_SHARE,
    ).heatW;
  const glassPerWallM2 = archetype.windowShareOfFacade * (1 - WINDOW_FRAME_SHARE) * archetype.gValue;
  const aperturesM2 = shape.walls.map(({ areaM2 }) => areaM2 * glassPerWallM2);
  const loss = 1 / steady[coldest]!.airKPerW + exchangeWPerK;
  return capacitiesOf(archetype, { heatingW, lossWPerK: loss, aperturesM2, internalPeakW }, climate);
}

const NO_PLANES = new Float64Array(0);
/** Sun is given beside the zone, see `fillSunDrives`. */
const SUN_ELSEWHERE = { roof: NO_PLANES, wall: NO_PLANES, transmittedM2: NO_PLANES, paneM2: NO_PLANES };

function modalBuildingOf(
  parts: ZoneParts,
  zone: ModalZone,
  monthDegC: number,
  capacities: Capacities,
): ModalBuilding {
  const { building, table } = parts;
  return {
    zone,
    schedule: table.schedule,
    sun: SUN_ELSEWHERE,
    personW: 0,
    applianceW: 0,
    radiativeShare: GAINS_RADIATIVE_SHARE,
    ...exchangeOf(airOf(parts), parts, monthDegC),
    heating: {
      capacityW: building.heating === 'none' ? 0 : capacities.heatingW,
      convectiveShare: HEATING_CONVECTIVE_SHARE,
    },
    cooling: { capacityW: building.cooling === 'none' ? 0 : capacities.coolingW, convectiveShare: 1 },
  };
}

function sizedLumped(parts: ZoneParts): SizedZone {
  const { building, archetype, shape, calendar, climate, internalPeakW } = parts;
  const envelope = envelopeOf(shape, building.levels, archetype);
  const supply = airOf(parts);
  const recovered = 1 - (building.retrofit?.heatRecovery?.share ?? 0);
  const air = { ...supply, suppliedM3PerS: supply.suppliedM3PerS * recovered };
  const zoneOf = (occupied: boolean): Zone =>
    lumpedZoneOf(archetype, envelope, air, climate.air.outdoorJPerM3K, occupied);
  const zone = zoneOf(true);
  const coefficients = new Float64Array(2 * COEFFICIENT_COUNT);
  affineCoefficients(zoneOf(false), calendar.stepS, coefficients, 0);
  affineCoefficients(zone, calendar.stepS, coefficients, COEFFICIENT_COUNT);
  const aperturesM2 = solarAperturesM2(archetype, envelope);
  const loss = lossWPerK(zone);
  const heatingW = (outdoorDegC: number): number =>
    loss * Math.max(0, archetype.use.heatingSetpointDegC - outdoorDegC);
  const capacities = capacitiesOf(
    archetype,
    { heatingW, lossWPerK: loss, aperturesM2, internalPeakW },
    climate,
  );
  return { zone: { model: 'fiveR1C', zone, coefficients, aperturesM2 }, capacities };
}
