import { expect, it } from 'vitest';
import { calendarOf } from '../../src/sim/arrays/calendar';
import { NETWORK_CHUNK } from '../../src/sim/arrays/chunk';
import { allocate } from '../../src/sim/arrays/layout';
import { addNetworkChunk, closeYear, startYear } from '../../src/study/year';

const ROWS = {
  buildingIds: [],
  busIds: ['solved', 'never'],
  branchIds: ['line'],
  lineCount: 1,
  transformerIds: [],
  feederIds: [],
  storageIds: [],
  endUses: [],
};

it('leaves extremes that no solved step has set unknown, and the others as they are', () => {
  const table = startYear(ROWS as never, calendarOf(3600, 0));
  table.busVMinPu[0] = 0.95;
  table.busVMaxPu[0] = 1.02;
  closeYear(table);
  expect([...table.busVMinPu]).toEqual([0.95, NaN]);
  expect([...table.busVMaxPu]).toEqual([1.02, NaN]);
  expect([...table.branchLoadingMax]).toEqual([NaN]);
});

it('knows no unbalance of a bus with supply in whose weeks no step was solved', () => {
  const calendar = calendarOf(3600, 0);
  const table = startYear(ROWS as never, calendar);
  const none = { transformer: 0, feeder: 0, regulator: 0, answering: 0, answeringUse: 0 };
  const part = allocate(NETWORK_CHUNK, { ...none, bus: 2, branch: 1, step: calendar.chunkSteps });
  // The first was solved and is balanced; of the second nothing is known, and no second was counted.
  part.busUnbalanceMax.set([0, -Infinity]);
  addNetworkChunk(table, calendar, 0, part);
  closeYear(table);
  expect([...table.busUnbalanceMax]).toEqual([0, NaN]);
  expect([...table.busUnbalanceWeekS]).toEqual([0, NaN]);
});

it('keeps of the unbalance the largest and the worst week, not the sum of the weeks', () => {
  const calendar = calendarOf(3600, 0);
  const table = startYear(ROWS as never, calendar);
  const none = { transformer: 0, feeder: 0, regulator: 0, answering: 0, answeringUse: 0 };
  [
    [0.03, 7, 2],
    [0.05, 170, 6],
    [0.02, 340, 5],
  ].forEach(([factor, step, hours], chunk) => {
    const part = allocate(NETWORK_CHUNK, { ...none, bus: 2, branch: 1, step: calendar.chunkSteps });
    part.busUnbalanceMax.set([factor!, NaN]);
    part.busUnbalanceMaxStep.set([step!, 0]);
    part.busUnbalanceOverS.set([3600 * hours!, NaN]);
    addNetworkChunk(table, calendar, chunk, part);
  });
  closeYear(table);
  expect([...table.busUnbalanceMax]).toEqual([0.05, NaN]);
  expect(table.busUnbalanceMaxStep[0]).toBe(170);
  expect([...table.busUnbalanceWeekS]).toEqual([6 * 3600, NaN]);
});
