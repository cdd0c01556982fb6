import { describe, expect, it } from 'vitest';
import { MEASURES } from '../../src/measures';
import { MEASURE_TYPES, type Measure, type MeasureType } from '../../src/model/scenario';
import { baselineScenario, foldScenario, hashDistrict } from '../../src/scenario';
import { withMeasure } from '../../src/state/document';
import { synthesiseNetwork } from '../../src/synthesis/network';
import { inProcessEngine } from '../engine/inProcess';
import { inputOf, measuresWith, smallTown, townFor } from '../engine/smallTown';
import { deepFreeze, measureOf } from './districts';

/**
 * No edit, no difference, for each measure: absent, at adoption 0, or added and taken away. Held on the folded district,
 * which is all that a run reads, and once on a run. The cheapest wrong program would compare a thing with itself: so
 * each measure at adoption 1 must differ.
 */
const base = deepFreeze(smallTown());
const sha256 = hashDistrict(base);
const blank = deepFreeze(baselineScenario(base, sha256, 2026));
const folded = (measures: readonly Measure[], from = base) => {
  const outcome = foldScenario(from, [], { ...blank, measures });
  if (!outcome.ok) throw new Error(outcome.issues.map(({ message }) => message).join('; '));
  return outcome.value;
};

describe('the folded district', () => {
  it.each(MEASURE_TYPES)('%s at adoption 0 is the base itself; at adoption 1 it is another', (type) => {
    expect(folded([measureOf(type, 0)])).toBe(base);
    const { before, after } = measuresWith(type);
    const from = townFor(type);
    expect(hashDistrict(folded(after, from))).not.toBe(hashDistrict(folded(before, from)));
  });

  it.each(MEASURE_TYPES)('%s added and removed leaves what the others did, to the last character', (type) => {
    const others = MEASURE_TYPES.filter((one) => one !== type).map((one) => measureOf(one, 0.4));
    const without = { ...blank, measures: others };
    const back = withMeasure(withMeasure(without, type, 0.8, {}), type, 0, {});
    expect(hashDistrict(folded(back.measures))).toBe(hashDistrict(folded(others)));
  });

  it.each(MEASURE_TYPES)('%s with parameters set but nobody taking part is the base itself', (type) => {
    const parameters = Object.fromEntries(MEASURES[type].parameters.map(({ name, max }) => [name, max]));
    expect(folded([measureOf(type, 0, parameters)])).toBe(base);
  });

  it('after save and load has the same hash', () => {
    const all = MEASURE_TYPES.map((type: MeasureType) => measureOf(type, 0.5));
    const district = folded(all);
    expect(hashDistrict(JSON.parse(JSON.stringify(district)) as typeof district)).toBe(
      hashDistrict(district),
    );
  });
});

describe('a run', () => {
  it('with every measure at adoption 0 has the bits of the run without any', async () => {
    const wired = synthesiseNetwork({ ...base, buildings: base.buildings.slice(0, 4), network: null });
    if (!wired.ok) throw new Error('no network');
    const tiny = deepFreeze(wired.value);
    const run = async (measures: readonly Measure[]) => {
      const engine = inProcessEngine(1, { cache: false });
      const outcome = await engine.run(inputOf(tiny, { measures }));
      engine.dispose();
      if (!outcome.ok) throw new Error(outcome.issues.map(({ message }) => message).join('; '));
      return outcome.value;
    };
    const [none, zero] = [await run([]), await run(MEASURE_TYPES.map((type) => measureOf(type, 0)))];
    expect([zero.inputHash, zero.resultHash]).toEqual([none.inputHash, none.resultHash]);
    const some = await run([measureOf('wallInsulation', 1)]);
    expect(some.inputHash).not.toBe(none.inputHash);
    expect(some.resultHash).not.toBe(none.resultHash);
  });
});
