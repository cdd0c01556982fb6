import type { WindingConnection } from '../../model/circuit';
import { phaseKv } from './capacitor';
import { newObject, type ClassDefinition, type DssObject, type Property } from './definitions';
import { TWO_PI } from './lineCode';
import {
  complex,
  connection,
  copyFields,
  elementProperties,
  flag,
  integer,
  isZero,
  matrix,
  positive,
  real,
  text,
  unsupported,
  unused,
} from './properties';

export interface ReactorObject extends DssObject {
  bus1: string;
  bus2: string | undefined;
  phases: number;
  kvar: number;
  kv: number;
  connection: WindingConnection;
  /** What the impedance was given as last. */
  size: 'kvar' | 'ohms' | 'matrix' | 'sequence';
  r: number;
  x: number;
  rMatrix: number[];
  xMatrix: number[];
  parallel: boolean;
  /** Across each conductor; 0 = none. */
  rParallel: number;
  z1: [number, number];
  z2: [number, number] | undefined;
  z0: [number, number] | undefined;
}

const properties: Property<ReactorObject>[] = [
  text('bus1', (reactor, value) => {
    reactor.bus1 = value.toLowerCase();
  }),
  text('bus2', (reactor, value) => {
    reactor.bus2 = value.toLowerCase();
  }),
  integer(
    'phases',
    (reactor, value) => {
      reactor.phases = value;
    },
    1,
    100,
  ),
  real('kvar', (reactor, value) => {
    reactor.kvar = value;
    reactor.size = 'kvar';
  }),
  positive('kv', (reactor, value) => {
    reactor.kv = value;
  }),
  connection('conn', (reactor, value) => {
    reactor.connection = value;
  }),
  matrix(
    'Rmatrix',
    (reactor) => reactor.phases,
    (reactor, values) => {
      reactor.rMatrix = [...values];
      reactor.size = 'matrix';
    },
  ),
  matrix(
    'Xmatrix',
    (reactor) => reactor.phases,
    (reactor, values) => {
      reactor.xMatrix = [...values];
      reactor.size = 'matrix';
    },
  ),
  flag('Parallel', (reactor, value) => {
    reactor.parallel = value;
  }),
  real('R', (reactor, value) => {
    reactor.r = value;
  }),
  real('X', (reactor, value) => {
    reactor.x = value;
    reactor.size = 'ohms';
  }),
  real('Rp', (reactor, value) => {
    reactor.rParallel = value;
  }),
  complex('Z1', (reactor, [r, x]) => {
    reactor.z1 = [r, x];
    reactor.size = 'sequence';
  }),
  complex('Z2', (reactor, [r, x]) => {
    reactor.z2 = [r, x];
  }),
  complex('Z0', (reactor, [r, x]) => {
    reactor.z0 = [r, x];
  }),
  complex('Z', (reactor, [r, x]) => {
    reactor.r = r;
    reactor.x = x;
    reactor.size = 'ohms';
  }),
  unsupported<ReactorObject>('RCurve', (value) => value === 'none'),
  unsupported<ReactorObject>('LCurve', (value) => value === 'none'),
  real('LmH', (reactor, value) => {
    reactor.x = (value / 1000) * TWO_PI * reactor.baseFrequencyHz;
    reactor.size = 'ohms';
  }),
  ...unused<ReactorObject>('normamps', 'emergamps'),
  ...elementProperties<ReactorObject>('delivery'),
];

export const reactorClass: ClassDefinition<ReactorObject> = {
  name: 'Reactor',
  properties,
  create: (id, session) => ({
    ...newObject(id, session),
    ...{ bus1: `${id}_1`, bus2: undefined, phases: 3, kvar: 100, kv: 12.47, connection: 'wye', size: 'kvar' },
    ...{ r: 0, x: 1555.009, rMatrix: [], xMatrix: [], parallel: false, rParallel: 0 },
    ...{ z1: [0, 0], z2: undefined, z0: undefined },
  }),
  finish(reactor) {
    if (reactor.size !== 'kvar') return;
    const kv = phaseKv(reactor);
    reactor.x = (kv * kv * 1000) / (reactor.kvar / reactor.phases);
  },
  copy(target, source) {
    copyFields(target, source, [
      ...([
        'phases',
        'r',
        'x',
        'rParallel',
        'parallel',
        'kvar',
        'kv',
        'connection',
        'size',
        'z1',
        'z2',
        'z0',
      ] as const),
      ...(['rMatrix', 'xMatrix', 'baseFrequencyHz'] as const),
    ]);
    target.enabled = true;
  },
};

/** A short circuit through a resistance. */
export interface FaultObject extends DssObject {
  bus1: string;
  bus2: string | undefined;
  phases: number;
  r: number;
  /** Siemens; instead of r. */
  gMatrix: number[] | undefined;
}

export const faultClass: ClassDefinition<FaultObject> = {
  name: 'Fault',
  properties: [
    text('bus1', (fault, value) => {
      fault.bus1 = value.toLowerCase();
    }),
    text('bus2', (fault, value) => {
      fault.bus2 = value.toLowerCase();
    }),
    integer(
      'phases',
      (fault, value) => {
        fault.phases = value;
      },
      1,
      100,
    ),
    real('r', (fault, value) => {
      fault.r = value === 0 ? 1e-4 : value;
      fault.gMatrix = undefined;
    }),
    ...unused<FaultObject>('%stddev'),
    matrix(
      'Gmatrix',
      (fault) => fault.phases,
      (fault, values) => {
        fault.gMatrix = [...values];
      },
    ),
    unsupported<FaultObject>('ONtime', isZero),
    unsupported<FaultObject>('temporary', (value) => value.startsWith('n')),
    ...unused<FaultObject>('MinAmps', 'normamps', 'emergamps'),
    ...elementProperties<FaultObject>('delivery'),
  ],
  create: (id, session) => ({
    ...newObject(id, session),
    ...{ bus1: `${id}_1`, bus2: undefined, phases: 1, r: 1e-4, gMatrix: undefined },
  }),
  copy(target, source) {
    copyFields(target, source, ['phases', 'r', 'gMatrix', 'baseFrequencyHz']);
    target.enabled = true;
  },
};
