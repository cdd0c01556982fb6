import type { AssumptionOverride } from './assumptions';
import type { ElectricVehicles, Overridable, Photovoltaics, Retrofit, SourcedValue } from './building';
import type { LimitsProfile } from './limits';
import type { Selector } from './selector';
import type { OwnTariffs } from './tariff/own';

/** A scenario is an immutable base plus an ordered list of measures. No results inside. */
export const MEASURE_TYPES = [
  'heatPumps',
  'rooftopPhotovoltaics',
  'vehiclesUnmanaged',
  'vehiclesManaged',
  'envelopeRetrofit',
  'feederBattery',
  'roofInsulation',
  'wallInsulation',
  'floorInsulation',
  'windowReplacement',
  'airSealing',
  'heatRecoveryVentilation',
  'externalShading',
  'heatingSetback',
  'smartThermostat',
  'efficientLighting',
  'groundHeatPumps',
  'districtHeatConnection',
  'directElectricHeating',
  'hotWaterTanks',
  'splitAirConditioner',
  'homeBattery',
  'flexibleHeatPumps',
  'vehiclesTimeOfUse',
  'vehiclesValleyFilling',
  'vehiclesToGrid',
  'transformerReplacement',
  'newSubstation',
  'parallelCable',
  'cableReplacement',
  'undergrounding',
  'transformerTap',
  'openPointShift',
  'timeOfUseTariff',
  'criticalPeakTariff',
  'dynamicTariff',
  'directLoadControl',
  'consumptionFeedback',
  'smartMeters',
  'networkMonitoring',
  'feederAutomation',
  'conservationVoltageReduction',
  'voltVar',
  'voltWatt',
  'exportLimit',
  'transformerDynamicRating',
  'energyCommunity',
  'communityBattery',
  'onLoadTapChanger',
  'lineRegulator',
  'efficientAppliances',
  'newBoiler',
  'vehiclesStationLimit',
  'meterAudits',
] as const;
export type MeasureType = (typeof MEASURE_TYPES)[number];

/** A share that is reached in a year: linear between two of them, held before the first and after the last. */
export interface AdoptionPoint {
  readonly year: number;
  readonly share: number;
}

export interface Measure {
  readonly id: string;
  readonly type: MeasureType;
  /** Whom it is for; everybody where absent. */
  readonly selector?: Selector;
  /** Share of the eligible elements that take part, 0 to 1; by year where it is a list, in the order of years. */
  readonly adoption: number | readonly AdoptionPoint[];
  /** Nobody takes part before this year. */
  readonly fromYear?: number;
  /** Values of the measure's own parameters, in the unit its definition states; defaults where absent. */
  readonly parameters: Readonly<Record<string, number>>;
  /** Id of the parent scenario, where the measure was taken over from it as it stood. */
  readonly inheritedFrom?: string;
}

/** A measure as it stands in one year. */
export interface MeasureAtYear extends Measure {
  readonly adoption: number;
}

/** Facts that a word or a whole number states. */
export const FACT_FIELDS = [
  'use',
  'constructionYear',
  'envelope',
  'heating',
  'cooling',
  'households',
  'phases',
  'mainFuseA',
] as const;
export type FactField = (typeof FACT_FIELDS)[number];

/**
 * A correction of a present-day fact, applied before any measure; part of the base for every scenario. A number of the
 * building's own comes with source and class, `null` takes the archetype's again; `retrofit` states all that has been done.
 */
export type BaseEdit =
  | { readonly buildingId: string; readonly field: FactField; readonly value: string | number }
  | { readonly buildingId: string; readonly field: Overridable; readonly value: SourcedValue | null }
  | { readonly buildingId: string; readonly field: 'retrofit'; readonly value: Retrofit }
  | { readonly buildingId: string; readonly field: 'photovoltaics'; readonly value: Photovoltaics | null }
  | { readonly buildingId: string; readonly field: 'vehicles'; readonly value: ElectricVehicles | null }
  | {
      readonly buildingId: string;
      readonly field: 'householdElectricity';
      readonly value: SourcedValue | null;
    };

/** A week of unusual weather, laid into the year of the run. */
export interface WeatherSpell {
  readonly kind: 'coldSnap' | 'heatWave';
  /** Day of the year it begins, 1 = 1 January; it may run over the end of the year. */
  readonly startDay: number;
  /** How much colder or hotter it is on its five full days. */
  readonly byK: number;
}

/** What somebody has found out about whether a measure may be done where the district is. */
export interface OwnLegalStatus {
  readonly type: MeasureType;
  readonly status: 'allowed' | 'permit' | 'notYet';
  readonly source: string;
  /** Of the source: `2025`, `2025-01` or `2025-01-31`. */
  readonly date: string;
}

export interface Scenario {
  readonly schema: 'gridtwin-scenario/2';
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** The district it was made for, and the SHA-256 of it. */
  readonly base: { readonly districtId: string; readonly sha256: string };
  /** The scenario it was derived from, and the SHA-256 of that one as it stood. */
  readonly parent?: { readonly id: string; readonly name: string; readonly sha256: string };
  /** The year that is run. */
  readonly year: number;
  readonly seed: number;
  readonly notes?: readonly string[];
  readonly measures: readonly Measure[];
  readonly assumptions?: readonly AssumptionOverride[];
  /** Tariffs of its own and who gets which; they change bills and no run. */
  readonly tariffs?: OwnTariffs;
  /** By measure, each once; in the place of what the measure itself says. It changes nothing that is computed. */
  readonly legal?: readonly OwnLegalStatus[];
  /** EN 50160 where absent. */
  readonly limits?: LimitsProfile;
  /** In the order they are laid into the weather. */
  readonly spells?: readonly WeatherSpell[];
  /** The years it is looked at as a path; 2025 to 2050 by five where absent. */
  readonly path?: { readonly years: readonly number[] };
}
