import { describe, expect, it } from 'vitest';
import { type NetworkLoads, solveNetwork, type CompiledNetwork } from '../../../src/sim/powerflow/network';
import { answeredLoads } from '../../../src/study/voltageResponse';
import { loadsOf, responseCases, responseOf, type ResponseCase } from './cases';

const CASES = responseCases();
const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

/** Voltages of the load's phases, and what the balance of the step leaves over, W. */
function solved(network: CompiledNetwork, loads: NetworkLoads, phases: readonly string[]) {
  let vPu: readonly number[] = [];
  let residualW = NaN;
  solveNetwork(network, loads, 1, (flows) => {
    vPu = phases.map((phase) => flows.vMagPu(1, 'abc'.indexOf(phase), 0));
    residualW = flows.sourcePW(0) - sum(loads.netPW) - flows.totalLossW(0);
  });
  return { vPu, residualW };
}

function answer(one: ResponseCase) {
  const response = responseOf(one);
  const { loads, usesW } = loadsOf(one);
  const found = answeredLoads(response, loads, usesW, 1);
  const { phases } = one.building;
  return {
    found,
    before: solved(response.reference, loads, phases),
    after: solved(response.operated, found.loads, phases),
    appliancesW: usesW[0]! + found.changeW[0]!,
    sunW: usesW[1]! + found.changeW[1]!,
    qVar: sum(found.loads.netQVar),
    netW: sum(found.loads.netPW),
  };
}

describe('loads and voltages at rest', () => {
  it('have cases to be held to', () => {
    expect(CASES.length).toBeGreaterThan(10);
  });

  it.each(CASES)('%s', (_, one) => {
    const { expected, tolerance, building } = one;
    const { found, before, after, ...powers } = answer(one);
    for (const vPu of before.vPu) expect(Math.abs(vPu - expected.referencePu)).toBeLessThan(1e-8);
    expect(found.rounds[0]).toBeGreaterThan(0);
    for (const vPu of after.vPu) expect(Math.abs(vPu - expected.vPu)).toBeLessThan(tolerance.vPu);
    for (const name of ['appliancesW', 'sunW', 'qVar'] as const)
      expect(Math.abs(powers[name] - expected[name]), name).toBeLessThan(tolerance.powerW);
    // What the meter shows is what the uses come to, and the power flow closes with it.
    expect(powers.netW).toBeCloseTo(powers.appliancesW + building.otherW - powers.sunW, 6);
    expect(Math.abs(after.residualW)).toBeLessThan(1e-3);
  });

  it.each(CASES.filter(([name]) => name.startsWith('volt-') || name === 'both-curves'))(
    '%s: nearer to nominal voltage than without',
    (_, { expected }) => {
      expect(Math.abs(expected.vPu - 1)).toBeLessThan(Math.abs(expected.referencePu - 1));
    },
  );
});
