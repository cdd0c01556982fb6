import type { ZoneNetwork } from '../../../../src/sim/buildings/multinode/network';
import {
  REFERENCE_DEG_C,
  runModal,
  uniformState,
  type ModalBuilding,
  type ModalYear,
} from '../../../../src/sim/buildings/modal';
import { COLUMNS, GROUND, GROUND_DEG_C, RADIATION } from './networks';

export interface Course {
  readonly heatW: Float64Array;
  readonly coolW: Float64Array;
  readonly tempDegC: Float64Array;
  readonly state: Float64Array;
}

/** The scalar run from a uniform temperature on, cut where asked. */
export function course(
  building: ModalBuilding,
  year: ModalYear,
  fromDegC = 20,
  cuts: readonly number[] = [],
): Course {
  const steps = year.stepCount;
  const [heatW, coolW, temp] = [new Float64Array(steps), new Float64Array(steps), new Float64Array(steps)];
  const state = uniformState(building.zone, fromDegC);
  let from = 0;
  for (const to of [...cuts, steps]) {
    const at = { at: from };
    const results = {
      heatW: { values: heatW, ...at },
      coolW: { values: coolW, ...at },
      tempK: { values: temp, ...at },
    };
    runModal(building, year, state, from, to - from, {}, results);
    from = to;
  }
  return { heatW, coolW, tempDegC: temp.map((value) => value + REFERENCE_DEG_C), state };
}

/** Powers into the nodes during a step, W, of everything but the boundaries' own -L T. */
export function nodePowers(
  network: ZoneNetwork,
  building: ModalBuilding,
  year: ModalYear,
  { heatW, coolW, tempDegC }: Course,
  step: number,
): Float64Array {
  const { schedule, radiativeShare, heating, cooling } = building;
  const place = year.tableAt[step]!;
  const gainsW =
    building.applianceW * schedule.applianceShare[place]! + building.personW * schedule.personShare[place]!;
  const exchange = building.infiltrationWPerK + building.ventilationWPerK * schedule.airShare[place]!;
  const u = new Float64Array(COLUMNS);
  u[0] = year.outdoorDegC[step]!;
  u[1] = year.skyDegC[step]!;
  u[2] = year.roofWPerM2[0]![step]!;
  u[3] = year.wallWPerM2[0]![step]!;
  u[4] = year.transmittedWPerM2[0]![step]!;
  u[5] = year.paneWPerM2[0]![step]!;
  u[GROUND] = GROUND_DEG_C;
  u[RADIATION] =
    radiativeShare * gainsW +
    (1 - heating.convectiveShare) * heatW[step]! -
    (1 - cooling.convectiveShare) * coolW[step]!;
  const powers = new Float64Array(network.nodeCount);
  for (let node = 0; node < network.nodeCount; node += 1)
    for (let c = 0; c < COLUMNS; c += 1) powers[node]! += network.input[node * COLUMNS + c]! * u[c]!;
  powers[network.airNode]! +=
    (1 - radiativeShare) * gainsW +
    heating.convectiveShare * heatW[step]! -
    cooling.convectiveShare * coolW[step]! +
    exchange * (u[0] - tempDegC[step]!);
  return powers;
}

/** A = diag(sum K + L) - K, written out. */
export function laplacianOf({ nodeCount: n, conductanceWPerK, lossWPerK }: ZoneNetwork): number[][] {
  return Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => {
      if (i !== j) return -conductanceWPerK[i * n + j]!;
      let sum = lossWPerK[i]!;
      for (let k = 0; k < n; k += 1) if (k !== i) sum += conductanceWPerK[i * n + k]!;
      return sum;
    }),
  );
}

/** Gauss with row pivoting; `b` has any number of columns. */
export function solve(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number[][] {
  const n = a.length;
  const rows = a.map((row, i) => [...row, ...b[i]!]);
  for (let k = 0; k < n; k += 1) {
    let pivot = k;
    for (let i = k + 1; i < n; i += 1) if (Math.abs(rows[i]![k]!) > Math.abs(rows[pivot]![k]!)) pivot = i;
    [rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!];
    for (let i = 0; i < n; i += 1) {
      if (i === k) continue;
      const factor = rows[i]![k]! / rows[k]![k]!;
      if (factor !== 0) for (let j = k; j < rows[k]!.length; j += 1) rows[i]![j]! -= factor * rows[k]![j]!;
    }
  }
  return rows.map((row, k) => row.slice(n).map((value) => value / row[k]!));
}

/** exp(M) by scaling, a Taylor polynomial, and squaring. */
export function exponential(matrix: readonly (readonly number[])[]): number[][] {
  const n = matrix.length;
  const norm = Math.max(...matrix.map((row) => row.reduce((sum, value) => sum + Math.abs(value), 0)));
  const squarings = Math.max(0, Math.ceil(Math.log2(norm || 1)) + 4);
  const scaled = matrix.map((row) => row.map((value) => value / 2 ** squarings));
  const times = (x: number[][], y: readonly (readonly number[])[]): number[][] =>
    x.map((row) => y[0]!.map((_, j) => row.reduce((sum, value, k) => sum + value * y[k]![j]!, 0)));
  let sum = scaled.map((row, i) => row.map((_, j) => Number(i === j)));
  let term = sum.map((row) => [...row]);
  for (let k = 1; k < 14; k += 1) {
    term = times(term, scaled).map((row) => row.map((value) => value / k));
    sum = sum.map((row, i) => row.map((value, j) => value + term[i]![j]!));
  }
  for (let k = 0; k < squarings; k += 1) sum = times(sum, sum);
  return sum.slice(0, n);
}

export const split = (network: ZoneNetwork) => {
  const nodes = Array.from({ length: network.nodeCount }, (_, i) => i);
  return {
    stored: nodes.filter((i) => network.capacityJPerK[i]! > 0),
    bare: nodes.filter((i) => network.capacityJPerK[i] === 0),
  };
};

/** Node temperatures from stored ones: balances of the others, by elimination. */
function complete(network: ZoneNetwork, temps: number[], powers: Float64Array): number[] {
  const { stored, bare } = split(network);
  const a = laplacianOf(network);
  if (bare.length === 0) return temps;
  const b = bare.map((i) => [powers[i]! - stored.reduce((sum, j) => sum + a[i]![j]! * temps[j]!, 0)]);
  const solved = solve(
    bare.map((i) => bare.map((j) => a[i]![j]!)),
    b,
  );
  const all = [...temps];
  bare.forEach((i, k) => (all[i] = solved[k]![0]!));
  return all;
}

/** One step by the exponential of the stored nodes' matrix, augmented by the constant powers. */
export function exactStep(
  network: ZoneNetwork,
  temps: number[],
  powers: Float64Array,
  stepS: number,
): number[] {
  const { stored, bare } = split(network);
  const a = laplacianOf(network);
  const ofBare = bare.map((i) => [...stored.map((j) => -a[i]![j]!), powers[i]!]);
  const follow =
    bare.length > 0
      ? solve(
          bare.map((i) => bare.map((j) => a[i]![j]!)),
          ofBare,
        )
      : [];
  const matrix = stored.map((i) => {
    const row = [...stored.map((j) => -a[i]![j]!), powers[i]!];
    bare.forEach((j, k) => follow[k]!.forEach((value, column) => (row[column]! -= a[i]![j]! * value)));
    return row.map((value) => (value * stepS) / network.capacityJPerK[i]!);
  });
  matrix.push(stored.map(() => 0).concat(0));
  const step = exponential(matrix);
  const next = [...temps];
  const from = [...stored.map((i) => temps[i]!), 1];
  stored.forEach((i, k) => (next[i] = step[k]!.reduce((sum, value, j) => sum + value * from[j]!, 0)));
  return complete(network, next, powers);
}

/** Air temperatures by another way of stepping, driven by the same powers. */
export function airBy(
  network: ZoneNetwork,
  powersOf: (step: number) => Float64Array,
  steps: number,
  step: (temps: number[], powers: Float64Array) => number[],
  fromDegC = 20,
): number[] {
  let temps = new Array<number>(network.nodeCount).fill(fromDegC);
  return Array.from({ length: steps }, (_, i) => {
    temps = step(temps, powersOf(i));
    return temps[network.airNode]!;
  });
}

export const largestDifference = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0);
