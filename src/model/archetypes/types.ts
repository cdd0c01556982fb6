import type { QualityClass } from '../building';

/** Rows of the envelope tables. */
export type EnvelopeClass = 'detached' | 'terraced' | 'multi';
export type ConstructionPeriod = 'to1945' | 'from1946to1979' | 'from1980to1999' | 'from2000';

/** Where a number comes from and how sure it is. */
export interface Tag {
  readonly source: string;
  readonly quality: QualityClass;
}

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

/** The numbers of a use; areas are conditioned floor. Each has a tag and a unit: a field without fails to compile. */
export interface UseFigures {
  readonly floorPerPersonM2: number;
  readonly sensibleHeatPerPersonW: number;
  readonly appliancesWPerM2: number;
  readonly lightingWPerM2: number;
  /** Of the appliances' power: what stays in the rooms as heat. The rest leaves through hoods and drains. */
  readonly applianceHeatShare: number;
  readonly outdoorAirM3PerSPerPerson: number;
  /** Heat of that many litres from 10 to 60 degC, whatever the mains' temperature. */
  readonly hotWaterLPerPersonDay: number;
  readonly heatingSetpointDegC: number;
  readonly heatingSetbackDegC: number;
  readonly coolingSetpointDegC: number;
  readonly coolingSetbackDegC: number;
  /** Share of the schedules' presence and loads that a mean month sees: holidays, illness. */
  readonly monthlyMultiplier: number;
  /** Ceiling fans in the rooms where people are, while it is warmer outside than `fansAboveDegC`. */
  readonly fansWPerM2: number;
  readonly fansAboveDegC: number;
}

/** How a building is used. */
export interface UseProfile extends UseFigures {
  readonly schedules: DaySchedules;
  readonly tags: Readonly<Record<keyof UseFigures | keyof DaySchedules, Tag>>;
  readonly source: string;
}

/** The numbers of an envelope. Each has a tag and a unit: a field without fails to compile. */
export interface EnvelopeFigures {
  readonly uWallWPerM2K: number;
  readonly uRoofWPerM2K: number;
  readonly uFloorWPerM2K: number;
  readonly uWindowWPerM2K: number;
  /** Total solar energy transmittance at normal incidence. */
  readonly gValue: number;
  readonly thermalBridgeWPerM2K: number;
  readonly infiltrationPerH: number;
  readonly windowShareOfFacade: number;
  /** Inner blinds and curtains: drawn on warm days while the irradiance on the pane is higher, they let a share of the sun in. */
  readonly blindClosedAboveWPerM2: number;
  readonly blindTransmittedShare: number;
  /** Effective mass for ISO 13790, J per K and m2 of conditioned floor. */
  readonly heatCapacityJPerM2K: number;
}

/** Everything the physics needs to know about a building beyond its own attributes. */
export interface Archetype extends EnvelopeFigures {
  readonly period: ConstructionPeriod;
  readonly envelopeClass: EnvelopeClass;
  readonly use: UseProfile;
  readonly source: string;
}
