import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { basisOf } from '../../../src/kpi';
import type { Scenario } from '../../../src/model/scenario';
import { PLACEHOLDER_TARIFFS, type Tariff } from '../../../src/model/tariff';
import { meterNetW, type MeterYear } from '../../../src/study/loads/meterYear';
import { writeNetW } from '../../../src/study/loads/wholeLoads';
import { compareTariffs, moneyYear, type MoneyYear } from '../../../src/study/money';
import { scenarioCosts } from '../../../src/study/scenarioCosts';
import type { ScenarioYear } from '../../../src/study/scenarioYear';
import { countedEngine } from './countedEngine';
import { costs, input, panelsYear, scenario, sum, valueOf } from './panelsYear';

/**
 * A few houses with panels on the real engine. The cheapest wrong programs: bills from the sum of the district, a year that is run
 * again for another price, a household's part that is rounded apart from its building's bill, feed-in that nobody pays.
 */
const { engine, jobs } = countedEngine();
const total = (kind: string): number =>
  sum(money.matrix.flows.filter((flow) => flow.kind === kind).map(({ amountCents }) => amountCents));
let year: ScenarioYear;
let meters: MeterYear;
let money: MoneyYear;

beforeAll(async () => {
  ({ year, meters, money } = await panelsYear(engine, () => (jobs.length = 0)));
}, 120_000);
afterAll(() => engine.dispose());

describe('the meters of a year', () => {
  it('come from the loads that the run has left: nothing is simulated, nothing solved', () => {
    expect([...new Set(jobs)]).toEqual(['loadsKeys']);
  });

  it('show what each building draws by itself, to the bit, and add up to what the run sums', async () => {
    for (const row of [0, 5, 13]) {
      const { loads } = valueOf(await engine.buildingYear({ ...input, scenario }, meters.buildingIds[row]!));
      const netW = new Float64Array(8760);
      writeNetW(loads, 0, 8760, netW);
      expect(meterNetW(meters, row)).toEqual(netW);
    }
    meters.buildingIds.forEach((_, row) => {
      const importW = sum([...meterNetW(meters, row)].map((power) => Math.max(0, power)));
      expect(importW * 3600).toBe(year.result.table.buildingImportJ[row]);
    });
  });

  it('are the same without any store, a building at a time and without the network', async () => {
    const other = countedEngine({ loadsBytes: 0 });
    const asked = { ...input, scenario };
    valueOf(await other.engine.run(asked));
    other.jobs.length = 0;
    expect(valueOf(await other.engine.meters(asked))).toEqual(meters);
    expect(new Set(other.jobs)).toEqual(new Set(['loadsKeys', 'buildingYear']));
    other.engine.dispose();
  });
});

describe('bills of a year', () => {
  it('are those of the meters by hand: connection, energy and tax, less what is fed in', () => {
    const flat = PLACEHOLDER_TARIFFS.find(({ id }) => id === 'flat')!;
    const cents = (amount: number): number => Math.round(100 * amount);
    year.district.buildings.forEach(({ id, households }, row) => {
      const { bill, payers } = money.bills.find(({ buildingId }) => buildingId === id)!;
      const importKWh = year.result.table.buildingImportJ[row]! / 3.6e6;
      const exportKWh = year.result.table.buildingExportJ[row]! / 3.6e6;
      const meterCount = payers.length;
      expect(meterCount).toBeGreaterThanOrEqual(households);
      const lines = [20 * meterCount, 40 * meterCount, 0.13 * importKWh, 0.09 * importKWh, 0.03 * importKWh];
      const netCents = sum(lines.map(cents));
      expect(bill.netCents).toBe(netCents);
      expect(bill.vatCents).toBe(Math.round(flat.vatShare * netCents));
      expect(bill.feedInCents).toBe(cents(0.08 * exportKWh));
    });
    expect(money.bills.some(({ bill }) => bill.feedInCents > 0)).toBe(true);
  });

  it('are shared by who lives and works there, to the cent, and are all that anybody pays for electricity', () => {
    const homes = new Set(
      year.district.buildings
        .filter(({ use }) => ['detached', 'terraced', 'apartment'].includes(use))
        .map(({ id }) => id),
    );
    const ofHomes = money.households.filter(({ buildingId }) => homes.has(buildingId));
    const bills = money.bills.filter(({ buildingId }) => homes.has(buildingId));
    expect(sum(ofHomes.map(({ electricityCents }) => electricityCents))).toBe(
      sum(bills.map(({ bill }) => bill.totalCents)),
    );
    for (const { electricityCents } of money.households)
      expect(Number.isInteger(electricityCents)).toBe(true);
    const paid = sum((['energy', 'grid', 'levies'] as const).map(total)) - total('feedIn');
    expect(paid + sum(money.bills.map(({ bill }) => bill.vatCents))).toBe(
      sum(money.bills.map(({ bill }) => bill.totalCents)),
    );
  });
});

describe('another price', () => {
  it('runs nothing: no job of any worker', async () => {
    valueOf(await engine.meters({ ...input, scenario }));
    jobs.length = 0;
    const dear: Scenario = {
      ...scenario,
      id: 'dear',
      assumptions: [
        { key: 'electricityPriceEurPerKwh', value: 0.64, unit: 'EUR/kWh', source: 'a test', date: '2026' },
        { key: 'feedInPriceEurPerKwh', value: 0.02, unit: 'EUR/kWh', source: 'a test', date: '2026' },
      ],
    };
    const asked = { ...input, scenario: dear };
    const result = valueOf(await engine.run(asked));
    const again = valueOf(await engine.meters(asked));
    const other = valueOf(
      moneyYear({ year: { scenario: dear, district: year.district, result }, meters: again, costs }),
    );
    expect(jobs).toEqual([]);
    // Twice the default: every price per kWh doubles, what is due without any kWh does not.
    money.bills.forEach(({ bill }, at) => {
      const { amounts } = other.bills[at]!.bill;
      expect(amounts.charges.energy.supplier / bill.amounts.charges.energy.supplier).toBeCloseTo(2, 12);
      expect(amounts.charges.connection).toEqual(bill.amounts.charges.connection);
      expect(amounts.feedIn).toBeCloseTo(0.02 * bill.amounts.exportKWh, 9);
    });
  });

  it('under any other tariff, also one of one’s own, runs nothing either', () => {
    jobs.length = 0;
    const peak: Tariff = {
      ...PLACEHOLDER_TARIFFS.find(({ id }) => id === 'capacity')!,
      id: 'mine',
    };
    const found = valueOf(
      compareTariffs({ year, meters, tariffs: [peak] }, ['flat', 'timeOfUse', 'capacity', 'mine', 'dynamic']),
    );
    expect(jobs).toEqual([]);
    const [flat, timeOfUse, capacity, mine] = found;
    expect([flat!.gainers, flat!.losers]).toEqual([0, 0]);
    expect(flat!.utility).toEqual(money.utility);
    expect(timeOfUse!.gainers + timeOfUse!.losers).toBe(money.households.length);
    expect(mine!.utility).toEqual(capacity!.utility);
    expect(found.map(({ changeCents, utility }) => utility.totalCents - changeCents)).toEqual(
      found.map(() => money.utility.totalCents),
    );
    // Contracted power goes by the voltage of the bus: 4 % more at 416 V.
    const { network } = year.district;
    const buses = network!.buses.map((bus) => ({ ...bus, nominalVoltageV: 1.04 * bus.nominalVoltageV }));
    const district = { ...year.district, network: { ...network!, buses } };
    const [higher] = valueOf(compareTariffs({ year: { ...year, district }, meters }, ['capacity']));
    const contracted = ({ bills }: typeof higher & object): number =>
      sum(bills.map(({ bill }) => bill.amounts.charges.contracted.grid));
    expect(contracted(capacity!)).toBeGreaterThan(0);
    expect(contracted(higher!) / contracted(capacity!)).toBeCloseTo(1.04, 9);
    const unknown = compareTariffs({ year, meters }, ['nobody']);
    expect(unknown.ok).toBe(false);
    expect(unknown.issues[0]).toMatchObject({ code: 'tariff-unknown', value: 'nobody' });
  });
});

describe('who pays whom', () => {
  it('names each payment in a sentence, and every party that has a part in it', () => {
    const { flows, accounts } = money.matrix;
    for (const { sentence } of flows) expect(sentence).toMatch(/^[A-Z].+ [0-9 ]+\.[0-9]{2} EUR a year .+\.$/);
    const parties = new Set(accounts.map(({ party }) => party));
    for (const party of ['households', 'owners', 'supplier', 'operator', 'state', 'outside'] as const)
      expect(parties.has(party), party).toBe(true);
  });

  it('has fuel at its price: fuel, levies and tax are energy x price, and all other tax is that of the bills', () => {
    const { factors } = basisOf(scenario);
    const prices: Record<string, number> = {
      gasBoiler: factors.gasPriceEurPerKwh.value,
      oilBoiler: factors.oilPriceEurPerKwh.value,
      districtHeat: factors.districtHeatPriceEurPerKwh.value,
    };
    const { buildings } = year.district;
    const spent = buildings.map(
      ({ heating }, row) => (prices[heating] ?? 0) * (year.result.table.buildingFuelJ[row]! / 3.6e6),
    );
    const fuelVatCents = total('vat') - sum(money.bills.map(({ bill }) => bill.vatCents));
    const paidCents = total('fuel') + total('fuelLevies') + fuelVatCents;
    expect(sum(spent)).toBeGreaterThan(1000);
    // Three roundings a building.
    expect(Math.abs(paidCents - 100 * sum(spent))).toBeLessThan(1.5 * buildings.length);
    const share = factors.fuelVatShare.value;
    expect(fuelVatCents / (total('fuel') + total('fuelLevies'))).toBeCloseTo(share, 4);
  });

  it('has annuities of what costs are known of, and electricity bought in', () => {
    const known = costs.lines.filter(({ annuity }) => annuity.known);
    const annuities = sum(known.map(({ annuity }) => (annuity.known ? annuity.eur : 0)));
    expect(total('investment') / 100).toBeCloseTo(annuities, 0);
    const { sourcePW, lossW } = year.result.table;
    const kWh = (values: Float64Array): number => sum([...values]) / 1000;
    expect(total('wholesale') / 100).toBeCloseTo(0.08 * (kWh(sourcePW) - kWh(lossW)), 1);
    expect(total('gridLosses') / 100).toBeCloseTo(0.08 * kWh(lossW), 1);
    // No share is passed on unless somebody says so.
    expect(total('rent')).toBe(0);
  });

  // The cheapest wrong programs pass on what the grant has paid, or what a household pays that owns its home.
  it('passes on the share that a scenario says, of what owners pay less grants', () => {
    const asked = { unit: '1', source: 'a test', date: '2026' };
    const passing: Scenario = {
      ...scenario,
      assumptions: [
        { ...asked, key: 'rentPassedOnShare', value: 0.5 },
        { ...asked, key: 'grantShareSystems', value: 0.3 },
      ],
    };
    const granted = valueOf(scenarioCosts({ ...input, scenario: passing }));
    const { matrix } = valueOf(moneyYear({ year: { ...year, scenario: passing }, meters, costs: granted }));
    const ofOwners = (kind: string, side: 'from' | 'to'): number =>
      sum(
        matrix.flows
          .filter((flow) => flow.kind === kind && flow[side].party === 'owners')
          .map(({ amountCents }) => amountCents),
      );
    const rents = matrix.flows.filter(({ kind }) => kind === 'rent');
    for (const { from, to } of rents) {
      expect(to.party).toBe('owners');
      expect(from.group ?? '').not.toContain('owner');
    }
    const grants = ofOwners('grant', 'to');
    expect(grants).toBeGreaterThan(0);
    const paidCents = ofOwners('investment', 'from') + ofOwners('maintenance', 'from') - grants;
    const roundings = 2 * granted.lines.length * money.households.length;
    expect(Math.abs(sum(rents.map(({ amountCents }) => amountCents)) - 0.5 * paidCents)).toBeLessThan(
      Math.min(roundings, 0.005 * paidCents),
    );
  });
});
