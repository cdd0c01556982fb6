import { describe, expect, it } from 'vitest';
import type { Phase } from '../../../src/model/building';
import type { ZipShares } from '../../../src/model/voltageDependence';
import {
  answeredLoads,
  voltageResponseIssues,
  type VoltageResponse,
} from '../../../src/study/voltageResponse';
import { compiled, randomCase, type Case } from '../../sim/powerflow/networks';
import { loadsOf, responseCases, responseOf } from '../../validation/voltage-response/cases';

const COLUMN: Record<Phase, number> = { a: 0, b: 1, c: 2 };
const IMPEDANCE: ZipShares = { impedance: 1, current: 0, power: 0 };
const POWER: ZipShares = { impedance: 0, current: 0, power: 1 };

/** Every building of a random district draws all it draws by one law; no feed-in. */
function drawing(item: Case, law: ZipShares, loweredByPu: number): VoltageResponse {
  const { network, connections } = item;
  const lowered = { ...network, sources: network.sources.map((source) => ({ ...source, loweredByPu })) };
  return {
    reference: compiled(network, connections),
    operated: compiled(lowered, connections),
    buses: Int32Array.from(connections, ({ busId }) => network.buses.findIndex(({ id }) => id === busId)),
    buildings: connections.map(({ busId, phases }, row) => ({
      row,
      bus: network.buses.findIndex(({ id }) => id === busId),
      phases: phases.map((phase) => COLUMN[phase]),
      appliances: { active: law, reactive: law, tanPhi: 0 },
      inverter: null,
    })),
  };
}

/** [building][phase][step], the load of a service evenly over its phases; and by use. */
function evenLoads({ connections, pW }: Case, steps: number) {
  const netPW = new Float64Array(3 * connections.length * steps);
  const usesW = new Float64Array(2 * connections.length * steps);
  connections.forEach(({ phases }, row) => {
    for (let step = 0; step < steps; step += 1) {
      const wholeW =
        Math.round(Math.abs(pW[3 * row + COLUMN[phases[0]!]]!)) * (1 + 0.25 * step) * phases.length;
      usesW[2 * row * steps + step] = wholeW;
      for (const phase of phases) netPW[(3 * row + COLUMN[phase]) * steps + step] = wholeW / phases.length;
    }
  });
  return { netPW, usesW, netQVar: new Float64Array(netPW.length) };
}

function drawnW(item: Case, law: ZipShares, loweredByPu: number, steps = 4): number {
  const { usesW, ...power } = evenLoads(item, steps);
  const loads = { ...power, storageNetW: new Float64Array(item.storageW.length * steps) };
  const { changeW, rounds } = answeredLoads(drawing(item, law, loweredByPu), loads, usesW, steps);
  expect(Math.min(...rounds)).toBeGreaterThan(0);
  return [...usesW, ...changeW].reduce((sum, powerW) => sum + powerW, 0);
}

describe('a lower set-point', () => {
  it.each([1, 2, 3, 4, 5, 6])('never raises what resistances draw, whatever the network (%i)', (seed) => {
    const item = randomCase(seed, 2, 8, 3000);
    const drawn = [0.005, 0.01, 0.03, 0.06].map((by) => drawnW(item, IMPEDANCE, by));
    drawn.slice(1).forEach((less, k) => expect(less).toBeLessThan(drawn[k]!));
    // By about twice as much as the voltage falls.
    const atFull = evenLoads(item, 4).usesW.reduce((sum, powerW) => sum + powerW, 0);
    expect(1 - drawn[2]! / atFull).toBeGreaterThan(1.8 * 0.03);
    expect(1 - drawn[2]! / atFull).toBeLessThan(2.2 * 0.03);
  });

  it('saves nothing where loads hold their power, to the last bit', () => {
    const item = randomCase(7, 2, 8, 3000);
    const atFull = evenLoads(item, 4).usesW.reduce((sum, powerW) => sum + powerW, 0);
    expect(drawnW(item, POWER, 0.05)).toBe(atFull);
  });
});

describe('a step', () => {
  it('has the same bits alone and among others', () => {
    const item = randomCase(3, 2, 8, 3000);
    const response = drawing(item, IMPEDANCE, 0.04);
    const steps = 7;
    const all = evenLoads(item, steps);
    const storages = item.storageW.length;
    const together = answeredLoads(
      response,
      { ...all, storageNetW: new Float64Array(storages * steps) },
      all.usesW,
      steps,
    );
    const row = (values: Float64Array, step: number) => values.filter((_, at) => at % steps === step);
    for (let step = 0; step < steps; step += 1) {
      const alone = answeredLoads(
        response,
        {
          netPW: row(all.netPW, step),
          netQVar: row(all.netQVar, step),
          storageNetW: new Float64Array(storages),
        },
        row(all.usesW, step),
        1,
      );
      expect(row(together.loads.netPW, step)).toEqual(alone.loads.netPW);
      expect(row(together.changeW, step)).toEqual(alone.changeW);
      expect(together.rounds[step]).toBe(alone.rounds[0]);
    }
  });

  it('that does not come to rest is counted and told of', () => {
    const [, one] = responseCases().find(([name]) => name === 'volt-var-steep')!;
    const { inverter } = one.building;
    // All reactive power within a millionth of a volt: no voltage in double precision is steady enough.
    const voltVar = { ...inverter!.voltVar!, v3Pu: 1.05, v4Pu: 1.05 + 4e-9, ratedSVa: 3e6 };
    const wall = { ...one, building: { ...one.building, inverter: { ...inverter!, voltVar } } };
    const { loads, usesW } = loadsOf(wall);
    const { rounds } = answeredLoads(responseOf(wall), loads, usesW, 1);
    expect(rounds[0]).toBe(-60);
    const table = {
      responseRounds: Float64Array.of(3, -60, 0, -1),
      iterations: Float64Array.of(4, 4, 4, -4),
    };
    const issues = voltageResponseIssues('town', { table } as never);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({ code: 'voltage-response-unsettled', value: '1', severity: 'warning' });
    expect(issues[0]!.message).toContain('first in step 1');
    const calm = { responseRounds: Float64Array.of(3, 0), iterations: Float64Array.of(4, 4) };
    expect(voltageResponseIssues('town', { table: calm } as never)).toEqual([]);
  });
});
