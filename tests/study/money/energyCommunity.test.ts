import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluateWith } from '../../../src/engine/evaluate';
import { byParty, compareMoney, moneyMatrix, type MoneyMatrix } from '../../../src/kpi/money';
import type { Building } from '../../../src/model/building';
import type { Outcome } from '../../../src/model/outcome';
import type { Measure, Scenario } from '../../../src/model/scenario';
import { districtKpisIn, rememberYears, withMoney } from '../../../src/study/comparison';
import { meterNetW, type MeterYear } from '../../../src/study/loads/meterYear';
import { communityGroups } from '../../../src/study/money/communityGroups';
import { compareTariffs, moneyKpis, moneyYear, type MoneyYear } from '../../../src/study/money';
import { scenarioCosts } from '../../../src/study/scenarioCosts';
import { inputOf, measure, smallTown } from '../../engine/smallTown';
import { countedEngine } from './countedEngine';

/**
 * Houses with panels and a community on the real engine. The cheapest wrong programs: what members save is lost by nobody, what
 * they give each other is more than flows in a step, and a year that is remembered by its run and so forgets the community.
 */
const { engine } = countedEngine();
const { scenario: today, ...input } = inputOf(smallTown(30));
afterAll(() => engine.dispose());

function valueOf<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}
const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);
const panels: readonly Measure[] = [measure('rooftopPhotovoltaics', 0.5), measure('timeOfUseTariff', 0.2)];
const scenarioOf = (id: string, measures: readonly Measure[]): Scenario => ({
  ...today,
  id,
  measures: [...panels, ...measures],
});
const joined = (adoption: number, parameters: Measure['parameters'] = {}): Measure => ({
  ...measure('energyCommunity', adoption),
  parameters,
});
const alone = scenarioOf('alone', []);
const together = scenarioOf('together', [joined(0.8)]);

async function moneyOf(scenario: Scenario, isPriced = false): Promise<MoneyYear> {
  const asked = { ...input, scenario };
  const result = valueOf(await engine.run(asked));
  const district = valueOf(engine.effectiveDistrict(asked));
  const meters = valueOf(await engine.meters(asked));
  const costs = isPriced ? { costs: valueOf(scenarioCosts(asked)) } : {};
  return valueOf(moneyYear({ year: { scenario, district, result }, meters, ...costs }));
}
const partiesOf = ({ flows, currency }: MoneyMatrix): MoneyMatrix =>
  valueOf(moneyMatrix(byParty(flows), currency));
const gainsBetween = (a: MoneyYear, b: MoneyYear): Record<string, number> => {
  const { gains } = valueOf(compareMoney(partiesOf(a.matrix), partiesOf(b.matrix)));
  return Object.fromEntries(gains.map(({ account, gainCents }) => [account.party, gainCents]));
};

let without: MoneyYear;
let shared: MoneyYear;
let meters: MeterYear;
let buildings: readonly Building[];
beforeAll(async () => {
  without = await moneyOf(alone);
  shared = await moneyOf(together);
  meters = valueOf(await engine.meters({ ...input, scenario: together }));
  buildings = valueOf(engine.effectiveDistrict({ ...input, scenario: together })).buildings;
}, 120_000);

describe('a year with energy communities', () => {
  it('has one behind each transformer with members, and leaves who is in none as he is', () => {
    expect(shared.communities.length).toBeGreaterThan(0);
    const members = buildings.filter(({ energyCommunity }) => energyCommunity !== undefined);
    const inOne = shared.communities.flatMap(({ contracts }) => contracts.map((one) => one.buildingId));
    expect([...new Set(inOne)].sort()).toEqual(members.map(({ id }) => id).sort());
    const isMember = new Set(inOne);
    const others = (money: MoneyYear) => money.bills.filter(({ buildingId }) => !isMember.has(buildingId));
    expect(others(shared).length).toBeGreaterThan(0);
    expect(others(shared)).toEqual(others(without));
    expect(shared.bills.map(({ buildingId }) => buildingId)).toEqual(
      without.bills.map(({ buildingId }) => buildingId),
    );
  });

  it('moves to members what supplier, operator and state lose, to the cent, as two years in money tell', () => {
    const gains = gainsBetween(without, shared);
    const savedCents = sum(
      shared.communities.flatMap(({ contracts }) => contracts.map((one) => one.savedCents)),
    );
    expect(savedCents).toBeGreaterThan(100);
    expect(gains.households! + gains.businesses!).toBe(savedCents);
    expect(sum(Object.values(gains))).toBe(0);
    expect(gains).toMatchObject({ community: 0, outside: 0 });
    for (const party of ['supplier', 'operator', 'state']) expect(gains[party], party).toBeLessThan(0);
    const told = new Map<string, number>();
    for (const { account, gainCents, sentence } of shared.communities.flatMap((one) => one.gains)) {
      told.set(account.party, (told.get(account.party) ?? 0) + gainCents);
      if (gainCents < 0) expect(sentence).toMatch(/ loses? \d/);
    }
    for (const [party, cents] of told) expect(cents, party).toBe(gains[party]);
    expect(shared.utility.totalCents - without.utility.totalCents).toBe(-savedCents);
    const electricity = (money: MoneyYear) => sum(money.households.map((one) => one.electricityCents));
    expect(electricity(without) - electricity(shared)).toBe(gains.households);
  });

  it('shares in every step what flows between members, and no more: group = members - exchange', () => {
    for (const { contracts, group } of shared.communities) {
      const rows = [...new Set(contracts.map(({ buildingId }) => meters.buildingIds.indexOf(buildingId)))];
      const nets = rows.map((row) => meterNetW(meters, row));
      for (let step = 0; step < meters.stepCount; step += 1) {
        const powers = nets.map((net) => net[step]!);
        const netW = sum(powers);
        const importW = sum(powers.filter((power) => power > 0));
        const scale = 1e-9 * Math.max(1, importW);
        expect(Math.abs(group.importW[step]! - Math.max(0, netW))).toBeLessThan(scale);
        expect(Math.abs(group.exportW[step]! - Math.max(0, -netW))).toBeLessThan(scale);
        expect(Math.abs(importW - group.exchangeW[step]! - group.importW[step]!)).toBeLessThan(scale);
      }
      expect(group.peakImportW).toBeLessThanOrEqual(group.sumOfPeaksW);
    }
    expect(sum(shared.communities.map(({ group }) => group.exchangeJ))).toBeGreaterThan(3.6e9);
  });

  it('costs nobody more at any price in the range, but for the cents of rounding', async () => {
    for (const priceShare of [0, 1]) {
      const money = await moneyOf(scenarioOf(`at ${priceShare}`, [joined(0.8, { priceShare })]));
      for (const { savedCents } of money.communities.flatMap(({ contracts }) => contracts))
        expect(savedCents).toBeGreaterThan(-5);
    }
  });

  it('gives users all of the gain at the least price, and those with panels more at the most', async () => {
    const at = async (priceShare: number) =>
      (await moneyOf(scenarioOf(`at ${priceShare}`, [joined(0.8, { priceShare })]))).communities;
    const [least, most] = [await at(0), await at(1)];
    const givers = (of: typeof least) =>
      sum(of.flatMap(({ contracts }) => contracts.map((one) => (one.creditedKWh > 0 ? one.savedCents : 0))));
    expect(givers(most)).toBeGreaterThan(givers(least) + 100);
  });

  it('bears its own cost, and tells who loses by it', async () => {
    const [free, dear] = [await moneyOf(alone, true), await moneyOf(together, true)];
    const gains = gainsBetween(free, dear);
    const costCents = sum(dear.communities.map((one) => one.costCents));
    expect(costCents).toBeGreaterThan(0);
    expect(gains.community).toBe(0);
    expect(gains.outside).toBe(costCents);
    expect(sum(Object.values(gains))).toBe(0);
    const savedCents = sum(
      dear.communities.flatMap(({ contracts }) => contracts.map((one) => one.savedCents)),
    );
    expect(gains.households! + gains.businesses!).toBe(savedCents);
    const before = sum(shared.communities.flatMap(({ contracts }) => contracts.map((one) => one.savedCents)));
    expect(savedCents).toBe(before - costCents);
  });
});

describe('another tariff for everybody', () => {
  // The cheapest wrong program takes what a community's members are billed from what all are billed without it.
  it('changes bills against the tariffs in force without communities: what is in force changes nothing', async () => {
    const flat: Scenario = { ...together, id: 'flat', measures: [panels[0]!, joined(0.8)] };
    const asked = { ...input, scenario: flat };
    const result = valueOf(await engine.run(asked));
    const district = valueOf(engine.effectiveDistrict(asked));
    const meters = valueOf(await engine.meters(asked));
    const [same] = valueOf(compareTariffs({ year: { scenario: flat, district, result }, meters }, ['flat'])); // prettier-ignore
    expect(same).toMatchObject({ changeCents: 0, gainers: 0, losers: 0 });
    const settled = await moneyOf(flat);
    expect(settled.utility.totalCents).not.toBe(same!.utility.totalCents);
  });
});

describe('no difference', () => {
  it('of the run, with the community or without; and none of the money where nobody joins', async () => {
    const [plain, same] = [
      valueOf(await engine.run({ ...input, scenario: alone })),
      valueOf(await engine.run({ ...input, scenario: together })),
    ];
    expect([same.inputHash, same.resultHash]).toEqual([plain.inputHash, plain.resultHash]);
    const nobody = await moneyOf(scenarioOf('nobody', [joined(0)]));
    expect({ ...nobody, matrix: null }).toEqual({ ...without, matrix: null });
    expect(nobody.matrix.flows).toEqual(without.matrix.flows);
    expect(nobody.communities).toEqual([]);
  });

  it('of what a study remembers: the same run with and without a community has two years in money', async () => {
    const metersOf = (asked: Scenario) => engine.meters({ ...input, scenario: asked });
    const costsOf = (asked: Scenario) => scenarioCosts({ ...input, scenario: asked });
    const billed = withMoney(evaluateWith(engine, input), metersOf, costsOf, districtKpisIn);
    const { kpisOf } = rememberYears(billed.evaluate, undefined, billed.kpisIn);
    const of = async (asked: Scenario, id: string) =>
      valueOf(await kpisOf(asked)).find((kpi) => kpi.id === id)?.value;
    const dear = (scenario: Scenario): Scenario => ({
      ...scenario,
      id: `${scenario.id}, dear`,
      assumptions: [
        { key: 'feedInPriceEurPerKwh', value: 0.02, unit: 'EUR/kWh', source: 'a test', date: '2026' },
      ],
    });
    // The cheapest wrong program counts bills with what measures cost, and the indicators of a study without.
    const priced = await moneyOf(together, true);
    for (const { id, value } of moneyKpis(priced)) expect(await of(together, id), id).toBe(value);
    const savedCents = sum(
      priced.communities.flatMap(({ contracts }) => contracts.map((one) => one.savedCents)),
    );
    expect(await of(together, 'communitySavings')).toBe(savedCents / 100);
    expect(await of(alone, 'communitySavings')).toBe(0);
    expect(await of(alone, 'communityPeakImport')).toBeUndefined();
    // Counted anew on the years that are there, each with its own district.
    expect(await of(dear(together), 'communitySavings')).toBeGreaterThan(savedCents / 100);
    expect(await of(dear(alone), 'communitySavings')).toBe(0);
  });
});

describe('communities of a district', () => {
  it('are those of one transformer and one set of rules, in the order of transformers', () => {
    const town = smallTown(30);
    const rules = [
      { priceShare: 0.5, gridWaivedShare: 0.5, levyWaivedShare: 0 },
      { priceShare: 1, gridWaivedShare: 0.5, levyWaivedShare: 0 },
    ] as const;
    const members = town.buildings.map((building, row) =>
      row % 3 === 2 ? building : { ...building, energyCommunity: rules[row % 3]! },
    );
    const groups = communityGroups({ ...town, buildings: members });
    expect(groups.flatMap(({ rows }) => rows).sort((a, b) => a - b)).toEqual(
      town.buildings.flatMap((_, row) => (row % 3 === 2 ? [] : [row])),
    );
    for (const { rows, membership } of groups)
      for (const row of rows) expect(members[row]).toHaveProperty('energyCommunity', membership);
    const ids = groups.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const order = groups.map(({ transformerId }) =>
      town.network!.transformers.findIndex(({ id }) => id === transformerId),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(communityGroups(town)).toEqual([]);
    expect(communityGroups({ ...town, buildings: members, network: null })).toEqual([]);
  });
});
