import { describe, expect, test } from 'vitest';
import { billedYears, billTotal, readMeterCsv, type MeterChoices } from '../../../src/io/meterData';

/**
 * Bills and readings by hand. The cheapest wrong programs: a month is 30 days, the last day of a period is lost or counted
 * twice, a missing bill stretches the one before it, the largest demand is read as the energy, twelve months are twelve days.
 */
const BERLIN: MeterChoices = { zone: 'Europe/Berlin' };
const read = (text: string, choices: MeterChoices = BERLIN) => readMeterCsv(text, 'bills.csv', choices);
const codes = (text: string, choices: MeterChoices = BERLIN) =>
  read(text, choices).issues.map(({ severity, code }) => `${severity} ${code}`);
/** Local dates of the ends of periods, and kWh. */
const periods = (text: string, choices: MeterChoices = BERLIN) =>
  read(text, choices).value.bills!.channels[0]!.periods.map(({ startS, endS, energyJ }) => [
    berlin(startS),
    berlin(endS),
    Number((energyJ / 3.6e6).toFixed(6)),
  ]);
const local = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Berlin',
  dateStyle: 'short',
  timeStyle: 'short',
});
const berlin = (seconds: number) => local.format(seconds * 1000).replace(' 00:00', '');
const detected = (text: string, choices: MeterChoices = BERLIN) => read(text, choices).value.detection;

const THREE = [
  ['2024-01-01', '2024-02-01', 310],
  ['2024-02-01', '2024-03-01', 290],
  ['2024-03-01', '2024-04-01', 300],
];

describe('one value a month', () => {
  test.each([
    ['2024-01', '2024-02', '2024-03'],
    ['01/2024', '02/2024', '03/2024'],
    ['Jan 2024', 'Feb 2024', 'Mar 2024'],
    ['Januar 2024', 'Februar 2024', 'März 2024'],
    ['Jan-24', 'Feb-24', 'Mar-24'],
    ['2024 January', '2024 February', '2024 March'],
  ])('%s is a whole month of the local calendar', (...months) => {
    const text = `month,import kWh\n${months[0]},310\n${months[1]},290\n${months[2]},300\n`;
    expect(detected(text).layout).toMatchObject({ value: 'billing-periods', basis: 'inferred' });
    expect(codes(text)).toEqual([]);
    expect(periods(text)).toEqual(THREE);
  });

  test('dates at the end of each month close it; at its first day they are taken to begin it, with a warning', () => {
    expect(periods('date,import kWh\n2024-01-31,310\n2024-02-29,290\n2024-03-31,300\n')).toEqual(THREE);
    const firsts = 'date,import kWh\n2024-01-01,310\n2024-02-01,290\n2024-03-01,300\n';
    expect(periods(firsts)).toEqual(THREE);
    expect(codes(firsts)).toContain('warning meter-assumed-stamp');
    const closing = { ...BERLIN, stampAt: 'end' } as const;
    expect(periods(firsts, closing)[2]).toEqual(['2024-02-01', '2024-03-01', 300]);
    expect(periods(firsts.replace('date', 'Invoice date'))[0]).toEqual(['2023-12-01', '2024-01-01', 310]);
  });

  test('a month that is missing is a gap, and its neighbours keep their length', () => {
    const text = 'date,import kWh\n2024-01-01,310\n2024-02-01,290\n2024-04-01,250\n';
    expect(periods(text)).toEqual([...THREE.slice(0, 2), ['2024-04-01', '2024-05-01', 250]]);
    expect(codes(text)).toContain('warning meter-gap');
    const { coveredS, spanS } = billTotal(read(text).value.bills!.channels[0]!);
    // 31 + 29 + 30 days less none: the clock change lies in the gap of March.
    expect([coveredS / 86_400, spanS / 86_400]).toEqual([90, 121 - 1 / 24]);
  });

  test('two months each are two months', () => {
    const text = 'date,import kWh\n2024-01-01,600\n2024-03-01,550\n2024-05-01,500\n';
    expect(periods(text)[2]).toEqual(['2024-05-01', '2024-07-01', 500]);
  });
});

describe('periods of their own length', () => {
  const AMERICAN =
    'Start Date,End Date,Days,Usage (kWh),Demand (kW),Cost ($)\n' +
    '01/05/2024,02/04/2024,31,310,4.5,50\n02/05/2024,03/04/2024,29,290,4.4,48\n03/05/2024,04/03/2024,30,280,4.2,47\n';

  test('two dates, the next on the day after: the last day is counted; energy beside demand and cost', () => {
    const found = detected(AMERICAN);
    expect(found.periodEnd).toMatchObject({ value: 'last-day', basis: 'inferred' });
    expect(found.dateOrder.value).toBe('month-day-year');
    expect(found.columns.value).toEqual(['Usage (kWh)']);
    expect(codes(AMERICAN)).toEqual([]);
    expect(periods(AMERICAN)).toEqual([
      ['2024-01-05', '2024-02-05', 310],
      ['2024-02-05', '2024-03-05', 290],
      ['2024-03-05', '2024-04-04', 280],
    ]);
  });

  test('two dates, the next on the same day: they meet', () => {
    const text = 'von;bis;Verbrauch [kWh]\n05.01.2024;04.02.2024;310\n04.02.2024;06.03.2024;290,5\n';
    expect(detected(text).periodEnd.value).toBe('next-start');
    expect(periods(text)).toEqual([
      ['2024-01-05', '2024-02-04', 310],
      ['2024-02-04', '2024-03-06', 290.5],
    ]);
  });

  test('a lone period: its last day is taken to count, with a warning; whole months need none', () => {
    const lone = 'from,to,import kWh\n2024-01-05,2024-02-04,310\n';
    expect(codes(lone)).toEqual(['warning meter-assumed-period-end']);
    expect(periods(lone)).toEqual([['2024-01-05', '2024-02-05', 310]]);
    expect(periods(lone, { ...BERLIN, periodEnd: 'next-start' })).toEqual([
      ['2024-01-05', '2024-02-04', 310],
    ]);
    expect(codes('from,to,import kWh\n2024-01-01,2024-01-31,310\n')).toEqual([]);
  });

  test('both dates in one cell', () => {
    const text = 'Billing period,Usage kWh\n2024-01-05 - 2024-02-04,310\n2024-02-05 - 2024-03-04,290\n';
    expect(periods(text)).toEqual([
      ['2024-01-05', '2024-02-05', 310],
      ['2024-02-05', '2024-03-05', 290],
    ]);
  });

  test('a register read now and then: what passed in between, over the change of the clock', () => {
    const text =
      'Ablesedatum;Zählerstand kWh Bezug\n01.01.2024;1000\n15.02.2024;1500\n01.04.2024;1900,5\n01.01.2025;4000\n';
    expect(detected(text).channels[0]!.quantity).toMatchObject({ value: 'register', basis: 'stated' });
    expect(codes(text)).toEqual([]);
    expect(periods(text)).toEqual([
      ['2024-01-01', '2024-02-15', 500],
      ['2024-02-15', '2024-04-01', 400.5],
      ['2024-04-01', '2025-01-01', 2099.5],
    ]);
  });

  test('dates of bills close their periods; the first has no beginning, and one for two months is left out', () => {
    const text =
      'bill date,import kWh\n2024-01-05,310\n2024-02-04,290\n2024-03-06,280\n2024-06-06,700\n2024-07-06,250\n';
    expect(codes(text).filter((code) => !code.includes('assumed'))).toEqual([
      'warning meter-period-open',
      'warning meter-period-length',
    ]);
    expect(periods(text)).toEqual([
      ['2024-01-05', '2024-02-04', 290],
      ['2024-02-04', '2024-03-06', 280],
      ['2024-03-06', '2024-06-06', NaN],
      ['2024-06-06', '2024-07-06', 250],
    ]);
  });

  test('dates that nothing explains are for the caller', () => {
    const text = 'date,import kWh\n2024-01-05,310\n2024-02-04,290\n2024-03-06,300\n';
    expect(codes(text)).toContain('error meter-ambiguous-stamp');
    expect(read(text).value.bills).toBeNull();
    expect(periods(text, { ...BERLIN, stampAt: 'start' })[0]).toEqual(['2024-01-05', '2024-02-04', 310]);
  });
});

describe('twelve dates that may be months or days', () => {
  const text = `date,import kWh\n${Array.from({ length: 12 }, (_, i) => `01/${String(i + 1).padStart(2, '0')}/2024,${300 + ((i * 7) % 5)}`).join('\n')}\n`;

  test('are neither until the caller says which', () => {
    const { value, issues } = read(text);
    expect([value.series, value.bills]).toEqual([null, null]);
    expect(issues.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['meter-ambiguous-layout', 'meter-ambiguous-date-order']),
    );
    expect(periods(text, { ...BERLIN, dateOrder: 'day-month-year' })).toHaveLength(12);
    expect(periods(text, { ...BERLIN, layout: 'billing-periods' })[11]).toEqual([
      '2024-12-01',
      '2025-01-01',
      302,
    ]);
    const days = read(text, { ...BERLIN, dateOrder: 'month-day-year' }).value.series!;
    expect(days.channels[0]!.pW.length).toBe(12 * 24);
  });
});

describe('rows that cannot be trusted', () => {
  const LINES = [
    '2024-01-01,2024-01-31,310',
    '2024-02-01,2024-02-29,290',
    '2024-03-01,2024-03-31,300',
    '2024-04-01,2024-04-30,280',
  ];
  const file = (lines: readonly string[]) => `from,to,import kWh\n${lines.join('\n')}\n`;
  const put = (line: string, at = 1) => file(LINES.map((old, i) => (i === at ? line : old)));

  test.each<[string, string, string, number]>([
    ['text for a number', put('2024-02-01,2024-02-29,abc'), 'meter-value-unreadable', 890],
    ['no reading', put('2024-02-01,2024-02-29,n/a'), 'meter-value-missing', 890],
    ['a negative import', put('2024-02-01,2024-02-29,-5'), 'meter-negative', 890],
    ['a date that is none', put('2024-02-01,2024-02-31,290'), 'meter-time-unreadable', 890],
    ['an end before its beginning', put('2024-02-01,2024-01-01,290'), 'meter-period-length', 890],
    ['a year mistyped', put('2024-02-01,2029-02-28,290'), 'meter-period-length', 890],
    ['a row cut short', put('2024-02-01,2024-02-29'), 'meter-row-length', 890],
    ['a period over its neighbour', put('2024-02-01,2024-03-15,290'), 'meter-overlap', 590],
    ['a missing bill', file(LINES.filter((_, i) => i !== 1)), 'meter-gap', 890],
    ['a bill twice', file([...LINES, LINES[1]!]), 'meter-duplicate', 1180],
    ['two bills of one month', file([...LINES, '2024-02-01,2024-02-29,99']), 'meter-duplicate-conflict', 890],
  ])('%s', (_, text, code, kwh) => {
    const { value, issues } = read(text);
    const issue = issues.find((one) => one.code === code);
    expect(issue, issues.map((one) => one.code).join()).toMatchObject({
      severity: 'warning',
      source: 'bills.csv',
    });
    expect(issue!.where).toMatch(/^line \d+$|^2024-/);
    expect(billTotal(value.bills!.channels[0]!).energyJ / 3.6e6).toBeCloseTo(kwh, 9);
  });

  test('a register that falls loses the time up to there; a period with two dates can be no register', () => {
    const text =
      'read date,meter reading kWh import\n2024-01-01,1000\n2024-02-01,1300\n2024-03-01,20\n2024-04-01,300\n';
    const asked = { ...BERLIN, quantity: 'register' } as const;
    expect(codes(text, asked)).toEqual(['warning meter-register-drop']);
    expect(billTotal(read(text, asked).value.bills!.channels[0]!).energyJ / 3.6e6).toBeCloseTo(580, 9);
    expect(codes(file(LINES), asked)).toEqual(['error meter-ambiguous-quantity']);
  });
});

describe('totals', () => {
  test('a period over the turn of the year is shared by its time, and that is said', () => {
    const text = 'from,to,import kWh\n2023-12-02,2024-01-01,310\n2024-01-02,2024-02-01,300\n';
    const { bills } = read(text).value;
    const years = billedYears(bills!, bills!.channels[0]!);
    expect(years.map(({ year, energyJ, sharedJ }) => [year, energyJ / 3.6e6, sharedJ / 3.6e6])).toEqual([
      [2023, 300, 300],
      [2024, 310, 10],
    ]);
  });

  test('a mean power counts over its period', () => {
    const text = 'month,import kW\n2024-01,1.5\n2024-02,1\n';
    expect(periods(text).map(([, , kwh]) => kwh)).toEqual([1.5 * 744, 29 * 24]);
  });
});
