import { describe, expect, test } from 'vitest';
import { expectKeptComparisons, expectKeptTables } from '../keptTables';
import { runRoom, type RoomCase } from './rooms';
import { cases, comparisons, readmeTables, roomFigures, worst } from './tables';

test('all twelve test examples are here, each with 72 hours of reference', () => {
  expect(cases.length).toBe(12);
  for (const { expected } of cases) {
    const series = [expected.airDegC, expected.hvacW].filter((hours) => hours !== undefined);
    expect(series.length).toBeGreaterThan(0);
    for (const hours of series) expect(hours.length).toBe(72);
  }
});

describe('the two-element room agrees with VDI 6007-1', () => {
  const figures = roomFigures();

  test.each(figures)('$title', ({ airK, hvacW, tolerance }) => {
    expect(airK ?? hvacW).toBeDefined();
    if (airK !== undefined) expect(airK).toBeLessThanOrEqual(tolerance.airDegC!);
    if (hvacW !== undefined) expect(hvacW).toBeLessThanOrEqual(tolerance.hvacW!);
  });

  test('the table of README.md is what the rooms give now (npm run validation -- --write)', () => {
    expectKeptTables('vdi6007', readmeTables(figures));
    expectKeptComparisons('vdi6007', comparisons(figures));
  });
});

test('one step of an hour is sixty steps of a minute, to rounding', () => {
  for (const one of cases.filter(({ input }) => !input.hvac)) {
    expect(worst(runRoom(one, 1).airDegC, runRoom(one, 60).airDegC)).toBeLessThan(1e-9);
  }
});

test('the figures can tell a wrong room: interior walls of half the capacity miss them', () => {
  const [first] = cases;
  const { zone } = first!.input;
  const interior = { ...zone.interior, heatCapacityJPerK: zone.interior.heatCapacityJPerK / 2 };
  const light: RoomCase = { ...first!, input: { ...first!.input, zone: { ...zone, interior } } };
  expect(worst(runRoom(light, 1).airDegC, first!.expected.airDegC!)).toBeGreaterThan(1);
});
