import { existsSync, readFileSync } from 'node:fs';
import { readEpw } from '../../../src/io/epw';
import type { WeatherYear } from '../../../src/model/weather';

/** The EPW at a path, or null where it is not at hand. */
export function epwAt(path: string): WeatherYear | null {
  if (!existsSync(path)) return null;
  const outcome = readEpw(readFileSync(path, 'latin1'), path);
  if (!outcome.ok) throw new Error(`${path} was not read`);
  return outcome.value;
}

/** SAM's CSV: two lines about the place, one of names, then hours from 00:00 to 01:00 on. */
export function samCsvAt(path: string): WeatherYear | null {
  if (!existsSync(path)) return null;
  const [names, place, columns, ...rows] = readFileSync(path, 'latin1').trim().split(/\r?\n/);
  const value = (name: string): number => Number(place!.split(',')[names!.split(',').indexOf(name)]);
  const table = rows.map((row) => row.split(','));
  const column = (name: string): Float64Array => {
    const at = columns!.split(',').indexOf(name);
    return Float64Array.from(table, (row) => Number(row[at]));
  };
  return {
    name: 'Phoenix',
    origin: 'epw',
    latitudeDeg: value('Latitude'),
    longitudeDeg: value('Longitude'),
    utcOffsetMin: 60 * value('Time Zone'),
    elevationM: value('Elevation'),
    startWeekday: 0,
    tempDegC: column('Tdry'),
    dewPointDegC: column('Tdew'),
    relativeHumidityPercent: column('RH'),
    pressurePa: column('Pres').map((hPa) => 100 * hPa),
    windSpeedMPerS: column('Wspd'),
    ghiWPerM2: column('GHI'),
    dniWPerM2: column('DNI'),
    dhiWPerM2: column('DHI'),
    skyInfraredWPerM2: new Float64Array(8760).fill(NaN),
  };
}
