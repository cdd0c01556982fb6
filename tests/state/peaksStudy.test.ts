import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Actions, createAppStore, type AppStore } from '../../src/state';
import { startHistory } from '../../src/state/history';
import { arePeaksOld, arePeaksTaken } from '../../src/state/view';
import { peakPlaces } from '../../src/study/peaks/elements';
import { inProcessEngine } from '../engine/inProcess';
import { inputOf, smallTown } from '../engine/smallTown';

/**
 * Measured peaks in the app. The cheapest wrong programs: one that corrects before it is asked, one that throws other corrections
 * away, one whose residual is not that of the corrected year, and one that takes an answer to a district that is no longer there.
 */
const engine = inProcessEngine(1);
const { district, weather, scenario } = inputOf(smallTown(14));
let store: AppStore;
let actions: Actions;
const other = {
  buildingId: district.buildings[0]!.id,
  field: 'constructionYear',
  value: 1931,
} as const;

const file = (text: string, name = 'peaks.csv') => ({ name, text: () => Promise.resolve(text) });
const peaks = () => store.getState().peaks!;
const baseEdits = () => store.getState().history.present.baseEdits;

beforeAll(() => {
  store = createAppStore();
  actions = new Actions(store, engine, () => Promise.reject(new Error('nothing is optimised here')));
  store.setState({
    loaded: { district, sha256: 'x', weather, report: null },
    history: startHistory({ baseEdits: [other], scenarios: [scenario] }),
  });
});
afterAll(() => engine.dispose());

/** Kilowatts of the transformer with the most homes, as they are computed today. */
async function computedKw(id: string): Promise<number> {
  const run = await engine.run({ ...inputOf(district), scenario, baseEdits: baseEdits() });
  if (!run.ok) throw new Error('no run');
  const { rows, table, stepCount } = run.value;
  const row = rows.transformerIds.indexOf(id);
  return Math.max(...table.transformerPW.subarray(row * stepCount, (row + 1) * stepCount)) / 1000;
}

describe('measured peaks in the app', () => {
  const stations = district.network!.transformers.map(({ id: elementId }) => ({ elementId, peakW: 1 }));
  const places = peakPlaces(district, stations);
  if (!places.ok) throw new Error('no places');
  // With the most homes behind it.
  const id = [...places.value].sort((a, b) => b.homeIds.length - a.homeIds.length)[0]!.elementId;

  it('that cannot be read are told row by row, and change nothing', async () => {
    await actions.peaks.read(file('id,peak_kw\nT-1,minus\n'));
    expect(peaks()).toMatchObject({ status: 'failed', found: null, isShown: true });
    expect(peaks().issues).toMatchObject([{ code: 'peaks-row', source: 'peaks.csv', field: 'peak_kw' }]);
    await actions.peaks.read(file('id,peak_kw\nnowhere,5\n'));
    expect(peaks().issues).toMatchObject([{ code: 'peaks-unknown-element', where: 'nowhere' }]);
    expect(baseEdits()).toEqual([other]);
  });

  it('are held against the district first, and correct it only when taken, in one step that can be undone', async () => {
    const before = await computedKw(id);
    await actions.peaks.read(file(`id,peak_kw\n${id},${before * 1.1}\n`));
    const { found, status, runs } = peaks();
    expect(status).toBe('ready');
    expect(runs).toBe(found!.runs);
    expect(found!.fits[0]!.beforeW / 1000).toBeCloseTo(before, 6);
    expect(Math.abs(found!.fits[0]!.residualW)).toBeLessThan(0.7 * 0.1 * before * 1000);
    expect(baseEdits()).toEqual([other]);

    void actions.peaks.take();
    expect(baseEdits()).toEqual([other, ...found!.edits]);
    expect(arePeaksOld(store.getState())).toBe(false);
    // The residual on screen is that of the corrected year.
    const left = before * 1.1 - (await computedKw(id));
    expect(found!.fits[0]!.residualW / 1000).toBeCloseTo(left, 6);

    const step = store.getState().history.past.at(-1)!;
    expect(step.name).toContain('peaks.csv');
    // Taken twice is taken once.
    void actions.peaks.take();
    expect(store.getState().history.past.at(-1)).toBe(step);
    expect(arePeaksTaken(store.getState())).toBe(true);
    actions.undo();
    expect(baseEdits()).toEqual([other]);
    // Taken back it does not stand as taken, and can be taken again.
    expect(arePeaksTaken(store.getState())).toBe(false);
    void actions.peaks.take();
    expect(baseEdits()).toEqual([other, ...found!.edits]);
    actions.undo();
  }, 120_000);

  it('are an old answer once the district is corrected otherwise, and cannot be taken then', async () => {
    const now = await computedKw(id);
    await actions.peaks.read(file(`id,peak_kw\n${id},${now * 1.1}\n`));
    const newer = { ...other, value: 1999 };
    actions.correctBuilding(newer);
    expect(arePeaksOld(store.getState())).toBe(true);
    void actions.peaks.take();
    expect(baseEdits()).toEqual([newer]);
    actions.undo();
  }, 120_000);

  it('stop where the view is closed, without an answer', async () => {
    const asked = vi.spyOn(engine, 'run');
    const reading = actions.peaks.read(file(`id,peak_kw\n${id},900\n`));
    void actions.peaks.hide();
    await reading;
    expect(peaks()).toMatchObject({ status: 'cancelled', isShown: false, found: null });
    expect(asked.mock.calls.length).toBeLessThan(2);
    actions.forgetStudies();
    expect(store.getState().peaks).toBeNull();
  });
});
