import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { centsOf } from '../../../src/kpi/bills';
import type { District } from '../../../src/model/district';
import type { Outcome } from '../../../src/model/outcome';
import type { Measure, Scenario } from '../../../src/model/scenario';
import { moneyKpis, moneyYear, type MoneyYear } from '../../../src/study/money';
import type { RunResult } from '../../../src/study/runResult';
import { inputOf, measure, smallTown } from '../../engine/smallTown';
import { countedEngine } from './countedEngine';

/**
 * Electricity that nobody is billed for. The cheapest wrong programs change what is drawn, forget who still has to buy what is not
 * billed, bill exports less too, or recover something where nothing is lost.
 */
const { engine } = countedEngine();
const { scenario: today, ...input } = inputOf(smallTown(14));
afterAll(() => engine.dispose());

function valueOf<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}
const sum = (values: Iterable<number>): number => [...values].reduce((total, one) => total + one, 0);
const PANELS = measure('rooftopPhotovoltaics', 0.5);
const audits = (recoveredShare: number, savedShare = 0): Measure => ({
  ...measure('meterAudits', 1),
  parameters: { recoveredShare, savedShare },
});

interface Found {
  readonly result: RunResult;
  readonly district: District;
  readonly money: MoneyYear;
  readonly codes: readonly string[];
}

async function found(unbilledShare: number | null, measures: readonly Measure[]): Promise<Found> {
  const assumed = { key: 'unbilledShare', value: unbilledShare ?? 0, unit: '1', source: 'test' } as const;
  const scenario: Scenario = {
    ...today,
    measures: [PANELS, ...measures],
    ...(unbilledShare === null ? {} : { assumptions: [{ ...assumed, date: '2026-01-01' }] }),
  };
  const asked = { ...input, scenario };
  const result = valueOf(await engine.run(asked));
  const district = valueOf(engine.effectiveDistrict(asked));
  const outcome = moneyYear({
    year: { scenario, district, result },
    meters: valueOf(await engine.meters(asked)),
  });
  return { result, district, money: valueOf(outcome), codes: outcome.issues.map(({ code }) => code) };
}

/** Cents of all flows for a purpose. */
const paid = ({ money }: Found, kind: string): number =>
  sum(money.matrix.flows.filter((flow) => flow.kind === kind).map(({ amountCents }) => amountCents));
const net = ({ money }: Found, party: string): number =>
  sum(money.matrix.accounts.map((one, at) => (one.party === party ? money.matrix.netCents[at]! : 0)));
const energyCents = ({ money }: Found): number =>
  sum(money.bills.map(({ bill }) => centsOf(bill, { part: 'energy' })));
const kpi = ({ money }: Found, id: string): number => moneyKpis(money).find((one) => one.id === id)!.value;

let usual: Found;
let lost: Found;
let audited: Found;
beforeAll(async () => {
  usual = await found(null, []);
  lost = await found(0.2, []);
  audited = await found(0.2, [audits(0.75)]);
}, 120_000);

describe('electricity that nobody is billed for', () => {
  it('is none unless a scenario assumes some: the same money, to the cent', async () => {
    const zero = await found(0, []);
    expect(zero.money).toEqual(usual.money);
    expect(kpi(usual, 'unbilledEnergy')).toBe(0);
    expect(kpi(usual, 'unbilledEnergyShare')).toBe(0);
    expect(paid(usual, 'unbilled')).toBe(0);
  });

  it('changes no load: the run is the same, to the last bit', () => {
    expect(lost.result.resultHash).toBe(usual.result.resultHash);
    expect(audited.result.resultHash).toBe(usual.result.resultHash);
    expect(audited.result.inputHash).toBe(usual.result.inputHash);
  });

  it('takes its share of the energy on every bill, and nothing of what is fed in', () => {
    expect(usual.money.bills.length).toBeGreaterThan(10);
    usual.money.bills.forEach(({ bill }, at) => {
      const less = lost.money.bills[at]!.bill;
      expect(less.amounts.importKWh).toBeCloseTo(0.8 * bill.amounts.importKWh, 6);
      expect(less.amounts.exportKWh).toBe(bill.amounts.exportKWh);
      expect(less.feedInCents).toBe(bill.feedInCents);
      expect(centsOf(less, { part: 'connection' })).toBe(centsOf(bill, { part: 'connection' }));
    });
    expect(energyCents(lost) / energyCents(usual)).toBeCloseTo(0.8, 4);
  });

  it('is bought by the supplier all the same, who bears it', () => {
    const bought = (one: Found) => paid(one, 'wholesale') + paid(one, 'unbilled');
    expect(Math.abs(bought(lost) - bought(usual))).toBeLessThanOrEqual(1);
    const importKWh = sum(usual.result.table.buildingImportJ) / 3.6e6;
    expect(Math.abs(paid(lost, 'unbilled') - 100 * 0.2 * importKWh * 0.08)).toBeLessThan(1);
    expect(net(lost, 'supplier')).toBeLessThan(net(usual, 'supplier'));
    expect(net(lost, 'households')).toBeGreaterThan(net(usual, 'households'));
  });

  it('is told as energy and as a share', () => {
    const importJ = sum(usual.result.table.buildingImportJ);
    expect(kpi(lost, 'unbilledEnergy')).toBeCloseTo(0.2 * importJ, -3);
    expect(kpi(lost, 'unbilledEnergyShare')).toBeCloseTo(20, 9);
    expect(kpi(audited, 'unbilledEnergyShare')).toBeCloseTo(5, 9);
  });
});

describe('audits against it', () => {
  it('bring their share of it back onto the bills, and the supplier what he lost', () => {
    expect(energyCents(audited) / energyCents(usual)).toBeCloseTo(0.95, 4);
    const lossOf = (one: Found): number => net(usual, 'supplier') - net(one, 'supplier');
    expect(lossOf(audited) / lossOf(lost)).toBeCloseTo(0.25, 3);
    expect(paid(audited, 'unbilled') / paid(lost, 'unbilled')).toBeCloseTo(0.25, 3);
  });

  it('balance, to the cent', () => {
    for (const one of [lost, audited]) {
      expect(sum(one.money.matrix.netCents)).toBe(0);
      const { utility } = one.money;
      const parts = [utility.supplierCents, utility.gridCents, utility.leviesCents, utility.vatCents];
      expect(sum(parts) - utility.feedInCents).toBe(utility.totalCents);
      expect(sum(one.money.bills.map(({ bill }) => bill.totalCents))).toBe(utility.totalCents);
    }
  });

  it('recover nothing where nothing is lost, and say so', async () => {
    const needless = await found(null, [audits(0.75)]);
    expect(needless.money.bills).toEqual(usual.money.bills);
    expect(needless.codes).toContain('audit-recovers-nothing');
    expect(audited.codes).not.toContain('audit-recovers-nothing');
  });

  it('lower the use of households by what is asked for, and of nobody else', async () => {
    const saving = await found(0.2, [audits(0.75, 0.1)]);
    expect(saving.result.inputHash).not.toBe(usual.result.inputHash);
    const { table, rows } = usual.result;
    const uses = table.buildingEndUseJ.length / rows.buildingIds.length;
    const APPLIANCES = 3;
    saving.district.buildings.forEach(({ households, use }, row) => {
      const [before, after] = [table, saving.result.table].map(
        (one) => one.buildingEndUseJ[row * uses + APPLIANCES]!,
      );
      if (households === 0) expect(after).toBe(before);
      else if (['detached', 'terraced', 'apartment'].includes(use))
        expect(after! / before!).toBeCloseTo(0.9, 3);
    });
    expect(sum(saving.result.table.buildingImportJ)).toBeLessThan(sum(table.buildingImportJ));
  });
});

describe('a community in which some electricity is billed to nobody', () => {
  it('has the same group: what flows is not what is billed, of which its contracts tell', async () => {
    const joined = measure('energyCommunity', 1);
    const [all, less] = [await found(null, [joined]), await found(0.2, [joined])];
    expect(kpi(all, 'communityExchange')).toBeGreaterThan(0);
    all.money.communities.forEach(({ group, contracts, ...community }, at) => {
      const same = less.money.communities[at]!;
      expect(same.group).toEqual(group);
      expect([same.generationJ, same.useJ]).toEqual([community.generationJ, community.useJ]);
      contracts.forEach(({ importKWh }, one) =>
        expect(same.contracts[one]!.importKWh).toBeCloseTo(0.8 * importKWh, 6),
      );
    });
    for (const id of ['communityExchange', 'communityPeakImport', 'communitySelfSufficiency'])
      expect(kpi(less, id), id).toBe(kpi(all, id));
    expect(kpi(less, 'communitySavings')).not.toBe(kpi(all, 'communitySavings'));
    expect(sum(less.money.matrix.netCents)).toBe(0);
  });
});
