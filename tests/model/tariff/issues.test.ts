import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import {
  coverageFaults,
  parseTariff,
  PLACEHOLDER_TARIFFS,
  tariffIssues,
  type EnergyBlock,
  type Tariff,
  type tariffSchema,
} from '../../../src/model/tariff';
import { ALWAYS, inBlocks, price, tariffOf } from './tariffs';

type DeepReadonly<T> = T extends string | number | boolean | null | undefined
  ? T
  : { readonly [K in keyof T]: DeepReadonly<T[K]> };

const PER_KWH = [price(0.1)];
const codes = (tariff: Tariff): string[] => tariffIssues(tariff, 'f').map(({ code }) => code);
const evening: EnergyBlock = {
  id: 'evening',
  days: ['weekday'],
  hours: { fromHour: 17, toHour: 21 },
  perKWh: PER_KWH,
};

test('the schema is the type', () => {
  expectTypeOf<DeepReadonly<z.infer<typeof tariffSchema>>>().toEqualTypeOf<DeepReadonly<Tariff>>();
});

describe('shipped tariffs', () => {
  test.each(PLACEHOLDER_TARIFFS.map((tariff) => [tariff.id, tariff] as const))(
    '%s is valid as JSON',
    (_, tariff) => {
      const parsed = parseTariff(JSON.parse(JSON.stringify(tariff)), 'f');
      expect(parsed.issues).toEqual([]);
      expect(parsed.ok && parsed.value).toEqual(tariff);
      expect(tariff).toMatchObject({ quality: 'unknown_untraceable', currency: 'EUR' });
      expect(tariff.source).toMatch(/^placeholder/);
    },
  );

  test('are the shapes that people compare, each id once', () => {
    const ids = PLACEHOLDER_TARIFFS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(
      expect.arrayContaining(['flat', 'twoPrice', 'timeOfUse', 'criticalPeak', 'capacity']),
    );
  });
});

describe('blocks', () => {
  test('that leave hours without a price are named with months, kind of day and hours', () => {
    const faults = coverageFaults([
      evening,
      { id: 'weekend', days: ['saturday', 'sunday'], perKWh: PER_KWH },
      { id: 'early', days: ['weekday'], hours: { fromHour: 21, toHour: 6 }, perKWh: PER_KWH },
      {
        id: 'summer',
        days: ['weekday'],
        months: [4, 5, 6],
        hours: { fromHour: 6, toHour: 17 },
        perKWh: PER_KWH,
      },
    ]);
    expect(faults).toEqual([
      { kind: 'gap', blocks: [], when: 'Jan to Mar, Jul to Dec, weekday, 06:00 to 17:00' },
    ]);
  });

  test('that meet are named with all that meet there', () => {
    const night = { id: 'night', hours: { fromHour: 20.5, toHour: 6 }, perKWh: PER_KWH };
    const day = { id: 'day', hours: { fromHour: 6, toHour: 20.5 }, perKWh: PER_KWH };
    expect(coverageFaults([day, night])).toEqual([]);
    expect(coverageFaults([day, night, evening])).toEqual([
      { kind: 'overlap', blocks: ['day', 'evening'], when: 'all months, weekday, 17:00 to 20:30' },
      { kind: 'overlap', blocks: ['night', 'evening'], when: 'all months, weekday, 20:30 to 21:00' },
    ]);
  });

  test('that cut the day anywhere into two are whole, and without one of the two are not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 95 }), (from, length) => {
        const [fromHour, toHour] = [from / 4, ((from + length) % 96) / 4];
        const one = { id: 'one', hours: { fromHour, toHour }, perKWh: PER_KWH };
        const other = { id: 'other', hours: { fromHour: toHour, toHour: fromHour }, perKWh: PER_KWH };
        expect(codes(inBlocks([one, other]))).toEqual([]);
        expect(new Set(codes(inBlocks([one])))).toEqual(new Set(['tariff-gap']));
        expect(new Set(codes(inBlocks([one, other, { ...ALWAYS, perKWh: PER_KWH }])))).toEqual(
          new Set(['tariff-overlap']),
        );
      }),
      { numRuns: 50 },
    );
  });

  test('an empty list of months or days holds nothing', () => {
    expect(codes(inBlocks([{ ...ALWAYS, months: [] }]))).toContain('tariff-gap');
    expect(codes(inBlocks([{ ...ALWAYS, days: [] }]))).toContain('tariff-gap');
  });
});

describe('every fault is told, all at once', () => {
  test('values, tiers, hours, ids, coverage', () => {
    const broken = tariffOf({
      currency: 'euro',
      vatShare: 19,
      feedInPerKWh: Number.NaN,
      connectionPerYear: price(-1),
      contractedPerKWYear: price(0, Number.NaN),
      energy: {
        kind: 'blocks',
        tierLimitsKWhPerMonth: [100, 100],
        blocks: [
          { id: 'a', hours: { fromHour: 0, toHour: 12.1 }, perKWh: [price(0.1)] },
          {
            id: 'a',
            hours: { fromHour: 13, toHour: 13 },
            perKWh: [price(0.1), price(0.2), price(0.3, -0.1)],
          },
        ],
      },
      criticalPeak: {
        days: [
          { name: 'no day', month: 2, day: 29 },
          { name: 'once', month: 1, day: 2 },
          { name: 'twice', month: 1, day: 2 },
        ],
        hours: { fromHour: 25, toHour: 3 },
        perKWh: price(1),
      },
      peak: { perKWMonth: price(0, 0, -2), leastKW: -1 },
    });
    const issues = tariffIssues(broken, 'f');
    const found = issues.map(({ code, field }) => `${code} ${field}`);
    expect(found).toEqual([
      'tariff-currency currency',
      'tariff-range vatShare',
      'tariff-no-number feedInPerKWh',
      'tariff-negative connectionPerYear.supplier',
      'tariff-no-number contractedPerKWYear.grid',
      'tariff-tiers tierLimitsKWhPerMonth[1]',
      'tariff-tiers perKWh',
      'tariff-hours hours.toHour',
      'duplicate-id id',
      'tariff-negative perKWh[2].grid',
      'tariff-hours hours',
      'tariff-gap blocks',
      'tariff-gap blocks',
      'tariff-gap blocks',
      'tariff-range hours.fromHour',
      'tariff-day days',
      'tariff-day days',
      'tariff-negative perKWMonth.levies',
      'tariff-negative leastKW',
    ]);
    for (const issue of issues) expect(issue.message.length * issue.remedy.length).toBeGreaterThan(0);
  });

  test('a series of prices that is short, has gaps or bounds the wrong way round', () => {
    const dynamic = tariffOf({
      energy: {
        kind: 'dynamic',
        marketPerKWh: [0.1, Number.NaN, -0.02],
        leastPerKWh: 0.5,
        mostPerKWh: 0.1,
        addedPerKWh: price(0, 0.1, -1),
      },
    });
    expect(codes(dynamic)).toEqual(['tariff-negative', 'tariff-series', 'tariff-no-number', 'tariff-range']);
  });

  test('a negative market price is none: prices are negative at times', () => {
    const marketPerKWh = new Array<number>(8760).fill(-0.01);
    const energy = { marketPerKWh, leastPerKWh: -1, mostPerKWh: 4, addedPerKWh: price(0.01) };
    expect(codes(tariffOf({ energy: { kind: 'dynamic', ...energy } }))).toEqual([]);
  });
});

describe('a file', () => {
  test('of another kind, with a field too many, or without a source is refused', () => {
    const fields = (json: unknown): unknown[] => {
      const parsed = parseTariff(json, 'f');
      expect(parsed.ok).toBe(false);
      return parsed.issues.map(({ field }) => field);
    };
    expect(fields({ ...tariffOf(), schema: 'gridtwin-tariff/2' })).toEqual(['schema']);
    expect(fields({ ...tariffOf(), discount: 1 })).toEqual(['discount']);
    expect(fields({ ...tariffOf(), source: '' })).toEqual(['source']);
    expect(fields({ ...tariffOf(), vatShare: null })).toEqual(['vatShare']);
  });
});
