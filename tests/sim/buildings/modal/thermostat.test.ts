import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ModalBuilding, ModalZone } from '../../../../src/sim/buildings/modal';
import { course } from './march';
import { buildingOf, COLUMNS, networks, OFF, SCHEDULE, weatherOf, zoneOf } from './networks';

const HOURS = 24 * 14;
const year = weatherOf(HOURS);
const STEPS = Array.from({ length: HOURS }, (_, step) => step);

/** A box with walls of two nodes, for figures that can be worked out by hand. */
function box(stepS = 3600): ModalZone {
  const n = 3;
  const network = {
    nodeCount: n,
    inputCount: COLUMNS,
    airNode: 0,
    capacityJPerK: Float64Array.of(2e6, 2e7, 3e7),
    conductanceWPerK: Float64Array.of(0, 400, 0, 400, 0, 60, 0, 60, 0),
    lossWPerK: Float64Array.of(20, 0, 80),
    input: new Float64Array(n * COLUMNS),
  };
  network.input[0] = 20;
  network.input[2 * COLUMNS] = 80;
  network.input[COLUMNS + 4] = 1;
  network.input[COLUMNS + 7] = 1;
  return zoneOf(network, stepS);
}

describe('the thermostat', () => {
  it('ends every step on the set-point where it heats or cools, and is off in between', () => {
    fc.assert(
      fc.property(networks, fc.double({ min: 0.3, max: 1, noNaN: true }), (network, convectiveShare) => {
        const plant = { capacityW: Infinity, convectiveShare };
        const building = buildingOf(zoneOf(network, 3600), { heating: plant, cooling: plant });
        const { heatW, coolW, tempDegC } = course(building, year);
        for (const step of STEPS) {
          const hour = year.tableAt[step]!;
          const [low, high] = [SCHEDULE.heatToDegC[hour]!, SCHEDULE.coolToDegC[hour]!];
          const [heat, cool, temp] = [heatW[step]!, coolW[step]!, tempDegC[step]!];
          expect(heat).toBeGreaterThanOrEqual(0);
          expect(cool).toBeGreaterThanOrEqual(0);
          expect(heat * cool).toBe(0);
          if (heat > 0) expect(Math.abs(temp - low)).toBeLessThan(1e-9);
          else if (cool > 0) expect(Math.abs(temp - high)).toBeLessThan(1e-9);
          else expect(temp > low - 1e-9 && temp < high + 1e-9).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('gives its capacity and no more, and then does not reach the set-point', () => {
    const at = (capacityW: number) => ({ capacityW, convectiveShare: 1 });
    const cold = course(buildingOf(box(), { heating: at(1500) }), year);
    const full = STEPS.filter((step) => cold.heatW[step] === 1500);
    expect(full.length).toBeGreaterThan(20);
    expect(Math.max(...cold.heatW)).toBe(1500);
    for (const step of full)
      expect(cold.tempDegC[step]!).toBeLessThan(SCHEDULE.heatToDegC[year.tableAt[step]!]! + 1e-9);
    const warm = course(buildingOf(box(), { personW: 6000, cooling: at(300) }), year);
    const chilled = STEPS.filter((step) => warm.coolW[step] === 300);
    expect(chilled.length).toBeGreaterThan(20);
    expect(Math.max(...warm.coolW)).toBe(300);
    for (const step of chilled)
      expect(warm.tempDegC[step]!).toBeGreaterThan(SCHEDULE.coolToDegC[year.tableAt[step]!]! - 1e-9);
    const none = course(buildingOf(box(), { heating: at(0), cooling: at(0) }), year);
    expect(none.heatW.every((power) => power === 0) && none.coolW.every((power) => power === 0)).toBe(true);
  });

  it('heats a box that has been held at 21 degC for long with what it loses', () => {
    const constant = (value: number) => new Float64Array(24).fill(value);
    const zero = constant(0);
    const building = buildingOf(box(86400 * 400), {
      schedule: {
        personShare: zero,
        applianceShare: zero,
        airShare: constant(1),
        heatToDegC: constant(21),
        coolToDegC: constant(Infinity),
      },
      sun: {
        roof: new Float64Array(1),
        wall: new Float64Array(1),
        transmittedM2: new Float64Array(1),
        paneM2: new Float64Array(1),
      },
    });
    const { heatW } = course(building, { ...year, stepCount: 3 });
    // In a row: 400, 60 and 80 W/K, beside 20 W/K and 35 W/K of air.
    const lossWPerK = 1 / (1 / 400 + 1 / 60 + 1 / 80) + 20 + 35;
    expect(heatW[2]).toBeCloseTo(lossWPerK * (21 - year.outdoorDegC[2]!), 7);
  });

  it('takes air that is exchanged as what the air at the end of the step gives away', () => {
    const zone = box();
    const still = buildingOf(zone, { schedule: OFF, infiltrationWPerK: 0, ventilationWPerK: 0 });
    const aired = { ...still, infiltrationWPerK: 30 };
    const [without, with30] = [
      course(still, { ...year, stepCount: 1 }),
      course(aired, { ...year, stepCount: 1 }),
    ];
    const flux = 30 * (year.outdoorDegC[0]! - with30.tempDegC[0]!);
    expect(with30.tempDegC[0]).toBeCloseTo(without.tempDegC[0]! + zone.airKPerW * flux, 12);
  });
});

describe('more gains', () => {
  const withGains = (building: ModalBuilding, extraW: number): ModalBuilding => ({
    ...building,
    personW: building.personW + extraW,
  });

  it('to the air are watt for watt less heating and never more', () => {
    fc.assert(
      fc.property(networks, fc.double({ min: 0, max: 500, noNaN: true }), (network, extraW) => {
        const building = buildingOf(zoneOf(network, 3600), { radiativeShare: 0 });
        const [less, more] = [course(building, year), course(withGains(building, extraW), year)];
        const size = Math.max(1, ...less.heatW);
        for (const step of STEPS) expect(more.heatW[step]! - less.heatW[step]!).toBeLessThan(1e-9 * size);
      }),
      { numRuns: 40 },
    );
  });

  it('by radiation never raise the heating of the fortnight', () => {
    fc.assert(
      fc.property(networks, fc.double({ min: 0, max: 500, noNaN: true }), (network, extraW) => {
        const building = buildingOf(zoneOf(network, 3600), { radiativeShare: 1 });
        const [less, more] = [course(building, year), course(withGains(building, extraW), year)];
        const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
        expect(sum(more.heatW) - sum(less.heatW)).toBeLessThan(1e-9 * Math.max(1, sum(less.heatW)));
      }),
      { numRuns: 40 },
    );
  });
});

describe('stability', () => {
  it('holds for every step: without powers the air stays between its boundaries and its start', () => {
    fc.assert(
      fc.property(
        networks,
        fc.constantFrom(60, 900, 3600, 86400, 86400 * 365),
        fc.constantFrom(0, 1, 1e3, 1e6),
        (network, stepS, airWPerK) => {
          const building = buildingOf(zoneOf(network, stepS), {
            schedule: OFF,
            personW: 0,
            applianceW: 0,
            infiltrationWPerK: airWPerK,
          });
          const dark = {
            ...weatherOf(300, stepS),
            roofWPerM2: [],
            wallWPerM2: [],
            transmittedWPerM2: [],
            paneWPerM2: [],
          };
          const { tempDegC } = course(building, dark);
          const [low, high] = [
            Math.min(9, ...dark.outdoorDegC, ...dark.skyDegC),
            Math.max(20, ...dark.outdoorDegC, ...dark.skyDegC),
          ];
          for (const temp of tempDegC) expect(temp > low - 1e-6 && temp < high + 1e-6).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('holds with the plant: powers settle when the weather does', () => {
    fc.assert(
      fc.property(networks, fc.constantFrom(900, 3600, 86400), (network, stepS) => {
        const building = buildingOf(zoneOf(network, stepS));
        const calm = weatherOf(400, stepS);
        calm.outdoorDegC.fill(-5);
        calm.skyDegC.fill(-10);
        calm.tableAt.fill(12);
        const dark = { ...calm, roofWPerM2: [], wallWPerM2: [], transmittedWPerM2: [], paneWPerM2: [] };
        const { heatW } = course(building, dark);
        // Powers are sums of decays: they turn at most once a mode, where steps that undo each other turn every time.
        let turns = 0;
        let last = 0;
        for (let step = 3; step < 400; step += 1) {
          const change = heatW[step]! - heatW[step - 1]!;
          if (Math.abs(change) < 1e-6 * Math.max(1, heatW[step]!)) continue;
          if (change * last < 0) turns += 1;
          last = change;
        }
        expect(turns).toBeLessThanOrEqual(building.zone.modeCount);
      }),
      { numRuns: 40 },
    );
  });
});
