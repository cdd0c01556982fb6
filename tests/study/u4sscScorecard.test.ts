import { beforeAll, describe, expect, it } from 'vitest';
import { basisOf, districtKpis } from '../../src/kpi';
import { END_USES } from '../../src/model/run';
import { reliabilityStudy } from '../../src/study/reliability';
import { districtScorecard, inhabitantsOf } from '../../src/study/u4ssc';
import type { ScenarioYear } from '../../src/study/scenarioYear';
import { inProcessEngine } from '../engine/inProcess';
import { inputOf, smallTown } from '../engine/smallTown';

/** Germany 2023, Federal Statistical Office, microcensus (from memory). */
const PERSONS_PER_HOUSEHOLD = 2.02;

const district = smallTown(40);
const input = inputOf(district);
let year: ScenarioYear;

beforeAll(async () => {
  const engine = inProcessEngine(1);
  const ran = await engine.run(input);
  engine.dispose();
  if (!ran.ok) throw new Error('no year');
  const { scenario } = input;
  year = { scenario, district, result: ran.value, kpis: districtKpis(ran.value, basisOf(scenario)) };
});

const valueOf = (id: string, card = districtScorecard(year)): number | null => {
  const { reading } = card.items.find(({ indicator }) => indicator.id === id)!;
  return reading.ok ? reading.value.value : null;
};
const kpi = (id: string) => year.kpis.find((one) => one.id === id)!.value;

describe('the U4SSC scorecard of a year', () => {
  it('reports what district and run can tell, and nothing else: the rest is not zero', () => {
    const { notReported, items } = districtScorecard(year);
    expect(notReported).toEqual([
      'EC: I: B: 1A',
      'EC: I: B: 2A',
      'EC: I: T: 8A',
      'EN: E: E: 1C',
      'EC: ICT: PS: 1A, share',
      'EC: ICT: PS: 1A, number',
    ]);
    for (const { reading, excluded } of items) {
      if (excluded === 'notReported') expect(reading.ok).toBe(false);
      else expect(reading.ok && reading.value.quality).not.toBe('accurate_measurement');
    }
    expect(items.find(({ indicator }) => indicator.id === 'EC: I: B: 1A')!.reading.issues[0]!.message).toContain('certified'); // prettier-ignore
  });

  it('counts inhabitants as the households that are drawn: near the mean of the country', () => {
    const households = district.buildings.reduce((sum, { households: count }) => sum + count, 0);
    const perHousehold = inhabitantsOf(district) / households;
    expect(Number.isInteger(inhabitantsOf(district))).toBe(true);
    expect(Math.abs(perHousehold - PERSONS_PER_HOUSEHOLD)).toBeLessThan(0.5);
  });

  it('divides energy and carbon of the year by them', () => {
    const inhabitants = inhabitantsOf(district);
    expect(valueOf('EN: E: E: 2C')).toBeCloseTo(kpi('electricityUse') / 3.6e6 / inhabitants, 9);
    expect(valueOf('EN: EN: AQ: 2C')).toBeCloseTo(kpi('carbon') / 1000 / inhabitants, 9);
    const { finalEnergyPerInhabitant } = districtScorecard(year);
    expect(finalEnergyPerInhabitant.value).toBeCloseTo((kpi('electricityUse') + kpi('fuel')) / 3.6e6 / inhabitants, 9); // prettier-ignore
  });

  it('takes the heat of homes alone, with the electricity that makes it', () => {
    const { table } = year.result;
    let thermalJ = 0;
    district.buildings.forEach(({ use }, row) => {
      if (use !== 'detached' && use !== 'terraced' && use !== 'apartment') return;
      thermalJ += table.buildingFuelJ[row]!;
      for (const name of ['spaceHeating', 'hotWater'] as const)
        thermalJ += table.buildingEndUseJ[row * END_USES.length + END_USES.indexOf(name)]!;
    });
    expect(thermalJ).toBeGreaterThan(0);
    expect(valueOf('EN: E: E: 3C')).toBeCloseTo(thermalJ / 1e9 / inhabitantsOf(district), 9);
  });

  it('fills outages from the network, as the length of one and not of all', () => {
    const study = reliabilityStudy(district, basisOf(input.scenario).factors, year.result);
    if (!study.ok) throw new Error('no study');
    const { customerInterruptions, customerMin } = study.value.expected;
    const { customersServed } = study.value;
    expect(customerInterruptions).toBeGreaterThan(0);
    expect(valueOf('EC: I: ES: 1C')).toBeCloseTo(customerInterruptions / customersServed, 12);
    // CAIDI; SAIDI would be over the customers served.
    expect(valueOf('EC: I: ES: 2C')).toBeCloseTo(customerMin / customerInterruptions, 9);
    expect(valueOf('EC: I: ES: 2C')).not.toBeCloseTo(customerMin / customersServed, 3);
  });

  it('counts meters, response and access by customers and households', () => {
    expect(valueOf('EC: ICT: ES: 1C')).toBe(0);
    expect(valueOf('EC: I: ES: 3C')).toBe(100);
    const first = district.buildings.find(({ households }) => households === 1)!;
    const isHome = (use: string): boolean => ['detached', 'terraced', 'apartment'].includes(use);
    const customers = district.buildings.reduce(
      (sum, { use, households }) => sum + households + (isHome(use) && households > 0 ? 0 : 1),
      0,
    );
    const metered = {
      ...year,
      district: {
        ...district,
        buildings: district.buildings.map(
          (building) =>
          building === first ? { ...building, smartMeter: true, flexibleHeating: { peakHours: { fromHour: 17, toHour: 21 }, setbackK: 1, preheatK: 1, preheatMin: 60 } } : building, // prettier-ignore
        ),
      },
    };
    const card = districtScorecard(metered);
    expect(valueOf('EC: ICT: ES: 1C', card)).toBeCloseTo(100 / customers, 9);
    expect(valueOf('EC: ICT: ES: 3A', card)).toBeCloseTo(100 / customers, 9);
  });

  // The cheapest wrong program counts all flats of a house in which one takes part.
  it('counts as controllable the households that take part, not their houses', () => {
    const { buildings } = district;
    const flats = { ...buildings[0]!, use: 'apartment' as const, households: 8, vehicles: null };
    const event = { hours: { fromHour: 17, toHour: 19 }, days: 'weekdays' as const, cutShare: 0.2, reboundShare: 1, reboundH: 3 }; // prettier-ignore
    const shareOf = (change: Partial<typeof buildings[number]>): number =>
      valueOf('EC: ICT: ES: 3A', districtScorecard({ ...year, district: { ...district, buildings: [{ ...flats, ...change }, ...buildings.slice(1)] } }))!; // prettier-ignore
    const none = shareOf({});
    const loadControl = { ...event, households: [2] };
    const one = shareOf({ loadControl }) - none;
    const cars = (count: number, control: 'managed' | 'unmanaged') => ({ vehicles: { count, control } });
    expect(one).toBeGreaterThan(0);
    expect((shareOf(cars(3, 'managed')) - none) / one).toBeCloseTo(3, 6);
    expect(shareOf(cars(3, 'unmanaged'))).toBe(none);
    expect((shareOf({ ...cars(12, 'managed'), loadControl }) - none) / one).toBeCloseTo(8, 6);
    const flexibleHeating = { peakHours: event.hours, setbackK: 1, preheatK: 1, preheatMin: 60 };
    expect((shareOf({ flexibleHeating, loadControl }) - none) / one).toBeCloseTo(8, 6);
  });

  it('takes what is given, with its class', () => {
    const share = { value: 0.6, quality: 'extrapolated_higher_level' } as const;
    const card = districtScorecard(year, { gridRenewableShare: share });
    const ownJ = kpi('generation') - kpi('gridExport');
    const wanted =
      (100 * (ownJ + 0.6 * (kpi('electricityUse') - ownJ))) / (kpi('electricityUse') + kpi('fuel'));
    expect(valueOf('EN: E: E: 1C', card)).toBeCloseTo(wanted, 9);
    expect(card.notReported).not.toContain('EN: E: E: 1C');
  });
});
