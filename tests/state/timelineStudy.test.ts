import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { evaluateWith } from '../../src/engine/evaluate';
import { readScenarioFile, writeScenario } from '../../src/io';
import type { Measure, Scenario } from '../../src/model/scenario';
import { Actions, createAppStore, runInputOf, runOf, scenarioOf, type AppStore } from '../../src/state';
import { startHistory } from '../../src/state/history';
import { curveRows, steppedYears, withoutPoint, withPathYears, withPoint } from '../../src/state/plan/curve';
import { standingText, timelinePoints, timelineView } from '../../src/state/view/timeline';
import { budgetTable } from '../../src/state/view/timelineBudget';
import { rememberYears } from '../../src/study/comparison';
import { runPath } from '../../src/study/path';
import { scenarioCosts } from '../../src/study/scenarioCosts';
import { inProcessEngine } from '../engine/inProcess';
import { inputOf, measure, smallTown } from '../engine/smallTown';

/**
 * A scenario over the years, edited and run on screen. The cheapest wrong programs: one that runs the year on screen again for a
 * share of another year, one that shows the scenario's own year in every row, one that throws away what it had when it is
 * cancelled, one that spends more than the budgets so far.
 */
const engine = inProcessEngine(1);
let store: AppStore;
let actions: Actions;

const YEARS = [2030, 2040, 2050];
const own = (): Scenario => scenarioOf(store.getState(), 'own')!;
const pumps = (): Measure => own().measures[0]!;
const isReady = (id: string) => runOf(store.getState(), id).status === 'ready';
const study = () => store.getState().timeline!;

beforeAll(async () => {
  const { district, weather, scenario } = inputOf(smallTown(16), { year: 2040 });
  const baseline = { ...scenario, measures: [], year: 2026, name: 'Baseline' };
  const mix = { ...scenario, id: 'own', name: 'Own', measures: [measure('heatPumps', 0.5)] };
  store = createAppStore();
  actions = new Actions(store, engine, () => Promise.reject(new Error('nothing is optimised here')));
  store.setState({
    loaded: { district, sha256: 'x', weather, report: null },
    history: startHistory({ baseEdits: [], scenarios: [baseline, mix] }),
    activeId: 'own',
  });
  actions.runs.refresh();
  await vi.waitUntil(() => ['baseline', 'own'].every(isReady), { timeout: 100_000, interval: 20 });
}, 120_000);
afterAll(() => engine.dispose());

describe('a curve', () => {
  it('states every year of the path when one of them becomes another, and keeps the rest', () => {
    const at = withPoint({ adoption: 0.5 }, { year: 2050, share: 1 }, YEARS);
    expect(at.adoption).toEqual([
      { year: 2030, share: 0.5 },
      { year: 2040, share: 0.5 },
      { year: 2050, share: 1 },
    ]);
    expect(withoutPoint(at, 2040).adoption).toEqual([
      { year: 2030, share: 0.5 },
      { year: 2050, share: 1 },
    ]);
    const rows = curveRows(
      { ...measure('heatPumps', 0), ...withoutPoint(at, 2040) },
      { ...own(), path: { years: YEARS } },
    );
    expect(rows).toEqual([
      { year: 2030, share: 0.5, kind: 'stated' },
      { year: 2040, share: 0.75, kind: 'between' },
      { year: 2050, share: 1, kind: 'stated' },
    ]);
  });

  it('keeps the year before which nobody takes part, unless somebody is to', () => {
    const curve = { adoption: [{ year: 2030, share: 0.5 }], fromYear: 2035 };
    expect(withPoint(curve, { year: 2050, share: 1 }, []).fromYear).toBe(2035);
    expect(withPoint(curve, { year: 2030, share: 0.4 }, [])).not.toHaveProperty('fromYear');
    expect(withPoint(curve, { year: 2030, share: 0 }, []).fromYear).toBe(2035);
  });

  it('is looked at in steps whose last year is always among them', () => {
    expect(steppedYears(2025, 2050, 5)).toEqual([2025, 2030, 2035, 2040, 2045, 2050]);
    expect(steppedYears(2026, 2035, 4)).toEqual([2026, 2030, 2034, 2035]);
    expect(steppedYears(2030, 2031, 50)).toEqual([2030, 2031]);
    const scenario = withPathYears({ ...own(), path: { years: YEARS } }, steppedYears(2025, 2050, 5));
    expect(scenario).not.toHaveProperty('path');
  });

  it('of other years runs nothing; of the year on screen it does; each is one step back', async () => {
    const { result } = runOf(store.getState(), 'own');
    const ran = vi.spyOn(engine, 'run');
    actions.setPathYears(YEARS);
    actions.setCurve('heatPumps', withPoint(pumps(), { year: 2050, share: 1 }, YEARS));
    actions.setCurve('heatPumps', withPoint(pumps(), { year: 2030, share: 0 }, YEARS));
    expect(isReady('own')).toBe(true);
    expect(runOf(store.getState(), 'own').result).toBe(result);
    expect(ran).not.toHaveBeenCalled();
    expect(pumps().adoption).toEqual([
      { year: 2030, share: 0 },
      { year: 2040, share: 0.5 },
      { year: 2050, share: 1 },
    ]);
    actions.setCurve('heatPumps', withPoint(pumps(), { year: 2040, share: 0.9 }, YEARS));
    expect(isReady('own')).toBe(false);
    actions.undo();
    expect(pumps().adoption).toContainEqual({ year: 2040, share: 0.5 });
    await vi.waitUntil(() => isReady('own'), { timeout: 30_000, interval: 20 });
    ran.mockRestore();
    const read = readScenarioFile(writeScenario(own()), 'own');
    expect(read.ok && read.value.measures).toEqual(own().measures);
    expect(read.ok && read.value.path).toEqual({ years: YEARS });
  });
});

describe('the years', () => {
  it('stay where it is cancelled, and are not run again', async () => {
    const ran = vi.spyOn(engine, 'run');
    const off = store.subscribe(({ timeline }) => {
      if (timeline?.status === 'running' && timeline.found.length === 2) actions.timeline.cancel();
    });
    await actions.timeline.ask('own');
    off();
    expect([study().status, study().found.map(({ year }) => year)]).toEqual(['cancelled', [2030, 2040]]);
    expect(timelineView(study(), 'en').years.rows).toHaveLength(2);
    expect(standingText(study(), 'en')).toBe('2 of 3 years run');
    const before = ran.mock.calls.filter(([{ scenario }]) => scenario.year !== 2050).length;
    await actions.timeline.ask('own');
    expect([study().status, study().issues]).toEqual(['ready', []]);
    const after = ran.mock.calls.filter(([{ scenario }]) => scenario.year !== 2050).length;
    expect(after).toBe(before);
    ran.mockRestore();
  });

  it('are those of the study of the core, each its own', async () => {
    const input = runInputOf(store.getState(), own())!;
    const { scenario, ...base } = input;
    const tools = {
      evaluations: rememberYears(evaluateWith(engine, base)),
      costsOf: (one: Scenario) => scenarioCosts({ ...base, scenario: one }),
    };
    const path = await runPath(tools, { scenario });
    if (!path.ok) throw new Error('no path');
    expect(study().found).toEqual(path.value.years);
    expect(study().investments).toEqual(path.value.investments);
    const { values, years, unit } = timelinePoints(study(), 'peakImport')!;
    expect([...years]).toEqual(YEARS);
    expect(unit).toBe('kW');
    expect(new Set(values).size).toBe(3);
    const paid = timelinePoints(study(), 'invested')!.values;
    expect([...paid]).toEqual([...paid].sort((a, b) => a - b));
    expect(paid[0]).toBe(0);
    expect(timelineView(study(), 'de').investments.rows.map((row) => row[0])).toEqual(['2040', '2050']);
  });

  it('are all the same without a curve, which is said, until all grow', () => {
    const constant = { ...own(), measures: [measure('heatPumps', 0.5)] };
    expect(timelineView({ ...study(), scenario: constant }, 'en').isConstant).toBe(true);
    expect(timelineView(study(), 'en').isConstant).toBe(false);
    const curve = pumps();
    actions.setCurve('heatPumps', { adoption: 0.5 });
    actions.growEvenly();
    expect(pumps().adoption).toEqual([
      { year: 2026, share: 0 },
      { year: 2040, share: 0.5 },
    ]);
    actions.undo();
    actions.undo();
    expect(pumps()).toEqual(curve);
  });
});

describe('a yearly budget', () => {
  it('is never exceeded, carries over, and what it affords is a scenario beside the other', async () => {
    await actions.timeline.ask('own');
    const all = study().investments.reduce((sum, { typicalEur }) => sum + typicalEur, 0);
    const yearly = all / 15;
    await actions.timeline.budget(yearly, 'cost');
    const { status, laid } = study().budget!;
    expect([status, study().budget!.issues]).toEqual(['ready', []]);
    const { years, undone } = laid!.timeline;
    expect(years.map(({ year }) => year)).toEqual(Array.from({ length: 21 }, (_, row) => 2030 + row));
    let spent = 0;
    years.forEach(({ spentEur, carriedInEur, budgetEur, carriedOutEur }, row) => {
      spent += spentEur;
      expect(spent).toBeLessThanOrEqual((row + 1) * yearly + 0.005);
      expect(carriedInEur + budgetEur - spentEur).toBeCloseTo(carriedOutEur, 6);
    });
    expect(spent).toBeGreaterThan(0);
    const done = years.flatMap((year) => year.done).length;
    expect(done + undone.length).toBe(laid!.found.interventions.length);
    expect(budgetTable(study().budget!, study(), 'de').rows).toHaveLength(21);
    const count = store.getState().history.present.scenarios.length;
    await actions.timeline.take('Afforded');
    const { scenarios } = store.getState().history.present;
    expect(scenarios).toHaveLength(count + 1);
    expect(scenarios.at(-1)!.measures[0]!.adoption).not.toEqual(pumps().adoption);
    expect(readScenarioFile(writeScenario(scenarios.at(-1)!), 'x').ok).toBe(true);
    actions.undo();
  });

  it('orders by what leaving a measure out loses, and can be cancelled', async () => {
    const off = store.subscribe(({ timeline }) => {
      if (timeline?.budget?.status === 'running' && timeline.budget.stage === 'gains')
        actions.timeline.cancel();
    });
    await actions.timeline.budget(1e6, 'carbon');
    off();
    expect(study().budget!.status).toBe('cancelled');
    await actions.timeline.budget(1e6, 'carbon');
    const { found } = study().budget!.laid!;
    expect(Math.max(...found.interventions.map(({ carbonKgPerYear }) => carbonKgPerYear))).toBeGreaterThan(0);
    actions.forgetStudies();
    expect(store.getState().timeline).toBeNull();
  });
});
