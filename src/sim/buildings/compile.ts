import { archetypeOf, type UseProfile } from '../../model/archetypes';
import { type Building, type CoolingSystem, type HeatingSystem, isHome } from '../../model/building';
import type { ArchetypeRegion, District } from '../../model/district';
import type { WeatherYear } from '../../model/weather';
import type { Calendar } from '../arrays/calendar';
import { batteryOf, type Battery } from '../devices/battery';
import type { ChargingPolicy } from '../devices/evCharging';
import { hotWaterFactor, hotWaterKey, W_PER_LITRE_DAY } from '../devices/hotWater';
import { householdOf, MEAN_HOUSEHOLD_J, type Household } from '../devices/household';
import { hotWaterTankOf, type HotWaterTank } from '../devices/hotWaterTank';
import { vehicleOf, type Vehicle } from '../devices/vehicle';
import { exp } from '../numeric/elementary';
import { normal, randomKey } from '../numeric/random';
import { absenceOf } from './absence';
import { NEVER } from './airing';
import { airHabitsOf, FLAT_FLOOR_M2 } from './airSupply';
import { climateOf, type Climate } from './climate';
import { radiatorShareOf } from './designLoss';
import { deviceCurvesOf, type DeviceCurves } from './deviceCurves';
import { conditionedFloorM2 } from './envelope';
import type { ModalYear } from './modal';
import { modalYearOf } from './modalYear';
import { photovoltaicsOf, type RowPhotovoltaics } from './rowPhotovoltaics';
import { plantPhaseOf, servicePhasesOf } from './servicePhases';
import { shapesOf, type BuildingShape } from './shape';
import { supplyFansOf, type SupplyFans } from './supplyFans';
import { boughtPerHeat } from '../devices/heatingSystems';
import { householdFactorOf, scaledHousehold } from './householdFactor';
import { heatedUseOf, homeDayOf } from './heatingHabit';
import { respondingOf, type RespondingHouseholds } from './householdResponse';
import { useTableOf, type UseTable } from './useTables';
import { sizedZoneOf, type CompiledZone, type ZoneModel } from './zones';

/** District after base edits and measures. */
export interface BuildingsInput {
  readonly district: District;
  readonly weather: WeatherYear;
  readonly calendar: Calendar;
  readonly seed: number;
  /** `multiNode` where absent. */
  readonly zoneModel?: ZoneModel;
}

/** One building, ready to be stepped: everything that does not change during a run. */
export interface CompiledBuilding extends RowPhotovoltaics {
  readonly id: string;
  readonly zone: CompiledZone;
  readonly floorM2: number;
  readonly table: UseTable;
  /** What people of the use are comfortable with, whatever the thermostat is set to. */
  readonly comfort: UseTable;
  /** Sensible heat of one person, and of all persons who work here when everybody is in. */
  readonly personHeatW: number;
  readonly workPersonHeatW: number;
  readonly heating: HeatingSystem;
  /** Bought energy per heat of a system with a fixed efficiency; NaN of the others. */
  readonly boughtPerHeat: number;
  readonly cooling: CoolingSystem;
  readonly heatingCapacityW: number;
  readonly coolingCapacityW: number;
  readonly curves: DeviceCurves;
  readonly households: readonly Household[];
  /** The same households by how they answer to prices; null where none does. */
  readonly responding: readonly RespondingHouseholds[] | null;
  readonly hotWaterKeys: readonly number[];
  readonly hotWaterMeanW: readonly number[];
  /** Thermal power at which a household's tank is charged. */
  readonly chargingW: number;
  /** Where hot water is stored; null where it is drawn from charges of the archetype's tank. */
  readonly tank: HotWaterTank | null;
  /** Hot water of the non-residential part, mean W. */
  readonly workHotWaterW: number;
  /** Installed appliances and lights of the non-residential part. */
  readonly installedW: number;
  /** Of it what never warms a room: hoods, drains. */
  readonly exhaustedW: number;
  /** Ceiling fans where everybody is in, and the outdoor temperature above which they run. */
  readonly fansW: number;
  readonly fansAboveDegC: number;
  readonly supplyFans: SupplyFans;
  readonly vehicles: readonly Vehicle[];
  readonly charging: ChargingPolicy;
  readonly battery: Battery | null;
  /** Columns of the service's phases, 0 to 2. */
  readonly phases: readonly number[];
  /** Column of the phase that a small plant or battery is on: drawn, as electricians spread them. */
  readonly plantPhase: number;
}

export interface CompiledBuildings {
  readonly calendar: Calendar;
  readonly climate: Climate;
  readonly rows: readonly CompiledBuilding[];
  /** Place of each step in the use tables. */
  readonly tableAt: Uint16Array;
  /** Time and weather as the modal zones see them. */
  readonly modalYear: ModalYear;
}

/** Spread of the logarithm of installed W/m2 between non-residential buildings: assumed. */
const WORK_SIGMA_LOG = 0.2;
/** Tank charging by system, W per household: assumed. */
const CHARGING_W: Readonly<Record<HeatingSystem, number>> = {
  gasBoiler: 12000,
  oilBoiler: 12000,
  districtHeat: 10000,
  directElectric: 2000,
  airHeatPump: 5000,
  groundHeatPump: 5000,
  none: 2000,
};

/** Persons, households and installed power; draws keyed by (seed, building id, purpose). README eq. 19 to 21. */
function occupancyOf(building: Building, floorM2: number, litresPerPerson: number, seed: number) {
  const households = Array.from({ length: Math.max(0, building.households) }, (_, i) =>
    scaledHousehold(householdOf(seed, building.id, i, building.use), householdFactorOf(building)),
  );
  const workFloorM2 = isHome(building.use) ? 0 : Math.max(0, floorM2 - FLAT_FLOOR_M2 * households.length);
  const z = normal(randomKey(seed, building.id, 'installed-power'), 0);
  const hotWaterKeys = households.map((_, i) => hotWaterKey(seed, building.id, i));
  return {
    households,
    workFloorM2,
    workFactor: exp(WORK_SIGMA_LOG * z - (WORK_SIGMA_LOG * WORK_SIGMA_LOG) / 2),
    hotWaterKeys,
    hotWaterMeanW: households.map(
      ({ persons }, i) => persons * litresPerPerson * W_PER_LITRE_DAY * hotWaterFactor(hotWaterKeys[i]!),
    ),
  };
}

/** Litres a day at 60 degC of a person at home, SIA 2024. */
const HOME_LITRES_PER_PERSON = 40;
/** Households draw about twice their mean while a design day's sun is in: assumed. */
const HOUSEHOLD_PEAK_FACTOR = 2;
const YEAR_S = 365 * 86400;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The use as the archetype has it, without the building's own set-points. */
function usualUseOf({ use, constructionYear, envelope }: Building, region: ArchetypeRegion): UseProfile {
  return archetypeOf({ use, constructionYear, envelope }, region).use;
}

function compileBuilding(
  building: Building,
  shape: BuildingShape,
  input: BuildingsInput,
  climate: Climate,
): CompiledBuilding {
  const { district, weather, calendar, seed } = input;
  const region = district.archetypeRegion;
  const archetype = archetypeOf(building, region);
  const use = archetype.use;
  const home = isHome(building.use);
  const floorM2 = conditionedFloorM2(shape.footprintM2, building.levels);
  const litres = home ? use.hotWaterLPerPersonDay : HOME_LITRES_PER_PERSON;
  const { workFloorM2, workFactor, ...living } = occupancyOf(building, floorM2, litres, seed);
  const workPersons = workFloorM2 / use.floorPerPersonM2;
  const installedW = workFactor * workFloorM2 * (use.appliancesWPerM2 + use.lightingWPerM2);
  const exhaustedW = workFactor * workFloorM2 * use.appliancesWPerM2 * (1 - use.applianceHeatShare);
  const personHeatW = use.sensibleHeatPerPersonW;
  const persons = living.households.reduce((sum, household) => sum + household.persons, workPersons);
  const householdMeanW = (MEAN_HOUSEHOLD_J[building.use] ?? MEAN_HOUSEHOLD_J.apartment!) / YEAR_S;
  const air = airHabitsOf(building, archetype);
  const homeDay = homeDayOf(seed, building.id);
  const absence = absenceOf(building, use, living.households);
  const flexible = building.heating === 'none' ? undefined : building.flexibleHeating;
  const table = useTableOf(
    building.use,
    heatedUseOf(use, building),
    calendar,
    air,
    homeDay,
    absence,
    flexible,
  );
  const livedInM2 = home && living.households.length > 0 ? floorM2 : workFloorM2;
  const fansW = livedInM2 * use.fansWPerM2;
  const supplyFans = supplyFansOf(building, archetype, floorM2);
  const internalPeakW =
    personHeatW * persons +
    installedW -
    exhaustedW +
    fansW +
    supplyFans.powerW +
    HOUSEHOLD_PEAK_FACTOR * householdMeanW * living.households.length;
  const parts = { building, archetype, shape, region, weather, calendar, climate, table, internalPeakW };
  const { zone, capacities } = sizedZoneOf(parts, input.zoneModel ?? 'multiNode');
  const radiatorShare = radiatorShareOf(building, shape, region, climate.air.outdoorJPerM3K);
  const phases = servicePhasesOf(building);
  const { vehicles } = building;
  return {
    id: building.id,
    zone,
    floorM2,
    table,
    comfort: useTableOf(
      building.use,
      usualUseOf(building, region),
      calendar,
      { ...air, airing: NEVER },
      homeDay,
    ),
    personHeatW,
    workPersonHeatW: personHeatW * workPersons,
    heating: building.heating,
    boughtPerHeat: boughtPerHeat(building),
    cooling: building.cooling,
    heatingCapacityW: building.heating === 'none' ? 0 : capacities.heatingW,
    coolingCapacityW: building.cooling === 'none' ? 0 : capacities.coolingW,
    curves: deviceCurvesOf(building, capacities, mean(climate.monthDegC), radiatorShare),
    ...living,
    responding: respondingOf(building, living.households, calendar),
    chargingW: CHARGING_W[building.heating],
    tank: building.hotWaterTank ? hotWaterTankOf(building.hotWaterTank) : null,
    workHotWaterW: workPersons * use.hotWaterLPerPersonDay * W_PER_LITRE_DAY,
    installedW,
    exhaustedW,
    fansW,
    fansAboveDegC: use.fansAboveDegC,
    supplyFans,
    vehicles: Array.from({ length: vehicles?.count ?? 0 }, (_, i) =>
      vehicleOf(seed, building.id, i, vehicles?.control === 'managed', phases.length),
    ),
    charging: vehicles ?? { control: 'unmanaged' },
    battery: building.battery ? batteryOf(building.battery) : null,
    ...photovoltaicsOf(building.photovoltaics, shape, weather, calendar, climate),
    phases,
    plantPhase: plantPhaseOf(seed, building.id, phases),
  };
}

/** Compiles rows fromBuilding to toBuilding - 1 of the district. */
export function compileBuildings(
  input: BuildingsInput,
  fromBuilding: number,
  toBuilding: number,
): CompiledBuildings {
  const count = Math.min(toBuilding, input.district.buildings.length) - fromBuilding;
  return compileRows(
    input,
    Array.from({ length: count }, (_, i) => fromBuilding + i),
  );
}

/**
 * Compiles some rows of the district. A building's row depends on the whole district (party walls, shade of neighbours) and
 * the seed, never on the rows beside it.
 */
export function compileRows(
  input: BuildingsInput,
  buildingRows: readonly number[],
  shapes: readonly BuildingShape[] = shapesOf(input.district.buildings),
): CompiledBuildings {
  const { district, weather, calendar } = input;
  const climate = climateOf(weather, calendar);
  const rows = buildingRows.map((row) =>
    compileBuilding(district.buildings[row]!, shapes[row]!, input, climate),
  );
  const modalYear = modalYearOf(weather, calendar, climate);
  return { calendar, climate, rows, tableAt: modalYear.tableAt, modalYear };
}
