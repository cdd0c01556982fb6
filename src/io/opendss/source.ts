import { newObject, type ClassDefinition, type DssObject } from './definitions';
import {
  choice,
  complex,
  copyFields,
  elementProperties,
  integer,
  positive,
  real,
  reference,
  text,
  unused,
} from './properties';
import { loadShapeClass, type LoadShapeObject } from './loadShape';

/** How the impedance was given last. */
type ImpedanceKind = 'power' | 'current' | 'ohms';
type Sequence = 'positive' | 'negative' | 'zero';

export interface SourceObject extends DssObject {
  bus1: string;
  bus2: string | undefined;
  phases: number;
  baseKv: number;
  pu: number;
  angleDeg: number;
  frequencyHz: number;
  impedance: ImpedanceKind;
  mvaSc3: number;
  mvaSc1: number;
  isc3: number;
  isc1: number;
  x1r1: number;
  x0r0: number;
  z1: [number, number];
  z2: [number, number];
  z0: [number, number];
  z0Given: boolean;
  z2Given: boolean;
  puZ1: [number, number] | undefined;
  puZ2: [number, number] | undefined;
  puZ0: [number, number] | undefined;
  puIdeal: [number, number];
  ideal: boolean;
  baseMva: number;
  sequence: Sequence;
  yearly: LoadShapeObject | undefined;
  daily: LoadShapeObject | undefined;
  duty: LoadShapeObject | undefined;
}

const SEQUENCES: readonly (readonly [string, Sequence])[] = [
  ['positive', 'positive'],
  ['negative', 'negative'],
  ['zero', 'zero'],
];

/** Sets one part of a sequence impedance in ohm. Giving R1 or X1 takes Z2 along. */
function ohms(name: 'R1' | 'X1' | 'R0' | 'X0') {
  const part = name.startsWith('R') ? 0 : 1;
  return real<SourceObject>(name, (source, value) => {
    source.impedance = 'ohms';
    if (name.endsWith('0')) {
      source.z0[part] = value;
    } else {
      source.z1[part] = value;
      source.z2[part] = value;
    }
  });
}

const properties: ClassDefinition<SourceObject>['properties'] = [
  text('bus1', (source, value) => {
    source.bus1 = value.toLowerCase();
  }),
  positive('basekv', (source, value) => {
    source.baseKv = value;
  }),
  real('pu', (source, value) => {
    source.pu = value;
  }),
  real('angle', (source, value) => {
    source.angleDeg = value;
  }),
  positive('frequency', (source, value) => {
    source.frequencyHz = value;
  }),
  integer(
    'phases',
    (source, value) => {
      source.phases = value;
    },
    1,
    100,
  ),
  positive('MVAsc3', (source, value) => {
    source.mvaSc3 = value;
    source.impedance = 'power';
  }),
  positive('MVAsc1', (source, value) => {
    source.mvaSc1 = value;
    source.impedance = 'power';
  }),
  positive('x1r1', (source, value) => {
    source.x1r1 = value;
  }),
  positive('x0r0', (source, value) => {
    source.x0r0 = value;
  }),
  positive('Isc3', (source, value) => {
    source.isc3 = value;
    source.impedance = 'current';
  }),
  positive('Isc1', (source, value) => {
    source.isc1 = value;
    source.impedance = 'current';
  }),
  ohms('R1'),
  ohms('X1'),
  ohms('R0'),
  ohms('X0'),
  ...unused<SourceObject>('ScanType'),
  choice('Sequence', SEQUENCES, (source, value) => {
    source.sequence = value;
  }),
  text('bus2', (source, value) => {
    source.bus2 = value.toLowerCase();
  }),
  complex('Z1', (source, [r, x]) => {
    source.impedance = 'ohms';
    source.z1 = [r, x];
    if (!source.z2Given) source.z2 = [r, x];
    if (!source.z0Given) source.z0 = [r, x];
  }),
  complex('Z0', (source, [r, x]) => {
    source.impedance = 'ohms';
    source.z0 = [r, x];
    source.z0Given = true;
  }),
  complex('Z2', (source, [r, x]) => {
    source.impedance = 'ohms';
    source.z2 = [r, x];
    source.z2Given = true;
  }),
  complex('puZ1', (source, [r, x]) => {
    source.impedance = 'ohms';
    source.puZ1 = [r, x];
  }),
  complex('puZ0', (source, [r, x]) => {
    source.impedance = 'ohms';
    source.puZ0 = [r, x];
  }),
  complex('puZ2', (source, [r, x]) => {
    source.impedance = 'ohms';
    source.puZ2 = [r, x];
  }),
  positive('baseMVA', (source, value) => {
    source.baseMva = value;
  }),
  reference(
    'Yearly',
    () => loadShapeClass,
    (source, shape) => {
      source.yearly = shape;
    },
  ),
  reference(
    'Daily',
    () => loadShapeClass,
    (source, shape) => {
      source.daily = shape;
      source.yearly ??= shape;
    },
  ),
  reference(
    'Duty',
    () => loadShapeClass,
    (source, shape) => {
      source.duty = shape;
    },
  ),
  choice<SourceObject, boolean>(
    'Model',
    [
      ['thevenin', false],
      ['ideal', true],
    ],
    (source, value) => {
      source.ideal = value;
    },
  ),
  complex('puZideal', (source, [r, x]) => {
    source.puIdeal = [r, x];
  }),
  ...elementProperties<SourceObject>('conversion'),
];

export const sourceClass: ClassDefinition<SourceObject> = {
  name: 'Vsource',
  properties,
  create: (id, session) => ({
    ...newObject(id, session),
    bus1: `${id}_1`,
    bus2: undefined,
    phases: 3,
    baseKv: 115,
    pu: 1,
    angleDeg: 0,
    frequencyHz: session.baseFrequencyHz,
    impedance: 'power',
    mvaSc3: 2000,
    mvaSc1: 2100,
    isc3: 10000,
    isc1: 10540,
    x1r1: 4,
    x0r0: 3,
    z1: [1.65, 6.6],
    z2: [1.65, 6.6],
    z0: [1.9, 5.7],
    z0Given: false,
    z2Given: false,
    puZ1: undefined,
    puZ2: undefined,
    puZ0: undefined,
    puIdeal: [1e-6, 0.001],
    ideal: false,
    baseMva: 100,
    sequence: 'positive',
    yearly: undefined,
    daily: undefined,
    duty: undefined,
  }),
  finish: settleImpedance,
  copy: (target, source) => {
    const { id, place, bus1, bus2 } = target;
    copyFields(target, source, Object.keys(source) as (keyof SourceObject)[]);
    Object.assign(target, { id, place, bus1, bus2, enabled: true });
  },
};

/**
 * Z1 and Z0 from short-circuit power or current (OpenDSS, VSource.pas, RecalcElementData):
 * X1 = U^2 / S3 / sqrt(1 + (R1/X1)^2), and R0 as the larger root of the single-phase fault's quadratic.
 */
function settleImpedance(source: SourceObject): void {
  const factor = source.phases === 1 ? 1 : Math.sqrt(3);
  if (source.impedance === 'current') {
    source.mvaSc3 = (Math.sqrt(3) * source.baseKv * source.isc3) / 1000;
    source.mvaSc1 = (factor * source.baseKv * source.isc1) / 1000;
  } else if (source.impedance === 'power') {
    source.isc3 = (source.mvaSc3 * 1000) / (Math.sqrt(3) * source.baseKv);
    source.isc1 = (source.mvaSc1 * 1000) / (factor * source.baseKv);
  }
  if (source.impedance === 'ohms') {
    settleOhms(source, factor);
    return;
  }
  const { baseKv, x1r1, x0r0 } = source;
  const x1 = (baseKv * baseKv) / source.mvaSc3 / Math.sqrt(1 + 1 / (x1r1 * x1r1));
  const r1 = x1 / x1r1;
  const fault = (3 * baseKv * 1000) / factor / source.isc1;
  const r0 = largerRoot(1 + x0r0 * x0r0, 4 * (r1 + x1 * x0r0), 4 * (r1 * r1 + x1 * x1) - fault * fault);
  source.z1 = [r1, x1];
  source.z2 = [r1, x1];
  source.z0 = [r0, r0 * x0r0];
}

function settleOhms(source: SourceObject, factor: number): void {
  const baseOhm = (source.baseKv * source.baseKv) / source.baseMva;
  if (source.puZ1 !== undefined) {
    const scaled = ([r, x]: [number, number]): [number, number] => [r * baseOhm, x * baseOhm];
    source.z1 = scaled(source.puZ1);
    source.z2 = scaled(source.puZ2 ?? source.puZ1);
    source.z0 = scaled(source.puZ0 ?? source.puZ1);
  }
  if (source.phases === 1) {
    source.z0 = [...source.z1];
    source.z2 = [...source.z1];
  }
  const volts = source.baseKv * 1000;
  source.isc3 = volts / Math.sqrt(3) / magnitude(source.z1[0], source.z1[1]);
  source.isc1 =
    volts / factor / magnitude((2 * source.z1[0] + source.z0[0]) / 3, (2 * source.z1[1] + source.z0[1]) / 3);
  source.mvaSc3 = (Math.sqrt(3) * source.baseKv * source.isc3) / 1000;
  source.mvaSc1 = (factor * source.baseKv * source.isc1) / 1000;
}

function magnitude(re: number, im: number): number {
  return Math.sqrt(re * re + im * im);
}

function largerRoot(a: number, b: number, c: number): number {
  return (-b + Math.sqrt(b * b - 4 * a * c)) / (2 * a);
}
