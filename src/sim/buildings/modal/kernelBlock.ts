import { CHUNK_STEPS } from './blockLayout';
import * as header from './header';
import type {
  BlockColumns,
  BlockOptions,
  BlockResults,
  ModalBlock,
  ModalKernel,
  ModalSums,
  ModalTotals,
} from './modalBlock';
import { clearTotals, packBlock, type PackedBlock } from './packBlock';
import { stateSize, uniformState } from './runModal';
import { totalsOf } from './totals';
import { REFERENCE_DEG_C, SUN_DRIVES, type ModalBuilding, type ModalYear } from './types';

/** Buildings side by side in SIMD: 2 in double, 4 in single precision. */
export function createKernelBlock(
  kernel: ModalKernel,
  year: ModalYear,
  buildings: readonly ModalBuilding[],
  options: BlockOptions,
): ModalBlock {
  return new KernelBlock(kernel as WebAssembly.Module, year, buildings, options);
}

class KernelBlock implements ModalBlock {
  readonly buildingCount: number;
  private readonly packed: PackedBlock;
  private readonly stepGroup: (group: number, from: number, count: number) => void;

  constructor(
    kernel: WebAssembly.Module,
    private readonly year: ModalYear,
    private readonly buildings: readonly ModalBuilding[],
    private readonly options: BlockOptions,
  ) {
    this.buildingCount = buildings.length;
    this.packed = packBlock(year, buildings, options);
    const { exports } = new WebAssembly.Instance(kernel, { env: { memory: this.packed.memory } });
    const name = options.precision === 'f64' ? 'stepGroup64' : 'stepGroup32';
    this.stepGroup = exports[name] as KernelBlock['stepGroup'];
    buildings.forEach(({ zone }, building) => this.setState(building, uniformState(zone, REFERENCE_DEG_C)));
  }

  get memoryBytes(): number {
    return this.packed.memory.buffer.byteLength;
  }

  /** Places of a building's state: its modes and, behind the group's, its powers. */
  private statePlaces(building: number): number[] {
    const { grouping, layout, numbers, lanes } = this.packed;
    const group = grouping.groupOf[building]!;
    const { modeCount } = this.buildings[building]!.zone;
    const at = layout.groupPlaces[group]!.state / numbers.BYTES_PER_ELEMENT + grouping.laneOf[building]!;
    const behind = grouping.groups[group]!.modeCount - modeCount;
    return Array.from({ length: modeCount + 2 }, (_, i) => at + lanes * (i < modeCount ? i : i + behind));
  }

  state(building: number): Float64Array {
    return Float64Array.from(this.statePlaces(building), (at) => this.packed.numbers[at]!);
  }

  setState(building: number, state: Float64Array): void {
    const places = this.statePlaces(building);
    if (state.length !== stateSize(this.buildings[building]!.zone))
      throw new Error(`a state of ${state.length} numbers for ${places.length}`);
    places.forEach((at, i) => (this.packed.numbers[at] = state[i]!));
  }

  step(fromStep: number, toStep: number, columns: BlockColumns, results: BlockResults): void {
    const { words, grouping } = this.packed;
    words[header.SUN_GIVEN] = columns.sun ? 1 : 0;
    words[header.APPLIANCES_GIVEN] = columns.appliancesW ? 1 : 0;
    const steps = toStep - fromStep;
    for (let done = 0; done < steps; done += CHUNK_STEPS) {
      const count = Math.min(CHUNK_STEPS, steps - done);
      for (let group = 0; group < grouping.groups.length; group += 1) {
        this.takeColumns(group, columns, steps, done, count);
        this.stepGroup(group, fromStep + done, count);
        this.giveResults(group, results, steps, done, count);
      }
    }
  }

  private takeColumns(
    group: number,
    { sun, appliancesW }: BlockColumns,
    steps: number,
    done: number,
    count: number,
  ): void {
    if (!sun && !appliancesW) return;
    const { numbers, layout, lanes, grouping } = this.packed;
    const [sunAt, appliancesAt] = [layout.sun, layout.appliances].map((at) => at / numbers.BYTES_PER_ELEMENT);
    grouping.groups[group]!.buildings.forEach((building, lane) => {
      const from = building * steps + done;
      const [sunTo, appliancesTo] = [sunAt! + lane, appliancesAt! + lane];
      if (sun)
        for (let i = 0; i < count * SUN_DRIVES; i += 1)
          numbers[sunTo + i * lanes] = sun[from * SUN_DRIVES + i]!;
      if (appliancesW)
        for (let i = 0; i < count; i += 1) numbers[appliancesTo + i * lanes] = appliancesW[from + i]!;
    });
  }

  private giveResults(
    group: number,
    { heatW, coolW, tempDegC }: BlockResults,
    steps: number,
    done: number,
    count: number,
  ): void {
    if (!heatW && !coolW && !tempDegC) return;
    const { numbers, layout, lanes, grouping } = this.packed;
    const give = (out: Float64Array | undefined, place: number, plus: number): void => {
      if (!out) return;
      const at = place / numbers.BYTES_PER_ELEMENT;
      grouping.groups[group]!.buildings.forEach((building, lane) => {
        const to = building * steps + done;
        for (let i = 0; i < count; i += 1) out[to + i] = numbers[at + i * lanes + lane]! + plus;
      });
    };
    give(heatW, layout.heat, 0);
    give(coolW, layout.cool, 0);
    give(tempDegC, layout.temp, REFERENCE_DEG_C);
  }

  totals(building: number): ModalTotals {
    const { grouping, layout, doubles, lanes } = this.packed;
    const at = layout.groupPlaces[grouping.groupOf[building]!]!.totals / 8 + grouping.laneOf[building]!;
    return totalsOf((number) => doubles[at + number * lanes]!);
  }

  /** [group][step][heat, cool] of archetypes and of feeders. */
  private sumViews(): Float64Array[] {
    const { memory, layout } = this.packed;
    const { archetypeCount = 0, feederCount = 0 } = this.options.sums ?? {};
    const view = (at: number, count: number): Float64Array =>
      new Float64Array(memory.buffer, at, 2 * this.year.stepCount * count);
    return [view(layout.archetypes, archetypeCount), view(layout.feeders, feederCount)];
  }

  sums(): ModalSums {
    const [byArchetype, byFeeder] = this.sumViews();
    return { byArchetype: byArchetype!, byFeeder: byFeeder! };
  }

  clear(): void {
    this.sumViews().forEach((view) => view.fill(0));
    clearTotals(this.packed);
  }
}
