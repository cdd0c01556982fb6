import { describe, expect, it } from 'vitest';
import { FACTORS } from '../../../src/kpi';
import { majorEventThreshold } from '../../../src/kpi/reliability';
import {
  drawnYears,
  majorEvents,
  reliabilityStudy,
  type ReliabilityStudy,
} from '../../../src/study/reliability';
import { daysOfYears } from '../../../src/study/reliability/majorEvents';
import { districtOf, HOMES, RING } from '../../measures/network/ring';

function ring(): ReliabilityStudy {
  const outcome = reliabilityStudy(districtOf(RING, HOMES), {
    ...FACTORS,
    mvCableFailuresPerKmYear: { ...FACTORS.mvCableFailuresPerKmYear, value: 0.5 },
  });
  if (!outcome.ok) throw new Error('no study');
  return outcome.value;
}

/** `often` fails 20 times a year for `smallMin` at one of 100 customers, `seldom` once in ten years for a day at all of them. */
function mixed(smallS = 3600): ReliabilityStudy {
  const outage = (elementId: string, failuresPerYear: number, customers: number, durationS: number) => ({
    place: { kind: 'line', elementId, branch: 0, ofSwitch: false, failuresPerYear, repairS: durationS },
    customers,
    groups: [{ restoredBy: 'repair', customers, durationS, meanW: 0 }],
    closedLineIds: [],
    durationS: new Float64Array(0),
  });
  const outages = [outage('often', 20, 1, smallS), outage('seldom', 0.1, 100, 86_400)];
  return { customersServed: 100, outages } as unknown as ReliabilityStudy;
}

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

describe('days of years of chance', () => {
  it('add up to the SAIDI of the same years', () => {
    const study = ring();
    const days = daysOfYears(study, 300, 4);
    const years = drawnYears(study, 300, 4);
    if (!years.ok) throw new Error('no years');
    expect(sum(days.map((year) => sum(year))) / 300).toBeCloseTo(years.value.saidiMin.mean, 9);
    expect(years.value.saidiMin.mean).toBeGreaterThan(1);
  });

  it('are spread over the whole year, and stay as they are with more years', () => {
    const days = daysOfYears(mixed(), 50, 1);
    const hit = new Set(days.flatMap((year) => [...year].flatMap((value, day) => (value > 0 ? [day] : []))));
    expect(hit.size).toBeGreaterThan(300);
    expect(Math.min(...hit)).toBeLessThan(5);
    expect(Math.max(...hit)).toBeGreaterThan(359);
    expect(daysOfYears(mixed(), 80, 1).slice(0, 50)).toEqual(days);
  });

  it('leave momentary interruptions out', () => {
    const days = daysOfYears(mixed(300), 10, 1);
    expect(
      [...new Set(days.flatMap((year) => [...year]))].every((value) => value === 0 || value >= 1440),
    ).toBe(true);
  });
});

describe('major event days', () => {
  it('are the days of the seldom and long, and SAIDI without them is that of the rest', () => {
    const years = 400;
    const { saidiMin, saidiWithoutMin, majorDays, tMedMin } = majorEvents(mixed(), years, 2)!;
    // Small days have 0.6 min each: T_MED lies above two of them and below 1,440 min in nearly every year.
    expect(tMedMin.p50).toBeGreaterThan(0.6);
    expect(tMedMin.p90).toBeLessThan(1440);
    expect(saidiMin.mean).toBeGreaterThan(100);
    // 20 x 60 / 100 = 12 min of the small ones; five standard errors of a Poisson count of 20.
    expect(Math.abs(saidiWithoutMin.mean - 12)).toBeLessThan(0.6 * 5 * Math.sqrt(20 / years) + 0.6);
    expect(majorDays.mean).toBeGreaterThan(0.05);
    expect(saidiMin.years).toBe(years - 5);
  });

  it('are judged by the five years before, not by the year itself', () => {
    const days = daysOfYears(mixed(), 6, 9);
    const tMedMin = majorEventThreshold(days.slice(0, 5).flatMap((year) => [...year]))!.tMedMin;
    expect(majorEvents(mixed(), 6, 9)!.tMedMin).toMatchObject({ p50: tMedMin, years: 1 });
  });

  it('cannot be told of five years or fewer', () => {
    expect(majorEvents(mixed(), 5, 1)).toBeNull();
  });
});
