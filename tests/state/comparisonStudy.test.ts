import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { writeReport } from '../../src/io/report';
import { type Actions, caseReportWriter, runOf, type AppStore } from '../../src/state';
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
  withVeto,
  speechOf,
} from '../../src/state/view';
import type { Comparison } from '../../src/study/comparison';
import { moneyYear } from '../../src/study/money';
import { inProcessEngine } from '../engine/inProcess';
import { comparedTown, KEYS } from './comparedTown';

/**
 * The comparison in the app, on the real engine. The cheapest wrong programs: a table whose numbers are not those on screen, a
 * baseline that only changes its heading, a star on the worst value, a study that goes on after it was stopped or throws away
 * what it had, a report with numbers of its own.
 */
const engine = inProcessEngine(1);
vi.mock(import('../../src/study/money'), async (original) => {
  const all = await original();
  return { ...all, moneyYear: vi.fn(all.moneyYear) };
});
let store: AppStore;
let actions: Actions;

beforeAll(async () => {
  ({ store, actions } = await comparedTown(engine));
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
        const best = row.betterWhen === 'lower' ? Math.min(...told) : Math.max(...told);
        const shown = (value: number) => speechOf('en').kpi(value, row.unit);
        expect(shown(cell.value)).toBe(shown(best));
        expect(told.some((value) => shown(value) !== shown(best))).toBe(true);
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
  });

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
  });

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
  });

  it('writes the report that the same comparison gives anywhere, with its size and version', async () => {
    const found = await compare('baseline');
    const report = (await caseReportWriter())(comparisonWith(found, KEYS, undefined, null));
    const [cell] = rowOf(found, 'carbon').cells.slice(1);
    expect(report.html).toContain(`data-figure="kpi/carbon/pumps/after" data-value="${cell!.cell.value}"`);
    expect(report.bytes).toBe(Buffer.byteLength(report.html));
    const again = writeReport(found, {
      createdBy: { program: 'gridtwin', version: report.programVersion, runtime: 'web browser' },
    });
    expect(report.html).toBe(again);
  });
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
