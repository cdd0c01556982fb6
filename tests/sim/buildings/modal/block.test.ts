import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  createModalBlock,
  modalKernel,
  modalKernelBytes,
  shareW,
  stepModalBlock,
  uniformState,
  type BlockOptions,
  type ModalBlock,
  type ModalBuilding,
} from '../../../../src/sim/buildings/modal';
import { benchCity } from '../../../../src/synthesis/benchBuildings';
import { benchYear } from '../../../../src/synthesis/benchSchedules';
import { compileKernel } from '../../../runner/kernels.mjs';

const year = benchYear();
const { buildings, sums } = benchCity(37);
const FROM = 24 * 80;
const TO = FROM + 24 * 31 + 5;
const STEPS = TO - FROM;

const series = (count: number) => ({
  heatW: new Float64Array(count * STEPS),
  coolW: new Float64Array(count * STEPS),
  tempDegC: new Float64Array(count * STEPS),
});

function run(chosen: readonly ModalBuilding[], options: BlockOptions, kernel = modalKernel()) {
  const block = createModalBlock(kernel, year, chosen, options);
  const results = series(chosen.length);
  stepModalBlock(block, FROM, TO, {}, results);
  return { block, ...results };
}

/** Whether two arrays hold the same bits; quicker than comparing number by number. */
const same = (a: Float64Array, b: Float64Array): boolean =>
  Buffer.from(a.buffer, a.byteOffset, a.byteLength).equals(Buffer.from(b.buffer, b.byteOffset, b.byteLength));
const sameSums = (a: ModalBlock, b: ModalBlock): boolean => {
  const [one, other] = [a.sums(), b.sums()];
  return same(one.byArchetype, other.byArchetype) && same(one.byFeeder, other.byFeeder);
};

const states = (block: ModalBlock): Float64Array[] =>
  Array.from({ length: block.buildingCount }, (_, building) => block.state(building));
const totals = (block: ModalBlock) =>
  Array.from({ length: block.buildingCount }, (_, building) => block.totals(building));

const PRECISIONS = ['f64', 'f32'] as const;
const whole = Object.fromEntries(
  PRECISIONS.map((precision) => [precision, run(buildings, { precision, sums })]),
) as Record<'f64' | 'f32', ReturnType<typeof run>>;

describe('the kernel', () => {
  it('is committed as its sources give it', async () => {
    const folder = 'src/sim/buildings/modal';
    const committed = readFileSync(`${folder}/kernelModule.ts`, 'utf8');
    expect(
      (await compileKernel(folder)) === committed,
      'run "npm run kernels" and commit kernelModule.ts',
    ).toBe(true);
    expect([...modalKernelBytes().subarray(0, 4)]).toEqual([0, 97, 115, 109]);
    // Without it every other test here would quietly run on the scalar loop.
    expect(modalKernel()).toBeInstanceOf(WebAssembly.Module);
  });

  it('gives the bits of the scalar loop in double precision', () => {
    const plain = createModalBlock(undefined, year, buildings, { precision: 'f64', sums });
    const results = series(buildings.length);
    stepModalBlock(plain, FROM, TO, {}, results);
    const { block, heatW, coolW, tempDegC } = whole.f64;
    expect(Math.max(...heatW)).toBeGreaterThan(1000);
    expect(Math.max(...coolW)).toBeGreaterThan(100);
    expect(same(results.heatW, heatW)).toBe(true);
    expect(same(results.coolW, coolW)).toBe(true);
    expect(same(results.tempDegC, tempDegC)).toBe(true);
    expect(states(plain)).toEqual(states(block));
    expect(totals(plain)).toEqual(totals(block));
    expect(sameSums(plain, block)).toBe(true);
  });

  it('is close in single precision', () => {
    const [double, single] = [whole.f64, whole.f32];
    single.tempDegC.forEach((temp, at) => {
      if (Math.abs(temp - double.tempDegC[at]!) > 3e-4)
        expect(Math.abs(temp - double.tempDegC[at]!)).toBeLessThan(3e-4);
    });
    // And is not the double one by mistake.
    expect(same(single.tempDegC, double.tempDegC)).toBe(false);
    buildings.forEach((_, building) => {
      const [exact, rough] = [double.block.totals(building), single.block.totals(building)];
      expect(Math.abs(rough.heatW / exact.heatW - 1)).toBeLessThan(1e-5);
      if (exact.coolW > 1e5) expect(Math.abs(rough.coolW / exact.coolW - 1)).toBeLessThan(1e-4);
    });
  });
});

describe.each(PRECISIONS)('a block in %s', (precision) => {
  it('gives the same bits however the year is cut', () => {
    const block = createModalBlock(modalKernel(), year, buildings, { precision, sums });
    let from = FROM;
    for (const to of [FROM + 1, FROM + 2, FROM + 170, FROM + 171, FROM + 500, TO]) {
      stepModalBlock(block, from, to);
      from = to;
    }
    expect(states(block)).toEqual(states(whole[precision].block));
    expect(totals(block)).toEqual(totals(whole[precision].block));
    expect(sameSums(block, whole[precision].block)).toBe(true);
  });

  it('goes on from a state that was taken out and put into another block', () => {
    const { block } = run(buildings, { precision });
    const other = createModalBlock(modalKernel(), year, [...buildings].reverse(), { precision });
    buildings.forEach((_, building) =>
      other.setState(buildings.length - 1 - building, block.state(building)),
    );
    stepModalBlock(block, TO, TO + 40);
    stepModalBlock(other, TO, TO + 40);
    expect(states(other).reverse()).toEqual(states(block));
  });

  it('gives a building alone the bits it has in company, in whichever lane', () => {
    const { heatW, coolW, tempDegC } = whole[precision];
    for (const building of [0, 1, 5, 6, 22, 36]) {
      const at = building * STEPS;
      for (const company of [[], [3], [9, 10, 11], [building, 2, 30, 31, 8]]) {
        const chosen = [...company.map((index) => buildings[index]!), buildings[building]!];
        const alone = run(chosen, { precision });
        const from = company.length * STEPS;
        expect(same(alone.heatW.subarray(from), heatW.subarray(at, at + STEPS))).toBe(true);
        expect(same(alone.coolW.subarray(from), coolW.subarray(at, at + STEPS))).toBe(true);
        expect(same(alone.tempDegC.subarray(from), tempDegC.subarray(at, at + STEPS))).toBe(true);
      }
    }
  });

  it('sums what its buildings, computed one by one, have as shares, to the last bit', () => {
    const { byArchetype, byFeeder } = whole[precision].block.sums();
    const archetypes = new Float64Array(byArchetype.length);
    const feeders = new Float64Array(byFeeder.length);
    // From the last to the first: no order is asked for.
    for (let building = buildings.length - 1; building >= 0; building -= 1) {
      const { heatW, coolW } = run([buildings[building]!], { precision });
      for (let step = 0; step < STEPS; step += 1) {
        for (const [out, group] of [
          [archetypes, sums.archetype[building]!],
          [feeders, sums.feeder[building]!],
        ] as const) {
          const at = 2 * (group * year.stepCount + FROM + step);
          out[at]! += shareW(heatW[step]!);
          out[at + 1]! += shareW(coolW[step]!);
        }
      }
    }
    expect(same(archetypes, byArchetype)).toBe(true);
    expect(same(feeders, byFeeder)).toBe(true);
    expect(byFeeder.some((value) => value > 0)).toBe(true);
  });

  it('adds up to the same sums from two halves', () => {
    const half = (from: number, to: number) =>
      run(buildings.slice(from, to), {
        precision,
        sums: { ...sums, archetype: sums.archetype.slice(from, to), feeder: sums.feeder.slice(from, to) },
      }).block.sums();
    const [first, second] = [half(0, 15), half(15, 37)];
    const added = first.byFeeder.map((value, at) => value + second.byFeeder[at]!);
    expect(same(added, whole[precision].block.sums().byFeeder)).toBe(true);
  });

  it("takes a building's own sun and appliances in place of the shared ones", () => {
    const chosen = buildings.slice(0, 5);
    const given = {
      sun: new Float64Array(5 * STEPS * 4),
      appliancesW: Float64Array.from({ length: 5 * STEPS }, (_, at) => 100 + (at % 700)),
    };
    const kernelRun = createModalBlock(modalKernel(), year, chosen, { precision });
    const results = series(5);
    stepModalBlock(kernelRun, FROM, TO, given, results);
    const plain = createModalBlock(undefined, year, chosen, { precision: 'f64' });
    const wanted = series(5);
    stepModalBlock(plain, FROM, TO, given, wanted);
    const gap = results.tempDegC.reduce(
      (most, temp, at) => Math.max(most, Math.abs(temp - wanted.tempDegC[at]!)),
      0,
    );
    expect(gap).toBeLessThanOrEqual(precision === 'f64' ? 0 : 3e-4);
    // Without any sun it is colder than with.
    const mean = (values: Float64Array): number =>
      values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(results.heatW.subarray(0, STEPS))).toBeGreaterThan(
      mean(whole[precision].heatW.subarray(0, STEPS)),
    );
  });
});

describe('totals', () => {
  let block: ModalBlock;
  beforeAll(() => {
    block = createModalBlock(modalKernel(), year, buildings, { precision: 'f64' });
    stepModalBlock(block, FROM, TO);
  });

  it('are those of the series', () => {
    const { heatW, coolW, tempDegC } = whole.f64;
    buildings.forEach((_, building) => {
      const of = (values: Float64Array): Float64Array =>
        values.subarray(building * STEPS, (building + 1) * STEPS);
      const total = block.totals(building);
      const sum = (values: Float64Array): number => values.reduce((all, value) => all + value, 0);
      expect(Math.abs(total.heatW - sum(of(heatW)))).toBeLessThan(STEPS * 2 ** -11);
      expect(Math.abs(total.coolW - sum(of(coolW)))).toBeLessThan(STEPS * 2 ** -11);
      expect(Math.abs(total.tempK - sum(of(tempDegC).map((temp) => temp - 20)))).toBeLessThan(STEPS * 1e-7);
      expect(total.highestHeatW).toBeCloseTo(Math.max(...of(heatW)), 2);
      expect(total.highestCoolW).toBeCloseTo(Math.max(...of(coolW)), 2);
      expect(total.lowestDegC).toBeCloseTo(Math.min(...of(tempDegC)), 6);
      expect(total.highestDegC).toBeCloseTo(Math.max(...of(tempDegC)), 6);
    });
  });

  it('begin at 20 degC throughout', () => {
    const fresh = createModalBlock(modalKernel(), year, buildings, { precision: 'f64' });
    expect(fresh.state(3)).toEqual(uniformState(buildings[3]!.zone, 20));
    expect(() => fresh.setState(3, new Float64Array(1))).toThrow();
  });
});
