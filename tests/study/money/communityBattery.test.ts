import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byParty, CENTS_PER_UNIT, moneyMatrix } from '../../../src/kpi/money';
import { MEASURES, payerOf } from '../../../src/measures';
import type { District } from '../../../src/model/district';
import type { Outcome } from '../../../src/model/outcome';
import type { Measure, Scenario } from '../../../src/model/scenario';
import { PLACEHOLDER_TARIFFS, USUAL_TARIFF, type OwnTariffs, type Tariff } from '../../../src/model/tariff';
import { dispatchSurplus } from '../../../src/sim/devices/storage';
import { meterNetW, type MeterYear } from '../../../src/study/loads/meterYear';
import { moneyYear, type MoneyYear } from '../../../src/study/money';
import type { RunResult } from '../../../src/study/runResult';
import { scenarioCosts, type ScenarioCosts } from '../../../src/study/scenarioCosts';
import { inputOf, measure, smallTown } from '../../engine/smallTown';
import { countedEngine } from './countedEngine';

/**
 * The cheapest wrong programs: a battery that charges from the grid or feeds into it, one that gives more than it took in, one
 * that shaves the station's peak as the operator's does, a cost that nobody bears, energy that is sold twice.
 */
const { engine } = countedEngine();
const { scenario: today, ...input } = inputOf(smallTown(30));
afterAll(() => engine.dispose());

function valueOf<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}
const sum = (values: Iterable<number>): number => [...values].reduce((total, one) => total + one, 0);
const shared: readonly Measure[] = [measure('rooftopPhotovoltaics', 0.6), measure('energyCommunity', 0.8)];
const scenario: Scenario = {
  ...today,
  id: 'battery',
  measures: [...shared, { ...measure('communityBattery', 1), parameters: { powerShare: 0.2 } }],
};

interface Found {
  readonly result: RunResult;
  readonly district: District;
  readonly meters: MeterYear;
  readonly money: MoneyYear;
  readonly costs: ScenarioCosts;
}

async function found(one: Scenario): Promise<Found> {
  const asked = { ...input, scenario: one };
  const result = valueOf(await engine.run(asked));
  const district = valueOf(engine.effectiveDistrict(asked));
  const meters = valueOf(await engine.meters(asked));
  const costs = valueOf(scenarioCosts(asked));
  const money = valueOf(moneyYear({ year: { scenario: one, district, result }, meters, costs }));
  return { result, district, meters, money, costs };
}

let bare: Found;
let stored: Found;
let joined: Found;
beforeAll(async () => {
  bare = await found({ ...scenario, id: 'bare', measures: shared });
  stored = await found(scenario);
  const more = { ...measure('energyCommunity', 1), id: 'joins later' };
  joined = await found({
    ...scenario,
    id: 'joined',
    measures: [...shared.slice(0, 1), { ...shared[1]!, adoption: 0.4 }, ...scenario.measures.slice(2), more],
  });
}, 180_000);

/** Of a storage: its courses, and what its members draw together. */
function courses({ district, result, meters }: Found) {
  const { table, rows, stepCount } = result;
  return district.network!.storages.map((storage) => {
    const row = rows.storageIds.indexOf(storage.id);
    const of = (column: Float64Array) => column.subarray(row * stepCount, (row + 1) * stepCount);
    const netW = new Float64Array(stepCount);
    for (const id of storage.members!) {
      const own = meterNetW(meters, meters.buildingIds.indexOf(id));
      for (let step = 0; step < stepCount; step += 1) netW[step]! += own[step]!;
    }
    return { storage, netW, chargeW: of(table.storageChargeW), dischargeW: of(table.storageDischargeW) };
  });
}

describe('the dispatch of a community battery', () => {
  it('by hand: half of what it takes is lost, and it never reaches beyond surplus, demand, power and room', () => {
    const params = { capacityJ: 6 * 3600, powerW: 10, roundTripEfficiency: 0.5 };
    const netW = Float64Array.of(5, -4, -20, 1, Number.NaN, 30, 30);
    // Holds 0, 2, then room for 8 at the terminals, gives 1, nothing in a gap, then what is left: 5.
    const { chargeW, dischargeW, socEndJ } = dispatchSurplus(params, netW, 3600, 0);
    expect([...chargeW]).toEqual([0, 4, 8, 0, 0, 0, 0]);
    expect([...dischargeW]).toEqual([0, 0, 0, 1, 0, 5, 0]);
    expect(socEndJ).toBe(0);
  });

  it('keeps its energy and its bounds whatever the load', () => {
    const power = fc.double({ min: -50, max: 50, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(power, { minLength: 1, maxLength: 60 }),
        fc.double({ min: 0.5, max: 1, noNaN: true }),
        (loads, roundTripEfficiency) => {
          const params = { capacityJ: 100 * 3600, powerW: 20, roundTripEfficiency };
          const { chargeW, dischargeW, socEndJ } = dispatchSurplus(params, Float64Array.from(loads), 3600, 0);
          let storedJ = 0;
          loads.forEach((load, step) => {
            const [charge, discharge] = [chargeW[step]!, dischargeW[step]!];
            expect(charge).toBeLessThanOrEqual(Math.min(20, Math.max(0, -load)));
            expect(discharge).toBeLessThanOrEqual(Math.min(20, Math.max(0, load)));
            storedJ += (roundTripEfficiency * charge - discharge) * 3600;
            expect(storedJ).toBeGreaterThan(-1e-6);
            expect(storedJ).toBeLessThan(params.capacityJ + 1e-6);
          });
          expect(socEndJ).toBeCloseTo(storedJ, 4);
        },
      ),
    );
  });
});

describe('the tax on what a community shares', () => {
  const flat = PLACEHOLDER_TARIFFS.find(({ id }) => id === USUAL_TARIFF)!;
  const night: Tariff = { ...flat, id: 'night', name: 'Night', vatShare: 0.07 };
  const moneyUnder = (tariffs: OwnTariffs): MoneyYear => {
    const { district, result, meters, costs } = bare;
    const year = { scenario: { ...scenario, id: 'taxed', measures: shared, tariffs }, district, result };
    return valueOf(moneyYear({ year, meters, costs }));
  };

  it('is that of the tariff that most of its customers have, whatever the usual one is', () => {
    const everybody = { tariffId: 'night', customers: 'everybody' } as const;
    const taxed = moneyUnder({ offered: [night], contracts: [everybody] });
    expect(taxed.communities.length).toBe(bare.money.communities.length);
    for (const { rules } of taxed.communities) expect(rules.vatShare).toBe(0.07);
    for (const { rules } of bare.money.communities) expect(rules.vatShare).toBe(flat.vatShare);
    // One house of many under it is not most.
    const most = bare.money.communities.reduce((a, b) => (b.contracts.length > a.contracts.length ? b : a));
    const [least] = [...most.contracts].sort((a, b) => a.customers - b.customers);
    expect(2 * least!.customers).toBeLessThan(sum(most.contracts.map(({ customers }) => customers)));
    const rule = { kind: 'ids', ids: [least!.buildingId] } as const;
    const few = moneyUnder({ offered: [night], contracts: [{ ...everybody, rule }] });
    const { rules, contracts } = few.communities.find(({ id }) => id === most.id)!;
    expect(contracts.some(({ tariffId }) => tariffId === 'night')).toBe(true);
    expect(rules.vatShare).toBe(flat.vatShare);
  });
});

describe('a battery that an energy community owns', () => {
  it('stands where a community is, once, and belongs to its members of that time', () => {
    const ids = bare.money.communities.map(({ transformerId }) => transformerId);
    expect(stored.district.network!.storages.map(({ transformerId }) => transformerId)).toEqual(ids);
    for (const { members, transformerId } of stored.district.network!.storages) {
      const { contracts } = bare.money.communities.find((one) => one.transformerId === transformerId)!;
      expect([...members!].sort()).toEqual([...new Set(contracts.map((one) => one.buildingId))].sort());
    }
    const { communityBattery } = MEASURES;
    expect(communityBattery.eligible(stored.district)).toEqual([]);
    expect(communityBattery.eligible(input.district)).toEqual([]);
    const refusals = communityBattery.refusals!(input.district);
    expect([...refusals.values()].every((reason) => reason.includes('No energy community'))).toBe(true);
    expect(payerOf(communityBattery)).toBe('community');
  });

  it('takes no more than its members have over in a step and gives no more than they lack', () => {
    for (const { storage, netW, chargeW, dischargeW } of courses(stored)) {
      let storedJ = 0;
      for (let step = 0; step < netW.length; step += 1) {
        const [charge, discharge] = [chargeW[step]!, dischargeW[step]!];
        if (charge > Math.max(0, -netW[step]!) + 1e-6) throw new Error(`charges from the grid at ${step}`);
        if (discharge > Math.max(0, netW[step]!) + 1e-6) throw new Error(`feeds the grid at ${step}`);
        storedJ += (storage.roundTripEfficiency * charge - discharge) * 3600;
        if (!(storedJ > -1 && storedJ < storage.capacityJ + 1)) throw new Error(`out of bounds at ${step}`);
      }
    }
    // Where panels never make more than members draw there is nothing to hold.
    const given = courses(stored).map(({ dischargeW }) => sum(dischargeW));
    expect(Math.max(...given)).toBeGreaterThan(0);
  });

  it('lets the bills of its members meet what crosses the border, and covers more of their use', () => {
    const all = courses(stored);
    stored.money.communities.forEach((community, at) => {
      const { netW, chargeW, dischargeW } = all[at]!;
      const { group } = community;
      for (let step = 0; step < netW.length; step += 1) {
        const borderW = netW[step]! + chargeW[step]! - dischargeW[step]!;
        const billedW = group.importW[step]! - group.exportW[step]!;
        if (Math.abs(borderW - billedW) > 1e-5) throw new Error(`${borderW} and ${billedW} at ${step}`);
      }
      const before = bare.money.communities[at]!.group;
      expect(group.importJ).toBeCloseTo(before.importJ - sum(dischargeW) * 3600, -3);
      expect(group.exportJ).toBeCloseTo(before.exportJ - sum(chargeW) * 3600, -3);
      const { chargedJ, dischargedJ, lossJ } = community.battery!;
      expect(lossJ).toBeCloseTo(0.12 * chargedJ, -2);
      expect(chargedJ - lossJ).toBeGreaterThan(dischargedJ - 1);
    });
  });

  it('is that of the community however many join after it: its bills meet the border, and all bear its cost', () => {
    const { buildings } = joined.district;
    const all = joined.district.network!.storages;
    // The first building of a group is not among the owners: who asks it alone finds no battery.
    const firsts = joined.money.communities.map(({ contracts }) => contracts[0]!.buildingId);
    expect(firsts.some((id) => all.every(({ members }) => !members!.includes(id)))).toBe(true);
    expect(buildings.filter(({ energyCommunity }) => energyCommunity !== undefined).length).toBeGreaterThan(
      new Set(all.flatMap(({ members }) => members)).size,
    );
    const { matrix, utility } = joined.money;
    const fedIn = matrix.flows.filter(({ to, kind }) => to.party === 'community' && kind === 'feedIn');
    expect(sum(fedIn.map(({ amountCents }) => amountCents))).toBeGreaterThan(0);
    const paidToAll = sum(
      matrix.flows.flatMap(({ kind, amountCents }) => (kind === 'feedIn' ? [amountCents] : [])),
    );
    expect(utility.feedInCents).toBe(paidToAll);
    const courseOf = new Map(courses(joined).map((one) => [one.storage.transformerId, one]));
    expect(joined.money.communities.length).toBeGreaterThan(0);
    for (const { transformerId, battery, contracts, group, costCents, gains } of joined.money.communities) {
      const course = courseOf.get(transformerId);
      if (course === undefined) {
        expect(battery).toBeUndefined();
        continue;
      }
      const { storage, chargeW, dischargeW } = course;
      expect(battery?.id).toBe(storage.id);
      const netW = new Float64Array(chargeW.length);
      for (const id of new Set(contracts.map(({ buildingId }) => buildingId))) {
        const own = meterNetW(joined.meters, joined.meters.buildingIds.indexOf(id));
        for (let step = 0; step < netW.length; step += 1) netW[step]! += own[step]!;
      }
      for (let step = 0; step < netW.length; step += 1) {
        const borderW = netW[step]! + chargeW[step]! - dischargeW[step]!;
        const billedW = group.importW[step]! - group.exportW[step]!;
        if (Math.abs(borderW - billedW) > 1e-5) throw new Error(`${borderW} and ${billedW} at ${step}`);
      }
      const lines = joined.costs.lines.filter(({ elementId }) => elementId === transformerId);
      const yearly = sum(lines.map(({ annuity }) => (annuity.known ? annuity.eur : 0)));
      expect(yearly).toBeGreaterThan(0);
      expect(costCents).toBeGreaterThan(yearly * CENTS_PER_UNIT);
      expect(gains.find(({ account }) => account.party === 'community')?.gainCents ?? 0).toBe(0);
    }
  });

  it('closes to the cent: members bear its cost, and the community keeps nothing', () => {
    const { money, costs } = stored;
    const lines = costs.lines.filter(({ type }) => type === 'communityBattery');
    expect(lines.length).toBe(stored.district.network!.storages.length);
    expect(lines.every(({ payer }) => payer === 'community')).toBe(true);
    for (const [at, { gains, costCents }] of money.communities.entries()) {
      expect(sum(gains.map(({ gainCents }) => gainCents))).toBe(0);
      expect(gains.find(({ account }) => account.party === 'community')?.gainCents ?? 0).toBe(0);
      const own = lines[at]!;
      const yearly =
        (own.annuity.known ? own.annuity.eur : Number.NaN) +
        (own.runningPerYear.known ? own.runningPerYear.eur : Number.NaN);
      const without = bare.money.communities[at]!.costCents;
      expect(Math.abs(costCents - without - yearly * CENTS_PER_UNIT)).toBeLessThan(3);
    }
    const { flows, currency } = money.matrix;
    const { flows: byParties } = valueOf(moneyMatrix(byParty(flows), currency));
    const net = (party: string): number =>
      sum(
        byParties.map(({ from, to, amountCents }) =>
          to.party === party ? amountCents : from.party === party ? -amountCents : 0,
        ),
      );
    expect(net('community')).toBe(0);
    // Member sums: what contracts say and what households and businesses pay is one amount.
    const contracts = money.communities.flatMap((one) => one.contracts);
    const saved = sum(contracts.map(({ savedCents }) => savedCents));
    const told = sum(
      money.communities.flatMap(({ gains }) =>
        gains.flatMap(({ account, gainCents }) =>
          account.party === 'households' || account.party === 'businesses' ? [gainCents] : [],
        ),
      ),
    );
    expect(told).toBe(saved);
  });
});
