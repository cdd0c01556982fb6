import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluateWith } from '../../../src/engine/evaluate';
import { readScenarioFile, readShareLink, writeScenario, writeShareLink } from '../../../src/io';
import type { Bill } from '../../../src/kpi/bills';
import { isHome, type Building } from '../../../src/model/building';
import type { Outcome } from '../../../src/model/outcome';
import type { Scenario } from '../../../src/model/scenario';
import type { OwnTariffs, Tariff } from '../../../src/model/tariff';
import { differenceOf, foldScenario } from '../../../src/scenario';
import {
  coalitionOf,
  districtKpisIn,
  playersOf,
  rememberYears,
  runKey,
  withMoney,
} from '../../../src/study/comparison';
import type { MeterYear } from '../../../src/study/loads/meterYear';
import { moneyYear, type MoneyYear } from '../../../src/study/money';
import type { ScenarioYear } from '../../../src/study/scenarioYear';
import { inputOf, smallTown } from '../../engine/smallTown';
import { costsOfNothing } from './noCosts';
import { countedEngine } from './countedEngine';

/**
 * The cheapest wrong programs: own tariffs that are read and not billed, a rule that everybody falls under, a contract that goes
 * before enrolment, another price that solves a power flow, a link that leaves tariffs behind.
 */
const zero = { supplier: 0, grid: 0, levies: 0 } as const;
/** 100 a year, 10 a contracted kW, 0.5 a kWh, 2 a kW of each monthly peak; no tax. */
const stated: Tariff = {
  schema: 'gridtwin-tariff/1',
  id: 'own-four',
  name: 'Four parts',
  description: '',
  operator: '',
  currency: 'EUR',
  year: 2026,
  source: 'test',
  quality: 'personal_estimation',
  social: false,
  vatShare: 0,
  connectionPerYear: { ...zero, grid: 100 },
  contractedPerKWYear: { ...zero, grid: 10 },
  energy: {
    kind: 'blocks',
    tierLimitsKWhPerMonth: [],
    blocks: [{ id: 'always', perKWh: [{ ...zero, supplier: 0.5 }] }],
  },
  peak: { perKWMonth: { ...zero, grid: 2 }, leastKW: 0 },
  feedInPerKWh: 0.1,
};

const { engine, jobs } = countedEngine();
const { scenario: today, ...input } = inputOf(smallTown(14));
const chosen = input.district.buildings.find(({ use, households }) => isHome(use) && households > 0)!;
const having = (tariffs: OwnTariffs): Scenario => ({ ...today, tariffs });
const forOne: OwnTariffs = {
  offered: [stated],
  contracts: [
    { tariffId: 'own-four', customers: 'households', rule: { kind: 'ids', ids: [chosen.id] } },
    { tariffId: 'twoPrice', customers: 'businesses' },
  ],
};
let year: ScenarioYear;
let meters: MeterYear;

function valueOf<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}
const moneyOf = (scenario: Scenario): MoneyYear =>
  valueOf(moneyYear({ year: { ...year, scenario }, meters }));

/** At 400 V. */
const contractedKwOf = ({ connection }: Building): number =>
  connection === null ? 0 : (connection.phases.length * 0.4 * connection.mainFuseA) / Math.sqrt(3);
const peaksKwOf = ({ amounts }: Bill): number =>
  amounts.monthlyPeakW.reduce((sum, one) => sum + one / 1000, 0);

beforeAll(async () => {
  const asked = { ...input, scenario: today };
  const result = valueOf(await engine.run(asked));
  year = { scenario: today, district: valueOf(engine.effectiveDistrict(asked)), result, kpis: [] };
  meters = valueOf(await engine.meters(asked));
}, 120_000);
afterAll(() => engine.dispose());

describe('tariffs that a scenario brings along', () => {
  it('are billed in their four parts, by hand, to whom they are given and to nobody else', () => {
    const { bills } = moneyOf(having(forOne));
    const own = bills.filter(({ bill }) => bill.tariffId === 'own-four');
    expect(own.map(({ buildingId }) => buildingId)).toEqual([chosen.id]);
    const { amounts, totalCents } = own[0]!.bill;
    const expected =
      100 * chosen.households +
      10 * contractedKwOf(chosen) +
      0.5 * amounts.importKWh +
      2 * peaksKwOf(own[0]!.bill) -
      0.1 * amounts.exportKWh;
    expect(Math.abs(totalCents - 100 * expected)).toBeLessThan(3);
    for (const { buildingId, bill } of bills) {
      if (buildingId === chosen.id) continue;
      const { use } = input.district.buildings.find(({ id }) => id === buildingId)!;
      expect(['flat', 'twoPrice']).toContain(bill.tariffId);
      if (isHome(use)) expect(bill.tariffId).toBe('flat');
    }
  });

  it('take the place of the shipped one of the same id, for everybody, and move the matrix', () => {
    const flat = { ...stated, id: 'flat' };
    const [before, after] = [moneyOf(today), moneyOf(having({ offered: [flat] }))];
    expect(new Set(after.bills.map(({ bill }) => bill.tariffId))).toEqual(new Set(['flat']));
    expect(after.utility.totalCents).not.toBe(before.utility.totalCents);
    // All of the energy price is the supplier's: the operator has connection, contracted power and peaks alone.
    const toOperator = after.matrix.flows.filter(
      ({ to, kind }) => to.party === 'operator' && kind === 'grid',
    );
    const parts = after.bills.map(({ buildingId, payers, bill }) => {
      const building = input.district.buildings.find(({ id }) => id === buildingId)!;
      return 100 * payers.length + 10 * contractedKwOf(building) + 2 * peaksKwOf(bill);
    });
    const expected = parts.reduce((sum, one) => sum + one, 0);
    const paid = toOperator.reduce((sum, { amountCents }) => sum + amountCents, 0);
    expect(Math.abs(paid - 100 * expected)).toBeLessThan(parts.length * 3);
    // Nobody is left out: what all pay is the income of supplier, operator and state.
    const { utility, bills } = after;
    expect(bills.reduce((sum, { bill }) => sum + bill.totalCents, 0)).toBe(utility.totalCents);
  });

  it('stay behind the tariff that a household is enrolled in', () => {
    const enrolled = {
      ...year,
      district: {
        ...year.district,
        buildings: year.district.buildings.map((building) =>
          building.id === chosen.id
            ? { ...building, tariff: { tariffId: 'timeOfUse', households: [0] } }
            : building,
        ),
      },
    } as ScenarioYear;
    const money = valueOf(moneyYear({ year: { ...enrolled, scenario: having(forOne) }, meters }));
    const own = money.bills.filter(({ buildingId }) => buildingId === chosen.id);
    expect(own[0]!.bill.tariffId).toBe('timeOfUse');
  });

  it('change bills and run nothing: not a single job', async () => {
    const asked = { ...input, scenario: today };
    const costsOf = costsOfNothing;
    const metersOf = (scenario: Scenario) => engine.meters({ ...input, scenario });
    const billed = withMoney(evaluateWith(engine, input), metersOf, costsOf, districtKpisIn);
    const evaluations = rememberYears(billed.evaluate, undefined, billed.kpisIn);
    const before = valueOf(await evaluations.yearOf(today));
    jobs.length = 0;
    const after = valueOf(await evaluations.yearOf(having(forOne)));
    expect([jobs, evaluations.count()]).toEqual([[], 1]);
    const bill = (one: ScenarioYear) => one.kpis.find(({ id }) => id === 'allElectricityBills')!.value;
    expect(bill(after)).not.toBe(bill(before));
    expect(runKey(having(forOne))).toBe(runKey(today));
    expect(valueOf(await engine.run({ ...asked, scenario: having(forOne) })).inputHash).toBe(
      before.result.inputHash,
    );
    expect(jobs).toEqual([]);
  });

  it('are a difference in words, and a player that runs nothing', () => {
    const words = differenceOf(today, having(forOne)).map(({ label, to }) => `${label}: ${to}`);
    expect(words[0]).toContain('Four parts (own-four): 100 a year, 10 a contracted kW and year, 0.5 per kWh');
    expect(words[1]).toContain('own-four for households');
    const other = having({ ...forOne, offered: [{ ...stated, source: 'another' }] });
    expect(differenceOf(having(forOne), other)).toHaveLength(1);
    const players = playersOf(today, having(forOne));
    expect(players.map(({ kind, runs }) => [kind, runs])).toEqual([['tariffs', false]]);
    expect(coalitionOf(today, { ...having(forOne), year: 2040 }, players, () => true).tariffs).toEqual(
      forOne,
    );
  });

  it('come back from a file and from a link to the last bit', () => {
    const scenario = having(forOne);
    expect(valueOf(readScenarioFile(writeScenario(scenario), 'a.json'))).toEqual(scenario);
    const shared = {
      engineVersion: '1',
      district: { id: 'd', sha256: 'a'.repeat(64) },
      stepS: 3600,
      baseEdits: [],
      scenario,
    } as const;
    expect(valueOf(readShareLink(writeShareLink(shared)))).toEqual(shared);
  });

  it('are refused with everything that is wrong, each with its place', () => {
    const bad = {
      ...having({
        offered: [
          { ...stated, currency: 'CHF', vatShare: 2 },
          { ...stated, peak: { ...stated.peak!, leastKW: -1 } },
        ],
        contracts: [
          { tariffId: 'nowhere', customers: 'everybody' },
          {
            tariffId: 'flat',
            customers: 'households',
            rule: { kind: 'query', where: [{ attribute: 'households', operator: '=', value: 'two' }] },
          },
        ],
      }),
    };
    const outcome = readScenarioFile(JSON.stringify(bad), 'bad.json');
    const found = outcome.issues.map(({ code, field }) => `${code} ${field}`);
    expect(outcome.ok).toBe(false);
    for (const one of ['duplicate-id id', 'tariff-currency currency', 'tariff-unknown tariffId'])
      expect(found).toContain(one);
    for (const field of ['vatShare', 'leastKW', 'households'])
      expect(
        found.some((one) => one.endsWith(` ${field}`)),
        field,
      ).toBe(true);
    const older = { ...bad, schema: 'gridtwin-scenario/1' };
    const issues = readScenarioFile(JSON.stringify(older), 'old.json').issues;
    expect(issues.some(({ field, message }) => field === 'tariffs' && message.includes('Version 1'))).toBe(
      true,
    );
  });

  it('are refused before a run where a rule names no building', () => {
    const rule = { kind: 'ids', ids: ['nobody'] } as const;
    const scenario = having({ offered: [], contracts: [{ tariffId: 'flat', customers: 'everybody', rule }] });
    const folded = foldScenario(input.district, [], scenario);
    expect(folded.ok).toBe(false);
    expect(folded.issues[0]).toMatchObject({ code: 'selector-unknown-element', where: 'contract 1' });
    expect(moneyYear({ year: { ...year, scenario }, meters }).ok).toBe(false);
  });
});
