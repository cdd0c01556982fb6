import { describe, expect, it, test } from 'vitest';
import { CHARGING_CONTROLS, type ChargingControl } from '../../../src/model/building';
import {
  addSession,
  fillCharging,
  nightOf,
  nightsWithin,
  sessionOf,
  storedAtArrivalJ,
  vehicleOf,
  VEHICLE_BATTERY,
  type ChargingSession,
} from '../../../src/sim/devices';
import { cutsOf, differing, Fuzz, piece, sumOf } from './fuzz';
import { energyJ, fresh, session, vehicle } from './sessions';

function anySessions(fuzz: Fuzz, day: number): ChargingSession[] {
  return Array.from({ length: fuzz.whole(0, 3) }, () => {
    const from = fuzz.between(12, 30);
    const powerW = fuzz.mostly(fuzz.pick([3700, 7400, 11000]), [0, 1e6, 1]);
    const one = session(from, fuzz.between(from, 36), fuzz.size(15), powerW, day);
    return { ...one, vehicle: vehicle(powerW, fuzz.pick([1, 3])) };
  });
}

describe.each(CHARGING_CONTROLS)('any sessions under %s', (control: ChargingControl) => {
  it('stay within charger, window and reserve, get the energy that fits, and balance', () => {
    for (let trial = 0; trial < 150; trial += 1) {
      const fuzz = new Fuzz(trial, 'sessions');
      const [one] = anySessions(fuzz, 1);
      if (!one) continue;
      const battery = fuzz.mostly(VEHICLE_BATTERY, [
        { ...VEHICLE_BATTERY, capacityJ: 0 },
        { ...VEHICLE_BATTERY, targetShare: 1 },
      ]);
      const { powerW } = one.vehicle;
      const stepMin = fuzz.pick([15, 60]);
      const over = nightOf(1, stepMin);
      const count = over.toStep - over.fromStep;
      const columns = fresh(count);
      fillCharging((day) => (day === 1 ? [one] : []), { control, battery }, over, {
        ...columns,
        otherW: fuzz.series(count, 2000),
        otherFromStep: over.fromStep,
      });
      const [charge, discharge] = [columns.chargeW.values, columns.dischargeW.values];
      const roomJ = powerW * 60 * (one.departureMin - one.arrivalMin) || 0;
      const wantedJ = Math.min(one.energyJ, roomJ);
      const outJ = energyJ(discharge, stepMin);
      const where = `trial ${trial}`;
      const lossJ = outJ / 0.81 - outJ;
      const balance = energyJ(charge, stepMin) - outJ - lossJ - wantedJ;
      expect(Math.abs(balance), where).toBeLessThanOrEqual(1e-9 * (wantedJ + outJ + 1));
      if (control !== 'vehicleToGrid') expect(outJ).toBe(0);
      const { storedJ, capacityJ } = storedAtArrivalJ(one, battery);
      let inCellsJ = storedJ;
      charge.forEach((chargeW, i) => {
        const startMin = (over.fromStep + i) * stepMin;
        const inside = Math.min(one.departureMin, startMin + stepMin) - Math.max(one.arrivalMin, startMin);
        const mostW = (powerW * Math.max(0, Math.min(inside, stepMin))) / stepMin;
        expect(Math.min(chargeW, discharge[i]!)).toBe(0);
        expect(Math.max(chargeW, discharge[i]!), where).toBeLessThanOrEqual(mostW * (1 + 1e-9) + 1e-9);
        inCellsJ += (0.9 * chargeW - discharge[i]! / 0.9) * 60 * stepMin;
        if (discharge[i]! > 0) expect(inCellsJ).toBeGreaterThanOrEqual(0.25 * capacityJ * (1 - 1e-9));
        expect(inCellsJ).toBeLessThanOrEqual(capacityJ * (1 + 1e-9));
      });
    }
  });

  it('gives the same bits however the steps are cut, at the ends of the year too', () => {
    const stepMin = 60;
    const count = 4 * 24;
    const stepCount = 365 * 24;
    for (let trial = 0; trial < 20; trial += 1) {
      const fuzz = new Fuzz(trial, 'charging cuts');
      const start = fuzz.pick([0, 48, stepCount - count]);
      const first = start / 24 - 1;
      const days = Array.from({ length: 7 }, (_, d) => anySessions(fuzz, first + d));
      // From a day before the year to a day after it.
      const other = fuzz.series(stepCount + 48, 2000);
      const run = (cuts: readonly number[]) => {
        const all = fresh(count);
        cuts.slice(1).forEach((_, c) => {
          const steps = piece(cuts, c, stepMin, start);
          if (steps.toStep === steps.fromStep) return;
          const from = nightOf(nightsWithin(steps)[0], stepMin).fromStep;
          const to = nightOf(nightsWithin(steps)[1], stepMin).toStep;
          const at = ({ values }: { values: Float64Array }) => ({ values, offset: cuts[c]! });
          fillCharging((day) => days[day - first] ?? [], { control }, steps, {
            otherW: other.slice(from + 24, to + 24),
            otherFromStep: from,
            chargeW: at(all.chargeW),
            dischargeW: at(all.dischargeW),
            singleChargeW: all.singleChargeW.map(at),
            singleDischargeW: all.singleDischargeW.map(at),
          });
        });
        return all;
      };
      const whole = run([0, count]);
      const cut = run(cutsOf(fuzz, count));
      for (const name of ['chargeW', 'dischargeW', 'singleChargeW', 'singleDischargeW'] as const) {
        const [wholes, cuts] = [[whole[name]].flat(), [cut[name]].flat()];
        wholes.forEach(({ values }, phase) =>
          expect(differing(values, cuts[phase]!.values), `${name}, trial ${trial}`).toBe(0),
        );
      }
    }
  });
});

test('every control gives every car of a street the same energy; only vehicle to grid adds its losses', () => {
  const cars = Array.from({ length: 12 }, (_, v) => vehicleOf(3, `home ${v}`, 0, false, 3));
  const sessionsOf = (day: number): ChargingSession[] =>
    cars.flatMap((car) => {
      const one = sessionOf(car, day, day % 7 > 4, (day + 1) % 7 > 4);
      return one ? [{ ...one, vehicle: car }] : [];
    });
  const steps = { fromStep: 0, toStep: 8 * 96, stepMin: 15 };
  // From the noon of a day before the first session to the noon after the last, so that none is cut.
  const within = (day: number): ChargingSession[] => (day >= 0 && day < 7 ? sessionsOf(day) : []);
  const otherW = Float64Array.from({ length: 8 * 96 }, (_, i) => (i % 96 > 68 && i % 96 < 84 ? 30000 : 5000));
  const drawn = CHARGING_CONTROLS.map((control) => {
    const columns = fresh(8 * 96);
    fillCharging(within, { control }, steps, { ...columns, otherW, otherFromStep: 0 });
    return {
      control,
      columns,
      inJ: energyJ(columns.chargeW.values),
      outJ: energyJ(columns.dischargeW.values),
    };
  });
  const asked = [0, 1, 2, 3, 4, 5, 6].flatMap(sessionsOf).reduce((sum, one) => sum + one.energyJ, 0);
  for (const { control, inJ, outJ } of drawn) {
    expect(Math.abs(inJ - outJ / 0.81 - asked), control).toBeLessThan(1e-9 * asked);
    expect(outJ > 0, control).toBe(control === 'vehicleToGrid');
  }
  // The same cars and sessions as vehicle.ts adds, to the bit, where nothing new is asked for.
  for (const managed of [false, true]) {
    const window = { values: new Float64Array(8 * 96), offset: 0, ...steps };
    for (let day = 0; day < 7; day += 1) {
      for (const one of sessionsOf(day)) addSession({ ...one.vehicle, managed }, one, window);
    }
    const ours = drawn.find(({ control }) => control === (managed ? 'managed' : 'unmanaged'))!;
    expect(differing(window.values, ours.columns.chargeW.values)).toBe(0);
  }
  const peakOf = (name: ChargingControl): number => {
    const { columns } = drawn.find(({ control }) => control === name)!;
    return Math.max(
      ...otherW.map((base, i) => base + columns.chargeW.values[i]! - columns.dischargeW.values[i]!),
    );
  };
  expect(peakOf('valleyFilling')).toBeLessThan(0.8 * peakOf('unmanaged'));
  // From seven to nine in the evening most cars are home: what they give takes the street's load down.
  const eveningW = (name: ChargingControl): number => {
    const { columns } = drawn.find(({ control }) => control === name)!;
    const net = otherW.map((base, i) => base + columns.chargeW.values[i]! - columns.dischargeW.values[i]!);
    return [0, 1, 2, 3, 4, 5, 6].reduce((sum, day) => sum + sumOf(net, day * 96 + 76, day * 96 + 84) / 56, 0);
  };
  expect(eveningW('valleyFilling')).toBeCloseTo(30000, 0);
  expect(eveningW('vehicleToGrid')).toBeLessThan(0.8 * 30000);
});
