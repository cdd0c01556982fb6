import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as report from '../../../src/io/report/colours';
import { DATA_WORLD, NO_DATA, RAMPS } from '../../../src/state/display/palette';
import { classWords, VARIABLE_DEFINITIONS } from '../../../src/state/display/variables';

it('has the app’s colours, class by class', () => {
  expect(report.LOADING_CLASSES.map(({ colour }) => colour)).toEqual(RAMPS.loading.light);
  expect(report.LOADING_CLASSES.map(({ from, word }) => [from * 100, word])).toEqual(
    VARIABLE_DEFINITIONS.loading.classes.map(({ from = 0 }, at) => [from, classWords('loading', 'en')[at]]),
  );
  expect(report.SCENARIO_COLOURS).toEqual(RAMPS.scenarios.light);
  expect(report.END_USE_COLOURS).toEqual(RAMPS.endUses.light);
  expect(report.NO_DATA).toBe(NO_DATA.light.fill);
  for (const [part, colour] of Object.entries(report.GROUND))
    expect(colour, part).toBe(DATA_WORLD.light[part as keyof typeof DATA_WORLD.light]);
});

it('has the app’s tokens of the light theme', () => {
  const [light] = readFileSync('src/app/styles/tokens.css', 'utf8').split('}');
  for (const [name, value] of Object.entries(report.TOKENS)) expect(light).toContain(`--${name}: ${value};`);
});

it('puts a loading in the class that begins at it', () => {
  expect([0, 0.4999, 0.5, 0.8, 1, 1.2, 9].map(report.loadingClass)).toEqual([0, 0, 1, 2, 3, 4, 4]);
  expect(report.loadingClass(Number.NaN)).toBe(-1);
});
