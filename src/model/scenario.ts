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
] as const;
export type MeasureType = (typeof MEASURE_TYPES)[number];

export interface Measure {
  readonly id: string;
  readonly type: MeasureType;
  /** Share of the eligible elements that take part, 0 to 1. */
  readonly adoption: number;
  /** Values of the measure's own parameters, in the unit its definition states; defaults where absent. */
  readonly parameters: Readonly<Record<string, number>>;
}

/** A correction of a present-day fact, applied before any measure; part of the base for every scenario. */
export interface BaseEdit {
  readonly buildingId: string;
  readonly field: 'use' | 'constructionYear' | 'heating' | 'cooling' | 'households' | 'phases' | 'mainFuseA';
  readonly value: string | number;
}

export interface Scenario {
  readonly schema: 'gridtwin-scenario/1';
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly base: { readonly districtId: string; readonly sha256: string };
  readonly year: number;
  readonly seed: number;
  readonly measures: readonly Measure[];
}
