import { describe, expect, test } from 'vitest';
import { readMeterCsv, totalOf, type MeterChoices } from '../../../src/io/meterData';
import { BERLIN_2024_MS, QUARTERS_2024, quarterHoursWh } from './meterFiles';
import { clockText, dayFile, type DayFile } from './wideFiles';

/**
 * A day in each line. The cheapest wrong programs: the k-th column is the k-th hour of every day, so that half a year is an
 * hour off or the days of 23 and 25 hours lose or invent one; labels of ends are read as starts; the total beside the hours
 * is a 25th one; an empty cell is zero.
 */
const BERLIN: MeterChoices = { zone: 'Europe/Berlin' };
const read = (text: string, choices: MeterChoices = BERLIN) => readMeterCsv(text, 'days.csv', choices);
const codes = (text: string, choices: MeterChoices = BERLIN) =>
  read(text, choices).issues.map(({ severity, code }) => `${severity} ${code}`);
const HOURLY = quarterHoursWh(8784, 3);
const QUARTERS = quarterHoursWh(QUARTERS_2024, 4);

describe('a year with a day in each line, both changes of the clock in it', () => {
  test.each<[DayFile['labels'], number]>([
    ['starts', 3600],
    ['ends', 3600],
    ['numbers', 3600],
    ['starts', 900],
    ['ends', 900],
    ['numbers', 900],
  ])('named by %s of %d s is the same series, interval by interval', (labels, stepS) => {
    const wh = stepS === 900 ? QUARTERS : HOURLY;
    const { value, issues } = read(
      dayFile({ wh, startMs: BERLIN_2024_MS, stepS, zone: 'Europe/Berlin', labels }),
    );
    expect(issues).toEqual([]);
    expect(value.detection.layout).toMatchObject({ value: 'day-per-line', basis: 'inferred' });
    expect(value.detection.intervalS).toMatchObject({ value: stepS, basis: 'stated' });
    expect(value.detection.channels[0]!.unit).toMatchObject({ value: 'kWh', basis: 'stated' });
    const series = value.series!;
    expect([series.startS, series.stepS, value.rowsUsed]).toEqual([BERLIN_2024_MS / 1000, stepS, wh.length]);
    const { pW } = series.channels[0]!;
    expect(pW.length).toBe(wh.length);
    let worst = 0;
    pW.forEach((watts, i) => (worst = Math.max(worst, Math.abs((watts * stepS) / 3600 - wh[i]!))));
    expect(worst).toBeLessThan(1e-9);
  });
});

const day = (date: string, cells: readonly (number | string)[]) => [date, ...cells].join(',');
const hours = (count: number, first = 0) =>
  Array.from({ length: count }, (_, k) => clockText((k + first) * 3600));
const values = (change: Readonly<Record<number, string>> = {}, count = 24) =>
  Array.from({ length: count }, (_, k) => change[k] ?? String(1 + (k % 5)));
const KWH: MeterChoices = { ...BERLIN, unit: 'kWh', direction: 'import' };
const SPRING = ['2024-03-30', '2024-03-31', '2024-04-01'];
const total = (text: string, choices = KWH) => {
  const { series } = read(text, choices).value;
  return totalOf(series!, series!.channels[0]!);
};

describe('the day of 23 hours in 24 columns', () => {
  test.each<[string, string[], number, number]>([
    ['times, the hour left out empty', hours(24), 2, 3],
    ['numbers, the third empty: by the clock', hours(24).map((_, k) => `Hour ${k + 1}`), 2, 3],
    ['numbers, the last empty: counted', hours(24).map((_, k) => String(k + 1)), 23, 4],
  ])('%s', (_, labels, emptyAt, lostKwh) => {
    const lines = SPRING.map((date) => day(date, values(date === '2024-03-31' ? { [emptyAt]: '' } : {})));
    const text = `date,${labels.join(',')}\n${lines.join('\n')}\n`;
    expect(codes(text, KWH)).toEqual([]);
    const { energyJ, coveredS, spanS } = total(text);
    expect([coveredS, spanS]).toEqual([71 * 3600, 71 * 3600]);
    // Of each day 4 x (1 + 2 + 3 + 4 + 5) + 1 + 2 + 3 + 4.
    expect(energyJ / 3.6e6).toBeCloseTo(3 * 70 - lostKwh, 9);
  });

  test('a value in the hour that the clock left out is named with its column, and not moved', () => {
    const text = `date,${hours(24).join(',')}\n${SPRING.map((date) => day(date, values())).join('\n')}\n`;
    const { issues } = read(text, KWH);
    expect(issues).toMatchObject([{ code: 'meter-hour-left-out', where: 'line 3, column "02:00"' }]);
    expect(total(text).coveredS).toBe(71 * 3600);
  });

  test('24 values without headings collide with the next day, and the collision is named', () => {
    const text = `${SPRING.map((date) => day(date, values())).join('\n')}\n`;
    expect(codes(text, KWH)).toEqual(['warning meter-duplicate-conflict']);
    expect(total(text).coveredS).toBe(70 * 3600);
  });
});

describe('cells and lines', () => {
  const may = (change: Readonly<Record<number, string>>) =>
    `date,${hours(24).join(',')}\n${day('2024-05-01', values())}\n${day('2024-05-02', values(change))}\n${day('2024-05-03', values())}\n`;

  test('an empty cell is missing, not zero; a bad one is named with line and column', () => {
    const empty = read(may({ 7: '' }), KWH);
    expect(empty.issues).toMatchObject([{ code: 'meter-gap', value: '1 h' }]);
    expect(empty.value.series!.channels[0]!.pW[24 + 7]).toBeNaN();
    const bad = read(may({ 7: '3x' }), KWH);
    expect(bad.issues).toMatchObject([
      { code: 'meter-value-unreadable', where: 'line 3, column "07:00"', value: '3x' },
    ]);
  });

  test('a daily total, units and notes beside the hours are no hours', () => {
    const line = (date: string) => `${date},kWh,${values().join(',')},71,measured`;
    const text = `date,unit,${hours(24).join(',')},Total,Status\n${line('2024-05-01')}\n${line('2024-05-02')}\n`;
    const { value } = read(text, { ...BERLIN, direction: 'import' });
    expect(value.detection.channels[0]!.unit).toMatchObject({ value: 'kWh', basis: 'stated' });
    expect(total(text, { ...BERLIN, direction: 'import' })).toMatchObject({ coveredS: 48 * 3600 });
  });

  test('a line without a date and one cut short are named once each', () => {
    const text = `date,${hours(24).join(',')}\n${day('2024-05-01', values())}\nSum,${values().join(',')}\n2024-05-02,1,2\n${day('2024-05-03', values())}\n`;
    expect(read(text, KWH).issues.map(({ code, where }) => [code, where])).toEqual([
      ['meter-row-length', 'line 4'],
      ['meter-time-unreadable', 'line 3'],
      ['meter-gap', '2024-05-02T00:00+02:00'],
    ]);
  });

  test('day and month are told over the lines, else asked for', () => {
    const of = (dates: readonly string[]) =>
      `date,${hours(24).join(',')}\n${dates.map((date) => day(date, values())).join('\n')}\n`;
    const american = read(of(['01/30/2024', '01/31/2024', '02/01/2024']), KWH);
    expect(american.value.detection.dateOrder.value).toBe('month-day-year');
    expect(american.value.series!.channels[0]!.pW.length).toBe(72);
    expect(codes(of(['01/02/2024']), KWH)).toContain('error meter-ambiguous-date-order');
  });

  test.each<[string, string, RegExp]>([
    [
      'two lines for each date',
      `date,${hours(24).join(',')}\n${SPRING.flatMap((date) => [day(date, values()), day(date, values())]).join('\n')}\n`,
      /several lines/,
    ],
    [
      'a day that begins at six',
      `date,${[...hours(18, 6), ...hours(6)].join(',')}\n${SPRING.map((date) => day(date, values())).join('\n')}\n`,
      /do not make up one day/,
    ],
    [
      '23 columns',
      `date,${hours(23).join(',')}\n${SPRING.map((date) => day(date, values({}, 23))).join('\n')}\n`,
      /do not make up one day/,
    ],
    [
      'a number more without headings',
      `${SPRING.map((date) => day(date, ['4711', ...values()])).join('\n')}\n`,
      /no times of the day/,
    ],
    [
      'decimal commas between commas',
      `date,${hours(24).join(',')}\n${SPRING.map((date) =>
        day(
          date,
          values().map((one) => `${one},5`),
        ),
      ).join('\n')}\n`,
      /49 cells and the heading 25/,
    ],
  ])('%s is refused by name', (_, text, message) => {
    const { value, issues } = read(text, KWH);
    expect(value.series).toBeNull();
    expect(issues.map(({ code }) => code)).toEqual(['meter-layout-wide']);
    expect(issues[0]!.message).toMatch(message);
  });

  test('the layout can be stated, and a file that has no days then is refused', () => {
    expect(read(may({}), { ...KWH, layout: 'day-per-line' }).value.detection.layout.basis).toBe('confirmed');
    expect(
      codes('time,import kWh\n2024-05-01T00:00,1\n2024-05-01T01:00,2\n', { ...KWH, layout: 'day-per-line' }),
    ).toEqual(['error meter-layout']);
  });
});
