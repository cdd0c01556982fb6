/**
 * The unit suffixes that names in this project end with, and the one conversion used at the edges. Inside the core
 * everything is SI; kW, kWh and MWh exist in files and on screens only.
 */
export const UNIT_SUFFIXES = {
  W: 'active power, watt',
  Var: 'reactive power, var',
  Va: 'apparent power, volt-ampere',
  J: 'energy, joule',
  V: 'voltage, volt',
  Pu: 'per unit of a nominal value',
  Rad: 'angle, radian',
  Deg: 'angle, degree',
  A: 'current, ampere',
  Ohm: 'impedance, ohm',
  OhmPerKm: 'impedance per length, ohm per kilometre',
  M: 'length, metre',
  M2: 'area, square metre',
  M3: 'volume, cubic metre',
  S: 'time, second',
  Min: 'time, minute',
  H: 'time, hour',
  DegC: 'temperature, degree Celsius',
  K: 'temperature difference, kelvin',
  Pa: 'pressure, pascal',
  WPerM2: 'power per area, watt per square metre',
  WPerK: 'heat loss coefficient, watt per kelvin',
  WPerM2K: 'thermal transmittance, watt per square metre and kelvin',
  JPerK: 'heat capacity, joule per kelvin',
  MPerS: 'speed, metre per second',
  Percent: 'percent',
  Eur: 'money, euro',
} as const;
export type UnitSuffix = keyof typeof UNIT_SUFFIXES;

export const J_PER_KWH = 3.6e6;
