import { beforeAll, describe, expect, it } from 'vitest';
import { measureIn, type Actions, type AppStore } from '../../src/state';
import { gainedEur, packageCosts, paybackOf, type PackageCosts } from '../../src/state/building/cashFlow';
import { buildingStateOf, offersShown } from '../../src/state/building/view';
import { districtOf } from '../../src/state/view';
import { PLACEHOLDER_TARIFFS } from '../../src/model/tariff';
import { scenarioCosts, type CostLine } from '../../src/study/scenarioCosts';
import { A, B, district, HOUSE, houseIn, open, packagesIn, settled, weather } from './buildingTown';

/**
 * The Building mode without a page. The cheapest wrong programs: a measure that reaches the street and not the house; two heat
 * pumps counted as two; a reverted element that takes another one along; a package that counts what it inherited twice; a lower
 * thermostat praised as insulation; readings that stand in the link; a bill that is not the tariff times the kilowatt-hours.
 */
describe('a package', () => {
  it('begins with the first measure, reaches this building and no other, and is undone as one step', () => {
    const { store, actions } = open();
    const before = store.getState().history.present;
    actions.building.add('heatPumps');
    expect(store.getState().activeId).toBe(A);
    expect(packagesIn(store).map(({ letter, scenario }) => [letter, scenario.name])).toEqual([
      ['A', `A: ${HOUSE.name ?? HOUSE.id}`],
    ]);
    const base = districtOf(store.getState(), 'baseline')!;
    const changed = districtOf(store.getState(), A)!.buildings.filter((one) => !base.buildings.includes(one));
    expect(changed.map(({ id, heating }) => [id, heating])).toEqual([[HOUSE.id, 'airHeatPump']]);
    actions.undo();
    expect(store.getState().history.present).toBe(before);
    actions.redo();
    expect(packagesIn(store)).toHaveLength(1);
  });

  it('refuses what would count twice, in words, and leaves no step: a second heating, a battery without panels, other cars', () => {
    const { store, actions } = open();
    actions.building.add('homeBattery');
    expect(store.getState().building.refusal?.reason).toContain('no panels');
    expect(packagesIn(store)).toHaveLength(0);
    actions.building.add('heatPumps');
    expect(store.getState().building.refusal).toBeNull();
    const steps = store.getState().history.past.length;
    actions.building.add('groundHeatPumps');
    expect(store.getState().building.refusal).toMatchObject({ type: 'groundHeatPumps' });
    expect(store.getState().building.refusal?.reason).toContain('an air-source heat pump');
    expect(store.getState().history.past).toHaveLength(steps);
    expect(offersShown(store.getState())?.get('groundHeatPumps')?.refusal).not.toBeNull();
    actions.building.add('vehiclesManaged');
    actions.building.add('vehiclesToGrid');
    expect(store.getState().building.refusal?.type).toBe('vehiclesToGrid');
    expect(measureIn(packagesIn(store)[0]!.scenario, 'vehiclesToGrid', HOUSE.id)).toBeUndefined();
  });

  it('gives an element back exactly as it was, and nothing else', () => {
    const { store, actions } = open();
    for (const type of ['roofInsulation', 'heatPumps', 'rooftopPhotovoltaics'] as const)
      actions.building.add(type);
    actions.building.derive(A);
    expect(store.getState().activeId).toBe(B);
    actions.building.remove(B, 'roofInsulation');
    const [a, b] = [houseIn(store, A), houseIn(store, B)];
    expect(a.retrofit?.roof).toBeDefined();
    expect(b.retrofit).toEqual(HOUSE.retrofit);
    expect({ ...b, retrofit: a.retrofit }).toEqual(a);
    actions.building.remove(B, 'heatPumps');
    actions.building.remove(B, 'rooftopPhotovoltaics');
    expect(districtOf(store.getState(), B)!.buildings).toEqual(
      districtOf(store.getState(), 'baseline')!.buildings,
    );
  });

  it('that inherits says so, and counts what it inherited once', () => {
    const { store, actions } = open();
    actions.building.add('roofInsulation');
    actions.building.derive(A);
    const derived = packagesIn(store)[1]!.scenario;
    expect(derived.parent?.id).toBe(A);
    expect(derived.measures.map(({ inheritedFrom }) => inheritedFrom)).toEqual([A]);
    const costs = (id: string) => buildingStateOf(store.getState(), id, HOUSE.id)!.costs!;
    const { lines } = (() => {
      const outcome = scenarioCosts({
        district,
        baseEdits: [],
        weather,
        scenario: packagesIn(store)[0]!.scenario,
      });
      if (!outcome.ok) throw new Error('no costs');
      return outcome.value;
    })();
    expect(costs(A).typicalEur).toBe(lines[0]!.investment.known ? lines[0]!.investment.typical : Number.NaN);
    expect(costs(B).typicalEur).toBe(costs(A).typicalEur);
    expect([costs(A).inheritedEur, costs(B).inheritedEur]).toEqual([0, costs(A).typicalEur]);
    actions.building.add('wallInsulation');
    expect(costs(B).inheritedEur).toBe(costs(A).typicalEur);
    expect(costs(B).typicalEur).toBeGreaterThan(costs(A).typicalEur);
  });
});

describe('the year of one building', () => {
  let store: AppStore;
  let actions: Actions;
  beforeAll(async () => {
    ({ store, actions } = open());
    actions.building.add('heatingSetback');
    await settled(store, ['baseline', A]);
  });
  const figuresOf = (id: string) => buildingStateOf(store.getState(), id, HOUSE.id)!.figures!;

  it('does not count a lower thermostat as a gain of the fabric', () => {
    const [before, after] = [figuresOf('baseline'), figuresOf(A)];
    expect(after.heatNeedJ).toBeLessThan(before.heatNeedJ);
    expect(after.heatNeedAtTodaysTemperaturesJ).toBe(before.heatNeedJ);
  });

  it('tells need, use, delivered and exported apart, and bills the kilowatt-hours at the price of the tariff', async () => {
    actions.building.add('rooftopPhotovoltaics');
    await settled(store, ['baseline', A]);
    const after = figuresOf(A);
    expect(after.exportedElectricityJ).toBeGreaterThan(0);
    const four = [after.heatNeedJ, after.energyUseJ, after.deliveredElectricityJ, after.exportedElectricityJ];
    expect(new Set(four).size).toBe(4);
    const { energy, vatShare, feedInPerKWh } = PLACEHOLDER_TARIFFS.find(({ id }) => id === 'flat')!;
    const price = energy.kind === 'blocks' ? energy.blocks[0]!.perKWh[0]! : null;
    const perKWh = price!.supplier + price!.grid + price!.levies;
    const kWh = after.deliveredElectricityJ / 3.6e6;
    expect(after.billEur.energy).toBeCloseTo(kWh * perKWh, 1);
    expect(after.billEur.feedIn).toBeCloseTo((-after.exportedElectricityJ / 3.6e6) * feedInPerKWh, 1);
    const { vat, feedIn, fuel, ...net } = after.billEur;
    const parts = Object.values(net).reduce((sum, part) => sum + part, 0);
    expect(vat).toBeCloseTo(vatShare * parts, 1);
    expect(after.totalBillEur).toBeCloseTo(parts + vat + feedIn + fuel, 6);
    // 0.228 kg/kWh of gas and 0.49 of the grid (CEA, RWTH); exports earn nothing.
    expect(after.carbonKg).toBeCloseTo(kWh * 0.49 + (after.deliveredFuelJ / 3.6e6) * 0.228, 3);
  });
});

describe('money over the years', () => {
  const line = (part: object): CostLine =>
    ({
      elementId: 'b',
      inherited: false,
      investment: { known: true, low: 800, typical: 1000, high: 1500 },
      lifetimeYears: { value: 10, source: '', quality: 'personal_estimation' },
      runningPerYear: { known: true, eur: 10 },
      grant: { known: true, eur: 200 },
      ...part,
    }) as unknown as CostLine;
  const nothing: PackageCosts = packageCosts([], 'b');

  it('pays at first less the grant, then upkeep, and again in full when it has lived; other buildings are not its own', () => {
    const costs = packageCosts([line({}), line({ elementId: 'other' })], 'b');
    expect(costs.outlayEur.slice(0, 3)).toEqual([800, 10, 10]);
    expect(costs.outlayEur[10]).toBe(1010);
    expect(costs.outlayEur[20]).toBe(1010);
    expect(costs.outlayEur).toHaveLength(26);
    const [own, against] = [
      { costs, billEurPerYear: 500 },
      { costs: nothing, billEurPerYear: 700 },
    ];
    // 4 x 190 is not enough, 5 x 190 is; in year 10 a replacement of 1 000 leaves 100 of what was gained.
    expect(paybackOf(own, against)).toEqual({ kind: 'years', years: 5, firstYears: 5 });
    const gained = gainedEur(own, against);
    expect([gained[0], gained[1], gained[10]]).toEqual([-800, -610, -800 + 10 * 190 - 1000]);
    expect(gainedEur(against, against).every((value) => value === 0)).toBe(true);
    expect(paybackOf({ costs, billEurPerYear: 695 }, against).kind).toBe('never');
  });

  it('takes a price that nobody knows for not known, never for 0', () => {
    const costs = packageCosts([line({ investment: { known: false, reason: 'none' } })], 'b');
    expect(costs.unpriced).toBe(1);
    expect(paybackOf({ costs, billEurPerYear: 0 }, { costs: nothing, billEurPerYear: 700 }).kind).toBe(
      'notKnown',
    );
    const own = { costs, billEurPerYear: 0 };
    const priced = { costs: packageCosts([line({})], 'b'), billEurPerYear: 500 };
    // On either side: a base case of unknown price pays nothing back, and nothing is gained against it.
    expect(paybackOf(priced, own).kind).toBe('notKnown');
    for (const gained of [gainedEur(own, priced), gainedEur(priced, own)])
      expect(gained.every(Number.isNaN)).toBe(true);
  });
});

describe('the price of cars', () => {
  it('is one: beside the measure, in the package and in the report', () => {
    const { store, actions } = open();
    const offered = () => offersShown(store.getState())!.get('vehiclesUnmanaged')!.investment;
    const before = offered();
    expect(before.known).toBe(true);
    actions.building.add('vehiclesUnmanaged');
    const costs = scenarioCosts({
      district,
      weather,
      baseEdits: [],
      scenario: packagesIn(store)[0]!.scenario,
    });
    const line = costs.ok ? costs.value.lines.find(({ elementId }) => elementId === HOUSE.id) : undefined;
    expect(line!.investment).toEqual(before);
    expect(offered()).toEqual(before);
  });
});
