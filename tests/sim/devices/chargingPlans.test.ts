import { describe, expect, it, test } from 'vitest';
import {
  fillCharging,
  nightOf,
  planNight,
  timeOfUseStartMin,
  VEHICLE_BATTERY,
  waterFill,
  type ChargingPolicy,
  type ChargingSession,
} from '../../../src/sim/devices';
import { Fuzz, sumOf } from './fuzz';
import { energyJ, fresh, KWH, session } from './sessions';

const DAY = 1440;

describe('water filling', () => {
  it('adds the amount, within the room, to the lowest places first', () => {
    for (let trial = 0; trial < 400; trial += 1) {
      const fuzz = new Fuzz(trial, 'water');
      const count = fuzz.whole(1, 60);
      const standing = fuzz.series(count, 1000, false);
      const room = Float64Array.from({ length: count }, () =>
        fuzz.mostly(fuzz.between(0, 1000), [0, 1e-9, 1e9]),
      );
      const amount = fuzz.mostly(fuzz.share() * 1.2 * sumOf(room), [0, 1e-6]);
      const added = new Float64Array(count);
      const level = waterFill({ standing, room }, amount, added);
      expect(added.every((value, i) => value >= 0 && value <= room[i]!)).toBe(true);
      const wanted = Math.min(amount, sumOf(room));
      expect(Math.abs(sumOf(added) - wanted), `trial ${trial}`).toBeLessThanOrEqual(1e-9 * wanted);
      const slack = 1e-9 * (1 + Math.abs(level));
      added.forEach((value, i) => {
        if (value > slack) expect(standing[i]!).toBeLessThan(level + slack);
        if (value < room[i]! - slack) expect(standing[i]! + value).toBeGreaterThanOrEqual(level - slack);
      });
    }
  });
});

const QUARTER = 15;
const flat = (watts: number): Float64Array => new Float64Array(96).fill(watts);
const night = nightOf(1, QUARTER);
const plan = (sessions: readonly ChargingSession[], policy: ChargingPolicy, otherW: Float64Array) =>
  planNight(sessions, policy, otherW, night);

/** Largest energy that the sessions can draw below a limit: paths through sessions and steps (Ford and Fulkerson). */
function feasibleJ(sessions: readonly ChargingSession[], otherW: Float64Array, limitW: number): number {
  const stepS = 60 * QUARTER;
  const rooms = sessions.map(({ vehicle: { powerW }, arrivalMin, departureMin }) =>
    Array.from(otherW, (_, i) => {
      const startMin = (night.fromStep + i) * QUARTER;
      const inside = Math.min(departureMin, startMin + QUARTER) - Math.max(arrivalMin, startMin);
      return Math.max(0, inside) * 60 * powerW;
    }),
  );
  const given = rooms.map((room) => room.map(() => 0));
  const left = sessions.map((one) => one.energyJ);
  const space = Array.from(otherW, (other) => Math.max(0, limitW - other) * stepS);
  const tiny = 1e-3;
  let total = 0;
  for (;;) {
    // From a session with energy left to a step with space, through steps that another session can leave.
    const cameBy = new Map<number, readonly [session: number, before: number]>();
    const queue = left.flatMap((energy, s) => (energy > tiny ? [[s, -1] as readonly [number, number]] : []));
    let end = -1;
    while (queue.length > 0 && end < 0) {
      const [s, before] = queue.shift()!;
      rooms[s]!.forEach((room, i) => {
        if (end >= 0 || cameBy.has(i) || room - given[s]![i]! <= tiny) return;
        cameBy.set(i, [s, before]);
        if (space[i]! > tiny) end = i;
        else given.forEach((row, other) => row[i]! > tiny && queue.push([other, i] as const));
      });
    }
    if (end < 0) return total;
    let push = space[end]!;
    for (let i = end; i >= 0; i = cameBy.get(i)![1]) {
      const [s, before] = cameBy.get(i)!;
      push = Math.min(push, rooms[s]![i]! - given[s]![i]!, before < 0 ? left[s]! : given[s]![before]!);
    }
    for (let i = end; i >= 0; i = cameBy.get(i)![1]) {
      const [s, before] = cameBy.get(i)!;
      given[s]![i]! += push;
      if (before < 0) left[s]! -= push;
      else given[s]![before]! -= push;
    }
    space[end]! -= push;
    total += push;
  }
}

describe('valley filling', () => {
  test('of one car over a step fills the step and then both', () => {
    const other = flat(1000);
    other.fill(3000, 24, 48);
    // 18:00 to 06:00: until midnight 3 kW are drawn, after it 1 kW; 12 kWh fit into the valley.
    const { chargeW } = plan([session(18, 30, 9)], { control: 'valleyFilling' }, other)[0]!;
    expect(sumOf(chargeW, 24, 48)).toBe(0);
    expect(chargeW[48]).toBeCloseTo(1500, 6);
    const [more] = plan([session(18, 30, 24)], { control: 'valleyFilling' }, other);
    expect(more!.chargeW[24]).toBeCloseTo(1000, 6);
    expect(more!.chargeW[48]).toBeCloseTo(3000, 6);
  });

  it('keeps a limit whenever any plan does, though it never reads one', () => {
    let [kept, broken] = [0, 0];
    for (let trial = 0; trial < 150; trial += 1) {
      const fuzz = new Fuzz(trial, 'limit');
      const sessions = Array.from({ length: fuzz.whole(1, 5) }, () => {
        const from = fuzz.between(12, 24);
        const powerW = fuzz.pick([3700, 7400, 11000]);
        const to = fuzz.between(from + 1, 36);
        return session(from, to, fuzz.share() * ((powerW / 1000) * (to - from)), powerW);
      });
      const other = Float64Array.from({ length: 96 }, () => fuzz.between(0, 8000));
      const limitW = fuzz.between(6000, 16000);
      const plans = plan(sessions, { control: 'valleyFilling' }, other);
      const most = other.map((base, i) => plans.reduce((sum, one) => sum + one.chargeW[i]!, base));
      const wantedJ = sessions.reduce((sum, one) => sum + one.energyJ, 0);
      const reached = sessions.every((one, s) => Math.abs(energyJ(plans[s]!.chargeW) - one.energyJ) < 1);
      expect(reached).toBe(true);
      const worstW = Math.max(...most.filter((_, i) => plans.some((one) => one.chargeW[i]! > 0)));
      const isFeasible = feasibleJ(sessions, other, limitW) > wantedJ - 10;
      if (isFeasible) expect(worstW, `trial ${trial}`).toBeLessThanOrEqual(limitW * (1 + 1e-6));
      const columns = { otherW: other, otherFromStep: night.fromStep, ...fresh(96) };
      fillCharging((day) => (day === 1 ? sessions : []), { control: 'valleyFilling' }, night, columns);
      // What the chargers draw above the limit.
      const overW = columns.chargeW.values.map((drawn, i) =>
        Math.max(0, Math.min(drawn, other[i]! + drawn - limitW * (1 + 1e-9))),
      );
      if (isFeasible) expect(energyJ(overW)).toBeLessThan(1e-5 * wantedJ);
      else expect(energyJ(overW)).toBeGreaterThan(0);
      if (isFeasible) kept += 1;
      else broken += 1;
    }
    expect(Math.min(kept, broken)).toBeGreaterThan(20);
  });
});

describe('time of use', () => {
  const cheap = { fromHour: 22, toHour: 6 };
  test.each([
    ['waits for the cheap hour', session(18, 31, 11), 22],
    ['starts at once within it', session(23, 31, 11), 23],
    ['starts at once after midnight within it', session(26, 33, 11), 26],
    ['starts early enough to be full at departure', session(18, 23, 33), 20],
    ['starts at arrival where time is too short', session(18, 20, 44), 18],
  ])('%s', (_, one, hour) => {
    expect((timeOfUseStartMin(one, cheap) - DAY) / 60).toBeCloseTo(hour, 9);
  });
});

describe('vehicle to grid', () => {
  const other = flat(500);
  other.fill(6000, 28, 36);
  test('covers the evening’s peak, takes it again with both losses and leaves full', () => {
    const one = session(18, 31, 10);
    const [valley] = plan([one], { control: 'valleyFilling' }, other);
    const { chargeW, dischargeW } = plan([one], { control: 'vehicleToGrid' }, other)[0]!;
    expect(sumOf(dischargeW, 28, 36)).toBeGreaterThan(8 * 2000);
    const outJ = energyJ(dischargeW);
    expect(energyJ(chargeW)).toBeCloseTo(10 * KWH + outJ / 0.81, 0);
    const peakOf = (charge: Float64Array, discharge?: Float64Array): number =>
      Math.max(...other.map((base, i) => base + charge[i]! - (discharge?.[i] ?? 0)));
    expect(peakOf(chargeW, dischargeW)).toBeLessThan(0.7 * peakOf(valley!.chargeW));
  });

  test('keeps the reserve: an almost empty car gives nothing before it is charged', () => {
    const empty = { ...VEHICLE_BATTERY, capacityJ: 14 * KWH };
    const { dischargeW } = plan(
      [session(18, 31, 10)],
      { control: 'vehicleToGrid', battery: empty },
      other,
    )[0]!;
    // 0.8 x 14 - 9 kWh = 2.2 kWh are stored at arrival and 3.5 kWh are the reserve.
    expect(energyJ(dischargeW)).toBe(0);
  });

  it('never leaves a higher peak than valley filling', () => {
    let lower = 0;
    for (let trial = 0; trial < 100; trial += 1) {
      const fuzz = new Fuzz(trial, 'peaks');
      const base = Float64Array.from({ length: 96 }, () => fuzz.between(0, 8000));
      const from = fuzz.between(12, 22);
      const one = session(from, fuzz.between(from + 8, 36), fuzz.between(1, 25), fuzz.pick([3700, 11000]));
      const peakOf = (control: 'valleyFilling' | 'vehicleToGrid'): number => {
        const { chargeW, dischargeW } = plan([one], { control }, base)[0]!;
        const isIn = (i: number): boolean => {
          const startMin = (night.fromStep + i) * QUARTER;
          return startMin >= one.arrivalMin && startMin + QUARTER <= one.departureMin;
        };
        return Math.max(...base.map((w, i) => (isIn(i) ? w + chargeW[i]! - dischargeW[i]! : 0)));
      };
      const [valley, toGrid] = [peakOf('valleyFilling'), peakOf('vehicleToGrid')];
      expect(toGrid, `trial ${trial}`).toBeLessThanOrEqual(valley * (1 + 1e-9));
      if (toGrid < 0.9 * valley) lower += 1;
    }
    expect(lower).toBeGreaterThan(30);
  });
});
