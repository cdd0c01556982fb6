import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCsv, writeDistrict } from '../../src/io';
import { costsText } from '../../src/cli/costsText';
import type { Scenario } from '../../src/model/scenario';
import { baselineScenario, hashDistrict } from '../../src/scenario';
import { sumOf, type ScenarioCosts } from '../../src/study/scenarioCosts';
import { sumsByPayer } from '../../src/study/scenarioCosts/sums';
import { districtOf, HOMES, RING } from '../measures/network/ring';
import { measureOf } from '../measures/districts';
import { inThisProcess, workplace } from './command';

const { path, remove } = workplace();
const DISTRICT = path('ring/ring.district.json');
const SCENARIO = path('ring/work.scenario.json');
const district = districtOf(RING, HOMES);
const scenario: Scenario = {
  ...baselineScenario(district, hashDistrict(district), 2035),
  id: 'work',
  measures: [
    { ...measureOf('transformerReplacement', 1), id: 'bigger' },
    { ...measureOf('vehiclesManaged', 0), id: 'cars' },
    { ...measureOf('heatingSetback', 1), id: 'night' },
  ],
};

beforeAll(() => {
  mkdirSync(path('ring'));
  writeFileSync(DISTRICT, writeDistrict(district));
  writeFileSync(SCENARIO, JSON.stringify(scenario));
});
afterAll(remove);

describe('scenarios costs', () => {
  it('prints what each measure costs and who pays, and writes every line', async () => {
    const out = path('ring/costs.csv');
    const { code, stdout } = await inThisProcess(
      'scenarios',
      'costs',
      SCENARIO,
      '--district',
      DISTRICT,
      '--out',
      out,
    );
    expect(code).toBe(0);
    // 630, 250 and 630 kVA.
    expect(stdout).toMatch(/bigger: Larger transformer +Grid operator +3 +29,000 \(20,300 to 43,500\)/);
    expect(stdout).toMatch(/cars: Electric cars, managed +Households +0 +0 \(0 to 0\)/);
    expect(stdout).toContain('Annuities at 3 %');
    expect(stdout).toMatch(/^of it: Grid operator /m);
    // A set-back costs nothing and needs no upkeep: known, with a reason as its source.
    expect(stdout).toMatch(/night: .+ 7 +0 \(0 to 0\) +0 +0 +0 +- +unknown untraceable /);
    const csv = readCsv(readFileSync(out, 'utf8'), 'costs.csv');
    if (!csv.ok) throw new Error('no table');
    const column = (name: string) => csv.value.rows.map((row) => row[csv.value.columns.indexOf(name)]);
    expect(column('element').slice(0, 3)).toEqual(['T-A', 'T-B', 'T-C']);
    expect(column('typicalEur').slice(0, 3)).toEqual(['12000', '5000', '12000']);
    expect(column('quantities')[1]).toBe('1 piece Transformer 250 kVA');
    expect(column('runningEurPerYear')[3]).toBe('0');
  });

  it('shows no 0 where no price is known, for grants neither', () => {
    const nothing = sumOf([]);
    const sum = { ...nothing, lines: 2, notKnown: { investment: 2, running: 2, annuity: 2, embodied: 2 } };
    const costs: ScenarioCosts = {
      ...{ lines: [], byMeasure: [], byPayer: sumsByPayer([]), interestRate: 0.03 },
      ...{ total: sum, inherited: nothing, own: sum },
    };
    expect(costsText(costs, { year: 2030 })).toMatch(
      /All +- +2 +not known +not known +not known +not known /,
    );
  });

  it('asks for a scenario and a district', async () => {
    expect((await inThisProcess('scenarios', 'costs', SCENARIO)).stderr).toContain('costs takes a district');
    expect((await inThisProcess('scenarios', 'costs')).code).toBe(1);
  });
});
