import type { Building, Point } from '../../../src/model/building';
import type { District } from '../../../src/model/district';
import type { Line, Network, Transformer } from '../../../src/model/network';
import { generateTown } from '../../../src/synthesis/town';
import { deepFreeze } from '../../measures/districts';

/**
 * Six houses on two stations, by hand. Squares of 10 m, their centres at x = 5, 105, ... 505, y = 5.
 *
 *     source - MV0 -m1- MV1 -T1- LV1 -f1- J1 -s1- h1
 *               |                 |        '--s2- h2
 *               |                 '---f2- J2 -s3- h3
 *               m2                         :
 *               |                          t (open)
 *              MV2 -T2- LV2 -f3- J3 -s4- h4:
 *                        |        '--s5- h5
 *                        '-- h6 (on the busbar)
 */
const HOUSES = [
  { bus: 'B1', use: 'detached', constructionYear: 1950, heating: 'gasBoiler', levels: 1, households: 1 },
  { bus: 'B2', use: 'detached', constructionYear: 1980, heating: 'oilBoiler', levels: 2, households: 1 },
  { bus: 'B3', use: 'terraced', constructionYear: 1980, heating: 'airHeatPump', levels: 2, households: 2 },
  { bus: 'B4', use: 'apartment', constructionYear: 1995, heating: 'gasBoiler', levels: 3, households: 6 },
  { bus: 'B5', use: 'office', constructionYear: 2005, heating: 'districtHeat', levels: 4, households: 0 },
  { bus: 'LV2', use: 'school', constructionYear: 2010, heating: 'gasBoiler', levels: 2, households: 0 },
] as const;

const square = (x: number): Point[] => [
  [x, 0],
  [x + 10, 0],
  [x + 10, 10],
  [x, 10],
];

const pattern = generateTown(3).buildings[0]!;
const buildings = HOUSES.map(({ bus, ...house }, i): Building => ({
  ...pattern,
  ...house,
  id: `h${i + 1}`,
  footprint: { outer: square(100 * i), holes: [] },
  envelope: 'asBuilt',
  cooling: 'none',
  photovoltaics: i % 2 === 0 ? null : { peakW: 3000, tiltDeg: 30, azimuthDeg: 180 },
  vehicles: i === 2 ? { count: 1, control: 'unmanaged' } : null,
  connection: { busId: bus, phases: ['a', 'b', 'c'], mainFuseA: 63 },
}));

const BUSES: readonly (readonly [id: string, kV: number])[] = [
  ['MV0', 10],
  ['MV1', 10],
  ['MV2', 10],
  ['LV1', 0.4],
  ['LV2', 0.4],
  ['J1', 0.4],
  ['J2', 0.4],
  ['J3', 0.4],
  ['B1', 0.4],
  ['B2', 0.4],
  ['B3', 0.4],
  ['B4', 0.4],
  ['B5', 0.4],
];

/** Some lines are drawn against the flow: what feeds what is no matter of the from-bus. */
const LINES: readonly (readonly [
  id: string,
  from: string,
  to: string,
  role: Line['role'],
  lengthM: number,
])[] = [
  ['m1', 'MV0', 'MV1', 'mv', 400],
  ['m2', 'MV2', 'MV0', 'mv', 600],
  ['f1', 'LV1', 'J1', 'lvMain', 50],
  ['f2', 'J2', 'LV1', 'lvMain', 60],
  ['f3', 'LV2', 'J3', 'lvMain', 70],
  ['s1', 'J1', 'B1', 'service', 10],
  ['s2', 'B2', 'J1', 'service', 12],
  ['s3', 'J2', 'B3', 'service', 14],
  ['s4', 'J3', 'B4', 'service', 16],
  ['s5', 'J3', 'B5', 'service', 18],
  ['t', 'J2', 'J3', 'lvMain', 80],
];

const transformer = (id: string, from: string, to: string, x: number, type: string): Transformer => ({
  id,
  fromBusId: from,
  toBusId: to,
  transformerTypeId: type,
  tapPercent: 0,
  position: [x, 20],
  synthetic: false,
});

const station = (id: string, ratedSVa: number) => ({
  id,
  ratedSVa,
  fromVoltageV: 10_000,
  toVoltageV: 400,
  vectorGroup: 'Dyn5',
  shortCircuitVoltagePercent: 4,
  loadLossW: 3000,
  noLoadLossW: 400,
  noLoadCurrentPercent: 0.5,
  source: 'test',
});

const network: Network = {
  buses: BUSES.map(([id, kV]) => ({ id, nominalVoltageV: kV * 1000, position: [0, 0], synthetic: false })),
  lineTypes: [
    {
      id: 'cable',
      r1OhmPerKm: 0.2,
      x1OhmPerKm: 0.08,
      r0OhmPerKm: 0.8,
      x0OhmPerKm: 0.3,
      c1NanofaradPerKm: 200,
      c0NanofaradPerKm: 200,
      ratedCurrentA: 270,
      underground: true,
      source: 'test',
    },
  ],
  lines: LINES.map(([id, fromBusId, toBusId, role, lengthM], i) => ({
    id,
    fromBusId,
    toBusId,
    lineTypeId: 'cable',
    lengthM,
    role,
    parallel: 1,
    path: [
      [100 * i, 30],
      [100 * i + 20, 30],
      [100 * i + 20, 50],
    ],
    synthetic: false,
  })),
  transformerTypes: [station('small', 250_000), station('large', 630_000)],
  transformers: [
    transformer('T1', 'MV1', 'LV1', 100, 'small'),
    transformer('T2', 'MV2', 'LV2', 400, 'large'),
  ],
  switches: [{ id: 'open', lineId: 't', closed: false, normallyOpen: true }],
  sources: [{ id: 'grid', busId: 'MV0', voltagePu: 1, shortCircuitSVa: 1e8, rOverX: 0.1 }],
  storages: [],
};

export const handmade: District = deepFreeze({
  ...generateTown(3),
  id: 'handmade',
  buildings,
  streets: [],
  openSpaces: [],
  network,
});
