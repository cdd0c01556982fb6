import { describe, expect, test } from 'vitest';
import { calendarOf } from '../../../src/sim/arrays/calendar';
import { effectiveIrradianceWPerM2, systemAcW } from '../../../src/sim/devices';
import { perezPlaneIrradiance, perezPlaneParts } from '../../../src/sim/weather';
import one from './phoenix-pvwatts/case.json';
import { samCsvAt } from './weatherFiles';

const FILE = `../shared/data/building-validation/pvwatts/${one.input.weatherFile}`;
const weather = samCsvAt(FILE);
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

describe.skipIf(!weather)(`${one.title} (reads ${FILE})`, () => {
  test('agrees with PVWatts 8', () => {
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
        systemAcW(
          system,
          onPlane,
          effective[step]!,
          weather!.tempDegC[step]!,
          weather!.windSpeedMPerS[step]!,
        ) / 1000,
    );
    const annual = acKWh.reduce((a, b) => a + b, 0);
    expect(Math.abs(annual / one.expected.annualKWh - 1)).toBeLessThan(one.tolerance.annualRelative);
    let hour = 0;
    const months = MONTH_DAYS.map((days) =>
      acKWh.slice(hour, (hour += 24 * days)).reduce((a, b) => a + b, 0),
    );
    months.forEach((monthKWh, month) => {
      const relative = monthKWh / one.expected.monthlyKWh[month]! - 1;
      expect(Math.abs(relative), `month ${month + 1}`).toBeLessThan(one.tolerance.monthlyRelative);
    });
  });
});
