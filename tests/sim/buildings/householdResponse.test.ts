import { describe, expect, test } from 'vitest';
import type { Building } from '../../../src/model/building';
import { END_USES } from '../../../src/model/run';
import { compileRun } from '../../../src/study/compiledRun';
import { buildingYearOf } from '../../../src/study/buildingYear';
import { blockChunk, initialBlockState } from '../../../src/study/blockChunk';
import type { Outcome } from '../../../src/model/outcome';
import { inputOf, smallTown } from '../../engine/smallTown';

/**
 * One house in its year. The cheapest wrong programs: factors on the whole building (a shop answers too), on a mean day (energy
 * is lost), on the window instead of the day (another cut, another year), and factors of one that are not the same bits.
 */
function valueOf<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}
const town = smallTown(12);
const ROW = town.buildings.findIndex(({ households }) => households >= 3);
const USE = END_USES.indexOf('appliancesAndLight');
const own = town.buildings[ROW]!;
const all = Array.from({ length: own.households }, (_, index) => index);
const response = { substitutionElasticity: 0.2, ownPriceElasticity: 0, flexibleShare: 1 };
const tariff = (households: readonly number[], parts: object = {}): Partial<Building> => ({
  tariff: { tariffId: 'timeOfUse', households, response: { ...response, ...parts } },
});

function runOf(change: Partial<Building>) {
  const buildings = town.buildings.map((building, row) =>
    row === ROW ? { ...building, ...change } : building,
  );
  return valueOf(compileRun(inputOf({ ...town, buildings }), () => []));
}
const appliancesOf = (change: Partial<Building>): Float64Array => {
  const { endUseW } = buildingYearOf(runOf(change), ROW);
  return endUseW.slice(USE * 8760, (USE + 1) * 8760);
};
const plain = appliancesOf({});
const sum = (values: Float64Array): number => values.reduce((total, one) => total + one, 0);
const dayOf = (values: Float64Array, day: number): number => sum(values.subarray(24 * day, 24 * day + 24));
/** Weekday evenings from 17 to 21; the town's year begins on the weekday of its weather. */
const { startWeekday } = inputOf(town).weather;
const evenings = (values: Float64Array): number =>
  values.reduce((total, power, step) => {
    const isWeekday = (startWeekday + Math.floor(step / 24)) % 7 < 5;
    return isWeekday && step % 24 >= 17 && step % 24 < 21 ? total + power : total;
  }, 0);

describe('a building whose households answer', () => {
  test('to prices keeps the energy of every day to a rounding of its steps, and uses less of it in the evening', () => {
    const after = appliancesOf(tariff(all));
    for (let day = 0; day < 365; day += 1)
      // Loads are whole eighths of a watt: 24 steps may each miss a sixteenth.
      expect(Math.abs(dayOf(after, day) - dayOf(plain, day))).toBeLessThanOrEqual(24 * 2 * 0.0625);
    const share = evenings(after) / evenings(plain);
    expect(share).toBeLessThan(0.97);
    expect(share).toBeGreaterThan(0.8);
  });

  test('not at all where they have no elasticity: one power a step, the same whoever is on the tariff', () => {
    const still = appliancesOf(tariff(all, { substitutionElasticity: 0 }));
    still.forEach((power, step) => expect(Math.abs(power - plain[step]!)).toBeLessThanOrEqual(0.125));
  });

  test('one by one: the change of two is that of each, and of the others nothing changes', () => {
    const [first, second, both] = [[0], [1], [0, 1]].map((some) => appliancesOf(tariff(some)));
    for (let step = 0; step < 8760; step += 97) {
      const change = (after: Float64Array | undefined): number => after![step]! - plain[step]!;
      // Groups answer as one: nearly, not to the bit, what each would do.
      expect(Math.abs(change(both) - change(first) - change(second))).toBeLessThan(60);
    }
    expect(evenings(first!)).toBeGreaterThan(evenings(both!));
  });

  test('saves what feedback says, of the households’ part alone', () => {
    const saved = appliancesOf({ consumptionFeedback: { households: all, savedShare: 0.03 } });
    const isHome = ['detached', 'terraced', 'apartment'].includes(own.use);
    expect(isHome).toBe(true);
    const share = 1 - sum(saved) / sum(plain);
    expect(share).toBeGreaterThan(0.02);
    expect(share).toBeLessThanOrEqual(0.0301);
  });

  test('moves what is switched off into the hours after, and none of it away', () => {
    const loadControl = {
      households: all,
      hours: { fromHour: 17, toHour: 19 },
      days: 'weekdays',
      cutShare: 0.3,
      reboundShare: 1,
      reboundH: 3,
    } as const;
    const after = appliancesOf({ loadControl });
    expect(Math.abs(sum(after) - sum(plain)) / sum(plain)).toBeLessThan(1e-4);
    for (let step = 0; step < 8760; step += 1) {
      const hour = step % 24;
      if (hour < 17 || hour >= 22) expect(Math.abs(after[step]! - plain[step]!)).toBeLessThanOrEqual(0.125);
    }
  });

  test('has the same bits however the year is cut, with cars that plan nights from noon to noon', () => {
    const change: Partial<Building> = {
      ...tariff([0, 2]),
      consumptionFeedback: { households: [1, 2], savedShare: 0.02 },
      vehicles: { count: 2, control: 'valleyFilling' },
    };
    const run = runOf(change);
    const year = buildingYearOf(run, ROW);
    let state = initialBlockState(run, 0);
    for (let chunk = 0; chunk < 2; chunk += 1) {
      const block = blockChunk(run, 0, chunk, state);
      state = block.stateEnd;
      const steps = 168;
      for (let phase = 0; phase < 3; phase += 1) {
        const at = (ROW * 3 + phase) * steps;
        expect(block.netPW.subarray(at, at + steps)).toEqual(
          year.netPW.subarray(phase * 8760 + chunk * steps, phase * 8760 + (chunk + 1) * steps),
        );
      }
    }
  });
});
