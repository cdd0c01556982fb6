import { describe, expect, test } from 'vitest';
import { readGreenButton, totalOf, yearTotals, type MeterChoices } from '../../../src/io/meterData';
import { decodeDstRule, ruleInstant } from '../../../src/io/meterData/greenButton/localTime';
import { feed, HOURLY_WH, type FeedPart } from './greenButtonFile';

const START = Date.UTC(2024, 2, 9, 5) / 1000;
const hourly = (values: readonly (number | string)[]): FeedPart['readings'] =>
  values.map((value, i) => ({ start: START + i * 3600, duration: 3600, value }));
const VALUES = Array.from({ length: 48 }, (_, i) => ((i * 11) % 29) + 200);
const SUM_WH = VALUES.reduce((a, b) => a + b, 0);
const part = (
  type: Partial<typeof HOURLY_WH> = {},
  values: readonly (number | string)[] = VALUES,
  id = '01',
): FeedPart => ({
  id,
  type: { ...HOURLY_WH, ...type } as FeedPart['type'],
  readings: hourly(values),
});

const read = (text: string, choices: MeterChoices = {}) => readGreenButton(text, 'usage.xml', choices);
const totalWh = (text: string, choices: MeterChoices = {}) => {
  const { series } = read(text, choices).value;
  return totalOf(series!, series!.channels[0]!).energyJ / 3600;
};

describe('Green Button', () => {
  test('reads instants, energies and the direction; nothing to complain of', () => {
    const { value, issues } = read(feed([part()]));
    expect(issues).toEqual([]);
    const series = value.series!;
    expect([series.startS, series.stepS, value.rowsRead, value.rowsUsed]).toEqual([START, 3600, 48, 48]);
    expect([...series.channels[0]!.pW]).toEqual(VALUES);
    expect(value.detection.channels[0]).toMatchObject({
      unit: { value: 'Wh', basis: 'stated' },
      quantity: { value: 'interval-energy', basis: 'stated' },
      direction: { value: 'import', basis: 'stated' },
    });
  });

  test.each([
    [0, 1],
    [3, 1000],
    [-3, 0.001],
    [1, 10],
  ])('powerOfTenMultiplier %d is a factor of %d', (powerOfTenMultiplier, factor) => {
    expect(totalWh(feed([part({ powerOfTenMultiplier })]))).toBeCloseTo(SUM_WH * factor, 6);
  });

  test('mean power (uom 38) and register readings (accumulationBehaviour 1) come to the same energy', () => {
    expect(totalWh(feed([part({ uom: 38, accumulationBehaviour: 12 })]))).toBeCloseTo(SUM_WH, 9);
    let reading = 1_000_000;
    const dial = [reading, ...VALUES.map((value) => (reading += value))];
    expect(totalWh(feed([part({ accumulationBehaviour: 1 }, dial)]))).toBeCloseTo(SUM_WH, 9);
    const instants = {
      ...part({ accumulationBehaviour: 1 }),
      readings: dial.map((value, i) => ({ start: START + i * 3600, duration: 0, value })),
    };
    expect(totalWh(feed([instants]))).toBeCloseTo(SUM_WH, 9);
  });

  test('flow direction 19 is export, 4 the balance; both flows of a meter are read beside each other', () => {
    const { value } = read(
      feed([
        part(),
        part(
          { flowDirection: 19 },
          VALUES.map((v) => v / 2),
          '02',
        ),
      ]),
    );
    expect(value.series!.channels.map(({ direction }) => direction)).toEqual(['import', 'export']);
    const net = read(
      feed([
        part(
          { flowDirection: 4 },
          VALUES.map((v, i) => (i % 2 === 0 ? v : -v)),
        ),
      ]),
    );
    expect(net.issues).toEqual([]);
    expect(net.value.series!.channels[0]!.direction).toBe('net');
    expect(net.value.series!.channels[0]!.pW[1]).toBe(-VALUES[1]!);
    const negative = read(
      feed([
        part(
          {},
          VALUES.map((v, i) => (i === 3 ? -v : v)),
        ),
      ]),
    );
    expect(negative.issues.map(({ code }) => code)).toEqual(['meter-negative']);
  });

  test('two readings of one direction are for the caller to choose, by the end of an address', () => {
    const text = feed([
      part(),
      part(
        {},
        VALUES.map((v) => v * 2),
        '02',
      ),
    ]);
    const { value, issues } = read(text);
    expect(value.series).toBeNull();
    expect(issues.map(({ code }) => code)).toContain('meter-ambiguous-column');
    expect(totalWh(text, { column: 'ReadingType/02' })).toBeCloseTo(2 * SUM_WH, 9);
    expect(totalWh(text, { column: 'MeterReading/01' })).toBeCloseTo(SUM_WH, 9);
  });

  test('gas, reactive energy and unknown units are left out by name; alone they are no readings', () => {
    const { value, issues } = read(
      feed([part(), part({ uom: 169, commodity: 7 }, VALUES, '02'), part({ uom: 73 }, VALUES, '03')]),
    );
    expect(value.series!.channels).toHaveLength(1);
    expect(issues.map(({ severity, code, field }) => [severity, code, field])).toEqual([
      ['warning', 'green-button-reading-type', 'ReadingType'],
      ['warning', 'green-button-reading-type', 'ReadingType'],
    ]);
    expect(read(feed([part({ uom: 73 })])).issues.map(({ code }) => code)).toContain(
      'green-button-no-readings',
    );
  });

  test('a block whose links lead nowhere is named, never read by another type', () => {
    const text = feed([part(), part({ powerOfTenMultiplier: 3 }, VALUES, '02')]).replaceAll(
      'MeterReading/02/IntervalBlock',
      'Elsewhere/9/IntervalBlock',
    );
    const { value, issues } = read(text);
    expect(issues.map(({ code }) => code)).toEqual(['green-button-links']);
    expect(totalOf(value.series!, value.series!.channels[0]!).energyJ / 3600).toBeCloseTo(SUM_WH, 9);
  });

  test('without LocalTimeParameters the calendar is UTC, with a warning; a zone can be stated', () => {
    const text = feed([part()], null);
    expect(read(text).issues).toMatchObject([{ severity: 'warning', code: 'meter-assumed-zone' }]);
    expect(read(text, { zone: 'America/New_York' }).issues).toEqual([]);
  });

  test.each<[string, FeedPart['readings'][number], string, string]>([
    [
      'a value that is none',
      { start: START + 5 * 3600, duration: 3600, value: 'abc' },
      'meter-value-unreadable',
      'value',
    ],
    ['no value', { start: START + 5 * 3600, duration: 3600, value: '' }, 'meter-value-missing', 'value'],
    ['a start that is none', { start: 'soon', duration: 3600, value: 7 }, 'meter-time-unreadable', 'start'],
    [
      'a duration that is none',
      { start: START + 5 * 3600, duration: -1, value: 7 },
      'meter-duration-unreadable',
      'duration',
    ],
    [
      'another duration',
      { start: START + 5 * 3600, duration: 900, value: 7 },
      'meter-mixed-intervals',
      'duration',
    ],
    [
      'a start that overlaps',
      { start: START + 5 * 3600 + 600, duration: 3600, value: 7 },
      'meter-off-grid',
      'time',
    ],
    [
      'the next hour twice',
      { start: START + 6 * 3600, duration: 3600, value: 7 },
      'meter-duplicate-conflict',
      'value',
    ],
    [
      'a start in another century',
      { start: 4_102_444_800, duration: 3600, value: 7 },
      'meter-time-outlier',
      'time',
    ],
  ])('%s is named with its line, and the other readings stay', (_, reading, code, field) => {
    const readings = hourly(VALUES).map((one, i) => (i === 5 ? reading : one));
    const text = feed([{ ...part(), readings }]);
    const { value, issues } = read(text);
    const issue = issues.find((one) => one.code === code)!;
    expect(issue, issues.map((one) => one.code).join()).toMatchObject({ severity: 'warning', field });
    if (code !== 'meter-duplicate-conflict') {
      const line = Number(/line (\d+)/.exec(issue.where!)![1]);
      expect(text.split('\n')[line - 1]).toContain(`<espi:value>${reading.value}</espi:value>`);
    }
    const lost = code === 'meter-duplicate-conflict' ? VALUES[5]! + VALUES[6]! : VALUES[5]!;
    expect(totalOf(value.series!, value.series!.channels[0]!).energyJ / 3600).toBeCloseTo(SUM_WH - lost, 9);
  });

  test('a reading over several lines is named with the line it begins on', () => {
    const readings = hourly(VALUES).map((one, i) => (i === 5 ? { ...one, value: 'broken' } : one));
    const text = feed([{ ...part(), readings }]).replaceAll('><espi:', '>\n<espi:');
    const issue = read(text).issues.find(({ code }) => code === 'meter-value-unreadable')!;
    const lines = text.split('\n');
    const at = Number(/line (\d+)/.exec(issue.where!)![1]) - 1;
    expect(lines[at]).toBe('<espi:IntervalReading>');
    const value = lines.findIndex((line) => line.includes('>broken<'));
    expect(lines.lastIndexOf('<espi:IntervalReading>', value)).toBe(at);
  });

  test.each([
    ['', 'meter-empty'],
    ['<feed><entry></feed>', 'green-button-xml'],
    ['not xml', 'green-button-xml'],
    ['<?xml version="1.0"?><html/>', 'green-button-no-readings'],
    // Entities that multiply are not expanded but refused.
    ['<!DOCTYPE f [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><feed>&b;</feed>', 'green-button-xml'],
    [`${'<a>'.repeat(20_000)}${'</a>'.repeat(20_000)}`, 'green-button-xml'],
  ])('%.60j is refused by name', (text, code) => {
    const { value, issues } = read(text);
    expect(issues.map((issue) => issue.code)).toEqual([code]);
    expect(value.series).toBeNull();
  });
});

describe('daylight-saving rules of LocalTimeParameters', () => {
  const at = (hex: string, year: number) => {
    const rule = decodeDstRule(hex);
    return rule === null || rule === 'off'
      ? rule
      : new Date(ruleInstant(rule, year) * 1000).toISOString().slice(0, 16);
  };

  test.each([
    // North America: second Sunday of March, first Sunday of November, 02:00.
    ['360E2000', 2024, '2024-03-10T02:00'],
    ['B40E2000', 2024, '2024-11-03T02:00'],
    ['360E2000', 2013, '2013-03-10T02:00'],
    // The example in the schema: third Friday of March, 01:45.
    [((3 << 28) | (4 << 25) | (5 << 17) | (1 << 12) | 2700).toString(16), 2024, '2024-03-15T01:45'],
    // Last Sunday of March and October, 01:00.
    [((3 << 28) | (7 << 25) | (7 << 17) | (1 << 12)).toString(16), 2024, '2024-03-31T01:00'],
    [(10 * 2 ** 28 + (7 << 25) + (7 << 17) + (1 << 12)).toString(16), 2024, '2024-10-27T01:00'],
    // 1 April; Sunday on or after the 8th of March.
    [((4 << 28) | (1 << 20)).toString(16), 2024, '2024-04-01T00:00'],
    [((3 << 28) | (1 << 25) | (8 << 20) | (7 << 17) | (2 << 12)).toString(16), 2024, '2024-03-10T02:00'],
  ])('%s in %d is %s', (hex, year, expected) => {
    expect(at(hex.padStart(8, '0'), year)).toBe(expected);
  });

  test('FFFFFFFF is no daylight saving; bits that name no day are no rule', () => {
    expect(at('FFFFFFFF', 2024)).toBe('off');
    for (const hex of ['00000000', 'F0000000', '34002000', 'zz', '360E200'])
      expect(decodeDstRule(hex)).toBeNull();
  });

  test('the feed clock agrees with the zone it stands for at every hour of two years', () => {
    const { clock } = read(feed([part()])).value.series!;
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'America/New_York',
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    for (let utcS = Date.UTC(2024, 0) / 1000; utcS < Date.UTC(2026, 0) / 1000; utcS += 3600) {
      const local = Date.parse(`${format.format(utcS * 1000).replace(' ', 'T')}Z`) / 1000;
      if (clock.offsetAtS(utcS) !== local - utcS)
        throw new Error(`differs at ${new Date(utcS * 1000).toISOString()}`);
    }
  });

  test('years are counted by that clock', () => {
    const readings = hourly(VALUES).map((one, i) => ({
      ...one,
      start: Date.UTC(2023, 11, 31, 5) / 1000 + i * 3600,
    }));
    const { series } = read(feed([{ ...part(), readings }])).value;
    const sums = [VALUES.slice(0, 24), VALUES.slice(24)].map((half) => half.reduce((a, b) => a + b, 0));
    expect(
      yearTotals(series!, series!.channels[0]!).map(({ year, energyJ }) => [year, energyJ / 3600]),
    ).toEqual([
      [2023, sums[0]],
      [2024, sums[1]],
    ]);
  });
});
