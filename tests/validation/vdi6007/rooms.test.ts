import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runRoom, type RoomCase } from './rooms';

const here = new URL('.', import.meta.url);
const cases = readdirSync(here)
  .filter((name) => name.startsWith('case-'))
  .map((name) => JSON.parse(readFileSync(new URL(`${name}/case.json`, here), 'utf8')) as RoomCase);

const worst = (found: readonly number[], expected: readonly number[]): number =>
  expected.reduce((most, value, i) => Math.max(most, Math.abs(found[i]! - value)), 0);

test('all twelve test examples are here, each with 72 hours of reference', () => {
  expect(cases.length).toBe(12);
  for (const { expected } of cases) {
    const series = [expected.airDegC, expected.hvacW].filter((hours) => hours !== undefined);
    expect(series.length).toBeGreaterThan(0);
    for (const hours of series) expect(hours.length).toBe(72);
  }
});

describe('the two-element room agrees with VDI 6007-1', () => {
  test.each(cases.map((one) => [one.title, one] as const))('%s', (_, one) => {
    const found = runRoom(one, 3600 / (one.input.hvac?.heldForS ?? 3600));
    const { airDegC, hvacW } = one.expected;
    if (airDegC) expect(worst(found.airDegC, airDegC)).toBeLessThanOrEqual(one.tolerance.airDegC!);
    if (hvacW) expect(worst(found.hvacW, hvacW)).toBeLessThanOrEqual(one.tolerance.hvacW!);
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
