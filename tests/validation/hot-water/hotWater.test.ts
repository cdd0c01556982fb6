import { describe, expect, test } from 'vitest';
import { W_PER_LITRE_DAY } from '../../../src/sim/devices';
import { expectKeptComparisons, expectKeptTables } from '../keptTables';
import shape from './day-shape/case.json';
import { comparisons, drawFigures, readmeTables, volumeFigures } from './tables';
import volumes from './volumes/case.json';

describe(`${shape.title} (${shape.origin})`, () => {
  const figures = drawFigures();

  test.each(figures)('$kind', ({ energyShare, windows }) => {
    expect(Math.abs(energyShare - 1)).toBeLessThan(0.02);
    for (const { fromHour, toHour, share, expected } of windows) {
      expect(Math.abs(share - expected), `${fromHour} to ${toHour} h`).toBeLessThan(shape.tolerance.share);
    }
  });

  test('the tables of README.md are what is drawn now (npm run validation -- --write)', () => {
    expectKeptTables('hot-water', readmeTables(figures));
    expectKeptComparisons('hot-water', comparisons(figures));
  });
});

describe(`${volumes.title} (${volumes.origin})`, () => {
  test.each(volumeFigures())('$use: $expected l', ({ litres, expected }) => {
    expect(Math.abs(litres - expected)).toBeLessThanOrEqual(volumes.tolerance.litres);
  });

  test('a litre a day is the heat of a litre of water from cold to hot', () => {
    const { coldDegC, hotDegC } = volumes.input;
    // 4.18 to 4.19 kJ/(kg K) between 10 and 60 degC, 0.98 to 1 kg/l.
    const expectedW = (4186 * (hotDegC - coldDegC)) / 86400;
    expect(Math.abs(W_PER_LITRE_DAY / expectedW - 1)).toBeLessThan(0.02);
  });
});
