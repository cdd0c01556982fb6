import { describe, expect, it } from 'vitest';
import {
  createKernelRow,
  createPlainRow,
  MARCH_STEPS,
  modalKernel,
  stateSize,
  uniformState,
  type MarchedRow,
  type ModalZone,
  type RowMarch,
} from '../../../../src/sim/buildings/modal';
import { randomKey, uniform } from '../../../../src/sim/numeric/random';
import { benchCity } from '../../../../src/synthesis/benchBuildings';
import { benchYear } from '../../../../src/synthesis/benchSchedules';

const year = benchYear();
const key = randomKey(5, 'rows', 'test');
let counter = 0;
const draw = (): number => uniform(key, counter++);

/** Light on all walls of the benchmark's year together. */
const daylight = Float64Array.from({ length: year.stepCount }, (_, step) =>
  year.wallWPerM2.reduce((sum, plane) => sum + plane[step]!, 0),
);
/** Columns of sun of a district that has too many for all to be kept. */
const columns = Array.from({ length: 640 }, () => {
  const factor = draw();
  return daylight.map((value, step) => (value * factor * (1 + (step % 7))) / 8);
});
const column = (): Float64Array => columns[Math.floor(draw() * columns.length)]!;
const planes = Array.from({ length: 200 }, () => ({
  incidentWPerM2: column(),
  transmittedWPerM2: column(),
  absorbedWPerM2: column(),
}));

/** The zone without its last mode: an odd number where there was an even one. */
function shortened(zone: ModalZone): ModalZone {
  const modeCount = zone.modeCount - 1;
  return { ...zone, modeCount, modes: zone.modes.slice(0, modeCount * 9) };
}

const rows: readonly MarchedRow[] = benchCity(24).buildings.map((building, i) => ({
  building: {
    ...building,
    // Gains are given beside it.
    personW: 0,
    applianceW: 0,
    zone: i % 3 === 0 ? shortened(building.zone) : building.zone,
  },
  sun: {
    roof: Array.from({ length: 1 + (i % 3) }, () => ({ values: column(), weight: draw() })),
    walls: Array.from({ length: i % 17 }, () => ({
      plane: planes[Math.floor(draw() * planes.length)]!,
      wall: draw(),
      transmittedM2: 30 * draw(),
      paneM2: 5 * draw(),
    })),
  },
}));
const FROM = 24 * 80;
const gains = Float64Array.from({ length: MARCH_STEPS }, () => 4000 * draw());

interface Course {
  readonly state: Float64Array;
  readonly heat: Float64Array;
  readonly cool: Float64Array;
  readonly air: Float64Array;
}

/** A row's stretch, cut where asked; constants change at each cut. */
function course(
  march: RowMarch,
  row: MarchedRow,
  steps = 169,
  cuts: readonly number[] = [],
  restK = 0.7,
): Course {
  const state = uniformState(row.building.zone, 18);
  const [heat, cool, air] = [new Float64Array(steps), new Float64Array(steps), new Float64Array(steps)];
  march.begin(year, daylight, FROM, steps);
  march.take(row, { values: gains, at: 0 });
  let from = 0;
  for (const to of [...cuts, steps]) {
    march.step(state, restK, from, to - from);
    from = to;
  }
  march.give({ values: heat, at: 0 }, { values: cool, at: 0 }, { values: air, at: 0 });
  return { state, heat, cool, air };
}

const kernelRow = (): RowMarch => createKernelRow(modalKernel()!);
const plain = createPlainRow();

describe('a row on the kernel', () => {
  it('has the bits of the scalar loop, with any number of modes and planes', () => {
    const march = kernelRow();
    const all = rows.map((row) => course(march, row));
    rows.forEach((row, i) => expect(all[i]).toEqual(course(plain, row)));
    expect(new Set(rows.map(({ building }) => building.zone.modeCount % 2)).size).toBe(2);
    expect(all.some(({ heat }) => Math.max(...heat) > 1000)).toBe(true);
    expect(all.some(({ cool }) => Math.max(...cool) > 100)).toBe(true);
    expect(all.every(({ state }, i) => state.length === stateSize(rows[i]!.building.zone))).toBe(true);
  });

  it('has them alone and in any company, whatever its memory held before', () => {
    const [forth, back] = [kernelRow(), kernelRow()];
    const inOrder = rows.map((row) => course(forth, row));
    const reversed = [...rows].reverse().map((row) => course(back, row));
    expect(reversed.reverse()).toEqual(inOrder);
    for (const i of [0, 1, 7, 23]) {
      const used = kernelRow();
      course(used, rows[(i + 5) % 24]!, MARCH_STEPS);
      expect(course(used, rows[i]!)).toEqual(inOrder[i]);
      expect(course(kernelRow(), rows[i]!)).toEqual(inOrder[i]);
    }
  });

  it('has them however its stretch is cut', () => {
    const march = kernelRow();
    for (const row of rows.slice(0, 6)) {
      const whole = course(march, row, MARCH_STEPS);
      expect(course(march, row, MARCH_STEPS, [1, 2, 25, 168, 500, 671])).toEqual(whole);
      expect(course(plain, row, MARCH_STEPS, [1, 2, 25, 168, 500, 671])).toEqual(whole);
    }
  });

  it('feels its sun, its gains, its constants and the steps it is asked for', () => {
    const march = kernelRow();
    const row = rows[5]!;
    const { air } = course(march, row);
    const dark = course(march, { ...row, sun: { roof: [], walls: [] } }).air;
    const cold = course(march, row, 169, [], -3).air;
    const noon = 24 + 12;
    expect(daylight[FROM + noon]).toBeGreaterThan(0);
    expect(air.some((temp, i) => temp > dark[i]! + 0.1)).toBe(true);
    expect(air.every((temp, i) => temp >= cold[i]!)).toBe(true);
    expect(air.some((temp, i) => temp > cold[i]! + 0.1)).toBe(true);
    march.take(row, { values: new Float64Array(169), at: 0 });
    const idle = uniformState(row.building.zone, 18);
    march.step(idle, 0.7, 0, 169);
    expect(idle).not.toEqual(course(march, row).state);
  });

  it('refuses a stretch that its memory does not hold', () => {
    expect(() => kernelRow().begin(year, daylight, 0, MARCH_STEPS + 1)).toThrow();
  });
});
