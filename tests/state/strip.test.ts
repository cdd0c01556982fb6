import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { COST_KPI_IDS } from '../../src/study/comparison';
import { HOUSEHOLD_DEFINITIONS } from '../../src/kpi/householdKpis';
import type { Engine } from '../../src/engine/contract';
import type { District } from '../../src/model/district';
import type { RunInput } from '../../src/model/run';
import type { Scenario } from '../../src/model/scenario';
import {
  Actions,
  checkedStrip,
  COUNTED_LATER,
  countedKpis,
  countingOf,
  createAppStore,
  isCountedOld,
  PROPOSED_STRIP,
  runOf,
  stripIds,
  type AppStore,
  type RunResult,
} from '../../src/state';
import { CountedRunner } from '../../src/state/strip/countedStudy';
import { startHistory } from '../../src/state/history';
import { viewFragment, viewOfFragment } from '../../src/state/shareView';
import { levelFigures, levelKpis, levelPlaces, type LevelFigures } from '../../src/state/strip/levels';
import { kpisOf } from '../../src/state/view';
import { wordsOf } from '../../src/words';
import { inProcessEngine } from '../engine/inProcess';
import { inputOf, measure, smallTown } from '../engine/smallTown';

/**
 * The strip at four levels, on the real engine. The cheapest wrong programs: a level that shows the district again, a feeder that counts
 * its neighbours, a border measured at the wrong end of a transformer (its losses then stand nowhere), losses left out, a peak
 * that is a sum of peaks, a burden kept from older inputs, a choice that a reload forgets.
 */
const engine = inProcessEngine(1);
let store: AppStore;
let actions: Actions;
let district: District;
let result: RunResult;

beforeAll(async () => {
  const { district: town, weather, scenario } = inputOf(smallTown(40), { year: 2035 });
  const sunny = { ...scenario, measures: [measure('rooftopPhotovoltaics', 1)] };
  const renamed = { ...sunny, id: 'again', name: 'Under another name' };
  store = createAppStore();
  actions = new Actions(store, engine, () => Promise.reject(new Error('nothing is optimised here')));
  store.setState({
    phase: 'ready',
    loaded: { district: town, sha256: 'x', weather, report: null },
    history: startHistory({ baseEdits: [], scenarios: [sunny, renamed] }),
    activeId: sunny.id,
  });
  actions.runs.refresh();
  await vi.waitFor(() => expect(runOf(store.getState(), 'again').status).toBe('ready'), { timeout: 60_000 });
  const run = runOf(store.getState(), sunny.id);
  if (run.result === null) throw new Error('no year');
  result = run.result;
  const outcome = engine.effectiveDistrict({
    ...{ district: town, baseEdits: [], weather, stepS: 3600 as const },
    scenario: sunny,
  });
  if (!outcome.ok) throw new Error('no district');
  district = outcome.value;
}, 120_000);
afterAll(() => engine.dispose());

const figures = (level: 'district' | 'transformer' | 'feeder' | 'home', id: string): LevelFigures => {
  const found = levelFigures(district, result, level, id);
  if (found === null) throw new Error(`nothing of ${level} ${id}`);
  return found;
};
const sumOf = (all: readonly LevelFigures[], key: keyof LevelFigures) =>
  all.reduce((sum, one) => sum + one[key], 0);

describe('the levels reconcile', () => {
  it('at every border what is drawn is use less generation, and the losses behind it', () => {
    const { rows } = result;
    const places = [
      figures('district', ''),
      ...rows.transformerIds.map((id) => figures('transformer', id)),
      ...rows.feederIds.map((id) => figures('feeder', id)),
      ...rows.buildingIds.map((id) => figures('home', id)),
    ];
    expect(rows.feederIds.length).toBeGreaterThan(1);
    for (const { netJ, useJ, generationJ, lossJ } of places) {
      // The power flow stops at a small mismatch; shunts of cables draw next to nothing.
      expect(Math.abs(netJ - (useJ - generationJ + lossJ))).toBeLessThan(5e-4 * useJ);
    }
    // Losses are no rounding: without them, or at the wrong end, the balance would not close.
    const [whole] = places;
    expect(whole!.lossJ).toBeGreaterThan(2e-3 * whole!.useJ);
  });

  it('what lies below adds up to what lies above, each place once', () => {
    const { rows } = result;
    const homes = rows.buildingIds.map((id) => figures('home', id));
    const transformers = rows.transformerIds.map((id) => figures('transformer', id));
    const whole = figures('district', '');
    for (const key of ['useJ', 'generationJ'] as const) {
      expect(sumOf(homes, key) / whole[key]).toBeCloseTo(1, 9);
      expect(sumOf(transformers, key) / whole[key]).toBeCloseTo(1, 9);
    }
    for (const id of rows.transformerIds) {
      const own = rows.feederIds.filter(
        (feeder) => levelPlaces(district, { kind: 'line', id: feeder }).transformer === id,
      );
      const feeders = own.map((feeder) => figures('feeder', feeder));
      expect(sumOf(feeders, 'useJ') / figures('transformer', id).useJ).toBeCloseTo(1, 9);
      // Peaks fall together at best.
      expect(figures('transformer', id).peakW).toBeLessThan(1.1 * sumOf(feeders, 'peakW'));
    }
    expect(whole.peakW).toBeLessThan(sumOf(homes, 'peakW'));
  });

  it('the district says what the indicators of its year say', () => {
    const kpis = new Map(kpisOf(result).map(({ id, value }) => [id, value]));
    const whole = figures('district', '');
    expect(whole.useJ / kpis.get('electricityUse')!).toBeCloseTo(1, 9);
    expect(whole.peakW).toBe(kpis.get('peakImport'));
    expect(whole.netJ / (kpis.get('gridImport')! - kpis.get('gridExport')!)).toBeCloseTo(1, 9);
    const loading = levelKpis(whole, 'district', wordsOf('en')).find(({ id }) => id === 'level-loading');
    expect(loading?.value).toBeCloseTo(kpis.get('worstTransformerLoading')!, 9);
  });

  it('a selection lies at its own level and at those above, and what hangs nowhere lies at none', () => {
    const home = district.buildings.find(({ connection }) => connection !== null)!;
    const places = levelPlaces(district, { kind: 'building', id: home.id });
    expect(places.home).toBe(home.id);
    expect(result.rows.feederIds).toContain(places.feeder);
    expect(result.rows.transformerIds).toContain(places.transformer);
    const station = levelPlaces(district, { kind: 'transformer', id: result.rows.transformerIds[0]! });
    expect(station).toEqual({
      ...{ district: '', transformer: result.rows.transformerIds[0], feeder: null, home: null },
    });
    expect(levelPlaces(district, null).feeder).toBeNull();
  });
});

describe('the choice of indicators', () => {
  it('names every indicator that is counted beside the year, and no other', () => {
    expect([...COUNTED_LATER].sort()).toEqual(
      [...HOUSEHOLD_DEFINITIONS.map(({ id }) => id), ...COST_KPI_IDS].sort(),
    );
    expect(checkedStrip(PROPOSED_STRIP)).toBe(PROPOSED_STRIP);
  });

  it('takes six to eight, none twice, none that there is not', () => {
    const six = PROPOSED_STRIP.slice(0, 6);
    actions.setStrip(six);
    expect(stripIds(store.getState())).toEqual(six);
    for (const refused of [
      six.slice(1),
      [...six, 'nonsense'],
      [...six, six[0]!],
      [...PROPOSED_STRIP, 'losses'],
    ])
      actions.setStrip(refused);
    expect(stripIds(store.getState())).toEqual(six);
  });

  it('stays in the address with its level, and another address cannot put nonsense there', () => {
    const seven = [...PROPOSED_STRIP.slice(1), 'losses'].slice(0, 7).reverse();
    actions.setStrip(seven);
    actions.setStripLevel('feeder');
    const fragment = viewFragment(store.getState());
    actions.setStrip(null);
    actions.setStripLevel('district');
    store.setState(viewOfFragment(store.getState(), fragment));
    expect(stripIds(store.getState())).toEqual(seven);
    expect(store.getState().stripLevel).toBe('feeder');
    store.setState(viewOfFragment(store.getState(), 'strip=a,b,c&level=moon'));
    expect(stripIds(store.getState())).toEqual(seven);
    actions.setStripLevel('district');
    actions.setStrip(null);
    expect(viewFragment(store.getState())).not.toMatch(/strip|level/);
  });
});

describe('what is counted beside the year', () => {
  it('that could not be told says so and is asked again; what is not under way is not said to be', async () => {
    const standing = () => countingOf(store.getState(), 'baseline');
    const broken = new CountedRunner(store, {
      ...{ effectiveDistrict: (input: RunInput) => engine.effectiveDistrict(input) },
      meters: () => Promise.reject(new Error('the worker is gone')),
    } as unknown as Engine);
    expect(standing()).toBe('waiting');
    const first = broken.count('baseline');
    expect(standing()).toBe('counting');
    await first;
    expect(standing()).toBe('notTold');
    const second = broken.count('baseline');
    expect(standing()).toBe('counting');
    broken.cancel();
    expect(standing()).toBe('waiting');
    await second;
    expect(standing()).toBe('waiting');
    const { runs } = store.getState();
    await broken.count('baseline');
    store.setState({ runs: { ...runs, baseline: { ...runs['baseline']!, status: 'failed' } } });
    expect(standing()).toBe('waiting');
    store.setState({ runs });
    expect(standing()).toBe('notTold');
  });

  it('goes on under the newer question when an older one is cut short', async () => {
    const refusals: (() => void)[] = [];
    const slow = new CountedRunner(store, {
      ...{ effectiveDistrict: (input: RunInput) => engine.effectiveDistrict(input) },
      meters: () => new Promise((_, refuse) => refusals.push(() => refuse(new Error('cut short')))),
    } as unknown as Engine);
    const first = slow.count('baseline');
    const second = slow.count('baseline');
    refusals[0]!();
    await first;
    expect(countingOf(store.getState(), 'baseline')).toBe('counting');
    refusals[1]!();
    await second;
  });

  it('comes for the scenario asked for, once for one that says the same, and goes when its inputs change', async () => {
    await actions.counted.count('baseline');
    const own = countedKpis(store.getState(), 'baseline');
    const burden = own.find(({ id }) => id === 'energyBurdenLowest')!;
    expect(burden.value).toBeGreaterThan(0.5);
    expect(burden.value).toBeLessThan(60);
    expect(own.map(({ id }) => id).sort()).toEqual([...COUNTED_LATER].sort());
    expect(countedKpis(store.getState(), 'again')).toBe(own);
    const { history } = store.getState();
    const [first, ...others] = history.present.scenarios;
    const price = {
      key: 'electricityPriceEurPerKwh',
      value: 0.9,
      unit: 'EUR/kWh',
      source: 'a test',
      date: '2026',
    } as const;
    const dearer: Scenario = { ...first!, assumptions: [price] };
    store.setState({
      history: { ...history, present: { ...history.present, scenarios: [dearer, ...others] } },
    });
    // Nobody is asked for a price: what was counted stands, as old, until somebody has it counted again.
    expect(countedKpis(store.getState(), 'baseline')).toBe(own);
    expect(isCountedOld(store.getState(), 'baseline')).toBe(true);
    await actions.counted.count('baseline');
    expect(isCountedOld(store.getState(), 'baseline')).toBe(false);
    const dear = countedKpis(store.getState(), 'baseline').find(({ id }) => id === 'energyBurdenLowest')!;
    expect(dear.value).toBeGreaterThan(burden.value);
    // Of another year nothing stands.
    const { runs } = store.getState();
    const other = { ...runs['baseline']!.result!, inputHash: 'another' };
    store.setState({ runs: { ...runs, baseline: { ...runs['baseline']!, result: other } } });
    expect(countedKpis(store.getState(), 'baseline')).toEqual([]);
    expect(isCountedOld(store.getState(), 'baseline')).toBe(false);
  });
});
