import { describe, expect, it } from 'vitest';
import {
  busVoltagePhasors,
  compileNetwork,
  createBranchStep,
  createWorkspace,
  deriveBranches,
  solveStep,
} from '../../../src/sim/powerflow';
import type { Network } from '../../../src/model/network';
import fixture from './cigre-lv/case.json';

const { input, expected, tolerance } = fixture;

const network: Network = {
  buses: input.buses.map((b) => {
    return { id: String(b.id), nominalVoltageV: 1000 * b.vnKv, position: [0, 0] as const, synthetic: false };
  }),
  lineTypes: input.lines.map((l, k) => ({
    id: `type${k}`,
    r1OhmPerKm: l.rOhmPerKm,
    x1OhmPerKm: l.xOhmPerKm,
    r0OhmPerKm: 4 * l.rOhmPerKm,
    x0OhmPerKm: 3 * l.xOhmPerKm,
    c1NanofaradPerKm: 0,
    c0NanofaradPerKm: 0,
    ratedCurrentA: 1000 * l.maxIKa,
    underground: true,
    source: 'CIGRE TB 575',
  })),
  lines: input.lines.map((l, k) => ({
    id: `line${k}`,
    fromBusId: String(l.from),
    toBusId: String(l.to),
    lineTypeId: `type${k}`,
    lengthM: 1000 * l.lengthKm,
    role: 'lvMain',
    parallel: 1,
    path: [],
    synthetic: false,
  })),
  transformerTypes: input.transformers.map((t, k) => ({
    id: `trafo${k}`,
    ratedSVa: 1e6 * t.snMva,
    fromVoltageV: 1000 * t.hvKv,
    toVoltageV: 1000 * t.lvKv,
    vectorGroup: 'Dyn1',
    shortCircuitVoltagePercent: t.vkPercent,
    loadLossW: (t.vkrPercent / 100) * 1e6 * t.snMva,
    noLoadLossW: 0,
    noLoadCurrentPercent: 0,
    source: 'CIGRE TB 575',
  })),
  transformers: input.transformers.map((t, k) => ({
    id: `t${k}`,
    fromBusId: String(t.hv),
    toBusId: String(t.lv),
    transformerTypeId: `trafo${k}`,
    tapPercent: 0,
    position: [0, 0] as const,
    synthetic: false,
  })),
  switches: [],
  sources: [
    {
      id: 'grid',
      busId: String(input.source.bus),
      voltagePu: input.source.vPu,
      shortCircuitSVa: 1e16,
      rOverX: 0.1,
    },
  ],
  storages: [],
};

describe('the CIGRE LV network as pandapower solves it', () => {
  const outcome = compileNetwork(
    network,
    input.loads.map((load) => ({ busId: String(load.bus), phases: ['a', 'b', 'c'], mainFuseA: 100 })),
  );
  if (!outcome.ok) throw new Error(outcome.issues.map((issue) => issue.message).join('\n'));
  const net = outcome.value;
  const third = (values: readonly number[]): Float64Array =>
    Float64Array.from(values.flatMap((mega) => [mega, mega, mega].map((value) => (value * 1e6) / 3)));
  const ws = createWorkspace(net);
  const pW = third(input.loads.map((load) => load.pMw));
  const qVar = third(input.loads.map((load) => load.qMvar));
  const iterations = solveStep(net, ws, pW, qVar, 0, 3, 1, null, 0, 0);
  const branches = createBranchStep(net);
  deriveBranches(net, ws, branches);

  it('has its voltage magnitudes and angles at all buses', () => {
    expect(iterations).toBeGreaterThan(0);
    const phasors = new Float64Array(6 * net.busIds.length);
    busVoltagePhasors(net, ws, phasors);
    expect(expected.buses.map((b) => String(b.id))).toEqual(net.busIds);
    expected.buses.forEach((bus, row) => {
      const [re, im] = [phasors[6 * row]!, phasors[6 * row + 1]!];
      expect(Math.abs(Math.hypot(re, im) - bus.vPu)).toBeLessThan(tolerance.vPu);
      expect(Math.abs((Math.atan2(im, re) * 180) / Math.PI - bus.angleDeg)).toBeLessThan(tolerance.angleDeg);
    });
  });

  it('has its line currents, transformer powers and losses', () => {
    expected.lineCurrentKa.forEach((iKa, row) => {
      expect(Math.abs(branches.currentA[3 * row]! / 1000 - iKa)).toBeLessThan(tolerance.loading);
      expect(Math.abs(branches.loading[row]! - iKa / input.lines[row]!.maxIKa)).toBeLessThan(
        tolerance.loading,
      );
    });
    expected.transformerPHvMw.forEach((pMw, t) => {
      expect(Math.abs(branches.pFromW[net.lineCount + t]! - 1e6 * pMw)).toBeLessThan(tolerance.lossW);
    });
    expect(Math.abs(branches.totalLossW - 1e6 * expected.lossesMw)).toBeLessThan(tolerance.lossW);
  });
});
