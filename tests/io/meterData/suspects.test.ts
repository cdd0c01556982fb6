import { describe, expect, test } from 'vitest';
import { connectionLimitW, readMeterCsv, suspectReadings, withoutSuspects } from '../../../src/io/meterData';

/** The cheapest wrong programs: no check; a check that takes a charging car for an error; a line that is not the file's. */
const HOURS = 60 * 24;
const fileOf = (kWh: (hour: number) => number | string) =>
  `time,Consumption kWh\n${Array.from({ length: HOURS }, (_, hour) => {
    const at = new Date(Date.UTC(2025, 0, 1, hour)).toISOString().slice(0, 16);
    return `${at},${kWh(hour)}`;
  }).join('\n')}\n`;
const usual = (hour: number) => 0.3 + (hour % 24 === 19 ? 2 : 0);
const read = (text: string) => {
  const { series } = readMeterCsv(text, 'meter.csv', { localOffsetS: 3600 }).value;
  return { series: series!, channel: series!.channels[0]! };
};

describe('readings that cannot be', () => {
  test('9999 kWh in an hour behind 63 A: named by its line, and missing once it is left out', () => {
    const { series, channel } = read(fileOf((hour) => (hour === 500 ? 9999 : usual(hour))));
    // 3 x 230 V x 63 A = 43.47 kW, times 1.6.
    const limitW = connectionLimitW(63, 3, 3600);
    expect(limitW).toBeCloseTo(69_552, 6);
    const found = suspectReadings(series, channel, limitW);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ where: 'line 502', step: 500, pW: 9_999_000, doubt: 'connection' });
    const left = withoutSuspects(series, channel, limitW);
    expect(left.pW[500]).toBeNaN();
    expect(left.pW.filter((w) => Number.isNaN(w))).toHaveLength(1);
    expect(channel.pW[500], 'the file stays as it was read').toBe(9_999_000);
  });

  test('where no fuse stands before the meter it still lies far outside', () => {
    const { series, channel } = read(fileOf((hour) => (hour === 500 ? 9999 : usual(hour))));
    expect(suspectReadings(series, channel, Infinity).map(({ doubt, step }) => [doubt, step])).toEqual([
      ['farOutside', 500],
    ]);
  });

  // The cheapest wrong program leaves out those that are kept by name, and the rest stays in.
  test('more of them than are named are left out all the same', () => {
    const { series, channel } = read(fileOf((hour) => (hour % 4 === 0 ? 900 + hour / 1000 : usual(hour))));
    const limitW = connectionLimitW(63, 3, 3600);
    expect(suspectReadings(series, channel, limitW)).toHaveLength(200);
    const left = withoutSuspects(series, channel, limitW).pW;
    expect(left.filter((w) => Number.isNaN(w))).toHaveLength(HOURS / 4);
    expect(Math.max(...left.filter((w) => !Number.isNaN(w)))).toBeCloseTo(2300, 6);
  });

  test('a car that charges once a week is nothing to be doubted', () => {
    const car = (hour: number) => usual(hour) + (hour % 168 === 20 ? 8 : 0);
    const { series, channel } = read(fileOf(car));
    expect(suspectReadings(series, channel, connectionLimitW(35, 3, 3600))).toEqual([]);
  });
});

describe('local times without a zone', () => {
  const zoneOf = (text: string, localOffsetS?: number) =>
    readMeterCsv(text, 'meter.csv', localOffsetS === undefined ? {} : { localOffsetS });

  test('are those of the district where it is known: an assumption that is named, and the file is used', () => {
    const { value, issues } = zoneOf(fileOf(usual), 3600);
    expect(value.detection.zone).toMatchObject({ value: '+01:00', basis: 'assumed' });
    expect(value.series!.startS).toBe(Date.UTC(2024, 11, 31, 23) / 1000);
    expect(issues.find(({ code }) => code === 'meter-assumed-zone')?.severity).toBe('warning');
    // Sixty days of winter cross no change: the clock with daylight saving may be meant, and is offered.
    expect(value.detection.zone.reason).toContain('standard time of the district, without daylight saving');
    expect(value.detection.zone.alternatives.map((one) => one.value)).toEqual(['Europe/Berlin', 'UTC']);
    expect(zoneOf(fileOf(usual)).value.series).toBeNull();
  });

  test('that show the changes of a clock are of a clock with them, if the district has one', () => {
    const hours = Array.from({ length: 366 * 24 }, (_, i) => Date.UTC(2023, 11, 31, 23) + i * 3_600_000);
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Berlin',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    const text = `time,Consumption kWh\n${hours.map((ms) => `${format.format(ms)},1`).join('\n')}\n`;
    expect(zoneOf(text, 3600).value.detection.zone).toMatchObject({
      value: 'Europe/Berlin',
      basis: 'assumed',
    });
    expect(zoneOf(text, -18_000).value.detection.zone.value).toBe('-05:00');
  });

  test('one row that stands twice is named by its line, with a remedy, and the file is used', () => {
    const rows = fileOf(usual).split('\n');
    rows.splice(101, 0, rows[100]!);
    const { value, issues } = zoneOf(rows.join('\n'), 3600);
    expect(value.series).not.toBeNull();
    const double = issues.find(({ code }) => code === 'meter-duplicate');
    expect(double).toMatchObject({ where: 'line 102', remedy: 'Remove one of the two rows.' });
    expect(double?.message).toContain('line 101');
  });
});
