import type { WeatherYear } from '../../../model/weather';
import { saturationPressurePa } from '../../weather';

const GAS_CONSTANT_J_PER_KG_K = 287.055;

/** Air per kelvin and cubic metre, J/(m3 K), at a pressure, temperature and dew point. README eq. 15. */
export function airHeatCapacityJPerM3K(pressurePa: number, tempDegC: number, dewPointDegC: number): number {
  const vapourPa = Math.min(saturationPressurePa(dewPointDegC), pressurePa / 2);
  const humidity = (0.62198 * vapourPa) / (pressurePa - vapourPa);
  const density =
    (pressurePa * (1 + humidity)) / (GAS_CONSTANT_J_PER_KG_K * (tempDegC + 273.15) * (1 + 1.6078 * humidity));
  return (density * (1004.84 + humidity * 1858.95)) / (1 + humidity);
}

/** Outdoor air of every hour, J/(m3 K). */
export function outdoorAirHeatCapacity(weather: WeatherYear): Float64Array {
  return weather.tempDegC.map((temp, hour) =>
    airHeatCapacityJPerM3K(weather.pressurePa[hour]!, temp, weather.dewPointDegC[hour]!),
  );
}

export const mean = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
