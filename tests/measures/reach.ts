import type { Building, RetrofitElement } from '../../src/model/building';
import type { MeasureType } from '../../src/model/scenario';

/** Measures that are not taken at buildings; tests/measures/network holds what each of them writes. */
type NetworkMeasureType =
  | 'feederBattery'
  | 'communityBattery'
  | 'transformerReplacement'
  | 'newSubstation'
  | 'parallelCable'
  | 'cableReplacement'
  | 'undergrounding'
  | 'transformerTap'
  | 'onLoadTapChanger'
  | 'lineRegulator'
  | 'openPointShift'
  | 'networkMonitoring'
  | 'feederAutomation'
  | 'conservationVoltageReduction'
  | 'transformerDynamicRating';
const hasPanels = ({ photovoltaics }: Building) => photovoltaics !== null;
const isHome = ({ use }: Building) => ['detached', 'terraced', 'apartment'].includes(use);
const isBurning = ({ heating }: Building) => ['gasBoiler', 'oilBoiler'].includes(heating);
const isReplaceable = (building: Building) => isBurning(building) || building.heating === 'directElectric';
const isOld = ({ envelope, constructionYear }: Building) => envelope === 'asBuilt' && constructionYear < 2000;
const isFree = ({ retrofit, protectedElements }: Building, element: RetrofitElement) =>
  retrofit?.[element] === undefined && !(protectedElements ?? []).includes(element);

/**
 * What each measure may write, and whom it may reach: written down here a second time, by hand. In central Europe every
 * wall, roof, floor and window from before 2000 is worse than what is left alone, every later one better
 * (TABULA medians: wall 0.5 and 0.28, roof 0.37 and 0.2, floor 0.51 and 0.32, window 2.57 and 1.3); 0.2 air changes an
 * hour unless refurbished with the advanced package; homes set back to 17 degC, workplaces to 12.
 */
export const REACH: Record<Exclude<MeasureType, NetworkMeasureType>, (building: Building) => boolean> = {
  heatPumps: isReplaceable,
  groundHeatPumps: isReplaceable,
  districtHeatConnection: isReplaceable,
  directElectricHeating: isBurning,
  hotWaterTanks: ({ households, hotWaterTank }) => households > 0 && hotWaterTank === undefined,
  splitAirConditioner: ({ cooling }) => cooling === 'none',
  rooftopPhotovoltaics: ({ photovoltaics }) => photovoltaics === null,
  vehiclesUnmanaged: ({ households }) => households > 0,
  vehiclesManaged: ({ households }) => households > 0,
  vehiclesTimeOfUse: ({ households }) => households > 0,
  vehiclesValleyFilling: ({ households }) => households > 0,
  vehiclesToGrid: ({ households }) => households > 0,
  vehiclesStationLimit: ({ households }) => households > 0,
  homeBattery: ({ photovoltaics }) => photovoltaics !== null,
  flexibleHeatPumps: ({ heating }) => heating === 'airHeatPump' || heating === 'groundHeatPump',
  envelopeRetrofit: (building) => isOld(building) && building.protectedElements === undefined,
  roofInsulation: (building) => isOld(building) && isFree(building, 'roof'),
  wallInsulation: (building) => isOld(building) && isFree(building, 'wall'),
  floorInsulation: (building) => isOld(building) && isFree(building, 'floor'),
  windowReplacement: (building) => isOld(building) && isFree(building, 'window'),
  airSealing: (building) => building.envelope !== 'advancedRefurbishment' && isFree(building, 'airTightness'),
  externalShading: (building) => isFree(building, 'shading'),
  heatRecoveryVentilation: (building) => isFree(building, 'heatRecovery'),
  heatingSetback: (building) =>
    isHome(building) && building.heating !== 'none' && isFree(building, 'setback'),
  smartThermostat: (building) =>
    isHome(building) && building.heating !== 'none' && isFree(building, 'thermostat'),
  efficientLighting: (building) => !isHome(building) && isFree(building, 'lighting'),
  efficientAppliances: (building) => building.households > 0 && isFree(building, 'appliances'),
  // 0.92 of gas and 0.87 of oil as things stand, 0.95 afterwards.
  newBoiler: isBurning,
  timeOfUseTariff: ({ households }) => households > 0,
  criticalPeakTariff: ({ households }) => households > 0,
  dynamicTariff: ({ households }) => households > 0,
  directLoadControl: ({ households }) => households > 0,
  consumptionFeedback: ({ households }) => households > 0,
  smartMeters: () => true,
  meterAudits: () => true,
  energyCommunity: () => true,
  voltVar: hasPanels,
  voltWatt: hasPanels,
  exportLimit: hasPanels,
};
/** The paths each may write below a building. */
export const FIELD: Record<Exclude<MeasureType, NetworkMeasureType>, readonly string[]> = {
  heatPumps: ['heating'],
  groundHeatPumps: ['heating'],
  districtHeatConnection: ['heating'],
  directElectricHeating: ['heating'],
  hotWaterTanks: ['hotWaterTank'],
  splitAirConditioner: ['cooling'],
  rooftopPhotovoltaics: ['photovoltaics'],
  vehiclesUnmanaged: ['vehicles'],
  vehiclesManaged: ['vehicles'],
  vehiclesTimeOfUse: ['vehicles'],
  vehiclesValleyFilling: ['vehicles'],
  vehiclesToGrid: ['vehicles'],
  vehiclesStationLimit: ['vehicles'],
  homeBattery: ['battery'],
  flexibleHeatPumps: ['flexibleHeating'],
  // The package takes the place of what single measures did to its elements.
  envelopeRetrofit: ['envelope', 'retrofit.wall'],
  roofInsulation: ['retrofit', 'retrofit.roof'],
  wallInsulation: ['retrofit', 'retrofit.wall'],
  floorInsulation: ['retrofit', 'retrofit.floor'],
  windowReplacement: ['retrofit', 'retrofit.window'],
  airSealing: ['retrofit', 'retrofit.airTightness'],
  externalShading: ['retrofit', 'retrofit.shading'],
  heatRecoveryVentilation: ['retrofit', 'retrofit.heatRecovery'],
  heatingSetback: ['retrofit', 'retrofit.setback'],
  smartThermostat: ['retrofit', 'retrofit.thermostat'],
  efficientLighting: ['retrofit', 'retrofit.lighting'],
  efficientAppliances: ['retrofit', 'retrofit.appliances'],
  newBoiler: ['boilerEfficiency'],
  timeOfUseTariff: ['tariff'],
  criticalPeakTariff: ['tariff'],
  dynamicTariff: ['tariff'],
  directLoadControl: ['loadControl'],
  consumptionFeedback: ['consumptionFeedback'],
  smartMeters: ['smartMeter'],
  meterAudits: ['smartMeter', 'meterAudit'],
  energyCommunity: ['energyCommunity'],
  voltVar: ['photovoltaics.voltVar'],
  voltWatt: ['photovoltaics.voltWatt'],
  exportLimit: ['photovoltaics.exportLimitW'],
};
