import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aggregate,
  BANDS,
  bandOf,
  clearTarget,
  DEFAULT_TARGETS,
  NOT_COMPUTED,
  parseU4sscCode,
  percentOfTarget,
  readIndicator,
  scorecard,
  setTarget,
  targetLabel,
  U4SSC_INDICATORS,
  type SourcedNumber,
  type U4sscIndicator,
} from '../../src/kpi/u4ssc';

const byId = (id: string): U4sscIndicator => {
  const found = U4SSC_INDICATORS.find((indicator) => indicator.id === id);
  if (found === undefined) throw new Error(`no indicator ${id}`);
  return found;
};
const measured = (value: number): SourcedNumber => ({ value, quality: 'accurate_measurement' });
const given = (values: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, measured(value)]));
const read = (id: string, values: Readonly<Record<string, number>>) => readIndicator(byId(id), given(values));

describe('codes', () => {
  it('read as dimension, sub-dimension, category, number and level', () => {
    expect(parseU4sscCode('EC: ICT: ES: 3A')).toMatchObject({
      ok: true,
      value: { dimension: 'EC', subDimension: 'ICT', category: 'ES', number: 3, level: 'advanced' },
    });
    expect(parseU4sscCode('SC: SH: SI: 12C')).toMatchObject({
      ok: true,
      value: { number: 12, level: 'core' },
    });
  });

  it.each([
    'EC:ICT:ES:3A',
    'EC: ICT: ES: 3',
    'XX: ICT: ES: 3A',
    'EC: ICT: ES: 3B',
    'EN: ICT: ES: 1C',
    ' EC: I: ES: 1C',
    'EC: I: ES: 1C\n',
  ])('refuse %j', (text) => {
    expect(parseU4sscCode(text)).toMatchObject({ ok: false, issues: [{ code: 'u4ssc-code' }] });
  });

  it('of all indicators, computed or not, are codes', () => {
    for (const { code } of [...U4SSC_INDICATORS, ...NOT_COMPUTED]) expect(parseU4sscCode(code).ok).toBe(true);
    expect(U4SSC_INDICATORS.map(({ code }) => code)).toEqual([
      ...['EC: ICT: ES: 1C', 'EC: ICT: ES: 2A', 'EC: ICT: ES: 3A'],
      ...['EC: I: ES: 1C', 'EC: I: ES: 2C', 'EC: I: ES: 3C'],
      ...['EC: I: B: 1A', 'EC: I: B: 2A', 'EC: I: T: 8A', 'EN: EN: AQ: 2C'],
      ...['EN: E: E: 1C', 'EN: E: E: 2C', 'EN: E: E: 3C', 'EN: E: E: 4A'],
      ...['EC: ICT: PS: 1A', 'EC: ICT: PS: 1A'],
    ]);
  });
});

describe('the indicators', () => {
  it.each<[string, Record<string, number>, number]>([
    ['EC: ICT: ES: 1C', { smartMeters: 30, meters: 120 }, 25],
    ['EC: ICT: ES: 2A', { monitoredLengthM: 900, lengthM: 1200 }, 75],
    ['EC: ICT: ES: 3A', { controllableCustomers: 3, customers: 40 }, 7.5],
    ['EC: I: ES: 1C', { customerInterruptions: 240, customersServed: 1000 }, 0.24],
    // SAIDI of the same events would be 15.6 min.
    ['EC: I: ES: 2C', { customerMin: 15600, customerInterruptions: 240 }, 65],
    ['EC: I: ES: 3C', { authorisedHouseholds: 99, households: 100 }, 99],
    ['EC: I: B: 1A', { certifiedFloorAreaM2: 470, floorAreaM2: 10000 }, 4.7],
    ['EC: I: B: 2A', { managedFloorAreaM2: 1, floorAreaM2: 4 }, 25],
    ['EC: I: T: 8A', { lowCarbonVehicles: 3, vehicles: 12 }, 25],
    ['EN: EN: AQ: 2C', { emissionKg: 5000, inhabitants: 2 }, 2.5],
    ['EN: E: E: 1C', { renewableJ: 1, energyJ: 5 }, 20],
    ['EN: E: E: 2C', { electricityJ: 7.2e9, inhabitants: 2 }, 1000],
    ['EN: E: E: 3C', { thermalJ: 8e9, inhabitants: 4 }, 2],
    ['EN: E: E: 4A', { energyJ: 3.6e8, floorAreaM2: 10 }, 10],
    ['EC: ICT: PS: 1A, share', { publishedSets: 268, inventoriedSets: 268 }, 100],
    ['EC: ICT: PS: 1A, number', { publishedSets: 268 }, 268],
  ])('%s of %j is %d', (id, values, expected) => {
    expect(read(id, values)).toMatchObject({ ok: true, value: { value: expected } });
  });

  it('inherit the worst class of their inputs', () => {
    const reading = readIndicator(byId('EN: E: E: 2C'), {
      electricityJ: { value: 1, quality: 'extrapolated_survey' },
      inhabitants: { value: 1, quality: 'personal_estimation' },
    });
    expect(reading).toMatchObject({ ok: true, value: { quality: 'personal_estimation' } });
  });

  it('are not reported, rather than zero, when an input is missing or the whole is nothing', () => {
    expect(readIndicator(byId('EC: ICT: ES: 1C'), { meters: measured(5) })).toMatchObject({
      ok: false,
      issues: [{ code: 'u4ssc-missing', severity: 'note', field: 'smartMeters' }],
    });
    expect(read('EC: I: ES: 2C', { customerMin: 0, customerInterruptions: 0 })).toMatchObject({
      ok: false,
      issues: [{ code: 'u4ssc-undefined', severity: 'note' }],
    });
  });

  it('refuse parts larger than the whole and negative numbers', () => {
    expect(read('EC: I: ES: 3C', { authorisedHouseholds: 101, households: 100 })).toMatchObject({
      ok: false,
      issues: [{ code: 'u4ssc-share' }],
    });
    expect(read('EN: E: E: 2C', { electricityJ: -1, inhabitants: 3 })).toMatchObject({
      ok: false,
      issues: [{ code: 'u4ssc-input', field: 'electricityJ' }],
    });
  });

  it('ask to check access again below 90 %, as the manual does', () => {
    const issues = (authorisedHouseholds: number) =>
      read('EC: I: ES: 3C', { authorisedHouseholds, households: 100 }).issues;
    expect(issues(90)).toEqual([]);
    expect(issues(89)).toMatchObject([{ code: 'u4ssc-recheck', severity: 'warning' }]);
  });
});

describe('the published scoring', () => {
  it('gives 9/16 = 56.25 %, band 33-66, for points 1, 3, 4, 1', () => {
    expect(aggregate([1, 3, 4, 1])).toEqual({ points: 9, scoredItems: 4, percent: 56.25, band: BANDS[1] });
  });

  it('gives 9/12 = 75 %, band 66-95, when only 3, 4, 2 are reported', () => {
    expect(aggregate([3, undefined, 4, 2])).toEqual({
      points: 9,
      scoredItems: 3,
      percent: 75,
      band: BANDS[2],
    });
  });

  it('reads 25 % when everything is red, and nothing when nothing is reported', () => {
    expect(aggregate([1, 1, 1, 1, 1])?.percent).toBe(25);
    expect(aggregate([undefined, undefined])).toBeUndefined();
  });

  it.each([
    [0, 1],
    [32.999, 1],
    [33, 2],
    [65.999, 2],
    [66, 3],
    [94.999, 3],
    [95, 4],
    [100, 4],
  ])('puts %d %% into the band of %d points: an edge belongs to the upper band', (percent, points) => {
    expect(bandOf(percent)?.points).toBe(points);
  });

  it('keeps a value on the edge there in spite of rounding', () => {
    // 100 * 16.83 / 51 is 32.99999999999999 in floating point.
    expect(bandOf(percentOfTarget(16.83, 'higher', { target: 51 }))?.points).toBe(2);
  });

  it('is linear between worst and target where less is better, a target of zero included', () => {
    expect(percentOfTarget(0.5, 'lower', { target: 0, worst: 2 })).toBe(75);
    expect(percentOfTarget(60, 'lower', { target: 40, worst: 120 })).toBe(75);
    expect(percentOfTarget(130, 'lower', { target: 40, worst: 120 })).toBe(0);
    expect(percentOfTarget(10, 'lower', { target: 40, worst: 120 })).toBe(100);
    expect(percentOfTarget(50, 'lower', { target: 40 })).toBeNaN();
    expect(percentOfTarget(50, 'higher', { target: 40 })).toBe(100);
  });

  it('never falls when the value gets better', () => {
    const number = fc.double({ min: 0, max: 1000, noNaN: true });
    fc.assert(
      fc.property(
        number,
        number,
        number,
        fc.double({ min: 0.1, max: 500, noNaN: true }),
        (a, b, target, span) => {
          const [low, high] = a < b ? [a, b] : [b, a];
          const lower = { target, worst: target + span };
          expect(percentOfTarget(low, 'lower', lower)).toBeGreaterThanOrEqual(
            percentOfTarget(high, 'lower', lower),
          );
          const higher = { target: span };
          expect(percentOfTarget(high, 'higher', higher)).toBeGreaterThanOrEqual(
            percentOfTarget(low, 'higher', higher),
          );
        },
      ),
    );
  });
});

describe('targets', () => {
  it("are the user's own or the project's, never the set's", () => {
    const set = setTarget(DEFAULT_TARGETS, byId('EN: E: E: 1C'), { target: 60 }, 'council decision');
    if (!set.ok) throw new Error('refused');
    const labels = set.value.map(targetLabel);
    expect(labels.every((label) => label.endsWith('not a U4SSC benchmark'))).toBe(true);
    expect(targetLabel(set.value.at(-1)!)).toMatch(/^target set by you/);
  });

  it('replace the one there was, and can be taken away', () => {
    const set = setTarget(DEFAULT_TARGETS, byId('EC: I: ES: 3C'), { target: 99 }, 'own');
    if (!set.ok) throw new Error('refused');
    expect(set.value.filter(({ indicatorId }) => indicatorId === 'EC: I: ES: 3C')).toMatchObject([
      { target: 99, setBy: 'user' },
    ]);
    expect(clearTarget(set.value, 'EC: I: ES: 3C')).toHaveLength(DEFAULT_TARGETS.length - 1);
  });

  it.each<[string, { target: number; worst?: number }]>([
    ['EC: I: ES: 1C', { target: 1 }],
    ['EC: I: ES: 1C', { target: 1, worst: 1 }],
    ['EC: I: ES: 1C', { target: 2, worst: 1 }],
    ['EC: I: ES: 1C', { target: 1, worst: Infinity }],
    ['EC: ICT: ES: 1C', { target: 0 }],
    ['EC: ICT: ES: 1C', { target: Infinity }],
    ['EC: ICT: ES: 1C', { target: Number.NaN }],
  ])('of %s refuse %j', (id, target) => {
    expect(setTarget([], byId(id), target, 'own')).toMatchObject({
      ok: false,
      issues: [{ code: 'u4ssc-target' }],
    });
  });
});

describe('the scorecard', () => {
  const readings = [
    {
      indicator: byId('EC: ICT: ES: 1C'),
      reading: read('EC: ICT: ES: 1C', { smartMeters: 10, meters: 100 }),
    },
    {
      indicator: byId('EC: ICT: ES: 2A'),
      reading: read('EC: ICT: ES: 2A', { monitoredLengthM: 50, lengthM: 100 }),
    },
    { indicator: byId('EC: ICT: ES: 3A'), reading: read('EC: ICT: ES: 3A', { customers: 4 }) },
    {
      indicator: byId('EC: I: ES: 3C'),
      reading: read('EC: I: ES: 3C', { authorisedHouseholds: 100, households: 100 }),
    },
    { indicator: byId('EN: E: E: 2C'), reading: read('EN: E: E: 2C', { electricityJ: 1, inhabitants: 1 }) },
  ];
  const card = scorecard(readings, DEFAULT_TARGETS);

  it('excludes what is not reported and what has no target, and lists both', () => {
    expect(card.notReported).toEqual(['EC: ICT: ES: 3A']);
    expect(card.withoutTarget).toEqual(['EN: E: E: 2C']);
    expect(card.lookFirst).toEqual(['EC: ICT: ES: 1C', 'EC: ICT: ES: 2A']);
  });

  it('says which of its rules are not published, and that nothing scores under 25 %', () => {
    expect(card.notes.filter((note) => note.includes('a choice of this project'))).toHaveLength(2);
    expect(card.notes.join(' ')).toContain('25 %, not 0 %');
  });

  it('adds up categories, sub-dimensions and dimensions from items, not from each other', () => {
    const percents = Object.fromEntries(
      card.groups.map(({ prefix, aggregate: of }) => [prefix, of?.percent]),
    );
    expect(percents).toEqual({
      // Points 1, 2 and 4; a mean of sub-dimensions would be 68.75 %.
      EC: (100 * 7) / 12,
      'EC: ICT': 37.5,
      'EC: ICT: ES': 37.5,
      'EC: I': 100,
      'EC: I: ES': 100,
      EN: undefined,
      'EN: E': undefined,
      'EN: E: E': undefined,
    });
  });
});
