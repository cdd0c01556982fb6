import { describe, expect, test } from 'vitest';
import { ALL_WH, hourAt, HOURS, iso, LINES, read, withLine } from './twoDays';

describe('rows that cannot be trusted are named with line, field, value and remedy; the rest stays', () => {
  const at10 = hourAt(10);
  test.each<[string, string[], string, { line: string; field: string; value?: string }, number[]]>([
    [
      'text for a number',
      withLine(10, `${iso(at10.at)},abc`),
      'meter-value-unreadable',
      { line: 'line 10', field: 'import_wh', value: 'abc' },
      [10],
    ],
    [
      'NaN',
      withLine(10, `${iso(at10.at)},NaN`),
      'meter-value-missing',
      { line: 'line 10', field: 'import_wh', value: 'NaN' },
      [10],
    ],
    [
      'an empty cell',
      withLine(10, `${iso(at10.at)},`),
      'meter-value-missing',
      { line: 'line 10', field: 'import_wh', value: '' },
      [10],
    ],
    [
      'Infinity',
      withLine(10, `${iso(at10.at)},Infinity`),
      'meter-value-unreadable',
      { line: 'line 10', field: 'import_wh' },
      [10],
    ],
    [
      'a number beyond all numbers',
      withLine(10, `${iso(at10.at)},1e999`),
      'meter-value-unreadable',
      { line: 'line 10', field: 'import_wh' },
      [10],
    ],
    [
      'hexadecimal',
      withLine(10, `${iso(at10.at)},0x10`),
      'meter-value-unreadable',
      { line: 'line 10', field: 'import_wh' },
      [10],
    ],
    [
      'a negative import',
      withLine(10, `${iso(at10.at)},-5`),
      'meter-negative',
      { line: 'line 10', field: 'value', value: '-5' },
      [10],
    ],
    [
      'a stamp that is none',
      withLine(10, `31/31/2024,3`),
      'meter-time-unreadable',
      { line: 'line 10', field: 'time', value: '31/31/2024' },
      [10],
    ],
    [
      '30 February',
      withLine(10, `2024-02-30T08:00Z,3`),
      'meter-time-unreadable',
      { line: 'line 10', field: 'time' },
      [10],
    ],
    [
      'a year mistyped',
      withLine(10, `2042-05-01T08:00Z,3`),
      'meter-time-outlier',
      { line: 'line 10', field: 'time' },
      [10],
    ],
    [
      'a row cut short',
      withLine(10, iso(at10.at)),
      'meter-row-length',
      { line: 'line 10', field: 'row' },
      [10],
    ],
    [
      'a row with a cell too many',
      withLine(10, `${iso(at10.at)},3,7`),
      'meter-row-length',
      { line: 'line 10', field: 'row' },
      [10],
    ],
    [
      'a missing hour',
      LINES.filter((_, i) => i !== 9),
      'meter-gap',
      { line: '2024-05-01T08:00+00:00', field: 'time', value: '1 h' },
      [10],
    ],
    [
      'a double with the same value',
      [...LINES.slice(0, 10), LINES[9]!, ...LINES.slice(10)],
      'meter-duplicate',
      { line: 'line 11', field: 'value' },
      [],
    ],
    [
      'a double with another value',
      [...LINES.slice(0, 10), `${iso(at10.at)},99`, ...LINES.slice(10)],
      'meter-duplicate-conflict',
      { line: 'line 11', field: 'value', value: '99' },
      [10],
    ],
    [
      'a row between two hours',
      [...LINES.slice(0, 10), `2024-05-01T08:20Z,4`, ...LINES.slice(10)],
      'meter-off-grid',
      { line: 'line 11', field: 'time' },
      [],
    ],
    [
      'two rows out of order',
      [...LINES.slice(0, 9), LINES[10]!, LINES[9]!, ...LINES.slice(11)],
      'meter-order',
      { line: 'line 11', field: 'time' },
      [],
    ],
    [
      'a line of totals',
      [...LINES, 'Total,192'],
      'meter-time-unreadable',
      { line: 'line 50', field: 'time', value: 'Total' },
      [],
    ],
  ])('%s', (_, lines, code, { line, field, value }, lost) => {
    const result = read(lines);
    const issue = result.issues.find((one) => one.code === code);
    expect(issue, `${code} in ${result.issues.map((one) => one.code).join()}`).toMatchObject({
      severity: 'warning',
      source: 'bad.csv',
      where: line,
      field,
      ...(value === undefined ? {} : { value }),
    });
    expect(issue!.remedy).not.toBe('');
    expect(result.wh).toBeCloseTo(ALL_WH - lost.reduce((sum, one) => sum + hourAt(one).wh, 0), 9);
    expect(result.hours).toBe(48 - lost.length);
    for (const one of lost) expect(result.series!.channels[0]!.pW[one - 2]).toBeNaN();
    // Every issue is about the row that was spoilt: nothing else is complained of.
    expect(new Set(result.issues.map((one) => one.code)).size).toBeLessThanOrEqual(2);
  });

  test('a stretch of quarter hours in a file of hours is left out as a whole, first and last line named', () => {
    const quarters = Array.from({ length: 16 }, (_, i) => `${iso(Date.UTC(2024, 4, 2, 4) + i * 900_000)},1`);
    const lines = [...LINES.slice(0, 29), ...quarters, ...LINES.slice(33)];
    const result = read(lines);
    expect(result.issues.find(({ code }) => code === 'meter-mixed-intervals')).toMatchObject({
      where: 'line 30 to line 46',
      value: '15 min',
    });
    expect(result.hours).toBe(44);
    // Read as hours, the quarter hours on the full hour would pass for whole hours of 1 Wh.
    expect(result.wh).toBeCloseTo(
      ALL_WH - [30, 31, 32, 33].reduce((sum, line) => sum + hourAt(line).wh, 0),
      9,
    );
  });

  test('half the file in another interval leaves the interval undecided', () => {
    const quarters = Array.from(
      { length: 47 },
      (_, i) => `${iso(Date.UTC(2024, 4, 3) + i * 900_000)},${i % 3}`,
    );
    const mixed = [
      ...LINES,
      ...quarters,
      ...Array.from({ length: 40 }, (_, i) => `${iso(Date.UTC(2024, 4, 4) + i * 1_800_000)},${i % 3}`),
    ];
    const { series, issues } = read(mixed);
    expect(series).toBeNull();
    expect(issues.map(({ code }) => code)).toContain('meter-ambiguous-interval');
  });

  test('a register that falls, and a gap in it, lose only what is not known; the energy of the gap is named', () => {
    let reading = 500;
    const registers = [reading, ...HOURS.map(({ wh }) => (reading += wh))].map(
      (value, i) => `${iso(HOURS[0]!.at + i * 3_600_000)},${value}`,
    );
    const lines = ['time,import register Wh', ...registers];
    expect(read(lines).wh).toBeCloseTo(ALL_WH, 9);
    const gap = read(lines.filter((_, i) => i !== 9 && i !== 10));
    const lost = [9, 10, 11].map((line) => hourAt(line).wh);
    expect(gap.wh).toBeCloseTo(ALL_WH - lost[0]! - lost[1]! - lost[2]!, 9);
    expect(gap.issues.find(({ code }) => code === 'meter-register-gap')).toMatchObject({
      message: expect.stringContaining(`${(lost[0]! + lost[1]! + lost[2]!) / 1000} kWh in 3 h`) as string,
    });
    const exchanged = read(
      lines.map((line, i) => (i < 20 ? line : `${line.split(',')[0]},${Number(line.split(',')[1]) - 400}`)),
    );
    expect(exchanged.issues.find(({ code }) => code === 'meter-register-drop')).toMatchObject({
      where: 'line 21',
    });
    expect(exchanged.wh).toBeCloseTo(ALL_WH - hourAt(20).wh, 9);
  });

  test('a net register counts back while more is fed in than taken: its falls are values, and its total is what went both ways', () => {
    const netWh = HOURS.map(({ wh }, i) => (i % 24 >= 9 && i % 24 < 16 ? -3 * wh : wh));
    let reading = 500;
    const readings = [reading, ...netWh.map((wh) => (reading += wh))];
    const file = (heading: string, sign: number) => [
      `time,${heading}`,
      ...readings.map((value, i) => `${iso(HOURS[0]!.at + i * 3_600_000)},${sign * value}`),
    ];
    for (const [direction, sign] of [
      ['net', 1],
      ['net-export-positive', -1],
    ] as const) {
      const { series, wh, issues } = read(file('register Wh', sign), {
        quantity: 'register',
        direction,
        stampAt: 'start',
      });
      expect(issues).toEqual([]);
      expect([...series!.channels[0]!.pW]).toEqual(netWh);
      expect(wh).toBeCloseTo(
        netWh.reduce((sum, value) => sum + value, 0),
        9,
      );
    }
    // Of one way only, the same falls are no readings.
    for (const direction of ['import', 'export'] as const) {
      const { issues, hours } = read(file('register Wh', 1), { quantity: 'register', direction });
      expect(issues.filter(({ code }) => code === 'meter-register-drop')).toHaveLength(14);
      expect(hours).toBe(48 - 14);
    }
  });

  test('a file from the latest reading to the earliest is turned round with a note', () => {
    const { wh, issues } = read([LINES[0]!, ...LINES.slice(1).reverse()]);
    expect(wh).toBeCloseTo(ALL_WH, 9);
    expect(issues.map(({ severity, code }) => [severity, code])).toEqual([['note', 'meter-order']]);
  });

  test('a missing reading is missing, not zero, in a year-long file too: every repetition is counted', () => {
    const many = LINES.map((line, i) => (i > 0 && i % 2 === 0 ? `${line.split(',')[0]},` : line));
    const result = read(many);
    expect(result.hours).toBe(24);
    expect(result.issues.filter(({ code }) => code === 'meter-value-missing')).toHaveLength(24);
  });
});
