import { expect, test } from 'vitest';
import { calendarOf } from '../../../src/sim/arrays/calendar';
import { compileBuildings } from '../../../src/sim/buildings';
import { createKernelRow, createPlainRow, modalKernel } from '../../../src/sim/buildings/modal';
import { runMultiNode, startMultiNode } from '../../../src/sim/buildings/runMultiNode';
import { box, districtOf, sineWeather } from './town';

const TOWN = [
  box('one', 'detached'),
  box('two', 'apartment', { households: 6 }, 20, 14),
  box('three', 'office', { cooling: 'splitAirConditioner' }),
];

test.each([3600, 900] as const)(
  'at %i s a zone has the same bits by the kernel and by the scalar loop',
  (stepS) => {
    const calendar = calendarOf(stepS, 2);
    const compiled = compileBuildings(
      { district: districtOf(TOWN), weather: sineWeather(), calendar, seed: 5 },
      0,
      3,
    );
    // Longer than a march takes at once, over the turn of two months.
    const from = 27 * calendar.stepsPerDay + 3;
    const steps = 35 * calendar.stepsPerDay;
    const gains = Float64Array.from({ length: steps }, (_, step) => 200 + ((37 * step) % 1100));
    for (const building of compiled.rows) {
      const { zone } = building;
      if (zone.model !== 'multiNode') throw new Error('another zone');
      const run = (march = createPlainRow()) => {
        const state = new Float64Array(40);
        startMultiNode(compiled, building, zone, 0, calendar.stepsPerDay, state);
        const column = () => ({ values: new Float64Array(steps), at: 0 });
        const columns = {
          steps,
          gains: { values: gains, at: 0 },
          heat: column(),
          cool: column(),
          air: column(),
        };
        runMultiNode(compiled, zone, state, from, columns, march);
        return { state, columns };
      };
      const plain = run();
      expect(run(createKernelRow(modalKernel()!))).toEqual(plain);
      expect(plain.columns.heat.values.some((value) => value > 0)).toBe(true);
      // Without the shift of its modes the turn of a month would be seen in the air.
      const { values: air } = plain.columns.air;
      const turn = 31 * calendar.stepsPerDay - from;
      const before = Math.abs(air[turn - 1]! - air[turn - 2]!);
      expect(Math.abs(air[turn]! - air[turn - 1]!)).toBeLessThan(before + 0.2);
    }
  },
);
