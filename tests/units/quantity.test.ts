import { describe, expect, test } from 'vitest';
import { parseLengthM } from '../../src/units/length';
import { parseQuantity } from '../../src/units/quantity';

async function value(text: string, unit: string): Promise<number> {
  const outcome = await parseQuantity(text, unit);
  if (!outcome.ok) throw new Error(outcome.issues[0]?.message);
  return outcome.value;
}

async function code(text: string, unit: string): Promise<string | undefined> {
  const outcome = await parseQuantity(text, unit);
  return outcome.ok ? `accepted ${outcome.value}` : outcome.issues[0]?.code;
}

describe('typed quantities', () => {
  // By hand: 12 kWh a day are 12,000 / 24 W; a year is 8,760 h; 1 ct/kWh is 0.01 EUR / 3.6e6 J.
  test.each([
    ['12 kWh/day', 'W', 500],
    ['0.35 W/(m2 K)', 'W/(m^2 K)', 0.35],
    ['0.35 W/(m²·K)', 'W/(m2 K)', 0.35],
    ['400 kVA', 'VA', 400000],
    ['3,5 kW', 'W', 3500],
    ['1 250 kWh', 'J', 4.5e9],
    ['8760 kWh/a', 'W', 1000],
    ['20 kvar', 'var', 20000],
    ['30 ct/kWh', 'EUR/kWh', 0.3],
    ['€ 2', 'EUR', 2],
    ['−5 kW', 'kW', -5],
    ['50 %', '1', 0.5],
    ['21', 'degC', 21],
    ['21 °C', 'degC', 21],
    ['50 °F', 'degC', 10],
    ['20 degC', 'K', 293.15],
    ['300 K', 'degC', 26.85],
    ['7', 'kW', 7],
    ['2 MWh', 'kWh', 2000],
    ['1e3 W', 'kW', 1],
  ])('%s is read in %s', async (text, unit, expected) => {
    expect(Math.abs((await value(text, unit)) - expected)).toBeLessThanOrEqual(1e-9 * Math.abs(expected));
  });

  test.each([
    ['5 kWh', 'W', 'quantity-dimension'],
    ['400 kVA', 'W', 'quantity-power-kind'],
    ['400 kW', 'var', 'quantity-power-kind'],
    ['3,500 kW', 'W', 'quantity-ambiguous-comma'],
    ['5 horse', 'W', 'quantity-unknown-unit'],
    ['', 'W', 'quantity-empty'],
    ['5 kW +', 'W', 'quantity-syntax'],
    ['5 kW + 3 kW', 'W', 'quantity-not-allowed'],
    ['20 degC*2 W', 'W', 'quantity-temperature'],
    ['1/0 W', 'W', 'quantity-range'],
  ])('%s in %s is refused as %s', async (text, unit, expected) => {
    expect(await code(text, unit)).toBe(expected);
  });

  test.each([
    'constructor',
    'constructor.constructor("return 1")()',
    '__proto__',
    'config({number:"BigNumber"})',
    'import({a:1})',
    'createUnit("x")',
    'evaluate("1")',
    'parser()',
    'ones(3000,3000)',
    '1:1e9',
    '[1,2,3]',
    'a = 5',
    'f(x) = x',
    'toString',
    '"5 kW"',
    '5 kW; 6 kW',
    '{a: 1}',
    'W[1]',
    '9^9^9^9 W',
    `${'('.repeat(200)}1`,
    'hasOwnProperty',
    'typed("f")',
    '5!',
    'true',
    'Infinity W',
  ])('%s is never evaluated', async (text) => {
    expect(await code(text, 'W')).toMatch(/^quantity-/);
    // And the reader still reads numbers as numbers afterwards.
    expect(await value('2 kW', 'W')).toBe(2000);
  });
});

describe('lengths in map data', () => {
  test('read metres by default and other units when written', () => {
    expect(['12', '12.5 m', '12,5 m', ' 3m '].map(parseLengthM)).toEqual([12, 12.5, 12.5, 3]);
    expect(parseLengthM('10 ft')).toBeCloseTo(3.048, 9);
    expect(parseLengthM(`7'4"`)).toBeCloseTo(2.2352, 9);
    for (const text of ['12;14', 'high', '', '1,200 m', '5 furlongs', 'constructor'])
      expect(parseLengthM(text)).toBeNull();
  });
});
