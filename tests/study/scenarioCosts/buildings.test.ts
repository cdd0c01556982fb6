import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MEASURES, PAYERS } from '../../../src/measures';
import { ASSUMPTIONS } from '../../../src/model/assumptions';
import { MEASURE_TYPES, type Measure, type MeasureType, type Scenario } from '../../../src/model/scenario';
import { baselineScenario, foldScenario, hashDistrict } from '../../../src/scenario';
import { scenarioCosts, type CostLine, type CostSum } from '../../../src/study/scenarioCosts';
import { calendarOf } from '../../../src/sim/arrays/calendar';
import { compileBuildings } from '../../../src/sim/buildings';
import { shapesOf } from '../../../src/sim/buildings/shape';
import { weatherOfDistrict } from '../../../src/synthesis/weatherOfDistrict';
import { smallTown } from '../../engine/smallTown';
import { deepFreeze, measureOf } from '../../measures/districts';

const district = deepFreeze(smallTown(16));
const weather = (() => {
  const made = weatherOfDistrict(district);
  if (!made.ok) throw new Error('no weather');
  return made.value;
})();
const blank = baselineScenario(district, hashDistrict(district), 2030);
const costs = (measures: readonly Measure[], change: Partial<Scenario> = {}, withWeather = true) => {
  const scenario = { ...blank, ...change, measures };
  const outcome = scenarioCosts({
    district,
    baseEdits: [],
    scenario,
    ...(withWeather ? { weather } : {}),
  });
  if (!outcome.ok) throw new Error(outcome.issues.map(({ message }) => message).join('; '));
  return outcome.value;
};
const typical = ({ investment }: CostLine): number => {
  if (!investment.known) throw new Error(investment.reason);
  return investment.typical;
};

describe('what work at buildings costs', () => {
  it('is counted on the areas of the zone model', () => {
    const { lines } = costs([measureOf('roofInsulation', 1)]);
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) {
      const row = district.buildings.findIndex(({ id }) => id === line.elementId);
      // 75.61 + 1.30 EUR/m2 a cm, 12 cm.
      const m2 = shapesOf(district.buildings)[row]!.footprintM2;
      expect(typical(line)).toBeCloseTo(m2 * (75.61 + 1.3 * 12), 6);
      // Boards need no upkeep, and the line says why.
      expect(line.runningPerYear).toEqual({ known: true, eur: 0 });
      expect(line.sources.some((source) => source.includes('nothing there wears'))).toBe(true);
      // EPS 16.8 kg/m3 x 6.95 kg/kg, 12 cm.
      expect(line.embodied).toMatchObject({
        known: true,
        kgCO2e: expect.closeTo(m2 * 0.12 * 16.8 * 6.95, 6) as number,
      });
    }
  });

  // The cheapest wrong program pays for every dwelling of a house in which one household takes part.
  it.each([
    ['directLoadControl', 100],
    ['consumptionFeedback', 40],
  ] as const)('of %s is paid for each household that takes part', (type, eur) => {
    const flats = { ...district, buildings: district.buildings.map((one) => ({ ...one, households: 8 })) };
    const scenario = {
      ...baselineScenario(flats, hashDistrict(flats), 2030),
      measures: [measureOf(type, 0.3)],
    };
    const folded = foldScenario(flats, [], scenario);
    const found = scenarioCosts({ district: flats, baseEdits: [], scenario });
    if (!folded.ok || !found.ok) throw new Error('no costs');
    const after = new Map(folded.value.buildings.map((one) => [one.id, one]));
    const field = type === 'directLoadControl' ? 'loadControl' : 'consumptionFeedback';
    const counts = found.value.lines.map(({ elementId }) => after.get(elementId)![field]!.households.length);
    expect(found.value.lines.map(typical)).toEqual(counts.map((count) => eur * count));
    expect(Math.max(...counts)).toBeLessThan(8);
  });

  it('of a heat pump is less where the building was insulated before, and as much where it is afterwards', () => {
    const order = (...types: ('heatPumps' | 'envelopeRetrofit')[]) =>
      new Map(
        costs(types.map((type) => measureOf(type, 1)))
          .lines.filter(({ type }) => type === 'heatPumps')
          .map((line) => [line.elementId, typical(line)]),
      );
    const [alone, before, after] = [
      order('heatPumps'),
      order('envelopeRetrofit', 'heatPumps'),
      order('heatPumps', 'envelopeRetrofit'),
    ];
    expect(after).toEqual(alone);
    const insulated = costs([measureOf('envelopeRetrofit', 1)]).lines.map(({ elementId }) => elementId);
    for (const id of insulated) if (alone.has(id)) expect(before.get(id)!).toBeLessThan(0.9 * alone.get(id)!);
    // 947 EUR/kW of the load that the run sizes heating for, which has 30 % in reserve and a zone model of its own.
    const calendar = calendarOf(3600, weather.startWeekday);
    const { rows } = compileBuildings(
      { district, weather, calendar, seed: district.seed },
      0,
      district.buildings.length,
    );
    for (const [id, eur] of alone) {
      const row = district.buildings.findIndex((building) => building.id === id);
      const perCapacity = ((eur / 947) * 1000 * 1.3) / rows[row]!.heatingCapacityW;
      expect(perCapacity, id).toBeGreaterThan(0.9);
      expect(perCapacity, id).toBeLessThan(1.2);
    }
  });

  it('of heat pumps is not known without weather, and counts as unknown in the sum', () => {
    const { total, lines } = costs([measureOf('heatPumps', 1), measureOf('roofInsulation', 1)], {}, false);
    const pumps = lines.filter(({ type }) => type === 'heatPumps');
    for (const { investment, grant, annuity } of pumps) {
      expect(investment).toEqual({ known: false, reason: 'Its size is not known: kW of heat load.' });
      expect([grant.known, annuity.known]).toEqual([false, false]);
    }
    expect(total.notKnown.investment).toBe(pumps.length);
    expect(total.typicalEur).toBeGreaterThan(0);
    expect(total.quality).toBe('unknown_untraceable');
  });

  it('of panels and cars is counted on what was added', () => {
    const panels = costs([measureOf('rooftopPhotovoltaics', 1)]).lines;
    const after = foldScenario(district, [], { ...blank, measures: [measureOf('rooftopPhotovoltaics', 1)] });
    if (!after.ok) throw new Error('not folded');
    for (const line of panels) {
      const building = after.value.buildings.find(({ id }) => id === line.elementId)!;
      const isHome = ['detached', 'terraced', 'apartment'].includes(building.use);
      expect(typical(line)).toBeCloseTo(
        (building.photovoltaics!.peakW / 1000) * (isHome ? 1040.9908 : 719.0594),
        6,
      );
    }
    const half = { ...measureOf('vehiclesUnmanaged', 0.5), id: 'half' };
    const all = { ...measureOf('vehiclesUnmanaged', 1), id: 'all' };
    const cars = costs([half, all]);
    const households = district.buildings.reduce((sum, building) => sum + building.households, 0);
    const standing = district.buildings.reduce((sum, { vehicles }) => sum + (vehicles?.count ?? 0), 0);
    expect(cars.total.typicalEur).toBe((households - standing) * 1000);
    expect(cars.byPayer.household.typicalEur).toBe(cars.total.typicalEur);
    // 3 %, 15 years: 0.0837666.
    expect(cars.total.annuityEurPerYear).toBeCloseTo(cars.total.typicalEur * 0.0837666, 1);
    expect(cars.total.runningEurPerYear).toBeCloseTo(0.01 * cars.total.typicalEur, 6);
  });

  it('of another control of the same cars is a service a year, once, and new points where they give', () => {
    const half = { ...measureOf('vehiclesUnmanaged', 0.5), id: 'half' };
    const then = (...types: MeasureType[]) =>
      costs([half, ...types.map((type) => ({ ...measureOf(type, 0.5), id: type }))]).byMeasure.slice(1);
    const [managed, filling] = then('vehiclesManaged', 'vehiclesValleyFilling');
    const { lines } = managed!.sum;
    expect(lines).toBeGreaterThan(3);
    // 60 EUR a building, and not again where another one takes over.
    expect(managed!.sum).toMatchObject({ typicalEur: 0, runningEurPerYear: 60 * lines });
    expect(filling!.sum).toMatchObject({ lines, typicalEur: 0, runningEurPerYear: 0 });
    // 12 EUR a car under a tariff; points of 4,000 EUR for all, with 1 % of upkeep.
    const [tariff] = then('vehiclesTimeOfUse');
    const [giving] = then('vehiclesToGrid');
    const cars = giving!.sum.typicalEur / 4000;
    expect(cars).toBeGreaterThan(lines);
    expect(tariff!.sum).toMatchObject({ typicalEur: 0, runningEurPerYear: 12 * cars });
    expect(giving!.sum.runningEurPerYear).toBeCloseTo(60 * lines + 40 * cars, 6);
  });

  it.each([
    ['deviceRunningShare', 'smartThermostat', (sum: CostSum) => 0.5 * sum.typicalEur],
    ['heatPumpControlEurPerYear', 'flexibleHeatPumps', (sum: CostSum) => 0.5 * sum.lines],
    ['chargingControlEurPerYear', 'vehiclesManaged', (sum: CostSum) => 0.5 * sum.lines],
  ] as const)('has an upkeep that a scenario may say: %s', (key, type, more) => {
    const { unit } = ASSUMPTIONS[key];
    const upkeep = (value: number) =>
      costs([measureOf('heatPumps', 1), measureOf('vehiclesUnmanaged', 1), measureOf(type, 1)], {
        assumptions: [{ key, value, unit, source: 's', date: '2026' }],
      }).byMeasure[2]!.sum;
    const [none, half] = [upkeep(0), upkeep(0.5)];
    expect(half.runningEurPerYear - none.runningEurPerYear).toBeCloseTo(more(half), 6);
    expect(more(half)).toBeGreaterThan(0);
  });

  it('takes grants by kind', () => {
    const grant = { key: 'grantShareEnvelope', value: 0.25, unit: '1', source: 's', date: '2026' } as const;
    const { byMeasure } = costs([measureOf('roofInsulation', 1), measureOf('rooftopPhotovoltaics', 1)], {
      assumptions: [grant],
    });
    expect(byMeasure[0]!.sum.grantEur).toBeCloseTo(byMeasure[0]!.sum.typicalEur / 4, 6);
    expect(byMeasure[1]!.sum.grantEur).toBe(0);
  });
});

describe('the sums', () => {
  const FIGURES = [
    'lines',
    'lowEur',
    'typicalEur',
    'highEur',
    'grantEur',
    'runningEurPerYear',
    'annuityEurPerYear',
    'embodiedKgCO2e',
  ] as const;
  const add = (sums: readonly CostSum[], name: (typeof FIGURES)[number]) =>
    sums.reduce((total, sum) => total + sum[name], 0);

  it('of lines, measures, payers, inherited and own are one total, for any scenario', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            type: fc.constantFrom(...MEASURE_TYPES),
            adoption: fc.double({ min: 0, max: 1, noNaN: true }),
            inherited: fc.boolean(),
          }),
          { maxLength: 6 },
        ),
        (drawn) => {
          const measures = drawn.map(({ type, adoption, inherited }, i): Measure => ({
            ...measureOf(type, adoption),
            id: `m${i}`,
            ...(inherited ? { inheritedFrom: 'parent' } : {}),
          }));
          const { lines, total, byMeasure, byPayer, inherited, own } = costs(measures);
          const known = lines.filter(({ investment }) => investment.known);
          expect(known.reduce((sum, line) => sum + typical(line), 0)).toBe(total.typicalEur);
          expect(lines.length - known.length).toBe(total.notKnown.investment);
          for (const name of FIGURES) {
            const close = Math.max(1e-6, 1e-9 * Math.abs(total[name]));
            for (const parts of [
              byMeasure.map(({ sum }) => sum),
              PAYERS.map((payer) => byPayer[payer]),
              [inherited, own],
            ])
              expect(Math.abs(add(parts, name) - total[name]), name).toBeLessThan(close);
          }
          expect(byMeasure.map(({ measureId }) => measureId)).toEqual(measures.map(({ id }) => id));
        },
      ),
      { numRuns: 25 },
    );
  });

  it.each(MEASURE_TYPES)('%s that reaches nobody costs nothing and has no unknowns', (type) => {
    const { total, lines } = costs([measureOf(type, 0)]);
    expect(lines).toEqual([]);
    for (const name of FIGURES) expect(total[name]).toBe(0);
    expect(Object.values(total.notKnown)).toEqual([0, 0, 0, 0]);
  });

  it.each(MEASURE_TYPES)('%s has a line for every building it changed', (type) => {
    const measures = [measureOf(type, 0.7)];
    const folded = foldScenario(district, [], { ...blank, measures });
    if (!folded.ok) throw new Error('not folded');
    const changed = folded.value.buildings.filter((building, row) => building !== district.buildings[row]);
    const { lines } = costs(measures);
    if (MEASURES[type].target === undefined)
      expect(lines.map(({ elementId }) => elementId)).toEqual(changed.map(({ id }) => id));
    else expect(lines.length > 0).toBe(folded.value !== district);
    for (const { investment } of lines)
      if (investment.known) expect(investment.typical).toBeGreaterThanOrEqual(0);
  });

  it('fails as the fold fails', () => {
    const scenario = { ...blank, measures: [measureOf('feederBattery', 1, { durationH: 99 })] };
    const outcome = scenarioCosts({ district, baseEdits: [], scenario });
    expect(outcome.ok).toBe(false);
    expect(outcome.issues[0]).toMatchObject({ code: 'measure-refused' });
  });
});
