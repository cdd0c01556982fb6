import { describe, expect, test } from 'vitest';
import { twoWindingTransformer, NO_TAP } from '../../../src/io/twoWinding';
import { clockOf, parseVectorGroup, placeClock, usualGroup } from '../../../src/io/vectorGroup';
import { terminalAt } from '../../../src/io/circuitDraft';
import type { CircuitTransformer } from '../../../src/model/circuit';

function unit(clock: number, highVoltageV = 20_000): CircuitTransformer {
  const values = {
    id: 't',
    high: terminalAt('h'),
    low: terminalAt('l'),
    highVoltageV,
    lowVoltageV: 400,
    ratedSVa: 1e5,
    vkPercent: 4,
    vkrPercent: 1,
    noLoadLossPercent: 0,
    noLoadCurrentPercent: 0,
    highTap: NO_TAP,
    lowTap: NO_TAP,
    normalRatingVa: 1e5,
    ratingBase: '',
    magnetisingPlace: 'middle' as const,
    enabled: true,
  };
  return twoWindingTransformer(values, usualGroup(clock), clock, () => 4);
}

describe('clock numbers', () => {
  test('are all reached, and found again from the windings', () => {
    for (let clock = 0; clock < 12; clock++) {
      expect(clockOf(unit(clock))).toBe(clock);
      // Also where the first winding has the lower voltage, whose side then counts as the low one.
      expect(clockOf(unit(clock, 230))).toBe(clock);
    }
  });

  test('of the other parity are refused: no star against a delta gives Dyn6', () => {
    expect(placeClock(6, parseVectorGroup('Dyn')!)).toBeNull();
    expect(placeClock(5, parseVectorGroup('Yy')!)).toBeNull();
  });

  test('are read apart from the letters', () => {
    expect(parseVectorGroup('YNd11')).toMatchObject({
      high: { connection: 'wye', earthed: true },
      low: { connection: 'delta' },
    });
    expect(parseVectorGroup('yzn5')!.low.zigzag).toBe(true);
    expect(parseVectorGroup('Dyn5x')).toBeNull();
  });
});
