import { describe, expect, test } from 'vitest';
import { readEpw } from '../../src/io/epw';
import type { Issue } from '../../src/model/outcome';
import { skyInfraredWPerM2 } from '../../src/sim/weather';
import { HEADER, sampleLines, withCell } from './epwSample';

const lines = sampleLines();
const read = (content: readonly string[], end = '\n') => readEpw(content.join(end), 'test.epw');

function issuesOf(content: readonly string[]): readonly Issue[] {
  const outcome = read(content);
  expect(outcome.ok).toBe(false);
  return outcome.issues;
}
const errors = (issues: readonly Issue[]) => issues.filter((issue) => issue.severity === 'error');

describe('a correct EPW', () => {
  test('is read hour by hour with interval starts, site, half-hour zone and weekday', () => {
    const outcome = read(lines);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues.slice(0, 3)));
    expect(outcome.issues).toEqual([]);
    const year = outcome.value;
    expect(year).toMatchObject({ name: 'Testtown', origin: 'epw', latitudeDeg: 48.1, longitudeDeg: 11.5 });
    expect(year).toMatchObject({ utcOffsetMin: 330, elevationM: 500, startWeekday: 2 });
    // Row "1/1 hour 1" covers 00:00 to 01:00 and is index 0; the last row is index 8759.
    expect(year.tempDegC[0]).toBeCloseTo(-40, 9);
    expect(year.tempDegC[8759]).toBeCloseTo(47.59, 9);
    // Hour 9 of the file is the first bright one, from 08:00 to 09:00.
    expect(year.ghiWPerM2[7]).toBe(0);
    expect([year.ghiWPerM2[8], year.dniWPerM2[8], year.dhiWPerM2[8]]).toEqual([300, 400, 200]);
    expect(year.windSpeedMPerS[5000]).toBe(3.5);
    expect(year.skyInfraredWPerM2[5000]).toBe(250);
    expect(year.pressurePa[5000]).toBe(95000);
  });

  test('gives the same with CRLF, with a byte order mark, with minutes 0, and with blank lines at the end', () => {
    const plain = read(lines);
    const minutesZero = lines.map((line, i) =>
      i < HEADER.length ? line : line.replace(',60,flags', ',0,flags'),
    );
    expect(minutesZero[9]).not.toBe(lines[9]);
    expect(read(lines, '\r\n')).toEqual(plain);
    expect(read([`\ufeff${lines[0]!}`, ...lines.slice(1), '', ''])).toEqual(plain);
    expect(read(minutesZero)).toEqual(plain);
  });

  test('of a leap year loses 29 February with a note and nothing else', () => {
    const outcome = read(sampleLines(true));
    const plain = read(lines);
    if (!outcome.ok || !plain.ok) throw new Error('not read');
    expect(outcome.issues.map((issue) => [issue.severity, issue.code, issue.value])).toEqual([
      ['note', 'epw-leap-day', '24'],
    ]);
    expect(outcome.value).toEqual(plain.value);
  });
});

describe('missing values', () => {
  test('up to three hours are interpolated with a warning that names line and field', () => {
    let content = lines;
    for (const hour of [100, 101, 102]) content = withCell(content, hour, 6, '99.9');
    const outcome = read(content);
    if (!outcome.ok) throw new Error('not read');
    expect(outcome.issues).toHaveLength(1);
    expect(outcome.issues[0]).toMatchObject({
      severity: 'warning',
      code: 'epw-gap-filled',
      where: 'line 109 to 111',
      field: 'dry bulb temperature',
    });
    // Neighbours are -39.01 and -38.97, so the ramp goes on.
    expect(outcome.value.tempDegC[101]).toBeCloseTo(-38.99, 9);
  });

  test('of four hours are an error, and so are empty cells', () => {
    let content = lines;
    for (const hour of [10, 11, 12, 13]) content = withCell(content, hour, 13, '9999');
    expect(errors(issuesOf(content))).toMatchObject([
      { code: 'epw-gap', where: 'line 19 to 22', field: 'global horizontal radiation', value: '4 h' },
    ]);
    expect(errors(issuesOf(withCell(lines, 10, 13, '')))).toMatchObject([
      { code: 'epw-number', where: 'line 19' },
    ]);
  });

  test('of sky infrared come from temperature, dew point and opaque cloud with a note', () => {
    const content = lines.map((line, i) =>
      i < HEADER.length ? line : line.replace(',1400,250,', ',1400,9999,'),
    );
    const outcome = read(content);
    if (!outcome.ok) throw new Error('not read');
    expect(outcome.issues).toMatchObject([{ severity: 'note', code: 'epw-derived', value: '8760 h' }]);
    expect(outcome.value.skyInfraredWPerM2[4000]).toBeCloseTo(skyInfraredWPerM2(0, -45, 5), 9);
  });

  test('of both humidities are an error, since neither can stand in for the other', () => {
    const content = lines.map((line, i) =>
      i < HEADER.length ? line : line.replace(',-45,50,', ',99.9,999,'),
    );
    expect(errors(issuesOf(content))).toMatchObject([{ code: 'epw-gap', value: '8760 h' }]);
  });
});

describe('wrong input', () => {
  test('with 8,759 rows says how many and where the hour is missing, once each', () => {
    const content = lines.filter((_, i) => i !== HEADER.length + 50);
    expect(errors(issuesOf(content))).toMatchObject([
      { code: 'epw-row-count', value: '8759' },
      { code: 'epw-hours-missing', where: 'line 59', value: '1/3 hour 4' },
    ]);
  });

  test('with two hours swapped lists the places', () => {
    const content = [...lines];
    [content[20], content[21]] = [content[21]!, content[20]!];
    const found = errors(issuesOf(content));
    expect(found.map((issue) => issue.code)).toContain('epw-hours-order');
    expect(found.length).toBeLessThan(5);
  });

  test('with several faults lists all of them with line, field, value and remedy', () => {
    let content = withCell(lines, 3, 6, 'warm');
    content = withCell(content, 5, 13, '-50');
    content = withCell(content, 7, 9, '0x1F');
    content[HEADER.length + 9] = '2005,1,1,10,60';
    content = withCell(content, 30, 3, '25');
    const found = errors(issuesOf(content));
    expect(found.map(({ code, where, value }) => [code, where, value])).toEqual([
      ['epw-date', 'line 39', '1/2 hour 25'],
      ['epw-number', 'line 12', 'warm'],
      ['epw-range', 'line 14', '-50'],
      ['epw-number', 'line 16', '0x1F'],
      ['epw-columns', 'line 18', '5'],
    ]);
    for (const issue of found) {
      expect(issue.remedy.length).toBeGreaterThan(10);
      expect(issue.source).toBe('test.epw');
      expect(issue.field).toBeTruthy();
    }
  });

  test('that is no EPW at all says so and lists nothing else', () => {
    for (const text of ['', '{"type":"FeatureCollection"}', 'a,b\n1,2\n']) {
      const outcome = readEpw(text, 'x');
      expect(outcome.ok).toBe(false);
      expect(outcome.issues.map((issue) => issue.field)).toEqual(['LOCATION', 'DATA PERIODS']);
    }
  });

  test('in the header is named: site, records per hour', () => {
    const content = [...lines];
    content[0] = 'LOCATION,Testtown,-,XYZ,Made up,000000,148.10,,5.5,500.0';
    content[7] = 'DATA PERIODS,1,4,Data,Wednesday, 1/ 1,12/31';
    const fields = errors(issuesOf(content)).map((issue) => issue.field);
    expect(fields).toEqual(['latitude', 'longitude', 'records per hour']);
  });

  test('of hundreds of megabytes is refused unread', () => {
    const outcome = readEpw('x'.repeat(30_000_000), 'big.epw');
    expect(outcome.issues).toMatchObject([{ code: 'epw-size', value: '30 MB' }]);
  });
});
