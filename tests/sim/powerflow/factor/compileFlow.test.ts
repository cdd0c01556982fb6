import { describe, expect, it } from 'vitest';
import { compileFlow } from '../../../../src/sim/powerflow/factor/compileFlow';
import { substitute } from '../../../../src/sim/powerflow/factor/substitution';
import type { CompiledFlow } from '../../../../src/sim/powerflow/flow';
import type { FlowProblem } from '../../../../src/sim/powerflow/problem';
import { largestDifference, nodalMatrix, nodalVoltages } from '../nodal';
import { type ProblemOptions, randomProblem } from '../problems';

const CASES: Record<string, ProblemOptions> = {
  'a tree of lines': { seed: 1, blockCount: 25 },
  'laterals of one and two phases': { seed: 2, blockCount: 30, laterals: 0.4, loaded: 0.5 },
  'a mesh': { seed: 3, blockCount: 30, loops: 8, loaded: 0.4 },
  'a mesh with laterals': { seed: 4, blockCount: 30, loops: 8, laterals: 0.3, loaded: 0.3 },
  'a Dyn1 transformer': { seed: 5, blockCount: 25, winding: 'Dyn1', laterals: 0.3 },
  'line charging': { seed: 6, blockCount: 25, charging: 0.05, loaded: 0.5 },
  'heavy charging in a mesh behind Dyn1': {
    seed: 7,
    blockCount: 25,
    charging: 0.8,
    loaded: 0.5,
    loops: 4,
    winding: 'Dyn1',
  },
};

function compiled(problem: FlowProblem): CompiledFlow {
  const outcome = compileFlow(problem);
  if (!outcome.ok) throw new Error(outcome.issues[0]!.message);
  return outcome.value;
}

describe('compileFlow', () => {
  it.each(Object.entries(CASES))(
    'solves the voltages without load of %s as a nodal LU does',
    (_, options) => {
      const { problem } = randomProblem(options);
      const flow = compiled(problem);
      expect(largestDifference(problem, flow.noLoadVoltage, nodalVoltages(problem))).toBeLessThan(1e-12);
    },
  );

  it.each(Object.entries(CASES))('factors Y of %s: Y x = b for any b', (_, options) => {
    const { problem } = randomProblem(options);
    const flow = compiled(problem);
    const n = problem.blockCount;
    const b = Float64Array.from({ length: 6 * n }, (__, at) => Math.sin(7 * at + options.seed));
    const x = new Float64Array(6 * n);
    for (let k = 0; k < n; k++) {
      for (let c = 0; c < 6; c++) {
        const there = problem.present[3 * flow.order[k]! + (c >> 1)] === 1;
        x[6 * k + c] = there ? b[6 * flow.order[k]! + c]! : 0;
      }
    }
    substitute(flow, flow, x);
    const at = (node: number, part: number): number =>
      x[6 * flow.positionOfBlock[Math.floor(node / 3)]! + 2 * (node % 3) + part]!;
    const image = new Float64Array(6 * n);
    const size = new Float64Array(6 * n);
    const outside = new Map<number, Float64Array>();
    flow.shuntPosition.forEach((k, row) =>
      outside.set(flow.order[k]!, flow.shunt.subarray(18 * row, 18 * row + 18)),
    );
    for (const [key, y] of nodalMatrix(problem)) {
      const [row, column] = key.split(',').map(Number) as [number, number];
      const block = Math.floor(row / 3);
      const left = block === Math.floor(column / 3) ? outside.get(block) : undefined;
      const entry = 6 * (row % 3) + 2 * (column % 3);
      const re = y.re - (left?.[entry] ?? 0);
      const im = y.im - (left?.[entry + 1] ?? 0);
      image[2 * row]! += re * at(column, 0) - im * at(column, 1);
      image[2 * row + 1]! += re * at(column, 1) + im * at(column, 0);
      size[2 * row]! += (Math.abs(re) + Math.abs(im)) * (Math.abs(at(column, 0)) + Math.abs(at(column, 1)));
    }
    for (let node = 0; node < 3 * n; node++) {
      if (problem.present[node] === 0) continue;
      for (const part of [0, 1]) {
        expect(Math.abs(image[2 * node + part]! - b[2 * node + part]!)).toBeLessThan(
          1e-12 * (1 + size[2 * node]!),
        );
      }
    }
  });

  it('is a ladder sweep on a tree: every column minus identity, every inverse pivot its branch', () => {
    const { problem } = randomProblem({ seed: 8, blockCount: 40, laterals: 0.3 });
    const flow = compiled(problem);
    expect([...flow.identityColumn].filter((flag) => flag === 1)).toHaveLength(39);
    for (let k = 0; k < 39; k++) {
      const branch = problem.seriesTo.indexOf(flow.order[k]!);
      // z y = 1 on the phases of the branch.
      for (let r = 0; r < 3; r++) {
        for (let c = 0; c < 3; c++) {
          let re = 0;
          let im = 0;
          for (let m = 0; m < 3; m++) {
            const z = 18 * k + 6 * r + 2 * m;
            const y = 18 * branch + 6 * m + 2 * c;
            re +=
              flow.inverseDiagonal[z]! * problem.series[y]! -
              flow.inverseDiagonal[z + 1]! * problem.series[y + 1]!;
            im +=
              flow.inverseDiagonal[z]! * problem.series[y + 1]! +
              flow.inverseDiagonal[z + 1]! * problem.series[y]!;
          }
          const there = problem.present[3 * flow.order[k]! + r] === 1;
          expect(Math.abs(re - (there && r === c ? 1 : 0))).toBeLessThan(1e-12);
          expect(Math.abs(im)).toBeLessThan(1e-12);
        }
      }
    }
  });

  it('keeps the columns above a transformer minus identity: an open star leaves nothing on the delta side', () => {
    const { problem } = randomProblem({ seed: 9, blockCount: 40, winding: 'Dyn1' });
    // Lines before the winding: source - 41 - 40 - block 0, its delta side. Rows there keep 40 and 0 in the iteration.
    const flow = compiled(withRows(withFeeder(problem), [0, 40]));
    for (const block of [0, 40]) expect(flow.identityColumn[flow.positionOfBlock[block]!]).toBe(1);
  });

  it('iterates only over blocks with rows and the junctions between them', () => {
    const { problem } = randomProblem({ seed: 10, blockCount: 400, loaded: 0.1, reach: 3 });
    const flow = compiled(problem);
    const loadedBlocks = new Set([...problem.injections.plus].map((node) => Math.floor(node / 3)));
    const active = flow.order.subarray(flow.firstActive);
    expect(active.length).toBeLessThan(2 * loadedBlocks.size + 2);
    for (const block of loadedBlocks) expect(active.includes(block)).toBe(true);
    expect([...flow.shuntPosition].every((k) => k >= flow.firstActive)).toBe(true);
    for (let k = 0; k < flow.firstActive; k++) {
      expect(flow.columnStart[k + 1]! - flow.columnStart[k]!).toBeLessThanOrEqual(2);
    }
  });

  it('leaves an unloaded network flat to the last bit', () => {
    const { problem } = randomProblem({ seed: 11, blockCount: 60, laterals: 0.3 });
    const { noLoadVoltage } = compiled(problem);
    for (let node = 3; node < 180; node++) {
      if (problem.present[node] === 0) continue;
      expect(noLoadVoltage[2 * node]).toBe(noLoadVoltage[2 * (node % 3)]);
      expect(noLoadVoltage[2 * node + 1]).toBe(noLoadVoltage[2 * (node % 3) + 1]);
    }
  });

  it('takes small shunts as injections and large ones into the factor', () => {
    const small = compiled(randomProblem({ seed: 12, blockCount: 30, charging: 0.005 }).problem);
    expect(small.shuntPosition.length).toBe(30);
    expect([...small.identityColumn].filter((flag) => flag === 0)).toHaveLength(1);
    const large = compiled(randomProblem({ seed: 12, blockCount: 30, charging: 2 }).problem);
    expect(large.shuntPosition.length).toBeLessThan(30);
  });

  it('names the block of an island', () => {
    const { problem } = randomProblem({ seed: 13, blockCount: 20, reach: 1 });
    const cut = [...problem.seriesTo.keys()].filter((m) => problem.seriesTo[m] !== 10);
    const outcome = compileFlow({
      ...problem,
      seriesFrom: Int32Array.from(cut, (m) => problem.seriesFrom[m]!),
      seriesTo: Int32Array.from(cut, (m) => problem.seriesTo[m]!),
      series: Float64Array.from(cut.flatMap((m) => [...problem.series.subarray(18 * m, 18 * m + 18)])),
    });
    expect(outcome.ok).toBe(false);
    expect(outcome.issues[0]!.code).toBe('power-flow-singular');
    expect(Number(outcome.issues[0]!.where)).toBeGreaterThanOrEqual(10);
  });

  it('refuses a delta part that nothing holds to earth, and takes 1e-9 S as a hold', () => {
    const options: ProblemOptions = { seed: 14, blockCount: 30, winding: 'Dd0', delta: 1 };
    const free = compileFlow(randomProblem(options).problem);
    expect(free.ok).toBe(false);
    expect(Number(free.issues[0]!.where)).toBeGreaterThanOrEqual(1);
    const { problem } = randomProblem({ ...options, holdPu: 7.7e-3 });
    const { noLoadVoltage } = compiled(problem);
    for (let block = 1; block < 30; block++) {
      for (const part of [0, 1]) {
        const sum = [0, 2, 4].reduce((total, slot) => total + noLoadVoltage[6 * block + slot + part]!, 0);
        expect(Math.abs(sum)).toBeLessThan(1e-11);
      }
    }
  });
});

/** Moves the source three lines up: blocks n and n + 1 stand between it and the winding. */
function withFeeder(problem: FlowProblem): FlowProblem {
  const n = problem.blockCount;
  const longer = (a: Float64Array, size: number): Float64Array => {
    const result = new Float64Array(a.length + 2 * size);
    result.set(a);
    return result;
  };
  const earth = longer(problem.earth, 18);
  const sourceCurrent = longer(problem.sourceCurrent, 6);
  const last = n + 1;
  const source = Math.abs(problem.sourceCurrent[0]!);
  for (let f = 0; f < 3; f++) {
    earth[18 * last + 8 * f] = source;
    earth[8 * f] = earth[8 * f]! - 10 * unitOf(problem);
    earth[8 * f + 1] = earth[8 * f + 1]! + 50 * unitOf(problem);
  }
  sourceCurrent.fill(0, 0, 6);
  [1, 0, -0.5, -Math.sqrt(0.75), -0.5, Math.sqrt(0.75)].forEach((value, c) => {
    sourceCurrent[6 * last + c] = source * value;
  });
  const feeder = problem.series.subarray(0, 18);
  return {
    ...problem,
    blockCount: n + 2,
    present: Uint8Array.from([...problem.present, 1, 1, 1, 1, 1, 1]),
    seriesFrom: Int32Array.from([...problem.seriesFrom, 0, n]),
    seriesTo: Int32Array.from([...problem.seriesTo, n, last]),
    series: Float64Array.from([...problem.series, ...feeder, ...feeder]),
    earth,
    shunt: longer(problem.shunt, 18),
    sourceCurrent,
  };
}

/** One more constant-power row on phase a of each block. */
function withRows(problem: FlowProblem, blocks: readonly number[]): FlowProblem {
  const { injections } = problem;
  return {
    ...problem,
    injections: {
      count: injections.count + blocks.length,
      plus: Int32Array.from([...injections.plus, ...blocks.map((block) => 3 * block)]),
      minus: Int32Array.from([...injections.minus, ...blocks.map(() => -1)]),
      ratedVoltagePu: Float64Array.from([...injections.ratedVoltagePu, ...blocks.map(() => 1)]),
      zip: Float64Array.from([...injections.zip, ...blocks.flatMap(() => [0, 0, 1, 0, 0, 1])]),
      limits: Float64Array.from([...injections.limits, ...blocks.flatMap(() => [0, Infinity, 0])]),
    },
  };
}

/** The load that the generator sized the source by. */
function unitOf(problem: FlowProblem): number {
  // j = 1.02 y e with y = (10 - 50 j) of it and e = 1 at phase a.
  return problem.sourceCurrent[0]! / 10.2;
}
