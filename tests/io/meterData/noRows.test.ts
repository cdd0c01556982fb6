import { describe, expect, test } from 'vitest';
import { readMeterCsv } from '../../../src/io/meterData';
import { HOURS, iso, LINES, read } from './twoDays';

describe('files with nothing in them', () => {
  test.each([
    ['', 'meter-empty'],
    ['\n\n  \n', 'meter-empty'],
    ['time,import_wh\n', 'meter-no-rows'],
    ['hello world', 'meter-no-rows'],
    ['a;b;c\n1;2;3\n4;5;6\n', 'meter-no-rows'],
    ['<html><body>Log in</body></html>', 'meter-no-rows'],
  ])('%j', (text, code) => {
    const { value, issues } = readMeterCsv(text, 'none.csv');
    expect(issues.map((issue) => issue.code)).toEqual([code]);
    expect(value.series).toBeNull();
  });

  test('one reading has no interval; with one stated it is read', () => {
    const one = LINES.slice(0, 2);
    expect(read(one).issues.map(({ code }) => code)).toContain('meter-ambiguous-interval');
    expect(read(one, { intervalS: 3600, stampAt: 'start', quantity: 'interval-energy' }).wh).toBe(1);
  });

  test('an interval that no hour is made of is refused', () => {
    const lines = ['time,import_wh', ...HOURS.map(({ wh }, i) => `${iso(HOURS[0]!.at + i * 420_000)},${wh}`)];
    expect(read(lines).issues.map(({ code }) => code)).toContain('meter-interval-unsupported');
  });

  test('a stated interval that the rows contradict holds, and is said to be contradicted', () => {
    const { issues, hours } = read(LINES, { intervalS: 900 });
    expect(issues.map(({ code }) => code)).toContain('meter-choice-contradicted');
    expect(hours).toBeLessThanOrEqual(12);
  });
});
