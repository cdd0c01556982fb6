import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { writeReport } from '../../src/io/report';
import { Actions, caseReport, createAppStore, rangedInputs, runOf, type AppStore } from '../../src/state';
import { startHistory } from '../../src/state/history';
import {
  comparedNames,
  comparedRows,
  comparedTable,
  decisionSentences,
  comparisonWith,
  kpisOf,
  possibleCriteria,
  rankingOf,
  sharesView,
  spreadView,
  tornadoView,
  withVeto,
} from '../../src/state/view';
import type { Comparison } from '../../src/study/comparison';
import { moneyYear } from '../../src/study/money';
import { inProcessEngine } from '../engine/inProcess';
import { inputOf, measure, smallTown } from '../engine/smallTown';

/**
 * The comparison in the app, on the real engine. The cheapest wrong programs: a table whose numbers are not those on screen, a
 * baseline that only changes its heading, a star on the worst value, a study that goes on after it was stopped or throws away
 * what it had, a report with numbers of its own.
 */
const KEYS = ['baseline', 'pumps', 'both'];
const engine = inProcessEngine(1);
vi.mock(import('../../src/study/money'), async (original) => {
  const all = await original();
  return { ...all, moneyYear: vi.fn(all.moneyYear) };
});
let store: AppStore;
let actions: Actions;

beforeAll(async () => {
  const { district, weather, scenario } = inputOf(smallTown(12), { year: 2035 });
  const baseline = { ...scenario, measures: [], year: 2026, name: 'Baseline' };
  const pumps = { ...scenario, id: 'pumps', name: 'Pumps', measures: [measure('heatPumps', 1)] };
  const both = {
    ...pumps,
    ...{ id: 'both', name: 'Both' },
    measures: [measure('heatPumps', 1), measure('rooftopPhotovoltaics', 1)],
  };
  store = createAppStore();
  actions = new Actions(store, engine, () => Promise.reject(new Error('nothing is optimised here')));
  store.setState({
    loaded: { district, sha256: 'x', weather, report: null },
    history: startHistory({ baseEdits: [], scenarios: [baseline, pumps, both] }),
    activeId: 'both',
  });
  actions.runs.refresh();
  const isReady = (id: string) => runOf(store.getState(), id).status === 'ready';
  await vi.waitUntil(() => KEYS.every(isReady), { timeout: 200_000, interval: 50 });
}, 240_000);
afterAll(() => engine.dispose());

const compare = async (baselineId: string): Promise<Comparison> => {
  await actions.comparison.compare(baselineId);
  const study = store.getState().comparison!;
  expect(study.issues).toEqual([]);
  expect(study.status).toBe('ready');
  expect(study.found!.status).toBe('complete');
  return study.found!;
};

const rowOf = (found: Comparison, id: string, keys = KEYS) =>
  comparedRows(found, keys, false, 'en').find(({ row }) => row.id === id)!;

describe('the comparison on screen', () => {
  it('has the numbers of the years on screen, with bills, against whichever baseline is chosen', async () => {
    const inWorkers = vi.spyOn(engine, 'money');
    const found = await compare('baseline');
    for (const { key, scenario } of found.scenarios) {
      const { result } = runOf(store.getState(), scenario.id);
      for (const { id, value } of kpisOf(result!, scenario)) {
        const cell = found.kpis
          .find((row) => row.id === id)!
          .cells.find(({ scenarioKey }) => scenarioKey === key)!;
        expect(cell.value, `${id} of ${key}`).toEqual(value);
      }
    }
    expect(found.kpis.map(({ id }) => id)).toContain('energyBurdenLowest');
    expect(found.kpis.map(({ id }) => id)).toContain('investment');

    const other = await compare('both');
    const [one, two] = [rowOf(found, 'gridImport'), rowOf(other, 'gridImport')];
    expect(two.cells.map(({ value }) => value)).toEqual(one.cells.map(({ value }) => value));
    expect(two.cells[0]!.cell.delta).toBe(-one.cells[2]!.cell.delta);
    expect(two.cells[2]!.change).toBe('');
    expect(one.cells[2]!.change).toMatch(/^[▲▼] .+ (more|less) \([+−].+ %\), (better|worse)$/);
    // Bills are counted once a year, for indicators and payments, whatever baseline they are held against.
    const counted = vi.mocked(moneyYear).mock.calls.map(([{ year }]) => year.scenario.id);
    expect(counted.sort()).toEqual([...KEYS].sort());
    expect(inWorkers).toHaveBeenCalledTimes(KEYS.length);
  }, 120_000);

  it('stars the best of those shown, in the direction of each indicator, and saves what it shows', async () => {
    const found = await compare('baseline');
    for (const { row, cells } of comparedRows(found, KEYS, false, 'en')) {
      const told = cells.map(({ cell }) => cell.value).filter((value) => !Number.isNaN(value));
      for (const { cell, isBest } of cells) {
        if (!isBest) continue;
        expect(row.betterWhen, row.id).not.toBe('neither');
        expect(cell.value).toBe(row.betterWhen === 'lower' ? Math.min(...told) : Math.max(...told));
        expect(told.some((value) => value !== cell.value)).toBe(true);
      }
    }
    // In English a change is said as the core says it, here and in the files of the command line.
    for (const { cells } of comparedRows(found, KEYS, false, 'en'))
      for (const { cell, change } of cells)
        if (cell.scenarioKey !== 'baseline') expect(change.replace(/^[▲▼=] /u, '')).toBe(cell.words);
    expect(rowOf(found, 'gridImport').cells.some(({ isBest }) => isBest)).toBe(true);
    expect(rowOf(found, 'gridImport', ['baseline']).cells.some(({ isBest }) => isBest)).toBe(false);

    const differing = comparedRows(found, KEYS, true, 'en');
    expect(differing.length).toBeLessThan(comparedRows(found, KEYS, false, 'en').length);
    const { columns, rows } = comparedTable(differing, KEYS, 'baseline', comparedNames(found, 'en'), 'en');
    expect(rows).toHaveLength(differing.length);
    for (const row of rows) expect(row).toHaveLength(columns.length);
    const best = columns.flatMap((column, at) => (column.endsWith(': best') ? [at] : []));
    expect(rows.every((row) => best.every((at) => ['', '★ best'].includes(row[at]!)))).toBe(true);
    expect(rows.some((row) => best.some((at) => row[at] === '★ best'))).toBe(true);
  }, 60_000);

  it('ranks on scales that neither the baseline nor one more scenario moves, and puts out what is beyond a veto line', async () => {
    const found = await compare('baseline');
    const turned = await compare('both');
    const possible = possibleCriteria(found);
    const wishes = { weights: { carbon: 2, gridImport: 1 } };
    const all = rankingOf(found, found.scenarios, possible, wishes).decision!;
    const two = rankingOf(found, found.scenarios.slice(0, 2), possible, wishes).decision!;
    const fromBoth = rankingOf(turned, turned.scenarios, possibleCriteria(turned), wishes).decision!;
    const scores = ({ ranking }: typeof all) => new Map(ranking.ranked.map(({ id, score }) => [id, score]));
    for (const [id, score] of scores(two)) expect(scores(all).get(id)).toBe(score);
    expect(scores(fromBoth)).toEqual(scores(all));
    const imports = rowOf(found, 'gridImport').cells.map(({ cell }) => cell.value);
    const vetoed = withVeto(wishes, 'gridImport', (Math.max(...imports) + Math.min(...imports)) / 2);
    const out = rankingOf(found, found.scenarios, possible, vetoed).decision!;
    const { ranking, words } = out;
    expect(ranking.vetoed.length).toBeGreaterThan(0);
    expect(words.some((text) => text.includes(' is out: '))).toBe(true);
    const names = comparedNames(found, 'en');
    for (const decision of [all, two, out])
      expect(decisionSentences(decision, names, 'en').map(({ text }) => text)).toEqual(
        decision.words.slice(decision.ranking.ranked.length),
      );
    expect(decisionSentences(out, names, 'de').filter(({ isOut }) => isOut)).toHaveLength(
      ranking.vetoed.length,
    );
  }, 60_000);

  it('stays stopped where it is stopped at its very last word', async () => {
    await compare('baseline');
    const off = store.subscribe(({ comparison }) => {
      const isLast = comparison?.found?.status === 'complete' && comparison.found.baselineKey === 'pumps';
      if (comparison?.status === 'running' && isLast) actions.comparison.cancel();
    });
    await actions.comparison.compare('pumps');
    off();
    expect(store.getState().comparison).toMatchObject({
      ...{ status: 'cancelled', baselineId: 'pumps' },
      found: { status: 'complete' },
    });
  }, 60_000);

  it('writes the report that the same comparison gives anywhere, with its size and version', async () => {
    const found = await compare('baseline');
    const report = await caseReport(comparisonWith(found, KEYS, undefined, null));
    const [cell] = rowOf(found, 'carbon').cells.slice(1);
    expect(report.html).toContain(`data-figure="kpi/carbon/pumps/after" data-value="${cell!.cell.value}"`);
    expect(report.bytes).toBe(Buffer.byteLength(report.html));
    const again = writeReport(found, {
      createdBy: { program: 'gridtwin', version: report.programVersion, runtime: 'web browser' },
    });
    expect(report.html).toBe(again);
  }, 60_000);
});

describe('what each measure adds, in the app', () => {
  it('sums to the difference on screen, and stops when it is told to, keeping what it had', async () => {
    const found = await compare('baseline');
    await actions.difference.explain('baseline', 'both', 'gridImport');
    const study = store.getState().difference!;
    expect(study.status).toBe('ready');
    const view = sharesView(study.found!, 'gridImport', 'en')!;
    const cell = rowOf(found, 'gridImport').cells[2]!.cell;
    expect(view.rows.map(({ id }) => id)).toEqual(['heatPumps', 'rooftopPhotovoltaics']);
    const sum = view.rows.reduce((total, { value }) => total + value, 0);
    expect(Math.abs(sum - cell.delta)).toBeLessThan(1e-9 * Math.abs(cell.value));
    // The staircase ends where the scenario stands.
    const last = view.rows.at(-1)!.bar;
    expect(Math.min(Math.abs(last.start - view.toAt), Math.abs(last.end - view.toAt))).toBeLessThan(1e-9);
    const [pumps, panels] = view.rows;
    expect(pumps!.value).toBeGreaterThan(0);
    expect(panels!.value).toBeLessThan(0);

    // Nothing of it is in the places of years that are looked at.
    expect(Object.keys(store.getState().runs).sort()).toEqual([...KEYS].sort());
    void actions.difference.explain('baseline', 'both', 'carbon');
    actions.difference.cancel();
    const stopped = store.getState().difference!;
    expect(stopped.status).toBe('cancelled');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(store.getState().difference).toBe(stopped);

    // At its very last word: what was stopped is not ready.
    const off = store.subscribe(({ difference }) => {
      if (difference?.status === 'running' && difference.found?.status === 'complete')
        actions.difference.cancel();
    });
    await actions.difference.explain('baseline', 'both', 'gridImport');
    off();
    expect(store.getState().difference).toMatchObject({ status: 'cancelled', found: { status: 'complete' } });
  }, 120_000);
});

describe('what matters most, in the app', () => {
  it('streams, keeps what it had when it is stopped, goes on from there, and names every range with its source', async () => {
    let partial = 0;
    const off = store.subscribe(({ tornado }) => {
      if (tornado?.status === 'running' && (tornado.found?.rows.length ?? 0) > 2) {
        partial = tornado.found!.rows.length;
        actions.tornado.cancel();
      }
    });
    await actions.tornado.ask('pumps', 'gridImport');
    off();
    const stopped = store.getState().tornado!;
    expect(stopped.status).toBe('cancelled');
    expect(stopped.found!.rows).toHaveLength(partial);
    expect(stopped.found!.status).toBe('partial');

    await actions.tornado.ask('pumps', 'gridImport');
    const { status, found } = store.getState().tornado!;
    expect(status).toBe('ready');
    const offAtLast = store.subscribe(({ tornado }) => {
      if (tornado?.status === 'running' && tornado.found?.status === 'complete') actions.tornado.cancel();
    });
    await actions.tornado.ask('pumps', 'gridImport');
    offAtLast();
    expect(store.getState().tornado).toMatchObject({ status: 'cancelled', found: { status: 'complete' } });
    expect(found!.pending).toEqual([]);
    const view = tornadoView(found!, 'en');
    expect(view.rows[0]!.label).toMatch(/Heat pumps/);
    for (const { source, quality, lowText, highText } of view.rows) {
      expect(source).not.toBe('');
      expect(quality).not.toBe('');
      expect(lowText).not.toBe(highText);
    }
    // A price moves no energy.
    expect(view.idle.join()).toMatch(/price/i);
    const swings = view.rows.map(({ low, high }) => high.end - high.start + (low.end - low.start));
    expect([...swings].sort((a, b) => b - a)).toEqual(swings);
  }, 240_000);

  it('takes ranges of one\u2019s own, with their source, and refuses what is none', async () => {
    const scenario = store.getState().history.present.scenarios.find(({ id }) => id === 'pumps')!;
    const usual = rangedInputs(scenario, 'gridImport', {});
    const share = usual.ok ? usual.value.find(({ target }) => target.kind === 'adoption')! : undefined;
    const own = { [share!.id]: { low: 0.7, high: 1 } };
    const stop = store.subscribe(({ tornado }) => {
      if (tornado?.found?.rows.some(({ input }) => input.id === share!.id)) actions.tornado.cancel();
    });
    await actions.tornado.ask('pumps', 'gridImport', own);
    stop();
    const { ranges, found } = store.getState().tornado!;
    expect(ranges).toBe(own);
    const row = found!.rows.find(({ input }) => input.id === share!.id)!;
    expect(row.input).toMatchObject({
      ...own[share!.id],
      source: 'own range',
      quality: 'personal_estimation',
    });
    expect(row.bars[0]!.atHigh).toBe(found!.kpis[0]!.value);
    expect(row.bars[0]!.atLow).not.toBe(row.bars[0]!.atHigh);
    // All the others are still asked about, with their usual range.
    const asked = [...found!.rows.map(({ input }) => input.id), ...found!.pending];
    expect([...asked].sort()).toEqual(usual.ok ? usual.value.map(({ id }) => id).sort() : []);
    await actions.tornado.ask('pumps', 'gridImport', { [share!.id]: { low: 0.9, high: Number.NaN } });
    expect(store.getState().tornado).toMatchObject({
      status: 'failed',
      issues: [{ code: 'sensitivity-range' }],
    });
  }, 240_000);

  it('draws all inputs at once by the seed, streams percentiles, and marks what was cut short as partial', async () => {
    const stop = store.subscribe(({ tornado }) => {
      if (tornado?.found !== null) actions.tornado.cancel();
    });
    await actions.tornado.ask('pumps', 'gridImport');
    stop();
    const seen: number[] = [];
    const off = store.subscribe(({ tornado }) => {
      const draws = tornado?.spread?.found?.draws;
      if (draws !== undefined && seen.at(-1) !== draws) seen.push(draws);
    });
    await actions.tornado.draw(10, 7);
    off();
    expect(seen).toEqual([5, 10]);
    const { spread, scenario, kpiId } = store.getState().tornado!;
    expect([spread!.status, spread!.seed, spread!.found!.status]).toEqual(['ready', 7, 'complete']);
    const { p10, p50, p90, values } = spread!.found!.spreads[0]!;
    // Few homes: shares of them that are drawn close together take the same ones.
    expect(p10).toBeLessThan(p90);
    expect(p10).toBeLessThanOrEqual(p50);
    expect(p50).toBeLessThanOrEqual(p90);
    const view = spreadView(spread!.found!, 'en');
    expect(view.sentences.join(' ')).toMatch(
      /in eight of ten draws between .+ \(P10\) and .+ \(P90\).+10 draws, keyed by seed 7/,
    );
    expect(view.table.rows.at(-1)![0]).toBe('10');

    const cancel = store.subscribe(({ tornado }) => {
      if (tornado?.spread?.found?.draws === 5) actions.tornado.cancel();
    });
    await actions.tornado.draw(10, 8);
    cancel();
    const cut = store.getState().tornado!;
    expect([cut.scenario, cut.kpiId]).toEqual([scenario, kpiId]);
    expect(cut.spread).toMatchObject({ status: 'cancelled', found: { status: 'partial', draws: 5 } });
    expect(cut.spread!.found!.spreads[0]!.values).not.toEqual(values.slice(0, 5));
    expect(spreadView(cut.spread!.found!, 'en').sentences[1]).toMatch(/^5 of 10 draws/);
    await actions.tornado.draw(10, 7);
    expect(store.getState().tornado!.spread!.found!.spreads[0]!.values).toEqual(values);
  }, 240_000);
});
