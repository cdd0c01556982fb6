import { distributionTransformers, LV_MAIN_CABLES, MV_CABLE } from '../../../src/model/equipment';
import type { Building } from '../../../src/model/building';
import type { District } from '../../../src/model/district';
import type { Bus, Line, Network, Switch, Transformer } from '../../../src/model/network';
import { generateTown } from '../../../src/synthesis/town';
import { deepFreeze } from '../districts';

/** A home of so many households at a bus. */
export interface Home {
  readonly busId: string;
  readonly households: number;
}

const bus = (id: string, nominalVoltageV: number, x: number, y: number): Bus => ({
  id,
  nominalVoltageV,
  position: [x, y],
  synthetic: true,
});

export function line(id: string, fromBusId: string, toBusId: string, change: Partial<Line> = {}): Line {
  return {
    id,
    fromBusId,
    toBusId,
    lineTypeId: LV_MAIN_CABLES[0]!.id,
    lengthM: 100,
    role: 'lvMain',
    parallel: 1,
    path: [
      [0, 0],
      [100, 0],
    ],
    synthetic: true,
    ...change,
  };
}

const mvLine = (id: string, from: string, to: string): Line =>
  line(id, from, to, { lineTypeId: MV_CABLE.id, role: 'mv', lengthM: 500 });
const switchAt = (lineId: string, closed: boolean): Switch => ({
  id: `SW-${lineId}`,
  lineId,
  closed,
  normallyOpen: !closed,
});
const SIZES = distributionTransformers(20_000, 400);
export const TYPES = { kva160: SIZES[0]!, kva400: SIZES[2]!, kva630: SIZES[3]!, kva2500: SIZES[6]! };

const station = (letter: string, transformerTypeId: string): Transformer => ({
  id: `T-${letter}`,
  fromBusId: `MV-${letter}`,
  toBusId: `LV-${letter}`,
  transformerTypeId,
  tapPercent: 0,
  position: [0, 0],
  synthetic: true,
});

/**
 *     source -R1- MV-A -R2- MV-B -R3- MV-C -R4- source, open at R1
 *     LV-A -A1- a1 -A2- a2 -A3- a3 -A4- a4, and LV-A -A5- a5
 *     LV-B -B1- b1, LV-C -C1- c1
 */
export const RING: Network = {
  buses: [
    bus('MV-0', 20_000, 0, 0),
    ...['A', 'B', 'C'].flatMap((letter, i) => [
      bus(`MV-${letter}`, 20_000, 500 * (i + 1), 0),
      bus(`LV-${letter}`, 400, 500 * (i + 1), 0),
    ]),
    ...['a1', 'a2', 'a3', 'a4', 'a5', 'b1', 'c1'].map((id, i) => bus(id, 400, 100 * i, 50)),
  ],
  lineTypes: [MV_CABLE, ...LV_MAIN_CABLES],
  lines: [
    mvLine('R1', 'MV-0', 'MV-A'),
    mvLine('R2', 'MV-A', 'MV-B'),
    mvLine('R3', 'MV-B', 'MV-C'),
    mvLine('R4', 'MV-C', 'MV-0'),
    line('A1', 'LV-A', 'a1'),
    line('A2', 'a1', 'a2'),
    // Drawn against the flow.
    line('A3', 'a3', 'a2', { lengthM: 150 }),
    line('A4', 'a3', 'a4'),
    line('A5', 'LV-A', 'a5', { lengthM: 50 }),
    line('B1', 'LV-B', 'b1'),
    line('C1', 'LV-C', 'c1'),
  ],
  transformerTypes: [TYPES.kva160, TYPES.kva400],
  transformers: [station('A', TYPES.kva400.id), station('B', TYPES.kva160.id), station('C', TYPES.kva400.id)],
  switches: [switchAt('R1', false), switchAt('R2', true), switchAt('R3', true), switchAt('R4', true)],
  sources: [{ id: 'S', busId: 'MV-0', voltagePu: 1, shortCircuitSVa: 300e6, rOverX: 0.1 }],
  storages: [],
};

const town = generateTown(3);

/** Homes on a network, and nothing else. */
export function districtOf(network: Network, homes: readonly Home[]): District {
  const pattern: Building = { ...town.buildings[0]!, use: 'apartment', photovoltaics: null, vehicles: null };
  const buildings = homes.map(({ busId, households }, i): Building => ({
    ...pattern,
    id: `home-${i}`,
    households,
    connection: { busId, phases: ['a', 'b', 'c'], mainFuseA: 63 },
  }));
  return deepFreeze({ ...town, buildings, network });
}

/** One household a joint of station A, one at B, four at C. */
export const HOMES: readonly Home[] = [
  ...['a1', 'a2', 'a3', 'a4', 'a5', 'b1'].map((busId) => ({ busId, households: 1 })),
  { busId: 'c1', households: 14 },
];
