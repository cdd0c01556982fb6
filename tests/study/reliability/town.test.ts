import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FACTORS } from '../../../src/kpi';
import { MEASURES } from '../../../src/measures';
import type { District } from '../../../src/model/district';
import { MEASURE_TYPES } from '../../../src/model/scenario';
import { hashDistrict, hashRun } from '../../../src/scenario';
import { reliabilityStudy } from '../../../src/study/reliability';
import { inputOf, townFor } from '../../engine/smallTown';
import { measureOf } from '../../measures/districts';

const town = townFor('feederAutomation');
const expectedOf = (district: District) => {
  const outcome = reliabilityStudy(district, FACTORS);
  if (!outcome.ok) throw new Error('no study');
  return outcome.value.expected;
};
const LEAVE_RUN = MEASURE_TYPES.filter((type) => MEASURES[type].leavesRun === true);

describe('measures of meters, telemetry and remote control', () => {
  it('are these', () => {
    for (const type of ['smartMeters', 'networkMonitoring', 'feederAutomation'] as const)
      expect(LEAVE_RUN).toContain(type);
  });

  it.each(['smartMeters', 'networkMonitoring', 'feederAutomation'] as const)(
    '%s leaves the hash of the run and changes that of the district',
    (type) => {
      const { weather } = inputOf(town);
      const changed = MEASURES[type].apply(town, measureOf(type, 1), 1);
      expect(hashDistrict(changed)).not.toBe(hashDistrict(town));
      expect(hashRun(changed, weather, 3600, 'x')).toBe(hashRun(town, weather, 3600, 'x'));
      // The cheapest wrong hash leaves out the whole element.
      const moved = changed.network!.transformers.map((one) => ({ ...one, tapPercent: 5 }));
      const tapped = { ...changed, network: { ...changed.network!, transformers: moved } };
      expect(hashRun(tapped, weather, 3600, 'x')).not.toBe(hashRun(town, weather, 3600, 'x'));
    },
  );
});

describe('a town with a ring', () => {
  const lineIds = town.network!.switches.map(({ lineId }) => lineId);
  const remoteAt = (ids: readonly string[]): District =>
    MEASURES.feederAutomation.apply(town, measureOf('feederAutomation', 1), 1, (id) => ids.includes(id));

  it('has more than one switch to choose from', () => {
    expect(lineIds.length).toBeGreaterThan(2);
  });

  it('never gets worse by one more remote switch, and interrupts nobody more or less', () => {
    fc.assert(
      fc.property(fc.subarray(lineIds), fc.constantFrom(...lineIds), (some, more) => {
        const [fewer, grown] = [expectedOf(remoteAt(some)), expectedOf(remoteAt([...some, more]))];
        expect(grown.saidiMin).toBeLessThanOrEqual(fewer.saidiMin + 1e-12);
        expect(grown.saifi).toBeCloseTo(fewer.saifi, 13);
      }),
      { numRuns: 30 },
    );
  });

  it('saves with all switches remote the minutes of those who came back by hand', () => {
    const outcome = reliabilityStudy(town, FACTORS);
    if (!outcome.ok) throw new Error('no study');
    const saved = outcome.value.outages.reduce((sum, { place, groups }) => {
      const byHand = groups.filter(({ restoredBy }) => restoredBy === 'manual');
      return sum + place.failuresPerYear * byHand.reduce((total, { customers }) => total + customers * 50, 0);
    }, 0);
    expect(saved).toBeGreaterThan(0);
    const { expected } = outcome.value;
    expect(expectedOf(remoteAt(lineIds)).customerMin).toBeCloseTo(expected.customerMin - saved, 9);
  });

  it('never gets better by weaker cables', () => {
    const weaker = (share: number): District => ({
      ...town,
      network: {
        ...town.network!,
        lineTypes: town.network!.lineTypes.map((type) => ({
          ...type,
          ratedCurrentA: type.ratedCurrentA * share,
        })),
      },
    });
    const minutes = [1, 0.1, 0.03, 0.01, 0.001].map((share) => expectedOf(weaker(share)).saidiMin);
    expect(minutes).toEqual([...minutes].sort((a, b) => a - b));
    expect(minutes.at(-1)).toBeGreaterThan(minutes[0]!);
  });
});
