import { describe, expect, test } from 'vitest';
import {
  addHouseholdDay,
  addHotWaterDay,
  addSession,
  BASE_J_PER_DAY,
  deposit,
  hotWaterKey,
  householdOf,
  LIGHT_J_PER_DAY,
  MEAN_HOUSEHOLD_J,
  minuteAt,
  quantileTable,
  sessionOf,
  vehicleOf,
  type StepWindow,
} from '../../../src/sim/devices';
import { lightShape } from '../../../src/sim/buildings/lighting';
import { calendarOf } from '../../../src/sim/arrays/calendar';
import { randomKey, uniform } from '../../../src/sim/numeric/random';
import { sumOf } from '../buildings/town';

function windowOf(fromStep: number, toStep: number, stepMin: number): StepWindow {
  return { values: new Float64Array(toStep - fromStep), offset: 0, fromStep, toStep, stepMin };
}
const joules = (window: StepWindow): number => sumOf(window.values) * window.stepMin * 60;

test('a deposited block keeps its energy at any step length and leaves what lies outside alone', () => {
  for (const stepMin of [1, 15, 60]) {
    const window = windowOf(0, 2880 / stepMin, stepMin);
    deposit(window, 1433.7, 95.2, 1234);
    expect(joules(window)).toBeCloseTo(1234 * 95.2 * 60, 3);
    expect(window.values[0]).toBe(0);
  }
});

test('a quantile table gives every hour its weight', () => {
  const weights = [0, 0, 1, 3, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  const table = quantileTable(weights);
  const counts = new Float64Array(24);
  for (let i = 0; i < 8000; i += 1) counts[Math.floor(minuteAt(table, (i + 0.5) / 8000) / 60)]! += 1;
  expect(counts[3]! / 8000).toBeCloseTo(3 / 8, 1);
  expect(counts[12]! / 8000).toBeCloseTo(1 / 2, 1);
});

describe('vehicles', () => {
  const sessions = (managed: boolean, count = 40) =>
    Array.from({ length: count }, (_, v) => vehicleOf(3, `home ${v}`, 0, managed, 3)).flatMap((vehicle) =>
      Array.from({ length: 60 }, (_, day) => ({
        vehicle,
        day,
        session: sessionOf(vehicle, day, day % 7 > 4, (day + 1) % 7 > 4),
      })),
    );

  test('managed and unmanaged charging deliver the same energy to the joule, within the plug-in window', () => {
    let over = 0;
    let sharper = 0;
    let managedSteps = 0;
    for (const { vehicle, day, session } of sessions(true)) {
      if (!session) continue;
      for (const managed of [true, false]) {
        const window = windowOf(day * 96, (day + 2) * 96, 15);
        addSession({ ...vehicle, managed }, session, window);
        expect(Math.abs(joules(window) - session.energyJ)).toBeLessThan(1);
        window.values.forEach((powerW, i) => {
          const endMin = (window.fromStep + i + 1) * 15;
          const startMin = endMin - 15;
          if (powerW > vehicle.powerW * (1 + 1e-12)) over += 1;
          if (powerW > 0 && (endMin <= session.arrivalMin || startMin >= session.departureMin)) over += 1;
          if (managed && powerW > 0) managedSteps += 1;
          if (managed && powerW > 0.6 * vehicle.powerW) sharper += 1;
        });
      }
    }
    expect(over).toBe(0);
    expect(sharper).toBeLessThan(0.1 * managedSteps);
  });

  test('charge 3 to 5 times a week, 8 to 14 kWh at a time (TOI/ELAN survey 4.4; ev.json)', () => {
    const all = sessions(false, 200);
    const drawn = all.filter(({ session }) => session);
    const perWeek = (7 * drawn.length) / all.length;
    expect(perWeek).toBeGreaterThan(4);
    expect(perWeek).toBeLessThan(4.8);
    const meanKWh = drawn.reduce((sum, { session }) => sum + session!.energyJ / 3.6e6, 0) / drawn.length;
    expect(meanKWh).toBeGreaterThan(8);
    expect(meanKWh).toBeLessThan(14);
  });

  test('a single-phase service has no 11 kW charger, and a second car does not change the first', () => {
    const all = Array.from({ length: 100 }, (_, v) => vehicleOf(3, `home ${v}`, 0, false, 1));
    expect(Math.max(...all.map((vehicle) => vehicle.powerW))).toBe(7400);
    expect(vehicleOf(3, 'a', 0, false, 3)).toEqual({ ...vehicleOf(3, 'a', 0, true, 3), managed: false });
    expect(vehicleOf(3, 'a', 0, false, 3).key).not.toBe(vehicleOf(3, 'a', 1, false, 3).key);
  });
});

test('households keep the mean of their kind over a year (3,073 kWh for a terraced home) and differ', () => {
  const count = 400;
  const kWh = Array.from({ length: count }, (_, i) => {
    const household = householdOf(8, `h${i}`, 0, 'terraced');
    const window = windowOf(0, 8760, 60);
    for (let day = 0; day < 365; day += 1) addHouseholdDay(household, day, day % 7 > 4, window);
    return (joules(window) + 365 * household.scale * (BASE_J_PER_DAY + LIGHT_J_PER_DAY)) / 3.6e6;
  });
  const mean = kWh.reduce((sum, value) => sum + value, 0) / count;
  expect(Math.abs(mean / (MEAN_HOUSEHOLD_J.terraced! / 3.6e6) - 1)).toBeLessThan(0.05);
  const sorted = kWh.slice().sort((a, b) => a - b);
  expect(sorted[360]! / sorted[40]!).toBeGreaterThan(2);
});

test('hot water keeps its mean and comes mostly in the morning and the evening', () => {
  const window = windowOf(0, 8760, 60);
  for (let home = 0; home < 20; home += 1) {
    for (let day = 0; day < 365; day += 1) {
      addHotWaterDay(hotWaterKey(1, `h${home}`, 0), day, day % 7 > 4, 200, 5000, window);
    }
  }
  expect(Math.abs(sumOf(window.values) / 8760 / 20 / 200 - 1)).toBeLessThan(0.02);
  const byHour = Array.from({ length: 24 }, (_, hour) =>
    window.values.reduce((s, v, i) => s + (i % 24 === hour ? v : 0), 0),
  );
  expect(byHour[7]!).toBeGreaterThan(4 * byHour[15]!);
});

/**
 * Peak per home of random groups of the hundred homes of the European LV Test Feeder (one day of 8.42 kWh), mean over
 * subsets, W: facts of the feeder's profiles. Ours: 100 terraced homes on five winter weekdays, scaled to that energy.
 */
const DIVERSITY = [
  { stepMin: 15, peaksKW: { 1: 2.55, 5: 1.28, 10: 1.01, 20: 0.83, 50: 0.71, 100: 0.64 } },
  { stepMin: 60, peaksKW: { 1: 1.39, 5: 0.88, 10: 0.75, 20: 0.68, 50: 0.64, 100: 0.62 } },
] as const;

test.each(DIVERSITY)(
  'the peak per home falls with their number as measured, at $stepMin min within 20 %',
  ({ stepMin, peaksKW }) => {
    const steps = 1440 / stepMin;
    const shape = lightShape(calendarOf(3600, 0));
    const homes = Array.from({ length: 100 }, (_, i) => householdOf(11, `h${i}`, 0, 'terraced'));
    const draws = randomKey(1, 'subset', 'diversity');
    const sums: Record<string, number> = {};
    let energyKWh = 0;
    for (let day = 14; day < 19; day += 1) {
      const rows = homes.map((home) => {
        const window = windowOf(day * steps, (day + 1) * steps, stepMin);
        window.values.forEach((_, s) => {
          const light = (LIGHT_J_PER_DAY / 86400) * 1.48 * shape[Math.floor((s * stepMin) / 60)]!;
          window.values[s] = home.scale * (BASE_J_PER_DAY / 86400 + light);
        });
        addHouseholdDay(home, day - 1, false, window);
        addHouseholdDay(home, day, false, window);
        return window.values;
      });
      energyKWh += rows.reduce((sum, row) => sum + (sumOf(row) * stepMin) / 60 / 1000, 0) / 500;
      for (const size of Object.keys(peaksKW).map(Number)) {
        for (let trial = 0; trial < 40; trial += 1) {
          const group = homes
            .map((_, i) => i)
            .sort((a, b) => uniform(draws, trial * 100 + a) - uniform(draws, trial * 100 + b));
          let peak = 0;
          for (let s = 0; s < steps; s += 1) {
            peak = Math.max(
              peak,
              group.slice(0, size).reduce((sum, i) => sum + rows[i]![s]!, 0),
            );
          }
          sums[size] = (sums[size] ?? 0) + peak / size / 1000 / 200;
        }
      }
    }
    for (const [size, measured] of Object.entries(peaksKW)) {
      const ours = (sums[size]! * 8.42) / energyKWh;
      expect(Math.abs(ours / measured - 1), `${size} homes: ${ours.toFixed(2)} kW`).toBeLessThan(0.2);
    }
  },
);
