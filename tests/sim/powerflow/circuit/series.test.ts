import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Circuit } from '../../../../src/model/circuit';
import {
  type SeriesOptions,
  type SeriesStep,
  solveCircuit,
  solveSeries,
} from '../../../../src/sim/powerflow/circuit';
import type * as batch from '../../../../src/sim/powerflow/batch';
import { BASE_V, circuit, generator } from '../../../study/network/circuits';
import { capacitorControl } from '../controls/instruments';
import { feeder, STEPS } from './feeder';

/** Every batch solver made, with the stretches of steps it was asked for. */
const asked = vi.hoisted(() => [] as [from: number, count: number][][]);

vi.mock('../../../../src/sim/powerflow/batch', async (original) => {
  const real = await original<typeof batch>();
  return {
    ...real,
    createBatchSolver: (...args: Parameters<typeof real.createBatchSolver>) => {
      const solver = real.createBatchSolver(...args);
      const calls: [number, number][] = [];
      asked.push(calls);
      return {
        ...solver,
        solve: (...call: Parameters<typeof solver.solve>) => {
          calls.push([call[1], call[2]]);
          solver.solve(...call);
        },
      };
    },
  };
});

beforeEach(() => void asked.splice(0));

const TIGHT = { tolerancePu: 1e-11, maxIterations: 100 };
const OPTIONS: SeriesOptions = {
  kind: 'yearly',
  stepS: 3600,
  stepCount: STEPS,
  controls: 'static',
  settings: TIGHT,
};

type Kept = Pick<SeriesStep, 'step' | 'status' | 'actions' | 'voltageRe' | 'voltageIm'>;

function series(item: Circuit, options: Partial<SeriesOptions> = {}) {
  const steps: Kept[] = [];
  const outcome = solveSeries(item, { ...OPTIONS, ...options }, (step) => {
    const { status, actions, voltageRe, voltageIm } = step;
    steps.push({
      step: step.step,
      status,
      actions,
      voltageRe: voltageRe.slice(),
      voltageIm: voltageIm.slice(),
    });
  });
  if (!outcome.ok) throw new Error(outcome.issues[0]!.message);
  return { steps, end: outcome.value, issues: outcome.issues };
}

/** The same one step after the other, taps carried on. */
function stepByStep(item: Circuit, options: Partial<SeriesOptions> = {}) {
  const { kind, stepS, stepCount, controls } = { ...OPTIONS, ...options };
  const steps: Kept[] = [];
  let present = item;
  for (let step = 1; step <= stepCount; step++) {
    const outcome = solveCircuit(present, { controls, settings: TIGHT, moment: { kind, step, stepS } });
    if (!outcome.ok) throw new Error(outcome.issues[0]!.message);
    const { solution, actions, circuit: after } = outcome.value;
    steps.push({
      step,
      status: solution.status,
      actions,
      voltageRe: solution.voltageRe,
      voltageIm: solution.voltageIm,
    });
    present = after;
  }
  return { steps, end: present };
}

function largestGapPu(a: readonly Kept[], b: readonly Kept[]): number {
  let largest = 0;
  a.forEach((step, k) => {
    for (const part of ['voltageRe', 'voltageIm'] as const) {
      step[part].forEach((value, node) => {
        const gap = Math.abs(value - b[k]![part][node]!) / BASE_V;
        largest = gap <= largest ? largest : gap;
      });
    }
  });
  return largest;
}

describe('a series', () => {
  it('that asks for controls by the clock is told that they act as in static mode', () => {
    const item = feeder(1);
    const timed = { ...item, study: { ...item.study, controls: 'time' as const } };
    const codes = (each: Circuit, controls: 'static' | 'off') => {
      const options = { ...OPTIONS, controls, stepCount: 3 };
      const many = solveSeries(each, options, () => {});
      const one = solveCircuit(each, { controls });
      return [many, one].map(({ issues }) => issues.some(({ code }) => code === 'circuit-controls-time'));
    };
    expect(codes(timed, 'static')).toEqual([true, true]);
    expect(codes(timed, 'off')).toEqual([false, false]);
    expect(codes(item, 'static')).toEqual([false, false]);
    expect(codes({ ...timed, regulatorControls: [], capacitorControls: [] }, 'static')).toEqual([
      false,
      false,
    ]);
  });

  it.each([1, 2, 3])(
    'equals its steps solved one after the other with the taps carried on (network %i)',
    (seed) => {
      const item = feeder(seed);
      const batched = series(item);
      const single = stepByStep(item);
      expect(batched.steps.map(({ step }) => step)).toEqual(Array.from({ length: STEPS }, (_, k) => k + 1));
      expect(batched.steps.map(({ actions }) => actions)).toEqual(single.steps.map(({ actions }) => actions));
      expect(largestGapPu(batched.steps, single.steps)).toBeLessThan(1e-9);
      expect(batched.end).toEqual(single.end);
      const acted = batched.steps.flatMap(({ actions }) => actions);
      expect(acted.filter(({ elementId }) => elementId === 'trafo').length).toBeGreaterThan(4);
      expect(acted.filter(({ elementId }) => elementId === 'cap').length).toBeGreaterThan(1);
    },
  );

  it('is redone from the step after an event only, each stretch with taps as they stand', () => {
    const { steps } = series(feeder(1));
    const events = steps.filter(({ actions }) => actions.length > 0).map(({ step }) => step);
    expect(events.length).toBeGreaterThan(4);
    // A solver for the start and one after each event, unless that was the last step.
    const starts = [1, ...events.map((step) => step + 1)].filter((step) => step <= STEPS);
    expect(asked.map(([first]) => first![0])).toEqual(starts);
    asked.forEach((calls, k) => {
      const next = starts[k + 1] ?? STEPS + 1;
      calls.forEach(([from, count], at) => {
        expect(from).toBeLessThan(next);
        expect(from + count - 1).toBeLessThanOrEqual(STEPS);
        if (at > 0) expect(from).toBe(calls[at - 1]![0] + calls[at - 1]![1]);
      });
    });
  });

  it('solves no step twice where no control acts', () => {
    const { steps } = series(feeder(1), { controls: 'off' });
    expect(steps.every(({ actions }) => actions.length === 0)).toBe(true);
    expect(asked).toEqual([
      [
        [1, 64],
        [65, 64],
        [129, 22],
      ],
    ]);
    asked.splice(0);
    const off = feeder(1, { study: { ...circuit({}).study, controls: 'off' } });
    series(off);
    expect(asked).toHaveLength(1);
  });

  it('does not depend on how many steps are solved at once', () => {
    const item = feeder(2);
    const wide = series(item, { stepsAtOnce: 64 });
    for (const stepsAtOnce of [1, 7, 150]) {
      const narrow = series(item, { stepsAtOnce });
      expect(narrow.steps).toEqual(wide.steps);
      expect(narrow.end).toEqual(wide.end);
    }
  });

  it('keeps a step without solution in its place, and goes on after it', () => {
    const item = feeder(3, { regulatorControls: [], capacitorControls: [] });
    const overloaded = {
      ...item,
      shapes: item.shapes.map((shape) => ({
        ...shape,
        p: shape.p.map((value, k) => (k === 69 ? 40 : value)),
      })),
    };
    const { steps } = series(overloaded, { stepCount: 80 });
    expect(steps.filter(({ status }) => status !== 'converged').map(({ step }) => step)).toEqual([70]);
    expect(steps.map(({ step }) => step)).toEqual(Array.from({ length: 80 }, (_, k) => k + 1));
    const usual = series(item, { stepCount: 80 });
    const others = (all: readonly Kept[]) => all.filter(({ step }) => step !== 70);
    expect(others(steps)).toEqual(others(usual.steps));
  });

  it('likewise between controls that act', () => {
    const item = feeder(1);
    const overloaded = {
      ...item,
      shapes: item.shapes.map((shape) => ({
        ...shape,
        p: shape.p.map((value, k) => (k === 30 ? 40 : value)),
      })),
    };
    const batched = series(overloaded);
    const single = stepByStep(overloaded);
    expect(batched.steps.map(({ status }) => status === 'converged')).toEqual(
      single.steps.map(({ status }) => status === 'converged'),
    );
    expect(batched.steps[30]!.status).not.toBe('converged');
    expect(batched.end).toEqual(single.end);
  });

  it('tells in how many steps controls did not come to rest', () => {
    const item = feeder(1, {
      regulatorControls: [],
      capacitorControls: [
        capacitorControl({ elementId: 'line.l1', onSetting: 999, offSetting: 1, voltageRatio: 1 }),
      ],
    });
    const { steps, issues } = series(item, { stepCount: 5 });
    expect(steps).toHaveLength(5);
    expect(issues.map(({ code, where, message }) => [code, where, message.includes('5 of 5')])).toEqual([
      ['circuit-controls-unsettled', 'step 1', true],
    ]);
  });

  it('fails as a whole where the circuit does not compile', () => {
    const outcome = solveSeries({ ...feeder(1), sources: [] }, OPTIONS, () => undefined);
    expect(outcome.ok).toBe(false);
  });
});

describe('inverters in a series', () => {
  const curves = [{ id: 'vw', x: [1.02, 1.05], y: [1, 0.1] }];
  const sunny = (): Circuit =>
    feeder(2, {
      generators: [{ ...generator('pv', 'e', 150e3), ratedSVa: 150e3, shapes: { yearly: 'sun' } }],
      shapes: [
        ...feeder(2).shapes,
        {
          id: 'sun',
          intervalS: 3600,
          p: Float64Array.from({ length: 24 }, (_, k) => Math.max(0, Math.sin((k - 6) / 3.8))),
          actual: false,
        },
      ],
      curves,
      inverterControls: [{ id: 'i', generatorIds: ['pv'], voltWattCurve: 'vw', enabled: true }],
    });

  it('follow sun and curve step by step, and start each step from what the sun offers', () => {
    const item = sunny();
    const batched = series(item, { stepCount: 48 });
    const single = stepByStep(item, { stepCount: 48 });
    expect(largestGapPu(batched.steps, single.steps)).toBeLessThan(1e-9);
    expect(batched.end).toEqual(single.end);
    expect(batched.end.generators).toEqual(item.generators);
    // At noon the curve takes much away, at eight nothing; without control the voltage is higher at noon only.
    const free = series(item, { stepCount: 48, controls: 'off' });
    const held = series({ ...item, regulatorControls: [], capacitorControls: [] }, { stepCount: 48 });
    const size = (steps: readonly Kept[], step: number) => {
      const { voltageRe, voltageIm } = steps[step - 1]!;
      return Math.max(...voltageRe.map((re, node) => Math.hypot(re, voltageIm[node]!))) / BASE_V;
    };
    expect(size(free.steps, 13)).toBeGreaterThan(1.055);
    expect(size(held.steps, 13)).toBeLessThan(1.05);
    expect(size(held.steps, 37)).toBeLessThan(1.05);
    expect(size(held.steps, 2)).toBeCloseTo(size(free.steps, 2), 9);
    expect(asked.length).toBeLessThanOrEqual(1);
  });
});
