import { describe, expect, test } from 'vitest';
import {
  airHeatPumpCop,
  capacityW,
  certifiedCop,
  copAtLift,
  heatPumpCop,
  sourceDegC,
} from '../../../src/sim/devices';
import { expectKeptComparisons, expectKeptTables } from '../keptTables';
import keymark from './keymark/case.json';
import {
  certifiedFigures,
  comparisons,
  eerFigures,
  fullLoadFigures,
  liftFigures,
  readmeTables,
} from './tables';
import when2heat from './when2heat/case.json';

describe(`${when2heat.title} (${when2heat.origin})`, () => {
  test.each(liftFigures())('$source, $liftK K: $expected', (one) => {
    const { tolerance } = when2heat;
    expect(Math.abs(one.cop - one.expected)).toBeLessThanOrEqual(tolerance.cop);
    expect(Math.abs(one.copInTheField - one.expectedInTheField)).toBeLessThanOrEqual(tolerance.cop);
    if (one.source === 'air') expect(airHeatPumpCop(one.liftK)).toBe(one.copInTheField);
  });

  test('takes the heat from where the source is: air, brine below the soil, ground water', () => {
    expect(sourceDegC('air', -7, 9)).toBe(-7);
    expect(sourceDegC('ground', -7, 9)).toBe(9 - when2heat.input.brineBelowSoilK);
    expect(sourceDegC('water', -7, 9)).toBe(when2heat.input.waterDegC);
    expect(heatPumpCop('ground', 35, -12, 10)).toBe(copAtLift('ground', 30));
    expect(heatPumpCop('water', 50, -12, 10, 1)).toBe(copAtLift('water', 45, 1));
  });

  test('never promises more for more lift, nor for less than 15 K', () => {
    for (const source of ['air', 'ground', 'water'] as const) {
      for (let liftK = -10; liftK < 160; liftK += 1) {
        expect(copAtLift(source, liftK + 1)).toBeLessThanOrEqual(copAtLift(source, liftK));
      }
      expect(copAtLift(source, 0)).toBe(copAtLift(source, 15));
    }
  });
});

describe(`${keymark.title} (${keymark.origin})`, () => {
  test.each(certifiedFigures())('$unit, $application, $outdoorDegC degC: COP $median', ({ cop, median }) => {
    expect(Math.abs(cop - median)).toBeLessThanOrEqual(keymark.tolerance.cop);
  });

  test.each(eerFigures())('EER $median at $outdoorDegC degC', ({ eer, median }) => {
    expect(Math.abs(eer - median)).toBeLessThanOrEqual(keymark.tolerance.cop);
  });

  test('are held beyond their points and straight between them', () => {
    expect(certifiedCop('airWater', 'low', -20)).toBe(2.98);
    expect(certifiedCop('airWater', 'low', 30)).toBeCloseTo(8, 9);
    expect(certifiedCop('airWater', 'medium', -2.5)).toBeCloseTo((2.15 + 3.33) / 2, 9);
  });

  test('meet the quadratics of another source where the unit runs at full load', () => {
    const figures = fullLoadFigures();
    expect(figures).toHaveLength(2);
    for (const { quadratic, certified } of figures) {
      expect(Math.abs(quadratic / certified - 1)).toBeLessThan(keymark.tolerance.fullLoadRelative);
    }
  });
});

test('the tables of README.md are what the curves give now (npm run validation -- --write)', () => {
  expectKeptTables('heat-pump', readmeTables());
  expectKeptComparisons('heat-pump', comparisons());
});

test('the capacity is the rating at the bivalence point, falls with the cold and never below 30 percent', () => {
  expect(capacityW(-5, -5, 8000)).toBe(8000);
  expect(capacityW(-15, -5, 8000)).toBeCloseTo(6400, 9);
  expect(capacityW(-60, -5, 8000)).toBeCloseTo(2400, 9);
});
