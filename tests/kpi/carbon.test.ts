import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  carbonLedger,
  closedLedger,
  hourlyCarbon,
  marginalChange,
  type LedgerRow,
} from '../../src/kpi/carbon';

const KWH = 3.6e6;
const energy = fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 48 });

describe('carbon of electricity', () => {
  it('weighs every hour by its own intensity and says what the yearly average would give', () => {
    const result = hourlyCarbon([KWH, 3 * KWH], [0.1, 0.5]);
    expect(result.hourlyKg).toBeCloseTo(1.6, 12);
    // The mean over hours, 0.3; weighted by this energy it would be 0.4 and the difference always zero.
    expect(result.annualKg).toBeCloseTo(1.2, 12);
    expect(result.differenceKg).toBeCloseTo(0.4, 12);
    expect(hourlyCarbon([KWH, 3 * KWH], [0.1, 0.5], 0.5).annualKg).toBeCloseTo(2, 12);
  });

  it('is the same hourly and yearly under a flat intensity, to the last bit', () => {
    fc.assert(
      fc.property(energy, fc.double({ min: 0.001, max: 1.2, noNaN: true }), (energyJ, flat) => {
        const { hourlyKg, annualKg, differenceKg } = hourlyCarbon(
          energyJ,
          energyJ.map(() => flat),
        );
        expect(differenceKg).toBe(0);
        expect(hourlyKg).toBe(annualKg);
      }),
    );
  });

  it('is not told where an hour has no intensity', () => {
    expect(hourlyCarbon([1, 1], [0.1]).hourlyKg).toBeNaN();
    expect(hourlyCarbon([1, 1], [0.1, Number.NaN], 0.2).hourlyKg).toBeNaN();
  });

  it('is marginal only with a label, and says so', () => {
    const intensity = {
      kgPerKwh: [0.4, 0.8],
      label: 'short-run margin',
      source: 'placeholder',
      quality: 'unknown_untraceable',
    } as const;
    expect(marginalChange([KWH, -2 * KWH], intensity)).toMatchObject({
      ok: true,
      value: { kind: 'marginal', label: 'short-run margin', changeKg: expect.closeTo(-1.2, 12) as unknown },
    });
    expect(marginalChange([1, 1], { ...intensity, label: ' ' })).toMatchObject({
      ok: false,
      issues: [{ field: 'label' }],
    });
    expect(marginalChange([1], intensity)).toMatchObject({ ok: false, issues: [{ field: 'kgPerKwh' }] });
  });
});

describe('the carbon ledger', () => {
  const rows: readonly LedgerRow[] = [
    { sector: 'buildings, heat', emissionKg: 700, quality: 'extrapolated_survey' },
    { sector: 'vehicles', emissionKg: 200, quality: 'estimation_assumptions' },
    { sector: 'grid losses', emissionKg: 100, quality: 'accurate_measurement' },
  ];

  it('sums its sectors and inherits the worst class', () => {
    expect(carbonLedger('district, energy', rows)).toMatchObject({
      ok: true,
      value: { totalKg: 1000, quality: 'estimation_assumptions' },
    });
  });

  it('closes against a total that was counted another way, and is refused when a sector is missing', () => {
    const hourly = [
      [2, 3, 4],
      [1, 0, 5],
      [0.25, 0.5, 0.125],
    ] as const;
    const intensity = [0.3, 0.1, 0.6];
    const bySector = hourly.map((kWh, i) => ({
      sector: `s${i}`,
      emissionKg: hourlyCarbon(
        kWh.map((each) => each * KWH),
        intensity,
      ).hourlyKg,
      quality: 'estimation_assumptions' as const,
    }));
    const all = [0, 1, 2].map((h) => (hourly[0][h]! + hourly[1][h]! + hourly[2][h]!) * KWH);
    const countedKg = hourlyCarbon(all, intensity).hourlyKg;
    const ledgerOf = (rows_: readonly LedgerRow[]) => {
      const ledger = carbonLedger('district', rows_);
      if (!ledger.ok) throw new Error('refused');
      return ledger.value;
    };
    expect(closedLedger(ledgerOf(bySector), countedKg).ok).toBe(true);
    expect(closedLedger(ledgerOf(bySector.slice(1)), countedKg)).toMatchObject({
      issues: [{ code: 'carbon-open' }],
    });
  });

  it('refuses no boundary, no rows, a sector twice and one that is not told', () => {
    expect(carbonLedger('', []).issues.map(({ code }) => code)).toEqual(['carbon-boundary', 'carbon-empty']);
    expect(
      carbonLedger('x', [rows[0]!, { ...rows[0]!, emissionKg: Number.NaN }]).issues.map(({ code }) => code),
    ).toEqual(['carbon-sector', 'carbon-emission']);
  });
});
