import { describe, expect, test } from 'vitest';
import { MEASURES } from '../../../src/measures';
import { valuesOf } from '../../../src/measures/definition';
import {
  enrolledHouseholds,
  FEEDBACK_PARAMETERS,
  isEnrolled,
  PRICE_RESPONSE_PARAMETERS,
  priceResponseOf,
} from '../../../src/measures/priceResponse';
import { measureOf, mixedTown } from '../districts';

describe('who is enrolled', () => {
  const buildings = Array.from({ length: 400 }, (_, at) => ({ id: `b${at}`, households: 5 }));
  const meanShare = (enrolment: number, optOutShare: number, seed = 1): number =>
    buildings.reduce(
      (sum, building) =>
        sum + enrolledHouseholds(building, seed, 'tariff', enrolment, optOutShare).length / 5,
      0,
    ) / buildings.length;

  test('nobody at 0, everybody at 1, and in proportion between', () => {
    expect([meanShare(0, 0), meanShare(1, 0), meanShare(1, 1)]).toEqual([0, 1, 0]);
    for (const enrolment of [0.1, 0.2, 0.4, 0.8]) {
      // 2,000 households: three standard deviations are 0.034 at most.
      expect(Math.abs(meanShare(enrolment, 0) - enrolment)).toBeLessThan(0.034);
      expect(Math.abs(meanShare(enrolment, 0.25) - 0.75 * enrolment)).toBeLessThan(0.034);
    }
  });

  test('raising enrolment keeps who was in; raising opt-out adds nobody', () => {
    for (const { id } of buildings) {
      for (let index = 0; index < 5; index += 1) {
        const takes = (enrolment: number, optOut: number): boolean =>
          isEnrolled(1, id, index, 'tariff', enrolment, optOut);
        if (takes(0.3, 0.1)) expect(takes(0.4, 0.1)).toBe(true);
        if (takes(0.3, 0.2)) expect(takes(0.3, 0.1)).toBe(true);
      }
    }
  });

  test('draws of two purposes are independent, and a building without households has none', () => {
    const of = (purpose: 'tariff' | 'feedback') =>
      buildings.map((building) => enrolledHouseholds(building, 1, purpose, 0.5));
    expect(of('tariff')).not.toEqual(of('feedback'));
    expect(enrolledHouseholds({ id: 'x', households: 0 }, 1, 'tariff', 1)).toEqual([]);
  });

  test('businesses are not among them: a building without households is left alone, whatever its use', () => {
    const town = mixedTown();
    for (const type of ['timeOfUseTariff', 'directLoadControl', 'consumptionFeedback'] as const) {
      const after = MEASURES[type].apply(town, measureOf(type, 1), 3);
      const touched = after.buildings.filter((building, row) => building !== town.buildings[row]);
      expect(touched.length).toBeGreaterThan(10);
      expect(touched.every(({ households }) => households > 0)).toBe(true);
      expect(town.buildings.some(({ households }) => households === 0)).toBe(true);
    }
  });

  test('an event that a household opts out of is one in which nothing is switched off', () => {
    const town = mixedTown();
    const cut = { cutShare: 0.4, overrideShare: 0.25, everyWeekday: 0 };
    const after = MEASURES.directLoadControl.apply(town, measureOf('directLoadControl', 1, cut), 3);
    const controls = after.buildings.flatMap(({ loadControl }) => loadControl ?? []);
    for (const { cutShare, days } of controls) {
      expect(cutShare).toBeCloseTo(0.3, 12);
      expect(days).toBe('criticalDays');
    }
  });
});

describe('parameters', () => {
  const responseOf = (set: Readonly<Record<string, number>>) =>
    priceResponseOf(valuesOf(PRICE_RESPONSE_PARAMETERS, set));

  test('have a source, a class, and a default within their range', () => {
    for (const { min, max, default: value, source, quality, name } of [
      ...PRICE_RESPONSE_PARAMETERS,
      ...FEEDBACK_PARAMETERS,
    ]) {
      expect(value, name).toBeGreaterThanOrEqual(min);
      expect(value, name).toBeLessThanOrEqual(max);
      expect(source.length).toBeGreaterThan(10);
      expect(['estimation_assumptions', 'unknown_untraceable']).toContain(quality);
    }
  });

  test('mean a response: as set, times technology, a quarter by default', () => {
    expect(responseOf({})).toEqual({ substitutionElasticity: 0.1, ownPriceElasticity: 0, flexibleShare: 1 });
    const technology = { substitutionElasticity: 0.2, technologyFactor: 2, technologyShare: 1 };
    expect(responseOf(technology).substitutionElasticity).toBeCloseTo(0.4, 12);
    expect(responseOf({ ...technology, technologyShare: 0.5 }).substitutionElasticity).toBeCloseTo(0.3, 12);
    const byDefault = responseOf({ ownPriceElasticity: -0.2, elasticityShare: 0.25 });
    expect(byDefault).toEqual({ substitutionElasticity: 0.025, ownPriceElasticity: -0.05, flexibleShare: 1 });
  });
});
