import { describe, expect, test } from 'vitest';
import {
  addHotWater,
  daySpan,
  addSession,
  deposit,
  hotWaterKey,
  minuteAt,
  quantileTable,
  sessionOf,
  vehicleOf,
  type StepWindow,
} from '../../../src/sim/devices';
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

test('hot water keeps its mean and comes mostly in the morning and the evening', () => {
  const window = windowOf(0, 8760, 60);
  for (let home = 0; home < 20; home += 1) {
    addHotWater(
      hotWaterKey(1, `h${home}`, 0),
      daySpan(0, 365, (day) => day % 7 > 4),
      200,
      5000,
      window,
    );
  }
  expect(Math.abs(sumOf(window.values) / 8760 / 20 / 200 - 1)).toBeLessThan(0.02);
  const byHour = Array.from({ length: 24 }, (_, hour) =>
    window.values.reduce((s, v, i) => s + (i % 24 === hour ? v : 0), 0),
  );
  expect(byHour[7]!).toBeGreaterThan(4 * byHour[15]!);
});
