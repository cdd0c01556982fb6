import { afterAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/model/outcome';
import type { Scenario } from '../../../src/model/scenario';
import { demandResponseOf, moneyYear, type MoneyYear } from '../../../src/study/money';
import { inputOf, measure, smallTown } from '../../engine/smallTown';
import { countedEngine } from './countedEngine';

/** A few houses on the real engine. The cheapest wrong program bills the whole house under the tariff of one household. */
const { engine } = countedEngine();
const { scenario: today, ...input } = inputOf(smallTown(14));
afterAll(() => engine.dispose());

function valueOf<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}
const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);

describe('a tariff that some households take', () => {
  const taken: Scenario = {
    ...today,
    id: 'taken',
    measures: [measure('timeOfUseTariff', 0.5), measure('consumptionFeedback', 0.3)],
  };
  const unmoved: Scenario = {
    ...taken,
    id: 'unmoved',
    measures: [{ ...measure('timeOfUseTariff', 0.5), parameters: { substitutionElasticity: 0 } }],
  };
  async function moneyOf(asked: Scenario): Promise<MoneyYear & { readonly importJ: Float64Array }> {
    const result = valueOf(await engine.run({ ...input, scenario: asked }));
    const district = valueOf(engine.effectiveDistrict({ ...input, scenario: asked }));
    const found = valueOf(await engine.meters({ ...input, scenario: asked }));
    const found2 = valueOf(moneyYear({ year: { scenario: asked, district, result }, meters: found }));
    return { ...found2, importJ: result.table.buildingImportJ };
  }

  it('is billed to them alone, the rest of the house keeps the usual one, and all of the energy is billed once', async () => {
    const found = await moneyOf(taken);
    const district = valueOf(engine.effectiveDistrict({ ...input, scenario: taken }));
    const ids = found.bills.map(({ bill }) => bill.tariffId);
    expect(new Set(ids)).toEqual(new Set(['flat', 'timeOfUse']));
    let split = 0;
    district.buildings.forEach(({ id, tariff }, row) => {
      const own = found.bills.filter(({ buildingId }) => buildingId === id);
      const importKWh = sum(own.map(({ bill }) => bill.amounts.importKWh));
      expect(importKWh / (found.importJ[row]! / 3.6e6)).toBeCloseTo(1, 9);
      const enrolled = own.find(({ bill }) => bill.tariffId === 'timeOfUse');
      expect(enrolled?.payers.map(({ account }) => account.group)).toEqual(
        tariff?.households.map((index) => `${id}/household/${index}`),
      );
      if (own.length === 2) split += 1;
    });
    expect(split).toBeGreaterThan(0);
    expect(sum([...found.matrix.netCents])).toBe(0);
  });

  it('costs those who move out of the dear hours less than those who do not', async () => {
    const still = await moneyOf(unmoved);
    const moved = await moneyOf({ ...unmoved, id: 'moved', measures: [measure('timeOfUseTariff', 0.5)] });
    const energyOf = (found: MoneyYear): number =>
      sum(
        found.bills
          .filter(({ bill }) => bill.tariffId === 'timeOfUse')
          .map(({ bill }) => sum(Object.values(bill.amounts.charges.energy))),
      );
    expect(energyOf(moved)).toBeLessThan(energyOf(still));
    expect(energyOf(moved)).toBeGreaterThan(0.9 * energyOf(still));
  });

  it('where nobody takes it leaves the year to the last bit', async () => {
    const plain = valueOf(await engine.run({ ...input, scenario: today }));
    const nobody = ['timeOfUseTariff', 'criticalPeakTariff', 'directLoadControl'] as const;
    const measures = nobody.map((type) => measure(type, 0));
    const other = countedEngine();
    const result = valueOf(await other.engine.run({ ...input, scenario: { ...today, measures } }));
    other.engine.dispose();
    expect(result.resultHash).toBe(plain.resultHash);
  });
});

describe('customers with demand response', () => {
  it('are households that are controlled, told apart from those that answer to prices, of all households and businesses', () => {
    const [first, second] = smallTown(14).buildings.filter(({ households }) => households >= 2);
    const { buildings } = smallTown(14);
    const response = { substitutionElasticity: 0.1, ownPriceElasticity: 0, flexibleShare: 1 };
    const loadControl = {
      households: [1],
      hours: { fromHour: 17, toHour: 19 },
      days: 'weekdays',
      cutShare: 0.2,
      reboundShare: 1,
      reboundH: 3,
    } as const;
    const changed = buildings.map((building) => {
      if (building.id === first!.id)
        return {
          ...building,
          tariff: { tariffId: 'dynamic' as const, households: [0, 1], response },
          loadControl,
        };
      return building.id === second!.id ? { ...building, loadControl } : building;
    });
    const homes = sum(buildings.map(({ households }) => households));
    const businesses = buildings.filter(
      ({ use, households }) => households === 0 || !['detached', 'terraced', 'apartment'].includes(use),
    ).length;
    expect(demandResponseOf({ buildings })).toEqual({
      customers: homes + businesses,
      controllableCustomers: 0,
      pricedCustomers: 0,
    });
    expect(demandResponseOf({ buildings: changed })).toMatchObject({
      controllableCustomers: 2,
      pricedCustomers: 2,
    });
  });
});
