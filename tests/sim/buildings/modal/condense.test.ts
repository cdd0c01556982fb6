import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ZoneNetwork } from '../../../../src/sim/buildings/multinode/network';
import { compileModal, uniformState } from '../../../../src/sim/buildings/modal';
import {
  airBy,
  course,
  exactStep,
  laplacianOf,
  largestDifference,
  nodePowers,
  solve,
  type Course,
} from './march';
import { buildingOf, COLUMNS, INPUTS, networks, OFF, required, weatherOf, zoneOf } from './networks';

describe('nodes without storage', () => {
  const pair = (bare: boolean): ZoneNetwork => {
    // Air - 30 W/K - outdoors, the 30 W/K being 50 and 75 W/K in a row where there is a node between.
    const n = bare ? 2 : 1;
    const network = {
      nodeCount: n,
      inputCount: COLUMNS,
      airNode: 0,
      capacityJPerK: new Float64Array(n),
      conductanceWPerK: new Float64Array(n * n),
      lossWPerK: new Float64Array(n),
      input: new Float64Array(n * COLUMNS),
    };
    network.capacityJPerK[0] = 1e6;
    if (bare) network.conductanceWPerK[1] = network.conductanceWPerK[2] = 50;
    network.lossWPerK[n - 1] = bare ? 75 : 30;
    network.input[(n - 1) * COLUMNS] = bare ? 75 : 30;
    return network;
  };

  it('are conductances in a row', () => {
    const [one, two] = [pair(false), pair(true)].map((network) => zoneOf(network, 3600));
    expect(two!.modeCount).toBe(1);
    one!.modes.forEach((value, at) => expect(two!.modes[at]).toBeCloseTo(value, 14));
    expect(two!.modes[0]).toBeCloseTo(Math.exp(-(30 * 3600) / 1e6), 15);
  });

  it('hold the balance of the whole network in the steady state, whichever node is the air', () => {
    fc.assert(
      fc.property(networks, (network) => {
        const zone = zoneOf(network, 86400 * 365 * 5000);
        const building = buildingOf(zone, { schedule: OFF, infiltrationWPerK: 0, ventilationWPerK: 0 });
        const year = weatherOf(3, 86400 * 365 * 5000);
        const run = course(building, year);
        const powers = nodePowers(network, building, year, run, 2);
        const steady = solve(
          laplacianOf(network),
          Array.from(powers, (power) => [power]),
        );
        const wanted = steady[network.airNode]![0]!;
        expect(Math.abs(run.tempDegC[2]! - wanted)).toBeLessThan(1e-9 * Math.max(20, Math.abs(wanted)));
      }),
    );
  });

  it('may all be without storage', () => {
    const network = { ...pair(true), capacityJPerK: new Float64Array(2) };
    const building = buildingOf(zoneOf(network, 3600), {
      schedule: OFF,
      infiltrationWPerK: 0,
      ventilationWPerK: 0,
    });
    expect(building.zone.modeCount).toBe(0);
    const year = weatherOf(24);
    const { tempDegC } = course(building, year);
    const gains = 0.5 * (150 * 0.2 + 200 * 0.3);
    expect(tempDegC[12]).toBeCloseTo(year.outdoorDegC[12]! + gains / 30, 12);
  });
});

describe('modes that are not kept', () => {
  it('are those that keep less than FAST_DECAY of themselves, and follow at once', () => {
    const network = (airJPerK: number): ZoneNetwork => ({
      nodeCount: 2,
      inputCount: COLUMNS,
      airNode: 0,
      capacityJPerK: Float64Array.of(airJPerK, 5e7),
      conductanceWPerK: Float64Array.of(0, 400, 400, 0),
      lossWPerK: Float64Array.of(50, 0),
      input: Float64Array.from({ length: 2 * COLUMNS }, (_, at) => (at === 0 ? 50 : 0)),
    });
    // 450 W/K: a decay of 1e-6 in an hour is 13.8 time constants.
    const border = (450 * 3600) / 13.815511;
    expect(zoneOf(network(border * 1.01), 3600).modeCount).toBe(2);
    const light = zoneOf(network(border * 0.98), 3600);
    expect(light.modeCount).toBe(1);
    expect(light.direct[0]).toBeGreaterThan(0.1);
  });

  it('are those the air does not see: equal walls are one', () => {
    const n = 4;
    const network = {
      nodeCount: n,
      inputCount: COLUMNS,
      airNode: 0,
      capacityJPerK: Float64Array.of(4e6, 1e7, 1e7, 1e7),
      conductanceWPerK: new Float64Array(n * n),
      lossWPerK: Float64Array.of(0, 10, 10, 10),
      input: new Float64Array(n * COLUMNS),
    };
    for (let wall = 1; wall < n; wall += 1) {
      network.conductanceWPerK[wall] = network.conductanceWPerK[wall * n] = 60;
      network.input[wall * COLUMNS] = 10;
    }
    // Sun on one of them only: the air sees their sum.
    network.input[COLUMNS + 3] = 0.6;
    const building = buildingOf(zoneOf(network, 3600), { schedule: OFF });
    expect(building.zone.modeCount).toBe(2);
    const year = weatherOf(60);
    const run = course(building, year, 5);
    const exact = airBy(
      network,
      (i) => nodePowers(network, building, year, run, i),
      60,
      (temps, powers) => exactStep(network, temps, powers, 3600),
      5,
    );
    expect(largestDifference(run.tempDegC, exact)).toBeLessThan(1e-10);
  });
});

it('a box that nothing cools keeps every joule', () => {
  const n = 3;
  const network: ZoneNetwork = {
    nodeCount: n,
    inputCount: COLUMNS,
    airNode: 0,
    capacityJPerK: Float64Array.of(1e6, 2e7, 0),
    conductanceWPerK: Float64Array.of(0, 50, 30, 50, 0, 20, 30, 20, 0),
    lossWPerK: new Float64Array(n),
    input: Float64Array.from({ length: n * COLUMNS }, (_, at) => Number(at === 2 * COLUMNS + 4)),
  };
  const building = buildingOf(zoneOf(network, 3600), {
    schedule: OFF,
    personW: 0,
    applianceW: 0,
    infiltrationWPerK: 0,
    ventilationWPerK: 0,
  });
  expect(building.zone.modeCount).toBe(2);
  const year = weatherOf(5000);
  year.transmittedWPerM2[0]!.fill(0).fill(70, 0, 100);
  const { tempDegC } = course(building, year, 15);
  expect(tempDegC[4999]).toBeCloseTo(15 + (70 * 100 * 3600) / 2.1e7, 9);
});

it('a uniform temperature that all boundaries share stays', () => {
  fc.assert(
    fc.property(networks, (network) => {
      const grounded = { ...INPUTS, constant: INPUTS.constant!.map((value) => (value === 0 ? 0 : 13)) };
      const building = buildingOf(required(compileModal(network, 3600, grounded)), {
        schedule: OFF,
        personW: 0,
        applianceW: 0,
      });
      const year = weatherOf(48);
      const calm = {
        ...year,
        outdoorDegC: year.outdoorDegC.map(() => 13),
        skyDegC: year.skyDegC.map(() => 13),
      };
      const dark = { ...calm, roofWPerM2: [], wallWPerM2: [], transmittedWPerM2: [], paneWPerM2: [] };
      const run: Course = course(building, dark, 13);
      run.tempDegC.forEach((temp) => expect(temp).toBeCloseTo(13, 9));
      expect(uniformState(building.zone, 13)).toHaveLength(building.zone.modeCount + 2);
    }),
  );
});

describe('what is no network', () => {
  const good: ZoneNetwork = {
    nodeCount: 2,
    inputCount: COLUMNS,
    airNode: 0,
    capacityJPerK: Float64Array.of(1e6, 0),
    conductanceWPerK: Float64Array.of(0, 5, 5, 0),
    lossWPerK: Float64Array.of(1, 1),
    input: new Float64Array(2 * COLUMNS),
  };
  it.each([
    ['a negative capacity', { capacityJPerK: Float64Array.of(-1, 0) }, 'network-value'],
    [
      'a conductance that is not a number',
      { conductanceWPerK: Float64Array.of(0, NaN, NaN, 0) },
      'network-value',
    ],
    ['one way only', { conductanceWPerK: Float64Array.of(0, 5, 4, 0) }, 'network-symmetry'],
    ['too few capacities', { capacityJPerK: Float64Array.of(1) }, 'network-size'],
    ['no such air', { airNode: 2 }, 'network-air'],
    [
      'a node without anything',
      { conductanceWPerK: new Float64Array(4), lossWPerK: new Float64Array(2) },
      'network-cut-off',
    ],
    [
      'a constant into what nothing cools',
      {
        lossWPerK: new Float64Array(2),
        input: Float64Array.from({ length: 2 * COLUMNS }, (_, at) => (at === 6 ? 1 : 0)),
      },
      'network-drift',
    ],
  ])('is refused: %s', (_, changes, code) => {
    const outcome = compileModal({ ...good, ...changes }, 3600, INPUTS);
    expect(outcome.ok).toBe(false);
    expect(outcome.issues.map((issue) => issue.code)).toContain(code);
  });
});
