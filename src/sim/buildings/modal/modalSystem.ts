import { fail, succeed, type Outcome } from '../../../model/outcome';
import { cholesky, choleskySolve } from '../../numeric/cholesky';
import { symmetricEigen } from '../../numeric/symmetricEigen';
import type { ZoneNetwork } from '../multinode/network';
import { cutOff, networkIssues } from './networkIssues';

/**
 * The network without approximation (README 1 to 4): with powers q into the nodes, W,
 *
 *   dx/dt = -rate x + shape' q,      T = shape x + massless q
 */
export interface ModalSystem {
  readonly nodeCount: number;
  readonly modeCount: number;
  /** [mode], 1/s, ascending. */
  readonly ratePerS: Float64Array;
  /** nodeCount x modeCount, row-major. */
  readonly shape: Float64Array;
  /** nodeCount x nodeCount, row-major, K/W: zero but between nodes without storage. Worked out when asked for. */
  readonly massless: Float64Array;
}

/** Laplacian of the network with its losses: A = diag(sum K + L) - K, among the chosen nodes. */
function laplacian(network: ZoneNetwork, rows: readonly number[], columns: readonly number[]): Float64Array {
  const { nodeCount: n, conductanceWPerK: k, lossWPerK } = network;
  const block = new Float64Array(rows.length * columns.length);
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i]!;
    for (let j = 0; j < columns.length; j += 1) {
      const column = columns[j]!;
      let value = -k[row * n + column]!;
      if (row === column) {
        value = lossWPerK[row]!;
        for (let other = 0; other < n; other += 1) if (other !== row) value += k[row * n + other]!;
      }
      block[i * columns.length + j] = value;
    }
  }
  return block;
}

/** Modal form of a zone network; fails on networks that are not physical. */
export function modalSystem(network: ZoneNetwork): Outcome<ModalSystem> {
  const issues = networkIssues(network);
  if (issues.length > 0) return fail(issues);
  const nodes = Array.from({ length: network.nodeCount }, (_, node) => node);
  const stored = nodes.filter((node) => network.capacityJPerK[node]! > 0);
  const bare = nodes.filter((node) => network.capacityJPerK[node] === 0);
  const [d, m] = [stored.length, bare.length];
  const factor = cholesky(m, laplacian(network, bare, bare));
  if (!(factor instanceof Float64Array)) return fail([cutOff(bare[factor.row]!)]);
  // (2) follow = A_mm^-1 A_md: a node without storage follows the others by -follow.
  const coupling = laplacian(network, bare, stored);
  const follow = Float64Array.from(coupling);
  choleskySolve(m, factor, d, follow);
  const reduced = laplacian(network, stored, stored);
  const root = Float64Array.from(stored, (node) => Math.sqrt(network.capacityJPerK[node]!));
  for (let i = 0; i < d; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = reduced[i * d + j]!;
      for (let k = 0; k < m; k += 1) sum -= coupling[k * d + i]! * follow[k * d + j]!;
      reduced[i * d + j] = sum / (root[i]! * root[j]!);
    }
  }
  const { values, vectors } = symmetricEigen(d, reduced); // (3)
  const shape = new Float64Array(nodes.length * d);
  stored.forEach((node, i) => {
    for (let mode = 0; mode < d; mode += 1) shape[node * d + mode] = vectors[mode * d + i]! / root[i]!;
  });
  bare.forEach((node, k) => {
    for (let i = 0; i < d; i += 1) {
      const share = follow[k * d + i]!;
      const [to, from] = [node * d, stored[i]! * d];
      for (let mode = 0; mode < d; mode += 1) shape[to + mode]! -= share * shape[from + mode]!;
    }
  });
  return succeed({
    nodeCount: nodes.length,
    modeCount: d,
    // Rounding leaves a network without any loss a rate a little below zero.
    ratePerS: values.map((value) => Math.max(0, value)),
    shape,
    get massless() {
      return masslessResponse(nodes.length, bare, factor);
    },
  });
}

function masslessResponse(n: number, bare: readonly number[], factor: Float64Array): Float64Array {
  const m = bare.length;
  const inverse = new Float64Array(m * m);
  for (let k = 0; k < m; k += 1) inverse[k * m + k] = 1;
  choleskySolve(m, factor, m, inverse);
  const full = new Float64Array(n * n);
  bare.forEach((row, i) => bare.forEach((column, j) => (full[row * n + column] = inverse[i * m + j]!)));
  return full;
}

/** Modes of node temperatures (those of nodes without storage do not enter): x = shape' C T. */
export function modesOf(network: ZoneNetwork, system: ModalSystem, tempK: Float64Array): Float64Array {
  const { modeCount, shape } = system;
  const modes = new Float64Array(modeCount);
  tempK.forEach((temp, node) => {
    const heat = network.capacityJPerK[node]! * temp;
    for (let mode = 0; mode < modeCount; mode += 1) modes[mode]! += shape[node * modeCount + mode]! * heat;
  });
  return modes;
}
