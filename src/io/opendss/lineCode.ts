import { newObject, type ClassDefinition, type DssObject, type Property } from './definitions';
import { eliminateConductor } from './kron';
import { LENGTH_UNITS, type LengthUnit } from './lineUnits';
import { choice, copyFields, flag, integer, matrix, positive, real, unused } from './properties';
import { balancedMatrix, scaled, submatrix } from './sequence';

export const TWO_PI = 2 * 3.141592653589793;

/** Impedance of a line or a code, per unit of length: ohm and farad. */
export interface LineImpedance {
  phases: number;
  /** The matrices follow from the sequence values. */
  symmetrical: boolean;
  r1: number;
  x1: number;
  r0: number;
  x0: number;
  c1: number;
  c0: number;
  r: number[];
  x: number[];
  /** Susceptance 2 pi f C at the base frequency. */
  b: number[];
  /** Earth return at the base frequency, for other frequencies. */
  rg: number;
  xg: number;
  rho: number;
}

/** OpenDSS's line, per 1000 ft. */
export function defaultImpedance(): LineImpedance {
  return {
    phases: 3,
    symmetrical: true,
    r1: 0.058,
    x1: 0.1206,
    r0: 0.1784,
    x0: 0.4047,
    c1: 3.4e-9,
    c0: 1.6e-9,
    r: [],
    x: [],
    b: [],
    rg: 0.01805,
    xg: 0.155081,
    rho: 100,
  };
}

/** Matrices from sequence values. */
export function fillMatrices(line: LineImpedance, frequencyHz: number): void {
  line.r = balancedMatrix(line.phases, line.r1, line.r0);
  line.x = balancedMatrix(line.phases, line.x1, line.x0);
  line.b = scaled(balancedMatrix(line.phases, line.c1, line.c0), TWO_PI * frequencyHz);
}

export interface LineCodeObject extends DssObject, LineImpedance {
  units: LengthUnit;
  /** Conductor that `Kron` eliminates, from 1; 0 = none. */
  neutral: number;
  normAmps: number;
  emergAmps: number;
}

function sequenceValue(
  name: string,
  set: (code: LineCodeObject, value: number) => void,
): Property<LineCodeObject> {
  return real(name, (code, value) => {
    set(code, value);
    code.symmetrical = true;
  });
}

function kron(code: LineCodeObject): void {
  if (code.symmetrical || code.neutral < 1 || code.neutral > code.phases || code.phases < 2) return;
  const order = code.phases;
  const reduced = eliminateConductor(code.r, code.x, order, code.neutral - 1);
  code.r = reduced.re;
  code.x = reduced.im;
  // With the neutral at earth potential its row and column of the admittance fall away.
  const kept = [...Array(order).keys()].filter((i) => i !== code.neutral - 1);
  code.b = submatrix(code.b, order, kept);
  code.phases = order - 1;
  code.neutral = 0;
}

const properties: Property<LineCodeObject>[] = [
  integer(
    'nphases',
    (code, value) => {
      if (code.phases === value) return;
      code.phases = value;
      code.neutral = value;
      fillMatrices(code, code.baseFrequencyHz);
    },
    1,
    100,
  ),
  sequenceValue('r1', (code, value) => {
    code.r1 = value;
  }),
  sequenceValue('x1', (code, value) => {
    code.x1 = value;
  }),
  sequenceValue('r0', (code, value) => {
    code.r0 = value;
  }),
  sequenceValue('x0', (code, value) => {
    code.x0 = value;
  }),
  sequenceValue('C1', (code, value) => {
    code.c1 = value * 1e-9;
  }),
  sequenceValue('C0', (code, value) => {
    code.c0 = value * 1e-9;
  }),
  choice('units', LENGTH_UNITS, (code, value) => {
    code.units = value;
  }),
  matrix(
    'rmatrix',
    (code) => code.phases,
    (code, values) => {
      code.r = [...values];
      code.symmetrical = false;
    },
  ),
  matrix(
    'xmatrix',
    (code) => code.phases,
    (code, values) => {
      code.x = [...values];
      code.symmetrical = false;
    },
  ),
  matrix(
    'cmatrix',
    (code) => code.phases,
    (code, values) => {
      code.b = scaled(values, TWO_PI * code.baseFrequencyHz * 1e-9);
      code.symmetrical = false;
    },
  ),
  positive('baseFreq', (code, value) => {
    code.baseFrequencyHz = value;
  }),
  real('normamps', (code, value) => {
    code.normAmps = value;
  }),
  real('emergamps', (code, value) => {
    code.emergAmps = value;
  }),
  ...unused<LineCodeObject>('faultrate', 'pctperm', 'repair'),
  flag('Kron', (code, value) => {
    if (value) kron(code);
  }),
  real('Rg', (code, value) => {
    code.rg = value;
  }),
  real('Xg', (code, value) => {
    code.xg = value;
  }),
  positive('rho', (code, value) => {
    code.rho = value;
  }),
  integer(
    'neutral',
    (code, value) => {
      code.neutral = value;
    },
    0,
    100,
  ),
  sequenceValue('B1', (code, value) => {
    code.c1 = (value * 1e-6) / (TWO_PI * code.baseFrequencyHz);
  }),
  sequenceValue('B0', (code, value) => {
    code.c0 = (value * 1e-6) / (TWO_PI * code.baseFrequencyHz);
  }),
  ...unused<LineCodeObject>('Seasons', 'Ratings', 'LineType'),
];

export const lineCodeClass: ClassDefinition<LineCodeObject> = {
  name: 'LineCode',
  properties,
  create(id, session) {
    const code: LineCodeObject = {
      ...newObject(id, session),
      ...defaultImpedance(),
      units: 'none',
      neutral: 3,
      normAmps: 400,
      emergAmps: 600,
    };
    fillMatrices(code, code.baseFrequencyHz);
    return code;
  },
  finish(code) {
    if (code.symmetrical) fillMatrices(code, code.baseFrequencyHz);
  },
  copy: (target, source) =>
    copyFields(target, source, [
      ...(['phases', 'r', 'x', 'b', 'baseFrequencyHz', 'r1', 'x1', 'r0', 'x0', 'c1', 'c0'] as const),
      ...(['rg', 'xg', 'rho', 'neutral', 'normAmps', 'emergAmps'] as const),
    ]),
};
