import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readU4sscFile, writeU4sscFile } from '../../src/io/u4sscFile';
import { setTarget, U4SSC_INDICATORS } from '../../src/kpi/u4ssc';
import { Actions, createAppStore, runOf, type AppStore } from '../../src/state';
import { startHistory } from '../../src/state/history';
import { PROPOSED, scorecardOf, wishesOf, withGiven } from '../../src/state/scorecard/scorecard';
import { groupsTable, scorecardRows, scorecardTable } from '../../src/state/view/scorecard';
import { inProcessEngine } from '../engine/inProcess';
import { inputOf, measure, smallTown } from '../engine/smallTown';

/**
 * The scorecard of a scenario on screen. The cheapest wrong programs: one that scores what is not reported as zero, one that
 * passes the project's target for the user's, one that shows the baseline's card for every scenario, a file that loses a target.
 */
const engine = inProcessEngine(1);
let store: AppStore;
let actions: Actions;

const indicator = (id: string) => U4SSC_INDICATORS.find((one) => one.id === id)!;
const card = (scenarioId = 'own', wishes = wishesOf(store.getState())) =>
  scorecardOf(store.getState(), scenarioId, wishes)!;
const rowOf = (id: string, language: 'en' | 'de' = 'en') =>
  scorecardRows(card(), language).find(({ item }) => item.indicator.id === id)!;

beforeAll(async () => {
  const { district, weather, scenario } = inputOf(smallTown(24), { year: 2035 });
  const baseline = { ...scenario, measures: [], year: 2026, name: 'Baseline' };
  const own = { ...scenario, id: 'own', name: 'Own', measures: [measure('smartMeters', 0.5)] };
  store = createAppStore();
  actions = new Actions(store, engine, () => Promise.reject(new Error('nothing is optimised here')));
  store.setState({
    loaded: { district, sha256: 'x', weather, report: null },
    history: startHistory({ baseEdits: [], scenarios: [baseline, own] }),
    activeId: 'own',
  });
  expect(scorecardOf(store.getState(), 'own', PROPOSED)).toBeNull();
  actions.runs.refresh();
  const isReady = (id: string) => runOf(store.getState(), id).status === 'ready';
  await vi.waitUntil(() => ['baseline', 'own'].every(isReady), { timeout: 100_000, interval: 20 });
}, 120_000);
afterAll(() => engine.dispose());

describe('a scorecard on screen', () => {
  it('is of its scenario, with the value, class, target and score of each indicator', () => {
    const meters = rowOf('EC: ICT: ES: 1C');
    expect(meters.item.percentOfTarget).toBeGreaterThan(0);
    expect(meters.target).toBe('100, project default, not a U4SSC benchmark: complete coverage');
    expect(meters.score).toMatch(/^[1-4] of 4 \(/);
    expect(rowOf('EC: I: ES: 3C').target).toContain('benchmark: SDG 7.1: universal access');
    expect(rowOf('EC: ICT: ES: 1C', 'de').target).toContain('vollständige Abdeckung');
    const baseline = scorecardRows(card('baseline'), 'en').find(({ code }) => code === 'EC: ICT: ES: 1C')!;
    expect(baseline.value).toBe('0');
    expect(scorecardRows(card(), 'en')).toHaveLength(U4SSC_INDICATORS.length);
  });

  it('leaves out what is not reported, says what is missing, and counts it once it is given', () => {
    const id = 'EN: E: E: 1C';
    const before = rowOf(id);
    expect([before.item.excluded, before.value, before.percent]).toEqual(['notReported', '–', '–']);
    expect(before.score).toBe('not reported: renewable energy consumed not given');
    const energy = () =>
      groupsTable(card(), 'en')
        .rows.find(([name]) => name === 'EN: E: E (category)')!
        .slice(1);
    expect(energy()).toEqual(['0', 'nothing scored', '–']);
    actions.setScorecard(withGiven(PROPOSED, 'gridRenewableShare', 0.5, 'personal_estimation'));
    const given = rowOf(id);
    expect(given.item.excluded).toBe('noTarget');
    expect(given.quality).toBe('personal estimation');
    const set = setTarget(wishesOf(store.getState()).targets, indicator(id), { target: 100 }, 'council');
    if (!set.ok) throw new Error('no target');
    actions.setScorecard({ ...wishesOf(store.getState()), targets: set.value });
    expect(rowOf(id).target).toBe('100, set by you, not a U4SSC benchmark: council');
    const points = rowOf(id).item.band!.points;
    expect(energy().slice(0, 2)).toEqual(['1', `${25 * points} %`.replace(' ', '\u202f')]);
    actions.setScorecard(
      withGiven(wishesOf(store.getState()), 'gridRenewableShare', null, 'personal_estimation'),
    );
    expect(rowOf(id).item.excluded).toBe('notReported');
  });

  it('goes out and in as the file that the command line reads, and as the table it shows', () => {
    const wishes = withGiven(wishesOf(store.getState()), 'vehicles', 420, 'accurate_measurement');
    const read = readU4sscFile(writeU4sscFile(wishes), 'x.json');
    expect(read.ok && read.value.inputs).toEqual(wishes.inputs);
    expect(read.ok && [...read.value.targets].sort(byId)).toEqual([...wishes.targets].sort(byId));
    const rows = scorecardRows(card(), 'en');
    const table = scorecardTable(rows, 'en');
    expect(table.columns).toHaveLength(8);
    expect(table.rows.map(([code]) => code)).toEqual(rows.map(({ code }) => code));
  });

  it('is scored against what is part of the work: a named step, which undo takes back', () => {
    const before = store.getState().history.present;
    const wishes = withGiven(PROPOSED, 'vehicles', 7, 'personal_estimation');
    actions.setScorecard(wishes);
    expect(store.getState().history.past.at(-1)?.name).toBe('Targets and given figures of the scorecard');
    actions.forgetStudies();
    expect(wishesOf(store.getState())).toBe(wishes);
    actions.undo();
    expect(store.getState().history.present).toBe(before);
    actions.setScorecard(null);
    expect(wishesOf(store.getState())).toBe(PROPOSED);
  });
});

const byId = (a: { readonly indicatorId: string }, b: { readonly indicatorId: string }): number =>
  a.indicatorId < b.indicatorId ? -1 : 1;
