import { describe, expect, test } from 'vitest';
import { readMeterCsv, totalOf, yearTotals, type MeterChoices } from '../../../src/io/meterData';
import { meterFile, quarterHoursWh, stampText } from './meterFiles';

const HOUR_MS = 3_600_000;
const start = (zone: string, iso: string) => {
  // The local midnight, looked for by the runtime's own calendar.
  for (let ms = Date.parse(`${iso}T00:00Z`) - 14 * HOUR_MS; ; ms += HOUR_MS / 2) {
    if (stampText(ms, zone, 'local') === `${iso} 00:00`) return ms;
  }
};

const read = (text: string, choices: MeterChoices) => readMeterCsv(text, 'meter.csv', choices);

/** Values 1, 2, 3 ... Wh in order of time, so that a swapped hour shows. */
function days(zone: string, from: string, hours: number, perHour: number) {
  const values = Array.from({ length: hours * perHour }, (_, i) => ((i * 37) % 101) + 1);
  const text = meterFile(values, {
    heading: 'import_wh',
    startMs: start(zone, from),
    stepS: 3600 / perHour,
    zone,
  });
  return { values, text };
}

describe('days of 23 and 25 hours in local time', () => {
  test.each([
    ['Europe/Berlin', '2024-03-31', 23],
    ['Europe/Berlin', '2024-10-27', 25],
    ['Europe/London', '2024-10-27', 25],
    ['America/New_York', '2024-03-10', 23],
    ['America/New_York', '2024-11-03', 25],
    ['Australia/Sydney', '2024-04-07', 25],
    ['Australia/Sydney', '2024-10-06', 23],
    // Half an hour only.
    ['Australia/Lord_Howe', '2024-04-07', 24.5],
    ['Asia/Kolkata', '2024-03-31', 24],
  ])('%s on %s has %d h, and every reading keeps its place', (zone, date, hours) => {
    for (const perHour of [2, 4]) {
      const { values, text } = days(zone, date, hours, perHour);
      const { value, issues } = read(text, { zone });
      expect(issues).toEqual([]);
      const series = value.series!;
      expect(series.startS * 1000).toBe(start(zone, date));
      expect([...series.channels[0]!.pW].map((w) => Math.round((w * 1) / perHour))).toEqual(values);
      expect(totalOf(series, series.channels[0]!).coveredS).toBe(hours * 3600);
    }
  });

  test.each(['true ends', 'starts plus one'] as const)(
    'hour-ending stamps are read in both ways of numbering the double hour (%s)',
    (way) => {
      const zone = 'Europe/Berlin';
      for (const [date, hours] of [
        ['2024-10-27', 25],
        ['2024-03-31', 23],
      ] as const) {
        const from = start(zone, date);
        const values = Array.from({ length: hours }, (_, i) => 100 + ((i * 7) % 25));
        const rows = values.map((wh, i) => {
          const begin = stampText(from + i * HOUR_MS, zone, 'local');
          const naive = new Date(Date.parse(`${begin.replace(' ', 'T')}Z`) + HOUR_MS)
            .toISOString()
            .slice(0, 16);
          return `${way === 'true ends' ? stampText(from + (i + 1) * HOUR_MS, zone, 'local') : naive},${wh}`;
        });
        const { value, issues } = read(`hour ending,import_wh\n${rows.join('\n')}\n`, { zone });
        expect(issues).toEqual([]);
        expect(value.series!.startS * 1000).toBe(from);
        expect([...value.series!.channels[0]!.pW]).toEqual(values);
      }
    },
  );

  test('a double hour that the file has once is named and left out; the hours around it stay', () => {
    const { text } = days('Europe/Berlin', '2024-10-27', 25, 1);
    const lines = text.trimEnd().split('\n');
    const once = [...lines.slice(0, 4), ...lines.slice(5)].join('\n');
    const { value, issues } = read(once, { zone: 'Europe/Berlin' });
    expect(issues.find(({ code }) => code === 'meter-hour-repeated')).toMatchObject({
      severity: 'warning',
      where: 'line 4',
      field: 'time',
      value: '2024-10-27T02:00',
    });
    expect(totalOf(value.series!, value.series!.channels[0]!).coveredS).toBe(23 * 3600);
  });

  test('a meter on standard time all year under a zone with daylight saving is told, with the remedy', () => {
    const values = quarterHoursWh(96, 3);
    const text = meterFile(values, { heading: 'import_wh', startMs: Date.UTC(2024, 2, 31), zone: 'UTC' });
    const { value, issues } = read(text, { zone: 'Europe/Berlin' });
    const [first] = issues.filter(({ code }) => code === 'meter-hour-left-out');
    expect(first).toMatchObject({ where: 'line 10', value: '2024-03-31T02:00' });
    expect(first!.remedy).toContain('+01:00');
    expect(totalOf(value.series!, value.series!.channels[0]!).coveredS).toBe(23 * 3600);
    expect(read(text, { zone: '+01:00' }).issues).toEqual([]);
  });

  test('daily readings have days of 23, 24 and 25 hours', () => {
    for (const [from, hours] of [
      ['2024-03-30', 23],
      ['2024-10-26', 25],
    ] as const) {
      const date = (i: number) =>
        stampText(start('Europe/Berlin', from) + (i * 24 + 12) * HOUR_MS, 'Europe/Berlin', 'local').slice(
          0,
          10,
        );
      const text = `day,import_kwh\n${[12, 24, 9, 10].map((kwh, i) => `${date(i)},${kwh}`).join('\n')}\n`;
      const { value, issues } = read(text, { zone: 'Europe/Berlin', stampAt: 'start' });
      expect(issues).toEqual([]);
      const series = value.series!;
      expect([series.stepS, series.meteredStepS]).toEqual([3600, 86_400]);
      expect(series.channels[0]!.pW.length).toBe(72 + hours);
      expect(series.channels[0]!.pW[24]).toBeCloseTo(24_000 / hours, 9);
      expect(totalOf(series, series.channels[0]!).energyJ / 3.6e6).toBeCloseTo(55, 9);
    }
  });
});

describe('the zone', () => {
  const { text } = days('Europe/Berlin', '2024-10-26', 49, 4);

  test('bare local times are undecided; the clock change in them is the evidence', () => {
    const { value, issues } = read(text, {});
    expect(value.series).toBeNull();
    expect(issues).toMatchObject([{ severity: 'error', code: 'meter-ambiguous-zone' }]);
    const tried = value.detection.zone.alternatives.map((one) => one.value);
    expect(tried).toContain('Europe/Berlin');
    expect(tried).not.toContain('America/New_York');
    expect(tried).not.toContain('Europe/London');
  });

  test.each([
    ['2024-01-01T00:00:00Z', 'UTC'],
    ['2024-01-01T00:00:00+05:30', '+05:30'],
    ['2024-01-01 00:00 CET', '+01:00'],
  ])('"%s" carries its zone', (stamp, zone) => {
    const rows = Array.from(
      { length: 24 },
      (_, i) => `${stamp.replace('00:00', `${String(i).padStart(2, '0')}:00`)},${(i * 5) % 7}`,
    );
    const { value } = read(`time,import_wh\n${rows.join('\n')}\n`, {});
    expect(value.detection.zone).toMatchObject({ value: zone, basis: 'stated' });
  });

  test('a heading in UTC, or with an offset, is believed', () => {
    for (const [heading, zone] of [
      ['timestamp (UTC)', 'UTC'],
      ['time UTC+2', '+02:00'],
    ] as const) {
      expect(read(text.replace('time', heading), {}).value.detection.zone).toMatchObject({
        value: zone,
        basis: 'stated',
      });
    }
  });

  test('a zone that does not exist is named', () => {
    for (const zone of ['Europe/Atlantis', 'Mars', '+99:00', '+05:75', '../etc']) {
      expect(read(text, { zone }).issues.map(({ code }) => code)).toContain('meter-zone-unknown');
    }
  });

  test('years are counted by the local calendar, south of the equator too', () => {
    const zone = 'Australia/Sydney';
    const from = start(zone, '2023-12-31');
    const hours = Array.from({ length: 48 }, (_, i) => (i % 5) + 1);
    const { series } = read(
      meterFile(hours, { heading: 'import_wh', startMs: from, stepS: 3600, zone, spelling: 'offset' }),
      { zone },
    ).value;
    const years = yearTotals(series!, series!.channels[0]!);
    const sum = (part: number[]) => part.reduce((a, b) => a + b, 0) * 3600;
    expect(years.map(({ year, energyJ, spanS }) => [year, energyJ, spanS / 3600])).toEqual([
      [2023, sum(hours.slice(0, 24)), 8760],
      [2024, sum(hours.slice(24)), 8784],
    ]);
  });
});
