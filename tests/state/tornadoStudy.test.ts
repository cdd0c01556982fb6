import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rangedInputs, type Actions, type AppStore } from '../../src/state';
import { spreadView, tornadoView } from '../../src/state/view';
import { inProcessEngine } from '../engine/inProcess';
import { comparedTown } from './comparedTown';

/** Sensitivity in the app, on the real engine: a study that goes on after it was stopped or throws away what it had is refused. */
const engine = inProcessEngine(1);
let store: AppStore;
let actions: Actions;
beforeAll(async () => {
  ({ store, actions } = await comparedTown(engine));
}, 240_000);
afterAll(() => engine.dispose());

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
