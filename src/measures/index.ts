import type { MeasureType } from '../model/scenario';
import { airSealing } from './airSealing';
import type { MeasureDefinition } from './definition';
import { efficientLighting } from './efficientLighting';
import { envelopeRetrofit } from './envelopeRetrofit';
import { externalShading } from './externalShading';
import { feederBattery } from './feederBattery';
import { heatingSetback } from './heatingSetback';
import { districtHeatConnection, directElectricHeating, groundHeatPumps, heatPumps } from './heatingSystems';
import { heatRecoveryVentilation } from './heatRecoveryVentilation';
import { hotWaterTanks } from './hotWaterTanks';
import { floorInsulation, roofInsulation, wallInsulation } from './insulation';
import { rooftopPhotovoltaics } from './rooftopPhotovoltaics';
import { smartThermostat } from './smartThermostat';
import { splitAirConditioner } from './splitAirConditioner';
import { vehiclesManaged, vehiclesUnmanaged } from './vehicles';
import { windowReplacement } from './windowReplacement';

export {
  MEASURE_GROUPS,
  type Applicability,
  type MeasureDefinition,
  type MeasureEffect,
  type MeasureGroup,
  type MeasureParameter,
} from './definition';
export {
  embodiedCarbonOf,
  investmentOf,
  unitCarbonOf,
  unitCostsOf,
  type EmbodiedCarbonTotal,
  type Investment,
  type NotKnown,
} from './investment';
export { revertElement } from './revert';
export type { CostBasis, Disruption, ElementAreas, Work } from './work';

/** The measure library, in the order panels show it. */
export const MEASURES: Readonly<Record<MeasureType, MeasureDefinition>> = {
  heatPumps,
  groundHeatPumps,
  districtHeatConnection,
  directElectricHeating,
  hotWaterTanks,
  splitAirConditioner,
  vehiclesUnmanaged,
  vehiclesManaged,
  rooftopPhotovoltaics,
  feederBattery,
  envelopeRetrofit,
  roofInsulation,
  wallInsulation,
  floorInsulation,
  windowReplacement,
  airSealing,
  externalShading,
  heatRecoveryVentilation,
  heatingSetback,
  smartThermostat,
  efficientLighting,
};
