import { describe, expect, it } from 'vitest';
import type { AssumptionOverride } from '../../../src/model/assumptions';
import type { Measure, MeasureType, Scenario } from '../../../src/model/scenario';
import { baselineScenario, hashDistrict } from '../../../src/scenario';
import { scenarioCosts } from '../../../src/study/scenarioCosts';
import { districtOf, HOMES, RING } from '../../measures/network/ring';

/**
 * Worked by hand from eDisGo (LV 9 + 91, MV 20 + 120 EUR/m), pylovo (160 to 630 kVA: 3, 5, 8, 12 kEUR) and PyPSA
 * technology-data (197.8874 EUR/kWh, 227.5176 EUR/kW). The cheapest wrong programs: a trench dug for every cable, a price for
 * what was asked instead of what was changed, and 0 for what nobody knows.
 */
const district = districtOf(RING, HOMES);
const blank = baselineScenario(district, hashDistrict(district), 2030);
const measure = (
  type: MeasureType,
  ids: readonly string[],
  parameters: Measure['parameters'] = {},
  change: Partial<Measure> = {},
): Measure => ({
  id: type,
  type,
  adoption: 1,
  parameters,
  selector: { rule: { kind: 'ids', ids } },
  ...change,
});
const costs = (measures: readonly Measure[], change: Partial<Scenario> = {}) => {
  const outcome = scenarioCosts({ district, baseEdits: [], scenario: { ...blank, ...change, measures } });
  if (!outcome.ok) throw new Error(outcome.issues.map(({ message }) => message).join('; '));
  return outcome.value;
};
const assume = (key: AssumptionOverride['key'], value: number, unit: string): AssumptionOverride => ({
  key,
  value,
  unit,
  source: 'tender',
  date: '2026',
});

describe('what work on the network costs', () => {
  it.each<[string, Measure, Record<string, number>]>([
    ['one LV cable of 100 m', measure('parallelCable', ['A1']), { A1: 100 * (9 + 91) }],
    [
      'three cables in one trench',
      measure('parallelCable', ['A1'], { count: 3 }),
      { A1: 100 * (3 * 9 + 91) },
    ],
    ['an MV cable of 500 m', measure('parallelCable', ['R2']), { R2: 500 * (20 + 120) }],
    ['a thicker LV cable of 150 m', measure('cableReplacement', ['A3']), { A3: 150 * (9 + 91) }],
    [
      'transformers of 630 and 250 kVA',
      measure('transformerReplacement', ['T-A', 'T-B']),
      { 'T-A': 12_000, 'T-B': 5000 },
    ],
    // Beyond the list as much per kVA as its largest.
    [
      'a transformer of 1,600 kVA',
      measure('transformerReplacement', ['T-A'], { peakKVA: 1500 }),
      { 'T-A': (12_000 / 630) * 1600 },
    ],
    ['a tap', measure('transformerTap', ['T-C']), { 'T-C': 300 }],
    ['a tap changer', measure('onLoadTapChanger', ['T-C']), { 'T-C': 20_000 }],
    ['a line regulator', measure('lineRegulator', ['A2']), { A2: 25_000 }],
    [
      'a station of 400 kVA with 450 m of MV cable and a joint opened',
      measure('newSubstation', ['T-A']),
      { 'MV-T-A+2': 450 * 140, 'T-A+2': 8000 + 25_000, A3: 300 },
    ],
    [
      'a station beside another and one feeder moved over',
      measure('newSubstation', ['T-A'], { place: 0 }),
      { A5: 300, 'T-A+2': 33_000 },
    ],
    ['a ring opened elsewhere', measure('openPointShift', ['T-A']), { R1: 300, R3: 300 }],
    [
      'a battery of 100 kW and 200 kWh',
      measure('feederBattery', ['T-A']),
      { 'T-A': 200 * 197.8874 + 100 * 227.5176 },
    ],
  ])('%s', (_, one, expected) => {
    const { lines, total } = costs([one]);
    expect(lines.map(({ elementId }) => elementId).sort()).toEqual(Object.keys(expected).sort());
    for (const { elementId, investment } of lines) {
      if (!investment.known) throw new Error(investment.reason);
      expect(investment.typical, elementId).toBeCloseTo(expected[elementId]!, 6);
      expect(investment.low).toBeLessThan(investment.typical);
      expect(investment.high).toBeGreaterThan(investment.typical);
    }
    expect(total.typicalEur).toBeCloseTo(
      Object.values(expected).reduce((sum, eur) => sum + eur),
      6,
    );
    expect(total.notKnown).toEqual({ investment: 0, running: 0, annuity: 0, embodied: lines.length });
  });

  it('goes down to eDisGo’s rural figure: 60 and 80 kEUR/km, but for the cable', () => {
    const [lv] = costs([measure('parallelCable', ['A1'])]).lines;
    const [mv] = costs([measure('parallelCable', ['R2'])]).lines;
    expect(lv!.investment).toMatchObject({ low: expect.closeTo(100 * (0.7 * 9 + 51), 6) as number });
    expect(mv!.investment).toMatchObject({ low: expect.closeTo(500 * (0.7 * 20 + 60), 6) as number });
    expect(lv!.quality).toBe('unknown_untraceable');
    expect(lv!.investment).toMatchObject({ quality: 'extrapolated_higher_level' });
    expect(lv!.sources.join()).toContain('eDisGo');
  });

  it('is an annuity over its life, with upkeep', () => {
    const [transformer] = costs([measure('transformerReplacement', ['T-A'])]).lines;
    // 3 %, 40 years: 0.03 1.03^40/(1.03^40 - 1) = 0.0432624.
    expect(transformer!.annuity).toMatchObject({ eur: expect.closeTo(12_000 * 0.0432624, 2) as number });
    expect(transformer!.runningPerYear).toEqual({ known: true, eur: 240 });
    const [battery] = costs([measure('feederBattery', ['T-A'])]).lines;
    // 3 %, 10 years: 0.1172305.
    expect(battery!.annuity).toMatchObject({ eur: expect.closeTo(62_329.24 * 0.1172305, 1) as number });
    expect(battery!.lifetimeYears!.value).toBe(10);
    expect(battery!.runningPerYear).toMatchObject({
      eur: expect.closeTo(100 * 227.5176 * 0.002512, 6) as number,
    });
    const [tap] = costs([measure('transformerTap', ['T-C'])]).lines;
    expect(tap!.runningPerYear).toEqual({ known: true, eur: 0 });
  });

  it('follows the scenario’s assumptions: prices, interest and grants', () => {
    const assumptions = [
      assume('lvTrenchEurPerM', 200, 'EUR/m'),
      assume('grantShareNetwork', 0.4, '1'),
      assume('interestRate', 0, '1'),
      assume('networkLifetimeYears', 50, 'a'),
    ];
    const { lines, total, interestRate } = costs([measure('parallelCable', ['A1'])], { assumptions });
    expect(total.typicalEur).toBeCloseTo(20_900, 6);
    expect(total.grantEur).toBeCloseTo(8360, 6);
    expect(total.annuityEurPerYear).toBeCloseTo((20_900 - 8360) / 50, 6);
    expect(interestRate).toBe(0);
    expect(lines[0]!.sources.join()).toContain('tender');
  });

  it('is counted for what each measure adds, in the order of the scenario', () => {
    const one = measure('transformerReplacement', ['T-A'], {}, { id: 'one', inheritedFrom: 'parent' });
    const two = measure('transformerReplacement', ['T-A'], { steps: 2 }, { id: 'two' });
    const again = { ...two, id: 'again' };
    const both = costs([one, two, again]);
    // 630 kVA first, then 1,000 in its place; the third finds it done.
    expect(both.byMeasure.map(({ sum }) => Math.round(sum.typicalEur))).toEqual([12_000, 19_048, 0]);
    expect(both.byMeasure[2]!.sum.lines).toBe(0);
    expect(both.inherited.typicalEur).toBeCloseTo(12_000, 6);
    expect(both.own.typicalEur).toBeCloseTo((12_000 / 630) * 1000, 6);
    expect(both.byPayer.operator.typicalEur).toBeCloseTo(both.total.typicalEur, 6);
    expect(both.byPayer.owner.lines).toBe(0);
  });

  it('digs the trench of two measures along one line once, whichever comes first, and lays the cables of both', () => {
    const thicker = measure('cableReplacement', ['A3']);
    const beside = measure('parallelCable', ['A3', 'A1']);
    // A3: 150 m. First the thicker one and then one beside it, or both at once.
    expect(costs([thicker, beside]).byMeasure.map(({ sum }) => sum.typicalEur)).toEqual([
      150 * (9 + 91),
      150 * 9 + 100 * (9 + 91),
    ]);
    expect(costs([beside, thicker]).byMeasure.map(({ sum }) => sum.typicalEur)).toEqual([
      250 * (9 + 91),
      2 * 150 * 9,
    ]);
    // A second scenario starts with no trench dug.
    expect(costs([thicker]).total.typicalEur).toBe(150 * (9 + 91));
  });

  it('of overhead lines is by the metre, without a trench', () => {
    const overhead = RING.lineTypes.slice(1).map((type, i) => ({
      ...type,
      id: `overhead ${i}`,
      underground: false,
    }));
    const network = {
      ...RING,
      lineTypes: [...RING.lineTypes, ...overhead],
      lines: RING.lines.map((line) =>
        line.id === 'A1' || line.id === 'A5'
          ? { ...line, lineTypeId: line.id === 'A1' ? 'overhead 0' : 'overhead 1' }
          : line,
      ),
    };
    const of = districtOf(network, HOMES);
    const scenario = { ...blank, measures: [measure('cableReplacement', ['A1'])] };
    const outcome = scenarioCosts({ district: of, baseEdits: [], scenario });
    if (!outcome.ok) throw new Error('refused');
    const { total, lines } = outcome.value;
    const lengthM = network.lines.find(({ id }) => id === 'A1')!.lengthM;
    expect(lines[0]!.investment).toMatchObject({ known: true, typical: 40 * lengthM });
    expect(lines[0]!.quality).toBe('unknown_untraceable');
    expect(total.notKnown).toMatchObject({ investment: 0, running: 0, annuity: 0 });
  });
});
