import { describe, expect, test } from 'vitest';
import {
  airConditionerEer,
  airHeatPumpCop,
  capacityW,
  certifiedCop,
  copAtLift,
  heatPumpCop,
  sourceDegC,
  type CertifiedUnit,
  type HeatingApplication,
  type HeatSource,
} from '../../../src/sim/devices';
import keymark from './keymark/case.json';
import when2heat from './when2heat/case.json';

describe(`${when2heat.title} (${when2heat.origin})`, () => {
  test.each(when2heat.cases)('$source, $liftK K: $cop', ({ source, liftK, cop, copInTheField }) => {
    const { tolerance } = when2heat;
    expect(Math.abs(copAtLift(source as HeatSource, liftK, 1) - cop)).toBeLessThanOrEqual(tolerance.cop);
    const field = copAtLift(source as HeatSource, liftK);
    expect(Math.abs(field - copInTheField)).toBeLessThanOrEqual(tolerance.cop);
    if (source === 'air') expect(airHeatPumpCop(liftK)).toBe(field);
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
  test.each(keymark.cop)('$unit, $application, $outdoorDegC degC: COP $median', (one) => {
    const unit = one.unit as CertifiedUnit;
    const application = one.application as HeatingApplication;
    const found = certifiedCop(unit, application, one.outdoorDegC);
    expect(Math.abs(found - one.median)).toBeLessThanOrEqual(keymark.tolerance.cop);
  });

  test.each(keymark.eer)('EER $median at $outdoorDegC degC', ({ outdoorDegC, median }) => {
    expect(Math.abs(airConditionerEer(outdoorDegC) - median)).toBeLessThanOrEqual(keymark.tolerance.cop);
  });

  test('are held beyond their points and straight between them', () => {
    expect(certifiedCop('airWater', 'low', -20)).toBe(2.98);
    expect(certifiedCop('airWater', 'low', 30)).toBeCloseTo(8, 9);
    expect(certifiedCop('airWater', 'medium', -2.5)).toBeCloseTo((2.15 + 3.33) / 2, 9);
  });

  test('meet the quadratics of another source where the unit runs at full load', () => {
    const { outdoorDegC, supplyLowDegC, supplyMediumDegC } = keymark.input.coldestPoint;
    for (const [application, supplyDegC] of [
      ['low', supplyLowDegC],
      ['medium', supplyMediumDegC],
    ] as const) {
      const laboratory = heatPumpCop('air', supplyDegC, outdoorDegC, NaN, 1);
      const relative = laboratory / certifiedCop('airWater', application, outdoorDegC) - 1;
      expect(Math.abs(relative)).toBeLessThan(keymark.tolerance.fullLoadRelative);
    }
  });
});

test('the capacity is the rating at the bivalence point, falls with the cold and never below 30 percent', () => {
  expect(capacityW(-5, -5, 8000)).toBe(8000);
  expect(capacityW(-15, -5, 8000)).toBeCloseTo(6400, 9);
  expect(capacityW(-60, -5, 8000)).toBeCloseTo(2400, 9);
});
