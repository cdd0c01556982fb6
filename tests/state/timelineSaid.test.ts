import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/model/scenario';
import { evenPath } from '../../src/scenario';
import type { TimelineStudy } from '../../src/state';
import { timelineView } from '../../src/state/view/timeline';
import type { PathYear } from '../../src/study/path';

/**
 * What the years of a scenario say. The cheapest wrong programs: one that finds a "first" overload where all years are one, one that
 * says that nothing overloads before a year has been run, and one that draws a curve and does not say what it assumed.
 */
const scenario = {
  ...{ id: 'own', name: 'Own', description: '', year: 2035, seed: 1 },
  measures: [{ id: 'heatPumps', type: 'heatPumps', adoption: 0.6, parameters: {} }],
} as unknown as Scenario;
const overloaded = { elementId: 'S-1', kind: 'line', what: 'loading', worst: 1.4, limit: 1, siteId: 'T-1' };
const yearOf = (year: number, violations: readonly object[]): PathYear =>
  ({ year, violations, isSolved: true, isBetween: false, kpis: [], transformers: [] }) as unknown as PathYear;
const view = (of: Scenario, found: readonly PathYear[], status: TimelineStudy['status'] = 'running') =>
  timelineView({ scenario: of, found, status, investments: [], years: [] } as unknown as TimelineStudy, 'en');

describe('a scenario that does not say how it grows', () => {
  it('has no first overload: what is overloaded is so in every year', () => {
    const { first, isConstant, assumed } = view(
      scenario,
      [2025, 2030].map((year) => yearOf(year, [overloaded])),
    );
    expect(isConstant).toBe(true);
    expect(first).toMatch(/^1 transformer or line overloads in every one of these years/);
    expect(first).not.toContain('2025');
    expect(assumed).toBeNull();
    expect(view(scenario, [yearOf(2025, [])]).first).toMatch(/^No transformer or line overloads/);
  });
});

describe('a scenario that grows', () => {
  const grows = evenPath(scenario, 2026);

  it('says nothing of overloads before a year has been run', () => {
    expect(view(grows, []).first).toBe('The first of the years is being run.');
    expect(view(grows, [yearOf(2028, [])]).first).toMatch(/^So far no/);
    expect(view(grows, [yearOf(2028, [])], 'ready').first).toMatch(/^In none of the years run/);
  });

  it('says why the worst loading falls where it does, and nothing where a share falls with it', () => {
    const loaded = (year: number, value: number) =>
      ({
        ...yearOf(year, []),
        kpis: [{ id: 'worstTransformerLoading', value, unit: '%' }],
      }) as unknown as PathYear;
    const dip = [loaded(2028, 57), loaded(2030, 83.5), loaded(2032, 81.2), loaded(2035, 108.7)];
    expect(view(grows, dip).falls).toMatch(/^From 2030 to 2032 the worst loading falls/);
    expect(view(grows, [loaded(2028, 57), loaded(2030, 56.5)]).falls).toBeNull();
    const shrinks = { year: 2040, share: 0.1 };
    const down = {
      ...grows,
      measures: grows.measures.map((one) => ({ ...one, adoption: [...(one.adoption as object[]), shrinks] })),
    } as unknown as Scenario;
    expect(view(down, dip).falls).toBeNull();
    // A battery or a larger transformer may be the reason, and without heat pumps or panels the sentence has none.
    const withTypes = (...types: string[]) =>
      ({ ...grows, measures: types.map((type) => ({ ...grows.measures[0]!, id: type, type })) }) as Scenario;
    expect(view(withTypes('heatPumps', 'transformerReplacement'), dip).falls).toBeNull();
    expect(view(withTypes('rooftopPhotovoltaics', 'homeBattery'), dip).falls).toBeNull();
    expect(view(withTypes('vehiclesUnmanaged'), dip).falls).toBeNull();
    expect(view(withTypes('heatPumps', 'vehiclesUnmanaged'), dip).falls).not.toBeNull();
  });

  it('says what it assumes of shares, and which element each row of what fails is', () => {
    const { assumed, failing, failures } = view(grows, [yearOf(2028, []), yearOf(2030, [overloaded])]);
    expect(assumed).toMatch(/^Assumed: Heat pumps 2026 0 %, 2035 60 %\./);
    expect(failing).toEqual([{ kind: 'line', id: 'S-1' }]);
    expect(failures.rows[0]![1]).toContain('S-1');
  });
});
