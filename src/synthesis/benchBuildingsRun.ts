import {
  createModalBlock,
  modalKernel,
  stepModalBlock,
  type ModalBlock,
  type ModalYear,
} from '../sim/buildings/modal';
import { benchCity, type BenchCity } from './benchBuildings';
import { benchYear } from './benchSchedules';

export type BuildingsBenchKind = 'scalar' | 'f64' | 'f32';

export interface BuildingsBenchJob {
  readonly buildings: number;
  readonly kind: BuildingsBenchKind;
}

export interface BuildingsBench {
  readonly city: BenchCity;
  readonly year: ModalYear;
  readonly block: ModalBlock;
  /** Runs the steps on from the state of the last call, sums by archetype and feeder and totals included. */
  readonly solve: (fromStep: number, stepCount: number) => void;
  /** Every number that comes out: sums, then totals. */
  readonly written: () => Float64Array;
}

export function prepareBuildings(
  { buildings, kind }: BuildingsBenchJob,
  city = benchCity(buildings),
  year = benchYear(),
): BuildingsBench {
  const kernel = kind === 'scalar' ? undefined : modalKernel();
  // Without it the run would quietly be the scalar one.
  if (kind !== 'scalar' && kernel === undefined) throw new Error('no WebAssembly SIMD here');
  const block = createModalBlock(kernel, year, city.buildings, {
    precision: kind === 'f32' ? 'f32' : 'f64',
    sums: city.sums,
  });
  const written = (): Float64Array => {
    const { byArchetype, byFeeder } = block.sums();
    const totals = city.buildings.flatMap((_, building) => Object.values(block.totals(building)) as number[]);
    const all = new Float64Array(totals.length + byArchetype.length + byFeeder.length);
    all.set(totals);
    all.set(byArchetype, totals.length);
    all.set(byFeeder, totals.length + byArchetype.length);
    return all;
  };
  const solve = (fromStep: number, stepCount: number): void =>
    stepModalBlock(block, fromStep, fromStep + stepCount);
  return { city, year, block, solve, written };
}
