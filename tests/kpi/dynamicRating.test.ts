import { describe, expect, it } from 'vitest';
import { dynamicRating, MOST_LOADING, transformerRatings } from '../../src/kpi/dynamicRating';
import type { RunTable } from '../../src/sim/arrays/results';
import { ONAN_DISTRIBUTION, transformerAgeing } from '../../src/sim/powerflow/thermal';

const HOURS = 400;
const flat = (value: number) => new Float64Array(HOURS).fill(value);
/** Quiet but for six hours of a day. */
const evening = (peak: number) =>
  flat(0).map((_, hour) => (hour % 24 >= 17 && hour % 24 < 23 ? peak : 0.2 * peak));

/** Highest at the end of a step, by the full model. */
function hottest(loading: Float64Array, ambientDegC: Float64Array): number {
  const input = { parameters: ONAN_DISTRIBUTION, stepS: 3600, loading, ambientDegC } as const;
  const aged = transformerAgeing({ ...input, paper: 'nonUpgraded' }, 'test');
  if (!aged.ok) throw new Error('not aged');
  return Math.max(...aged.value.hotSpotDegC);
}

describe('the dynamic rating', () => {
  // Fixtures of the loading guide: K = 1 at 20 degC gives 98.0, K = 1.3 gives 134.1 degC, for ever.
  it.each([
    [98, 1],
    [134.1, 1.3],
  ])('at a limit of %f degC and 20 degC outside is %f, whatever the load was', (limit, rating) => {
    for (const loading of [0.3, 1, 1.4])
      expect(dynamicRating(flat(loading), flat(20), 3600, limit)).toBeCloseTo(rating, 3);
  });

  it('is above the nameplate for an evening peak on a cold day, below it on a hot one', () => {
    expect(dynamicRating(evening(0.9), flat(0), 3600, 98)).toBeGreaterThan(1.2);
    expect(dynamicRating(flat(0.9), flat(38), 3600, 98)).toBeLessThan(0.9);
  });

  it('is passed exactly where the hot spot passes its limit', () => {
    for (const outdoor of [-5, 15, 35]) {
      for (const peak of [0.7, 1, 1.2, 1.35, 1.45]) {
        const hottestDegC = hottest(evening(peak), flat(outdoor));
        const rating = dynamicRating(evening(peak), flat(outdoor), 3600, 110);
        expect(peak > rating, `${outdoor} ${peak}`).toBe(hottestDegC > 110);
      }
    }
  });

  it('is never above the current that a transformer may carry', () => {
    expect(dynamicRating(evening(0.2), flat(-30), 3600, 140)).toBe(MOST_LOADING);
    expect(dynamicRating(flat(0), flat(20), 3600, 98)).toBe(MOST_LOADING);
    expect(dynamicRating(flat(NaN), flat(20), 3600, 98)).toBeNaN();
  });

  it('is 1 for transformers judged by their nameplate, and with a gap', () => {
    const table = {
      transformerLoading: Float64Array.of(...flat(1), ...flat(1), ...flat(NaN)),
      outdoorDegC: flat(20),
    } as unknown as RunTable;
    const judged = { dynamicRating: { hotSpotLimitDegC: 134.1 } };
    const ratings = transformerRatings(table, 3600, [{}, judged, judged] as never);
    expect([...ratings].map((rating) => Math.round(1000 * rating))).toEqual([1000, 1300, 1000]);
  });
});
