import { describe, expect, it } from 'vitest';
import type { Measure, Scenario } from '../../src/model/scenario';
import { baselineScenario } from '../../src/scenario';
import { measureOfType, withCurve, withMeasure } from '../../src/state/document';
import { changedInputs } from '../../src/state/view';
import { deepFreeze, measureOf } from '../measures/districts';
import { handmade } from '../scenario/selectors/street';

const blank = deepFreeze(baselineScenario(handmade, 'sha', 2035));
const withAll = (...measures: Measure[]): Scenario => deepFreeze({ ...blank, measures });
const selector = { rule: { kind: 'downstream', from: 'line', id: 'f1' } } as const;
const selected: Measure = { ...measureOf('heatPumps', 0.3), id: 'here', selector };

describe('a measure set in the panels', () => {
  it('is added, changed and, at 0, taken out again', () => {
    const added = withMeasure(blank, 'heatPumps', 0.4, {});
    expect(added.measures).toEqual([measureOf('heatPumps', 0.4)]);
    expect(withMeasure(added, 'heatPumps', 0.6, {}).measures).toEqual([measureOf('heatPumps', 0.6)]);
    expect(withMeasure(added, 'heatPumps', 0, {})).toEqual(blank);
    expect(withMeasure(blank, 'heatPumps', 0, {})).toBe(blank);
  });

  it('keeps its place in the order, and the other measures as they are', () => {
    const [a, c] = [measureOf('wallInsulation', 0.1), measureOf('hotWaterTanks', 0.2)];
    const scenario = withAll(a, measureOf('heatPumps', 0.4), c);
    const { measures } = withMeasure(scenario, 'heatPumps', 0.5, {});
    expect(measures.map(({ id }) => id)).toEqual(['wallInsulation', 'heatPumps', 'hotWaterTanks']);
    expect([measures[0], measures[2]]).toEqual([a, c]);
  });

  it('keeps whom it is for, also at 0', () => {
    for (const share of [0, 0.7]) {
      const { measures } = withMeasure(withAll(selected), 'heatPumps', share, {});
      expect(measures).toEqual([{ ...selected, adoption: share }]);
    }
  });

  it('is the one for everybody where there are several, and leaves the others alone', () => {
    const everybody = measureOf('heatPumps', 0.1);
    const scenario = withAll(selected, everybody);
    expect(measureOfType(scenario, 'heatPumps')).toBe(everybody);
    expect(withMeasure(scenario, 'heatPumps', 0.2, {}).measures).toEqual([
      selected,
      { ...everybody, adoption: 0.2 },
    ]);
    expect(withMeasure(scenario, 'heatPumps', 0, {}).measures).toEqual([selected]);
  });

  it('takes a curve where it is named beside the one for everybody, and leaves that alone', () => {
    const everybody = measureOf('heatPumps', 0.1);
    const scenario = withAll(selected, everybody);
    const curve = [{ year: 2030, share: 0.5 }];
    expect(withCurve(scenario, 'heatPumps', { adoption: curve }, 'here').measures).toEqual([
      { ...selected, adoption: curve },
      everybody,
    ]);
    expect(withCurve(scenario, 'heatPumps', { adoption: curve }).measures).toEqual([
      selected,
      { ...everybody, adoption: curve },
    ]);
    expect(withCurve(scenario, 'heatPumps', { adoption: curve }, 'gone')).toBe(scenario);
  });

  it('takes an id of its own where the usual one is taken', () => {
    const taken = { ...measureOf('wallInsulation', 0.1), id: 'heatPumps' };
    const { measures } = withMeasure(withAll(taken), 'heatPumps', 0.2, {});
    expect(measures.map(({ id }) => id)).toEqual(['heatPumps', 'heatPumps-2']);
  });

  it('sets the year of the scenario and keeps what is said of other years', () => {
    const curve = [
      { year: 2025, share: 0.1 },
      { year: 2050, share: 1 },
    ];
    const scenario = withAll({ ...measureOf('heatPumps', 0), adoption: curve });
    const { measures } = withMeasure(scenario, 'heatPumps', 0.2, {});
    expect(measures[0]!.adoption).toEqual([curve[0], { year: 2035, share: 0.2 }, curve[1]]);
  });

  it("is the scenario's own once it has been changed", () => {
    const inherited = { ...measureOf('heatPumps', 0.3), inheritedFrom: 'parent' };
    const { measures } = withMeasure(withAll(inherited), 'heatPumps', 0.4, {});
    expect(measures).toEqual([measureOf('heatPumps', 0.4)]);
  });
});

describe('what a scenario changes', () => {
  it('is told with whom it is for and with the share of its year, each input once', () => {
    const curve = [
      { year: 2025, share: 0 },
      { year: 2045, share: 1 },
    ];
    const changes = changedInputs(withAll(selected, { ...measureOf('heatPumps', 0), adoption: curve }));
    expect(changes.map(({ label, to }) => [label, to])).toEqual([
      ['Heat pumps (buildings: downstream of line f1)', '30 %'],
      ['Heat pumps', '50 %'],
    ]);
    expect(new Set(changes.map(({ key }) => key)).size).toBe(changes.length);
  });
});
