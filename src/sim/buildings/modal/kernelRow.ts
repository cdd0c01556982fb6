import type { Stretch } from '../runZone';
import * as header from './header';
import type { ModalKernel } from './modalBlock';
import { packedRow } from './packRow';
import * as place from './rowHeader';
import type { MarchedRow, RowMarch, RowSun } from './rowMarch';
import type { ModalSchedule, ModalYear } from './types';

/** Irradiance that is kept for the stretch at hand, in columns: more than a district has on its walls and roofs. */
const PLANE_COLUMNS = 512;
const PAGE_BYTES = 65536;

const NOTHING = new Float64Array(0);
const MODES_AT = place.STATE / 8;
const POWERS_AT = place.POWERS / 8;
const REST_AT = place.ROW / 8 + header.REST;

interface RowExports {
  fillRowSun(count: number, roofs: number, walls: number): void;
  stepRow(from: number, count: number, pairs: number): void;
}

/** Two modes side by side in SIMD. */
export function createKernelRow(kernel: ModalKernel): RowMarch {
  return new KernelRow(kernel as WebAssembly.Module);
}

class KernelRow implements RowMarch {
  private readonly numbers: Float64Array;
  private readonly words: Uint32Array;
  private readonly places: Uint16Array;
  private readonly lit: Uint8Array;
  private readonly kernel: RowExports;
  /** The stretch, and addresses of the columns that are there of it. */
  private year: ModalYear | undefined;
  private fromStep = 0;
  private steps = 0;
  /** Its results: views, since copying a view is quicker than a loop. */
  private heat: Float64Array = NOTHING;
  private cool: Float64Array = NOTHING;
  private air: Float64Array = NOTHING;
  private planes = new WeakMap<object, number>();
  private nextPlane = place.PLANES;
  /** Whose tables are there, and the building at hand. */
  private schedule: ModalSchedule | undefined;
  private modeCount = 0;

  constructor(kernel: WebAssembly.Module) {
    const bytes = place.PLANES + PLANE_COLUMNS * place.COLUMN;
    const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE_BYTES) });
    this.kernel = new WebAssembly.Instance(kernel, { env: { memory } }).exports as unknown as RowExports;
    this.numbers = new Float64Array(memory.buffer);
    this.words = new Uint32Array(memory.buffer);
    this.places = new Uint16Array(memory.buffer, place.PLACE, place.MARCH_STEPS);
    this.lit = new Uint8Array(memory.buffer, place.LIT, place.MARCH_STEPS);
  }

  begin(year: ModalYear, sunWPerM2: Float64Array, fromStep: number, steps: number): void {
    if (year === this.year && fromStep === this.fromStep && steps === this.steps) return;
    if (steps > place.MARCH_STEPS) throw new Error(`${steps} steps at a time`);
    this.year = year;
    this.fromStep = fromStep;
    this.steps = steps;
    this.forgetPlanes();
    const { buffer } = this.numbers;
    this.heat = new Float64Array(buffer, place.HEAT, steps);
    this.cool = new Float64Array(buffer, place.COOL, steps);
    this.air = new Float64Array(buffer, place.TEMP, steps);
    const toStep = fromStep + steps;
    this.write(place.OUTDOOR, year.outdoorDegC.subarray(fromStep, toStep));
    this.write(place.SKY, year.skyDegC.subarray(fromStep, toStep));
    this.places.set(year.tableAt.subarray(fromStep, toStep));
    for (let i = 0; i < steps; i += 1) this.lit[i] = sunWPerM2[fromStep + i] === 0 ? 0 : 1;
    // Steps are taken two at a time: the one behind an odd stretch counts as night.
    this.lit.fill(0, steps);
  }

  take(row: MarchedRow, { values, at }: Stretch): void {
    const { building, sun } = row;
    const { steps } = this;
    this.modeCount = building.zone.modeCount;
    this.write(place.ROW, packedRow(row));
    this.writeSchedule(building.schedule);
    this.write(place.GAINS, values.subarray(at, at + steps));
    this.placeSun(sun);
    this.kernel.fillRowSun(steps, sun.roof.length, sun.walls.length);
  }

  step(state: Float64Array, restK: number, from: number, count: number): void {
    const { numbers, modeCount } = this;
    for (let mode = 0; mode < modeCount; mode += 1) numbers[MODES_AT + mode] = state[mode]!;
    // Of an odd number of modes the last one's neighbour, whose coefficients are zero.
    numbers[MODES_AT + modeCount] = 0;
    numbers[POWERS_AT] = state[modeCount]!;
    numbers[POWERS_AT + 1] = state[modeCount + 1]!;
    numbers[REST_AT] = restK;
    this.kernel.stepRow(from, count, (modeCount + 1) >> 1);
    for (let mode = 0; mode < modeCount; mode += 1) state[mode] = numbers[MODES_AT + mode]!;
    state[modeCount] = numbers[POWERS_AT]!;
    state[modeCount + 1] = numbers[POWERS_AT + 1]!;
  }

  give(heatW: Stretch, coolW: Stretch, airDegC: Stretch): void {
    heatW.values.set(this.heat, heatW.at);
    coolW.values.set(this.cool, coolW.at);
    airDegC.values.set(this.air, airDegC.at);
  }

  private write(address: number, content: Float64Array): void {
    this.numbers.set(content, address / 8);
  }

  private writeSchedule(schedule: ModalSchedule): void {
    if (schedule === this.schedule) return;
    const { heatToDegC, coolToDegC, airShare } = schedule;
    if (heatToDegC.length > place.TABLE_PLACES) throw new Error(`${heatToDegC.length} places in a table`);
    this.schedule = schedule;
    this.write(place.HEAT_TO_DEG_C, heatToDegC);
    this.write(place.COOL_TO_DEG_C, coolToDegC);
    this.write(place.AIR_SHARES, airShare);
  }

  /** Finds the columns of the building's sun, or brings them. */
  private placeSun({ roof, walls }: RowSun): void {
    const { words, planes } = this;
    const room = this.numbers.byteLength - (roof.length + 3 * walls.length) * place.COLUMN;
    if (this.nextPlane > room) this.forgetPlanes();
    for (let part = 0; part < roof.length; part += 1) {
      const { values } = roof[part]!;
      words[place.ROOF_PLANE / 4 + part] = planes.get(values) ?? this.keep(values, [values]);
    }
    for (let part = 0; part < walls.length; part += 1) {
      const { plane } = walls[part]!;
      words[place.WALL_PLANES_AT / 4 + part] =
        planes.get(plane) ??
        this.keep(plane, [plane.incidentWPerM2, plane.transmittedWPerM2, plane.absorbedWPerM2]);
    }
  }

  private forgetPlanes(): void {
    this.planes = new WeakMap();
    this.nextPlane = place.PLANES;
  }

  /** Copies the stretch of columns that go together; gives the address of the first. */
  private keep(plane: object, columns: readonly Float64Array[]): number {
    const address = this.nextPlane;
    for (const values of columns) {
      this.write(this.nextPlane, values.subarray(this.fromStep, this.fromStep + this.steps));
      this.nextPlane += place.COLUMN;
    }
    this.planes.set(plane, address);
    return address;
  }
}
