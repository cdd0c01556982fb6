import type { ConsumptionFeedback, LoadControl, MeterAudit, TariffEnrolment } from './demandResponse';
import type { CommunityMembership } from './energyCommunity';
import type { Retrofit, RetrofitElement } from './retrofit';

export { RETROFIT_ELEMENTS, type Retrofit, type RetrofitElement } from './retrofit';

/**
 * What a building IS. Positions are metres in the district's local frame: x east, y north, z up (see `Frame`).
 * Names carry their units; SI throughout.
 */
export type Point = readonly [xM: number, yM: number];

/** Outer ring counter-clockwise, holes clockwise, first point not repeated. */
export interface Footprint {
  readonly outer: readonly Point[];
  readonly holes: readonly (readonly Point[])[];
}

export const BUILDING_USES = [
  'detached',
  'terraced',
  'apartment',
  'office',
  'retail',
  'school',
  'hospital',
  'hotel',
  'restaurant',
  'warehouse',
  'publicHall',
] as const;
export type BuildingUse = (typeof BUILDING_USES)[number];

export function isHome(use: BuildingUse): boolean {
  return use === 'detached' || use === 'terraced' || use === 'apartment';
}

export const HEATING_SYSTEMS = [
  'gasBoiler',
  'oilBoiler',
  'districtHeat',
  'directElectric',
  'airHeatPump',
  'groundHeatPump',
  'none',
] as const;
export type HeatingSystem = (typeof HEATING_SYSTEMS)[number];

export const COOLING_SYSTEMS = ['none', 'splitAirConditioner'] as const;
export type CoolingSystem = (typeof COOLING_SYSTEMS)[number];

export const ENVELOPE_STATES = ['asBuilt', 'usualRefurbishment', 'advancedRefurbishment'] as const;
export type EnvelopeState = (typeof ENVELOPE_STATES)[number];

export type Phase = 'a' | 'b' | 'c';

export interface PhotovoltaicPlane {
  /** DC power at standard test conditions. */
  readonly peakW: number;
  /** Tilt from horizontal. */
  readonly tiltDeg: number;
  /** Clockwise from north: 180 = south. */
  readonly azimuthDeg: number;
}

/**
 * Reactive power over the voltage at the terminals: `share` of the apparent rating is fed below v1Pu and taken above v4Pu, none from
 * v2Pu to v3Pu, straight lines between. Active power goes first.
 */
export interface VoltVar {
  readonly v1Pu: number;
  readonly v2Pu: number;
  readonly v3Pu: number;
  readonly v4Pu: number;
  readonly share: number;
  /** Apparent rating of the inverter, VA. */
  readonly ratedSVa: number;
}

/** Most active power over the voltage: the inverter's rating up to v1Pu, `shareAbove` of it from v2Pu on, a straight line between. */
export interface VoltWatt {
  readonly v1Pu: number;
  readonly v2Pu: number;
  readonly shareAbove: number;
}

/** One plane, or several on one inverter: `planes` then says how its power lies, and its own plane stands for them. */
export interface Photovoltaics extends PhotovoltaicPlane {
  readonly planes?: readonly PhotovoltaicPlane[];
  /** AC rating of the inverter; the modules' peak over 1.2 where absent. */
  readonly inverterW?: number;
  readonly voltVar?: VoltVar;
  readonly voltWatt?: VoltWatt;
  /** Most that may leave the building, behind its battery; the panels give less instead. */
  readonly exportLimitW?: number;
}

/** Hours of the local day, from the first up to the second; past midnight where the first is the later one. */
export interface DailyHours {
  readonly fromHour: number;
  readonly toHour: number;
}

/**
 * Full power from arrival; spread from 22:00 to departure; full power from the first cheap hour; in the valleys of what else the building
 * draws; the same, and covering its peaks; full power from arrival as far as the distribution station has room for all.
 */
export const CHARGING_CONTROLS = [
  'unmanaged',
  'managed',
  'timeOfUse',
  'valleyFilling',
  'vehicleToGrid',
  'stationLimit',
] as const;
export type ChargingControl = (typeof CHARGING_CONTROLS)[number];

export interface ElectricVehicles {
  readonly count: number;
  readonly control: ChargingControl;
  /** For `timeOfUse`. */
  readonly cheapHours?: DailyHours;
  /**
   * Limit for all that the building draws. `valleyFilling` and `vehicleToGrid` have the least peak there is: they keep it wherever
   * their cars can. A run warns of every building that is above its limit.
   */
  readonly limitW?: number;
  /** For `stationLimit`: apparent power that the station may carry over its transformer's rating; 1 where absent. */
  readonly stationLimitShare?: number;
}

/**
 * Self-consumption stores surplus generation and covers the building's load. Peak shaving holds the load under a limit
 * and fills up below `fillBelowW` (the limit where absent). Tariff charges in the cheap hours and covers the load in the dear
 * ones; an hour that is both is cheap.
 */
export type BatteryControl =
  | { readonly kind: 'selfConsumption' }
  | { readonly kind: 'peakShaving'; readonly limitW: number; readonly fillBelowW?: number }
  | { readonly kind: 'tariff'; readonly cheapHours: DailyHours; readonly dearHours: DailyHours };

/** A battery at the building's terminals; what is left open has defaults with a source (src/sim/devices/battery.ts). */
export interface HomeBattery {
  readonly capacityJ: number;
  /** Largest charge and discharge at the terminals. */
  readonly powerW: number;
  readonly control: BatteryControl;
  readonly chargeEfficiency?: number;
  readonly dischargeEfficiency?: number;
  readonly minStoredShare?: number;
  readonly maxStoredShare?: number;
  readonly chargesFromGrid?: boolean;
  readonly dischargesIntoGrid?: boolean;
}

/** All hot-water tanks of a building as one. */
export interface HotWaterTank {
  readonly volumeM3: number;
  /** Thermostat: recharged when it cools. Off peak: in the hours below. Surplus: from the building's own generation. */
  readonly control: 'thermostat' | 'offPeak' | 'photovoltaicSurplus';
  readonly offPeakHours?: DailyHours;
  readonly lossWPerK?: number;
  readonly chargingW?: number;
}
export const TANK_CONTROLS = [
  'thermostat',
  'offPeak',
  'photovoltaicSurplus',
] as const satisfies readonly HotWaterTank['control'][];

/** Moves the heating set-point inside a comfort band: warmer before the peak hours, cooler during them. */
export interface FlexibleHeating {
  readonly peakHours: DailyHours;
  readonly setbackK: number;
  readonly preheatK: number;
  readonly preheatMin: number;
}

/** How the building hangs on the grid. The service cable is a line of the network that ends at `busId`. */
export interface Connection {
  readonly busId: string;
  /** Phases of the service; a single-phase building has one. */
  readonly phases: readonly Phase[];
  readonly mainFuseA: number;
}

/** Where the value of an attribute comes from. Attributes without an entry are `given`. */
export type Evidence = 'given' | 'derived' | 'assumed';
export const EVIDENCE_ATTRIBUTES = [
  'heightM',
  'levels',
  'use',
  'constructionYear',
  'households',
  'heating',
  'cooling',
  'envelope',
  'connection',
  'phases',
] as const;
export type EvidenceAttribute = (typeof EVIDENCE_ATTRIBUTES)[number];

/** How sure a number is: the six data-quality classes of the U4SSC methodology (2017), best first. */
export const QUALITY_CLASSES = [
  'accurate_measurement',
  'extrapolated_survey',
  'extrapolated_higher_level',
  'estimation_assumptions',
  'personal_estimation',
  'unknown_untraceable',
] as const;
export type QualityClass = (typeof QUALITY_CLASSES)[number];

/** Numbers of the archetype that a building may replace by its own; units stand in the names. */
export const OVERRIDABLE = [
  'uWallWPerM2K',
  'uRoofWPerM2K',
  'uFloorWPerM2K',
  'uWindowWPerM2K',
  'gValue',
  'thermalBridgeWPerM2K',
  'infiltrationPerH',
  'windowShareOfFacade',
  'blindClosedAboveWPerM2',
  'blindTransmittedShare',
  'heatCapacityJPerM2K',
  'heatingSetpointDegC',
  'heatingSetbackDegC',
  'coolingSetpointDegC',
  'coolingSetbackDegC',
  'floorPerPersonM2',
  'sensibleHeatPerPersonW',
  'appliancesWPerM2',
  'lightingWPerM2',
  'applianceHeatShare',
  'outdoorAirM3PerSPerPerson',
  'hotWaterLPerPersonDay',
  'monthlyMultiplier',
  'fansWPerM2',
  'fansAboveDegC',
] as const;
export type Overridable = (typeof OVERRIDABLE)[number];

export interface SourcedValue {
  readonly value: number;
  readonly source: string;
  readonly quality: QualityClass;
}

/** How an air-source heat pump differs from one that is sized for the building and runs in any cold. */
export interface HeatPumpUnit {
  /** Outdoors; it stands still below. */
  readonly cutOffDegC: number;
  /** Of the output that the building would need at the bivalence temperature. */
  readonly sizeShare: number;
}

export interface Building {
  readonly id: string;
  /** Postal address or a name people know. */
  readonly name?: string;
  readonly footprint: Footprint;
  readonly baseElevationM: number;
  /** Ground to eaves for a pitched roof, to the top for a flat one. */
  readonly heightM: number;
  readonly roof: 'flat' | 'gabled' | 'hipped';
  readonly levels: number;
  readonly use: BuildingUse;
  readonly constructionYear: number;
  /** Dwellings; 0 for a building without any. */
  readonly households: number;
  readonly envelope: EnvelopeState;
  readonly overrides?: Partial<Record<Overridable, SourcedValue>>;
  readonly retrofit?: Retrofit;
  /** What may not be changed here, be it heritage or tenure. */
  readonly protectedElements?: readonly RetrofitElement[];
  readonly heating: HeatingSystem;
  /** Heat per bought energy over a season of a gas or oil boiler, in the place of the table's; other systems do not ask for it. */
  readonly boilerEfficiency?: SourcedValue;
  readonly heatPumpUnit?: HeatPumpUnit;
  readonly cooling: CoolingSystem;
  readonly photovoltaics: Photovoltaics | null;
  readonly vehicles: ElectricVehicles | null;
  readonly battery?: HomeBattery;
  readonly hotWaterTank?: HotWaterTank;
  readonly flexibleHeating?: FlexibleHeating;
  /** Of what the households drawn for the building would use: 1 as drawn. */
  readonly householdElectricity?: SourcedValue;
  /** All electricity meters of the building are smart ones. Changes no load by itself. */
  readonly smartMeter?: boolean;
  readonly meterAudit?: MeterAudit;
  readonly tariff?: TariffEnrolment;
  readonly loadControl?: LoadControl;
  readonly consumptionFeedback?: ConsumptionFeedback;
  /** Its customers share electricity with others behind their transformer. Changes no load. */
  readonly energyCommunity?: CommunityMembership;
  /** Null until a network exists. */
  readonly connection: Connection | null;
  readonly evidence: Partial<Record<EvidenceAttribute, Evidence>>;
}
