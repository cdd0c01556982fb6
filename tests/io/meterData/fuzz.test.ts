import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  billTotal,
  hourlyPower,
  readGreenButton,
  readMeterCsv,
  totalOf,
  type MeterOutcome,
  writeHourlyCsv,
  yearTotals,
} from '../../../src/io/meterData';
import { feed, HOURLY_WH } from './greenButtonFile';
import { BERLIN_2024_MS, meterFile, quarterHoursWh } from './meterFiles';
import { dayFile } from './wideFiles';

const WH = quarterHoursWh(4 * 24 * 7, 11);
const DIAL = WH.map(
  (
    (sum) => (wh: number) =>
      (sum += wh)
  )(100_000),
);
/** Across the change of October, in the spellings that differ most. */
const OCTOBER_MS = Date.UTC(2024, 9, 24, 22);
const FILES = [
  meterFile(WH, { heading: 'import_wh', startMs: BERLIN_2024_MS }),
  meterFile(
    WH.map((wh) => (wh / 1000).toFixed(3).replace('.', ',')),
    { heading: 'Bezug [kWh]', startMs: OCTOBER_MS, separator: ';', spelling: 'german' },
  ),
  meterFile(DIAL, { heading: 'Zählerstand Bezug Wh', startMs: OCTOBER_MS, spelling: 'offset' }),
  meterFile(
    WH.map((wh) => wh / 250),
    { heading: 'net kW', startMs: OCTOBER_MS, spelling: 'utc' },
  ),
];
const BILLS = Array.from({ length: 14 }, (_, i) => 300 + ((i * 37) % 90));
const month = (i: number): string => new Date(Date.UTC(2023, i, 1)).toISOString().slice(0, 7);
/** A day in each line, and bills in every spelling. */
const OTHER_LAYOUTS = [
  dayFile({ wh: WH, startMs: OCTOBER_MS, stepS: 900, zone: 'Europe/Berlin', labels: 'starts' }),
  dayFile({
    wh: WH.slice(0, 168),
    startMs: OCTOBER_MS,
    stepS: 3600,
    zone: 'Europe/Berlin',
    labels: 'numbers',
  }),
  `month,import kWh\n${BILLS.map((kwh, i) => `${month(i)},${kwh}`).join('\n')}\n`,
  `from;to;Bezug kWh\n${BILLS.map((kwh, i) => `05.${month(i).slice(5)}.${month(i).slice(0, 4)};04.${month(i + 1).slice(5)}.${month(i + 1).slice(0, 4)};${kwh},5`).join('\n')}\n`,
  `read date,meter reading kWh import\n${BILLS.map((kwh, i) => `${month(i)}-0${(i % 7) + 1},${1000 * i + kwh}`).join('\n')}\n`,
];
const FEED = feed([
  {
    id: '01',
    type: HOURLY_WH,
    readings: WH.slice(0, 168).map((value, i) => ({
      start: OCTOBER_MS / 1000 + i * 3600,
      duration: 3600,
      value,
    })),
  },
]);

const nasty = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'NaN',
    'null',
    '-',
    'Infinity',
    '1e999',
    '-1',
    '1,5',
    '1.234',
    '"',
    '""',
    ';',
    ',',
    '\u0000',
    '١٢',
    '0x1F',
    '2024-10-27 02:30',
    '31.02.2024 00:00',
    '01/02/2024',
    '9999999999',
    '99999999999999999999',
    '<value>',
    '&amp;',
    '</entry>',
    'kWh',
    '24:00',
  ),
  fc.double({ noNaN: false }).map(String),
  fc.string({ maxLength: 12 }),
);
const mutation = fc.record({
  /** Ten-thousandths of the file. */
  at: fc.oneof(fc.nat({ max: 40 }), fc.nat({ max: 9999 })),
  length: fc.nat({ max: 30 }),
  kind: fc.constantFrom('cell', 'cell', 'line', 'drop', 'double', 'swap', 'cut', 'splice'),
  text: nasty,
});
type Mutation = typeof mutation extends fc.Arbitrary<infer Value> ? Value : never;

function mutate(text: string, mutations: readonly Mutation[]): string {
  let lines = text.split('\n');
  for (const { at, length, kind, text: put } of mutations) {
    const line = Math.floor((at / 10_000) * lines.length);
    const old = lines[line] ?? '';
    if (kind === 'cell') lines[line] = old.replace(/[^,;<>]+(?=[^,;<>]*$)/, () => put);
    else if (kind === 'line') lines[line] = put;
    else if (kind === 'drop') lines.splice(line, 1 + length);
    else if (kind === 'double') lines.splice(line, 0, ...lines.slice(line, line + 1 + length));
    else if (kind === 'swap') lines.push(...lines.splice(line, 1 + length));
    else if (kind === 'cut') lines[line] = old.slice(0, length);
    else {
      const whole = lines.join('\n');
      const from = Math.floor((at / 10_000) * whole.length);
      lines = (whole.slice(0, from) + put + whole.slice(from + length)).split('\n');
    }
  }
  return lines.join('\n');
}

/** What must hold of anything that a reader gives back. */
function mustBeSound({ value, issues }: MeterOutcome): boolean {
  for (const issue of issues)
    expect([issue.code, issue.message, issue.remedy].every((text) => text !== '')).toBe(true);
  const { series, bills, detection } = value;
  if (bills !== null) {
    expect(series).toBeNull();
    for (const channel of bills.channels) {
      const { energyJ, coveredS, spanS } = billTotal(channel);
      expect(coveredS).toBeLessThanOrEqual(spanS);
      expect(Number.isFinite(energyJ)).toBe(coveredS > 0);
      channel.periods.forEach((period, i) => {
        expect(period.endS).toBeGreaterThan(period.startS);
        if (i > 0) expect(period.startS).toBeGreaterThanOrEqual(channel.periods[i - 1]!.endS);
        if (channel.direction !== 'net')
          expect(period.energyJ >= 0 || Number.isNaN(period.energyJ)).toBe(true);
      });
      if (coveredS < spanS) expect(issues.some(({ severity }) => severity !== 'note')).toBe(true);
    }
    return true;
  }
  if (series === null) {
    expect(issues.some(({ severity }) => severity === 'error')).toBe(true);
    return false;
  }
  for (const { unit, quantity, direction } of detection.channels) {
    expect([unit.value, quantity.value, direction.value]).not.toContain(null);
  }
  for (const channel of series.channels) {
    expect(channel.pW.length).toBeLessThan(100_000);
    const missing = channel.pW.filter(Number.isNaN).length;
    const total = totalOf(series, channel);
    expect(total.coveredS + missing * series.stepS).toBe(total.spanS);
    expect(Number.isFinite(total.energyJ)).toBe(total.coveredS > 0);
    // Missing time is never silent.
    if (missing > 0) expect(issues.some(({ severity }) => severity !== 'note')).toBe(true);
    if (channel.direction !== 'net')
      expect(channel.pW.every((w) => Number.isNaN(w) || (w >= 0 && w < Infinity))).toBe(true);
    const years = yearTotals(series, channel).reduce(
      (sum, year) => sum + (Number.isNaN(year.energyJ) ? 0 : year.energyJ),
      0,
    );
    expect(years).toBeCloseTo(Number.isNaN(total.energyJ) ? 0 : total.energyJ, -1);
    if (series.meteredStepS <= 3600) {
      const covered = hourlyPower(series, channel).pW.filter((w) => !Number.isNaN(w)).length * 3600;
      expect(covered).toBeLessThanOrEqual(total.coveredS);
    }
  }
  return true;
}

const mutations = fc.array(mutation, { minLength: 1, maxLength: 5 });

test('mutated CSV files never crash, and never let a number through that is none', () => {
  let read = 0;
  fc.assert(
    fc.property(fc.constantFrom(...FILES), mutations, fc.boolean(), (text, changes, zoned) => {
      if (
        mustBeSound(readMeterCsv(mutate(text, changes), 'fuzz.csv', zoned ? { zone: 'Europe/Berlin' } : {}))
      )
        read += 1;
    }),
    { numRuns: 250, seed: 20261126 },
  );
  // A reader that refuses everything would pass the rest.
  expect(read).toBeGreaterThan(80);
});

test('mutated files of days in lines and of bills never crash, and never let a number through that is none', () => {
  let read = 0;
  fc.assert(
    fc.property(fc.constantFrom(...OTHER_LAYOUTS), mutations, (text, changes) => {
      if (mustBeSound(readMeterCsv(mutate(text, changes), 'fuzz.csv', { zone: 'Europe/Berlin' }))) read += 1;
    }),
    { numRuns: 400, seed: 20261127 },
  );
  // Of fourteen lines up to thirty are dropped.
  expect(read).toBeGreaterThan(75);
  for (const text of OTHER_LAYOUTS)
    expect(mustBeSound(readMeterCsv(text, 'whole.csv', { zone: 'Europe/Berlin' }))).toBe(true);
});

test('mutated feeds never crash, and never let a number through that is none', () => {
  let read = 0;
  fc.assert(
    fc.property(mutations, (changes) => {
      if (mustBeSound(readGreenButton(mutate(FEED, changes), 'fuzz.xml'))) read += 1;
    }),
    { numRuns: 250, seed: 20261127 },
  );
  expect(read).toBeGreaterThan(25);
});

test('any text at all is answered with a series or a named error', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400, unit: 'binary' }), (text) => {
      mustBeSound(
        readMeterCsv(text, 'any.csv', {
          zone: 'UTC',
          unit: 'kWh',
          direction: 'import',
          quantity: 'interval-energy',
          intervalS: 900,
        }),
      );
      mustBeSound(readGreenButton(`<feed>${text}</feed>`, 'any.xml'));
    }),
    { numRuns: 150, seed: 20261128 },
  );
});

test('long lines and long runs of one character end in time', () => {
  for (const run of ['1', ',', '"', '-', ' ', '0.', "1'234", '2024-01-01 ', 'a', '1,234']) {
    const text = `time,import kWh\n2024-01-01 00:00,${run.repeat(20_000)}\n${`${run},`.repeat(5000)}\n`;
    const begun = performance.now();
    mustBeSound(readMeterCsv(text, 'long.csv', { zone: 'UTC' }));
    expect(performance.now() - begun).toBeLessThan(3000);
  }
});

test('the hourly file that is written is read back without a question, hour by hour', () => {
  for (const [index, text] of FILES.entries()) {
    const first = readMeterCsv(text, 'in.csv', { zone: 'Europe/Berlin' }).value.series!;
    const holed = {
      ...first,
      channels: first.channels.map((one) => ({
        ...one,
        pW: one.pW.map((w, i) => (i >= 40 && i < 50 ? NaN : w)),
      })),
    };
    const again = readMeterCsv(writeHourlyCsv(holed), 'out.csv');
    expect(again.issues.filter(({ code }) => code !== 'meter-value-missing')).toEqual([]);
    const [a, b] = [
      hourlyPower(holed, holed.channels[0]!),
      hourlyPower(again.value.series!, again.value.series!.channels[0]!),
    ];
    expect(b.startS, String(index)).toBe(a.startS);
    a.pW.forEach((w, hour) => {
      if (Number.isNaN(w)) expect(b.pW[hour] ?? NaN).toBeNaN();
      else expect(b.pW[hour]).toBeCloseTo(w, 6);
    });
  }
});
