import { expect, it } from 'vitest';
import { calendarOf } from '../../src/sim/arrays/calendar';
import { closeYear, startYear } from '../../src/study/year';

it('leaves extremes that no solved step has set unknown, and the others as they are', () => {
  const rows = {
    buildingIds: [],
    busIds: ['solved', 'never'],
    branchIds: ['line'],
    lineCount: 1,
    transformerIds: [],
    feederIds: [],
    storageIds: [],
    endUses: [],
  };
  const table = startYear(rows as never, calendarOf(3600, 0));
  table.busVMinPu[0] = 0.95;
  table.busVMaxPu[0] = 1.02;
  closeYear(table);
  expect([...table.busVMinPu]).toEqual([0.95, NaN]);
  expect([...table.busVMaxPu]).toEqual([1.02, NaN]);
  expect([...table.branchLoadingMax]).toEqual([NaN]);
});
