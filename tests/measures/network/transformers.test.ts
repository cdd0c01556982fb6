import { describe, expect, it } from 'vitest';
import { MEASURES } from '../../../src/measures';
import type { District } from '../../../src/model/district';
import type { Measure } from '../../../src/model/scenario';
import { differences, measureOf } from '../districts';
import { districtOf, HOMES, RING, TYPES } from './ring';
import { solved } from './solved';

/**
 * Station A has 400 kVA, B 160, C 400. The cheapest wrong programs: one that steps up once more whenever it is applied, one
 * that adds the steps of two measures, and one that takes a type no network has.
 */
const district = districtOf(RING, HOMES);
const replace = (parameters: Measure['parameters'], from: District = district, ids?: readonly string[]) =>
  MEASURES.transformerReplacement.apply(
    from,
    measureOf('transformerReplacement', 1, parameters),
    1,
    ids === undefined ? undefined : (id) => ids.includes(id),
  );
const kva = ({ network }: District) =>
  network!.transformers.map(
    ({ transformerTypeId }) =>
      network!.transformerTypes.find(({ id }) => id === transformerTypeId)!.ratedSVa / 1000,
  );
const refusalsOf = (parameters: Measure['parameters'], from = district) =>
  Object.fromEntries(MEASURES.transformerReplacement.refusals!(from, parameters));

describe('a larger transformer', () => {
  it.each([
    // 160, 250, 400, 630, 1000, 1600, 2500 kVA.
    [{}, [630, 250, 630]],
    [{ steps: 2 }, [1000, 400, 1000]],
    [{ steps: 6 }, [2500, 2500, 2500]],
    // Smallest with S loadShare >= peak; B holds 100 kVA, A holds 400.
    [{ peakKVA: 390 }, [400, 400, 400]],
    [{ peakKVA: 410 }, [630, 630, 630]],
    [{ peakKVA: 390, loadShare: 0.8 }, [630, 630, 630]],
    [{ peakKVA: 100, loadShare: 0.8 }, [400, 160, 400]],
  ])('with %j has the size of the catalogue', (parameters, sizes) => {
    expect(kva(replace(parameters))).toEqual(sizes);
  });

  it('brings its type with it, with the published figures, and keeps the rest', () => {
    const after = replace({}, district, ['T-A']);
    const { transformers, transformerTypes, ...rest } = after.network!;
    for (const [name, value] of Object.entries(rest)) expect(value).toBe(RING[name as keyof typeof RING]);
    // SimBench TransformerType.csv: 630 kVA, 6 %, 6.9 kW, 1.65 kW.
    expect(transformerTypes[2]).toMatchObject({
      ratedSVa: 630e3,
      shortCircuitVoltagePercent: 6,
      loadLossW: 6900,
      noLoadLossW: 1650,
      vectorGroup: 'Dyn5',
    });
    expect(transformerTypes.slice(0, 2)).toEqual(RING.transformerTypes);
    expect(differences(RING.transformers, transformers)).toEqual(['0.transformerTypeId', '0.asBuiltTypeId']);
    expect(transformers[0]!.asBuiltTypeId).toBe(TYPES.kva400.id);
    expect(after.buildings).toBe(district.buildings);
  });

  it('takes the network’s own type of that size before the catalogue’s', () => {
    const own = { ...TYPES.kva630, id: 'amorphous core', noLoadLossW: 500 };
    const network = { ...RING, transformerTypes: [...RING.transformerTypes, own] };
    const after = replace({}, districtOf(network, HOMES), ['T-A']).network!;
    expect(after.transformers[0]!.transformerTypeId).toBe('amorphous core');
    expect(after.transformerTypes).toEqual(network.transformerTypes);
  });

  it('of two replacements is the larger, in either order, and never one more', () => {
    const [one, two] = [{ steps: 1 }, { steps: 2 }];
    const larger = replace(two);
    // Types that nothing uses any more stay in the list.
    expect(replace(two, replace(one)).network!.transformers).toEqual(larger.network!.transformers);
    expect(replace(one, larger)).toBe(larger);
    expect(replace(two, larger)).toBe(larger);
    expect(replace({ peakKVA: 500 }, larger)).not.toBe(larger);
  });

  it('is refused with the reason', () => {
    expect(refusalsOf({})).toEqual({});
    expect(refusalsOf({ peakKVA: 3000 })['T-A']).toBe('No transformer of the catalogue holds that peak.');
    expect(refusalsOf({ peakKVA: 390 })).toEqual({
      'T-A': 'A transformer of that size stands here already.',
      'T-C': 'A transformer of that size stands here already.',
    });
    const largest = replace({ peakKVA: 2500 });
    expect(refusalsOf({}, largest)['T-B']).toBe('A transformer of that size stands here already.');
    const built = districtOf(
      {
        ...RING,
        transformerTypes: [...RING.transformerTypes, TYPES.kva2500],
        transformers: RING.transformers.map((one) => ({ ...one, transformerTypeId: TYPES.kva2500.id })),
      },
      HOMES,
    );
    expect(refusalsOf({}, built)['T-B']).toBe('There is no larger transformer in the catalogue.');
    expect(replace({}, built)).toBe(built);
  });

  it('lowers the drop of the station in the power flow, by its smaller impedance', () => {
    const busbar = (of: District) => solved(of, 10_000).vMinPu('LV-C');
    // 140 kW through 6 % of 400 or of 630 kVA.
    expect(busbar(replace({}))).toBeGreaterThan(busbar(district) + 1e-4);
  });
});

describe('the tap of a transformer', () => {
  const tap = (tapPercent: number) =>
    MEASURES.transformerTap.apply(district, measureOf('transformerTap', 1, { tapPercent }), 1);

  it('is set in steps of 2.5 %, and nothing else', () => {
    expect(tap(-2.5).network!.transformers.map(({ tapPercent }) => tapPercent)).toEqual([-2.5, -2.5, -2.5]);
    expect(tap(4.1).network!.transformers[0]!.tapPercent).toBe(5);
    expect(differences(district, tap(5))).toEqual(
      [0, 1, 2].map((row) => `network.transformers.${row}.tapPercent`),
    );
    // It stands there already.
    expect(tap(0)).toBe(district);
    expect(tap(1)).toBe(district);
  });

  it('below zero raises the voltage of homes by as much', () => {
    const idle = (of: District) => solved(of, 0).vMinPu('b1');
    // Ratio 1/(1 - 0.025).
    expect(idle(tap(-2.5)) / idle(district)).toBeCloseTo(1 / 0.975, 4);
  });
});
