import { describe, expect, it, test } from 'vitest';
import {
  addHouseholdDay,
  addHouseholds,
  daySpan,
  EVENT_KINDS,
  householdOf,
  MEAN_HOUSEHOLD_J,
  type Household,
  type StepWindow,
} from '../../../src/sim/devices';
import { fillPresence, PRESENCE_NUMBERS, RETIRED, WORKING } from '../../../src/sim/devices/presence';
import { sumOf } from '../buildings/town';

const DAY_MIN = 1440;
const isWeekend = (day: number): boolean => (day + 7) % 7 > 4;
/** The factor of lights as a year has it: mean one, dark in midwinter. */
const lightAt = (day: number): number => 1 + 0.5 * Math.cos((2 * Math.PI * (day + 10)) / 365);

function windowOf(fromStep: number, toStep: number, stepMin: number): StepWindow {
  return { values: new Float64Array(toStep - fromStep), offset: 0, fromStep, toStep, stepMin };
}

function run(household: Household, fromDay: number, toDay: number, stepMin: number): Float64Array {
  const window = windowOf((fromDay * DAY_MIN) / stepMin, (toDay * DAY_MIN) / stepMin, stepMin);
  addHouseholds([household], daySpan(fromDay - 1, toDay - fromDay + 1, isWeekend, lightAt), window);
  return window.values;
}

const homesOf = (count: number, showers?: number, use: 'terraced' | 'apartment' = 'terraced') =>
  Array.from({ length: count }, (_, i) => householdOf(8, `h${i}`, 0, use, showers));
/** The household with one kind of event and nothing else. */
function only(household: Household, name: string): Household {
  return {
    ...household,
    standbyW: 0,
    compressors: [],
    lightsJPerDay: 0,
    startsPerDay: household.startsPerDay.map((rate, k) => (EVENT_KINDS[k]!.name === name ? rate : 0)),
  };
}

describe('a household’s series', () => {
  const homes = homesOf(12, 0.67);

  it('of minutes gives that of quarters and hours when averaged', () => {
    for (const home of homes) {
      const minutes = run(home, 20, 27, 1);
      for (const stepMin of [15, 60]) {
        const coarse = run(home, 20, 27, stepMin);
        coarse.forEach((value, i) => {
          const mean = sumOf(minutes, i * stepMin, (i + 1) * stepMin) / stepMin;
          expect(Math.abs(value - mean)).toBeLessThan(1e-6);
        });
      }
    }
  });

  it.each([1, 15, 60])('at %i min has the same bits wherever it is cut', (stepMin) => {
    let differing = 0;
    for (const home of homes) {
      const whole = run(home, 0, 14, stepMin);
      // Midnights, as chunks begin, an hour later, and others.
      const midnight = (7 * DAY_MIN) / stepMin;
      const cuts = [0, 5, 101, 103, midnight, midnight + 60 / stepMin, whole.length - 7, whole.length];
      for (let c = 1; c < cuts.length; c += 1) {
        const window = windowOf(cuts[c - 1]!, cuts[c]!, stepMin);
        const first = Math.floor((window.fromStep * stepMin) / DAY_MIN) - 1;
        const last = Math.floor(((window.toStep - 1) * stepMin) / DAY_MIN);
        addHouseholds([home], daySpan(first, last - first + 1, isWeekend, lightAt), window);
        window.values.forEach((value, i) => {
          if (!Object.is(value, whole[window.fromStep + i])) differing += 1;
        });
      }
    }
    expect(differing).toBe(0);
  });

  it('is the sum of its days, whichever way they are asked for', () => {
    for (const home of homes) {
      const whole = run(home, 5, 8, 15);
      const byDay = windowOf(5 * 96, 8 * 96, 15);
      for (let day = 4; day < 8; day += 1) {
        addHouseholdDay(home, day, isWeekend(day), byDay, lightAt(day));
      }
      whole.forEach((value, i) => expect(Math.abs(value - byDay.values[i]!)).toBeLessThan(1e-9));
    }
  });

  it('adds to others’ of its building, to the last bit wherever the year is cut', () => {
    const span = daySpan(-1, 15, isWeekend, lightAt);
    const whole = windowOf(0, 14 * 24, 60);
    addHouseholds(homes, span, whole);
    const sum = new Float64Array(14 * 24);
    homes.forEach((home) => run(home, 0, 14, 60).forEach((value, i) => (sum[i]! += value)));
    whole.values.forEach((value, i) => expect(Math.abs(value - sum[i]!)).toBeLessThan(1e-8));
    for (const [from, to] of [
      [0, 7],
      [7, 168],
      [168, 300],
    ] as const) {
      const part = windowOf(from, to, 60);
      const first = Math.floor(from / 24) - 1;
      addHouseholds(homes, daySpan(first, Math.ceil(to / 24) - first, isWeekend, lightAt), part);
      expect(part.values).toEqual(whole.values.slice(from, to));
    }
  });

  it('is positive in every step and differs from day to day', () => {
    for (const home of homes) {
      const hours = run(home, 0, 60, 60);
      expect(hours.every((value) => value > 0 && value < 2e4)).toBe(true);
      expect(new Set(Array.from({ length: 60 }, (_, day) => sumOf(hours, 24 * day, 24 * day + 24))).size).toBe(60); // prettier-ignore
    }
  });
});

describe('the mean', () => {
  const yearKWh = (homes: readonly Household[]): readonly number[] =>
    homes.map((home) => sumOf(run(home, 0, 365, 60)) / 1000);
  const meanOf = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

  test.each([
    ['terraced', 0],
    ['terraced', 0.67],
    ['apartment', 0],
  ] as const)('of %s homes with %f of them owning an electric shower is kept', (use, showers) => {
    const count = 700;
    const kWh = yearKWh(homesOf(count, showers, use));
    // Two and a half standard errors of homes whose spread is 0.4.
    expect(Math.abs((meanOf(kWh) * 3.6e6) / MEAN_HOUSEHOLD_J[use]! - 1)).toBeLessThan((2.5 * 0.4) / Math.sqrt(count)); // prettier-ignore
    // What each household says of itself is what it uses.
    homesOf(count, showers, use).forEach(({ meanW }, i) => {
      expect(Math.abs((meanW * 8.76) / kWh[i]! - 1)).toBeLessThan(0.12);
    });
    const sorted = kWh.slice().sort((a, b) => a - b);
    expect(sorted[0.9 * count]! / sorted[0.1 * count]!).toBeGreaterThan(1.8);
    expect(sorted[0.9 * count]! / sorted[0.1 * count]!).toBeLessThan(4);
  });

  it('lies above a summer day’s in winter, as BDEW’s dynamised household does', () => {
    const homes = homesOf(60);
    const winter = meanOf(homes.map((home) => sumOf(run(home, 10, 24, 60))));
    const summer = meanOf(homes.map((home) => sumOf(run(home, 180, 194, 60))));
    expect(winter / summer).toBeGreaterThan(1.15);
    expect(winter / summer).toBeLessThan(1.6);
  });
});

describe('draws are keyed', () => {
  it('by household: its number in the building decides, not how many there are', () => {
    expect(householdOf(1, 'a', 3, 'apartment')).toEqual(householdOf(1, 'a', 3, 'apartment'));
    expect(householdOf(1, 'a', 3, 'apartment').key).not.toBe(householdOf(1, 'a', 2, 'apartment').key);
    expect(householdOf(1, 'a', 3, 'apartment').key).not.toBe(householdOf(2, 'a', 3, 'apartment').key);
  });

  it('by appliance: raising the share of electric showers takes nobody’s away', () => {
    const at = EVENT_KINDS.findIndex(({ name }) => name === 'electric shower');
    const owners = (share: number): number[] =>
      homesOf(400, share).flatMap(({ startsPerDay }, i) => (startsPerDay[at]! > 0 ? [i] : []));
    const [none, some, more] = [owners(0), owners(0.3), owners(0.67)];
    expect(none).toEqual([]);
    expect(Math.abs(some.length / 400 - 0.3)).toBeLessThan(0.07);
    expect(Math.abs(more.length / 400 - 0.67)).toBeLessThan(0.07);
    expect(some.every((owner) => more.includes(owner))).toBe(true);
  });
});

describe('events', () => {
  it('start while somebody is in and awake', () => {
    const presence = new Float64Array(14 * PRESENCE_NUMBERS);
    let started = 0;
    let away = 0;
    for (const home of homesOf(40).map((each) => only(each, 'kettle'))) {
      const minutes = run(home, 0, 14, 1);
      fillPresence(home, daySpan(0, 14, isWeekend), presence);
      for (let day = 0; day < 14; day += 1) {
        const [wakeMin, leaveMin, returnMin, sleepMin] = presence.subarray(PRESENCE_NUMBERS * day) as unknown as [number, number, number, number]; // prettier-ignore
        expect([wakeMin, leaveMin, returnMin, sleepMin]).toEqual([wakeMin, leaveMin, returnMin, sleepMin].sort((a, b) => a - b)); // prettier-ignore
        for (let minute = 1; minute < DAY_MIN; minute += 1) {
          const at = day * DAY_MIN + minute;
          if (minutes[at]! === 0 || minutes[at - 1]! > 0) continue;
          started += 1;
          const inside =
            (minute + 1 >= wakeMin && minute < leaveMin) || (minute + 1 >= returnMin && minute < sleepMin);
          if (!inside) away += 1;
        }
      }
    }
    expect(started).toBeGreaterThan(1000);
    expect(away).toBe(0);
  });

  it('of a kettle are 2 kW for some minutes, four a day (Richardson et al. 2010)', () => {
    const homes = homesOf(100).map((home) => only(home, 'kettle'));
    const owners = homes.filter(({ startsPerDay }) => startsPerDay.some((rate) => rate > 0));
    const energyKWh = homes.reduce((sum, home) => sum + sumOf(run(home, 0, 28, 60)) / 1000, 0) / 100 / 28;
    // 0.975 x 1,519.82 / 365 cycles of 3 min at 2 kW, more in winter than over the year.
    expect(energyKWh / ((0.975 * 1519.82 * 0.1) / 365)).toBeGreaterThan(0.9);
    expect(energyKWh / ((0.975 * 1519.82 * 0.1) / 365)).toBeLessThan(1.4);
    const peaksW = owners.map((home) => Math.max(...run(home, 0, 28, 1)));
    expect(Math.min(...peaksW)).toBeGreaterThan(1690);
    // Two at once happen; six do not.
    expect(Math.max(...peaksW)).toBeLessThan(7000);
  });

  it('keep working homes empty at noon on workdays, retired ones not, and nobody on days off', () => {
    const shareAtNoon = (kind: number, weekend: boolean): number => {
      let noon = 0;
      let all = 0;
      homesOf(300)
        .filter((home) => home.kind === kind)
        .forEach((home) => {
          const live = { ...home, standbyW: 0, compressors: [] };
          const hours = run(live, 7, 21, 60);
          hours.forEach((value, hour) => {
            if (isWeekend(7 + Math.floor(hour / 24)) !== weekend) return;
            all += value;
            if (hour % 24 >= 10 && hour % 24 < 14) noon += value;
          });
        });
      return noon / all;
    };
    expect(shareAtNoon(WORKING, false)).toBeLessThan(0.75 * shareAtNoon(WORKING, true));
    expect(shareAtNoon(WORKING, false)).toBeLessThan(0.75 * shareAtNoon(RETIRED, false));
  });
});

test('cold appliances cycle with a phase of their own and keep their energy', () => {
  const homes = homesOf(100).map((home) => ({
    ...home,
    standbyW: 0,
    lightsJPerDay: 0,
    startsPerDay: home.startsPerDay.map(() => 0),
  }));
  const rows = homes.map((home) => run(home, 0, 2, 1));
  const total = new Float64Array(rows[0]!.length);
  rows.forEach((row) => row.forEach((value, i) => (total[i]! += value)));
  const meanW = sumOf(total) / total.length;
  // 6,116 cycles a year of 22 min at 190 W in 65 % of homes and so on: 1.34 kWh a day.
  expect(Math.abs((meanW * 24) / 1000 / 100 / 1.34 - 1)).toBeLessThan(0.1);
  // In step, the sum would swing between all on and all off; at random by 1 / sqrt(145) x 1.7.
  const deviation = Math.sqrt(total.reduce((sum, value) => sum + (value - meanW) ** 2, 0) / total.length);
  expect(deviation / meanW).toBeLessThan(0.25);
  expect(rows.every((row) => row.some((value) => value > 90) && row.some((value) => value < 1e-6))).toBe(
    true,
  );
});
