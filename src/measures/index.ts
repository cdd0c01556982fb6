import type { MeasureType } from '../model/scenario';
import { airSealing } from './airSealing';
import { communityBattery } from './communityBattery';
import { conservationVoltageReduction } from './conservationVoltageReduction';
import { consumptionFeedback } from './consumptionFeedback';
import { criticalPeakTariff } from './criticalPeakTariff';
import type { MeasureDefinition } from './definition';
import { directLoadControl } from './directLoadControl';
import { dynamicTariff } from './dynamicTariff';
import { efficientAppliances } from './efficientAppliances';
import { efficientLighting } from './efficientLighting';
import { energyCommunity } from './energyCommunity';
import { envelopeRetrofit } from './envelopeRetrofit';
import { exportLimit } from './exportLimit';
import { externalShading } from './externalShading';
import { feederAutomation } from './feederAutomation';
import { feederBattery } from './feederBattery';
import { flexibleHeatPumps } from './flexibleHeatPumps';
import { heatingSetback } from './heatingSetback';
import { districtHeatConnection, directElectricHeating, groundHeatPumps, heatPumps } from './heatingSystems';
import { newBoiler } from './newBoiler';
import { heatRecoveryVentilation } from './heatRecoveryVentilation';
import { homeBattery } from './homeBattery';
import { hotWaterTanks } from './hotWaterTanks';
import { floorInsulation, roofInsulation, wallInsulation } from './insulation';
import {
  cableReplacement,
  lineRegulator,
  newSubstation,
  onLoadTapChanger,
  openPointShift,
  parallelCable,
  transformerReplacement,
  transformerTap,
  undergrounding,
} from './network';
import { meterAudits } from './meterAudits';
import { networkMonitoring } from './networkMonitoring';
import { rooftopPhotovoltaics } from './rooftopPhotovoltaics';
import { smartMeters } from './smartMeters';
import { smartThermostat } from './smartThermostat';
import { splitAirConditioner } from './splitAirConditioner';
import {
  vehiclesManaged,
  vehiclesStationLimit,
  vehiclesTimeOfUse,
  vehiclesToGrid,
  vehiclesUnmanaged,
  vehiclesValleyFilling,
} from './vehicles';
import { timeOfUseTariff } from './timeOfUseTariff';
import { transformerDynamicRating } from './transformerDynamicRating';
import { voltVar } from './voltVar';
import { voltWatt } from './voltWatt';
import { windowReplacement } from './windowReplacement';

export {
  legalStatusOf,
  legalWords,
  MEASURE_GROUPS,
  payerOf,
  PAYERS,
  type Applicability,
  type LegalStatus,
  type MeasureDefinition,
  type MeasureEffect,
  type MeasureGroup,
  type MeasureParameter,
  type Payer,
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
export { networkQuantities, QUANTITY_ITEMS, type Quantity, type QuantityItem } from './network';
export { PAYER_WORDS } from './payerWords';
export { revertElement } from './revert';
export { BASES, type CostBasis, type Disruption, type ElementAreas, type Work } from './work';

/** The measure library, in the order panels show it. */
export const MEASURES: Readonly<Record<MeasureType, MeasureDefinition>> = {
  heatPumps,
  groundHeatPumps,
  districtHeatConnection,
  directElectricHeating,
  newBoiler,
  hotWaterTanks,
  splitAirConditioner,
  vehiclesUnmanaged,
  vehiclesManaged,
  vehiclesTimeOfUse,
  vehiclesValleyFilling,
  vehiclesToGrid,
  vehiclesStationLimit,
  rooftopPhotovoltaics,
  homeBattery,
  feederBattery,
  communityBattery,
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
  flexibleHeatPumps,
  efficientLighting,
  efficientAppliances,
  transformerReplacement,
  newSubstation,
  parallelCable,
  cableReplacement,
  undergrounding,
  transformerTap,
  onLoadTapChanger,
  lineRegulator,
  openPointShift,
  timeOfUseTariff,
  criticalPeakTariff,
  dynamicTariff,
  directLoadControl,
  consumptionFeedback,
  smartMeters,
  meterAudits,
  networkMonitoring,
  feederAutomation,
  conservationVoltageReduction,
  voltVar,
  voltWatt,
  exportLimit,
  transformerDynamicRating,
  energyCommunity,
};
