import { expect, it } from 'vitest';
import type { Transformer } from '../../src/model/network';
import { END_USES } from '../../src/model/run';
import { allocate } from '../../src/sim/arrays/layout';
import { RUN_RESULTS } from '../../src/sim/arrays/results';
import { kpisOf } from '../../src/state/view';

const STEPS = 48;

/** One station that carries 1.2 of its rating for two hours of a cold evening. */
function coldEvening() {
  const sizes = {
    ...{ building: 0, endUse: END_USES.length, state: 0, carrier: 3, bus: 0, branch: 1, transformer: 1 },
    ...{ feeder: 0, storage: 0, step: STEPS, chunk: 1, stateChunk: 1, one: 1 },
  };
  const table = allocate(RUN_RESULTS, sizes);
  table.outdoorDegC.fill(-10);
  table.transformerLoading.fill(0.3);
  table.transformerLoading.fill(1.2, 18, 20);
  table.branchLoadingMax.fill(1.2);
  const rows = {
    ...{ buildingIds: [], busIds: [], branchIds: ['T'], lineCount: 0, transformerIds: ['T'] },
    ...{ feederIds: [], storageIds: [], endUses: END_USES },
  };
  return { table, rows, stepS: 3600, stepCount: STEPS };
}

it('the strip holds a station against its nameplate, or against the rating that the weather gives it', () => {
  const overloaded = (transformer: Partial<Transformer>, scenario = {}) =>
    kpisOf(coldEvening(), scenario, [{ id: 'T', ...transformer } as Transformer]).find(
      ({ id }) => id === 'transformersOver100',
    )?.value;
  expect(overloaded({})).toBe(1);
  expect(overloaded({ dynamicRating: { hotSpotLimitDegC: 98 } })).toBe(0);
  // By name: a station that the year does not know says nothing of the one that it has.
  expect(overloaded({ id: 'another', dynamicRating: { hotSpotLimitDegC: 98 } })).toBe(1);
});
