import type { QualityClass } from './building';
import type { EndUse } from './run';

/** Of a load's power at nominal voltage: shares of constant impedance, current and power. Their sum is about 1. */
export interface ZipShares {
  readonly impedance: number;
  readonly current: number;
  readonly power: number;
}

/** How active and reactive power of a kind of load follow the voltage. */
export interface ZipLoad {
  readonly active: ZipShares;
  readonly reactive: ZipShares;
  readonly source: string;
  readonly quality: QualityClass;
}

const SOURCE =
  'Bokhari et al., IEEE Trans. Power Delivery 29(3), 2014, laboratory tests of appliances of New York customers, as a public script copies its table; not compared with the paper';

/** Appliances and light of homes: the first residential class of the table. dP/P over dV/V at nominal voltage = 0.69. */
export const APPLIANCES_OF_HOMES: ZipLoad = {
  active: { impedance: 1.5, current: -2.31, power: 1.81 },
  reactive: { impedance: 7.41, current: -11.97, power: 5.55 },
  source: SOURCE,
  quality: 'unknown_untraceable',
};

/** Appliances and light of everybody else: the first commercial class of the table; 0.21. */
export const APPLIANCES_OF_OTHERS: ZipLoad = {
  active: { impedance: 0.27, current: -0.33, power: 1.06 },
  reactive: { impedance: 5.48, current: -9.7, power: 5.22 },
  source: SOURCE,
  quality: 'unknown_untraceable',
};

/**
 * What an end use does when its voltage changes. `zip`: takes the power of its voltage. `thermostat`: delivers the heat or
 * cold that is asked for, so that within a step of a quarter of an hour or more it runs for longer and its mean power stays.
 * `converter`: electronics that hold their power.
 */
export const VOLTAGE_ANSWERS: Readonly<Record<EndUse, 'zip' | 'thermostat' | 'converter'>> = {
  spaceHeating: 'thermostat',
  hotWater: 'thermostat',
  cooling: 'thermostat',
  appliancesAndLight: 'zip',
  vehicleCharging: 'converter',
  photovoltaics: 'converter',
  vehicleDischarging: 'converter',
  batteryCharging: 'converter',
  batteryDischarging: 'converter',
};
