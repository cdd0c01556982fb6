import type { WeatherYear } from '../../model/weather';
import { cos, PI } from '../../sim/numeric/elementary';
import { dewPointDegC, relativeHumidityPercent } from '../../sim/weather/psychrometrics';

const SPELL_DAYS = 7;
/** A day to come and a day to go; five days at full depth. */
const EDGE_DAYS = 1;

/** 0 outside the week, 1 in its middle, a half cosine at both edges. */
function envelope(hoursIn: number): number {
  const edge = 24 * EDGE_DAYS;
  const fromEdge = Math.min(hoursIn, 24 * SPELL_DAYS - hoursIn);
  if (fromEdge <= 0) return 0;
  return fromEdge >= edge ? 1 : (1 - cos((PI * fromEdge) / edge)) / 2;
}

function shiftWeek(weather: WeatherYear, startDay: number, shiftK: number, label: string): WeatherYear {
  const tempDegC = weather.tempDegC.slice();
  const dew = weather.dewPointDegC.slice();
  const humidity = weather.relativeHumidityPercent.slice();
  const infrared = weather.skyInfraredWPerM2.slice();
  for (let i = 0; i < 24 * SPELL_DAYS; i += 1) {
    const hour = (24 * startDay + i) % tempDegC.length;
    const before = tempDegC[hour]!;
    const after = before + shiftK * envelope(i + 0.5);
    if (after === before) continue;
    tempDegC[hour] = after;
    // Cold air cannot hold its water: relative humidity stays. In a heat wave the water stays and the air dries.
    if (shiftK < 0) dew[hour] = dewPointDegC(after, humidity[hour]!);
    else humidity[hour] = relativeHumidityPercent(after, dew[hour]!);
    const ratio = (after + 273.15) / (before + 273.15);
    infrared[hour] = infrared[hour]! * ratio * ratio * ratio * ratio;
  }
  return {
    ...weather,
    name: `${weather.name}, ${label} from day ${startDay + 1}`,
    tempDegC,
    dewPointDegC: dew,
    relativeHumidityPercent: humidity,
    skyInfraredWPerM2: infrared,
  };
}

/**
 * Lays a week of cold into a year: `depthK` below what it was for five days, with a day of smooth descent and ascent.
 * `startDay` counts from 0 = 1 January and may run over the end of the year. Radiation and wind stay.
 */
export function layColdSnap(weather: WeatherYear, startDay: number, depthK: number): WeatherYear {
  return shiftWeek(weather, startDay, -Math.abs(depthK), `cold snap of ${Math.abs(depthK)} K`);
}

/** Lays a week of heat into a year, `heightK` above what it was; see `layColdSnap`. */
export function layHeatWave(weather: WeatherYear, startDay: number, heightK: number): WeatherYear {
  return shiftWeek(weather, startDay, Math.abs(heightK), `heat wave of ${Math.abs(heightK)} K`);
}
