import { beforeAll, describe, expect, it } from 'vitest';
import { readPeaksFile } from '../../src/io/peaksFile';
import type { BaseEdit } from '../../src/model/scenario';
import { END_USES } from '../../src/model/run';
import { applyBaseEdits } from '../../src/scenario';
import { calibratePeaks, type MeasuredPeak, type RunWith } from '../../src/study/peaks';
import type { RunResult } from '../../src/study/runResult';
import { inProcessEngine } from '../engine/inProcess';
import { inputOf, smallTown } from '../engine/smallTown';

const district = smallTown(14);
const input = inputOf(district);
const engine = inProcessEngine(1);
let asked = 0;

const runWith: RunWith = (baseEdits) => {
  asked += 1;
  return engine.run({ ...input, baseEdits });
};

async function year(edits: readonly BaseEdit[] = []): Promise<RunResult> {
  const ran = await engine.run({ ...input, baseEdits: edits });
  if (!ran.ok) throw new Error(ran.issues[0]!.message);
  return ran.value;
}

const edit = (buildingId: string, value: number): BaseEdit => ({
  buildingId,
  field: 'householdElectricity',
  value: { value, source: 'a test', quality: 'estimation_assumptions' },
});

const homes = district.buildings.filter(({ households }) => households > 0);
let base: RunResult;
let transformerId: string;

const seriesOf = ({ table, rows, stepCount }: RunResult, id: string): Float64Array => {
  const row = rows.transformerIds.indexOf(id);
  return table.transformerPW.subarray(row * stepCount, (row + 1) * stepCount);
};

async function calibrated(peaks: readonly MeasuredPeak[], edits: readonly BaseEdit[] = []) {
  const found = await calibratePeaks(district, edits, peaks, 'peaks.csv', runWith);
  if (!found.ok) throw new Error(found.issues[0]!.message);
  return found.value;
}

beforeAll(async () => {
  base = await year();
  // The transformer with the most homes behind it.
  const homesAt = await calibrated(base.rows.transformerIds.map((elementId) => ({ elementId, peakW: 1e3 })));
  transformerId = homesAt.fits.reduce((a, b) => (b.place.homeIds.length > a.place.homeIds.length ? b : a))
    .place.elementId;
}, 120_000);

describe('a factor on the electricity of households', () => {
  it('multiplies it in every step, and nothing else of the building', async () => {
    const home = homes[0]!;
    const row = district.buildings.indexOf(home);
    const doubled = await year([edit(home.id, 2)]);
    const energy = ({ table }: RunResult, use: (typeof END_USES)[number]) =>
      table.buildingEndUseJ[row * END_USES.length + END_USES.indexOf(use)]!;
    expect(energy(doubled, 'appliancesAndLight') / energy(base, 'appliancesAndLight')).toBeCloseTo(2, 2);
    expect(energy(doubled, 'hotWater')).toBe(energy(base, 'hotWater'));
    // The others do not notice.
    const other = district.buildings.findIndex(({ id }) => id !== home.id);
    expect(doubled.table.buildingImportJ[other === row ? other + 1 : other]).toBe(
      base.table.buildingImportJ[other === row ? other + 1 : other],
    );
  });

  it('of 1, and none again, is the year as it was, to the last bit', async () => {
    const one = await year([edit(homes[0]!.id, 1)]);
    expect(one.resultHash).toBe(base.resultHash);
    const back: BaseEdit = { buildingId: homes[0]!.id, field: 'householdElectricity', value: null };
    expect((await year([edit(homes[0]!.id, 1.7), back])).inputHash).toBe(base.inputHash);
  });

  it('outside a fifth to five times is refused by name', () => {
    const { issues } = applyBaseEdits(district, [edit(homes[0]!.id, 9)]);
    expect(issues[0]).toMatchObject({ code: 'base-edit-refused', field: 'householdElectricity' });
  });
});

describe('calibration to measured peaks', () => {
  it('without a peak runs nothing and corrects nothing', async () => {
    asked = 0;
    expect(await calibrated([])).toEqual({ fits: [], edits: [], runs: 0 });
    expect(asked).toBe(0);
    const blank = readPeaksFile('id,peak_kw,time\n', 'blank.csv');
    expect(blank.ok && blank.value).toEqual([]);
  });

  it('finds the factor that a district was made with, and leaves next to no residual', async () => {
    const at = (await calibrated([{ elementId: transformerId, peakW: 1e3 }])).fits[0]!.place.homeIds;
    const truth = await year(at.map((id) => edit(id, 1.4)));
    const series = seriesOf(truth, transformerId);
    const step = series.indexOf(Math.max(...series));
    for (const timeS of [undefined, step * truth.stepS]) {
      const peak = {
        elementId: transformerId,
        peakW: series[step]!,
        ...(timeS === undefined ? {} : { timeS }),
      };
      const { fits, edits, runs } = await calibrated([peak]);
      const [fit] = fits;
      expect(Math.abs(fit!.residualW) / fit!.place.peakW).toBeLessThan(0.005);
      expect(Math.abs(fit!.factor - 1.4)).toBeLessThan(0.1);
      expect(runs).toBeLessThanOrEqual(6);
      expect(new Set(edits.map(({ buildingId }) => buildingId))).toEqual(new Set(at));
      // What it says is what a run under its corrections has.
      const again = seriesOf(await year(edits), transformerId);
      expect(timeS === undefined ? Math.max(...again) : again[step]).toBe(fit!.afterW);
    }
  }, 120_000);

  it('moves nothing where the peak is met, and stops at its bound where households cannot be it', async () => {
    const met = Math.max(...seriesOf(base, transformerId));
    expect(await calibrated([{ elementId: transformerId, peakW: met }])).toMatchObject({
      edits: [],
      runs: 1,
    });
    const { fits } = await calibrated([{ elementId: transformerId, peakW: 10 * met }]);
    expect(fits[0]).toMatchObject({ factor: 2, atBound: 'upper' });
    expect(fits[0]!.residualW).toBeGreaterThan(5 * met);
  }, 120_000);

  it('says which homes stand at a bound of their own, by what they had before', async () => {
    const met = Math.max(...seriesOf(base, transformerId));
    const [fit] = (await calibrated([{ elementId: transformerId, peakW: met }])).fits;
    const [moved, ...others] = fit!.place.homeIds;
    const { fits, edits } = await calibrated(
      [{ elementId: transformerId, peakW: 10 * met }],
      [edit(moved!, 4)],
    );
    expect(fits[0]).toMatchObject({ factor: 2, atBound: 'upper', homesAtBound: 1 });
    const valueOf = (id: string) => edits.find(({ buildingId }) => buildingId === id)!.value;
    expect([valueOf(moved!), valueOf(others[0]!)]).toMatchObject([{ value: 5 }, { value: 2 }]);
  }, 120_000);

  it('fails where the base year has no solution, as every run of it does', async () => {
    const iterations = Float64Array.from(base.table.iterations).fill(-1, 5, 7);
    const unsolved = { ...base, table: { ...base.table, iterations } };
    const found = await calibratePeaks(
      district,
      [],
      [{ elementId: transformerId, peakW: 1e3 }],
      'p.csv',
      () => Promise.resolve({ ok: true, value: unsolved, issues: [] }),
    );
    expect(found.issues).toMatchObject([{ code: 'flow-unsolved', value: `2 of ${base.stepCount} steps` }]);
  });

  it('refuses an element that there is not', async () => {
    const found = await calibratePeaks(district, [], [{ elementId: 'x', peakW: 1 }], 'p.csv', runWith);
    expect(found.issues[0]).toMatchObject({ code: 'peaks-unknown-element', where: 'x' });
  });
});

describe('a file of peaks', () => {
  it('has kilowatts and, where known, the time in local standard time', () => {
    const read = readPeaksFile('id,peak_kw,time\nT-01,120.5,2023-02-01T18:30\nF-01-2,33,\n', 'p.csv');
    expect(read.ok && read.value).toEqual([
      { elementId: 'T-01', peakW: 120_500, timeS: (31 * 24 + 18.5) * 3600 },
      { elementId: 'F-01-2', peakW: 33_000 },
    ]);
  });

  it('is refused with every row that is wrong', () => {
    const read = readPeaksFile('id,peak_kw,time\nT-01,-3,\nT-01,5,2024-02-29T10:00\n,1,\n', 'p.csv');
    expect(read.issues.map(({ where, field }) => `${where} ${field}`)).toEqual([
      'line 2 peak_kw',
      'line 3 id',
      'line 3 time',
      'line 4 id',
    ]);
  });
});
