import { describe, expect, test } from 'vitest';
import { USE_PROFILES } from '../../../src/model/archetypes';
import type { BuildingUse } from '../../../src/model/building';
import { addHotWater, daySpan, hotWaterKey, W_PER_LITRE_DAY } from '../../../src/sim/devices';
import shape from './day-shape/case.json';
import volumes from './volumes/case.json';

const DAYS = 60;
const HOUSEHOLDS = 400;

/** Share of each hour in the draws of many households; the tank is charged so fast that each charge stays in its hour. */
function simulatedShares(offDay: boolean): Float64Array {
  const values = new Float64Array(DAYS * 24);
  const window = { values, offset: 0, fromStep: 0, toStep: values.length, stepMin: 60 };
  for (let home = 0; home < HOUSEHOLDS; home += 1) {
    const key = hotWaterKey(7, `home${home}`, 0);
    addHotWater(
      key,
      daySpan(0, DAYS, () => offDay),
      100,
      1e8,
      window,
    );
  }
  const shares = new Float64Array(24);
  values.forEach((value, hour) => (shares[hour % 24]! += value));
  const sum = shares.reduce((a, b) => a + b, 0);
  expect(Math.abs(sum / (DAYS * 24 * HOUSEHOLDS * 100) - 1)).toBeLessThan(0.02);
  return shares.map((share) => share / sum);
}

describe(`${shape.title} (${shape.origin})`, () => {
  test.each(['workday', 'offDay'] as const)('%s', (kind) => {
    const shares = simulatedShares(kind === 'offDay');
    for (const { fromHour, toHour, share } of shape.expected[kind]) {
      const found = shares.slice(fromHour, toHour).reduce((a, b) => a + b, 0);
      expect(Math.abs(found - share), `${fromHour} to ${toHour} h`).toBeLessThan(shape.tolerance.share);
    }
  });
});

describe(`${volumes.title} (${volumes.origin})`, () => {
  test.each(Object.entries(volumes.expected.litresPerPersonDay))('%s: %f l', (use, litres) => {
    const found = USE_PROFILES[use as BuildingUse].hotWaterLPerPersonDay;
    expect(Math.abs(found - litres)).toBeLessThanOrEqual(volumes.tolerance.litres);
  });

  test('a litre a day is the heat of a litre of water from cold to hot', () => {
    const { coldDegC, hotDegC } = volumes.input;
    // 4.18 to 4.19 kJ/(kg K) between 10 and 60 degC, 0.98 to 1 kg/l.
    const expectedW = (4186 * (hotDegC - coldDegC)) / 86400;
    expect(Math.abs(W_PER_LITRE_DAY / expectedW - 1)).toBeLessThan(0.02);
  });
});
