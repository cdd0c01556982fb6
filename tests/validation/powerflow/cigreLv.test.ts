import { describe, expect, it } from 'vitest';
import type { Connection } from '../../../src/model/building';
import type { Network } from '../../../src/model/network';
import { solveCase } from '../../sim/powerflow/solvedCase';
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
  const third = (values: readonly number[]): Float64Array =>
    Float64Array.from(values.flatMap((mega) => [mega, mega, mega].map((value) => (value * 1e6) / 3)));
  const connections = input.loads.map((load): Connection => {
    return { busId: String(load.bus), phases: ['a', 'b', 'c'], mainFuseA: 100 };
  });
  const { net, result, phasors, flows } = solveCase({
    network,
    connections,
    pW: third(input.loads.map((load) => load.pMw)),
    qVar: third(input.loads.map((load) => load.qMvar)),
    storageW: new Float64Array(0),
  });

  it('has its voltage magnitudes and angles at all buses', () => {
    expect(result.status).toBe('converged');
    expect(flows.iterations).toBeGreaterThan(0);
    expect(expected.buses.map((b) => String(b.id))).toEqual(net.busIds);
    expected.buses.forEach((bus, row) => {
      const [re, im] = [phasors[6 * row]!, phasors[6 * row + 1]!];
      expect(Math.abs(Math.hypot(re, im) - bus.vPu)).toBeLessThan(tolerance.vPu);
      expect(Math.abs(flows.vMagPu[3 * row]! - bus.vPu)).toBeLessThan(tolerance.vPu);
      expect(Math.abs((Math.atan2(im, re) * 180) / Math.PI - bus.angleDeg)).toBeLessThan(tolerance.angleDeg);
    });
  });

  it('has its line currents, transformer powers and losses', () => {
    expected.lineCurrentKa.forEach((iKa, row) => {
      expect(Math.abs(flows.currentA[3 * row]! / 1000 - iKa)).toBeLessThan(tolerance.loading);
      expect(Math.abs(flows.loading[row]! - iKa / input.lines[row]!.maxIKa)).toBeLessThan(tolerance.loading);
    });
    expected.transformerPHvMw.forEach((pMw, t) => {
      expect(Math.abs(flows.pFromW[net.lineCount + t]! - 1e6 * pMw)).toBeLessThan(tolerance.lossW);
    });
    expect(Math.abs(flows.totalLossW - 1e6 * expected.lossesMw)).toBeLessThan(tolerance.lossW);
  });
});
