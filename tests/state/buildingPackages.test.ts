import { describe, expect, it } from 'vitest';
import { figureRows } from '../../src/panels/building/EffectSection';
import { parameterValue } from '../../src/panels/building/parameterValue';
import { intervalWords } from '../../src/panels/building/MeterDetected';
import { cashFlowSeries } from '../../src/panels/building/cashFlowSeries';
import { gainedIn, packageCsv, packageRows } from '../../src/panels/building/packageTable';
import { textsOf } from '../../src/panels/building/useTexts';
import { measureIn, nextLetter, packagesOf, parentIn, type BuildingState } from '../../src/state';
import { packageCosts } from '../../src/state/building/cashFlow';
import { buildingStateOf } from '../../src/state/building/view';
import { RAMPS } from '../../src/state/display';
import { speechOf } from '../../src/state/view';
import type { Scenario } from '../../src/model/scenario';
import type { CostLine } from '../../src/study/scenarioCosts';
import { wordsOf } from '../../src/words';
import { A, B, baseline, HOUSE, houseIn, open, packagesIn } from './buildingTown';

/**
 * Packages, their letters and their table. The cheapest wrong programs: a letter that is given again under a package that says
 * it inherits from it; a copy that becomes another building's package; a street's heat pumps taken for this house's; a price that
 * nobody knows as money won; a first look among the figures of the year; a typed number that is dropped without a word.
 */
const texts = textsOf(wordsOf('en'), 'en', 3600, 0);

describe('the letters of packages', () => {
  it('are not given again while something was derived from the one that is gone', () => {
    const { store, actions } = open();
    const scenarios = () => store.getState().history.present.scenarios;
    actions.building.derive('baseline');
    actions.building.derive(A);
    actions.removeScenario(A);
    expect(nextLetter(scenarios(), HOUSE.id)).toBe('C');
    actions.building.derive('baseline');
    expect(packagesIn(store).map(({ letter }) => letter)).toEqual(['B', 'C']);
    const b = packagesIn(store)[0]!.scenario;
    expect(b.id).toBe(B);
    expect(parentIn(scenarios(), b)).toEqual({ name: `A: ${HOUSE.name ?? HOUSE.id}`, scenario: null });
  });

  it('tell of a parent only as long as it is what it was', () => {
    const { store, actions } = open();
    const scenarios = () => store.getState().history.present.scenarios;
    actions.building.derive('baseline');
    actions.building.derive(A);
    const b = () => packagesIn(store)[1]!.scenario;
    expect(parentIn(scenarios(), b())!.scenario?.id).toBe(A);
    actions.building.show(A);
    actions.building.add('roofInsulation');
    expect(parentIn(scenarios(), b())!.scenario).toBeNull();
  });

  it('are those of this building: a copy whose id ends in a number is no package of the house of that number', () => {
    const measure = (id: string) => ({
      ...{ id: 'roof', type: 'roofInsulation', adoption: 1, parameters: {} },
      selector: { rule: { kind: 'ids', ids: [id] } },
    });
    const copy = { ...baseline, id: 'package-a-house-1-2', measures: [measure('house-1')] } as Scenario;
    expect(packagesOf([copy], 'house-1-2')).toEqual([]);
    expect(packagesOf([{ ...copy, measures: [] }], 'house-1-2')).toHaveLength(1);
  });

  it('fit into an id, however long that of the building is', () => {
    const { store, actions } = open();
    const long = { ...HOUSE, id: 'h'.repeat(199) };
    const { loaded } = store.getState();
    store.setState({
      loaded: { ...loaded!, district: { ...loaded!.district, buildings: [long] } },
      selection: { kind: 'building', id: long.id },
    });
    actions.building.derive('baseline');
    const packages = packagesOf(store.getState().history.present.scenarios, long.id);
    expect(packages.map(({ letter }) => letter)).toEqual(['A']);
    // idSchema allows 200.
    expect(packages[0]!.scenario.id.length).toBeLessThanOrEqual(200);
  });
});

it('a measure for the whole town is none of the package: this building can have its own, and taking it out leaves the others', () => {
  const { store, actions } = open();
  actions.building.derive('baseline');
  actions.setMeasure('roofInsulation', 0);
  const scenario = () => packagesIn(store)[0]!.scenario;
  expect(scenario().measures).toHaveLength(0);
  const street = { id: 'street', type: 'roofInsulation', adoption: 0, parameters: {} } as const;
  const { present } = store.getState().history;
  store.setState({
    history: {
      ...store.getState().history,
      present: {
        ...present,
        scenarios: present.scenarios.map((one) => (one.id === A ? { ...one, measures: [street] } : one)),
      },
    },
  });
  expect(measureIn(scenario(), 'roofInsulation', HOUSE.id)).toBeUndefined();
  actions.building.add('roofInsulation');
  expect(houseIn(store, A).retrofit?.roof).toBeDefined();
  actions.building.setParameter('roofInsulation', 'insulationM', 0.3);
  expect(scenario().measures[0]).toEqual(street);
  actions.building.remove(A, 'roofInsulation');
  expect(scenario().measures).toEqual([street]);
});

describe('the table of packages', () => {
  const { store, actions } = open();
  actions.building.add('timeOfUseTariff');
  const unpriced = {
    elementId: 'b',
    investment: { known: false, reason: 'none' },
  } as unknown as CostLine;
  const stateWith = (id: string, part: Partial<BuildingState>): BuildingState => ({
    ...buildingStateOf(store.getState(), id, HOUSE.id)!,
    ...part,
  });
  const money = (lines: readonly CostLine[], billEurPerYear: number) => {
    const costs = packageCosts(lines, 'b');
    return { costs, money: { costs, billEurPerYear } };
  };
  const transformer = { part: 'transformer', elementId: 't', percent: 75, step: 0 } as const;
  const parts = [{ ...transformer, ratedA: null, ratedSVa: 1 }];
  const today = stateWith('baseline', { ...money([], 700), parts, partsState: 'year' });
  const own = (part: Partial<BuildingState>) =>
    stateWith(A, { ...money([unpriced], 500), parts, partsState: 'year', ...part });
  const cell = (rows: ReturnType<typeof packageRows>, id: string) => {
    const found = rows.find((one) => one.id === id)!;
    return [found.values[1], found.texts[1]];
  };

  it('says of a price that nobody knows that it is not known: in payback, in gain, and beside the investment', () => {
    const rows = packageRows(texts, [today, own({})], today);
    expect(cell(rows, 'payback')[1]).toBe('not known');
    expect(cell(rows, 'gained')).toEqual([Number.NaN, 'not known']);
    expect(cell(rows, 'unpriced')).toEqual([1, '1']);
    const csv = packageCsv(texts, rows, ['Today', 'A'], 'Today', []);
    expect(csv).toMatch(/Gained after 25 years,EUR,0,not known,0,/);
    const priced = packageRows(texts, [today, stateWith(A, money([], 500))], today);
    expect(cell(priced, 'gained')[0]).toBe(25 * 200);
    expect(priced.some(({ id }) => id === 'unpriced')).toBe(false);
  });

  it('tells the payback that its own curve shows: the year from which on nothing is lost, replacements included', () => {
    const bought = (typical: number, years: number) =>
      ({
        elementId: 'b',
        investment: { known: true, low: typical, typical, high: typical },
        grant: { known: false, reason: 'none' },
        runningPerYear: { known: false, reason: 'none' },
        lifetimeYears: { value: years },
        inherited: false,
      }) as unknown as CostLine;
    const told = (typical: number, years: number, billEurPerYear: number) => {
      const state = stateWith(A, money([bought(typical, years)], billEurPerYear));
      return [
        cell(packageRows(texts, [today, state], today), 'payback')[1],
        gainedIn(state, today)!,
      ] as const;
    };
    // 1 900 EUR at 200 EUR a year is even after 10 years, and again a loss from year 12, when it is bought anew, until year 19.
    const [text, gained] = told(1900, 12, 500);
    expect([gained[9], gained[10], gained[12], gained[18], gained[19]]).toEqual([-100, 100, -1400, -200, 0]);
    expect(text).toBe('not in the 25 years looked at');
    expect(gained[25]).toBe(-700);
    expect(told(1900, 14, 500)[0]).toBe('19 years');
    expect(told(1900, 40, 500)[0]).toBe('10 years');
    expect(told(26_000, 40, 500)[0]).toBe('not in the 25 years looked at');
    expect(told(1900, 40, 700)[0]).toBe('never');
  });

  it('draws a package in the colour of its tab, whatever stands between', () => {
    const other = { ...today.scenario, id: 'transition' };
    const state = stateWith(A, money([], 500));
    const scenarios = [today.scenario, other, state.scenario];
    const series = cashFlowSeries(
      { states: [today, state], against: today, scenarios, theme: 'light' },
      () => '',
    );
    expect(series.map(({ colour }) => colour)).toEqual([0, 2].map((row) => RAMPS.scenarios.light[row]));
  });

  it('holds no first look and no older year among the figures of the year', () => {
    for (const partsState of ['provisional', 'old'] as const)
      expect(cell(packageRows(texts, [today, own({ partsState })], today), 'transformer')).toEqual([
        Number.NaN,
        'being computed …',
      ]);
    expect(cell(packageRows(texts, [today, own({})], today), 'transformer')[0]).toBe(75);
  });
});

it('tells of fuel where today or the package has some, so that need, use and what is delivered add up', () => {
  const figures = (deliveredFuelJ: number) =>
    ({ deliveredFuelJ }) as unknown as NonNullable<BuildingState['figures']>;
  const hasFuel = (...shown: number[]) =>
    figureRows(texts, shown.map(figures)).some(({ id }) => id === 'deliveredFuel');
  expect([hasFuel(0, 5), hasFuel(5, 0), hasFuel(0, 0)]).toEqual([true, true, false]);
});

describe('a typed number', () => {
  const [en, de] = [speechOf('en'), speechOf('de')];
  const range = { unit: '1', min: -1, max: 20_000 };
  it.each([
    ['\u22120.1', en, -0.1],
    ['12\u2009300', en, 12_300],
    ['12\u202f300', de, 12_300],
    ['0,25', de, 0.25],
  ])('%s is read', async (text, speech, value) => {
    expect(await parameterValue(text, range, speech)).toEqual({ ok: true, value });
  });
  it.each([['-50'], ['much'], ['']])('%s is refused in words, not moved', async (text) => {
    const read = await parameterValue(text, range, en);
    expect(read.ok ? '' : read.refusal).toMatch(/^Give a |unknown unit/);
  });
});

it('the interval of a meter is written as the language writes numbers', () => {
  const german = textsOf(wordsOf('de'), 'de', 3600, 0);
  expect(intervalWords(german, 450)).toBe('7,5 min');
  expect(intervalWords(texts, 900)).toBe('15 min');
});
