import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SelectorRule } from '../../src/model/selector';
import { parseScenario } from '../../src/model/schema';
import { writeScenario } from '../../src/io/scenarioFile';
import { foldScenario, keptSelection, resolveRule } from '../../src/scenario';
import { centroid } from '../../src/geometry/polygon';
import {
  Actions,
  BASELINE_ID,
  createAppStore,
  runInputOf,
  runOf,
  scenarioOf,
  type AppStore,
} from '../../src/state';
import { startHistory } from '../../src/state/history';
import { groupFigures, markedFigures } from '../../src/state/marked/view';
import { reachOf } from '../../src/state/marked/reach';
import { combinedRule } from '../../src/state/marked/marked';
import { viewFragment, viewOfFragment } from '../../src/state/shareView';
import { groupOfMeters } from '../../src/study/group';
import { inProcessEngine } from '../engine/inProcess';
import { inputOf, measure, smallTown } from '../engine/smallTown';

/**
 * Elements marked together, and measures for them alone. The cheapest wrong programs: a selection that forgets its rule and keeps
 * ids, a measure that reaches everybody, an undo that leaves something behind, and a group that is the sum of its members' peaks.
 */
const engine = inProcessEngine(1);
const district = smallTown(12);
const input = inputOf(district);
const own = { ...input.scenario, id: 'own', name: 'Own', measures: [measure('rooftopPhotovoltaics', 0.6)] };
const ids = district.buildings.map(({ id }) => id);
const network = district.network!;
const behind = (id: string): SelectorRule => ({ kind: 'downstream', from: 'transformer', id });
const fedBy = (id: string) => resolveRule(behind(id), district, 'building', { source: '', where: '' }).ids;
/** The station with the most buildings behind it. */
const station = network.transformers.reduce((most, one) =>
  fedBy(one.id).length > fedBy(most.id).length ? one : most,
);
let store: AppStore;
let actions: Actions;

function start(): void {
  store = createAppStore();
  actions = new Actions(store, engine, () => ({ status: 'infeasible' }));
  store.setState({
    loaded: { district, sha256: 'x', weather: input.weather, report: null },
    history: startHistory({ baseEdits: [], scenarios: [input.scenario, own] }),
    activeId: 'own',
    phase: 'ready',
  });
}
beforeEach(start);
afterAll(() => engine.dispose());

const marked = () => store.getState().marked;
const scenario = () => scenarioOf(store.getState(), store.getState().activeId)!;
const old: SelectorRule = {
  kind: 'query',
  where: [{ attribute: 'constructionYear', operator: '<', value: 1980 }],
};
const withOld = (year: number) => ids.filter((_, row) => district.buildings[row]!.constructionYear < year);

describe('what is marked', () => {
  it('is one more or one less by every click, from the element that is looked at on', () => {
    actions.select({ kind: 'building', id: ids[0]! });
    actions.marks.toggle({ kind: 'building', id: ids[3]! });
    expect(marked()!.ids).toEqual([ids[0], ids[3]]);
    actions.marks.toggle({ kind: 'building', id: ids[0]! });
    expect(marked()!.ids).toEqual([ids[3]]);
    expect(store.getState().announcement).toBe('1 building selected.');
    actions.marks.toggle({ kind: 'building', id: ids[3]! });
    expect(marked()).toBeNull();
    expect(store.getState().announcement).toBe('Selection cleared.');
  });

  it('is what lies inside a box, by its centre, and nothing outside', () => {
    const [x, y] = centroid(district.buildings[2]!.footprint.outer);
    const box = [
      [x - 1, y - 1],
      [x + 1, y - 1],
      [x + 1, y + 1],
      [x - 1, y + 1],
    ] as const;
    actions.marks.markPolygon(box, 'only');
    expect(marked()!.ids).toEqual([ids[2]]);
    expect(marked()!.rule.kind).toBe('polygon');
    actions.marks.markPolygon(
      box.map(([px, py]) => [px + 1e6, py] as const),
      'only',
    );
    expect(marked()!.ids).toEqual([ids[2]]);
    expect(store.getState().announcement).toContain('stays as it was');
  });

  it('is a query that adds, takes away and narrows, and keeps saying how', () => {
    expect(actions.marks.mark('building', old)).toEqual([]);
    expect(marked()!.ids).toEqual(withOld(1980));
    actions.marks.mark('building', behind(station.id), 'within');
    const fed = fedBy(station.id);
    expect(marked()!.ids).toEqual(withOld(1980).filter((id) => fed.includes(id)));
    expect(marked()!.rule).toEqual({ kind: 'intersection', rules: [old, behind(station.id)] });
    actions.marks.mark('building', { kind: 'ids', ids: [marked()!.ids[0]!] }, 'takeAway');
    expect(marked()!.rule.kind).toBe('except');
  });

  it('refuses a query that cannot be asked, with a reason, and stays', () => {
    actions.marks.mark('building', old);
    const before = marked();
    const where = [{ attribute: 'lengthM', operator: '<', value: 5 }] as const;
    expect(actions.marks.mark('building', { kind: 'query', where }).map(({ code }) => code)).toEqual([
      'selector-attribute',
    ]);
    expect(marked()).toBe(before);
  });

  it('is everything behind a station, a cable and a bus, of the kind that is asked for', () => {
    actions.marks.markDownstream('transformer', station.id);
    const behindStation = marked()!.ids;
    expect(behindStation.length).toBeGreaterThan(1);
    actions.marks.markDownstream('bus', station.toBusId);
    expect(marked()!.ids).toEqual(behindStation);
    actions.marks.markDownstream('transformer', station.id, 'line');
    expect(marked()!.kind).toBe('line');
    const service = network.lines.find(({ role }) => role === 'service')!;
    actions.marks.markDownstream('line', service.id);
    expect(marked()!.ids).toHaveLength(1);
  });

  it('takes single elements in and out of a rule without nesting it deeper each time', () => {
    let rule: SelectorRule = old;
    for (let round = 0; round < 20; round += 1) {
      rule = combinedRule(rule, { kind: 'ids', ids: ['a'] }, 'takeAway');
      rule = combinedRule(rule, { kind: 'ids', ids: ['a'] }, 'add');
    }
    expect(rule).toEqual(old);
  });

  it('stands in the address and comes back from it; what cannot be read is left out', () => {
    actions.marks.mark('building', old);
    const before = marked()!;
    const fragment = viewFragment(store.getState());
    start();
    actions.showView(viewOfFragment(store.getState(), fragment));
    expect(marked()).toEqual(before);
    for (const bad of [
      'building:{"kind":"query"}',
      'building:{',
      'cat:{"kind":"all"}',
      'building:{"kind":"ids","ids":["no"]}',
    ])
      expect(viewOfFragment(store.getState(), `group=${encodeURIComponent(bad)}`)).not.toHaveProperty(
        'marked',
      );
  });

  it('a bus can be looked at, and its address leads back to it', () => {
    const bus = network.transformers[0]!.toBusId;
    actions.select({ kind: 'bus', id: bus });
    const fragment = viewFragment(store.getState());
    start();
    expect(viewOfFragment(store.getState(), fragment).selection).toEqual({ kind: 'bus', id: bus });
  });
});

describe('a measure for those who are marked', () => {
  it('reaches them and nobody else, is named in the history, and undone leaves the bits of before', () => {
    const before = JSON.stringify(scenario());
    const inputBefore = runInputOf(store.getState(), scenario());
    actions.marks.mark('building', old);
    actions.marks.rename('Old town');
    actions.marks.apply('heatPumps', 1);
    const made = scenario().measures.at(-1)!;
    expect(made).toMatchObject({ type: 'heatPumps', adoption: 1, selector: { rule: old } });
    expect(made.selector!.kept).toEqual(keptSelection(withOld(1980)));
    const folded = foldScenario(district, [], scenario());
    const plain = foldScenario(district, [], own);
    if (!folded.ok || !plain.ok) throw new Error('does not fold');
    const changed = folded.value.buildings.filter(
      ({ heating }, row) => heating !== plain.value.buildings[row]!.heating,
    );
    expect(changed.length).toBeGreaterThan(0);
    for (const { id, constructionYear } of changed) expect([id, constructionYear < 1980]).toEqual([id, true]);
    expect(store.getState().history.past.at(-1)!.name).toBe(
      `Heat pumps 100 % for Old town, ${withOld(1980).length} buildings`,
    );
    actions.undo();
    expect(JSON.stringify(scenario())).toBe(before);
    expect(runInputOf(store.getState(), scenario())).toBe(inputBefore);
    expect(marked()!.name).toBe('Old town');
  });

  it('is painted once, however often it is painted, and stands beside one for everybody', () => {
    actions.marks.mark('building', old);
    actions.setMeasure('heatPumps', 0.2);
    actions.marks.apply('heatPumps', 1);
    actions.marks.apply('heatPumps', 0.5);
    const pumps = scenario().measures.filter(({ type }) => type === 'heatPumps');
    expect(pumps.map(({ adoption }) => adoption)).toEqual([0.2, 0.5]);
    expect(new Set(pumps.map(({ id }) => id)).size).toBe(2);
    actions.setMeasure('heatPumps', 0.7, {}, pumps[1]!.id);
    expect(
      scenario()
        .measures.filter(({ type }) => type === 'heatPumps')
        .map((one) => one.adoption),
    ).toEqual([0.2, 0.7]);
    actions.marks.removeMeasure(pumps[1]!.id);
    expect(scenario().measures.filter(({ type }) => type === 'heatPumps')).toEqual([pumps[0]]);
  });

  it('in the baseline makes a scenario of it, in one step', () => {
    store.setState({ activeId: BASELINE_ID });
    actions.marks.mark('building', old);
    actions.marks.apply('roofInsulation');
    expect(store.getState().history.past).toHaveLength(1);
    expect(scenarioOf(store.getState(), BASELINE_ID)!.measures).toEqual([]);
    expect(scenario().id).not.toBe(BASELINE_ID);
    expect(scenario().measures.map(({ type }) => type)).toEqual(['roofInsulation']);
    actions.undo();
    expect(store.getState().history.present.scenarios).toHaveLength(2);
  });

  it('keeps its rule in the scenario file, and says whom it reaches', () => {
    actions.marks.mark('building', old);
    actions.marks.apply('heatPumps');
    const read = parseScenario(JSON.parse(writeScenario(scenario())), 'file');
    if (!read.ok) throw new Error('not read');
    expect(read.value.measures.at(-1)!.selector).toEqual({ rule: old, kept: keptSelection(withOld(1980)) });
    const reach = reachOf(district, 'heatPumps', scenario().measures.at(-1), 'en');
    expect(reach).toMatchObject({
      count: withOld(1980).length,
      rule: 'buildings: year of construction < 1980',
    });
    expect(reach.couldTakePart).toBeLessThanOrEqual(reach.count);
  });

  it('that stands can be for them alone, and for everybody again', () => {
    const before = JSON.stringify(scenario());
    const { id } = scenario().measures[0]!;
    actions.marks.mark('building', { kind: 'ids', ids: [ids[1]!, ids[4]!] });
    actions.marks.restrict(id);
    expect(scenario().measures[0]!.selector!.kept!.ids).toEqual([ids[1], ids[4]].sort());
    actions.marks.clear();
    actions.marks.markMeasure(id);
    expect(marked()!.ids).toEqual([ids[1], ids[4]]);
    actions.marks.release(id);
    expect(JSON.stringify(scenario())).toBe(before);
  });
});

describe('those who are marked as a group', () => {
  beforeAll(async () => {
    start();
    actions.runs.refresh();
    for (const id of ['baseline', 'own'])
      await vi.waitUntil(() => runOf(store.getState(), id).status === 'ready', { timeout: 60_000 });
  }, 120_000);

  it('have the figures of the meters of the year, less what they give each other', async () => {
    actions.runs.refresh();
    for (const id of ['baseline', 'own'])
      await vi.waitUntil(() => runOf(store.getState(), id).status === 'ready', { timeout: 60_000 });
    const rows = [0, 2, 3, 5, 7];
    actions.marks.mark('building', { kind: 'ids', ids: rows.map((row) => ids[row]!) });
    expect(groupFigures(store.getState(), 'own')).toBeNull();
    await actions.marks.group.count();
    const figures = groupFigures(store.getState(), 'own')!;
    const meters = await engine.meters(runInputOf(store.getState(), scenario())!);
    if (!meters.ok) throw new Error('no meters');
    const group = groupOfMeters(meters.value, rows);
    const of = (id: string) => figures.find((kpi) => kpi.id === `group-${id}`)!.value;
    expect([of('peakImport'), of('import'), of('exchange')]).toEqual([
      group.peakImportW,
      group.importJ,
      group.exchangeJ,
    ]);
    expect(of('exchange')).toBeGreaterThan(0);
    expect(of('coincidence')).toBeLessThan(100);
    const { result } = runOf(store.getState(), 'own');
    const importsJ = rows.reduce((sum, row) => sum + result!.table.buildingImportJ[row]!, 0);
    expect((of('import') + of('exchange')) / importsJ).toBeCloseTo(1, 6);
    expect(groupFigures(store.getState(), BASELINE_ID)).not.toBeNull();
    expect(markedFigures(store.getState()).floorAreaM2).toBeGreaterThan(0);
    actions.marks.toggle({ kind: 'building', id: ids[1]! });
    expect(groupFigures(store.getState(), 'own')).toBeNull();
  }, 120_000);
});
