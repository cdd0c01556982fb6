import type { EnvelopeFigures, UseFigures } from './types';

export const ENVELOPE_UNITS: Readonly<Record<keyof EnvelopeFigures, string>> = {
  uWallWPerM2K: 'W/(m2 K)',
  uRoofWPerM2K: 'W/(m2 K)',
  uFloorWPerM2K: 'W/(m2 K)',
  uWindowWPerM2K: 'W/(m2 K)',
  gValue: '-',
  thermalBridgeWPerM2K: 'W/(m2 K)',
  infiltrationPerH: '1/h',
  windowShareOfFacade: '-',
  blindClosedAboveWPerM2: 'W/m2',
  blindTransmittedShare: '-',
  heatCapacityJPerM2K: 'J/(m2 K)',
};

export const USE_UNITS: Readonly<Record<keyof UseFigures, string>> = {
  floorPerPersonM2: 'm2',
  sensibleHeatPerPersonW: 'W',
  appliancesWPerM2: 'W/m2',
  lightingWPerM2: 'W/m2',
  applianceHeatShare: '-',
  outdoorAirM3PerSPerPerson: 'm3/s',
  hotWaterLPerPersonDay: 'l/d',
  heatingSetpointDegC: 'degC',
  heatingSetbackDegC: 'degC',
  coolingSetpointDegC: 'degC',
  coolingSetbackDegC: 'degC',
  monthlyMultiplier: '-',
  fansWPerM2: 'W/m2',
  fansAboveDegC: 'degC',
};
