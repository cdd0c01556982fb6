import { describe, expect, it } from 'vitest';
import type { MeasureType } from '../../../src/model/scenario';
import { baselineScenario, hashDistrict } from '../../../src/scenario';
import { scenarioCosts } from '../../../src/study/scenarioCosts';
import { measureOf } from '../../measures/districts';
import { districtOf, HOMES, RING } from '../../measures/network/ring';

/** Placeholders: 5,000 EUR a line with remote switches, 2,500 EUR a station, 150 EUR a meter; 15 years, 2 % upkeep, 3 %. */
const district = districtOf(RING, HOMES);
const blank = baselineScenario(district, hashDistrict(district), 2030);
const linesOf = (type: MeasureType) => {
  const outcome = scenarioCosts({
    district,
    baseEdits: [],
    scenario: { ...blank, measures: [measureOf(type, 1)] },
  });
  if (!outcome.ok) throw new Error(outcome.issues.map(({ message }) => message).join('; '));
  return outcome.value.lines;
};
const typical = (line: ReturnType<typeof linesOf>[number]) =>
  line.investment.known ? line.investment.typical : Number.NaN;

describe('what metering, telemetry and remote control cost', () => {
  it.each<[MeasureType, number, number]>([
    // Four lines of the ring have switches, the open one too.
    ['feederAutomation', 4, 5000],
    ['networkMonitoring', 3, 2500],
  ])('%s: so many pieces, each at its price and for its own life', (type, pieces, eur) => {
    const lines = linesOf(type);
    expect(lines.map(typical)).toEqual(Array.from({ length: pieces }, () => eur));
    for (const line of lines) {
      expect(line.payer).toBe('operator');
      expect(line.quality).toBe('unknown_untraceable');
      // Capital recovery at 3 % over 15 years.
      expect(line.annuity.known && line.annuity.eur).toBeCloseTo(eur * 0.08376658, 3);
      expect(line.lifetimeYears?.value).toBe(15);
      expect(line.runningPerYear.known && line.runningPerYear.eur).toBeCloseTo(eur * 0.02, 9);
    }
  });

  it('smartMeters: by the meter, paid by the operator', () => {
    const lines = linesOf('smartMeters');
    expect(lines.map(typical)).toEqual(HOMES.map(({ households }) => 150 * households));
    expect(new Set(lines.map(({ payer }) => payer))).toEqual(new Set(['operator']));
  });

  it('telemetry that a dynamic rating brought is not bought again for monitoring', () => {
    const outcome = scenarioCosts({
      district,
      baseEdits: [],
      scenario: {
        ...blank,
        measures: [measureOf('transformerDynamicRating', 1), measureOf('networkMonitoring', 1)],
      },
    });
    if (!outcome.ok) throw new Error('refused');
    const [first, second] = outcome.value.byMeasure.map(({ sum }) => sum);
    expect([first!.typicalEur, second!.typicalEur]).toEqual([3 * 2500, 0]);
    expect([second!.lines, second!.notKnown.investment, second!.notKnown.running]).toEqual([3, 0, 0]);
  });
});
