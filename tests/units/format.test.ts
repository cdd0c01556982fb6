import { describe, expect, test } from 'vitest';
import { formatDelta, formatNumber, formatQuantity } from '../../src/units/format';

const plain = (text: string): string => text.replace(/[\u2009\u202f]/g, ' ');

describe('numbers as people read them', () => {
  test.each([
    [0, 'W', '0 W'],
    [999.4, 'W', '999 W'],
    [999.6, 'W', '1.00 kW'],
    [1234567, 'W', '1.23 MW'],
    [-1500, 'W', '\u22121.50 kW'],
    [3.6e9, 'J', '1.00 MWh'],
    [3.6e6 * 12.34, 'J', '12.3 kWh'],
    [0.9734, 'pu', '97.3 %'],
    [400, 'V', '400 V'],
    [12345, 'EUR', '12.3 kEUR'],
    [1_234_567, 'kg CO2e', '1230 t CO2e'],
    [6, 'count', '6'],
    [12_345, 'count', '12 345'],
    [-3, 'count', '\u22123'],
    [3e9, 'm', '3 000 000 km'],
    [0.001234, 'A', '0.00123 A'],
    [Number.NaN, 'W', '–'],
    [null, 'W', '–'],
    [Number.POSITIVE_INFINITY, 'W', '–'],
  ])('%s %s is shown as %s', (value, unit, expected) => {
    expect(plain(formatQuantity(value, unit))).toBe(expected);
  });

  test('groups thousands from five digits on with thin spaces', () => {
    expect(formatNumber(1234567, 7)).toBe('1\u2009234\u2009567');
    expect(formatNumber(8760, 4)).toBe('8760');
  });

  test('shows changes with sign and share', () => {
    expect(plain(formatDelta(14.1e6, 13.3e6, 'W'))).toBe('+800 kW (+6 %)');
    expect(plain(formatDelta(5000, 10000, 'W'))).toBe('\u22125.00 kW (\u221250 %)');
    expect(formatDelta(1, 1, 'W')).toBe('±0');
    expect(plain(formatDelta(1000, 0, 'W'))).toBe('+1.00 kW');
    expect(formatDelta(98, 44, '%')).toBe('+54.0 points');
    expect(formatDelta(Number.NaN, 1, 'W')).toBe('–');
  });
});
