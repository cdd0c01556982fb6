import { CHUNK_STEPS } from './blockLayout';
import type {
  BlockColumns,
  BlockOptions,
  BlockResults,
  ModalBlock,
  ModalSums,
  ModalTotals,
} from './modalBlock';
import { runModal, stateSize, uniformState } from './runModal';
import { shareW } from './shares';
import { addStep, emptyTotals, totalsOf } from './totals';
import { REFERENCE_DEG_C, SUN_DRIVES, type ModalBuilding, type ModalYear } from './types';

/** The same by the scalar loop, in double precision: the kernel's bits where there is no WebAssembly SIMD. */
export function createPlainBlock(
  year: ModalYear,
  buildings: readonly ModalBuilding[],
  options: BlockOptions,
): ModalBlock {
  return new PlainBlock(year, buildings, options);
}

class PlainBlock implements ModalBlock {
  readonly buildingCount: number;
  private readonly states: readonly Float64Array[];
  private readonly allTotals: readonly Float64Array[];
  private readonly byArchetype: Float64Array;
  private readonly byFeeder: Float64Array;
  /** Of the building and chunk at hand. */
  private readonly heat = new Float64Array(CHUNK_STEPS);
  private readonly cool = new Float64Array(CHUNK_STEPS);
  private readonly temp = new Float64Array(CHUNK_STEPS);

  constructor(
    private readonly year: ModalYear,
    private readonly buildings: readonly ModalBuilding[],
    private readonly options: BlockOptions,
  ) {
    this.buildingCount = buildings.length;
    this.states = buildings.map(({ zone }) => uniformState(zone, REFERENCE_DEG_C));
    this.allTotals = buildings.map(emptyTotals);
    this.byArchetype = new Float64Array(2 * year.stepCount * (options.sums?.archetypeCount ?? 0));
    this.byFeeder = new Float64Array(2 * year.stepCount * (options.sums?.feederCount ?? 0));
  }

  get memoryBytes(): number {
    return this.byArchetype.byteLength + this.byFeeder.byteLength;
  }

  state(building: number): Float64Array {
    return this.states[building]!.slice();
  }

  setState(building: number, state: Float64Array): void {
    if (state.length !== stateSize(this.buildings[building]!.zone))
      throw new Error(`a state of ${state.length} numbers for building ${building}`);
    this.states[building]!.set(state);
  }

  step(fromStep: number, toStep: number, columns: BlockColumns, results: BlockResults): void {
    const steps = toStep - fromStep;
    for (let building = 0; building < this.buildingCount; building += 1) {
      for (let done = 0; done < steps; done += CHUNK_STEPS) {
        const count = Math.min(CHUNK_STEPS, steps - done);
        const at = building * steps + done;
        this.run(building, fromStep + done, count, columns, at);
        this.add(building, fromStep + done, count);
        results.heatW?.set(this.heat.subarray(0, count), at);
        results.coolW?.set(this.cool.subarray(0, count), at);
        for (let i = 0; results.tempDegC && i < count; i += 1)
          results.tempDegC[at + i] = this.temp[i]! + REFERENCE_DEG_C;
      }
    }
  }

  private run(building: number, from: number, count: number, columns: BlockColumns, at: number): void {
    runModal(
      this.buildings[building]!,
      this.year,
      this.states[building]!,
      from,
      count,
      {
        ...(columns.sun ? { sun: { values: columns.sun, at: at * SUN_DRIVES } } : {}),
        ...(columns.appliancesW ? { appliancesW: { values: columns.appliancesW, at } } : {}),
      },
      {
        heatW: { values: this.heat, at: 0 },
        coolW: { values: this.cool, at: 0 },
        tempK: { values: this.temp, at: 0 },
      },
    );
  }

  private add(building: number, from: number, count: number): void {
    const { sums } = this.options;
    const archetype = 2 * ((sums?.archetype[building] ?? 0) * this.year.stepCount + from);
    const feeder = 2 * ((sums?.feeder[building] ?? 0) * this.year.stepCount + from);
    for (let i = 0; i < count; i += 1) {
      addStep(this.allTotals[building]!, this.heat[i]!, this.cool[i]!, this.temp[i]!);
      if (!sums) continue;
      this.byArchetype[archetype + 2 * i]! += shareW(this.heat[i]!);
      this.byArchetype[archetype + 2 * i + 1]! += shareW(this.cool[i]!);
      this.byFeeder[feeder + 2 * i]! += shareW(this.heat[i]!);
      this.byFeeder[feeder + 2 * i + 1]! += shareW(this.cool[i]!);
    }
  }

  totals(building: number): ModalTotals {
    return totalsOf((number) => this.allTotals[building]![number]!);
  }

  sums(): ModalSums {
    return { byArchetype: this.byArchetype, byFeeder: this.byFeeder };
  }

  clear(): void {
    this.allTotals.forEach((totals) => totals.set(emptyTotals()));
    this.byArchetype.fill(0);
    this.byFeeder.fill(0);
  }
}
