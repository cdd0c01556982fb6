import { describe, expect, it } from 'vitest';
import type { District } from '../../../src/model/district';
import { baselineScenario } from '../../../src/scenario';
import { violationsIn } from '../../../src/study/comparison';
import { nodesOf } from '../../../src/study/comparison/nodes';
import { handmade } from '../../scenario/selectors/street';
import { handYear } from './handYear';

const scenario = baselineScenario(handmade, '', 2030);
const first = handmade.network!.transformers[0]!;

/** One transformer at 120 % all year in 20 degC, judged by a hot-spot limit or by its nameplate. */
function yearAt(hotSpotLimitDegC?: number) {
  const year = handYear(
    scenario,
    (table) => {
      table.transformerLoading.fill(1.2);
      table.branchLoadingMax.set([0, 0, 1.2]);
      table.outdoorDegC.fill(20);
    },
    { transformers: [first.id] },
  );
  const transformers = [
    hotSpotLimitDegC === undefined ? first : { ...first, dynamicRating: { hotSpotLimitDegC } },
  ];
  const district: District = { ...handmade, network: { ...handmade.network!, transformers } };
  return { ...year, district };
}

describe('a transformer with a dynamic rating', () => {
  it('breaks no limit while its hot spot keeps one, and breaks it by its loading where not', () => {
    // K = 1.3 for ever in 20 degC is 134.1 degC, K = 1 is 98 degC (loading guide).
    expect(violationsIn(yearAt(134.1))).toEqual([]);
    expect(violationsIn(yearAt()).map(({ limit }) => limit)).toEqual([1]);
    const [cool] = violationsIn(yearAt(98.5));
    expect(cool).toMatchObject({ kind: 'transformer', what: 'loading', worst: 1.2, hours: 8760 });
    expect(cool!.limit).toBeGreaterThan(1);
    expect(cool!.limit).toBeLessThan(1.02);
  });

  it('has no energy above its limit either', () => {
    const above = (limit?: number) =>
      nodesOf(yearAt(limit)).find(({ kind }) => kind === 'transformer')!.hoursAboveLimit;
    expect(above()).toBe(8760);
    expect(above(134.1)).toBe(0);
  });
});
