import { describe, expect, it } from 'vitest';
import type { Measure } from '../../src/model/scenario';
import { baselineScenario, byFrequency, foldScenario } from '../../src/scenario';
import { deepFreeze } from '../measures/districts';
import { handmade } from './selectors/street';

const measure = (change: Partial<Measure>): Measure => ({
  id: 'm',
  type: 'heatPumps',
  adoption: 1,
  parameters: {},
  ...change,
});
const issuesOf = (change: Partial<Measure>, district = handmade) => {
  const scenario = deepFreeze({
    ...baselineScenario(handmade, 'sha', 2030),
    id: 's',
    measures: [measure(change)],
  });
  const outcome = foldScenario(district, [], scenario);
  expect(outcome.ok).toBe(true);
  return outcome.issues;
};
const only = (...ids: string[]) => ({ rule: { kind: 'ids', ids } }) as const;

describe('a measure that changes something', () => {
  it('says nothing', () => {
    expect(issuesOf({})).toEqual([]);
    expect(issuesOf({ selector: only('h1') })).toEqual([]);
    expect(issuesOf({ type: 'feederBattery' })).toEqual([]);
  });
});

describe('a measure that changes nothing', () => {
  it.each<[string, Partial<Measure>, 'warning' | 'note', string]>([
    // h3 has a heat pump, h5 district heat.
    [
      'nobody of the selection can take it, with the reasons counted',
      { selector: only('h3', 'h5') },
      'warning',
      'none of the selected buildings',
    ],
    [
      'nobody is drawn',
      { adoption: 1e-9 },
      'warning',
      "4 of the district's buildings could take part, and at 0 %",
    ],
    ['its adoption is 0', { adoption: 0 }, 'note', 'its adoption is 0.'],
    [
      'its adoption is 0 in this year',
      { adoption: [{ year: 2030, share: 0 }] },
      'note',
      'its adoption is 0 in this year.',
    ],
    ['it has not begun', { fromYear: 2031 }, 'note', 'it begins in 2031.'],
  ])('says so when %s', (_, change, severity, text) => {
    const issues = issuesOf(change);
    expect(issues).toMatchObject([{ code: 'measure-without-effect', severity, source: 's', where: 'm' }]);
    expect(issues[0]!.message).toMatch(/^Heat pumps changes nothing in 2030: /);
    expect(issues[0]!.message).toContain(text);
    expect(issues[0]!.remedy).not.toBe('');
  });

  it('quotes the reasons of the buildings, most frequent first', () => {
    const [issue] = issuesOf({ type: 'vehiclesManaged', selector: only('h5', 'h6') });
    expect(issue!.message).toContain('There is no household here. (2)');
    const reasons = ['one', 'three', 'two', 'three', 'two', 'four', 'three', 'four', 'four', 'four'];
    expect(byFrequency(reasons)).toEqual([
      ['four', 4],
      ['three', 3],
      ['two', 2],
      ['one', 1],
    ]);
    expect(byFrequency(['b', 'a', 'b', 'a'])).toEqual([
      ['b', 2],
      ['a', 2],
    ]);
  });

  it('says so of stations without a network, and of stations that have a battery already', () => {
    const bare = issuesOf({ type: 'feederBattery' }, { ...handmade, network: null });
    expect(bare[0]!.message).toContain('there are no transformers here');
    const twice = foldScenario(handmade, [], {
      ...baselineScenario(handmade, 'sha', 2030),
      measures: [measure({ type: 'feederBattery' }), measure({ type: 'feederBattery', id: 'again' })],
    });
    expect(twice.issues.map(({ where }) => where)).toEqual(['again']);
  });

  it('judges what measures before it have left', () => {
    const outcome = foldScenario(handmade, [], {
      ...baselineScenario(handmade, 'sha', 2030),
      measures: [measure({}), measure({ type: 'groundHeatPumps', id: 'late' })],
    });
    expect(outcome.issues).toMatchObject([{ code: 'measure-without-effect', where: 'late' }]);
  });
});
