import { expect, test } from 'vitest';
import { archetypeOf } from '../../../src/model/archetypes';
import { NEVER } from '../../../src/sim/buildings/airing';
import { useTableOf, type UseTable } from '../../../src/sim/buildings/useTables';
import { calendarOf } from './town';

/** The cheapest wrong programs: keep every table for ever, share none, give another set-point's. */
test('tables are shared, not kept without end, and the same when they are made again', () => {
  const building = { use: 'detached', constructionYear: 1970, envelope: 'asBuilt' } as const;
  const { use } = archetypeOf(building, 'centralEurope');
  const calendar = calendarOf(3600, 0);
  const air = { suppliedPerH: 0.3, warmDayPerH: 0.3, warmDayFewPerH: 0.3, recoveredShare: 0, airing: NEVER };
  const at = (heatingSetpointDegC: number): UseTable =>
    useTableOf('detached', { ...use, heatingSetpointDegC }, calendar, air);
  const first = at(20);
  expect(at(20)).toBe(first);
  expect(at(20.1).heatToDegC).not.toEqual(first.heatToDegC);
  for (let i = 0; i < 200; i += 1) at(21 + i / 1000);
  const again = at(20);
  expect(again).not.toBe(first);
  expect(again).toEqual(first);
  expect(at(20)).toBe(again);
});
