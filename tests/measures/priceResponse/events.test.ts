import { describe, expect, it } from 'vitest';
import { MEASURES } from '../../../src/measures';
import { PLACEHOLDER_TARIFFS } from '../../../src/model/tariff';
import { districtIssues } from '../../../src/model/schema/districtIssues';
import type { District } from '../../../src/model/district';
import type { Measure } from '../../../src/model/scenario';
import { baselineScenario, foldScenario, hashDistrict } from '../../../src/scenario';
import { manyHouses, measureOf } from '../districts';

/** The cheapest wrong program takes any hours, and lets energy vanish or come back before it was cut. */
const homes = manyHouses(12);
const folded = (measure: Measure, district: District = homes) => {
  const outcome = foldScenario(district, [], {
    ...baselineScenario(district, hashDistrict(district), 2030),
    measures: [measure],
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome;
};
const control = (parameters: Measure['parameters']) => measureOf('directLoadControl', 1, parameters);

describe('hours of an event', () => {
  it.each([
    [{ fromHour: 0, toHour: 24 }, 'midnight'],
    [{ fromHour: 18, toHour: 18 }, 'no hour'],
    [{ fromHour: 22, toHour: 2 }, 'pass midnight'],
    [{ fromHour: 20, toHour: 22, reboundH: 3 }, 'midnight'],
  ])('%j are refused, with the reason', (parameters, why) => {
    const { value, issues } = folded(control(parameters));
    expect(value).toBe(homes);
    expect(issues.map(({ code, severity }) => [code, severity])).toEqual([
      ['measure-without-effect', 'warning'],
    ]);
    expect(issues[0]!.message).toContain(why);
  });

  it('that leave room for what is made up for are taken, also to the last hour', () => {
    for (const parameters of [{}, { fromHour: 20, toHour: 21, reboundH: 3 }])
      expect(folded(control(parameters)).value).not.toBe(homes);
  });

  it('of a district file are held to the same', () => {
    const { value } = folded(control({}));
    expect(districtIssues(value, 'file')).toEqual([]);
    const [first] = value.buildings;
    const loadControl = { ...first!.loadControl!, hours: { fromHour: 22, toHour: 6 } };
    const strange = { ...value, buildings: [{ ...first!, loadControl }] };
    expect(districtIssues(strange, 'file').map(({ code }) => code)).toContain('event-hours');
  });
});

describe('critical days', () => {
  it('are winter days of the northern half, as the measure says', () => {
    const { criticalPeak } = PLACEHOLDER_TARIFFS.find(({ id }) => id === 'criticalPeak')!;
    expect(new Set(criticalPeak!.days.map(({ month }) => month))).toEqual(new Set([12, 1, 2]));
    expect(MEASURES.criticalPeakTariff.changes).toContain('winter days (December to February)');
  });

  const south: District = { ...homes, frame: { ...homes.frame, latitudeDeg: -33 } };
  const hot: District = { ...homes, archetypeRegion: 'warm' };
  it.each([
    ['criticalPeakTariff', {}],
    ['directLoadControl', { everyWeekday: 0 }],
  ] as const)('warn with %s south of the equator and where it is hot', (type, parameters) => {
    const codes = (district: District) =>
      folded(measureOf(type, 1, parameters), district).issues.map(({ code, severity }) => [code, severity]);
    expect(codes(homes)).toEqual([]);
    for (const district of [south, hot]) expect(codes(district)).toEqual([['measure-caveat', 'warning']]);
  });

  it('say nothing where other days are meant', () => {
    expect(folded(control({ everyWeekday: 1 }), south).issues).toEqual([]);
    expect(folded(measureOf('timeOfUseTariff', 1), south).issues).toEqual([]);
  });
});
