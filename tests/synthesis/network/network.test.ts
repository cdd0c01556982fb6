import { describe, expect, it } from 'vitest';
import { compileNetwork } from '../../../src/sim/powerflow/network';
import { generateTown } from '../../../src/synthesis/town';
import { networkFlows } from '../../sim/powerflow/solvedCase';
import { built, expectTree } from './built';
import { buildingsBehind, linesInService, ruleKw, ruleSharesKw, walk } from './electrical';
import { districtOf, house, suburb } from './towns';

const town = built(generateTown(7));
const fake = built(suburb(6, 40));
const noStreets = built({ ...suburb(4, 30), streets: [] });
const cases = [
  ['the reference town', town],
  ['a suburb', fake],
  ['a district without streets', noStreets],
] as const;

describe('a synthesised network', () => {
  it.each(cases)('feeds every bus of %s exactly once', (_, district) => {
    expectTree(district);
  });

  it.each(cases)(
    'opens each MV ring of %s at one section between two stations, and closing it makes a ring',
    (_, d) => {
      const { network } = d;
      const open = network.switches.filter((s) => s.normallyOpen);
      expect(open.length).toBeGreaterThan(0);
      for (const s of open) {
        expect(s.closed).toBe(false);
        const line = network.lines.find((l) => l.id === s.lineId)!;
        const stations = network.transformers.map((t) => t.fromBusId);
        expect(stations).toContain(line.fromBusId);
        expect(stations).toContain(line.toBusId);
        const lines = [...linesInService(network), line];
        expect(() => walk(network.sources[0]!.busId, lines)).toThrow('fed twice');
      }
    },
  );

  it.each(cases)('keeps every transformer of %s at the smallest size with the reserve', (_, district) => {
    const lines = linesInService(district.network);
    for (const t of district.network.transformers) {
      const fed = walk(t.toBusId, lines);
      const served = district.buildings.filter((b) => fed.feeding.has(b.connection!.busId));
      const kva = parseInt(t.transformerTypeId, 10);
      const kw = ruleKw(served);
      const smallest = [160, 250, 400, 630, 1000, 1600, 2500].find((size) => kw <= 0.8 * size);
      expect(kva).toBe(smallest);
    }
  });

  it.each(cases)(
    'keeps every LV cable of %s within rating and voltage budget at the rule peak',
    (_, district) => {
      const lines = linesInService(district.network);
      const types = new Map(district.network.lineTypes.map((type) => [type.id, type]));
      for (const t of district.network.transformers) {
        const fed = walk(t.toBusId, lines);
        const behind = buildingsBehind(district, fed);
        const mainDrop = new Map([[t.toBusId, 0]]);
        for (const busId of fed.order.slice(1)) {
          const line = fed.feeding.get(busId)!;
          const type = types.get(line.lineTypeId)!;
          const kw = ruleKw(behind.get(line.id) ?? []);
          const km = line.lengthM / 1000 / line.parallel;
          const own =
            ((type.r1OhmPerKm + type.x1OhmPerKm * Math.tan(Math.acos(0.97))) * km * kw * 1000) / 400 ** 2;
          const ampere = (kw * 1000) / (Math.sqrt(3) * 400 * 0.97);
          const other = line.fromBusId === busId ? line.toBusId : line.fromBusId;
          if (line.role === 'service') {
            const { phases, mainFuseA } = district.buildings.find(
              (b) => b.connection!.busId === busId,
            )!.connection!;
            expect(mainFuseA).toBeLessThanOrEqual(type.ratedCurrentA * line.parallel);
            if (phases.length === 3) expect(ampere).toBeLessThanOrEqual(mainFuseA);
            expect(own * (phases.length === 1 ? 6 : 1)).toBeLessThanOrEqual(0.01);
          } else {
            expect(ampere).toBeLessThanOrEqual(0.8 * type.ratedCurrentA * line.parallel);
            mainDrop.set(busId, mainDrop.get(other)! + own);
            expect(mainDrop.get(busId)).toBeLessThanOrEqual(0.04);
          }
        }
      }
    },
  );

  it.each(cases)(
    'keeps the power flow of %s within 0.9 and 1.1 pu and below every rating at the rule peak',
    (_, district) => {
      const { network, buildings } = district;
      const compiled = compileNetwork(
        network,
        buildings.map((b) => b.connection),
      );
      if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues.slice(0, 5)));
      const lines = linesInService(network);
      const pW = new Float64Array(3 * buildings.length);
      const row = new Map(buildings.map((b, i) => [b.id, i]));
      for (const t of network.transformers) {
        const fed = walk(t.toBusId, lines);
        const served = buildings.filter((b) => fed.feeding.has(b.connection!.busId));
        const sharesKw = ruleSharesKw(served);
        served.forEach((b, i) => {
          for (const phase of b.connection!.phases) {
            pW[3 * row.get(b.id)! + 'abc'.indexOf(phase)] =
              (sharesKw[i]! * 1000) / b.connection!.phases.length;
          }
        });
      }
      const qVar = pW.map((p) => p * Math.tan(Math.acos(0.97)));
      const storageNetW = new Float64Array(network.storages.length);
      const flows = networkFlows(compiled.value, { netPW: pW, netQVar: qVar, storageNetW }, 1)[0]!;
      expect(flows.iterations).toBeGreaterThan(0);
      expect(Math.min(...flows.vMagPu)).toBeGreaterThan(0.92);
      expect(Math.max(...flows.vMagPu)).toBeLessThan(1.05);
      expect(Math.max(...flows.loading)).toBeGreaterThan(0.3);
      expect(Math.max(...flows.loading)).toBeLessThan(1);
      expect(flows.sourcePW).toBeGreaterThan(0);
    },
  );

  it('gives small old houses single-phase services, spread evenly over the phases of each feeder and station', () => {
    const old = fake.buildings.filter((b) => b.use === 'detached');
    const single = old.filter((b) => b.connection!.phases.length === 1);
    expect(single.length / old.length).toBeGreaterThan(0.1);
    expect(single.length / old.length).toBeLessThan(0.2);
    expect(
      fake.buildings.filter((b) => b.use !== 'detached').every((b) => b.connection!.phases.length === 3),
    ).toBe(true);
    const lines = linesInService(fake.network);
    for (const t of fake.network.transformers) {
      const fed = walk(t.toBusId, lines);
      const counts = 'abc'
        .split('')
        .map(
          (p) =>
            single.filter((b) => fed.feeding.has(b.connection!.busId) && b.connection!.phases[0] === p)
              .length,
        );
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(2);
    }
  });

  it('is the same to the last bit when run again, or with buildings and streets in another order', () => {
    const plain = generateTown(7);
    const turned = {
      ...plain,
      buildings: [...plain.buildings].reverse(),
      streets: [...plain.streets].reverse(),
    };
    const again = built(turned);
    expect(again.network).toEqual(town.network);
    expect(again.buildings).toEqual([...town.buildings].reverse());
    const otherSeed = built({ ...suburb(6, 40), seed: 6 });
    expect(otherSeed.buildings.map((b) => b.connection)).not.toEqual(fake.buildings.map((b) => b.connection));
  });

  it('keeps the phases and the fuse that a building brought along', () => {
    const connection = { busId: 'old', phases: ['b'] as const, mainFuseA: 40 };
    const district = built(districtOf([house('x', [0, 0], { connection }), house('y', [30, 0])]));
    expect(district.buildings[0]!.connection).toEqual({ ...connection, busId: 'B-x' });
    expect(district.buildings[0]!.evidence.phases).toBeUndefined();
    expect(district.buildings[1]!.evidence.phases).toBe('assumed');
  });

  it('draws every cable from bus to bus and no shorter than its path allows', () => {
    const at = new Map(town.network.buses.map((bus) => [bus.id, bus.position]));
    for (const line of town.network.lines) {
      expect(line.path[0]).toEqual(at.get(line.fromBusId));
      expect(line.path[line.path.length - 1]).toEqual(at.get(line.toBusId));
      const drawnM = line.path.slice(1).reduce((sum, p, i) => {
        const q = line.path[i]!;
        return sum + Math.hypot(p[0] - q[0], p[1] - q[1]);
      }, 0);
      expect(line.lengthM).toBeGreaterThan(drawnM - 1e-6);
    }
  });
});
