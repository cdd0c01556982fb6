import { describe, expect, it } from 'vitest';
import { oneLineGrid } from '../../src/geometry/oneLine';
import type { District } from '../../src/model/district';
import { LIMIT_PROFILES } from '../../src/model/limits';
import type { Network } from '../../src/model/network';
import { profileBuses, profileVoltages, voltageLimits } from '../../src/state/view/voltageProfile';
import { smallTown } from '../engine/smallTown';
import { stateWith } from '../panels/oneLineTown';

/**
 * The cheapest wrong programs: distances as the crow flies or from the source past the station; points that hang on the one
 * before them in the list; voltages of another hour or phase; both feeders where one was asked for.
 */
const line = (id: string, fromBusId: string, toBusId: string, lengthM: number, role = 'lvMain') =>
  ({ id, fromBusId, toBusId, lengthM, role }) as unknown as Network['lines'][number];

/** source -1000 m- m, station T to s; feeder A: s -30- a -50- b, a -10- c (drawn backwards); feeder B: s -25- d. */
const network = {
  buses: ['source', 'm', 's', 'a', 'b', 'c', 'd'].map((id) => ({ id, position: [0, 0] })),
  lines: [
    line('mv', 'source', 'm', 1000, 'mv'),
    line('A', 's', 'a', 30),
    line('ab', 'a', 'b', 50),
    line('ca', 'c', 'a', 10),
    line('B', 's', 'd', 25),
  ],
  transformers: [{ id: 'T', fromBusId: 'm', toBusId: 's' }],
  sources: [{ busId: 'source' }],
  ...{ switches: [], storages: [], lineTypes: [], transformerTypes: [] },
} as unknown as Network;
const district: District = { ...smallTown(4), buildings: [], network };
const grid = oneLineGrid(district)!;
const points = (selection: Parameters<typeof profileBuses>[1]) => {
  const { of, id, busIds, distanceM, above } = profileBuses(grid, selection)!;
  return { of, id, points: busIds.map((bus, row) => [bus, distanceM[row], busIds[above[row]!] ?? null]) };
};

describe('the voltage along a feeder', () => {
  const feederA = [
    ['s', 0, null],
    ['a', 30, 's'],
    ['c', 40, 'a'],
    ['b', 80, 'a'],
  ];
  it('has one point a bus of the feeder, by the way along its lines from the station', () => {
    expect(points({ kind: 'line', id: 'A' })).toEqual({ of: 'feeder', id: 'A', points: feederA });
    for (const selection of [
      { kind: 'line', id: 'ca' },
      { kind: 'bus', id: 'b' },
    ] as const)
      expect(points(selection)).toEqual({ of: 'feeder', id: 'A', points: feederA });
  });

  it('has all feeders of a station, and what lies before the stations without what is behind them', () => {
    const [s, a, c, b] = feederA;
    expect(points({ kind: 'transformer', id: 'T' })).toEqual({
      of: 'station',
      id: 'T',
      points: [s, ['d', 25, 's'], a, c, b],
    });
    expect(points({ kind: 'line', id: 'mv' })).toEqual({
      of: 'sources',
      id: 'source',
      points: [
        ['source', 0, null],
        ['m', 1000, 'source'],
      ],
    });
  });

  it('is that of each phase in the hour on screen, and of nothing while that is not known', () => {
    const vPu = (bus: number, phase: number) => (phase === 2 ? Number.NaN : 1 - 0.01 * bus - 0.001 * phase);
    const state = stateWith(district, { vPu });
    const week = state.weeks[state.activeId]!;
    // Bus b, phase b, in the hour after the one on screen.
    week.table.busVMagPu[(4 * 3 + 1) * week.stepCount + 19] = 0.5;
    const buses = profileBuses(grid, { kind: 'line', id: 'A' })!;
    const [a, b, c] = profileVoltages(state, grid, buses)!;
    expect([...a!]).toEqual([2, 3, 5, 4].map((bus) => 1 - 0.01 * bus));
    expect([...b!]).toEqual([2, 3, 5, 4].map((bus) => 1 - 0.01 * bus - 0.001));
    expect(c!.every(Number.isNaN)).toBe(true);
    expect(profileVoltages({ ...state, step: 19 }, grid, buses)![1]![3]).toBe(0.5);
    expect(profileVoltages({ ...state, step: 200 }, grid, buses)).toBeNull();
  });

  it('is held against the limits of the scenario on screen', () => {
    const state = stateWith(district, {});
    expect(voltageLimits(state)).toEqual(LIMIT_PROFILES['EN 50160']);
    const [scenario] = state.history.present.scenarios;
    const present = {
      baseEdits: [],
      scenarios: [{ ...scenario!, limits: { profile: 'ANSI C84.1' as const } }],
    };
    const other = { ...state, history: { ...state.history, present } };
    expect(voltageLimits(other)).toEqual(LIMIT_PROFILES['ANSI C84.1']);
  });
});
