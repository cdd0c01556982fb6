/** Rows of the envelope tables. */
export type EnvelopeClass = 'detached' | 'terraced' | 'multi';
export type ConstructionPeriod = 'to1945' | 'from1946to1979' | 'from1980to1999' | 'from2000';

/** 24 hourly shares for each kind of day. */
export interface DaySchedule {
  readonly weekday: readonly number[];
  readonly saturday: readonly number[];
  readonly sunday: readonly number[];
}

export interface DaySchedules {
  readonly presence: DaySchedule;
  /** Appliances and lights. */
  readonly appliances: DaySchedule;
  readonly hotWater: DaySchedule;
}

/** How a building is used; areas are conditioned floor. */
export interface UseProfile {
  readonly floorPerPersonM2: number;
  readonly sensibleHeatPerPersonW: number;
  readonly appliancesWPerM2: number;
  readonly lightingWPerM2: number;
  readonly outdoorAirM3PerSPerPerson: number;
  readonly hotWaterLPerPersonDay: number;
  readonly heatingSetpointDegC: number;
  readonly heatingSetbackDegC: number;
  readonly coolingSetpointDegC: number;
  readonly coolingSetbackDegC: number;
  readonly schedules: DaySchedules;
  readonly source: string;
}

/** Everything the physics needs to know about a building beyond its own attributes. */
export interface Archetype {
  readonly period: ConstructionPeriod;
  readonly envelopeClass: EnvelopeClass;
  readonly uWallWPerM2K: number;
  readonly uRoofWPerM2K: number;
  readonly uFloorWPerM2K: number;
  readonly uWindowWPerM2K: number;
  /** Total solar energy transmittance at normal incidence. */
  readonly gValue: number;
  readonly thermalBridgeWPerM2K: number;
  readonly infiltrationPerH: number;
  readonly windowShareOfFacade: number;
  /** Effective mass for ISO 13790, J per K and m2 of conditioned floor. */
  readonly heatCapacityJPerM2K: number;
  readonly use: UseProfile;
  readonly source: string;
}
