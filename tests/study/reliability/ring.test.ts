import { describe, expect, it } from 'vitest';
import { basisOf, DEFAULT_BASIS, FACTORS, type Factors } from '../../../src/kpi';
import { MEASURES } from '../../../src/measures';
import type { District } from '../../../src/model/district';
import type { MeasureType } from '../../../src/model/scenario';
import {
  digitalCoverage,
  hoursOfHomes,
  reliabilityKpis,
  reliabilityStudy,
  supplyReadings,
} from '../../../src/study/reliability';
import { measureOf } from '../../measures/districts';
import { districtOf, HOMES, RING } from '../../measures/network/ring';

/**
 * Ring of three stations, open at R1, fed over R4, R3 and R2; 5, 1 and 14 customers at A, B and C. With the shipped figures:
 * MV cables 0.02 and LV cables 0.04 failures/(km a), 12 and 5 h; transformers 0.002, 6 h; switches of a line 0.001, 6 h;
 * switching 60 min by hand, 10 min from the control room.
 */
const district = districtOf(RING, HOMES);
const studyOf = (of: District, factors: Factors = FACTORS) => {
  const outcome = reliabilityStudy(of, factors);
  if (!outcome.ok) throw new Error(outcome.issues.map(({ message }) => message).join('; '));
  return outcome.value;
};
const take = (type: MeasureType, at = district, only?: readonly string[]): District =>
  MEASURES[type].apply(at, measureOf(type, 1), 1, only && ((id) => only.includes(id)));

// Customer interruptions a year: MV lines 3 x 0.01, switches 3 x 0.001 and transformers 0.002, each 20 customers in all; LV
// feeders 0.018 x 4 + 0.002 x 1 + 0.004 x 1 + 0.004 x 14.
const INTERRUPTIONS = 0.6 + 0.06 + 0.04 + 0.134;
// Minutes: MV lines 60; switches of R4 keep C, of R3 C and B, of R2 A and B until they are repaired.
const MINUTES_BY_HAND =
  0.6 * 60 + 0.001 * (14 * 360 + 6 * 60 + 15 * 360 + 5 * 60 + 6 * 360 + 14 * 60) + 0.04 * 360 + 0.134 * 300;
const MINUTES_REMOTE =
  0.6 * 10 + 0.001 * (14 * 360 + 6 * 10 + 15 * 360 + 5 * 10 + 6 * 360 + 14 * 10) + 0.04 * 360 + 0.134 * 300;

describe('a ring that is run open', () => {
  it('has the indices that counting by hand gives', () => {
    const { customersServed, expected } = studyOf(district);
    expect(customersServed).toBe(20);
    expect(expected.customerInterruptions).toBeCloseTo(INTERRUPTIONS, 12);
    expect(expected.customerMin).toBeCloseTo(MINUTES_BY_HAND, 10);
    expect(expected.saifi).toBeCloseTo(INTERRUPTIONS / 20, 13);
    expect(expected.notSuppliedJ).toBeNaN();
  });

  it('with remote switches has fewer minutes, as many as are counted, and as many interruptions', () => {
    const { expected } = studyOf(take('feederAutomation'));
    expect(expected.customerMin).toBeCloseTo(MINUTES_REMOTE, 10);
    expect(expected.customerInterruptions).toBeCloseTo(INTERRUPTIONS, 12);
    expect(expected.maifi).toBe(0);
  });

  it('counts what comes back within five minutes as momentary, by the definition', () => {
    const fast = { ...FACTORS, remoteSwitchingMin: { ...FACTORS.remoteSwitchingMin, value: 5 } };
    const { expected } = studyOf(take('feederAutomation'), fast);
    // Of switches those who wait for the repair: 14, 15 and 6 customers.
    expect(expected.customerInterruptions).toBeCloseTo(0.001 * 35 + 0.04 + 0.134, 12);
    expect(expected.maifi * 20).toBeCloseTo(0.6 + 0.001 * (6 + 5 + 14), 12);
  });

  it('says for each failure who comes back how, and over which tie', () => {
    const of = (elementId: string, kind: string) =>
      studyOf(district).outages.find(({ place }) => place.elementId === elementId && place.kind === kind)!;
    const back = (elementId: string, kind: string) =>
      of(elementId, kind).groups.map(({ restoredBy, customers }) => [restoredBy, customers]);
    expect(back('R4', 'line')).toEqual([['manual', 20]]);
    expect(of('R4', 'line').closedLineIds).toEqual(['R1']);
    expect(back('R3', 'switch')).toEqual([['manual', 5], ['repair', 15]]); // prettier-ignore
    expect(back('A4', 'line')).toEqual([['repair', 4]]);
    expect(back('T-C', 'transformer')).toEqual([['repair', 14]]);
    // R1 is open: dead, as are its switches.
    expect(studyOf(district).outages.some(({ place }) => place.elementId === 'R1')).toBe(false);
  });

  it('fails once more for each parallel cable', () => {
    const lines = RING.lines.map((one) => (one.id === 'A5' ? { ...one, parallel: 3 } : one));
    const { expected } = studyOf({ ...district, network: { ...RING, lines } });
    expect(expected.customerInterruptions).toBeCloseTo(INTERRUPTIONS + 2 * 0.002, 12);
  });

  it('is the same whatever the order of its elements', () => {
    const turned: District = {
      ...district,
      network: {
        ...RING,
        buses: [...RING.buses].reverse(),
        lines: [...RING.lines].reverse().map((one) => ({ ...one, fromBusId: one.toBusId, toBusId: one.fromBusId })), // prettier-ignore
        transformers: [...RING.transformers].reverse(),
      },
      buildings: [...district.buildings].reverse(),
    };
    const [a, b] = [studyOf(district).expected, studyOf(turned).expected];
    expect(b.saifi).toBeCloseTo(a.saifi, 13);
    expect(b.saidiMin).toBeCloseTo(a.saidiMin, 11);
  });

  it('tells hours of each bus, and of homes by kind', () => {
    const study = studyOf(district);
    const hours = hoursOfHomes(district, study);
    expect(hours.all.households).toBe(20);
    expect(hours.all.meanHPerYear).toBeCloseTo(MINUTES_BY_HAND / 60 / 20, 12);
    // All households are in one of three thirds.
    expect(hours.lowestThird.households).toBe(7);
    expect(hours.vulnerable.households).toBeLessThan(20);
    const c1 = study.buses[RING.buses.findIndex(({ id }) => id === 'c1')]!;
    // MV lines by hand, switches of R4 and R3 until repaired, those of R2 by hand; its transformer; its feeder.
    expect(c1.withoutSupplySPerYear / 3600).toBeCloseTo(
      0.03 * 1 + 0.002 * 6 + 0.001 * 1 + 0.002 * 6 + 0.004 * 5,
      12,
    );
  });

  it('counts the customers of a building without a connection nowhere, and says so', () => {
    const [first, ...others] = district.buildings;
    const outcome = reliabilityStudy(
      { ...district, buildings: [{ ...first!, connection: null }, ...others] },
      FACTORS,
    );
    expect(outcome.ok && outcome.value.customersServed).toBe(19);
    expect(outcome.issues.map(({ code }) => code)).toEqual(['reliability-unconnected']);
  });

  it('warns where a loop is closed, and does not without a network', () => {
    const switches = RING.switches.map((one) => ({ ...one, closed: true, normallyOpen: false }));
    const looped = reliabilityStudy({ ...district, network: { ...RING, switches } }, FACTORS);
    expect(looped.issues.map(({ code }) => code)).toEqual(['reliability-loops']);
    const bare = reliabilityStudy({ ...district, network: null }, FACTORS);
    expect(bare.ok).toBe(false);
    expect(bare.issues[0]!.code).toBe('reliability-no-network');
  });
});

describe('digital coverage', () => {
  it('counts lengths that a monitored station feeds or ends, meters by customer', () => {
    const some = take('networkMonitoring', district, ['T-A']);
    // LV lines of A 500 m, R1 and R2 500 m each, of 2,700 m.
    expect(digitalCoverage(some)).toMatchObject({
      lengthM: 2700,
      monitoredLengthM: 1500,
      monitoredStations: 1,
    });
    // A rating that follows its temperature needs what monitoring measures.
    const rated = RING.transformers.map((one) =>
      one.id === 'T-A' ? { ...one, dynamicRating: { hotSpotLimitDegC: 110 } } : one,
    );
    expect(digitalCoverage({ ...district, network: { ...RING, transformers: rated } })).toMatchObject({
      monitoredLengthM: 1500,
      monitoredStations: 1,
    });
    const all = take('smartMeters', take('networkMonitoring'));
    expect(digitalCoverage(all)).toMatchObject({ monitoredLengthM: 2700, meters: 20, smartMeters: 20 });
    expect(digitalCoverage(district)).toMatchObject({ monitoredLengthM: 0, smartMeters: 0, remoteLines: 0, switchedLines: 4 }); // prettier-ignore
    expect(digitalCoverage(take('feederAutomation', district, ['R2'])).remoteLines).toBe(1);
  });

  it('fills the indicators of U4SSC; outage time is CAIDI, and without a study nothing is reported', () => {
    const changed = take('smartMeters', take('networkMonitoring', district, ['T-A']));
    const values = (study?: ReturnType<typeof studyOf>) =>
      supplyReadings(changed, DEFAULT_BASIS, study).map(({ indicator, reading }) => [
        indicator.code,
        reading.ok ? reading.value.value : null,
      ]);
    const study = studyOf(changed);
    expect(values()).toEqual([
      ['EC: ICT: ES: 1C', 100],
      ['EC: ICT: ES: 2A', (100 * 1500) / 2700],
      ['EC: I: ES: 1C', null],
      ['EC: I: ES: 2C', null],
    ]);
    const found = new Map(values(study) as [string, number][]);
    expect(found.get('EC: I: ES: 1C')).toBeCloseTo(INTERRUPTIONS / 20, 13);
    expect(found.get('EC: I: ES: 2C')).toBeCloseTo(MINUTES_BY_HAND / INTERRUPTIONS, 10);
  });

  it('gives indicators that say they are expected, of the class of their worst input', () => {
    const kpis = reliabilityKpis(district, studyOf(district), DEFAULT_BASIS);
    const value = new Map(kpis.map(({ id, value: of }) => [id, of]));
    expect(value.get('saidi')).toBeCloseTo(MINUTES_BY_HAND / 20, 11);
    expect(value.get('caidi')).toBeCloseTo(MINUTES_BY_HAND / INTERRUPTIONS, 10);
    expect(value.get('energyNotSupplied')).toBeNaN();
    for (const { source } of kpis) expect(source).toContain('unknown_untraceable');
    expect(kpis.find(({ id }) => id === 'saifi')!.definition).toContain('expected');
  });

  it('takes the failure figures that a scenario assumes', () => {
    const own = { key: 'mvCableFailuresPerKmYear', value: 0.2, unit: '1/(km a)', source: 'records', date: '2025' } as const; // prettier-ignore
    const { factors } = basisOf({ assumptions: [own] });
    expect(studyOf(district, factors).expected.customerInterruptions).toBeCloseTo(
      INTERRUPTIONS + 9 * 0.6,
      11,
    );
  });
});
