import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { FACTORS } from '../../src/kpi';
import { ASSUMPTIONS, type AssumptionKey } from '../../src/model/assumptions';
import { LIMIT_PROFILES } from '../../src/model/limits';
import { readScenarioFile, writeScenario } from '../../src/io';
import { Actions, createAppStore, runOf, scenarioOf, type AppStore } from '../../src/state';
import { startHistory } from '../../src/state/history';
import {
  ASSUMPTION_GROUPS,
  assumedText,
  assumptionRows,
  brokenAt,
  changedInputs,
  hardestWeek,
  isFound,
  kpisOf,
  shownFactor,
  shownValue,
} from '../../src/state/view';
import { listenedEngine } from '../engine/listenedEngine';
import { inputOf, measure, smallTown } from '../engine/smallTown';

/**
 * What a scenario assumes, edited on screen, on the real engine with its messages counted. The cheapest wrong programs: a price
 * that runs the year again, one that changes nothing, one that changes the baseline, a reset that leaves something behind, a
 * scenario that its own file format refuses.
 */
const { engine, asked, forget } = listenedEngine();
let store: AppStore;
let actions: Actions;

const own = () => scenarioOf(store.getState(), 'own')!;
const kpi = (id: string, of = 'own') => {
  const { result } = runOf(store.getState(), of);
  return kpisOf(result!, scenarioOf(store.getState(), of)).find((one) => one.id === id)!.value;
};
const settled = async () => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setTimeout(resolve, 1));
};
const price = (value: number) => ({ value, source: 'a letter of the supplier', date: '2026-11' });

beforeAll(async () => {
  const { district, weather, scenario } = inputOf(smallTown(6), { year: 2035 });
  const baseline = { ...scenario, measures: [], year: 2026, name: 'Baseline' };
  const pumps = { ...scenario, id: 'own', name: 'Own', measures: [measure('heatPumps', 1)] };
  store = createAppStore();
  actions = new Actions(store, engine, () => Promise.reject(new Error('nothing is optimised here')));
  store.setState({
    loaded: { district, sha256: 'x', weather, report: null },
    history: startHistory({ baseEdits: [], scenarios: [baseline, pumps] }),
    activeId: 'own',
  });
  actions.runs.refresh();
  const isReady = (id: string) => runOf(store.getState(), id).status === 'ready';
  await vi.waitUntil(() => ['baseline', 'own'].every(isReady), { timeout: 100_000, interval: 20 });
  actions.select({ kind: 'transformer', id: district.network!.transformers[0]!.id });
  await vi.waitUntil(() => store.getState().attribution !== null, { timeout: 20_000, interval: 10 });
}, 120_000);
beforeEach(async () => {
  await settled();
  forget();
});
afterAll(() => engine.dispose());

describe('a price of the scenario\u2019s own', () => {
  it('sends no job to a worker, keeps the year on screen, and changes what it is worth', async () => {
    const before = kpi('energyCost');
    const { result } = runOf(store.getState(), 'own');
    const seen: string[] = [];
    const stop = store.subscribe((state) => void seen.push(runOf(state, 'own').status));
    actions.setAssumption('electricityPriceEurPerKwh', price(2 * FACTORS.electricityPriceEurPerKwh.value));
    await settled();
    stop();
    expect(asked()).toEqual([]);
    expect(new Set(seen)).toEqual(new Set(['ready']));
    expect(runOf(store.getState(), 'own').result).toBe(result);
    expect(store.getState().attribution).not.toBeNull();
    // Twice the price of what is bought; gas and oil stay.
    const bought = kpi('gridImport') / 3.6e6;
    expect(kpi('energyCost') - before).toBeCloseTo(bought * FACTORS.electricityPriceEurPerKwh.value, 4);
    expect(kpi('energyCost', 'baseline')).not.toBe(kpi('energyCost'));
    expect(store.getState().announcement).toBe('Price of electricity: 0.64\u202fEUR/kWh');
  });

  it('is undone and redone by name, and its reset leaves the scenario as it was, byte for byte', async () => {
    actions.setAssumption('electricityPriceEurPerKwh', null);
    const plain = JSON.stringify(own());
    expect(plain).not.toContain('assumptions');
    actions.setAssumption('electricityPriceEurPerKwh', price(0.5));
    actions.undo();
    expect(JSON.stringify(own())).toBe(plain);
    actions.redo();
    expect(own().assumptions).toEqual([{ key: 'electricityPriceEurPerKwh', unit: 'EUR/kWh', ...price(0.5) }]);
    actions.setAssumption('electricityPriceEurPerKwh', null);
    expect(store.getState().history.past.at(-1)!.name).toBe(
      'Price of electricity: back to 0.32\u202fEUR/kWh',
    );
    expect(JSON.stringify(own())).toBe(plain);
    await settled();
    expect(asked()).toEqual([]);
  });

  it('is never the baseline\u2019s', () => {
    const before = store.getState().history;
    actions.showScenario('baseline');
    actions.setAssumption('electricityPriceEurPerKwh', price(1));
    actions.setLimits({ profile: 'ANSI C84.1' });
    actions.setSpell('coldSnap', { startDay: 10, byK: 5 });
    expect(store.getState().history).toBe(before);
    actions.showScenario('own');
  });

  it('does not end a run that is under way, nor start another', async () => {
    actions.setMeasure('heatPumps', 0.5);
    const runs = vi.spyOn(engine, 'run');
    actions.setAssumption('gasPriceEurPerKwh', price(0.2));
    expect(runOf(store.getState(), 'own').status).toBe('running');
    await vi.waitUntil(() => runOf(store.getState(), 'own').status === 'ready', { timeout: 60_000 });
    expect(runs.mock.calls.length).toBeLessThanOrEqual(1);
    expect(kpi('energyCost')).toBeGreaterThan(0);
    await settled();
    forget();
    actions.setAssumption('gasPriceEurPerKwh', null);
    await settled();
    expect(asked()).toEqual([]);
    runs.mockRestore();
  });
});

describe('limits of the scenario\u2019s own', () => {
  it('send no job either, and what breaks them is told at the place', async () => {
    const selection = store.getState().selection!;
    expect(brokenAt(store.getState(), selection)).toEqual([]);
    actions.setLimits({ profile: 'own', lowerPu: 0.9, upperPu: 1.1, loadingLimit: 0.01, source: 'planning' });
    await settled();
    expect(asked()).toEqual([]);
    const broken = brokenAt(store.getState(), selection);
    expect(broken[0]).toMatchObject({ kind: 'transformer', elementId: selection.id, siteId: selection.id });
    const { network, buildings } = store.getState().loaded!.district;
    const line = network!.lines.find(({ role }) => role === 'lvMain')!;
    expect(brokenAt(store.getState(), { kind: 'line', id: line.id })[0]?.siteId).toBe(selection.id);
    actions.setLimits({ profile: 'own', lowerPu: 1.09, upperPu: 1.1, loadingLimit: 5, source: 'planning' });
    const [atHome] = brokenAt(store.getState(), { kind: 'building', id: buildings[0]!.id });
    expect(atHome).toMatchObject({ kind: 'bus', elementId: buildings[0]!.connection!.busId });
    actions.setLimits(null);
    expect(own().limits).toBeUndefined();
    expect(brokenAt(store.getState(), selection)).toEqual([]);
  });
});

describe('a week of unusual weather', () => {
  it('is a new year, laid where the year is hardest, and off again it is the year before', async () => {
    const { weather } = store.getState().loaded!;
    const first = hardestWeek(weather, 'coldSnap');
    const meanOf = (day: number) =>
      weather.tempDegC.subarray(24 * (day - 1), 24 * (day + 6)).reduce((sum, temp) => sum + temp, 0) / 168;
    for (let day = 1; day <= 358; day += 1) expect(meanOf(first)).toBeLessThanOrEqual(meanOf(day));
    const before = runOf(store.getState(), 'own').result!.inputHash;
    actions.setSpell('coldSnap', { startDay: first, byK: 8 });
    await vi.waitUntil(() => runOf(store.getState(), 'own').status === 'ready', { timeout: 60_000 });
    expect(runOf(store.getState(), 'own').result!.inputHash).not.toBe(before);
    expect(asked().length).toBeGreaterThan(0);
    expect(
      changedInputs(own())
        .map(({ to }) => to)
        .join(),
    ).toContain('Cold snap from');
    actions.setSpell('coldSnap', null);
    expect(own().spells).toBeUndefined();
    await vi.waitUntil(() => runOf(store.getState(), 'own').status === 'ready', { timeout: 60_000 });
    expect(runOf(store.getState(), 'own').result!.inputHash).toBe(before);
  }, 120_000);
});

describe('the list of figures', () => {
  it('holds every figure of the registry once, with the class that its source says', () => {
    for (const language of ['en', 'de'] as const) {
      const rows = assumptionRows({}, language);
      expect(rows.map(({ key }) => key).sort()).toEqual(Object.keys(ASSUMPTIONS).sort());
      expect(new Set(rows.map(({ label }) => label)).size).toBe(rows.length);
      for (const { key, value, normalSource, normalQuality } of rows) {
        expect(value).toBe(FACTORS[key].value);
        expect(normalSource).not.toContain('unknown_untraceable');
        expect(FACTORS[key].source.includes('unknown_untraceable')).toBe(
          normalQuality === 'unknown_untraceable',
        );
      }
    }
    expect(new Set(assumptionRows({}, 'en').map(({ group }) => group))).toEqual(new Set(ASSUMPTION_GROUPS));
  });

  it('shows shares in percent and everything else in its unit, there and back', () => {
    expect(assumedText('interestRate', 0.03, 'en')).toBe('3\u202f%');
    expect(assumedText('incomeGini', 0.3, 'de')).toBe('0,3');
    expect(assumedText('gridCarbonKgPerKwh', 0.49, 'en')).toBe('0.49\u202fkg CO₂e/kWh');
    for (const key of Object.keys(ASSUMPTIONS) as AssumptionKey[])
      expect(shownValue(key, FACTORS[key].value) / shownFactor(key)).toBeCloseTo(FACTORS[key].value, 12);
  });

  it('is searched by name, source and group', () => {
    const find = (text: string) =>
      assumptionRows({}, 'en')
        .filter((row) => isFound(row, text, 'en'))
        .map(({ key }) => key);
    expect(find('natural gas')).toContain('gasPriceEurPerKwh');
    expect(find('grants')).toHaveLength(5);
    expect(find('dena')).toEqual(['lvTrenchEurPerM', 'mvTrenchEurPerM']);
    expect(find('no such thing')).toEqual([]);
  });

  it('writes scenarios that the file format takes', () => {
    actions.setAssumption('interestRate', price(0.05));
    actions.setLimits({ profile: 'ANSI C84.1' });
    actions.setSpell('heatWave', { startDay: 200, byK: 6 });
    const read = readScenarioFile(writeScenario(own()), 'own');
    expect(read.ok && read.value.assumptions).toEqual([{ key: 'interestRate', unit: '1', ...price(0.05) }]);
    expect(read.ok && read.value.limits).toEqual({ profile: 'ANSI C84.1' });
    expect(read.ok && read.value.spells).toHaveLength(1);
    expect(Object.keys(LIMIT_PROFILES)).toContain('ANSI C84.1');
  });
});
