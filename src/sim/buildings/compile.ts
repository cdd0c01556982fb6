import { archetypeOf } from '../../model/archetypes';
import type { Building, CoolingSystem, HeatingSystem, Phase } from '../../model/building';
import type { District } from '../../model/district';
import type { WeatherYear } from '../../model/weather';
import type { Calendar } from '../arrays/calendar';
import { hotWaterKey, W_PER_LITRE_DAY } from '../devices/hotWater';
import { BASE_J_PER_DAY, householdOf, LIGHT_J_PER_DAY, type Household } from '../devices/household';
import { vehicleOf, type Vehicle } from '../devices/vehicle';
import { exp } from '../numeric/elementary';
import { normal, randomKey } from '../numeric/random';
import { climateOf, photovoltaicShareOf, type Climate } from './climate';
import { envelopeOf, partyWallHeights, type Envelope, type PartyWalls } from './envelope';
import { affineCoefficients, COEFFICIENT_COUNT, type Zone } from './fiveR1C';
import { capacitiesOf, deviceCurvesOf, solarAperturesM2, zoneOf, type DeviceCurves } from './thermal';
import { lightShape } from './lighting';
import { dayKindOf, isHome, useTablesOf, type UseTable, type UseTables } from './useTables';

/** District after base edits and measures. */
export interface BuildingsInput {
  readonly district: District;
  readonly weather: WeatherYear;
  readonly calendar: Calendar;
  readonly seed: number;
}

/** One building, ready to be stepped: everything that does not change during a run. */
export interface CompiledBuilding {
  readonly id: string;
  readonly envelope: Envelope;
  /** The occupied zone. */
  readonly zone: Zone;
  /** Affine 5R1C coefficients: unoccupied regime, then occupied. */
  readonly coefficients: Float64Array;
  readonly aperturesM2: Float64Array;
  readonly table: UseTable;
  /** Sensible heat of all persons when everybody is in. */
  readonly personHeatW: number;
  readonly heating: HeatingSystem;
  readonly cooling: CoolingSystem;
  readonly heatingCapacityW: number;
  readonly coolingCapacityW: number;
  readonly curves: DeviceCurves;
  readonly households: readonly Household[];
  readonly hotWaterKeys: readonly number[];
  readonly hotWaterMeanW: readonly number[];
  /** Thermal power at which a household's tank is charged. */
  readonly chargingW: number;
  /** Hot water of the non-residential part, mean W. */
  readonly workHotWaterW: number;
  /** Flat part of all households, W. */
  readonly flatW: number;
  readonly lightMeanW: number;
  /** Installed appliances and lights of the non-residential part. */
  readonly installedW: number;
  readonly vehicles: readonly Vehicle[];
  readonly photovoltaicPeakW: number;
  readonly photovoltaicShare: Float64Array | null;
  /** Columns of the service's phases, 0 to 2. */
  readonly phases: readonly number[];
}

export interface CompiledBuildings {
  readonly calendar: Calendar;
  readonly climate: Climate;
  readonly rows: readonly CompiledBuilding[];
  /** Place of each step in the use tables. */
  readonly tableAt: Uint16Array;
  /** Factor of lights at each step, mean one. */
  readonly light: Float64Array;
}

/** Spread of the logarithm of installed W/m2 between non-residential buildings: assumed. */
const WORK_SIGMA_LOG = 0.2;
/** Floor that a flat takes in a building of another use: assumed. */
const FLAT_FLOOR_M2 = 70;
/** Tank charging by system, W per household: assumed. */
const CHARGING_W: Readonly<Record<HeatingSystem, number>> = {
  gasBoiler: 12000,
  oilBoiler: 12000,
  districtHeat: 10000,
  directElectric: 2000,
  airHeatPump: 5000,
  none: 2000,
};
const PHASE_COLUMN: Readonly<Record<Phase, number>> = { a: 0, b: 1, c: 2 };

function phasesOf(building: Building): readonly number[] {
  const phases = building.connection?.phases ?? [];
  return phases.length > 0 ? phases.map((phase) => PHASE_COLUMN[phase]) : [0, 1, 2];
}

/** Persons, households and installed power; draws keyed by (seed, building id, purpose). Eq. 18 to 20. */
function occupancyOf(building: Building, floorM2: number, litresPerPerson: number, seed: number) {
  const households = Array.from({ length: Math.max(0, building.households) }, (_, i) =>
    householdOf(seed, building.id, i, building.use),
  );
  const scale = households.reduce((sum, household) => sum + household.scale, 0);
  const persons = households.reduce((sum, household) => sum + household.persons, 0);
  const workFloorM2 = isHome(building.use) ? 0 : Math.max(0, floorM2 - FLAT_FLOOR_M2 * households.length);
  const z = normal(randomKey(seed, building.id, 'installed-power'), 0);
  return {
    households,
    persons,
    workFloorM2,
    workFactor: exp(WORK_SIGMA_LOG * z - (WORK_SIGMA_LOG * WORK_SIGMA_LOG) / 2),
    flatW: (scale * BASE_J_PER_DAY) / 86400,
    lightMeanW: (scale * LIGHT_J_PER_DAY) / 86400,
    hotWaterKeys: households.map((_, i) => hotWaterKey(seed, building.id, i)),
    hotWaterMeanW: households.map((household) => household.persons * litresPerPerson * W_PER_LITRE_DAY),
  };
}

/** Litres a day at 60 degC of a person at home, SIA 2024. */
const HOME_LITRES_PER_PERSON = 40;

function compileBuilding(
  building: Building,
  input: BuildingsInput,
  climate: Climate,
  partyWalls: PartyWalls,
  tables: UseTables,
): CompiledBuilding {
  const { district, weather, calendar, seed } = input;
  const archetype = archetypeOf(building, district.archetypeRegion);
  const use = archetype.use;
  const home = isHome(building.use);
  const envelope = envelopeOf(building, archetype, partyWalls);
  const zone = zoneOf(archetype, envelope, home, true);
  const coefficients = new Float64Array(2 * COEFFICIENT_COUNT);
  affineCoefficients(zoneOf(archetype, envelope, home, false), calendar.stepS, coefficients, 0);
  affineCoefficients(zone, calendar.stepS, coefficients, COEFFICIENT_COUNT);
  const aperturesM2 = solarAperturesM2(archetype, envelope);
  const litres = home ? use.hotWaterLPerPersonDay : HOME_LITRES_PER_PERSON;
  const { workFloorM2, workFactor, persons, ...living } = occupancyOf(building, zone.floorM2, litres, seed);
  const workPersons = workFloorM2 / use.floorPerPersonM2;
  const installedW = workFactor * workFloorM2 * (use.appliancesWPerM2 + use.lightingWPerM2);
  const personHeatW = use.sensibleHeatPerPersonW * (persons + workPersons);
  const peakW = personHeatW + installedW + 2 * (living.flatW + living.lightMeanW);
  const capacities = capacitiesOf(archetype, zone, aperturesM2, peakW, climate);
  const phases = phasesOf(building);
  const { photovoltaics, vehicles } = building;
  return {
    id: building.id,
    envelope,
    zone,
    coefficients,
    aperturesM2,
    table: tables[building.use],
    personHeatW,
    heating: building.heating,
    cooling: building.cooling,
    heatingCapacityW: building.heating === 'none' ? 0 : capacities.heatingW,
    coolingCapacityW: building.cooling === 'none' ? 0 : capacities.coolingW,
    curves: deviceCurvesOf(building, capacities),
    ...living,
    chargingW: CHARGING_W[building.heating],
    workHotWaterW: workPersons * use.hotWaterLPerPersonDay * W_PER_LITRE_DAY,
    installedW,
    vehicles: Array.from({ length: vehicles?.count ?? 0 }, (_, i) =>
      vehicleOf(seed, building.id, i, vehicles?.control === 'managed', phases.length),
    ),
    photovoltaicPeakW: photovoltaics?.peakW ?? 0,
    photovoltaicShare:
      photovoltaics && photovoltaics.peakW > 0
        ? photovoltaicShareOf(climate, weather, calendar, photovoltaics.tiltDeg, photovoltaics.azimuthDeg)
        : null,
    phases,
  };
}

/**
 * Compiles rows fromBuilding to toBuilding - 1 of the district. A building's row depends on the whole district (party
 * walls) and the seed, never on the block.
 */
export function compileBuildings(
  input: BuildingsInput,
  fromBuilding: number,
  toBuilding: number,
): CompiledBuildings {
  const { district, weather, calendar } = input;
  const climate = climateOf(weather, calendar);
  const partyWalls = partyWallHeights(district.buildings);
  const tables = useTablesOf(calendar);
  const rows = district.buildings
    .slice(fromBuilding, toBuilding)
    .map((building) => compileBuilding(building, input, climate, partyWalls, tables));
  const { stepCount, stepsPerDay, startWeekday } = calendar;
  const shape = lightShape(calendar);
  const tableAt = Uint16Array.from({ length: stepCount }, (_, step) => {
    const day = Math.floor(step / stepsPerDay);
    return dayKindOf(startWeekday, day) * stepsPerDay + step - day * stepsPerDay;
  });
  const light = Float64Array.from({ length: stepCount }, (_, step) => {
    const day = Math.floor(step / stepsPerDay);
    return climate.lightByDay[day]! * shape[step - day * stepsPerDay]!;
  });
  return { calendar, climate, rows, tableAt, light };
}
