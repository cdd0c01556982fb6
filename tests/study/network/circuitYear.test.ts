import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { diskFiles } from '../../../src/cli/diskFiles';
import { readOpenDss } from '../../../src/io/opendss';
import type { Circuit } from '../../../src/model/circuit';
import { type SeriesOptions, solveCircuit } from '../../../src/sim/powerflow/circuit';
import { circuitYear, EN_50160_LIMITS, type YearSettings } from '../../../src/study/network';
import { bank, capacitorControl } from '../../sim/powerflow/controls/instruments';
import { BASE_V, circuit, line, load, source } from './circuits';

const SETTINGS: YearSettings = {
  vMinPu: 0.98,
  vMaxPu: 1.01,
  unbalanceMax: 0.01,
  voltageReference: 'earth',
  windows: [{ from: 10, to: 14 }],
};

const STEPS = 100;

/** Three buses; the load swings, one phase of it on its own, and a capacitor comes and goes. */
const swinging = (more: Partial<Circuit> = {}): Circuit =>
  circuit({
    sources: [source('s', { voltageV: 1.005 * BASE_V })],
    lines: [
      line('sa', 's', 'a', { r: 0.03, x: 0.02, ratedCurrentA: 90 }),
      line('ab', 'a', 'b', { r: 0.03, x: 0.02, ratedCurrentA: 60 }),
    ],
    loads: [
      load('l', 'b', 40e3, { qVar: 12e3, shapes: { yearly: 'swing' } }),
      load('m', 'b', 10e3, { nodes: [2, 0], shapes: { yearly: 'other' } }),
    ],
    capacitors: [bank([false])],
    capacitorControls: [
      capacitorControl({ elementId: 'line.sa', quantity: 'kvar', onSetting: 9, offSetting: -3 }),
    ],
    shapes: (['swing', 'other'] as const).map((id, k) => ({
      id,
      intervalS: 900,
      p: Float64Array.from({ length: STEPS }, (_, step) => 0.5 + 0.5 * Math.sin(step / (7 + 4 * k))),
      actual: false,
    })),
    study: { ...circuit({}).study, controls: 'static', mode: 'yearly', stepS: 900 },
    ...more,
  });

const SERIES: SeriesOptions = {
  kind: 'yearly',
  stepS: 900,
  stepCount: STEPS,
  controls: 'static',
  settings: { tolerancePu: 1e-11, maxIterations: 100 },
};

function yearOf(item: Circuit, series: Partial<SeriesOptions> = {}, settings: Partial<YearSettings> = {}) {
  const outcome = circuitYear(item, { ...SERIES, ...series }, { ...SETTINGS, ...settings });
  if (!outcome.ok) throw new Error(outcome.issues[0]!.message);
  return outcome.value;
}

describe('a year of a circuit', () => {
  it('keeps the extremes, hours and losses that a plain loop over its steps finds', () => {
    const item = swinging();
    const { extremes, controlActions } = yearOf(item);
    const vPu = new Map<string, number[]>();
    const loading = new Map<string, number[]>();
    const lossWh = new Map<string, number>();
    let totalLossWh = 0;
    let actions = 0;
    let present = item;
    for (let step = 1; step <= STEPS; step++) {
      const outcome = solveCircuit(present, { moment: { kind: 'yearly', step, stepS: 900 } });
      if (!outcome.ok) throw new Error();
      const { compiled, solution } = outcome.value;
      present = outcome.value.circuit;
      actions += outcome.value.actions.length;
      totalLossWh += solution.lossW / 4;
      compiled.nodes.busOfNode.forEach((bus, node) => {
        const key = `${compiled.nodes.busIds[bus]!}.${compiled.nodes.numberOfNode[node]!}`;
        const size = Math.hypot(solution.voltageRe[node]!, solution.voltageIm[node]!) / BASE_V;
        vPu.set(key, [...(vPu.get(key) ?? []), size]);
      });
      for (const element of solution.elements.filter(({ kind }) => kind === 'line')) {
        loading.set(element.id, [...(loading.get(element.id) ?? []), element.loading]);
        lossWh.set(element.id, (lossWh.get(element.id) ?? 0) + element.lossW / 4);
      }
    }
    expect(actions).toBeGreaterThan(3);
    expect(controlActions).toBe(actions);
    expect([extremes.steps, extremes.stepsWithoutSolution]).toEqual([STEPS, 0]);
    expect(extremes.totalLossWh).toBeCloseTo(totalLossWh, 5);
    expect(extremes.voltages).toHaveLength(9);
    for (const row of extremes.voltages) {
      const values = vPu.get(`${row.busId}.${row.node}`)!;
      expect(row.min).toBeCloseTo(Math.min(...values), 9);
      expect(row.max).toBeCloseTo(Math.max(...values), 9);
      expect(row.minStep).toBe(values.indexOf(Math.min(...values)));
      expect(row.maxStep).toBe(values.indexOf(Math.max(...values)));
      expect(row.hoursUnder).toBe(values.filter((value) => value < 0.98).length / 4);
      expect(row.hoursOver).toBe(values.filter((value) => value > 1.01).length / 4);
    }
    expect(extremes.voltages.some(({ hoursUnder }) => hoursUnder > 1)).toBe(true);
    for (const row of extremes.branches) {
      const values = loading.get(row.id)!;
      expect(row.max).toBeCloseTo(Math.max(...values), 9);
      expect(row.maxStep).toBe(values.indexOf(Math.max(...values)));
      expect(row.hoursAbove80).toBe(values.filter((value) => value > 0.8).length / 4);
      expect(row.lossWh).toBeCloseTo(lossWh.get(row.id)!, 5);
    }
    expect(extremes.branches.some(({ hoursAbove80 }) => hoursAbove80 > 1)).toBe(true);
    const [window] = extremes.windows;
    const points = extremes.voltages.length;
    for (let step = 10; step < 14; step++) {
      extremes.voltages.forEach(({ busId, node }, row) => {
        expect(window!.vPu[(step - 10) * points + row]).toBeCloseTo(vPu.get(`${busId}.${node}`)![step]!, 9);
      });
    }
  });

  it('ends on the taps and steps of its last step', () => {
    const { circuit: end } = yearOf(swinging(), { stepCount: 12 });
    // Step 12 lies in the first swing: the capacitor is in.
    expect(end.capacitors[0]!.steps[0]!.closed).toBe(true);
    expect(yearOf(swinging(), { controls: 'off' }).circuit.capacitors[0]!.steps[0]!.closed).toBe(false);
  });

  it('counts steps without a solution and takes nothing from them', () => {
    const item = swinging();
    const heavy = {
      ...item,
      shapes: item.shapes.map((shape) => ({
        ...shape,
        p: shape.p.map((value, step) => (step === 20 || step === 21 ? 100 : value)),
      })),
    };
    const { extremes } = yearOf(heavy);
    expect([extremes.steps, extremes.stepsWithoutSolution]).toEqual([STEPS, 2]);
    for (const row of extremes.voltages) {
      expect(row.missingHours).toBe(0.5);
      expect(row.min).toBeGreaterThan(0.8);
    }
    expect(Number.isFinite(extremes.totalLossWh)).toBe(true);
    const first = {
      ...item,
      shapes: item.shapes.map((shape) => ({
        ...shape,
        p: shape.p.map((value, step) => (step < 1 ? 100 : value)),
      })),
    };
    expect(yearOf(first).extremes.stepsWithoutSolution).toBe(1);
    expect(yearOf(first).extremes.voltages.every(({ minStep }) => minStep > 0)).toBe(true);
  });

  it('refuses a circuit that does not compile, and makes nothing of no steps', () => {
    expect(circuitYear(swinging({ sources: [] }), SERIES, SETTINGS).ok).toBe(false);
    const none = circuitYear(swinging(), { ...SERIES, stepCount: 0 }, SETTINGS);
    expect(none.ok).toBe(false);
    expect(none.issues[0]!.message).toContain('no steps');
  });
});

const FEEDER = fileURLToPath(new URL('../../../../shared/data/feeders/european_lv', import.meta.url));

describe.skipIf(!existsSync(FEEDER))('../shared/data/feeders/european_lv against OpenDSS', () => {
  it('every minute of the day: losses within 0.01 %, lowest and highest voltage within 1e-5 pu', () => {
    const read = readOpenDss('Master.dss', diskFiles(FEEDER));
    if (!read.ok) throw new Error(read.issues[0]!.message);
    const [head, ...rows] = readFileSync(`${FEEDER}/ref/yearly_all_minutes_summary_tight.csv`, 'utf8')
      .trim()
      .split('\n')
      .map((row) => row.split(','));
    const column = (name: string) => head!.indexOf(name);
    const stepCount = rows.length;
    const { extremes } = yearOf(
      read.value.circuit,
      { stepS: 60, stepCount },
      { ...EN_50160_LIMITS, voltageReference: 'earth', windows: [{ from: 0, to: stepCount }] },
    );
    expect([stepCount, extremes.stepsWithoutSolution]).toEqual([1440, 0]);
    const [window] = extremes.windows;
    const points = extremes.voltages.length;
    const branches = extremes.branches.length;
    let voltagePu = 0;
    let lossShare = 0;
    rows.forEach((row, step) => {
      const vPu = window!.vPu.subarray(step * points, (step + 1) * points);
      const lossW = window!.lossW
        .subarray(step * branches, (step + 1) * branches)
        .reduce((sum, value) => sum + value, 0);
      const [low, high] = [Math.min(...vPu), Math.max(...vPu)];
      voltagePu = Math.max(
        voltagePu,
        Math.abs(low - Number(row[column('v_pu_min')])),
        Math.abs(high - Number(row[column('v_pu_max')])),
      );
      lossShare = Math.max(lossShare, Math.abs(lossW / Number(row[column('losses_w')]) - 1));
    });
    expect(voltagePu).toBeLessThan(1e-5);
    expect(lossShare).toBeLessThan(1e-4);
  });
});
