import { HOURS_OF_YEAR } from '../model/commonYear';
import { writeCsv } from '../io/csv';
import type { BuildingModel } from '../model/buildingModel';
import type { WeatherYear } from '../model/weather';
import type { BuildingModelYear, Extreme, ZoneYear } from '../sim/buildings/multinode';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** A year without 29 February; only its days and months are used. */
const COMMON_YEAR = 2018;

/** Hour of the year, 0 to 8,759, as the interval it stands for. */
function hourText(hour: number): string {
  const start = new Date(Date.UTC(COMMON_YEAR, 0, 1, hour));
  const two = (value: number): string => String(value).padStart(2, '0');
  const from = start.getUTCHours();
  return `${MONTHS[start.getUTCMonth()]} ${start.getUTCDate()} ${two(from)}:00-${two(from + 1)}:00`;
}

/** Sum of the zones' powers by hour, and its largest value. */
function peakOfSum(year: BuildingModelYear, power: 'heatingW' | 'coolingW'): Extreme {
  let best: Extreme = { value: 0, hour: 0 };
  for (let hour = 0; hour < HOURS_OF_YEAR; hour += 1) {
    const value = year.zones.reduce((sum, zone) => sum + zone[power][hour]!, 0);
    if (value > best.value) best = { value, hour };
  }
  return best;
}

function rowsOf(year: BuildingModelYear): readonly (readonly [name: string, zone: ZoneYear | null])[] {
  const zones = year.zones.map((zone) => [zone.id, zone] as const);
  return year.zones.length > 1 ? [...zones, ['building', null]] : zones;
}

const power = ({ value, hour }: Extreme): string =>
  value > 0 ? `${(value / 1000).toFixed(3)} kW, ${hourText(hour)}` : '0 kW';
const degrees = ({ value, hour }: Extreme): string => `${value.toFixed(1)} degC, ${hourText(hour)}`;

/** The year in words: loads, peaks with their hours (local standard time), temperatures. */
export function buildingText(model: BuildingModel, weather: WeatherYear, year: BuildingModelYear): string {
  const lines = [`${model.name}, weather ${weather.name}`];
  const total = (energy: 'heatingKWh' | 'coolingKWh'): number =>
    year.zones.reduce((sum, zone) => sum + zone[energy], 0);
  for (const [name, zone] of rowsOf(year)) {
    const heating = zone ? zone.peakHeatingW : peakOfSum(year, 'heatingW');
    const cooling = zone ? zone.peakCoolingW : peakOfSum(year, 'coolingW');
    lines.push(
      `${zone ? `zone ${name}` : 'all zones'}`,
      `  heating  ${(zone ? zone.heatingKWh : total('heatingKWh')).toFixed(1)} kWh, peak ${power(heating)}`,
      `  cooling  ${(zone ? zone.coolingKWh : total('coolingKWh')).toFixed(1)} kWh, peak ${power(cooling)}`,
    );
    if (zone) {
      lines.push(
        `  air      mean ${zone.airMeanDegC.toFixed(1)} degC, min ${degrees(zone.airMin)}, max ${degrees(zone.airMax)}`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

/** One row an hour (1 = 00:00 to 01:00, local standard time), five columns a zone; hourly means. */
export function hourlyCsv(year: BuildingModelYear): string {
  const columns = ['hour'];
  for (const { id } of year.zones) {
    columns.push(
      `${id}_heating_w`,
      `${id}_cooling_w`,
      `${id}_air_degc`,
      `${id}_operative_degc`,
      `${id}_mean_radiant_degc`,
    );
  }
  const rows = Array.from({ length: HOURS_OF_YEAR }, (_, hour) => [
    hour + 1,
    ...year.zones.flatMap((zone) => [
      zone.heatingW[hour]!,
      zone.coolingW[hour]!,
      zone.airDegC[hour]!,
      zone.operativeDegC[hour]!,
      zone.meanRadiantDegC[hour]!,
    ]),
  ]);
  return writeCsv(columns, rows);
}

/** The same as `buildingText` for programs: kWh, kW, degC, hours from 1. */
export function summaryJson(model: BuildingModel, weather: WeatherYear, year: BuildingModelYear): string {
  const extreme = ({ value, hour }: Extreme, scale = 1) => ({ value: value / scale, hour: hour + 1 });
  const zones = year.zones.map((zone) => ({
    id: zone.id,
    heatingKWh: zone.heatingKWh,
    coolingKWh: zone.coolingKWh,
    peakHeatingKW: extreme(zone.peakHeatingW, 1000),
    peakCoolingKW: extreme(zone.peakCoolingW, 1000),
    airMinDegC: extreme(zone.airMin),
    airMaxDegC: extreme(zone.airMax),
    airMeanDegC: zone.airMeanDegC,
  }));
  const building = {
    heatingKWh: zones.reduce((sum, zone) => sum + zone.heatingKWh, 0),
    coolingKWh: zones.reduce((sum, zone) => sum + zone.coolingKWh, 0),
    peakHeatingKW: extreme(peakOfSum(year, 'heatingW'), 1000),
    peakCoolingKW: extreme(peakOfSum(year, 'coolingW'), 1000),
  };
  const summary = {
    schema: 'gridtwin-building-year/1',
    name: model.name,
    weather: weather.name,
    zones,
    building,
  };
  return `${JSON.stringify(summary, null, 2)}\n`;
}
