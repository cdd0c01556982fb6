import { describe, expect, it } from 'vitest';
import { reliabilityIndices, type Interruption } from '../../src/kpi/reliability';

const MIN = 60;
const WORKED: readonly Interruption[] = [
  { durationS: 120 * MIN, customers: 30 },
  { durationS: 45 * MIN, customers: 200 },
  { durationS: 300 * MIN, customers: 10 },
  { durationS: 2 * MIN, customers: 500 },
];

describe('reliability indices', () => {
  it('give the worked example: 1000 customers, three sustained interruptions and a momentary one', () => {
    const result = reliabilityIndices(WORKED, 1000);
    if (!result.ok) throw new Error('refused');
    expect(result.value.saifi).toBeCloseTo(0.24, 12);
    expect(result.value.saidiMin).toBeCloseTo(15.6, 10);
    expect(result.value.caidiMin).toBeCloseTo(65, 10);
    expect(result.value.asai).toBeCloseTo(0.99997032, 8);
    expect(result.value.maifi).toBeCloseTo(0.5, 12);
  });

  it('count five minutes as momentary and a second more as sustained', () => {
    const of = (durationS: number) => reliabilityIndices([{ durationS, customers: 10 }], 100);
    expect(of(300)).toMatchObject({ value: { saifi: 0, maifi: 0.1 } });
    expect(of(301)).toMatchObject({ value: { saifi: 0.1, maifi: 0 } });
  });

  it('have no average length without an interruption, and full availability', () => {
    expect(reliabilityIndices([], 10)).toMatchObject({ value: { saifi: 0, caidiMin: Number.NaN, asai: 1 } });
  });

  it('refuse more customers than there are, no customers and impossible durations, all at once', () => {
    const result = reliabilityIndices(
      [
        { durationS: -1, customers: 5 },
        { durationS: 400, customers: Number.NaN },
      ],
      0,
    );
    expect(result.ok).toBe(false);
    expect(result.issues.map(({ field, where }) => [field, where])).toEqual([
      ['customersServed', undefined],
      ['durationS', 'interruption 1'],
      ['customers', 'interruption 1'],
      ['customers', 'interruption 2'],
    ]);
  });
});
