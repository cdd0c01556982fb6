import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPandapower } from '../../../src/io/pandapower';
import type { Circuit } from '../../../src/model/circuit';
import { type BalancedBus, largestDeviations, solved } from './pandapowerCases';

const HERE = 'tests/validation/powerflow';

function circuitOf(file: string, options: Parameters<typeof readPandapower>[2] = {}): Circuit {
  const outcome = readPandapower(readFileSync(file, 'utf8'), file, options);
  if (!outcome.ok) throw new Error(outcome.issues.map((issue) => issue.message).join('\n'));
  return outcome.value;
}

interface SharedCase {
  readonly origin: string;
  readonly input: string;
  readonly expected: string;
  readonly buses: number;
  readonly tolerance: { readonly vMagPu: number; readonly vAngDeg: number; readonly lossW: number };
}

interface PandapowerResult {
  readonly losses_mw: number;
  readonly results: {
    readonly res_bus: readonly { index: number; vm_pu: number; va_degree: number }[];
  };
}

describe.each(['cigre-lv', 'cigre-mv', 'cigre-mv-pv-wind'])(
  '%s as pandapower saves and solves it',
  (name) => {
    const shared = JSON.parse(readFileSync(`${HERE}/${name}/pandapower.json`, 'utf8')) as SharedCase;
    const present = existsSync(shared.input) && existsSync(shared.expected);

    it.skipIf(!present)(`has its voltages and losses (${shared.input})`, () => {
      const reference = JSON.parse(readFileSync(shared.expected, 'utf8')) as PandapowerResult;
      const buses = reference.results.res_bus.map((bus): BalancedBus => {
        return { index: String(bus.index), vMagPu: bus.vm_pu, vAngDeg: bus.va_degree };
      });
      expect(buses).toHaveLength(shared.buses);
      const result = solved(circuitOf(shared.input));
      const largest = largestDeviations(result, buses);
      expect(largest.vMagPu).toBeLessThan(shared.tolerance.vMagPu);
      expect(largest.vAngDeg).toBeLessThan(shared.tolerance.vAngDeg);
      expect(Math.abs(result.solution.lossW - 1e6 * reference.losses_mw)).toBeLessThan(
        shared.tolerance.lossW,
      );
    });
  },
);

interface ElementsCase {
  readonly input: string;
  readonly expected: Readonly<
    Record<'t' | 'pi', { buses: BalancedBus[]; lossW: number; sourcePW: number; sourceQVar: number }>
  >;
  readonly tolerance: { readonly vMagPu: number; readonly vAngDeg: number; readonly powerVa: number };
}

describe('every element of pandapower that is read, against pandapower itself', () => {
  const folder = `${HERE}/pandapower-elements`;
  const { input, expected, tolerance } = JSON.parse(
    readFileSync(`${folder}/case.json`, 'utf8'),
  ) as ElementsCase;

  it.each(['t', 'pi'] as const)('agrees with the transformer model %s', (model) => {
    const result = solved(circuitOf(`${folder}/${input}`, { transformerModel: model }));
    const largest = largestDeviations(result, expected[model].buses);
    expect(largest.vMagPu).toBeLessThan(tolerance.vMagPu);
    expect(largest.vAngDeg).toBeLessThan(tolerance.vAngDeg);
    expect(Math.abs(result.solution.sourcePW - expected[model].sourcePW)).toBeLessThan(tolerance.powerVa);
    expect(Math.abs(result.solution.sourceQVar - expected[model].sourceQVar)).toBeLessThan(tolerance.powerVa);
  });

  it('tells the two transformer models apart', () => {
    const result = solved(circuitOf(`${folder}/${input}`, { transformerModel: 'pi' }));
    expect(largestDeviations(result, expected.t.buses).vMagPu).toBeGreaterThan(10 * tolerance.vMagPu);
  });
});
