import { describe, expect, test } from 'vitest';
import { readMeterCsv, totalOf, type MeterChoices } from '../../../src/io/meterData';
import { BERLIN_2024_MS, meterFile, quarterHoursWh } from './meterFiles';

const BERLIN: MeterChoices = { zone: 'Europe/Berlin' };
const DAY_WH = quarterHoursWh(96, 5);
const day = (heading: string, values: readonly (number | string)[] = DAY_WH, separator = ',') =>
  meterFile(values, { heading, startMs: BERLIN_2024_MS, separator });

const read = (text: string, choices: MeterChoices = BERLIN) => readMeterCsv(text, 'meter.csv', choices);
const codes = (text: string, choices: MeterChoices = BERLIN) =>
  read(text, choices).issues.map(({ severity, code }) => `${severity} ${code}`);

describe('units', () => {
  test.each([
    ['consumption_wh', 'Wh'],
    ['Usage (kWh)', 'kWh'],
    ['Import [MWh]', 'MWh'],
    ['import_w', 'W'],
    ['Bezug kW', 'kW'],
    ['Import kilowatt-hours', 'kWh'],
    ['Usage watt-hours', 'Wh'],
    ['IMPORT KWH', 'kWh'],
    ['heat import GJ', 'GJ'],
  ])('"%s" is %s', (heading, unit) => {
    const { value } = read(day(heading));
    expect(value.detection.channels[0]!.unit).toMatchObject({ value: unit, basis: 'stated' });
    expect(value.series).not.toBeNull();
  });

  test('a heading without a unit is undecided: no series, both readings with their totals, and the caller decides', () => {
    const text = day('consumption');
    const open = read(text);
    const unit = open.value.detection.channels[0]!.unit;
    expect([unit.value, unit.basis]).toEqual([null, 'undecided']);
    expect(unit.alternatives.map(({ value }) => value)).toEqual(['kWh', 'Wh']);
    expect(open.value.series).toBeNull();
    expect(open.issues.map(({ code }) => code)).toEqual(['meter-ambiguous-unit']);
    const closed = read(text, { ...BERLIN, unit: 'Wh' }).value;
    expect(closed.detection.channels[0]!.unit.basis).toBe('confirmed');
    const sum = DAY_WH.reduce((a, b) => a + b, 0);
    expect(totalOf(closed.series!, closed.series!.channels[0]!).energyJ / 3600).toBeCloseTo(sum, 6);
  });

  test.each(['import kWh or kW', 'import mWh'])('"%s" is not guessed', (heading) => {
    expect(codes(day(heading))).toContain('error meter-ambiguous-unit');
  });

  test('reactive energy, volumes and costs are no energy', () => {
    const rows = DAY_WH.slice(0, 12).map(
      (wh, i) => `2024-01-01 ${String(i).padStart(2, '0')}:00,${i},${wh / 1000},${wh / 5000}`,
    );
    const { value } = read(`time,Import kvarh,Import kWh,Cost EUR\n${rows.join('\n')}\n`);
    expect(value.detection.columns.value).toEqual(['Import kWh']);
    expect(codes(day('gas m3'))).toContain('error meter-ambiguous-column');
  });

  test('a unit in a column of its own holds, and a row in another unit is left out by name', () => {
    const line = (i: number, unit: string) =>
      `2024-01-01 ${String(i).padStart(2, '0')}:00,0.${i + 10},${unit}`;
    const rows = Array.from({ length: 24 }, (_, i) => line(i, i === 7 ? 'Wh' : 'kWh'));
    const { value, issues } = read(`time,import,unit\n${rows.join('\n')}\n`);
    expect(value.detection.channels[0]!.unit.value).toBe('kWh');
    expect(issues.find(({ code }) => code === 'meter-unit-mixed')).toMatchObject({
      where: 'line 9',
      value: 'Wh',
    });
    expect(value.series!.channels[0]!.pW[7]).toBeNaN();
  });

  test('a column of units that contradicts the heading leaves the unit undecided; a status "W" is no unit', () => {
    const rows = (cell: string) =>
      DAY_WH.map((wh, i) => `${new Date(BERLIN_2024_MS + i * 900_000).toISOString()},${wh},${cell}`).join(
        '\n',
      );
    expect(codes(`start,import kWh,unit\n${rows('kW')}\n`, {})).toContain('error meter-ambiguous-unit');
    expect(codes(`start,import Wh,Status\n${rows('W')}\n`, {})).toEqual([]);
  });

  test('a stated unit that the heading contradicts holds, loudly; one that gives no building is doubted', () => {
    expect(codes(day('consumption_wh'), { ...BERLIN, unit: 'kWh' })).toContain(
      'warning meter-choice-contradicted',
    );
    expect(codes(day('consumption'), { ...BERLIN, unit: 'MWh' })).toContain('warning meter-implausible');
  });
});

describe('decimal marks', () => {
  const detect = (values: readonly string[], separator = ';') =>
    read(day('import kWh', values, separator)).value.detection.decimalMark;
  const fill = (...some: string[]) => Array.from({ length: 96 }, (_, i) => some[i % some.length]!);

  test.each([
    [fill('0,12', '0,5'), ','],
    [fill('1.234,5', '12,25'), ','],
    [fill('1,234.5', '12.25'), '.'],
    [fill('0.125', '0.250'), '.'],
    [fill('12345,678', '12346,001'), ','],
    [fill('3', '4'), '.'],
  ])('%j is read with "%s"', (values, mark) => {
    expect(detect(values).value).toBe(mark);
  });

  test('three digits behind a lone mark may be thousands: undecided until stated', () => {
    const values = fill('1,234', '2,345', '1,002');
    expect(detect(values)).toMatchObject({ value: null, basis: 'undecided' });
    const text = day('import Wh', values, ';');
    expect(codes(text)).toContain('error meter-ambiguous-decimal-mark');
    const sum = (choices: MeterChoices) => {
      const { series } = read(text, { ...BERLIN, ...choices }).value;
      return totalOf(series!, series!.channels[0]!).energyJ / 3600;
    };
    expect(sum({ decimalMark: '.' }) / sum({ decimalMark: ',' })).toBeCloseTo(1000, 6);
  });

  test('a decimal comma in a comma-separated file without quotes is not read as two columns', () => {
    const quoted = day('import kWh', fill('"0,12"', '"0,5"'), ',');
    expect(read(quoted).value.detection.decimalMark.value).toBe(',');
    const bare = read(day('import kWh', fill('0,12', '0,5'), ','));
    expect(bare.value.series).toBeNull();
    expect(bare.issues.map(({ code }) => code)).toEqual(['meter-heading-width']);
  });
});

describe('separators and layouts', () => {
  test.each([',', ';', '\t', '|'])('splits at %j', (separator) => {
    expect(read(day('import_wh', DAY_WH, separator)).value.detection.separator.value).toBe(separator);
  });

  test('a portal export with a preamble, a date, two times, units and costs', () => {
    const hours = Array.from(
      { length: 24 },
      (_, i) => `Electric usage,2024-01-01,${i}:00,${i}:59,0.${50 + ((i * 7) % 24)},kWh,$0.11,`,
    );
    const text = `Name,JOHN DOE\nAddress,"12, OAK STREET"\nAccount Number,123\n\nTYPE,DATE,START TIME,END TIME,USAGE,UNITS,COST,NOTES\n${hours.join('\n')}\n`;
    const { value, issues } = read(text, { zone: 'America/Los_Angeles' });
    expect(issues).toEqual([]);
    expect(value.detection.stampAt).toMatchObject({ value: 'start', basis: 'stated' });
    expect(value.series!.stepS).toBe(3600);
    // 0.50 to 0.73 kWh: 24 x 0.615.
    expect(totalOf(value.series!, value.series!.channels[0]!).energyJ / 3.6e6).toBeCloseTo(14.76, 9);
  });

  test('import and export beside each other become two flows; two of one kind are for the caller to choose', () => {
    const rows = DAY_WH.map(
      (wh, i) => `${new Date(BERLIN_2024_MS + i * 900_000).toISOString()},${wh},${i % 7}`,
    );
    const both = read(`start,import_wh,export_wh\n${rows.join('\n')}\n`, {});
    expect(both.value.series!.channels.map(({ direction }) => direction)).toEqual(['import', 'export']);
    const text = `start,Verbrauch HT [Wh],Verbrauch NT [Wh]\n${rows.join('\n')}\n`;
    expect(codes(text, {})).toContain('error meter-ambiguous-column');
    expect(read(text, { column: 'verbrauch nt [wh]' }).value.series!.channels[0]!.name).toBe(
      'Verbrauch NT [Wh]',
    );
    expect(codes(text, { column: 'nonsense' })).toContain('error meter-ambiguous-column');
  });

  test('a day in each line is named, not read as something else', () => {
    const times = Array.from({ length: 24 }, (_, i) => `${String(i).padStart(2, '0')}:00`);
    const text = `date,${times.join(',')}\nmonday,${times.map(() => '0.5').join(',')}\n`;
    expect(codes(text)).toEqual(['error meter-layout-wide']);
  });
});

describe('dates', () => {
  const hours = (count: number, stamp: (date: Date) => string) =>
    `start,import kWh\n${Array.from({ length: count }, (_, i) => `${stamp(new Date(Date.UTC(2024, 1, 1) + i * 3.6e6))},0.${(i % 9) + 1}`).join('\n')}\n`;
  const parts = (date: Date) => date.toISOString().split('T')[0]!.split('-') as [string, string, string];
  const time = (date: Date) => date.toISOString().slice(11, 16);
  const american = (date: Date) => `${parts(date)[1]}/${parts(date)[2]}/${parts(date)[0]} ${time(date)}`;
  const british = (date: Date) => `${parts(date)[2]}/${parts(date)[1]}/${parts(date)[0]} ${time(date)}`;
  const order = (text: string) => read(text, { zone: 'UTC' }).value.detection.dateOrder;

  test('day and month are told by numbers beyond 12, else by the step over midnight, else left to the caller', () => {
    expect(order(hours(24 * 20, american)).value).toBe('month-day-year');
    expect(order(hours(24 * 20, british)).value).toBe('day-month-year');
    expect(order(hours(48, american)).value).toBe('month-day-year');
    expect(order(hours(48, british)).value).toBe('day-month-year');
    const open = hours(20, american);
    expect(order(open)).toMatchObject({ value: null, basis: 'undecided' });
    expect(codes(open, { zone: 'UTC' })).toContain('error meter-ambiguous-date-order');
    const february = read(open, { zone: 'UTC', dateOrder: 'month-day-year' }).value.series!;
    expect(february.startS).toBe(Date.UTC(2024, 1, 1) / 1000);
  });

  test.each<[string, (date: Date) => string]>([
    [
      '12-hour clock',
      (date) =>
        `${american(date).slice(0, 10)} ${date.getUTCHours() % 12 || 12}:00 ${date.getUTCHours() < 12 ? 'AM' : 'PM'}`,
    ],
    ['compact', (date) => `${parts(date).join('')}${time(date).replace(':', '')}`],
    ['names of months', (date) => `${parts(date)[2]}-Feb-2024 ${time(date)}`],
    ['seconds since 1970', (date) => String(date.getTime() / 1000)],
    ['milliseconds since 1970', (date) => String(date.getTime())],
    ['points', (date) => `${parts(date).reverse().join('.')} ${time(date)}`],
    ['ISO with Z', (date) => date.toISOString()],
  ])('%s', (_, stamp) => {
    const { series } = read(hours(24 * 20, stamp), { zone: 'UTC' }).value;
    expect([series!.startS, series!.stepS, series!.channels[0]!.pW.length]).toEqual([
      Date.UTC(2024, 1, 1) / 1000,
      3600,
      480,
    ]);
  });
});

describe('registers', () => {
  const rising = Array.from({ length: 97 }, (_, i) => 1000 + i * 0.25 + (i % 3) * 0.01);

  test('a long column that never falls is a register, said so with the other possibility', () => {
    const { value } = read(day('import kWh', rising));
    expect(value.detection.channels[0]!.quantity).toMatchObject({ value: 'register', basis: 'inferred' });
    expect(value.detection.channels[0]!.quantity.alternatives[0]!.value).toBe('interval-energy');
    expect(value.series!.channels[0]!.pW.length).toBe(96);
  });

  test('a short one is undecided, and can be stated', () => {
    const short = day('Wert kWh', rising.slice(0, 10));
    expect(codes(short, { ...BERLIN, direction: 'import' })).toContain('error meter-ambiguous-quantity');
    const sum = (quantity: 'register' | 'interval-energy') => {
      const { series } = read(short, { ...BERLIN, direction: 'import', quantity }).value;
      return totalOf(series!, series!.channels[0]!).energyJ / 3.6e6;
    };
    expect(sum('register')).toBeCloseTo(2.25, 9);
    expect(sum('interval-energy')).toBeGreaterThan(9000);
  });

  test('a register by its heading whose values fall half of the time is not believed', () => {
    expect(codes(day('Zählerstand kWh Bezug', DAY_WH))).toContain('error meter-ambiguous-quantity');
  });

  test('a unit of power cannot be a register', () => {
    expect(codes(day('import kW'), { ...BERLIN, quantity: 'register' })).toContain(
      'error meter-ambiguous-quantity',
    );
  });
});

describe('direction', () => {
  const mixed = DAY_WH.map((wh, i) => (i % 4 === 0 ? -wh : wh));
  const direction = (heading: string, values: readonly number[] = DAY_WH) =>
    read(day(heading, values)).value.detection.channels[0]!.direction;

  test.each([
    ['Netzbezug [Wh]', 'import'],
    ['1-1:1.8.0 Wh', 'import'],
    ['Einspeisung Wh', 'export'],
    ['solar generation wh', 'export'],
    ['feed-in Wh', 'export'],
    ['net import Wh', 'net'],
    ['net_wh', 'net'],
  ])('"%s" is %s', (heading, expected) => {
    expect(direction(heading)).toMatchObject({ value: expected, basis: 'stated' });
  });

  test('a sign that nothing explains is undecided; the caller says which way is positive', () => {
    const text = day('Wh', mixed);
    expect(codes(text)).toContain('error meter-ambiguous-direction');
    const first = (choice: MeterChoices['direction'] & string) =>
      read(text, { ...BERLIN, direction: choice }).value.series!.channels[0]!;
    expect(first('net').pW[0]).toBeLessThan(0);
    expect(first('net-export-positive').pW[0]).toBe(-first('net').pW[0]!);
    expect(first('net-export-positive').direction).toBe('net');
  });

  test('no word and no sign is taken for import with a warning that names the alternative', () => {
    const { issues } = read(day('Wh'));
    expect(issues).toMatchObject([{ severity: 'warning', code: 'meter-assumed-direction', value: 'import' }]);
    expect(issues[0]!.remedy).toContain('export');
  });
});
