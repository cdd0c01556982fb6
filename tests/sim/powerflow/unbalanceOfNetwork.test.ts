import { expect, it } from 'vitest';
import { compileNetwork, solveNetwork } from '../../../src/sim/powerflow/network';
import { bus, connection, line, LV_CABLE, network } from './networks';

const VOLTAGE_V = 400 / Math.sqrt(3);
const P_W = 6000;
/** A line whose phases do not couple (zero as positive sequence), without charging: each phase is a circuit of its own. */
const APART = { ...LV_CABLE, r0OhmPerKm: 0.206, x0OhmPerKm: 0.079, c1NanofaradPerKm: 0, c0NanofaradPerKm: 0 };
const [R, X] = [0.206 * 0.3, 0.079 * 0.3];

/** Largest unbalance at bus b, 300 m from a stiff source, under the given powers of the phases. */
function factorAt(pW: readonly [number, number, number]): number {
  const outcome = compileNetwork(
    network({
      buses: [bus('s'), bus('b')],
      lineTypes: [APART],
      lines: [line('l', 's', 'b', 300)],
      sources: [{ id: 'grid', busId: 's', voltagePu: 1, shortCircuitSVa: 1e13, rOverX: 0.1 }],
    }),
    [connection('b')],
  );
  if (!outcome.ok) throw new Error(outcome.issues[0]?.message);
  let factor = NaN;
  const loads = {
    netPW: Float64Array.from(pW),
    netQVar: new Float64Array(3),
    storageNetW: new Float64Array(0),
  };
  solveNetwork(
    outcome.value,
    loads,
    1,
    (steps) => (factor = steps.unbalanceRow(1)![0]!),
    undefined,
    'largest',
  );
  return factor;
}

/** |E - V| and V of a phase with P behind R + jX, V real: E^2 = (V + RP/V)^2 + (XP/V)^2. */
function drop(): { readonly vV: number; readonly dropV: number } {
  const half = VOLTAGE_V ** 2 / 2 - R * P_W;
  const vV = Math.sqrt(half + Math.sqrt(half ** 2 - (R ** 2 + X ** 2) * P_W ** 2));
  return { vV, dropV: (Math.sqrt(R ** 2 + X ** 2) * P_W) / vV };
}

it('is none where the phases carry the same', () => {
  expect(factorAt([P_W, P_W, P_W])).toBeLessThan(1e-9);
});

it('is that of a two-wire circuit where one phase alone carries: |Va - E| / |Va + 2 E|', () => {
  const { vV, dropV } = drop();
  // E = V + (R + jX) P / V, so Va + 2 E = 3 V + 2 (R + jX) P / V.
  const [re, im] = [3 * vV + (2 * R * P_W) / vV, (2 * X * P_W) / vV];
  const byHand = dropV / Math.sqrt(re ** 2 + im ** 2);
  expect(byHand).toBeCloseTo(0.0026, 3);
  for (const phase of [0, 1, 2]) {
    const pW: [number, number, number] = [0, 0, 0];
    pW[phase] = P_W;
    expect(Math.abs(factorAt(pW) / byHand - 1)).toBeLessThan(1e-5);
  }
});
