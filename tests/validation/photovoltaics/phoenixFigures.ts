import { calendarOf } from '../../../src/sim/arrays/calendar';
import { effectiveIrradianceWPerM2, systemAcW } from '../../../src/sim/devices';
import { perezPlaneIrradiance, perezPlaneParts } from '../../../src/sim/weather';
import one from './phoenix-pvwatts/case.json';
import { samCsvAt } from './weatherFiles';

export const PHOENIX_FILE = `../shared/data/building-validation/pvwatts/${one.input.weatherFile}`;
const weather = samCsvAt(PHOENIX_FILE);
export const HAVE_PHOENIX = weather !== null;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Energy of a year and of its months, beside PVWatts 8's; needs the weather file. */
export interface PhoenixYear {
  readonly annualKWh: number;
  readonly months: readonly { readonly kWh: number; readonly expectedKWh: number }[];
}

export function phoenixYear(): PhoenixYear {
  const { tilt, azimuth, system_capacity_kWdc, dc_ac_ratio, losses_pct } = one.input.system;
  const calendar = calendarOf(3600, 0);
  const plane = perezPlaneIrradiance(weather!, calendar, tilt, azimuth);
  const effective = effectiveIrradianceWPerM2(perezPlaneParts(weather!, calendar, tilt, azimuth), tilt);
  const system = {
    ratedDcW: 1000 * system_capacity_kWdc,
    dcAcRatio: dc_ac_ratio,
    gammaPerK: -0.0037,
    lossShare: losses_pct / 100,
    nominalCellDegC: 45,
    moduleEfficiency: 0.19,
  };
  const acKWh = plane.map(
    (onPlane, step) =>
      systemAcW(system, onPlane, effective[step]!, weather!.tempDegC[step]!, weather!.windSpeedMPerS[step]!) /
      1000,
  );
  let hour = 0;
  const months = MONTH_DAYS.map((days, month) => ({
    kWh: acKWh.slice(hour, (hour += 24 * days)).reduce((a, b) => a + b, 0),
    expectedKWh: one.expected.monthlyKWh[month]!,
  }));
  return { annualKWh: acKWh.reduce((a, b) => a + b, 0), months };
}
